import { type Entries, noBase } from "./entries.ts";
import { withPack } from "./pack-file.ts";
import type { Stores } from "./stores.ts";

const hasCycle = ({ bases }: Entries): boolean => bases.includes(noBase.itself);

/** Whether git would go in circles in one of the packs, which are few and small. */
export const goInCircles = async ({ packs }: Stores, idBytes: number): Promise<boolean> => {
  for (const place of packs) {
    const look = withPack(place, idBytes, {}, ({ entries }) => hasCycle(entries));
    if (await look.catch(() => false)) return true; // of one that cannot be read git will say what it is
  }
  return false;
};
