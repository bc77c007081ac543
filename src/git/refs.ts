import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Missing } from "../finding.ts";
import { commonDirectory } from "./common-directory.ts";
import { bytesOf, GitError, linesOf, runGit } from "./git.ts";
import type { Repository } from "./repository.ts";

/** Where the walk of a whole history begins. */
export interface Tips {
  /** Object ids: one per ref, HEAD, and the HEAD of every linked work tree. */
  readonly ids: readonly string[];
  /** Refs that git passes over because they are broken. */
  readonly missing: readonly Missing[];
}

const repair = "run `git fsck` and repair or delete it";

/** Other work trees of the same repository may stand on commits that no branch names. */
const linkedHeads = async (repository: Repository): Promise<readonly string[]> => {
  const folder = join(commonDirectory(repository), "worktrees");
  if (!existsSync(folder)) return [];
  const heads: string[] = [];
  for (const name of readdirSync(folder)) {
    const revision = `worktrees/${name}/HEAD^{commit}`;
    try {
      heads.push((await runGit(repository.folder, ["rev-parse", "--verify", "--quiet", revision])).trim());
    } catch {
      // before its first commit, or left over from a work tree that is gone
    }
  }
  return heads.filter(Boolean);
};

/** What a ref or a work tree names, and the commit that it leads to. */
export interface Tip {
  readonly id: string;
  readonly commit: string;
}

/**
 * The commits that tips lead to; undefined where one leads to something else, where git takes some objects for others (git-replace), or where that cannot be
 * told.
 */
export const commitsOfTips = async (
  repository: Repository,
  tips: readonly string[],
): Promise<readonly Tip[] | undefined> => {
  const format = "--format=%(objectname) %(objecttype) %(*objecttype) %(*objectname) %(refname)";
  const commits = new Map<string, string>();
  try {
    for await (const line of linesOf(repository.folder, ["for-each-ref", format])) {
      const [id = "", type = "", targetType = "", target = "", name = ""] = line.split(" ");
      if (name.startsWith("refs/replace/") || (type === "tag" ? targetType : type) !== "commit") return undefined;
      commits.set(id, type === "tag" ? target : id);
    }
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
  // what no ref names is the HEAD of some work tree
  return [...new Set(tips)].map((id) => ({ id, commit: commits.get(id) ?? id }));
};

/** All that refs, HEAD and the linked work trees name. */
export const refTips = async (repository: Repository): Promise<Tips> => {
  const ids: string[] = [];
  const missing: Missing[] = [];
  const onComplaint = (text: string) => missing.push({ what: text.replace(/^ignoring /, ""), reason: repair });
  const args = ["for-each-ref", "--format=%(objectname)"];
  for await (const id of linesOf(repository.folder, args, "", onComplaint)) ids.push(id);
  if (repository.head !== undefined) ids.push(repository.head);
  ids.push(...(await linkedHeads(repository)));
  return { ids, missing };
};

/** Divides tips into those whose objects can be read and a word on each of the others. */
export const readableTips = async (repository: Repository, tips: readonly string[]): Promise<Tips> => {
  const input = tips.map((id) => (id.startsWith("^") ? "" : `${id}\n`)).join("");
  const answers = (await bytesOf(repository.folder, ["cat-file", "--batch-check"], { input })).toString("latin1");
  const unreadable = new Set(
    answers
      .split("\n")
      .filter((line) => line.endsWith(" missing"))
      .map((line) => line.slice(0, repository.idLength)),
  );
  const missing = [...unreadable].map((id) => ({ what: `object ${id}`, reason: `a ref names it: ${repair}` }));
  return { ids: tips.filter((id) => !unreadable.has(id)), missing };
};
