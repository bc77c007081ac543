import type { Breath } from "./breath.ts";
import { inspect } from "./detect/hit.ts";
import type { Match } from "./detect/rule.ts";
import type { Scanner } from "./detector.ts";
import { type ArchiveReading, inspectArchive } from "./files/inspect-archive.ts";
import { remembered } from "./files/remembered.ts";
import { createArchiveReader } from "./git/pack/archives.ts";
import { ending, endingOf } from "./git/pack/control.ts";
import { type GraphPart, type GraphTask, readGraph } from "./git/pack/read-graph.ts";
import { scanTrees, type TreesResult, type TreesTask } from "./git/pack/scan-trees.ts";
import { contentMarks } from "./kernel/content-mark.ts";
import { type Inspect, inspectAs } from "./sighting.ts";

/** What one thread does of the work on a history. */
export interface Lane {
  readonly scanTrees: (task: TreesTask) => Promise<TreesResult<Match>>;
  readonly readGraph: (task: GraphTask) => Promise<GraphPart>;
  /** Looks into an archive, and at any other content; at the message of a commit or tag as it is. */
  readonly inspectContent: (content: Buffer, isText: boolean) => Promise<ArchiveReading>;
  readonly inspectFile: Inspect;
}

export interface LaneOptions {
  readonly lineHashes: boolean;
  readonly leavesClosed?: boolean;
  /** On a thread that has other things to do. */
  readonly breath?: Breath;
}

export const createLane = (
  { kernel, detector }: Scanner,
  { lineHashes, leavesClosed = false, breath }: LaneOptions,
): Lane => {
  const inspectFile = inspectAs({ leavesClosed }, (content) => inspect(detector, content, lineHashes));
  const inspectMember = remembered(inspectFile, contentMarks(kernel));

  const inspectText = (content: Buffer): ArchiveReading => {
    const hits = inspectFile(content);
    return { found: hits.length === 0 ? [] : [{ inner: "", hits }], limited: [], skipped: [] };
  };

  return {
    scanTrees: (task) => {
      const archives = createArchiveReader(inspectMember, () => endingOf(task.control) === ending.none);
      return scanTrees(kernel, task, detector, archives, breath);
    },
    readGraph: (task) => readGraph(kernel, task, breath),
    inspectContent: async (content, isText) => (isText ? inspectText(content) : inspectArchive(content, inspectMember)),
    inspectFile,
  };
};

/** Reads the packs of a history on one thread alone, which makes its lane when it comes to that. */
export const alone = (lane: () => Lane) => {
  let made: Lane | undefined;
  const own = (): Lane => {
    made ??= lane();
    return made;
  };
  return {
    scanTrees: async (task: TreesTask) => [await own().scanTrees(task)],
    readGraph: async (task: GraphTask) => [await own().readGraph(task)],
    stop: () => {},
  };
};
