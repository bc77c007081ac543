import { readdirSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { openPack } from "../src/git/pack/pack-file.ts";
import { bytesAt } from "../src/git/pack/pack-bytes.ts";
const [repo] = process.argv.slice(2);
const folder = `${repo}/objects/pack`;
const name = readdirSync(folder).find((n) => n.endsWith(".pack"))!;
const pack = await openPack({ file: `${folder}/${name}`, index: `${folder}/${name.replace(/pack$/, "idx")}` } as never, 20);
const e = pack.entries;
const stats: Record<string, [number, number, number]> = {};
const hist = new Array(24).fill(0);
for (let i = 0; i < e.count; i++) {
  const k = `${e.types[i]}${e.bases[i]! >= 0 ? "d" : ""}`;
  const s = (stats[k] ??= [0, 0, 0]); s[0]++; s[1] += e.starts[i + 1]! - e.data[i]!; s[2] += e.sizes[i]!;
  if (e.types[i] !== 2) hist[Math.floor(Math.log2(e.starts[i + 1]! - e.data[i]!))]++;
}
console.log(stats, hist.map((n, i) => `${2 ** i}:${n}`).join(" "));
let leaf = 0, all = 0; for (let i = 0; i < e.count; i++) if (e.types[i] === 3) { all++; if (pack.forest.firstChild[i] === -1) leaf++; }
console.log({ leaf, all });
let t0 = performance.now(), n = 0;
for (let i = 0; i < e.count; i++) if (e.types[i] !== 2) { n += inflateSync(bytesAt(pack.pack, e.data[i]!, e.starts[i + 1]! - e.data[i]!)).length; if (performance.now() - t0 > 20000) break; }
console.log("zlib", (performance.now() - t0) / 1e3, n / 1e6);
