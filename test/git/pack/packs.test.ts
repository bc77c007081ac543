import { createHash } from "node:crypto";
import { chmodSync, closeSync, cpSync, openSync, readdirSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import type { Report } from "../../../src/finding.ts";
import { entryType } from "../../../src/git/pack/entries.ts";
import { idOfEntry, openPack, type PackFile } from "../../../src/git/pack/pack-file.ts";
import { createWalker } from "../../../src/git/pack/walk.ts";
import { openRepository } from "../../../src/git/repository.ts";
import { createKernel } from "../../../src/kernel/kernel.ts";
import { run } from "../../../src/scan.ts";
import {
  createRepository,
  githubToken,
  repositoryIn,
  type TestRepository,
  temporaryFolder,
} from "../../repositories.ts";
import { planOf } from "../../scanning.ts";

/** A file that grows, shrinks and moves over 60 commits, with secrets that come, stay, move and go. */
const fill = (repository: TestRepository): void => {
  const lines = Array.from({ length: 200 }, (_, i) => `line ${i} of a file that changes: ${(i * 7919) % 1000}`);
  for (let i = 0; i < 60; i++) {
    if (i % 7 === 3) lines.splice((i * 13) % lines.length, 0, `token = "${githubToken(`secret ${i}`)}"`);
    if (i % 11 === 5) lines.unshift(...lines.splice((i * 17) % lines.length, 9));
    if (i % 13 === 8) lines.splice((i * 5) % lines.length, 4);
    lines[(i * 31) % lines.length] = `changed in ${i}`;
    const other = i % 10 === 4 ? { [`other/${i}.env`]: `A=${githubToken(`other ${i}`)}\n` } : {};
    repository.commit(`commit ${i}`, { "file.txt": `${lines.join("\n")}\n`, ...other });
  }
  repository.git("tag", "-a", "v1", "-m", `tagged with ${githubToken("tag")}`);
};

const typeNames: Readonly<Record<number, string>> = {
  [entryType.commit]: "commit",
  [entryType.tree]: "tree",
  [entryType.blob]: "blob",
  [entryType.tag]: "tag",
};

const packsOf = (folder: string, idBytes = 20): readonly PackFile[] => {
  const packs = join(folder, ".git", "objects", "pack");
  return readdirSync(packs)
    .filter((name) => name.endsWith(".idx"))
    .map((name) => openPack(join(packs, name), idBytes));
};

/** Unpacks all but trees and hashes each object as git does; gives how many there were. */
const hashAll = (pack: PackFile, algorithm: string): number => {
  const kernel = createKernel();
  let objects = 0;
  const walk = createWalker<undefined>(
    kernel,
    pack.bytes,
    pack.entries,
    pack.forest,
    {
      release: () => undefined,
      visit: ({ entry, address, size }) => {
        const content = kernel.heap.bytes().subarray(address, address + size);
        const header = `${typeNames[pack.entries.types[entry]!]} ${size}\0`;
        expect(createHash(algorithm).update(header).update(content).digest("hex")).toBe(idOfEntry(pack, entry));
        objects++;
        return undefined;
      },
    },
    (entry, reason) => {
      throw new Error(`entry ${entry}: ${reason}`);
    },
  );
  for (const root of pack.forest.roots) walk(root);
  return objects;
};

const listed = (repository: TestRepository): number =>
  repository
    .git("cat-file", "--batch-all-objects", "--batch-check=%(objecttype)")
    .split("\n")
    .filter((type) => type !== "tree").length;

const withoutTime = ({ coverage, ...rest }: Report) => ({ ...rest, coverage: { ...coverage, seconds: 0 } });

const scanWith = async (folder: string, jobs: number): Promise<unknown> => {
  const plan = planOf([{ kind: "history", repository: await openRepository(folder) }]);
  return withoutTime((await run({ ...plan, jobs })).report);
};

const ways: readonly (readonly [string, (repository: TestRepository) => void])[] = [
  ["one pack", (r) => r.git("repack", "-adq")],
  ["long chains", (r) => r.git("repack", "-adfq", "--depth=200", "--window=80")],
  ["bases named by id", (r) => r.git("-c", "repack.useDeltaBaseOffset=false", "repack", "-adfq")],
  ["an index of version 1", (r) => r.git("-c", "pack.indexVersion=1", "repack", "-adfq")],
  ["no compression", (r) => r.git("-c", "core.compression=0", "repack", "-adfFq")],
  ["no deltas", (r) => r.git("repack", "-adfq", "--depth=0")],
  [
    "two packs, loose objects and a multi-pack index",
    (r) => {
      r.git("repack", "-dq");
      r.commit("more", { "more.env": `B=${githubToken("more")}\n`, "file.txt": "short\n" });
      r.git("repack", "-dq");
      r.git("multi-pack-index", "write");
      r.commit("loose", { "loose.env": `C=${githubToken("loose")}\n` });
    },
  ],
];

const template = createRepository();
fill(template);

/** A copy of one history: making it takes longer than all that is done with it. */
const copied = (): TestRepository => {
  const folder = temporaryFolder();
  cpSync(template.folder, folder, { recursive: true });
  return repositoryIn(folder);
};

describe.each(ways)("%s", (_name, repack) => {
  const repository = copied();
  repack(repository);

  test("every object hashes to its id", () => {
    const packs = packsOf(repository.folder);
    const loose = repository.git("count-objects").split(" ")[0];
    const objects = packs.reduce((sum, pack) => sum + hashAll(pack, "sha1"), 0);
    if (loose === "0") expect(objects).toBe(listed(repository));
    expect(objects).toBeGreaterThan(100);
  });
  test("threads report what reading through git reports", async () => {
    expect(await scanWith(repository.folder, 2)).toEqual(await scanWith(repository.folder, 0));
  });
});

test("ids of SHA-256", async () => {
  const folder = temporaryFolder();
  const repository = repositoryIn(folder);
  repository.git("init", "-q", "--object-format=sha256");
  fill(repository);
  repository.git("repack", "-adq");
  expect(packsOf(folder, 32).reduce((sum, pack) => sum + hashAll(pack, "sha256"), 0)).toBe(listed(repository));
  expect(await scanWith(folder, 2)).toEqual(await scanWith(folder, 0));
});

test("objects borrowed from another store", async () => {
  const lender = copied();
  lender.git("repack", "-adq");
  const folder = temporaryFolder();
  const borrower = repositoryIn(folder);
  borrower.git("clone", "-q", "--shared", lender.folder, ".");
  borrower.commit("own", { "own.env": `D=${githubToken("own")}\n` });
  expect(await scanWith(folder, 2)).toEqual(await scanWith(folder, 0));
});

describe("a damaged pack", () => {
  const repository = copied();
  repository.git("repack", "-adq");
  const folder = join(repository.folder, ".git", "objects", "pack");
  const file = join(folder, readdirSync(folder).find((name) => name.endsWith(".pack"))!);
  const { size } = statSync(file);
  chmodSync(file, 0o644);

  const flip = (at: number): void => {
    const handle = openSync(file, "r+");
    writeSync(handle, Buffer.from([(at * 37) & 255]), 0, 1, at);
    closeSync(handle);
  };
  test("is never passed over in silence, wherever it is damaged", async () => {
    for (const part of [0.999, 0.7, 0.5, 0.3, 0.05]) {
      flip(Math.floor(size * part));
      const report = (await scanWith(repository.folder, 2)) as Report;
      expect(report.coverage.complete).toBe(false);
      expect(report.verdict.conclusion).toBe("incomplete");
    }
  });
});
