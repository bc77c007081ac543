import { availableParallelism } from "node:os";
import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { MessageChannel, type TransferListItem, Worker } from "node:worker_threads";
import type { OnStopped } from "./detect/patience.ts";
import type { ArchiveReading } from "./files/inspect-archive.ts";
import { type Control, ending, endingOf } from "./git/pack/control.ts";
import type { ReadGraph, ScanTrees } from "./git/pack/survey.ts";
import type { CompareTrees } from "./git/pack/verify-engine.ts";
import type { InspectContents, Unread } from "./git/queue.ts";
import { sendBlob } from "./image/blob-port.ts";
import type { Help, HelpOrder } from "./image/help.ts";
import { createHelpers } from "./image/helping.ts";
import type { LayerOrder, LayerReading } from "./image/layer.ts";
import type { LayerThreads } from "./image/layers.ts";
import type { Stored } from "./image/stored-file.ts";
import { createLanes } from "./lanes.ts";
import type { Contents, ThreadTask, WorkerAnswer, WorkerData } from "./worker.ts";

/** Beside this module: as source where the source runs, built in `dist/`. */
const script = new URL(import.meta.url.endsWith(".ts") ? "worker.ts" : "worker.js", import.meta.url);

/** A message costs as much as looking at a small content, so threads are given as many at once as have these bytes together. */
const enoughBytes = 256 << 10;

/** Some contents, from `first` on, in memory of their own: it goes to the thread. */
const together = (contents: readonly Unread[], first: number): Contents => {
  const taken: Unread[] = [];
  let size = 0;
  for (let i = first; i < contents.length && size < enoughBytes; i++) {
    taken.push(contents[i]!);
    size += contents[i]!.content.length;
  }
  const bytes = new Uint8Array(size);
  let end = 0;
  for (const { content } of taken) {
    bytes.set(content, end);
    end += content.length;
  }
  return { bytes, sizes: taken.map(({ content }) => content.length), isText: taken.map(({ isText }) => isText) };
};

const ask = (worker: Worker, task: ThreadTask, given: readonly TransferListItem[] = []): Promise<WorkerAnswer> =>
  new Promise<WorkerAnswer>((resolve, reject) => {
    worker.ref();
    worker.once("error", reject);
    worker.once("message", (answer: WorkerAnswer) => {
      worker.off("error", reject);
      resolve(answer);
    });
    worker.postMessage(task, given);
  }).finally(() => worker.unref());

const isOf =
  <Job extends WorkerAnswer["job"]>(job: Job) =>
  (answer: WorkerAnswer): answer is Extract<WorkerAnswer, { job: Job }> =>
    answer.job === job;

/** Has a thread read a layer: where it lies on disk, or as it is sent from here. */
const readOn = async (worker: Worker, stored: Stored, order: LayerOrder, signal: AbortSignal | undefined) => {
  const opened = await stored.onDisk?.().catch(() => undefined); // told by whoever reads the stream
  if (opened !== undefined)
    return ask(worker, { job: "layer", order, from: opened.part }).finally(() => opened.close());
  const { port1, port2 } = new MessageChannel();
  const sent = sendBlob(stored, port1, signal);
  sent.catch(() => {}); // awaited below
  const answer = await ask(worker, { job: "layer", order, from: port2 }, [port2]).finally(() => port1.close());
  await sent;
  return answer;
};

export interface Threads {
  readonly scanTrees: ScanTrees;
  readonly readGraph: ReadGraph;
  readonly inspectContents: InspectContents;
  /** Layers wait for a free thread in the order in which they come; threads without one help with a large one. */
  readonly readLayer: LayerThreads["readLayer"];
  /** Scans both ways, for `--verify-engine`. */
  readonly compareTrees: CompareTrees;
  /** Starts threads before there is a task for them: each needs some 200 ms until it is ready. */
  readonly start: (count?: number) => void;
  /** Ends threads; the next task starts new ones. */
  readonly stop: () => void;
}

/** Scanning leaves much short-lived garbage: with V8's own limit each thread keeps a hundred megabytes more, and gains no time by it (measured). */
const maxYoungGenerationSizeMb = { history: 24, layers: 8 };

/**
 * V8 lets a heap grow to twice or four times what is in use before it looks for what is not; layers have much that is large and soon done
 * with. So slow a growth, with a small young generation, takes 60 MB less of two threads, and a twentieth more time (measured, bench/image.md).
 */
const growSlowly = "--heap-growing-percent=40";

export type ThreadsFor = keyof typeof maxYoungGenerationSizeMb;

/** How often an interrupt is looked for, and how long threads may take to hear of it: one that still starts hears nothing. */
const [lookEvery, patience] = [50, 400];

/** Settles some time after a scan was ended from outside; never otherwise while `isOn`. */
const overdue = async (control: Control, isOn: () => boolean): Promise<undefined> => {
  while (isOn() && endingOf(control) !== ending.asked) await setTimeout(lookEvery, undefined, { ref: false });
  await setTimeout(patience, undefined, { ref: isOn() });
  return undefined;
};

/** Threads, started when the first task comes, that scan delta trees with the rules of `patterns/` and custom ones. */
export const startThreads = (
  workerData: WorkerData,
  onStopped: OnStopped,
  jobs = availableParallelism(),
  what: ThreadsFor = "history",
): Threads => {
  const resourceLimits = { maxYoungGenerationSizeMb: maxYoungGenerationSizeMb[what] };
  if (what === "layers") setFlagsFromString(growSlowly); // of this process: V8 has no such limit for a thread
  const workers: Worker[] = [];
  const start = (count = jobs): void => {
    while (workers.length < Math.min(count, jobs)) {
      const worker = new Worker(script, { workerData, resourceLimits });
      worker.unref(); // one without a task keeps nobody waiting
      workers.push(worker);
    }
  };
  const noteStopped = ({ stopped }: WorkerAnswer): void => {
    for (const [rule, reason] of stopped) onStopped(rule, reason);
  };
  /** Answers of all threads that answer in time. */
  const askAll = async (task: ThreadTask, control: Control): Promise<readonly WorkerAnswer[]> => {
    start();
    let isOn = true;
    const late = overdue(control, () => isOn);
    const asked = workers.map((worker) => Promise.race([ask(worker, task), late]));
    const answers = await Promise.all(asked).finally(() => {
      isOn = false;
    });
    const given = answers.filter((answer) => answer !== undefined);
    given.forEach(noteStopped);
    return given;
  };
  /** Each thread takes some more contents when it is done with some. */
  const inspectContents: InspectContents = async (contents, signal) => {
    start();
    const readings: (ArchiveReading | undefined)[] = [];
    let next = 0;
    const work = async (worker: Worker): Promise<void> => {
      while (next < contents.length && signal?.aborted !== true) {
        const first = next;
        const some = together(contents, first);
        next += some.sizes.length;
        const answer = await ask(worker, { job: "contents", contents: some }, [some.bytes.buffer]);
        noteStopped(answer);
        if (answer.job === "contents")
          for (const [i, reading] of answer.results.entries()) readings[first + i] = reading;
      }
    };
    await Promise.all(workers.map(work));
    return readings;
  };
  const helpers = createHelpers();
  const helpFrom = async (lane: number, order: HelpOrder): Promise<Help> => {
    start(lane + 1);
    const answer = await ask(workers[lane]!, { job: "help", order });
    noteStopped(answer);
    return answer.job === "help" ? answer.result : { aside: [], missing: [] };
  };
  const onLane = createLanes(
    Array.from({ length: jobs }, (_, lane) => lane),
    (lane) => helpers.errand(lane < workers.length, (order) => helpFrom(lane, order)),
  );
  const readLayer: LayerThreads["readLayer"] = (open, whole, signal) =>
    onLane(async (lane): Promise<LayerReading | undefined> => {
      const stored = open();
      if (stored === undefined) return undefined;
      start(lane + 1);
      return helpers.reading(lane, whole, async (order) => {
        const answer = await readOn(workers[lane]!, stored, order, signal);
        noteStopped(answer);
        return answer.job === "layer" ? answer.result : undefined;
      });
    });
  return {
    inspectContents,
    readLayer,
    scanTrees: async (trees) => {
      const answers = await askAll({ job: "scan", trees }, trees.control);
      return answers.filter(isOf("scan")).map(({ result }) => result);
    },
    readGraph: async (graph) => {
      const answers = await askAll({ job: "graph", graph }, graph.control);
      return answers.length < workers.length ? undefined : answers.filter(isOf("graph")).map(({ result }) => result);
    },
    compareTrees: async (trees) => {
      const answers = await askAll({ job: "compare", trees }, trees.control);
      return answers.filter(isOf("compare")).map(({ result }) => result);
    },
    start,
    stop: () => {
      for (const worker of workers.splice(0)) void worker.terminate();
    },
  };
};
