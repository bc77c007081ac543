import type { Missing } from "../finding.ts";
import { createLanes } from "../lanes.ts";
import type { Sighted } from "../sighting.ts";
import type { RunAllowance } from "./allowance.ts";
import type { LayerCache, LayerId } from "./cache.ts";
import { createGathering, miss, skip } from "./found.ts";
import { removeSpilled, type SpilledRepository } from "./git-spill.ts";
import { ImageError } from "./image-error.ts";
import {
  keyOfLayer,
  type LayerOrder,
  type LayerReading,
  type LayerTask,
  type ReadOptions,
  readLayer,
  readShadow,
} from "./layer.ts";
import { type Known, seal, unseal } from "./sealed.ts";
import { createShadow, type Shadow, type ShadowPaths, shadowFrom } from "./shadow.ts";
import type { ImageSource } from "./source.ts";
import { readHere, type Stored } from "./stored-file.ts";

/** Reads a layer; undefined when an interrupt, or the end of the allowance, comes before its turn. */
type Read = (open: () => Stored, task: LayerTask) => Promise<LayerReading | undefined>;

/** Threads that read layers, each one at a time. */
export interface LayerThreads {
  /** `open` is called when it is the layer's turn, and gives nothing where it is not to be read any more. */
  readonly readLayer: (
    open: () => Stored | undefined,
    order: LayerOrder,
    signal?: AbortSignal,
  ) => Promise<LayerReading | undefined>;
  /** Starts so many, if there may be that many, before they are asked: whoever asks may have other things to do before. */
  readonly start: (count: number) => void;
  /** Stored bytes of layers below which starting threads is not worth it. */
  readonly minBytes: number;
}

/** What layers hold, in the order of the tasks: of those that are not read any more nothing. */
interface ReadSoFar {
  readonly readings: readonly LayerReading[];
  /** How many are not. */
  readonly unread: number;
}

/** The layers of a run, each read once whatever images and platforms share it; those that a cache knows as clean not at all. */
export interface Layers {
  /** Begins to read layers, the largest first; settles when none of them is being read any more. */
  readonly begin: (source: ImageSource, tasks: readonly LayerTask[]) => Promise<void>;
  /** What layers hold that were begun. */
  readonly read: (tasks: readonly LayerTask[]) => Promise<ReadSoFar>;
  /** What a layer that was begun does to those below it. */
  readonly shadowOf: (source: ImageSource, task: LayerTask) => Promise<Shadow>;
  readonly coverage: () => Sighted["coverage"];
  readonly close: () => Promise<void>;
}

const keyOf = ({ descriptor }: LayerTask): string => descriptor.digest;

const nothingIn = (): LayerReading => {
  const { scratch: _, allowance: __, desk: ___, ...nothing } = createGathering();
  return { ...nothing, paths: createShadow().build(), repositories: [], key: undefined };
};

const knownAsClean = "known as clean from an earlier run";
const knownFromBefore = "not read again: what they hold is known from an earlier run";

const sparedReading = (reason: string, known?: Known): LayerReading => {
  const nothing = nothingIn();
  const reading = known === undefined ? nothing : { ...nothing, hits: [...known.hits], paths: known.paths };
  skip(reading, "layers", reason);
  return reading;
};

const twoClaims = "configurations have different digests for what it unpacks to: one of them is wrong";

/** Whether a later run need not find it out again: not where something could not be read, or was left for others to read. */
const isWhole = ({ missing, repositories }: LayerReading): boolean => missing.length + repositories.length === 0;

/** Undefined without a digest of what it unpacks to: a digest as stored alone is not checked by all who unpack it. */
const idOf = ({ descriptor: { digest }, diffId }: LayerTask): LayerId | undefined =>
  diffId === undefined ? undefined : { digest, diffId };

const largestFirst = (tasks: readonly LayerTask[]): readonly LayerTask[] =>
  [...tasks].sort((a, b) => b.descriptor.size - a.descriptor.size);

/** A layer that was begun. */
interface Entry {
  /** With the diff ID that was claimed first. */
  readonly task: LayerTask;
  promise: Promise<LayerReading | undefined>;
  /** Once it was read. */
  reading: LayerReading | undefined;
  /** Whether the cache spared reading it. */
  readonly isSpared: boolean;
  /** Whether another diff ID was claimed. */
  isDisputed: boolean;
  shadow: Shadow | undefined;
}

const isExpected = (error: unknown): boolean =>
  error instanceof ImageError || (error as NodeJS.ErrnoException).code !== undefined;

const nobody: Entry["promise"] = Promise.resolve(undefined);

export interface LayersOptions extends ReadOptions {
  readonly allowance: RunAllowance;
}

export const createLayers = (options: LayersOptions, cache: LayerCache, threads?: LayerThreads): Layers => {
  const { signal, limits, allowance } = options;
  /** In the order of the images. */
  const entries = new Map<string, Entry>();
  /** Of layers that are read anew. */
  const outdated: SpilledRepository[] = [];
  const here = createLanes(["this thread"]);

  const isStopped = (): boolean => signal?.aborted === true;
  const isOver = (): boolean => isStopped() || allowance.isSpent();
  const inTurn: Read = (open, task) =>
    here(async () => (isOver() ? undefined : readLayer(readHere(open(), isStopped), task, options)));
  signal?.addEventListener("abort", allowance.stop, { once: true });
  /** Tells threads of what is stored as it comes. */
  const shared = (stored: Stored): Stored => {
    async function* read(): AsyncGenerator<Uint8Array> {
      for await (const chunk of stored) {
        allowance.share();
        yield chunk;
      }
    }
    const { onDisk } = stored;
    if (onDisk === undefined) return { [Symbol.asyncIterator]: read };
    return { [Symbol.asyncIterator]: read, onDisk: () => onDisk().finally(allowance.share) };
  };
  const inThread =
    ({ readLayer: read }: LayerThreads): Read =>
    (open, task) =>
      read(() => (isOver() ? undefined : shared(open())), { task, limits, ledger: allowance.share() }, signal);

  const entryOf = (task: LayerTask): Entry => {
    const id = idOf(task);
    const isSpared = id !== undefined && cache.isClean(id);
    const reading = isSpared ? sparedReading(knownAsClean) : undefined;
    return { task, promise: nobody, reading, isSpared, isDisputed: false, shadow: undefined };
  };

  /** A layer comes to one diff ID: it is read, if need be anew, for the first that is claimed, and others are wrong. */
  const isNewClaim = ({ diffId }: LayerTask, entry: Entry): boolean => {
    const claimed = entry.task.diffId;
    if (diffId !== undefined && claimed !== undefined && diffId !== claimed) entry.isDisputed = true;
    return diffId !== undefined && claimed === undefined;
  };

  /** Enters layers that are new; gives those that have to be read. */
  const enter = (tasks: readonly LayerTask[]): readonly LayerTask[] => {
    const fresh = new Map<string, Entry>();
    for (const task of tasks) {
      const key = keyOf(task);
      const known = entries.get(key);
      const isKnown = known !== undefined && (fresh.has(key) || known.reading !== undefined);
      if (isKnown && !isNewClaim(task, known)) continue;
      outdated.push(...(known?.reading?.repositories ?? []));
      const entry = entryOf(task);
      fresh.set(key, entry);
      entries.set(key, entry);
    }
    return [...fresh.values()].filter(({ isSpared }) => !isSpared).map(({ task }) => task);
  };

  const remember = (task: LayerTask, reading: LayerReading): void => {
    const [id, { key }] = [idOf(task), reading];
    if (id === undefined || signal?.aborted === true || !isWhole(reading)) return;
    cache.remember(id, reading.hits.length === 0, () => (key === undefined ? undefined : seal(reading, key)));
  };

  /** What an earlier run found out about a layer, which is checked as it is stored and not unpacked. */
  const recall = async (source: ImageSource, task: LayerTask): Promise<Known | undefined> => {
    const id = idOf(task);
    const sealed = id === undefined ? undefined : cache.sealed(id);
    if (sealed === undefined) return undefined;
    try {
      const key = await here(() => keyOfLayer(readHere(source.blob(task.descriptor), isStopped), task, options));
      return key === undefined ? undefined : unseal(sealed, key);
    } catch (error) {
      if (!isExpected(error)) throw error;
      return undefined; // whoever reads it tells
    }
  };

  const start = async (source: ImageSource, task: LayerTask, read: Read): Promise<LayerReading | undefined> => {
    const known = isOver() ? undefined : await recall(source, task);
    const reading =
      known === undefined
        ? await read(() => source.blob(task.descriptor), task)
        : sparedReading(knownFromBefore, known);
    if (reading === undefined) return undefined;
    if (known === undefined) remember(task, reading);
    entries.get(keyOf(task))!.reading = reading;
    return reading;
  };

  const isSealed = (task: LayerTask): boolean => {
    const id = idOf(task);
    return id !== undefined && cache.sealed(id) !== undefined;
  };

  const begin: Layers["begin"] = async (source, tasks) => {
    const fresh = enter(tasks);
    const bytes = fresh.reduce((sum, task) => sum + (isSealed(task) ? 0 : task.descriptor.size), 0);
    const able = bytes > 0 && bytes >= (threads?.minBytes ?? 0) ? threads : undefined;
    able?.start(fresh.length);
    const read = able === undefined ? inTurn : inThread(able);
    const begun = largestFirst(fresh).map((task) => {
      const promise = start(source, task, read);
      entries.get(keyOf(task))!.promise = promise;
      return promise;
    });
    await Promise.allSettled(begun); // whoever asks for one hears of what went wrong
  };

  const readingOf = async (task: LayerTask): Promise<LayerReading | undefined> => {
    const { promise, reading } = entries.get(keyOf(task))!;
    return reading ?? (await promise);
  };

  const read: Layers["read"] = async (tasks) => {
    const readings: LayerReading[] = [];
    let unread = 0;
    for (const task of tasks) {
      const reading = await readingOf(task);
      if (reading === undefined) unread++;
      readings.push(reading ?? nothingIn());
    }
    return { readings, unread };
  };

  /** Of a layer that the cache spared reading. */
  const readPaths = async (source: ImageSource, task: LayerTask, reading: LayerReading): Promise<ShadowPaths> => {
    const known = await recall(source, task);
    if (known !== undefined) return known.paths;
    try {
      return await readShadow(readHere(source.blob(task.descriptor), isStopped), task, options);
    } catch (error) {
      if (!isExpected(error)) throw error;
      miss(reading, `layer ${task.descriptor.digest}`, (error as Error).message);
      return reading.paths;
    }
  };

  const shadowOf: Layers["shadowOf"] = async (source, task) => {
    const entry = entries.get(keyOf(task))!;
    if (entry.shadow !== undefined) return entry.shadow;
    const reading = (await readingOf(task)) ?? nothingIn();
    entry.shadow = shadowFrom(entry.isSpared ? await readPaths(source, task, reading) : reading.paths);
    return entry.shadow;
  };

  const entriesRead = () =>
    [...entries.values()].flatMap(({ reading, ...entry }) => (reading === undefined ? [] : [{ ...entry, reading }]));
  const readings = (): readonly LayerReading[] => entriesRead().map(({ reading }) => reading);
  const disputes = (): readonly Missing[] =>
    entriesRead()
      .filter(({ isDisputed }) => isDisputed)
      .map(({ task }) => ({ what: `layer ${task.descriptor.digest}`, reason: twoClaims }));

  const coverage = (): Sighted["coverage"] => {
    const all = readings();
    const sum = (count: (reading: LayerReading) => number): number =>
      all.reduce((total, reading) => total + count(reading), 0);
    return {
      layers: all.length,
      files: sum(({ files }) => files),
      bytes: sum(({ bytes }) => bytes),
      missing: [...all.flatMap(({ missing }) => missing), ...disputes()],
      skipped: all.flatMap(({ skipped }) => [...skipped.values()]),
    };
  };
  const close = async (): Promise<void> => {
    for (const { repositories } of [{ repositories: outdated }, ...readings()]) await removeSpilled(repositories);
  };
  return { begin, read, shadowOf, coverage, close };
};
