import { readFileSync } from "node:fs";
import { rules } from "#patterns";
import { brotliDecompressSync } from "node:zlib";
import { readPrepared } from "../src/detect/prepared-file.ts";
import { wordsOf } from "../src/detect/words.ts";
import { othersOf } from "../src/detect/askers.ts";
const packed = readFileSync("/work/main/dist/literals.bin");
const prepared = readPrepared(packed, brotliDecompressSync(packed).toString("latin1", 0, 64))!;
const buckets = wordsOf(prepared.buckets), cands = wordsOf(prepared.candidates), rows = wordsOf(prepared.rows), ruleList = wordsOf(prepared.rules);
const first = new Map<number, [number, number]>();
let next = 0;
for (let i = 0; i < buckets.length; i += 2) { first.set(buckets[i]!, [next, buckets[i + 1]!]); next += buckets[i + 1]!; }
console.log("buckets", first.size, "candidates", next);
const starts: number[] = []; let t = 0; for (let i = 0; i < rows.length; i += 4) { starts.push(t); t += rows[i]!; }
const textOf = (l: number) => prepared.texts.subarray(starts[l]!, starts[l]! + rows[l * 4]!).toString("latin1");
const others = othersOf(prepared);
const who = (l: number) => { const f = rows[l * 4 + 2]!, c = rows[l * 4 + 3]! & 0x7fffffff; const ids = []; for (let i = f; i < f + c; i++) ids.push(rules[ruleList[i]!]?.id.slice(8) ?? "escapes"); if (rows[l * 4 + 3]! >= 0x80000000) ids.push(...others(l).map((o) => o.kind === "image" ? o.image.encoding : "parser")); return ids.slice(0, 3).join(","); };
const grams = new Uint8Array(1 << 20); for (const h of first.keys()) grams[h] = 1;
const sample = Buffer.concat(["moby", "argo", "th"].map((n) => readFileSync(`/tmp/sample/${n}.bin`)));
const bit = (b: Buffer, h: number) => (b[h >> 3]! >> (h & 7)) & 1;
const tally = new Map<number, number>(); const likely = new Map<number, number>(); let any = 0, lk = 0, cmp = 0;
const gramText = new Map<number, string>();
for (let at = 0; at + 4 < sample.length; at += 2) {
  const g = sample[at]! | (sample[at + 1]! << 8) | (sample[at + 2]! << 16);
  const h = Math.imul(g << 8, 0x9e3779b1) >>> 12;
  if (!grams[h]) continue;
  any++; tally.set(h, (tally.get(h) ?? 0) + 1);
  if (!gramText.has(h)) gramText.set(h, sample.toString("latin1", at, at + 3));
  const q = Math.imul(g | (sample[at + 3]! << 24), 0x9e3779b1) >>> 12;
  if (bit(prepared.quads, q) || bit(prepared.loose, h)) { lk++; likely.set(h, (likely.get(h) ?? 0) + 1); cmp += first.get(h)![1]; }
}
console.log({ bytes: sample.length, probes: sample.length / 2, any, lk, cmp, "any/probe": any / (sample.length / 2) });
const describe = (h: number) => { const [f, c] = first.get(h)!; const out = []; for (let i = f; i < Math.min(f + c, f + 4); i++) { const l = cands[i]! >>> 8, at = (cands[i]! & 255) - 1; out.push(`${JSON.stringify(textOf(l))}@${at}(${who(l)})`); } return `${c}: ${out.join(" ")}`; };
let cum = 0;
for (const [h, n] of [...tally].sort((a, b) => b[1] - a[1]).slice(0, 50)) { cum += n; console.log(((100 * n) / any).toFixed(2), (100 * cum / any).toFixed(0), JSON.stringify(gramText.get(h)), "likely", likely.get(h) ?? 0, "of", n, describe(h).slice(0, 170)); }
console.log("BY COMPARES");
for (const [h, n] of [...likely].sort((a, b) => b[1] * first.get(b[0])![1] - a[1] * first.get(a[0])![1]).slice(0, 25)) console.log(((100 * n * first.get(h)![1]) / cmp).toFixed(2), JSON.stringify(gramText.get(h)), n, describe(h).slice(0, 200));
