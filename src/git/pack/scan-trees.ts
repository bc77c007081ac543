import type { Breath } from "../../breath.ts";
import type { Kernel } from "../../kernel/kernel.ts";
import { type Apart, apartOf } from "./apart.ts";
import type { ArchiveReader, PackedArchive } from "./archives.ts";
import { type Control, createPace } from "./control.ts";
import { type Entries, entryType } from "./entries.ts";
import type { Forest } from "./forest.ts";
import { standing, verdict } from "./known.ts";
import type { PackBytes } from "./pack-bytes.ts";
import { createWalker, type Made, type Segments, type Unpacked } from "./walk.ts";
import { rootsLeft, walkTree } from "./walk-tree.ts";

/** Scans contents in the kernel's memory; with what the scan of its base left, only what the delta changed is looked at. */
export interface TreeScanner<Match, Trace> {
  /** Undefined for a content that this way of scanning cannot take. */
  readonly scanInPlace: (
    content: { readonly address: number; readonly size: number },
    base?: { readonly trace: Trace; readonly size: number; readonly segments: Segments },
  ) => { readonly matches: readonly Match[]; readonly trace: Trace } | undefined;
  readonly discard: (trace: Trace) => void;
}

/** Delta trees to scan. Several threads take roots from one list. */
export interface TreesTask {
  readonly pack: PackBytes;
  readonly entries: Entries;
  readonly forest: Forest;
  readonly control: Control;
  /** 1 for entries that were looked at before and are not reported again, 2 for those that are not even scanned (`standing` in known.ts). */
  readonly repeated: Uint8Array;
  /** Where a cache is kept: takes 1 for each entry in which nothing was found (`verdict` in known.ts). */
  readonly verdicts?: Uint8Array;
}

export interface TreesResult<Match> {
  readonly found: readonly { readonly entry: number; readonly matches: readonly Match[] }[];
  /** Archives that were read on the way. */
  readonly archives: readonly PackedArchive[];
  /** Entries that want a reader of their own: other archives, UTF-16. */
  readonly aside: readonly number[];
  /** Entries that are larger than is unpacked here, with their size where it is known, and all that builds on them. */
  readonly large: readonly { readonly entry: number; readonly size: number | undefined }[];
  readonly media: ReadonlyMap<string, number>;
  /** The entries that `media` counts. */
  readonly passed: readonly { readonly entry: number; readonly media: string }[];
  readonly broken: readonly number[];
  /** Counts of all that was looked at here: none of `aside`, `large` and `broken`. */
  readonly objects: number;
  readonly bytes: number;
}

const emptyLine = Buffer.from("\n\n");

const messageStart = (raw: Buffer): number => {
  const end = raw.indexOf(emptyLine);
  return end === -1 ? raw.length : end + emptyLine.length;
};

interface Collected<Match> extends TreesResult<Match> {
  readonly found: { entry: number; matches: readonly Match[] }[];
  readonly archives: PackedArchive[];
  readonly aside: number[];
  readonly large: { entry: number; size: number | undefined }[];
  readonly media: Map<string, number>;
  readonly passed: { entry: number; media: string }[];
  readonly broken: number[];
  objects: number;
  bytes: number;
}

/** Scans the trees that no other thread has taken; with a reader, archives too. */
export const scanTrees = async <Match extends { readonly start: number }, Trace>(
  kernel: Kernel,
  { pack, entries, forest, control, repeated, verdicts }: TreesTask,
  { scanInPlace, discard }: TreeScanner<Match, Trace>,
  archives?: ArchiveReader,
  breath?: Breath,
): Promise<TreesResult<Match>> => {
  const all: Collected<Match> = {
    found: [],
    archives: [],
    aside: [],
    large: [],
    broken: [],
    media: new Map(),
    passed: [],
    objects: 0,
    bytes: 0,
  };
  const isNew = (entry: number): boolean => repeated[entry] === 0;

  const count = (size: number): void => {
    all.objects++;
    all.bytes += size;
  };
  const report = (object: Unpacked, matches: readonly Match[]): void => {
    count(object.size);
    if (matches.length === 0) {
      if (verdicts !== undefined) verdicts[object.entry] = verdict.clean;
      return;
    }
    const isBlob = entries.types[object.entry] === entryType.blob;
    const reported = isBlob ? matches : inMessage(object, matches);
    if (reported.length > 0) all.found.push({ entry: object.entry, matches: reported });
  };
  /** A commit's or tag's text begins after the first empty line; what was found before it is git's own. */
  const inMessage = ({ address, size }: Unpacked, matches: readonly Match[]): readonly Match[] => {
    const start = messageStart(kernel.heap.bytes().subarray(address, address + size));
    return matches.filter((match) => match.start >= start);
  };
  const isTaken = ({ entry, address, size }: Unpacked): boolean =>
    archives?.take(entry, kernel.heap.bytes().subarray(address, address + size)) === true;
  const setAside = (object: Unpacked, apart: Apart): void => {
    const { entry, size } = object;
    if (!isNew(entry)) return;
    if (apart.kind === "reader") {
      if (!isTaken(object)) all.aside.push(entry);
    } else {
      count(size);
      all.media.set(apart.media, (all.media.get(apart.media) ?? 0) + 1);
      all.passed.push({ entry, media: apart.media });
    }
  };
  /** Whether a blob is not scanned as it stands; that is written down. */
  const isApart = (object: Unpacked): boolean => {
    if (entries.types[object.entry] !== entryType.blob) return false;
    const apart = apartOf(kernel.heap.bytes(), object.address, object.size);
    if (apart !== undefined) setAside(object, apart);
    return apart !== undefined;
  };
  /** An object's trace, or undefined where it was not scanned. */
  const visit = (object: Unpacked, base: Made<Trace | undefined> | undefined): Trace | undefined =>
    repeated[object.entry] === standing.known ? undefined : scan(object, base);
  const scan = (object: Unpacked, base: Made<Trace | undefined> | undefined): Trace | undefined => {
    const { entry, address, size } = object;
    if (isApart(object)) return undefined;
    const trace = base?.state;
    const made = base === undefined || trace === undefined ? undefined : { ...base, trace };
    const scanned = scanInPlace({ address, size }, made);
    if (scanned === undefined) {
      if (isNew(entry)) all.aside.push(entry);
      return undefined;
    }
    if (isNew(entry)) report(object, scanned.matches);
    return scanned.trace;
  };
  const release = (trace: Trace | undefined): void => {
    if (trace !== undefined) discard(trace);
  };
  const broken = (entry: number): void => {
    if (isNew(entry)) all.broken.push(entry);
  };
  const large = (entry: number, size: number | undefined): void => {
    if (isNew(entry)) all.large.push({ entry, size });
  };
  const trees = { pack, entries, forest, pace: createPace(control) };
  const walker = createWalker<Trace | undefined>(kernel, trees, { visit, release, broken, large });
  const catchUp = async (isEnd: boolean): Promise<void> => {
    if (archives !== undefined) all.archives.push(...(await archives.catchUp(isEnd)));
  };
  for (const root of rootsLeft(forest, control)) {
    if (!(await walkTree(walker, root, breath))) break;
    await catchUp(false);
  }
  walker.close();
  await catchUp(true);
  return all;
};
