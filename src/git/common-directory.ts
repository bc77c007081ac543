import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Repository } from "./repository.ts";

/** Where the objects and refs lie that all work trees of a repository share (gitrepository-layout, "commondir"): its git directory, or what a linked work tree's names. */
export const commonDirectory = ({ gitDirectory }: Pick<Repository, "gitDirectory">): string => {
  try {
    return resolve(gitDirectory, readFileSync(resolve(gitDirectory, "commondir"), "utf8").replace(/[\r\n]+$/, ""));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return gitDirectory;
    throw error;
  }
};
