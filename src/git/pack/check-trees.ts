import { setImmediate } from "node:timers/promises";
import { entryType, noBase } from "./entries.ts";
import { createChecksums } from "./pack-bytes.ts";
import type { PackFile } from "./pack-file.ts";

/** So many checks run between two looks at what else happens. */
const slice = 4096;

/**
 * Entries that say that they are trees, which nobody unpacks, and whose bytes are not those that the index has a checksum of: one broken bit
 * makes a tree of a blob. What else is broken shows when it is unpacked. Only whole trees are checked unless `isWanted` chooses others.
 */
export const damagedTrees = async (
  { pack, entries, index }: PackFile,
  isOn: () => boolean,
  isWanted: (entry: number) => boolean = (entry) => entries.bases[entry] === noBase.whole,
): Promise<readonly number[]> => {
  const { checksums } = index;
  const damaged: number[] = [];
  if (checksums === undefined) return damaged;
  const checksumOf = createChecksums(pack);
  for (let entry = 0, checked = 0; entry < entries.count && isOn(); entry++) {
    if (entries.types[entry] !== entryType.tree || !isWanted(entry)) continue;
    const start = entries.starts[entry]!;
    const expected = checksums.readUInt32BE(entries.positions[entry]! * 4);
    if (checksumOf(start, entries.starts[entry + 1]! - start) !== expected) damaged.push(entry);
    if (++checked % slice === 0) await setImmediate();
  }
  return damaged;
};
