import { temporaryFolder } from "../../repositories.ts";
import {
  descriptor,
  type Entries,
  fileIn,
  type ImageParts,
  imageOf,
  manifestDescriptor,
  tarOf,
  writeBlob,
  writeImage,
  writeIndex,
} from "../images.ts";
import type { HidingPlace } from "./places.ts";

const types = {
  manifest: "application/vnd.oci.image.manifest.v1+json",
  config: "application/vnd.oci.image.config.v1+json",
  index: "application/vnd.oci.image.index.v1+json",
};

const inImage = (name: string, parts: (token: string) => Partial<ImageParts>, path: string): HidingPlace => ({
  name,
  make: (token) => ({ layers: [{ a: "a" }], ...parts(token) }),
  path,
});

const inConfig = (name: string, config: (token: string) => object, path: string): HidingPlace =>
  inImage(name, (token) => ({ config: config(token) }), path);

type Json = Record<string, unknown>;

/** A layout whose manifest and `index.json` are changed. */
const inLayout = (
  name: string,
  change: (token: string, manifest: Json) => Json,
  path: string,
  index: (token: string, entry: object) => readonly [entries: readonly object[], more: object] = (_, entry) => [
    [entry],
    {},
  ],
): HidingPlace => ({
  name,
  make: async (token) => {
    const folder = temporaryFolder();
    const image = await imageOf({ layers: [{ a: "a" }] });
    writeImage(folder, image);
    const manifest = Buffer.from(JSON.stringify(change(token, JSON.parse(image.manifest.toString()) as Json)));
    writeBlob(folder, manifest);
    const [entries, more] = index(token, descriptor(manifest, types.manifest));
    writeIndex(folder, entries, more);
    return folder;
  },
  path,
});

const inIndex = (
  name: string,
  index: (token: string, entry: object) => readonly [entries: readonly object[], more: object],
  path: string,
): HidingPlace => inLayout(name, (_, manifest) => manifest, path, index);

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const layersWith = (manifest: Json, more: object): object[] =>
  (manifest["layers"] as object[]).map((one) => ({ ...one, ...more }));

/** What is said about an image beside it. */
const beside = (
  name: string,
  parts: (token: string) => {
    readonly statement: object;
    readonly config?: object;
    readonly annotations?: object;
    readonly more?: object;
  },
  path: string,
  how: "attestation" | "subject" = "attestation",
): HidingPlace => ({
  name,
  make: async (token) => {
    const folder = temporaryFolder();
    const image = await imageOf({ layers: [{ a: "a" }] });
    writeImage(folder, image);
    const { statement, config = {}, annotations, more = {} } = parts(token);
    const blobs = [statement, config].map((one) => Buffer.from(JSON.stringify(one)));
    const layers = [
      descriptor(blobs[0]!, "application/vnd.in-toto+json", {
        annotations: { "in-toto.io/predicate-type": "p", ...annotations },
      }),
    ];
    const subject = how === "subject" ? { subject: manifestDescriptor(image) } : {};
    const manifest = Buffer.from(
      JSON.stringify({ schemaVersion: 2, config: descriptor(blobs[1]!, types.config), layers, ...subject, ...more }),
    );
    for (const blob of [...blobs, manifest]) writeBlob(folder, blob);
    const about = {
      "vnd.docker.reference.type": "attestation-manifest",
      "vnd.docker.reference.digest": manifestDescriptor(image).digest,
    };
    const unknown = { platform: { os: "unknown", architecture: "unknown" }, annotations: about };
    writeIndex(folder, [
      manifestDescriptor(image),
      descriptor(manifest, types.manifest, how === "subject" ? {} : unknown),
    ]);
    return folder;
  },
  path,
});

const dockerArchive = (name: string, change: (token: string, manifest: Json) => object, path: string): HidingPlace => ({
  name,
  make: async (token) => {
    const image = await imageOf({ layers: [{ a: "a" }], compress: (tar) => tar });
    const manifest = change(token, { Config: "config.json", RepoTags: ["a:1"], Layers: ["l/layer.tar"] });
    const files = {
      "manifest.json": JSON.stringify([manifest]),
      "config.json": image.config,
      "l/layer.tar": image.layers[0]!,
    };
    return fileIn(temporaryFolder(), "image.tar", await tarOf(files as Entries));
  },
  path,
});

export const placesInDocuments: readonly HidingPlace[] = [
  inConfig("ENV", (token) => ({ Env: ["PATH=/bin", `KEY=${token}`] }), "config/Env/KEY"),
  inConfig("ENV in base64", (token) => ({ Env: [`KEY=${base64(token)}`] }), "config/Env/KEY"),
  inConfig("CMD", (token) => ({ Cmd: ["serve", "--token", token] }), "config/Cmd"),
  inConfig("ENTRYPOINT", (token) => ({ Entrypoint: ["/bin/sh", "-c", `serve --token=${token}`] }), "config/Entrypoint"),
  inConfig("LABEL", (token) => ({ Labels: { "a.b": token } }), "config/Labels/a.b"),
  inConfig("a label's name", (token) => ({ Labels: { [token]: "x" } }), "config/Labels/…"),
  inConfig(
    "HEALTHCHECK",
    (token) => ({ Healthcheck: { Test: ["CMD-SHELL", `curl -H ${token}`] } }),
    "config/Healthcheck",
  ),
  inConfig("ONBUILD", (token) => ({ OnBuild: [`RUN login ${token}`] }), "config/OnBuild"),
  inConfig("SHELL", (token) => ({ Shell: ["sh", token] }), "config/Shell"),
  inConfig("USER", (token) => ({ User: token }), "config/User"),
  inConfig("WORKDIR", (token) => ({ WorkingDir: `/srv/${token}` }), "config/WorkingDir"),
  inConfig("VOLUME", (token) => ({ Volumes: { [`/data/${token}`]: {} } }), "config/Volumes"),
  inConfig("EXPOSE", (token) => ({ ExposedPorts: { [`80/${token}`]: {} } }), "config/ExposedPorts"),
  inConfig("STOPSIGNAL", (token) => ({ StopSignal: token }), "config/StopSignal"),
  inConfig("a setting of a client's own", (token) => ({ Extra: { deep: [{ k: token }] } }), "config/Extra/deep/0/k"),
  inImage("the author", (token) => ({ document: { author: token } }), "config/author"),
  inImage("the system's version", (token) => ({ document: { "os.version": token } }), "config/os.version"),
  inImage(
    "the settings of an old engine's container",
    (token) => ({ document: { container_config: { Env: [`K=${token}`] } } }),
    "config/Env/K",
  ),
  inImage("a command of the history", (token) => ({ history: [`-RUN /bin/sh -c login ${token}`] }), "history/1"),
  inImage("a build argument", (token) => ({ history: [`-|1 T=${token} /bin/sh -c x`] }), "history/1/T"),
  inImage("the default of an ARG", (token) => ({ history: [`-ARG T=${token}`] }), "history/1/T"),
  inImage(
    "a comment of the history",
    (token) => ({ document: { history: [{ comment: token, empty_layer: true }] } }),
    "history/1",
  ),
  inImage(
    "an author of the history",
    (token) => ({ document: { history: [{ author: token, empty_layer: true }] } }),
    "history/1",
  ),
  inImage(
    "a date of the history that is none",
    (token) => ({ document: { history: [{ created: token, empty_layer: true }] } }),
    "history/1/odd/0",
  ),
  inImage(
    "an annotation of the manifest",
    (token) => ({ annotations: { "org.example.t": token } }),
    "annotations/org.example.t",
  ),
  inLayout(
    "an annotation of a layer",
    (token, m) => ({ ...m, layers: layersWith(m, { annotations: { k: token } }) }),
    "annotations/k",
  ),
  inLayout(
    "an address of a layer",
    (token, m) => ({ ...m, layers: layersWith(m, { urls: [`https://u:${token}@example.org/`] }) }),
    "manifest/layers/0/urls/0",
  ),
  inLayout(
    "a layer's media type",
    (token, m) => ({ ...m, layers: layersWith(m, { mediaType: `application/${token}` }) }),
    "manifest/layers/0/mediaType",
  ),
  inLayout(
    "data in a descriptor",
    (token, m) => ({ ...m, config: { ...(m["config"] as object), data: base64(token) } }),
    "manifest/config/data",
  ),
  inLayout("the type of an artifact", (token, m) => ({ ...m, artifactType: token }), "manifest/artifactType"),
  inIndex("an annotation of index.json", (token, entry) => [[entry], { annotations: { k: token } }], "annotations/k"),
  inIndex(
    "an annotation of its only entry",
    (token, entry) => [[{ ...entry, annotations: { k: token } }], {}],
    "annotations/k",
  ),
  inIndex(
    "the platform of its only entry",
    (token, entry) => [[{ ...entry, platform: { os: "linux", architecture: "amd64", "os.version": token } }], {}],
    "index/manifests/0/platform/os.version",
  ),
  inIndex(
    "an annotation of two entries",
    (token, entry) => [
      [
        { ...entry, annotations: { k: "x" } },
        { ...entry, annotations: { k: token } },
      ],
      {},
    ],
    "annotations/k",
  ),
  beside(
    "provenance",
    (token) => ({ statement: { predicate: { buildArgs: { "build-arg:T": token } } } }),
    "attestation/p",
  ),
  beside(
    "the Dockerfile in provenance",
    (token) => ({ statement: { predicate: { infos: [{ data: base64(`FROM a\nARG T=${token}\n`) }] } } }),
    "attestation/p!data",
  ),
  beside(
    "a statement in an envelope",
    (token) => ({ statement: { payload: base64(JSON.stringify({ infos: [{ data: base64(`T=${token}`) }] })) } }),
    "attestation/p!payload!data",
  ),
  beside(
    "a bill of materials",
    (token) => ({ statement: { predicate: { packages: [{ comment: token }] } } }),
    "attestation/p",
  ),
  beside(
    "an annotation of an attestation's layer",
    (token) => ({ statement: {}, annotations: { k: token } }),
    "annotations/k",
  ),
  beside(
    "an annotation of an attestation",
    (token) => ({ statement: {}, more: { annotations: { k: token } } }),
    "annotations/k",
  ),
  beside(
    "an attestation's configuration",
    (token) => ({ statement: {}, config: { author: token } }),
    "attestation/config/author",
  ),
  beside(
    "what names the image as its subject",
    (token) => ({ statement: { note: token }, more: { artifactType: "application/x" } }),
    "attestation/p",
    "subject",
  ),
  dockerArchive(
    "a tag in an archive",
    (token, m) => ({ ...m, RepoTags: [`a:${token}`] }),
    "manifest.json/0/RepoTags/0",
  ),
  dockerArchive(
    "a key of a client's own in an archive's manifest",
    (token, m) => ({ ...m, Note: token }),
    "manifest.json/0/Note",
  ),
];
