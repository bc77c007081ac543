import { createHash } from "node:crypto";
import { createReadStream, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createGunzip } from "node:zlib";

/**
 * What reading an image costs at least: its layers are decompressed, and SHA-256 of both forms is checked against their names.
 * `node baseline.ts LAYOUT`, a layout of one image that `assemble.ts` made. One layer after the other; Node decompresses on a thread beside.
 */
const [layout] = process.argv.slice(2) as [string];

interface Descriptor {
  readonly digest: string;
}

const blob = ({ digest }: Descriptor): string => join(layout, "blobs", digest.replace(":", "/"));
const read = (descriptor: Descriptor) => JSON.parse(readFileSync(blob(descriptor), "utf8"));

const manifest = read(JSON.parse(readFileSync(join(layout, "index.json"), "utf8")).manifests[0]) as {
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
};
const diffIds = read(manifest.config).rootfs.diff_ids as readonly string[];

let bytes = 0;
for (const [i, layer] of manifest.layers.entries()) {
  const [stored, plain] = [createHash("sha256"), createHash("sha256")];
  const file = createReadStream(blob(layer), { highWaterMark: 1 << 18 });
  file.on("data", (chunk) => stored.update(chunk));
  for await (const chunk of file.pipe(createGunzip({ chunkSize: 1 << 18 })) as AsyncIterable<Buffer>) {
    plain.update(chunk);
    bytes += chunk.length;
  }
  const found = [stored, plain].map((hash) => `sha256:${hash.digest("hex")}`);
  if (found[0] !== layer.digest || found[1] !== diffIds[i]) throw new Error(`layer ${i + 1} is not what it is named`);
}

const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const cpu = ((userCPUTime + systemCPUTime) / 1e6).toFixed(2);
const files = readdirSync(join(layout, "blobs", "sha256")).length;
process.stdout.write(
  `${bytes} bytes of ${manifest.layers.length} layers (${files} blobs): ${cpu} s of processor time, ${performance.now().toFixed(0)} ms, ${maxRSS >> 10} MB\n`,
);
