import { createLanes } from "../lanes.ts";
import type { Sighted } from "../sighting.ts";
import type { LayerCache } from "./cache.ts";
import { createGathering, miss } from "./found.ts";
import { removeSpilled } from "./git-spill.ts";
import { ImageError } from "./image-error.ts";
import {
  type LayerOrder,
  type LayerReading,
  type LayerTask,
  type ReadOptions,
  readLayer,
  readShadow,
  type Stored,
} from "./layer.ts";
import { createShadow, type Shadow, type ShadowPaths, shadowFrom } from "./shadow.ts";
import type { ImageSource } from "./source.ts";

/** Reads a layer; undefined when an interrupt comes before its turn. */
type Read = (open: () => Stored, task: LayerTask) => Promise<LayerReading | undefined>;

/** Threads that read layers, each one at a time. */
export interface LayerThreads {
  readonly readLayer: (
    open: () => Stored,
    order: LayerOrder,
    signal?: AbortSignal,
  ) => Promise<LayerReading | undefined>;
  /** Stored bytes of layers below which starting threads is not worth it. */
  readonly minBytes: number;
}

/** The layers of a run, each read once whatever images and platforms share it; those that a cache knows as clean not at all. */
export interface Layers {
  /** Begins to read layers, the largest first; settles when none of them is being read any more. */
  readonly begin: (source: ImageSource, tasks: readonly LayerTask[]) => Promise<void>;
  /** What layers hold that were begun, in the order of the tasks. */
  readonly read: (tasks: readonly LayerTask[]) => Promise<readonly LayerReading[]>;
  /** What a layer that was begun does to those below it. */
  readonly shadowOf: (source: ImageSource, task: LayerTask) => Promise<Shadow>;
  readonly coverage: () => Sighted["coverage"];
  readonly close: () => Promise<void>;
}

const keyOf = ({ descriptor, diffId }: LayerTask): string => `${descriptor.digest} ${diffId}`;

const nothingIn = (): LayerReading => ({ ...createGathering(), paths: createShadow().build(), repositories: [] });

const isClean = ({ hits, missing, repositories }: LayerReading): boolean =>
  hits.length + missing.length + repositories.length === 0;

const largestFirst = (tasks: readonly LayerTask[]): readonly LayerTask[] =>
  [...tasks].sort((a, b) => b.descriptor.size - a.descriptor.size);

/** A layer that was begun. */
interface Entry {
  promise: Promise<LayerReading | undefined>;
  /** Once it was read. */
  reading: LayerReading | undefined;
  /** Whether the cache spared reading it. */
  readonly isSpared: boolean;
  shadow: Shadow | undefined;
}

const nobody: Entry["promise"] = Promise.resolve(undefined);

export const createLayers = (options: ReadOptions, cache: LayerCache, threads?: LayerThreads): Layers => {
  const { signal, limits } = options;
  /** In the order of the images. */
  const entries = new Map<string, Entry>();
  const here = createLanes(["this thread"]);

  const inTurn: Read = (open, task) =>
    here(async () => (signal?.aborted === true ? undefined : readLayer(open(), task, options)));
  const inThread =
    ({ readLayer: read }: LayerThreads): Read =>
    (open, task) =>
      read(open, { task, limits }, signal);

  /** Enters layers that are new; gives those that have to be read. */
  const enter = (tasks: readonly LayerTask[]): readonly LayerTask[] => {
    const fresh: LayerTask[] = [];
    for (const task of tasks) {
      if (entries.has(keyOf(task))) continue;
      const isSpared = task.diffId !== undefined && cache.isClean(task.diffId);
      const reading = isSpared ? nothingIn() : undefined;
      entries.set(keyOf(task), { promise: nobody, reading, isSpared, shadow: undefined });
      if (!isSpared) fresh.push(task);
    }
    return fresh;
  };

  const start = async (source: ImageSource, task: LayerTask, read: Read): Promise<LayerReading | undefined> => {
    const reading = await read(() => source.blob(task.descriptor), task);
    if (reading === undefined) return undefined;
    if (task.diffId !== undefined && isClean(reading) && signal?.aborted !== true) cache.markClean(task.diffId);
    entries.get(keyOf(task))!.reading = reading;
    return reading;
  };

  const begin: Layers["begin"] = async (source, tasks) => {
    const fresh = enter(tasks);
    const bytes = fresh.reduce((sum, { descriptor }) => sum + descriptor.size, 0);
    const read = threads !== undefined && bytes > 0 && bytes >= threads.minBytes ? inThread(threads) : inTurn;
    const begun = largestFirst(fresh).map((task) => {
      const promise = start(source, task, read);
      entries.get(keyOf(task))!.promise = promise;
      return promise;
    });
    await Promise.allSettled(begun); // whoever asks for one hears of what went wrong
  };

  const readingOf = async (task: LayerTask): Promise<LayerReading> => {
    const { promise, reading } = entries.get(keyOf(task))!;
    return reading ?? (await promise) ?? nothingIn();
  };

  const read: Layers["read"] = async (tasks) => {
    const readings: LayerReading[] = [];
    for (const task of tasks) readings.push(await readingOf(task));
    return readings;
  };

  /** Of a layer that the cache spared reading. */
  const readPaths = async (source: ImageSource, task: LayerTask, reading: LayerReading): Promise<ShadowPaths> => {
    try {
      return await readShadow(source.blob(task.descriptor), task, limits);
    } catch (error) {
      if (!(error instanceof ImageError) && (error as NodeJS.ErrnoException).code === undefined) throw error;
      miss(reading, `layer ${task.descriptor.digest}`, (error as Error).message);
      return reading.paths;
    }
  };

  const shadowOf: Layers["shadowOf"] = async (source, task) => {
    const entry = entries.get(keyOf(task))!;
    if (entry.shadow !== undefined) return entry.shadow;
    const reading = await readingOf(task);
    entry.shadow = shadowFrom(entry.isSpared ? await readPaths(source, task, reading) : reading.paths);
    return entry.shadow;
  };

  const readings = (): readonly LayerReading[] =>
    [...entries.values()].flatMap(({ reading }) => (reading === undefined ? [] : [reading]));

  const coverage = (): Sighted["coverage"] => {
    const all = readings();
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
    for (const { repositories } of readings()) await removeSpilled(repositories);
  };
  return { begin, read, shadowOf, coverage, close };
};
