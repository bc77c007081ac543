import type { Missing } from "../finding.ts";
import { bytesOf } from "./git.ts";
import type { Repository } from "./repository.ts";

/** The commit that first brought an object in, its path there, and how many commits came before. */
export interface Origin {
  readonly commit: string;
  /** Empty where it is not known yet (`wholePaths`). */
  readonly path: string;
  readonly order: number;
  /** Tells a path that is not known from others. */
  readonly pathKey?: string;
}

/** Answers where objects came from, once the walk beside the scan has ended. */
export interface Walk {
  readonly commits: number;
  /** Ids of the commits walked. */
  readonly isCommit: (id: string) => boolean;
  readonly origins: (ids: ReadonlySet<string>) => ReadonlyMap<string, Origin>;
  /** Objects that a walked tree names and the store lacks, as in a partial clone. */
  readonly absent: readonly string[];
}

/** A walk of git's own. */
export interface GitWalk extends Walk {
  /** Ids of all that was walked and is in the store: commits, trees, blobs and tags. */
  readonly everything: () => readonly string[];
}

const newline = 10;

/** A line: the id's first byte, and the byte behind the line. A commit has nothing but its id; a root tree's path is empty. */
type OnLine = (from: number, end: number, absent: boolean) => void;

const eachLine = (output: Buffer, idLength: number, onLine: OnLine): void => {
  for (let start = 0; start < output.length; ) {
    const found = output.indexOf(newline, start + idLength);
    const end = found === -1 ? output.length : found;
    const absent = output[start] === 0x3f; // `?id` in the output of --missing=print
    onLine(absent ? start + 1 : start, end, absent);
    start = end + 1;
  }
};

const likelyBits = 20;

/** Most of millions of lines name none of some ids: their first eight digits tell, before a string is made of them. */
const likelyAmong = (ids: Iterable<string>) => {
  const bits = new Uint8Array(2 ** likelyBits / 8);
  const hash = (bytes: Buffer, at: number): number =>
    (Math.imul(bytes.readInt32LE(at), 0x9e3779b1) ^ Math.imul(bytes.readInt32LE(at + 4), 0x85ebca6b)) >>>
    (32 - likelyBits);
  for (const id of ids) {
    const hashed = hash(Buffer.from(id, "latin1"), 0);
    bits[hashed >> 3]! |= 1 << (hashed & 7);
  }
  return (bytes: Buffer, at: number): boolean => {
    const hashed = hash(bytes, at);
    return (bits[hashed >> 3]! & (1 << (hashed & 7))) !== 0;
  };
};

/** Which commits a walk covers: options such as `--all`, and revisions such as `main` or `^v1`, any number of them. */
export interface Revisions {
  readonly options: readonly string[];
  readonly revisions: readonly string[];
  /** What the selection asks for and the repository cannot give, such as commits beyond a shallow boundary. */
  readonly missing?: readonly Missing[];
}

/**
 * Starts `git rev-list`. In this order of output every object follows the commit that first brought it in, with one
 * path; `--topo-order` because clocks lie. Rejects with a GitError where the history is broken.
 */
export const startWalk = (repository: Repository, what: Revisions, signal?: AbortSignal): Promise<GitWalk> => {
  const order = ["--objects", "--in-commit-order", "--topo-order", "--reverse", "--missing=print"];
  const collect = async (): Promise<GitWalk> => {
    const input = what.revisions.map((revision) => `${revision}\n`).join("");
    const args = ["rev-list", ...order, ...what.options, "--stdin"];
    return createWalk(await bytesOf(repository.folder, args, { input, signal }), repository.idLength);
  };
  const walk = collect();
  walk.catch(() => {}); // awaited after the scan that runs beside it
  return walk;
};

/** A walk that knows nothing: of a history that is broken or was not walked. */
export const emptyWalk = (repository: Repository): GitWalk => createWalk(Buffer.alloc(0), repository.idLength);

const createWalk = (output: Buffer, idLength: number): GitWalk => {
  const commits = new Map<string, number>();
  const absent: string[] = [];
  const idAt = (from: number): string => output.toString("latin1", from, from + idLength);
  eachLine(output, idLength, (from, end, isAbsent) => {
    if (isAbsent) absent.push(idAt(from));
    else if (end === from + idLength) commits.set(idAt(from), commits.size);
  });
  const everything = (): readonly string[] => {
    const ids: string[] = [];
    eachLine(output, idLength, (from, _end, isAbsent) => {
      if (!isAbsent) ids.push(idAt(from));
    });
    return ids;
  };
  const origins = (ids: ReadonlySet<string>): ReadonlyMap<string, Origin> => {
    const found = new Map<string, Origin>();
    const isLikely = likelyAmong(ids);
    let [commitAt, order] = [-1, -1];
    eachLine(output, idLength, (from, end, isAbsent) => {
      if (isAbsent) return;
      if (end === from + idLength) {
        commitAt = from;
        order++;
      }
      if (!isLikely(output, from) || !ids.has(idAt(from))) return;
      const path = output.toString("utf8", from + idLength + 1, Math.max(end, from + idLength + 1));
      found.set(idAt(from), { commit: commitAt < 0 ? "" : idAt(commitAt), order: Math.max(0, order), path });
    });
    return found;
  };
  return { commits: commits.size, isCommit: (id) => commits.has(id), everything, origins, absent };
};
