import type { Missing } from "../finding.ts";
import { bytesOf } from "./git.ts";
import type { Repository } from "./repository.ts";

/** The commit that first brought an object in, its path there, and how many commits came before. */
export interface Origin {
  readonly commit: string;
  readonly path: string;
  readonly order: number;
}

/** Answers where objects came from, once the walk beside the scan has ended. */
export interface Walk {
  readonly commits: number;
  /** Ids of the commits walked. */
  readonly isCommit: (id: string) => boolean;
  /** Ids of all that was walked and is in the store: commits, trees, blobs and tags. */
  readonly everything: () => IterableIterator<string>;
  readonly origins: (ids: ReadonlySet<string>) => ReadonlyMap<string, Origin>;
  /** Objects that a walked tree names and the store lacks, as in a partial clone. */
  readonly absent: readonly string[];
}

const newline = 10;

interface WalkLine {
  readonly id: string;
  /** Undefined for a commit, empty for a root tree. */
  readonly path: () => string | undefined;
  readonly absent: boolean;
}

function* walkLines(output: Buffer, idLength: number): IterableIterator<WalkLine> {
  for (let start = 0; start < output.length; ) {
    const found = output.indexOf(newline, start);
    const end = found === -1 ? output.length : found;
    const absent = output[start] === 0x3f; // `?id` in the output of --missing=print
    const from = start + (absent ? 1 : 0);
    const id = output.toString("latin1", from, from + idLength);
    const isCommit = end === from + idLength;
    yield { id, absent, path: () => (isCommit ? undefined : output.toString("utf8", from + idLength + 1, end)) };
    start = end + 1;
  }
}

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
export const startWalk = (repository: Repository, what: Revisions, signal?: AbortSignal): Promise<Walk> => {
  const order = ["--objects", "--in-commit-order", "--topo-order", "--reverse", "--missing=print"];
  const collect = async (): Promise<Walk> => {
    const input = what.revisions.map((revision) => `${revision}\n`).join("");
    const args = ["rev-list", ...order, ...what.options, "--stdin"];
    return createWalk(await bytesOf(repository.folder, args, { input, signal }), repository.idLength);
  };
  const walk = collect();
  walk.catch(() => {}); // awaited after the scan that runs beside it
  return walk;
};

/** A walk that knows nothing: of a history that is broken or was not walked. */
export const emptyWalk = (repository: Repository): Walk => createWalk(Buffer.alloc(0), repository.idLength);

const createWalk = (output: Buffer, idLength: number): Walk => {
  const commits = new Map<string, number>();
  const absent: string[] = [];
  for (const line of walkLines(output, idLength)) {
    if (line.absent) absent.push(line.id);
    else if (line.path() === undefined) commits.set(line.id, commits.size);
  }
  function* everything(): IterableIterator<string> {
    for (const line of walkLines(output, idLength)) if (!line.absent) yield line.id;
  }
  const origins = (ids: ReadonlySet<string>): ReadonlyMap<string, Origin> => {
    const found = new Map<string, Origin>();
    let commit = "";
    let order = 0;
    for (const line of walkLines(output, idLength)) {
      const known = commits.get(line.id);
      if (known !== undefined) [commit, order] = [line.id, known];
      if (ids.has(line.id) && !line.absent) found.set(line.id, { commit, order, path: line.path() ?? "" });
    }
    return found;
  };
  return { commits: commits.size, isCommit: (id) => commits.has(id), everything, origins, absent };
};
