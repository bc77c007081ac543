import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { LabelledLine, Write } from "./labelled-line.ts";

/** Where a labelled line stands in a public repository. Lists hold no more than this: what the line says is read when it is measured. */
interface Pointer {
  readonly repository: string;
  readonly commit: string;
  readonly path: string;
  readonly line: number;
  readonly holds: boolean;
}

export interface PointedTo {
  readonly lines: readonly LabelledLine[];
  /** Lines whose file is not in the folder of mirrors. */
  readonly unread: readonly Pointer[];
}

const readPointers = (list: URL): readonly Pointer[] =>
  readFileSync(list, "utf8")
    .split("\n")
    .filter((row) => row !== "" && !row.startsWith("#"))
    .map((row) => row.split("\t") as [string, string, string, string, string])
    .map(([repository, commit, path, line, label]) => ({
      repository,
      commit,
      path,
      line: Number(line),
      holds: label === "+",
    }));

/** `OWNER+NAME` or `OWNER/NAME`, bare or not, itself or as `repo` below it. */
const gitFolderOf = (mirrors: string, repository: string): string | undefined =>
  [repository.replace("/", "+"), repository]
    .flatMap((name) => ["repo", ".git", ""].map((below) => join(mirrors, name, below)))
    .find((folder) => existsSync(join(folder, "objects")));

const readBlob = (mirrors: string, { repository, commit, path }: Pointer): Buffer | undefined => {
  const folder = gitFolderOf(mirrors, repository);
  if (folder === undefined) return undefined;
  const args = ["--git-dir", folder, "cat-file", "blob", `${commit}:${path}`];
  const { status, stdout } = spawnSync("git", args, { maxBuffer: 1 << 28 });
  return status === 0 ? stdout : undefined;
};

const placeOf = ({ repository, commit, path }: Pointer): string => `${repository} ${commit} ${path}`;

/** Writes each file that a list points into, whole and once. */
export const writePointedTo = (list: URL, mirrors: string, write: Write): PointedTo => {
  const pointers = readPointers(list);
  const first = new Map(pointers.map((each) => [placeOf(each), each]));
  const files = new Map<string, string>();
  for (const [place, pointer] of first) {
    const content = readBlob(mirrors, pointer);
    if (content === undefined) continue;
    files.set(place, `c${files.size}/${pointer.path}`);
    write(files.get(place)!, content);
  }
  const lines = pointers.flatMap((pointer): readonly LabelledLine[] => {
    const { repository, path, line, holds } = pointer;
    const file = files.get(placeOf(pointer));
    return file === undefined ? [] : [{ file, line, endLine: line, holds, name: `${repository} ${path}:${line}` }];
  });
  return { lines, unread: pointers.filter((each) => !files.has(placeOf(each))) };
};
