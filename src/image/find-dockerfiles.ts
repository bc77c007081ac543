import type { Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Dockerfile, parseDockerfile } from "./dockerfile.ts";

const named = /^(?:.+\.)?(?:Dockerfile|Containerfile)(?:\..+)?$/i;
const passedOver = new Set([".git", "node_modules", "vendor", ".venv"]);
const maxEntries = 50_000;
const maxDepth = 8;
const maxFiles = 500;
const maxSize = 1 << 20;

/** Dockerfiles below a folder, by their usual names. What cannot be read tells nothing, which is no fault. */
export const findDockerfiles = async (folder: string): Promise<readonly Dockerfile[]> => {
  const found: Dockerfile[] = [];
  let entries = 0;
  const read = async (path: string): Promise<void> => {
    const full = join(folder, path);
    if (found.length < maxFiles && (await stat(full)).size <= maxSize)
      found.push(parseDockerfile(path, await readFile(full, "utf8")));
  };
  const take = async (entry: Dirent, path: string, depth: number): Promise<void> => {
    if (entry.isDirectory() && depth < maxDepth && !passedOver.has(entry.name)) await search(path, depth + 1);
    else if (entry.isFile() && named.test(entry.name)) await read(path).catch(() => {});
  };
  const search = async (below: string, depth: number): Promise<void> => {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true }).catch(() => [])) {
      if (++entries > maxEntries) return;
      await take(entry, below === "" ? entry.name : `${below}/${entry.name}`, depth);
    }
  };
  await search("", 0);
  return found;
};
