import { bytesOf } from "./git.ts";
import type { Repository } from "./repository.ts";

/** What a commit's tree holds at a path. */
export interface FileAt {
  readonly id: string;
  /** In bytes. */
  readonly size: number;
}

/** `100644 blob ID    SIZE\tPATH` (git's Documentation/git-ls-tree). */
const entry = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t/;

/** A file in a commit's tree; undefined where there is none, or something that is no plain file. */
export const fileAt = async (repository: Repository, commit: string, path: string): Promise<FileAt | undefined> => {
  const args = ["--literal-pathspecs", "ls-tree", "-z", "--long", "--full-tree", commit, "--", path];
  const [, id, size] = entry.exec((await bytesOf(repository.folder, args)).toString()) ?? [];
  return id === undefined ? undefined : { id, size: Number(size) };
};

export const textOf = async (repository: Repository, { id }: FileAt): Promise<string> =>
  (await bytesOf(repository.folder, ["cat-file", "blob", id])).toString();
