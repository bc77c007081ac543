import type { Sighted } from "../sighting.ts";
import type { LayerCache } from "./cache.ts";
import { type LayerReading, type LayerTask, type ReadOptions, readLayer } from "./layer.ts";
import type { ImageSource } from "./source.ts";

/** The layers of a run, each read once whatever images and platforms share it. */
export interface Layers {
  readonly read: (source: ImageSource, task: LayerTask) => Promise<LayerReading>;
  readonly coverage: () => Sighted["coverage"];
  readonly close: () => Promise<void>;
}

const keyOf = ({ descriptor, diffId }: LayerTask): string => `${descriptor.digest} ${diffId}`;

export const createLayers = (options: ReadOptions, cache: LayerCache): Layers => {
  const { signal } = options;
  const readings = new Map<string, LayerReading>();
  const read = async (source: ImageSource, task: LayerTask): Promise<LayerReading> => {
    const key = keyOf(task);
    const known = readings.get(key);
    if (known !== undefined) return known;
    const reading = await readLayer(source, task, options);
    readings.set(key, reading);
    const isClean =
      reading.hits.length + reading.missing.length + reading.repositories.length === 0 && signal?.aborted !== true;
    if (isClean && task.diffId !== undefined) cache.markClean(task.diffId);
    return reading;
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
  return { read, coverage, close };
};
