import type { Stored } from "./stored-file.ts";

export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly platform?: Platform;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly artifactType?: string;
  readonly urls?: readonly string[];
}

export interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string;
}

/** Where an image's documents and layers come from: a registry, an archive, a layout, a daemon. Digests are checked by the reader of the stream, not here. */
export interface ImageSource {
  /** As the user gave it, without credentials; for reports. */
  readonly name: string;
  /** Index or manifest that the name stands for. */
  readonly root: () => Promise<Descriptor>;
  /** What lies around the image and says something: `index.json` where it has one entry, which is the root then; an archive's `manifest.json`. */
  readonly around?: Readonly<Record<string, unknown>>;
  /** A manifest, index or config: whole, at most maxDocument bytes (4 MiB; error beyond). */
  readonly document: (descriptor: Descriptor) => Promise<Buffer>;
  /** A layer or other blob, as stored; its chunks are the reader's. */
  readonly blob: (descriptor: Descriptor) => Stored;
  /** Manifests that refer to a digest (attestations, signatures, SBOMs): OCI 1.1 referrers, or the tag schema. */
  readonly referrers: (digest: string) => Promise<readonly Descriptor[]>;
  /** Bytes that are stored of it, on disk or as they came: each once, however many names lead to it. */
  readonly stored: () => number;
  readonly close: () => Promise<void>;
}
