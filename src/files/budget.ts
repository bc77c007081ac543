/** What one outermost archive may unpack to, with all archives inside it. */
const maxUnpacked = 256 << 20;
/** Text packs twenty to one at best; a bomb packs a thousand to one. Small archives may do so too. */
const maxRatio = 200;
const smallest = 8 << 20;
const maxMembers = 100_000;

/** What is left to unpack; counted down while archives are read. */
export interface Budget {
  bytes: number;
  members: number;
}

export const budgetFor = (archive: Buffer): Budget => ({
  bytes: Math.min(maxUnpacked, Math.max(smallest, archive.length * maxRatio)),
  members: maxMembers,
});

/** Said of an archive that would go on. */
export const exceeded = `unpacks to more than ${maxUnpacked} bytes, ${maxRatio} times its size or ${maxMembers} members: unpack it and scan its files`;

export const isTooLarge = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
