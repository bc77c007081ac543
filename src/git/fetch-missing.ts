import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Missing } from "../finding.ts";
import { commonDirectory } from "./common-directory.ts";
import { configured } from "./fetch.ts";
import { bytesOf, GitError, type Setting } from "./git.ts";
import { type Revisions, startWalk } from "./provenance.ts";
import { refTips } from "./refs.ts";
import type { Repository } from "./repository.ts";
import { createStore } from "./store.ts";

/** Where a partial clone gets what it lacks. */
interface Promisor {
  readonly name: string;
  readonly url: string;
  readonly protocol: string;
}

/** How git may reach a remote. Others, such as `ext`, run what the address says. */
const protocols: readonly string[] = ["https", "http", "ssh", "git", "file"];

/** A transfer slower than this many bytes a second for this many seconds is given up. */
const slowest = { bytes: "500", seconds: "90" };

/** The protocol of an address as git understands it (git-fetch, "Git URLs"). */
const protocolOf = (url: string): string => {
  const scheme = /^([a-z][a-z0-9+.-]*):(?=:|\/\/)/i.exec(url)?.[1]?.toLowerCase();
  if (scheme !== undefined) return url.startsWith(`${scheme}::`) ? "helper" : scheme;
  return /^[^/:]+:/.test(url) ? "ssh" : "file";
};

const promisorOf = async (repository: Repository): Promise<Promisor | undefined> => {
  const flags = await bytesOf(repository.folder, ["config", "--name-only", "--get-regexp", "^remote\\..*\\.promisor$"])
    .then((found) => found.toString().split("\n"))
    .catch(() => []); // 1: no such key
  const flagged = flags.filter(Boolean).map((key) => key.slice("remote.".length, -".promisor".length));
  const [name] = [...(await configured(repository, "extensions.partialClone")), ...flagged];
  if (name === undefined) return undefined;
  const [written] = await configured(repository, `remote.${name}.url`);
  if (written === undefined) throw new GitError(`the remote ${name} has no address`);
  const protocol = protocolOf(written);
  const url = protocol === "file" && !written.includes("://") ? resolve(repository.folder, written) : written;
  return { name, url, protocol };
};

/** A token for the remote, as actions/checkout leaves it: a header, which runs nothing. */
const headersOf = async ({ folder }: Repository): Promise<readonly Setting[]> => {
  const args = ["config", "--null", "--get-regexp", "^http\\..*extraheader$"];
  const found = await bytesOf(folder, args).catch(() => Buffer.alloc(0)); // 1: no such key
  return found
    .toString()
    .split("\0")
    .filter(Boolean)
    .map((entry): Setting => [entry.slice(0, entry.indexOf("\n")), entry.slice(entry.indexOf("\n") + 1)]);
};

const guarded = ({ protocol }: Promisor): readonly Setting[] => [
  ["protocol.version", "2"],
  ["protocol.allow", "never"],
  [`protocol.${protocol}.allow`, "always"],
  ["http.lowSpeedLimit", slowest.bytes],
  ["http.lowSpeedTime", slowest.seconds],
  ["fetch.unpackLimit", "1"],
  ["fetch.writeCommitGraph", "false"],
  ["transfer.bundleURI", "false"],
];

/** Moves packs from a store to where a repository keeps its own, the index last: from then on git sees it. */
const adopt = (from: string, to: string): void => {
  const names = readdirSync(from).filter((name) => name.endsWith(".idx"));
  for (const name of names) {
    const stem = name.replace(/\.idx$/, "");
    writeFileSync(join(to, `${stem}.promisor`), "");
    for (const ending of [".pack", ".idx"]) {
      const target = join(to, `${stem}${ending}`);
      if (existsSync(target)) continue;
      const draft = join(to, `.tmp-tidewaiter-${process.pid}-${stem}${ending}`);
      copyFileSync(join(from, `${stem}${ending}`), draft);
      chmodSync(draft, 0o444);
      renameSync(draft, target);
    }
  }
};

/** Fetches objects by id into a store of its own, which the repository's configuration does not reach, and hands them over. */
const fetchObjects = async (
  repository: Repository,
  promisor: Promisor,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "tidewaiter-fetch-"));
  try {
    const store = await createStore(folder, undefined, repository.objectFormat);
    const quiet = ["--quiet", "--no-tags", "--no-write-fetch-head", "--no-auto-maintenance", "--no-recurse-submodules"];
    const args = ["fetch", ...quiet, "--stdin", "--end-of-options", promisor.url];
    const settings = [...guarded(promisor), ...(await headersOf(repository))];
    const input = ids.map((id) => `${id}\n`).join("");
    await bytesOf(store.folder, args, { input, settings, signal, network: true });
    adopt(join(store.gitDirectory, "objects", "pack"), join(commonDirectory(repository), "objects", "pack"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const withoutLogin = (text: string): string => text.replace(/(\w+:\/\/)[^/@\s]+@/g, "$1");

/**
 * Brings what a partial clone lacks of some revisions, or of its whole history, into its object store: one request to its promisor
 * remote, by that remote's address alone. Gives what could not be had.
 */
export const fetchMissing = async (
  repository: Repository,
  what: Revisions | undefined,
  signal?: AbortSignal,
): Promise<readonly Missing[]> => {
  try {
    const promisor = await promisorOf(repository);
    if (promisor === undefined) return [];
    const revisions = what ?? { options: [], revisions: (await refTips(repository)).ids };
    const { absent } = await startWalk(repository, revisions, signal);
    if (absent.length === 0) return [];
    if (!protocols.includes(promisor.protocol))
      throw new GitError(`the address of the remote ${promisor.name} is none that git may reach by itself`);
    await fetchObjects(repository, promisor, absent, signal);
    return [];
  } catch (error) {
    if (signal?.aborted === true) return [];
    if (!(error instanceof GitError) && (error as NodeJS.ErrnoException).code === undefined) throw error;
    const reason = `--fetch-missing could not get them: ${withoutLogin((error as Error).message)}`;
    return [{ what: "objects that this partial clone lacks", reason }];
  }
};
