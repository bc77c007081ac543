import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { createWriteStream, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

/** Makes an OCI layout of folders, a layer each: `node assemble.ts CONTEXT LAYOUT`. */
const [context, layout] = process.argv.slice(2) as [string, string];

const layers = [
  ["base", "COPY base/ /"],
  ["tools", "COPY tools/ /"],
  ["python", "COPY python/ /"],
  ["npm", "COPY npm/ /srv/app/"],
  ["pypi", "COPY pypi/ /usr/lib/python3/dist-packages/"],
  ["app", "COPY app/ /srv/app/"],
  ["removed", "COPY removed/ /srv/app/"],
  ["config", "COPY config/ /etc/app/"],
] as const;

const blobs = join(layout, "blobs", "sha256");
mkdirSync(blobs, { recursive: true });

const hashing = (stream: PassThrough) => {
  const hash = createHash("sha256");
  stream.on("data", (chunk: Buffer) => hash.update(chunk));
  return () => `sha256:${hash.digest("hex")}`;
};

const tarOf = (folder: string) => {
  const flags = ["--sort=name", "--mtime=@1700000000", "--owner=0", "--group=0", "--numeric-owner"];
  return spawn("tar", [...flags, "-C", folder, "-c", "."], { stdio: ["ignore", "pipe", "inherit"] }).stdout;
};

const addLayer = async (folder: string) => {
  const [plain, packed] = [new PassThrough(), new PassThrough()];
  const [diffId, digest] = [hashing(plain), hashing(packed)];
  const file = join(blobs, "layer");
  await pipeline(tarOf(join(context, folder)), plain, createGzip(), packed, createWriteStream(file));
  const name = digest();
  const stored = join(blobs, name.slice("sha256:".length));
  renameSync(file, stored);
  const mediaType = "application/vnd.oci.image.layer.v1.tar+gzip";
  return { diffId: diffId(), descriptor: { mediaType, digest: name, size: statSync(stored).size } };
};

const addDocument = (mediaType: string, value: object) => {
  const content = Buffer.from(JSON.stringify(value));
  const hex = createHash("sha256").update(content).digest("hex");
  writeFileSync(join(blobs, hex), content);
  return { mediaType, digest: `sha256:${hex}`, size: content.length };
};

const added = [];
for (const [folder] of layers) added.push(await addLayer(folder));
const token = readFileSync(join(context, "argument"), "utf8");
const history = [
  ...layers.map(([, instruction]) => ({ created_by: `${instruction} # buildkit` })),
  { created_by: `RUN |1 NPM_TOKEN=${token} /bin/sh -c true # buildkit`, empty_layer: true },
];
const config = addDocument("application/vnd.oci.image.config.v1+json", {
  os: "linux",
  architecture: "amd64",
  config: { Cmd: ["node", "/srv/app/server.js"] },
  rootfs: { type: "layers", diff_ids: added.map(({ diffId }) => diffId) },
  history,
});
const mediaType = "application/vnd.oci.image.manifest.v1+json";
const descriptors = added.map(({ descriptor }) => descriptor);
const manifest = addDocument(mediaType, { schemaVersion: 2, mediaType, config, layers: descriptors });
writeFileSync(join(layout, "oci-layout"), '{"imageLayoutVersion":"1.0.0"}');
writeFileSync(join(layout, "index.json"), JSON.stringify({ schemaVersion: 2, manifests: [manifest] }));
