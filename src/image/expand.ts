import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { isPath } from "./open.ts";

/** Makes a test of a glob, such as the policy's. */
export type CompileGlob = (glob: string) => (path: string) => boolean;

const maxEntries = 200_000;
const maxDepth = 20;

const isGlob = (name: string): boolean => /[*?]/.test(name);

/** Paths of files below a folder, with slashes; never through links. */
const filesBelow = async (folder: string): Promise<readonly string[]> => {
  const files: string[] = [];
  let entries = 0;
  const take = async (entry: Dirent, path: string, depth: number): Promise<void> => {
    if (entry.isFile()) files.push(path);
    else if (entry.isDirectory() && depth < maxDepth && entry.name !== ".git") await search(path, depth + 1);
  };
  const search = async (below: string, depth: number): Promise<void> => {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true }).catch(() => [])) {
      if (++entries > maxEntries) return;
      await take(entry, below === "" ? entry.name : `${below}/${entry.name}`, depth);
    }
  };
  await search("", 0);
  return files.sort();
};

/** As a path that is told from a name in a registry by how it begins. */
const asPath = (folder: string, name: string): string => {
  const path = isAbsolute(name) ? name : join(folder, name);
  return /^[./~\\]/.test(path) || isAbsolute(path) ? path : `./${path}`;
};

/**
 * Names of images as a list has them: archives and layouts relative to a folder, globs of archives, names in registries.
 * A glob that matches nothing stays, so that it is missed.
 */
export const expandImages = async (
  names: readonly string[],
  folder: string,
  compileGlob: CompileGlob,
): Promise<readonly string[]> => {
  const expanded: string[] = [];
  const files = names.some(isGlob) ? await filesBelow(folder) : [];
  for (const name of names) {
    if (isGlob(name)) {
      const matches = compileGlob(name.replace(/^\.\//, ""));
      const found = files.filter(matches);
      expanded.push(...(found.length === 0 ? [asPath(folder, name)] : found.map((file) => asPath(folder, file))));
    } else expanded.push((await isPath(name, folder)) ? asPath(folder, name) : name);
  }
  return [...new Set(expanded)];
};
