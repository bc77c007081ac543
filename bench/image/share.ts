import { createHash } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";

/**
 * Makes two images of one that `assemble.ts` made: in the first the layers from the fourth on are others, as after a new build on the same
 * base; the second has those alone. `node share.ts LAYOUT REBUILT OWN`.
 */
const [from, rebuilt, own] = process.argv.slice(2) as [string, string, string];

interface Descriptor {
  readonly digest: string;
  readonly size: number;
  readonly mediaType: string;
}

const blob = (layout: string, digest: string): string => join(layout, "blobs", digest.replace(":", "/"));
const digestOf = (content: Buffer): string => `sha256:${createHash("sha256").update(content).digest("hex")}`;
const read = ({ digest }: Descriptor) => JSON.parse(readFileSync(blob(from, digest), "utf8"));

const write = (layout: string, content: Buffer, mediaType: string): Descriptor => {
  const digest = digestOf(content);
  writeFileSync(blob(layout, digest), content);
  return { digest, size: content.length, mediaType };
};

/** Its first member once more at its start: a layer of the same files and another digest. */
const changed = (tar: Buffer): Buffer => Buffer.concat([tar.subarray(0, 512), tar]);

const first = JSON.parse(readFileSync(join(from, "index.json"), "utf8")).manifests[0] as Descriptor;
const manifest = read(first) as { readonly config: Descriptor; readonly layers: readonly Descriptor[] };
const config = read(manifest.config);
const base = 3;

for (const layout of [rebuilt, own]) mkdirSync(join(layout, "blobs", "sha256"), { recursive: true });
const layers = { [rebuilt]: [] as Descriptor[], [own]: [] as Descriptor[] };
const diffIds = { [rebuilt]: [] as string[], [own]: [] as string[] };
for (const [i, layer] of manifest.layers.entries()) {
  if (i < base) {
    linkSync(blob(from, layer.digest), blob(rebuilt, layer.digest));
    layers[rebuilt]!.push(layer);
    diffIds[rebuilt]!.push(config.rootfs.diff_ids[i]);
    continue;
  }
  const tar = changed(gunzipSync(readFileSync(blob(from, layer.digest))));
  const packed = gzipSync(tar);
  for (const layout of [rebuilt, own]) {
    layers[layout]!.push(write(layout, packed, layer.mediaType));
    diffIds[layout]!.push(digestOf(tar));
  }
}
for (const layout of [rebuilt, own]) {
  const history = layout === rebuilt ? config.history : config.history.slice(base);
  const document = { ...config, history, rootfs: { type: "layers", diff_ids: diffIds[layout] } };
  const described = write(layout, Buffer.from(JSON.stringify(document)), manifest.config.mediaType);
  const content = { ...manifest, config: described, layers: layers[layout] };
  const top = write(layout, Buffer.from(JSON.stringify(content)), first.mediaType);
  writeFileSync(join(layout, "oci-layout"), '{"imageLayoutVersion":"1.0.0"}');
  writeFileSync(join(layout, "index.json"), JSON.stringify({ schemaVersion: 2, manifests: [top] }));
}
