import { type ArchiveReading, inspectArchive, isReadApart } from "../../files/inspect-archive.ts";
import type { Inspect } from "../../sighting.ts";

/** An archive that a pack holds, and what is in it. */
export interface PackedArchive {
  readonly entry: number;
  /** In bytes, as the pack's object. */
  readonly size: number;
  readonly reading: ArchiveReading;
}

/** Reads archives where they are met, between two delta trees: reading them waits for streams, and walking a tree does not. */
export interface ArchiveReader {
  /** Keeps a copy of a content that is an archive; false for any other, and for a large one. */
  readonly take: (entry: number, content: Buffer) => boolean;
  /** Reads what waits, where it is enough or nothing else comes. */
  readonly catchUp: (isEnd: boolean) => Promise<readonly PackedArchive[]>;
}

/** Larger archives are left to a reader that holds few at a time. */
const maxTaken = 16 << 20;
const enough = 8 << 20;

/** `isOn` tells whether the scan goes on: what still waits when it ends is not read. */
export const createArchiveReader = (inspect: Inspect, isOn: () => boolean): ArchiveReader => {
  let waiting: { readonly entry: number; readonly content: Buffer }[] = [];
  let held = 0;
  const take: ArchiveReader["take"] = (entry, content) => {
    if (content.length > maxTaken || !isReadApart(content)) return false;
    waiting.push({ entry, content: Buffer.from(content) });
    held += content.length;
    return true;
  };
  const catchUp: ArchiveReader["catchUp"] = async (isEnd) => {
    const read: PackedArchive[] = [];
    if (held < enough && !isEnd) return read;
    for (const { entry, content } of waiting)
      if (isOn()) read.push({ entry, size: content.length, reading: await inspectArchive(content, inspect) });
    [waiting, held] = [[], 0];
    return read;
  };
  return { take, catchUp };
};
