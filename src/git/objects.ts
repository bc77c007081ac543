import type { Missing } from "../finding.ts";
import { GitError, linesOf, streamGit } from "./git.ts";
import type { Repository } from "./repository.ts";

export type ObjectType = "blob" | "commit" | "tag" | "tree";

export interface ObjectEntry {
  readonly id: string;
  readonly type: ObjectType;
  /** In bytes, unpacked. */
  readonly size: number;
}

/** Waits, where objects come faster than they are looked at. */
export type Pause = () => Promise<void>;

/** Called with each object; `content` is only valid during the call. */
export type VisitObject = (id: string, type: ObjectType, content: Buffer) => void;

/** Larger objects are not read: a limit of ours, reported as missing. */
export const maxObject = 1 << 30;

/** What one reading keeps between objects is given back above this size. */
const maxScratch = 64 << 20;

/** A store in which more objects than this are broken is given up: each costs a new process. */
const maxBroken = 100;

const repair = "run `git fsck`, then fetch again what is broken";

const parseEntry = (line: string): ObjectEntry => {
  const [id, type, size] = line.split(" ") as [string, ObjectType, string];
  return { id, type, size: Number(size) };
};

/**
 * Lists all objects but trees that the store holds, reachable or not, each once, in pack order; commits and trees apart too. Git
 * goes on without a pack that it cannot open: what it says of that is in `missing`.
 */
export const listObjects = async (repository: Repository): Promise<ObjectList> => {
  const args = ["cat-file", "--batch-all-objects", "--unordered", "--batch-check=%(objectname) %(objecttype)"];
  const ids: string[] = [];
  const commits: string[] = [];
  const trees: string[] = [];
  const missing: Missing[] = [];
  const onComplaint = (text: string) => missing.push({ what: text, reason: repair });
  for await (const line of linesOf(repository.folder, args, "", onComplaint)) {
    const id = line.slice(0, repository.idLength);
    if (line.endsWith("commit")) commits.push(id);
    if (line.endsWith("tree")) trees.push(id);
    else ids.push(id);
  }
  return { ids, commits, trees, missing };
};

export interface ObjectList {
  readonly ids: readonly string[];
  readonly commits: readonly string[];
  readonly trees: readonly string[];
  readonly missing: readonly Missing[];
}

interface BatchEvents {
  readonly visit: VisitObject;
  /** After each object asked for; with a reason when it was not read. */
  readonly answered: (unread?: string) => void;
}

/** Splits the stream of `git cat-file --batch` into objects. */
const createBatchParser = ({ visit, answered }: BatchEvents) => {
  let header = "";
  let scratch = Buffer.allocUnsafe(1 << 20);
  let filled = 0;
  let current: ObjectEntry | undefined;

  const begin = (line: string): void => {
    if (/ (missing|ambiguous)$/.test(line)) {
      answered("not in the object store");
      return;
    }
    current = parseEntry(line);
    filled = 0;
    if (current.size <= maxObject && current.size > scratch.length)
      scratch = Buffer.allocUnsafe(Math.min(maxObject, Math.max(current.size, scratch.length * 2)));
  };
  const finish = ({ id, type, size }: ObjectEntry): void => {
    current = undefined;
    if (size > maxObject) {
      answered(`its ${size} bytes exceed the limit of ${maxObject}`);
      return;
    }
    visit(id, type, scratch.subarray(0, size));
    if (scratch.length > maxScratch) scratch = Buffer.allocUnsafe(1 << 20);
    answered();
  };
  const readHeader = (chunk: Buffer, at: number): number => {
    const end = chunk.indexOf(10, at);
    header += chunk.toString("latin1", at, end === -1 ? chunk.length : end);
    if (end === -1) return chunk.length;
    begin(header);
    header = "";
    return end + 1;
  };
  const readContent = (chunk: Buffer, at: number, entry: ObjectEntry): number => {
    const take = Math.min(entry.size - filled, chunk.length - at);
    if (entry.size <= maxObject) chunk.copy(scratch, filled, at, at + take);
    filled += take;
    const isWhole = filled === entry.size && at + take < chunk.length;
    if (isWhole) finish(entry);
    return at + take + (isWhole ? 1 : 0); // a line feed follows the content
  };
  return (chunk: Buffer): void => {
    for (let at = 0; at < chunk.length; )
      at = current === undefined ? readHeader(chunk, at) : readContent(chunk, at, current);
  };
};

const isAborted = (signal: AbortSignal | undefined): boolean => signal?.aborted === true;

const writeIds = async (stdin: NodeJS.WritableStream, ids: readonly string[], from: number): Promise<void> => {
  const batch = 4096;
  let isOpen = true;
  let wake = (): void => {};
  stdin.on("drain", () => wake());
  stdin.on("close", () => {
    isOpen = false;
    wake();
  });
  for (let at = from; at < ids.length && isOpen; at += batch)
    if (!stdin.write(`${ids.slice(at, at + batch).join("\n")}\n`))
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (!isOpen) resolve();
      });
  stdin.end();
};

const shortened = (reason: string): string => reason.slice(0, 300);

/**
 * Reads objects through one `git cat-file --batch`, in the order asked for. A git that dies on a broken object is started
 * again behind it, and the object is named as missing.
 */
export const readObjects = async (
  repository: Repository,
  ids: readonly string[],
  visit: VisitObject,
  signal?: AbortSignal,
  pause?: Pause,
): Promise<readonly Missing[]> => {
  const missing: Missing[] = [];
  let count = 0;
  const answered = (unread?: string): void => {
    if (unread !== undefined) missing.push({ what: `object ${ids[count]}`, reason: `${shortened(unread)}: ${repair}` });
    count++;
  };
  for (let broken = 0; count < ids.length && !isAborted(signal); broken++) {
    if (broken > maxBroken) {
      missing.push({ what: `${ids.length - count} more objects`, reason: `too many are broken: ${repair}` });
      break;
    }
    const parse = createBatchParser({ visit, answered });
    const failure = await readRun(repository, { ids, from: count }, parse, signal, pause);
    if (failure !== undefined && !isAborted(signal) && count < ids.length) answered(failure);
  }
  return missing;
};

interface Asked {
  readonly ids: readonly string[];
  /** The first of them that is asked for. */
  readonly from: number;
}

/** One git; gives the reason when it ended before the last object. */
const readRun = async (
  repository: Repository,
  { ids, from }: Asked,
  parse: (chunk: Buffer) => void,
  signal: AbortSignal | undefined,
  pause: Pause = async () => {},
): Promise<string | undefined> => {
  const git = streamGit(repository.folder, ["cat-file", "--batch", "--buffer"], { signal });
  const writing = writeIds(git.stdin, ids, from);
  try {
    for await (const chunk of git.stdout) {
      parse(chunk as Buffer);
      await pause();
    }
    await git.ended;
    await writing;
    return "git gave no answer";
  } catch (error) {
    if (error instanceof GitError || isAborted(signal)) return (error as Error).message;
    git.process.kill();
    throw error;
  }
};
