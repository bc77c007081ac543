import { readdirSync, readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { rules } from "#patterns";
import { createKernel } from "../src/kernel/kernel.ts";
import { createControl, createPace, takeRoot } from "../src/git/pack/control.ts";
import { openPack } from "../src/git/pack/pack-file.ts";
import { createWalker } from "../src/git/pack/walk.ts";
import { createGate } from "../src/detect/gate.ts";
import { nearbyOf } from "../src/detect/runner.ts";
import { escapesRule } from "../src/detect/escapes.ts";
import { readPrepared } from "../src/detect/prepared-file.ts";
import { kubeconfigParser } from "../src/kubeconfig/parser.ts";
import { documentParsers } from "../src/documents/registry.ts";
const [repo, times = "2"] = process.argv.slice(2);
const folder = `${repo}/objects/pack`;
const name = readdirSync(folder).find((n) => n.endsWith(".pack"))!;
const pack = await openPack({ file: `${folder}/${name}`, index: `${folder}/${name.replace(/pack$/, "idx")}` } as never, 20);
const kernel = createKernel();
const packed = readFileSync("/work/main/dist/literals.bin");
const prepared = readPrepared(packed, brotliDecompressSync(packed).toString("latin1", 0, 64));
void kubeconfigParser, documentParsers;
if (!prepared) throw new Error("build first");
const gate = createGate(kernel, prepared, [...rules, escapesRule], nearbyOf);
for (let round = 0; round < Number(times); round++) {
  let objects = 0, hits = 0, regions = 0, ns = 0n;
  const control = createControl(2 ** 50);
  const start = process.cpuUsage();
  const walk = createWalker<{ a: number; n: number }>(kernel, { pack: pack.pack, entries: pack.entries, forest: pack.forest, pace: createPace(control) }, {
    visit: (o, b) => {
      objects++;
      const t0 = process.hrtime.bigint();
      const look = gate.look(o.address, o.size, b && { hits: b.state.a, hitCount: b.state.n, size: b.size, segments: b.segments.address, segmentCount: b.segments.count });
      ns += process.hrtime.bigint() - t0;
      if (!look || look.hitCount === 0) return { a: 0, n: 0 };
      hits += look.hitCount;
      regions += kernel.regionCount();
      const a = kernel.heap.allocate(look.hitCount * 8);
      look.keep(a);
      return { a, n: look.hitCount };
    }, release: ({ a, n }) => { if (n) kernel.heap.free(a, n * 8); }, broken: () => {}, large: () => {},
  });
  for (let i = takeRoot(control); i < pack.forest.roots.length; i = takeRoot(control)) walk(pack.forest.roots[i]!);
  const used = process.cpuUsage(start);
  const extra = (kernel as never as { counters?: (i: number) => number }).counters;
  console.log(`${((used.user + used.system) / 1e6).toFixed(2)} s CPU, gate ${(Number(ns) / 1e9).toFixed(2)} s, ${objects} objects, ${hits} hits, ${regions} regions ${extra ? Array.from({ length: 8 }, (_, i) => extra(i)).join(" ") : ""}`);
}
