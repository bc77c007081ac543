import { existsSync, readdirSync, readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { runGit } from "../git.ts";
import type { Repository } from "../repository.ts";

/** Where a repository's objects lie: its own store and those it borrows from. */
export interface Stores {
  /** Index files that have a pack beside them. */
  readonly indexes: readonly string[];
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

const indexesIn = (store: string): readonly string[] => {
  const folder = join(store, "pack");
  if (!existsSync(folder)) return [];
  const names = new Set(readdirSync(folder));
  return [...names]
    .filter((name) => name.endsWith(".idx") && names.has(name.replace(/idx$/, "pack")))
    .sort()
    .map((name) => join(folder, name));
};

const looseIn = (store: string, idLength: number): readonly string[] =>
  readdirSync(store)
    .filter((name) => /^[0-9a-f]{2}$/.test(name))
    .flatMap((folder) => readdirSync(join(store, folder)).map((name) => folder + name))
    .filter((id) => id.length === idLength && /^[0-9a-f]+$/.test(id));

const objectFolder = async ({ folder }: Repository): Promise<string> =>
  (await runGit(folder, ["rev-parse", "--path-format=absolute", "--git-path", "objects"])).replace(/\n$/, "");

/** Lists packs and loose objects (gitrepository-layout, "objects"). */
export const listStores = async (repository: Repository): Promise<Stores> => {
  const stores = [...withAlternates(await objectFolder(repository), new Set())];
  return {
    indexes: stores.flatMap(indexesIn),
    loose: [...new Set(stores.flatMap((store) => looseIn(store, repository.idLength)))],
  };
};
