import { randomBytes } from "node:crypto";
import { findId, type IdList } from "../../id-list.ts";
import { type Graph, graphOf } from "../graph/graph.ts";
import { sharedBytes, sharedIntegers } from "./columns.ts";
import { type Control, ending, endingOf } from "./control.ts";
import { type Entries, entryType, noBase } from "./entries.ts";
import type { PackFile } from "./pack-file.ts";
import type { GraphPart, GraphTask } from "./read-graph.ts";

/** What the commits and trees of a pack name, and the ids whose places it speaks of. */
export interface PackedHistory {
  readonly graph: Graph;
  readonly ids: IdList;
}

const ofHistory: readonly number[] = [entryType.commit, entryType.tree];

const rootsOf = ({ count, bases, types }: Entries): Int32Array => {
  const roots: number[] = [];
  for (let entry = 0; entry < count; entry++)
    if (bases[entry] === noBase.whole && ofHistory.includes(types[entry]!)) roots.push(entry);
  const shared = sharedIntegers(roots.length);
  shared.set(roots);
  return shared;
};

const wantedAmong = (ids: IdList, count: number, wanted: Iterable<string>): Uint8Array => {
  const flags = sharedBytes(count);
  for (const id of wanted) {
    const place = findId(ids, Buffer.from(id, "hex"));
    if (place !== -1) flags[place] = 1;
  }
  return flags;
};

/** Reads the commits and trees of a pack, and of blobs only where the wanted ones are. Undefined where something is not as it should be. */
export const readHistory = async (
  { pack, index, entries, forest }: PackFile,
  wanted: Iterable<string>,
  control: Control,
  readGraph: (task: GraphTask) => Promise<readonly GraphPart[] | undefined>,
): Promise<PackedHistory | undefined> => {
  const { ids, idBytes, count } = index;
  const shared = sharedBytes(ids.length);
  shared.set(ids);
  const parts = await readGraph({
    pack,
    entries,
    forest: { ...forest, roots: rootsOf(entries) },
    control,
    ids: shared,
    idBytes,
    wanted: wantedAmong(index, count, wanted),
    seed: randomBytes(4).readInt32LE(),
  });
  const isAll = endingOf(control) === ending.none && parts?.every(({ isSound }) => isSound) === true;
  if (!isAll) return undefined;
  return { graph: graphOf(parts, count), ids: { ids, idBytes } };
};
