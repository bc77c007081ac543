import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { rules } from "#patterns";
import { collectLiterals } from "../src/detect/literals.ts";
import { escapesRule } from "../src/detect/escapes.ts";
import { readPrepared } from "../src/detect/prepared-file.ts";
import { kubeconfigParser } from "../src/kubeconfig/parser.ts";
import { documentParsers } from "../src/documents/registry.ts";
const packed = readFileSync("/work/main/dist/literals.bin");
const prepared = readPrepared(packed, brotliDecompressSync(packed).toString("latin1", 0, 64))!;
const literals = collectLiterals([...rules, escapesRule], [kubeconfigParser, ...documentParsers], prepared);
console.log(literals.length);
const sample = Buffer.concat(["moby", "argo", "th"].map((n) => readFileSync(`/tmp/sample/${n}.bin`)));
// exact trigram counts
const c3 = new Uint32Array(1 << 24); for (let i = 0; i + 3 < sample.length; i++) c3[sample[i]! | (sample[i + 1]! << 8) | (sample[i + 2]! << 16)]!++;
const isLetter = (b: number) => (b | 32) >= 97 && (b | 32) <= 122;
const every = Array.from({ length: 256 }, (_, i) => i);
const at = (l: typeof literals[0], o: number): readonly number[] => { const k = l.bytes[o]; if (k !== undefined) return l.ignoreCase && isLetter(k) ? [k | 32, k & ~32] : [k]; return (o === l.bytes.length ? l.followedBy : undefined) ?? every; };
const gramsAt = (l: typeof literals[0], o: number): number[] => { const r: number[] = []; for (const a of at(l, o)) for (const b of at(l, o + 1)) for (const c of at(l, o + 2)) r.push(a | (b << 8) | (c << 16)); return r; };
const options = (l: typeof literals[0], parity: number) => { const out: number[] = []; for (let o = parity === 0 ? 0 : -1; o + 3 <= l.bytes.length + (l.followedBy ? 1 : 0); o += 2) out.push(o); if (out.length === 0) out.push(parity === 0 ? 0 : -1); return out.filter((o) => gramsAt(l, o).length <= 65536 && (at(l, o).length < 256 || at(l, o + 1).length < 256)); };
const evalSel = (name: string, sel: [number, number][]) => {
  for (const [bits, classes] of [[20, 1], [20, 8], [18, 8], [17, 8], [16, 8]] as const) {
    const t = new Uint8Array(1 << bits);
    for (const [li, o] of sel) { const l = literals[li]!; let m = 0; const f = at(l, o + 3); for (const d of f) m |= 1 << (d & (classes - 1)); for (const g of gramsAt(l, o)) { const h = Math.imul(g << 8, 0x9e3779b1) >>> (32 - bits); t[h]! |= m; } }
    let pass = 0, steps = 0;
    for (let i = 0; i + 16 < sample.length; i += 8) { let any = 0; for (let j = 0; j < 8; j += 2) { const g = sample[i + j]! | (sample[i + j + 1]! << 8) | (sample[i + j + 2]! << 16); if ((t[Math.imul(g << 8, 0x9e3779b1) >>> (32 - bits)]! >> (sample[i + j + 3]! & (classes - 1))) & 1) { pass++; any = 1; } } steps += any; }
    console.log(name, bits, classes, "pass/probe", (pass / (sample.length / 2) * 100).toFixed(2), "% steps", (steps / (sample.length / 8) * 100).toFixed(1));
  }
};
// current
const cw = new Uint32Array(prepared.candidates.buffer.slice(prepared.candidates.byteOffset, prepared.candidates.byteOffset + prepared.candidates.length));
const cur = new Map<string, [number, number]>(); for (const w of cw) { const l = w >>> 8, o = (w & 255) - 1; cur.set(`${l} ${o}`, [l, o]); }
evalSel("current", [...cur.values()]);

const evalLoc = (name: string, sel: [number, number][], hb: number, cb: number, db: number) => {
  const t = new Uint8Array(1 << (hb + cb)); const idx = (g: number) => (((Math.imul((g & 0xffff) , 0x9e3779b1) >>> (32 - hb)) << cb) | ((g >> 16) & ((1 << cb) - 1))) >>> 0;
  for (const [li, o] of sel) { const l = literals[li]!; let m = 0; for (const d of at(l, o + 3)) m |= 1 << (d & ((1 << db) - 1)); for (const g of gramsAt(l, o)) t[idx(g)]! |= m; }
  let pass = 0, steps = 0; const lines = new Uint32Array(1 << (hb + cb - 6));
  for (let i = 0; i + 16 < sample.length; i += 8) { let any = 0; for (let j = 0; j < 8; j += 2) { const g = sample[i + j]! | (sample[i + j + 1]! << 8) | (sample[i + j + 2]! << 16); const x = idx(g); lines[x >> 6]!++; if ((t[x]! >> (sample[i + j + 3]! & ((1 << db) - 1))) & 1) { pass++; any = 1; } } steps += any; }
  const sorted = [...lines].sort((a, b) => b - a); let cum = 0, n = 0; const tot = sample.length / 2; const marks: string[] = []; for (const v of sorted) { cum += v; n++; for (const q of [0.5, 0.9, 0.99]) if (cum / tot >= q && (cum - v) / tot < q) marks.push(`${q}:${n}`); }
  console.log(name, hb, cb, db, "pass/probe", (pass / tot * 100).toFixed(2), "% steps", (steps / (sample.length / 8) * 100).toFixed(1), "lines", marks.join(" "));
};
const sel = [...cur.values()];
evalLoc("loc", sel, 14, 6, 3); evalLoc("loc", sel, 13, 6, 3); evalLoc("loc", sel, 13, 5, 3); evalLoc("loc", sel, 14, 5, 3); evalLoc("loc", sel, 15, 5, 3); evalLoc("loc", sel, 16, 6, 3); evalLoc("loc", sel, 12, 6, 3);
