import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** All that decides what is found in a content: code, rules, and the versions of what both import. */
const sources = ["package.json", "patterns", "src"];

const filesBelow = (path: string): readonly string[] =>
  path.endsWith(".json")
    ? [path]
    : readdirSync(`${root}${path}`, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith(".wasm")) // what the build makes of the source
        .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(root.length).replaceAll("\\", "/"))
        .sort();

let known: string | undefined;

const compute = (): string => {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(filesBelow)) {
    const content = readFileSync(`${root}${file}`);
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
};

/** Names this version of the code and its rules: equal for equal ones. The bundler runs this once and keeps its result. */
export const engine = (): string => {
  known ??= compute();
  return known;
};
