import type { Sighted } from "../sighting.ts";
import type { LayerCache } from "./cache.ts";
import { createGathering, miss } from "./found.ts";
import { ImageError } from "./image-error.ts";
import { type LayerReading, type LayerTask, type ReadOptions, readLayer, readShadow } from "./layer.ts";
import { createShadow, type Shadow } from "./shadow.ts";
import type { ImageSource } from "./source.ts";

/** The layers of a run, each read once whatever images and platforms share it; those that a cache knows as clean not at all. */
export interface Layers {
  readonly read: (source: ImageSource, task: LayerTask) => Promise<LayerReading>;
  /** What a layer that was asked for does to those below it. */
  readonly shadowOf: (source: ImageSource, task: LayerTask) => Promise<Shadow>;
  readonly coverage: () => Sighted["coverage"];
  readonly close: () => Promise<void>;
}

const keyOf = ({ descriptor }: LayerTask): string => descriptor.digest;

const nothingIn = (): LayerReading => ({
  ...createGathering(),
  shadow: createShadow().build(),
  repositories: [],
  remove: async () => {},
});

const twoClaims = "configurations have different digests for what it unpacks to: one of them is wrong";

const isClean = ({ hits, missing, repositories }: LayerReading): boolean =>
  hits.length + missing.length + repositories.length === 0;

export const createLayers = (options: ReadOptions, cache: LayerCache): Layers => {
  const { signal } = options;
  const readings = new Map<string, LayerReading>();
  /** Of layers that the cache spared reading. */
  const shadows = new Map<string, Shadow>();
  const spared = new Set<string>();
  /** Diff IDs that configurations claim for layers. */
  const claims = new Map<string, string>();
  const disputed = new Set<string>();

  /** A layer comes to one diff ID: it is read anew for the first that is claimed, and others are wrong. */
  const isNewClaim = (task: LayerTask): boolean => {
    const key = keyOf(task);
    const claimed = claims.get(key);
    if (task.diffId === undefined || claimed === task.diffId) return false;
    if (claimed === undefined) return true;
    if (!disputed.has(key)) miss(readings.get(key)!, `layer ${task.descriptor.digest}`, twoClaims);
    disputed.add(key);
    return false;
  };

  const readOnce = async (source: ImageSource, task: LayerTask): Promise<LayerReading> => {
    if (task.diffId !== undefined) claims.set(keyOf(task), task.diffId);
    if (task.diffId !== undefined && cache.isClean(task.diffId)) {
      spared.add(keyOf(task));
      return nothingIn();
    }
    const reading = await readLayer(source, task, options);
    if (task.diffId !== undefined && isClean(reading) && signal?.aborted !== true) cache.markClean(task.diffId);
    return reading;
  };

  const read = async (source: ImageSource, task: LayerTask): Promise<LayerReading> => {
    const known = readings.get(keyOf(task));
    if (known !== undefined && !isNewClaim(task)) return known;
    await known?.remove();
    const reading = await readOnce(source, task);
    readings.set(keyOf(task), reading);
    return reading;
  };

  const shadowOf = async (source: ImageSource, task: LayerTask): Promise<Shadow> => {
    const reading = await read(source, task);
    const key = keyOf(task);
    if (!spared.has(key)) return reading.shadow;
    const known = shadows.get(key);
    if (known !== undefined) return known;
    let shadow = reading.shadow;
    try {
      shadow = await readShadow(source, task, options);
    } catch (error) {
      if (!(error instanceof ImageError) && (error as NodeJS.ErrnoException).code === undefined) throw error;
      miss(reading, `layer ${task.descriptor.digest}`, (error as Error).message);
    }
    shadows.set(key, shadow);
    return shadow;
  };

  const coverage = (): Sighted["coverage"] => {
    const all = [...readings.values()];
    const sum = (count: (reading: LayerReading) => number): number =>
      all.reduce((total, reading) => total + count(reading), 0);
    return {
      layers: all.length,
      files: sum(({ files }) => files),
      bytes: sum(({ bytes }) => bytes),
      missing: all.flatMap(({ missing }) => missing),
      skipped: all.flatMap(({ skipped }) => [...skipped.values()]),
    };
  };
  const close = async (): Promise<void> => {
    for (const { remove } of readings.values()) await remove();
  };
  return { read, shadowOf, coverage, close };
};
