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
}

export interface TreesResult<Match> {
  readonly found: readonly { readonly entry: number; readonly matches: readonly Match[] }[];
  readonly archives: readonly { readonly entry: number; readonly size: number }[];
  readonly media: ReadonlyMap<string, number>;
  readonly broken: readonly { readonly entry: number; readonly reason: string }[];
  readonly objects: number;
  readonly bytes: number;
}

const emptyLine = Buffer.from("\n\n");

/** Scans the trees that no other thread has taken. */
export const scanTrees = <Match extends { readonly start: number; readonly end: number }, Trace>(
  kernel: Kernel,
  { bytes: pack, entries, forest, next }: TreesTask,
  scan: ScanInPlace<Match, Trace>,
): TreesResult<Match> => {
  const found: { entry: number; matches: readonly Match[] }[] = [];
  const archives: { entry: number; size: number }[] = [];
  const media = new Map<string, number>();
  const broken: { entry: number; reason: string }[] = [];
  let objects = 0;
  let bytes = 0;

  /** A commit's or tag's text begins after the first empty line; what was found before it is git's own. */
  const inMessage = (matches: readonly Match[], { address, size }: Unpacked): readonly Match[] => {
    if (matches.length === 0) return matches;
    const raw = kernel.heap.bytes().subarray(address, address + size);
    const end = raw.indexOf(emptyLine);
    const start = end === -1 ? size : end + emptyLine.length;
    return matches
      .filter((match) => match.start >= start)
      .map((match) => ({ ...match, start: match.start - start, end: match.end - start }));
  };

  const visit = (object: Unpacked, base: Trace | undefined, segments: Segments | undefined): Trace | undefined => {
    const { entry, address, size } = object;
    objects++;
    bytes += size;
    const isBlob = entries.types[entry] === entryType.blob;
    if (isBlob) {
      const head = kernel.heap.bytes().subarray(address, address + size);
      const kind = mediaKind(head);
      if (kind !== undefined) {
        media.set(kind, (media.get(kind) ?? 0) + 1);
        return undefined;
      }
      if (archiveKind(head) !== undefined) {
        archives.push({ entry, size });
        return undefined;
      }
    }
    const { matches, trace } = scan(object, base, segments);
    const kept = isBlob ? matches : inMessage(matches, object);
    if (kept.length > 0) found.push({ entry, matches: kept });
    return trace;
  };

  const walk = createWalker<Trace | undefined>(kernel, pack, entries, forest, visit, (entry, reason) =>
    broken.push({ entry, reason }),
  );
  for (let i = Atomics.add(next, 0, 1); i < forest.roots.length; i = Atomics.add(next, 0, 1)) walk(forest.roots[i]!);
  return { found, archives, media, broken, objects, bytes };
};
