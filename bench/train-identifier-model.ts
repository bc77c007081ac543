/**
 * Trains the table of `src/detect/identifier-model.ts`: how likely one character follows another in what people write
 * into source code. Usage: node bench/train-identifier-model.ts FOLDER... > src/detect/identifier-model.ts
 * Every distinct word of the folders' source files counts once; every tenth is held out and printed as a check.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { classCount, classOf } from "../src/detect/character-class.ts";

const source = /\.(?:[cm]?[jt]sx?|py|go|java|rb|php|cs|md|ya?ml)$/;
const minified = /\.min\.|bundle|vendor/;
const maxFile = 300_000;
/** Words that are digests or data would teach the model the very thing that it must tell apart. */
const looksRandom = /^[0-9a-f]{12,}$|(?:[0-9][A-Za-z]){3}|(?:[a-z][A-Z]){4}/;

const words = new Set<string>();

const learn = (path: string): void => {
  if (statSync(path).size > maxFile) return;
  const text = readFileSync(path, "latin1");
  for (const [word] of text.matchAll(/[A-Za-z][A-Za-z0-9]*(?:[-_./][A-Za-z0-9]+){0,4}/g))
    if (word.length >= 6 && word.length <= 60 && !looksRandom.test(word)) words.add(word);
};

const walk = (folder: string): void => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) walk(path);
    else if (entry.isFile() && source.test(entry.name) && !minified.test(path)) learn(path);
  }
};

const countPairs = (): Float64Array => {
  const counts = new Float64Array(classCount * classCount).fill(0.5);
  let index = 0;
  for (const word of words) {
    if (index++ % 10 === 0) continue;
    let previous = classCount - 1;
    for (let i = 0; i < word.length; i++) {
      const next = classOf(word.charCodeAt(i));
      counts[previous * classCount + next]! += 1;
      previous = next;
    }
  }
  return counts;
};

/** Half bits below certainty, one printable character each, from `#` (certain) to `K`: none that a string must escape. */
const quantised = (counts: Float64Array): string => {
  let table = "";
  for (let row = 0; row < classCount; row++) {
    const cells = counts.subarray(row * classCount, (row + 1) * classCount);
    const total = cells.reduce((sum, count) => sum + count, 0);
    for (const count of cells)
      table += String.fromCharCode(0x23 + Math.min(40, Math.round(-2 * Math.log2(count / total))));
  }
  return table;
};

for (const folder of process.argv.slice(2)) walk(folder);
const table = quantised(countPairs());
const rows = Array.from({ length: classCount }, (_, row) => table.slice(row * classCount, (row + 1) * classCount));
process.stdout.write(`/** Written by bench/train-identifier-model.ts from ${words.size} distinct words; one row for each preceding class. */
export const identifierTable: string = [
${rows.map((row) => `  ${JSON.stringify(row)},`).join("\n")}
].join("");
`);
