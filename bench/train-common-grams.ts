// Counts the three-byte sequences of source text: node bench/train-common-grams.ts FOLDER... > src/detect/common-grams.ts
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const kept = 1200;
const largestFile = 1 << 20;
/** As src/kernel/assembly/scan.ts folds: letters in lower case, and some others changed likewise. */
const folded = (byte: number): number => byte | ((byte >> 1) & 0x20);

const counts = new Uint32Array(2 ** 24);
let total = 0;

const count = (bytes: Buffer): void => {
  let gram = 0;
  for (const [i, byte] of bytes.entries()) {
    gram = ((gram << 8) | folded(byte)) & 0xff_ffff;
    if (i >= 2) counts[gram]!++;
  }
  total += bytes.length;
};

for (const folder of process.argv.slice(2))
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const file = join(folder, name);
    const { size, mode } = statSync(file, { throwIfNoEntry: false }) ?? { size: 0, mode: 0 };
    if ((mode & 0o170000) !== 0o100000 || size > largestFile) continue;
    const bytes = readFileSync(file);
    if (!bytes.includes(0)) count(bytes);
  }

const isPlain = (gram: number): boolean =>
  [gram >> 16, (gram >> 8) & 255, gram & 255].every((byte) => byte > 0x20 && byte < 0x7f);
const textOf = (gram: number): string => String.fromCharCode(gram >> 16, (gram >> 8) & 255, gram & 255);

const common = [...counts.keys()]
  .filter((gram) => isPlain(gram) && counts[gram]! > 0)
  .sort((a, b) => counts[b]! - counts[a]!)
  .slice(0, kept);

process.stdout.write(`/**
 * The ${kept} most frequent sequences of three bytes in ${Math.round(total / 1e6)} MB of source text, letters in lower case, most frequent first; the first occurs
 * ${((counts[common[0]!]! / total) * 1000).toFixed(1)} times in 1,000 bytes, the last ${((counts[common.at(-1)!]! / total) * 1000).toFixed(2)} times. Made by bench/train-common-grams.ts.
 */
export const commonGrams = ${JSON.stringify(common.map(textOf).join(""))};
`);
