import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commonDirectory } from "./common-directory.ts";
import { runGit } from "./git.ts";
import { openRepository, type Repository } from "./repository.ts";

const shallowFile = "shallow";

const textOf = (file: string): string => {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
};

/** Commits at which the history of a store made by `createStore` is cut off. */
export const shallowCommits = (store: Repository): ReadonlySet<string> =>
  new Set(textOf(join(store.gitDirectory, shallowFile)).split("\n").filter(Boolean));

/** Whether a store borrows from a history that is not cut off, so that fetching to some depth would cut it. */
export const borrowsAll = (store: Repository): boolean =>
  textOf(join(store.gitDirectory, "objects", "info", "alternates")) !== "" && shallowCommits(store).size === 0;

/** A partial clone names what it lacks, so a fetch on top of it would be sent too little. */
const isPartial = async (repository: Repository): Promise<boolean> => {
  const keys = await runGit(repository.folder, [
    "config",
    "--get-regexp",
    "^(extensions\\.partialclone|remote\\..*\\.promisor)$",
  ]).catch(() => ""); // exit status 1: no such key
  return keys !== "";
};

/** Borrows the objects of a checkout, which is never written to: neither its refs nor its `shallow` file. */
const borrow = async (store: Repository, checkout: Repository): Promise<void> => {
  const objects = join(commonDirectory(checkout), "objects");
  if (objects.includes("\n") || (await isPartial(checkout))) return;
  writeFileSync(join(store.gitDirectory, "objects", "info", "alternates"), `${objects}\n`);
  const cut = textOf(join(commonDirectory(checkout), shallowFile));
  if (cut !== "") writeFileSync(join(store.gitDirectory, shallowFile), cut);
};

/**
 * Makes a bare repository in an empty folder that takes what is fetched, and borrows what a checkout already has.
 * The checkout's configuration does not reach it.
 */
export const createStore = async (
  folder: string,
  checkout: Repository | undefined,
  format = checkout?.objectFormat ?? "sha1",
): Promise<Repository> => {
  await runGit(folder, ["init", "--quiet", "--bare", `--object-format=${format}`, "."]);
  const store = await openRepository(folder);
  if (checkout !== undefined) await borrow(store, checkout);
  return store;
};
