import { createHash } from "node:crypto";
import { join } from "node:path";
import { createControl, createPace } from "../../../src/git/pack/control.ts";
import { entryType } from "../../../src/git/pack/entries.ts";
import { idOfEntry, type PackFile, withPack } from "../../../src/git/pack/pack-file.ts";
import { listStores } from "../../../src/git/pack/stores.ts";
import { createWalker } from "../../../src/git/pack/walk.ts";
import { walkWhole } from "../../../src/git/pack/walk-tree.ts";
import { openRepository } from "../../../src/git/repository.ts";
import { createKernel } from "../../../src/kernel/kernel.ts";
import type { TestRepository } from "../../repositories.ts";

export const packFolder = (folder: string): string => join(folder, ".git", "objects", "pack");

const typeNames: Readonly<Record<number, string>> = {
  [entryType.commit]: "commit",
  [entryType.tree]: "tree",
  [entryType.blob]: "blob",
  [entryType.tag]: "tag",
};

export interface Unpacking {
  /** Ids whose bytes hash to them. */
  readonly right: readonly string[];
  readonly wrong: readonly string[];
  readonly broken: readonly string[];
  readonly large: readonly string[];
}

/** Unpacks every object of a pack and hashes it as git does. */
export const unpackAll = (pack: PackFile, algorithm = "sha1"): Unpacking => {
  const kernel = createKernel();
  const found = { right: [] as string[], wrong: [] as string[], broken: [] as string[], large: [] as string[] };
  const trees = { ...pack, pace: createPace(createControl(2 ** 40)) };
  const walker = createWalker<undefined>(kernel, trees, {
    release: () => undefined,
    visit: ({ entry, address, size }) => {
      const content = kernel.heap.bytes().subarray(address, address + size);
      const header = `${typeNames[pack.entries.types[entry]!]} ${size}\0`;
      const id = createHash(algorithm).update(header).update(content).digest("hex");
      (id === idOfEntry(pack, entry) ? found.right : found.wrong).push(idOfEntry(pack, entry));
      return undefined;
    },
    broken: (entry) => found.broken.push(idOfEntry(pack, entry)),
    large: (entry) => found.large.push(idOfEntry(pack, entry)),
  });
  for (const root of pack.forest.roots) walkWhole(walker, root);
  return found;
};

/** Ids of all that our reader makes of a repository's packs, each checked by its hash, and of what lies beside them; throws for what it cannot read. */
export const idsRead = async (folder: string): Promise<readonly string[]> => {
  const repository = await openRepository(folder);
  const { packs, loose } = await listStores(repository);
  const ids = new Set(loose);
  for (const place of packs) {
    const all = { wanted: () => true };
    const { right, wrong, broken, large } = await withPack(place, repository.idLength / 2, all, (pack) =>
      unpackAll(pack, repository.objectFormat),
    );
    if (wrong.length + broken.length + large.length > 0) throw new Error(`not read: ${[wrong, broken, large]}`);
    for (const id of right) ids.add(id);
  }
  return [...ids].sort();
};

/** Ids of all that git says is in a repository. */
export const idsListed = (repository: TestRepository): readonly string[] =>
  repository.git("cat-file", "--batch-all-objects", "--batch-check=%(objectname)").split("\n").sort();
