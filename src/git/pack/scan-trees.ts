import { archiveFirstBytes, archiveKind, tarMagicAt } from "../../files/archive.ts";
import { mediaFirstBytes, mediaKind } from "../../files/media.ts";
import type { Kernel } from "../../kernel/kernel.ts";
import { type Entries, entryType } from "./entries.ts";
import type { Forest } from "./forest.ts";
import { createWalker, type Made, type Segments, type Unpacked } from "./walk.ts";

/** Scans contents in the kernel's memory; with what the scan of its base left, only what the delta changed is looked at. */
export interface TreeScanner<Match, Trace> {
  /** Undefined for a content that this way of scanning cannot take. */
  readonly scanInPlace: (
    content: { readonly address: number; readonly size: number },
    base?: { readonly trace: Trace; readonly size: number; readonly segments: Segments },
  ) => { readonly matches: readonly Match[]; readonly trace: Trace } | undefined;
  readonly discard: (trace: Trace) => void;
}

/** Delta trees to scan. Several threads take roots from one list: `next` is a shared counter. */
export interface TreesTask {
  readonly bytes: Uint8Array;
  readonly entries: Entries;
  readonly forest: Forest;
  readonly next: Int32Array;
  /** 1 for entries that were looked at before and are not reported again. */
  readonly repeated: Uint8Array;
}

export interface TreesResult<Match> {
  readonly found: readonly { readonly entry: number; readonly matches: readonly Match[] }[];
  /** Entries that want a reader of their own: archives, UTF-16, huge ones. */
  readonly aside: readonly number[];
  readonly media: ReadonlyMap<string, number>;
  readonly broken: readonly number[];
  /** Counts of all that was looked at here, `aside` and `broken` apart. */
  readonly objects: number;
  readonly bytes: number;
}

/** Larger objects are not scanned in one piece. */
const maxInPlace = 64 << 20;

/** Texts in UTF-16 with a byte order mark are turned into UTF-8 before their scan. */
const isUtf16 = (content: Buffer): boolean => {
  const mark = content.length < 2 ? 0 : content.readUInt16BE(0);
  return mark === 0xfffe || mark === 0xfeff;
};

/** Bytes with which no plain text begins, or seldom. */
const telling = new Uint8Array(256);
for (const byte of [...mediaFirstBytes, ...archiveFirstBytes, 0xfe, 0xff]) telling[byte] = 1;

/** A cheap look: whether a content may be one that is not scanned as it stands. */
const mayBeApart = (memory: Buffer, address: number, size: number): boolean =>
  size > maxInPlace || telling[memory[address]!] === 1 || (size > tarMagicAt && memory[address + tarMagicAt] === 0x75);

const emptyLine = Buffer.from("\n\n");

const wantsReader = (content: Buffer): boolean =>
  content.length > maxInPlace || isUtf16(content) || archiveKind(content) !== undefined;

const messageStart = (raw: Buffer): number => {
  const end = raw.indexOf(emptyLine);
  return end === -1 ? raw.length : end + emptyLine.length;
};

/** Scans the trees that no other thread has taken. */
export const scanTrees = <Match extends { readonly start: number }, Trace>(
  kernel: Kernel,
  { bytes: pack, entries, forest, next, repeated }: TreesTask,
  { scanInPlace, discard }: TreeScanner<Match, Trace>,
): TreesResult<Match> => {
  const found: { entry: number; matches: readonly Match[] }[] = [];
  const aside: number[] = [];
  const broken: number[] = [];
  const media = new Map<string, number>();
  let objects = 0;
  let bytes = 0;

  const count = (size: number): void => {
    objects++;
    bytes += size;
  };
  const countMedia = (kind: string, size: number): void => {
    count(size);
    media.set(kind, (media.get(kind) ?? 0) + 1);
  };
  const report = (object: Unpacked, matches: readonly Match[]): void => {
    count(object.size);
    if (matches.length === 0) return;
    const isBlob = entries.types[object.entry] === entryType.blob;
    const reported = isBlob ? matches : inMessage(object, matches);
    if (reported.length > 0) found.push({ entry: object.entry, matches: reported });
  };
  /** A commit's or tag's text begins after the first empty line; what was found before it is git's own. */
  const inMessage = ({ address, size }: Unpacked, matches: readonly Match[]): readonly Match[] => {
    const start = messageStart(kernel.heap.bytes().subarray(address, address + size));
    return matches.filter((match) => match.start >= start);
  };
  /** Whether a blob is no text, or wants a reader of its own; that is written down. */
  const isApart = ({ entry, address, size }: Unpacked): boolean => {
    const memory = kernel.heap.bytes();
    if (!mayBeApart(memory, address, size)) return false;
    const content = memory.subarray(address, address + size);
    const kind = mediaKind(content);
    const isOdd = kind === undefined && wantsReader(content);
    if (repeated[entry] === 0 && kind !== undefined) countMedia(kind, size);
    if (repeated[entry] === 0 && isOdd) aside.push(entry);
    return kind !== undefined || isOdd;
  };
  /** An object's trace, or undefined where it was not scanned. */
  const visit = (object: Unpacked, base: Made<Trace | undefined> | undefined): Trace | undefined => {
    const { entry, address, size } = object;
    if (entries.types[entry] === entryType.blob && isApart(object)) return undefined;
    const trace = base?.state;
    const made = base === undefined || trace === undefined ? undefined : { ...base, trace };
    const scanned = scanInPlace({ address, size }, made);
    if (scanned === undefined) {
      if (repeated[entry] === 0) aside.push(entry);
      return undefined;
    }
    if (repeated[entry] === 0) report(object, scanned.matches);
    return scanned.trace;
  };
  const release = (trace: Trace | undefined): void => {
    if (trace !== undefined) discard(trace);
  };
  const walk = createWalker<Trace | undefined>(kernel, pack, entries, forest, { visit, release }, (entry) =>
    broken.push(entry),
  );
  for (let i = Atomics.add(next, 0, 1); i < forest.roots.length; i = Atomics.add(next, 0, 1)) walk(forest.roots[i]!);
  return { found, aside, media, broken, objects, bytes };
};
