import { streamGit } from "./git.ts";
import type { Repository } from "./repository.ts";

const records = async (repository: Repository, args: readonly string[]): Promise<readonly string[]> => {
  const git = streamGit(repository.folder, args);
  git.stdin.end();
  const chunks: Buffer[] = [];
  for await (const chunk of git.stdout) chunks.push(chunk as Buffer);
  await git.ended;
  return Buffer.concat(chunks).toString("utf8").split("\0").filter(Boolean);
};

/** The paths at which a commit's tree holds some blobs, by blob id. */
export const pathsInTree = async (
  repository: Repository,
  commit: string,
  blobs: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const paths = new Map<string, string[]>();
  for (const record of await records(repository, ["ls-tree", "-r", "-z", "--full-tree", commit])) {
    const [meta, path] = splitAt(record, "\t");
    const id = meta.split(" ")[2]!;
    if (blobs.has(id)) paths.set(id, [...(paths.get(id) ?? []), path]);
  }
  return paths;
};

export interface StagedBlob {
  readonly id: string;
  readonly path: string;
}

/** Blobs that the index holds and HEAD does not: what the next commit would bring in. */
export const stagedBlobs = async (repository: Repository): Promise<readonly StagedBlob[]> => {
  if (repository.bare) return [];
  const indexed = async (): Promise<readonly StagedBlob[]> =>
    (await records(repository, ["ls-files", "--stage", "-z"])).map((record) => {
      const [meta, path] = splitAt(record, "\t");
      return { id: meta.split(" ")[1]!, path };
    });
  if (repository.head === undefined) return indexed();
  const args = [
    "diff-index",
    "--cached",
    "--raw",
    "-z",
    "--no-renames",
    "--no-abbrev",
    "--diff-filter=d",
    repository.head,
  ];
  const changed = await records(repository, args);
  const staged: StagedBlob[] = [];
  for (let i = 0; i + 1 < changed.length; i += 2) {
    const [, mode, , id] = changed[i]!.split(" ") as [string, string, string, string];
    if (mode !== "160000") staged.push({ id, path: changed[i + 1]! });
  }
  return staged;
};

/** Files of the work tree that differ from the index or that git does not track, ignored ones left out. */
export const changedFiles = async (repository: Repository): Promise<readonly string[]> => {
  if (repository.bare) return [];
  const modified = records(repository, [
    "diff-files",
    "--name-only",
    "-z",
    "--no-renames",
    "--diff-filter=d",
    "--ignore-submodules",
  ]);
  const untracked = records(repository, ["ls-files", "--others", "--exclude-standard", "-z"]);
  return [...new Set([...(await modified), ...(await untracked)])].sort();
};

const splitAt = (text: string, separator: string): [string, string] => {
  const at = text.indexOf(separator);
  return [text.slice(0, at), text.slice(at + 1)];
};
