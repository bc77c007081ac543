import { readdirSync } from "node:fs";
import { createKernel } from "../src/kernel/kernel.ts";
import { createControl, createPace, takeRoot } from "../src/git/pack/control.ts";
import { openPack } from "../src/git/pack/pack-file.ts";
import { createWalker } from "../src/git/pack/walk.ts";
const [repo, times = "3"] = process.argv.slice(2);
const folder = `${repo}/objects/pack`;
const name = readdirSync(folder).find((n) => n.endsWith(".pack"))!;
const place = { file: `${folder}/${name}`, index: `${folder}/${name.replace(/pack$/, "idx")}` };
const pack = await openPack(place as never, 20);
const kernel = createKernel();
for (let round = 0; round < Number(times); round++) {
  let objects = 0, bytes = 0, broken = 0, segs = 0;
  const control = createControl(2 ** 50);
  const start = process.cpuUsage();
  const t0 = performance.now();
  const walk = createWalker<number>(kernel, { pack: pack.pack, entries: pack.entries, forest: pack.forest, pace: createPace(control) }, {
    visit: (o, b) => { objects++; bytes += o.size; segs += b?.segments.count ?? 0; return 0; }, release: () => {}, broken: () => { broken++; }, large: () => {},
  });
  for (let i = takeRoot(control); i < pack.forest.roots.length; i = takeRoot(control)) walk(pack.forest.roots[i]!);
  const used = process.cpuUsage(start);
  console.log(`${((used.user + used.system) / 1e6).toFixed(2)} s CPU ${((performance.now() - t0) / 1e3).toFixed(2)} wall, ${objects} objects ${(bytes / 1e9).toFixed(2)} GB, ${broken} broken ${segs} segments`);
}
