import type { Breath } from "../../breath.ts";
import type { Kernel } from "../../kernel/kernel.ts";
import { type Control, createPace, endScan } from "./control.ts";
import { type Entries, entryType } from "./entries.ts";
import type { Forest } from "./forest.ts";
import type { PackBytes } from "./pack-bytes.ts";
import { createWalker, type Unpacked } from "./walk.ts";
import { rootsLeft, walkTree } from "./walk-tree.ts";

/** Commits and trees of files to read. Several threads take roots from one list. */
export interface GraphTask {
  readonly pack: PackBytes;
  readonly entries: Entries;
  /** Of commits and trees of files. */
  readonly forest: Forest;
  readonly control: Control;
  /** The ids of the pack's index. */
  readonly ids: Uint8Array;
  readonly idBytes: number;
  /** By place in that list: 1 for blobs whose origin is asked for. */
  readonly wanted: Uint8Array;
  /** Of the hashes of names. */
  readonly seed: number;
}

/** What one thread read: rows of u32, which begin with a place in the index and the number of words that follow. */
export interface GraphPart {
  /** Of a tree: for each folder and wanted blob in it its place and its name's hash. */
  readonly trees: readonly Uint32Array<ArrayBuffer>[];
  /** Of a commit: its tree, the committer's time (low and high half), its parents. */
  readonly commits: readonly Uint32Array<ArrayBuffer>[];
  /** Whether no object was lacking or not what it should be. */
  readonly isSound: boolean;
}

const chunkBytes = 1 << 20;

/** Rows that the kernel writes, taken out of its memory by the megabyte. */
const createRows = ({ heap }: Kernel) => {
  const chunks: Uint32Array<ArrayBuffer>[] = [];
  let room = { address: heap.allocate(chunkBytes), size: chunkBytes };
  let end = 0;
  const takeOut = (): void => {
    if (end > 0) chunks.push(new Uint32Array(heap.bytes().buffer as ArrayBuffer, room.address, end / 4).slice());
    end = 0;
  };
  /** Has a row of at most so many bytes written; gives what `write` gives. */
  const add = (most: number, write: (into: number) => number): number => {
    if (end + most > room.size) takeOut();
    if (most > room.size) {
      heap.free(room.address, room.size);
      room = { address: heap.allocate(most), size: most };
    }
    const words = write(room.address + end);
    if (words > 0) end += words * 4;
    return words;
  };
  const all = (): readonly Uint32Array<ArrayBuffer>[] => {
    takeOut();
    heap.free(room.address, room.size);
    return chunks;
  };
  return { add, all };
};

const byTwoBytes = 2 ** 16;
/** Of look-ups that the kernel remembers. */
const recentBytes = 2 ** 14 * 16;

/** Where ids begin that begin with two bytes. */
const startsOf = (ids: Uint8Array, idBytes: number): Uint32Array => {
  const starts = new Uint32Array(byTwoBytes + 1);
  for (let at = 0; at < ids.length; at += idBytes) starts[((ids[at]! << 8) | ids[at + 1]!) + 1]!++;
  for (let i = 0; i < byTwoBytes; i++) starts[i + 1]! += starts[i]!;
  return starts;
};

/** Puts the tables into the kernel's memory; gives what takes them out again. */
const load = (kernel: Kernel, { ids, idBytes, wanted, seed }: GraphTask): (() => void) => {
  const { heap } = kernel;
  const starts = startsOf(ids, idBytes);
  const noneYet = new Uint8Array(recentBytes).fill(0xff); // zeros would be a look-up of the id that git writes where there is none
  const tables = [ids, new Uint8Array(starts.buffer), noneYet, wanted].map((bytes) => {
    const size = bytes.length + 1;
    const address = heap.allocate(size);
    heap.bytes().set(bytes, address);
    return { address, size };
  });
  const [idsAt, startsAt, recentAt, wantedAt] = tables.map(({ address }) => address);
  kernel.configureHistory(idsAt!, idBytes, startsAt!, recentAt!, wantedAt!, seed);
  return () => {
    for (const { address, size } of tables) heap.free(address, size);
  };
};

/** Reads the commits and trees that no other thread has taken. What is not sound ends it. */
export const readGraph = async (kernel: Kernel, task: GraphTask, breath?: Breath): Promise<GraphPart> => {
  const { pack, entries, forest, control, idBytes } = task;
  const unload = load(kernel, task);
  const trees = createRows(kernel);
  const commits = createRows(kernel);
  let isSound = true;
  const fail = (): void => {
    isSound = false;
    endScan(control);
  };
  const read = ({ entry, address, size }: Unpacked): void => {
    const isCommit = entries.types[entry] === entryType.commit;
    const [rows, readRow] = isCommit ? [commits, kernel.readCommit] : [trees, kernel.readTree];
    const place = entries.positions[entry]!;
    const words = rows.add((Math.ceil(size / idBytes) * 2 + 8) * 4, (into) => readRow(address, size, place, into));
    if (words < 0) fail();
  };
  const walker = createWalker<undefined>(
    kernel,
    { pack, entries, forest, pace: createPace(control) },
    {
      visit: (object) => void read(object),
      release: () => undefined,
      broken: fail,
      large: fail,
    },
  );
  for (const root of rootsLeft(forest, control)) if (!(await walkTree(walker, root, breath))) break;
  walker.close();
  unload();
  return { trees: trees.all(), commits: commits.all(), isSound };
};
