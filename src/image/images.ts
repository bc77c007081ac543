import type { Missing } from "../finding.ts";
import type { Inspect, Sighted } from "../sighting.ts";
import { createAllowance } from "./allowance.ts";
import { type LayerCache, noCache } from "./cache.ts";
import type { Dockerfile } from "./dockerfile.ts";
import { findDockerfiles } from "./find-dockerfiles.ts";
import { ImageError } from "./image-error.ts";
import { type LayerLimits, usualLimits } from "./layer.ts";
import { createLayers, type LayerThreads } from "./layers.ts";
import { isPath, type Opened, openArchiveStream, openPath } from "./open.ts";
import type { ScanRepository } from "./place-layers.ts";
import { type ImageScan, scanImage } from "./scan-image.ts";
import type { ImageSource } from "./source.ts";
import type { KnownImage } from "./story.ts";

export interface ImagesAsked {
  readonly names: readonly string[];
  /** Those that a file of the repository gives: their registries are asked at public addresses alone. */
  readonly foreign?: readonly string[];
  /** For images in ghcr.io. */
  readonly workflowToken?: string;
  /** `linux/arm64`; all when empty. */
  readonly platforms: readonly string[];
  /** The folder whose Dockerfiles may have made them. */
  readonly dockerfiles: string | undefined;
}

/** What the conductor lends. */
export interface ImageMeans {
  readonly inspect: Inspect;
  readonly scanRepository: ScanRepository;
  readonly cache?: LayerCache;
  readonly limits?: LayerLimits;
  /** Without them layers are read one after the other. */
  readonly threads?: LayerThreads | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Of a glob that `expandImages` left over. */
const noMatch = "no archive matches it, or not all files there could be listed: name the archives";

const ofDaemon = "docker://";

/** An archive or layout on disk, an image of the daemon, or one in a registry. */
const openImage = async (
  name: string,
  { foreign = [], workflowToken }: ImagesAsked,
  signal: AbortSignal | undefined,
): Promise<Opened> => {
  if (/[*?]/.test(name)) throw new ImageError(noMatch);
  if (await isPath(name)) return openPath(name);
  const environment = process.env;
  if (name.startsWith(ofDaemon)) {
    const { daemonArchive } = await import("./daemon.ts");
    return openArchiveStream(name, daemonArchive(name.slice(ofDaemon.length), environment)(signal));
  }
  const { openRegistry } = await import("./registry/registry.ts");
  const mayBeLocal = !foreign.includes(name);
  const source = openRegistry(name, {
    environment,
    mayBeLocal,
    workflowToken,
    ...(signal !== undefined && { signal }),
  });
  return { sources: [source], missing: () => [], close: source.close };
};

const reasonOf = (error: unknown): string => {
  if (error instanceof ImageError || (error as NodeJS.ErrnoException).code !== undefined)
    return (error as Error).message;
  throw error;
};

/** The Dockerfiles of the repository, looked for once and only when somebody asks. */
const dockerfilesOf = (folder: string | undefined): ImageScan["dockerfiles"] => {
  let found: Promise<readonly Dockerfile[]> | undefined;
  return () => {
    found ??= folder === undefined ? Promise.resolve([]) : findDockerfiles(folder);
    return found;
  };
};

/** Looks at images by name; what cannot be read of them is in coverage. */
export const scanImages = async (
  asked: ImagesAsked,
  { inspect: untimed, scanRepository, cache = noCache, limits = usualLimits, threads, signal }: ImageMeans,
): Promise<Sighted> => {
  const { names, platforms, dockerfiles: folder } = asked;
  const sources: ImageSource[] = [];
  const allowance = createAllowance(limits.work, () => sources.reduce((sum, source) => sum + source.stored(), 0));
  const inspect = allowance.timed(untimed);
  const layers = createLayers({ inspect, limits, allowance, signal }, cache, threads);
  const dockerfiles = dockerfilesOf(folder);
  const parts: Sighted[] = [];
  const known: KnownImage[] = [];
  const missing: Missing[] = [];
  const scan: ImageScan = { platforms, inspect, layers, scanRepository, dockerfiles, known, allowance, signal };
  const scanAll = async (name: string, opened: Opened): Promise<void> => {
    sources.push(opened.sources[0]!); // its other forms are stored in the same bytes
    let contents: ReadonlySet<string> | undefined;
    for (const source of opened.sources) {
      const scanned = await scanImage(source, scan, contents);
      parts.push(scanned.sighted);
      known.push(...scanned.known);
      contents = new Set([...(contents ?? []), ...scanned.contents]);
    }
    missing.push(...opened.missing().map(({ what, reason }) => ({ what: `${name}: ${what}`, reason })));
  };
  const scanOne = async (name: string): Promise<void> => {
    try {
      const opened = await openImage(name, asked, signal);
      await scanAll(name, opened).finally(opened.close);
    } catch (error) {
      missing.push({ what: name, reason: reasonOf(error) });
    }
  };
  try {
    for (const name of names)
      if (signal?.aborted === true) missing.push({ what: name, reason: "interrupted" });
      else await scanOne(name);
  } finally {
    await layers.close();
  }
  const coverage = layers.coverage();
  return {
    sightings: parts.flatMap(({ sightings }) => sightings),
    coverage: {
      ...coverage,
      skipped: [...parts.flatMap((part) => part.coverage.skipped ?? []), ...(coverage.skipped ?? [])],
      missing: [...missing, ...parts.flatMap((part) => part.coverage.missing ?? []), ...(coverage.missing ?? [])],
    },
  };
};
