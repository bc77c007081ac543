import { archiveKind } from "../../files/archive.ts";
import { mediaKind } from "../../files/media.ts";
import type { Kernel } from "../../kernel/kernel.ts";
import { type Entries, entryType } from "./entries.ts";
import type { Forest } from "./forest.ts";
import { createWalker, type Segments, type Unpacked } from "./walk.ts";

/** Scans a content in the kernel's memory; with what the scan of its base left, only what the delta changed is looked at. */
export type ScanInPlace<Match, Trace> = (
  content: { readonly address: number; readonly size: number },
  base: Trace | undefined,
  segments: Segments | undefined,
) => { readonly matches: readonly Match[]; readonly trace: Trace };

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
  scan: ScanInPlace<Match, Trace>,
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
  /** A blob's trace, or undefined where it was not scanned. */
  const visitBlob = ({ entry, address, size }: Unpacked, base: Trace | undefined, segments: Segments | undefined) => {
    const content = kernel.heap.bytes().subarray(address, address + size);
    const isFirst = repeated[entry] === 0;
    const kind = mediaKind(content);
    if (kind !== undefined) {
      if (isFirst) countMedia(kind, size);
      return undefined;
    }
    if (wantsReader(content)) {
      if (isFirst) aside.push(entry);
      return undefined;
    }
    const { matches, trace } = scan({ address, size }, base, segments);
    if (!isFirst) return trace;
    count(size);
    if (matches.length > 0) found.push({ entry, matches });
    return trace;
  };
  /** A commit's or tag's text begins after the first empty line; what was found before it is git's own. */
  const visitMessage = (object: Unpacked, base: Trace | undefined, segments: Segments | undefined) => {
    const { matches, trace } = scan(object, base, segments);
    if (repeated[object.entry] !== 0) return trace;
    count(object.size);
    if (matches.length === 0) return trace;
    const start = messageStart(kernel.heap.bytes().subarray(object.address, object.address + object.size));
    const inMessage = matches.filter((match) => match.start >= start);
    if (inMessage.length > 0) found.push({ entry: object.entry, matches: inMessage });
    return trace;
  };

  const walk = createWalker<Trace | undefined>(
    kernel,
    pack,
    entries,
    forest,
    (object, base, segments) =>
      entries.types[object.entry] === entryType.blob
        ? visitBlob(object, base, segments)
        : visitMessage(object, base, segments),
    (entry) => broken.push(entry),
  );
  for (let i = Atomics.add(next, 0, 1); i < forest.roots.length; i = Atomics.add(next, 0, 1)) walk(forest.roots[i]!);
  return { found, aside, media, broken, objects, bytes };
};
