import { readdirSync } from "node:fs";
import { createKernel } from "../src/kernel/kernel.ts";
import { createControl, createPace, takeRoot } from "../src/git/pack/control.ts";
import { openPack } from "../src/git/pack/pack-file.ts";
import { createWalker } from "../src/git/pack/walk.ts";
const [repo] = process.argv.slice(2);
const folder = `${repo}/objects/pack`;
const name = readdirSync(folder).find((n) => n.endsWith(".pack"))!;
const pack = await openPack({ file: `${folder}/${name}`, index: `${folder}/${name.replace(/pack$/, "idx")}` } as never, 20);
const kernel = createKernel();
const control = createControl(2 ** 50);
const c = { copyCopy: 0, backSame: 0, fwdSame: 0, either: 0, inserts: 0, insertBytes: 0, copies: 0, short: 0, scanned: 0, objects: 0, root: 0, tinyCopy: 0 };
const M = 24;
const addr = new Map<number, { address: number; size: number }>();
const walk = createWalker<{ a: number; s: number }>(kernel, { pack: pack.pack, entries: pack.entries, forest: pack.forest, pace: createPace(control) }, {
  visit: (o, b) => {
    c.objects++;
    if (!b) { c.root += o.size; return { a: o.address, s: o.size }; }
    if (c.objects % 20 !== 0) return { a: o.address, s: o.size };
    const mem = kernel.heap.bytes();
    const w = new Uint32Array(mem.buffer, b.segments.address, b.segments.count * 3);
    const base = mem.subarray(b.state.a, b.state.a + b.state.s), t = mem.subarray(o.address, o.address + o.size);
    let scannedTo = 0;
    for (let i = 0; i < w.length; i += 3) {
      const off = w[i]!, from = w[i + 1]!, len = w[i + 2]!;
      const ins = from === 0xffffffff;
      const a = Math.max(scannedTo, off - M), z = Math.min(o.size, off + (ins ? len : 0) + M);
      if (z > a) { c.scanned += z - a; scannedTo = z; }
      if (ins) { c.inserts++; c.insertBytes += len; continue; }
      c.copies++; if (len < M) c.tinyCopy++;
      if (i === 0 || w[i - 2] === 0xffffffff) continue;
      c.copyCopy++;
      const pf = w[i - 2]! + w[i - 1]!;
      const back = from >= M && off >= M && base.subarray(from - M, from).equals(t.subarray(off - M, off));
      const fwd = pf + M <= b.state.s && off + M <= o.size && base.subarray(pf, pf + M).equals(t.subarray(off, off + M));
      if (back) c.backSame++; if (fwd) c.fwdSame++; if (back || fwd) c.either++;
    }
    return { a: o.address, s: o.size };
  }, release: () => {}, broken: () => {}, large: () => {},
});
for (let i = takeRoot(control); i < pack.forest.roots.length; i = takeRoot(control)) walk(pack.forest.roots[i]!);
console.log(repo, c);
