import type { Missing } from "../finding.ts";
import type { Repository } from "../git/repository.ts";
import type { Inspect, Sighted } from "../sighting.ts";
import { noCache } from "./cache.ts";
import { ImageError } from "./image-error.ts";
import { createLayers } from "./layers.ts";
import { isPath, openPath } from "./open.ts";
import { scanImage } from "./scan-image.ts";
import type { ImageSource } from "./source.ts";

/** What the conductor lends. */
export interface ImageMeans {
  readonly inspect: Inspect;
  /** Scans the history of a repository that lies in an image. */
  readonly scanRepository: (repository: Repository) => Promise<Sighted>;
  readonly signal?: AbortSignal | undefined;
}

export interface ImagesAsked {
  readonly names: readonly string[];
  /** `linux/arm64`; all when empty. */
  readonly platforms: readonly string[];
}

const openImage = async (name: string): Promise<ImageSource> => {
  if (await isPath(name)) return openPath(name);
  throw new ImageError(
    "images in registries are not read by this version: save it with `docker save` or `skopeo copy`",
  );
};

const reasonOf = (error: unknown): string => {
  if (error instanceof ImageError || (error as NodeJS.ErrnoException).code !== undefined)
    return (error as Error).message;
  throw error;
};

/** Looks at images by name; what cannot be read of them is in coverage. */
export const scanImages = async ({ names, platforms }: ImagesAsked, means: ImageMeans): Promise<Sighted> => {
  const { inspect, scanRepository, signal } = means;
  const layers = createLayers(inspect, noCache, signal);
  const parts: Sighted[] = [];
  const missing: Missing[] = [];
  try {
    for (const name of names) {
      if (signal?.aborted === true) break;
      try {
        const source = await openImage(name);
        const scan = { platforms, inspect, layers, scanRepository, ...(signal === undefined ? {} : { signal }) };
        parts.push(await scanImage(source, scan).finally(source.close));
      } catch (error) {
        missing.push({ what: name, reason: reasonOf(error) });
      }
    }
  } finally {
    await layers.close();
  }
  const coverage = layers.coverage();
  return {
    sightings: parts.flatMap(({ sightings }) => sightings),
    coverage: {
      ...coverage,
      missing: [...missing, ...parts.flatMap((part) => part.coverage.missing ?? []), ...(coverage.missing ?? [])],
      skipped: [...parts.flatMap((part) => part.coverage.skipped ?? []), ...(coverage.skipped ?? [])],
    },
  };
};
