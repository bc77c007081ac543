import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { commonDirectory } from "../common-directory.ts";
import type { Repository } from "../repository.ts";
import { packsIn } from "./multi-pack-index.ts";

/** A pack, and what tells where its objects begin: an index of its own, or one that several packs share. */
export interface PackPlace {
  readonly file: string;
  readonly index: string | undefined;
  readonly multiPackIndex?: string;
}

/** Where a repository's objects lie: its own store and those it borrows from. */
export interface Stores {
  readonly packs: readonly PackPlace[];
  /** Packs that no index tells of: git does not read them either. */
  readonly withoutIndex: readonly string[];
  /** Ids of objects that lie in files of their own. */
  readonly loose: readonly string[];
}

/** Stores that borrow from stores that borrow; git stops at five. */
const maxDepth = 5;

const alternatesOf = (store: string): readonly string[] => {
  const file = join(store, "info", "alternates");
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => (isAbsolute(line) ? line : join(store, line)));
};

const withAlternates = (store: string, known: Set<string>, depth = 0): Set<string> => {
  if (known.has(store) || depth > maxDepth || !existsSync(store)) return known;
  known.add(store);
  for (const alternate of alternatesOf(store)) withAlternates(alternate, known, depth + 1);
  return known;
};

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** Bytes of the packs in a repository's own store, as far as one look tells. */
export const ownPackBytes = (repository: Repository): number => {
  const folder = join(commonDirectory(repository), "objects", "pack");
  return namesIn(folder)
    .filter((name) => packForm.test(name))
    .reduce((sum, name) => sum + sizeOf(join(folder, name)), 0);
};

/** Bytes of all packs, as far as they are still there. */
export const packBytes = ({ packs }: Stores): number => packs.reduce((sum, { file }) => sum + sizeOf(file), 0);

/** Not those that git is still writing. */
const packForm = /^(?!\.tmp-).*\.pack$/;

/** The packs of a store. Beside them lie files that only save git time (`.rev`, `.bitmap`) or tell it what to keep (`.keep`, `.mtimes`). */
const packsOf = (store: string, idBytes: number): Omit<Stores, "loose"> => {
  const folder = join(store, "pack");
  if (!existsSync(folder)) return { packs: [], withoutIndex: [] };
  const names = new Set(readdirSync(folder));
  const multiPackIndex = join(folder, "multi-pack-index");
  const packs: PackPlace[] = [];
  const lone: string[] = [];
  for (const name of [...names].filter((file) => packForm.test(file)).sort()) {
    const index = name.replace(/pack$/, "idx");
    if (names.has(index)) packs.push({ file: join(folder, name), index: join(folder, index) });
    else lone.push(name);
  }
  const covered =
    lone.length > 0 && names.has("multi-pack-index") ? packsIn(multiPackIndex, idBytes) : new Set<string>();
  const isCovered = (name: string): boolean => covered.has(name.replace(/\.pack$/, ""));
  const shared = lone.filter(isCovered).map((name) => ({ file: join(folder, name), index: undefined, multiPackIndex }));
  return {
    packs: [...packs, ...shared],
    withoutIndex: lone.filter((name) => !isCovered(name)).map((name) => join(folder, name)),
  };
};

/** Folders go away while git packs what they hold. */
const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
};

const looseIn = (store: string, idLength: number): readonly string[] =>
  namesIn(store)
    .filter((name) => /^[0-9a-f]{2}$/.test(name))
    .flatMap((folder) => namesIn(join(store, folder)).map((name) => folder + name))
    .filter((id) => id.length === idLength && /^[0-9a-f]+$/.test(id));

/** Lists packs and loose objects (gitrepository-layout, "objects"). */
export const listStores = (repository: Repository): Stores => {
  const stores = [...withAlternates(join(commonDirectory(repository), "objects"), new Set())];
  const packed = stores.map((store) => packsOf(store, repository.idLength / 2));
  return {
    packs: packed.flatMap(({ packs }) => packs),
    withoutIndex: packed.flatMap(({ withoutIndex }) => withoutIndex),
    loose: [...new Set(stores.flatMap((store) => looseIn(store, repository.idLength)))],
  };
};
