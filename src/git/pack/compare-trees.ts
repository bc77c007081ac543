import { createHash } from "node:crypto";
import type { Kernel } from "../../kernel/kernel.ts";
import { apartOf } from "./apart.ts";
import { createPace } from "./control.ts";
import { entryType } from "./entries.ts";
import type { TreeScanner, TreesTask } from "./scan-trees.ts";
import { createWalker, type Made, type Unpacked } from "./walk.ts";
import { rootsLeft, walkWhole } from "./walk-tree.ts";

/** A scanner that can also look at a whole content, whatever it was made of. */
export interface BothWays<Match, Trace> extends TreeScanner<Match, Trace> {
  readonly scan: (content: Buffer) => readonly Match[];
}

/** Delta trees to unpack and to scan both ways. */
export interface CompareTask extends TreesTask {
  /** Shared: the hash of each entry that was unpacked. */
  readonly hashes: Uint8Array;
  /** Shared: 1 for entries that were unpacked. */
  readonly unpacked: Uint8Array;
}

/** What scanning both ways gave. */
export interface Comparison {
  /** Contents that were scanned both ways, and the matches in them. */
  readonly scanned: number;
  readonly matches: number;
  /** Entries in which the two ways differ, with how many matches a scan of the whole has and how many the delta-aware scan. */
  readonly differing: readonly { readonly entry: number; readonly whole: number; readonly inherited: number }[];
}

const typeNames: Readonly<Record<number, string>> = {
  [entryType.commit]: "commit",
  [entryType.tree]: "tree",
  [entryType.blob]: "blob",
  [entryType.tag]: "tag",
};

/** The hash that names an object (git-hash-object): of its type, its size and its bytes. */
export const hashOf = (type: string, content: Uint8Array, idBytes: number): Buffer =>
  createHash(idBytes === 20 ? "sha1" : "sha256")
    .update(`${type} ${content.length}\0`)
    .update(content)
    .digest();

const sorted = <Match extends { readonly start: number }>(matches: readonly Match[]): string =>
  matches
    .map((match) => JSON.stringify(match))
    .sort()
    .join("\n");

/** Unpacks the trees that no other thread has taken, hashes every object, and scans each as the engine does and as a whole. */
export const compareTrees = <Match extends { readonly start: number }, Trace>(
  kernel: Kernel,
  { pack, entries, forest, control, hashes, unpacked }: CompareTask,
  { scan, scanInPlace, discard }: BothWays<Match, Trace>,
): Comparison => {
  const differing: { entry: number; whole: number; inherited: number }[] = [];
  const idBytes = hashes.length / Math.max(1, entries.count);
  let [scanned, matches] = [0, 0];

  const compare = (entry: number, content: Buffer, found: readonly Match[]): void => {
    const whole = scan(content);
    scanned++;
    matches += whole.length;
    if (sorted(whole) !== sorted(found)) differing.push({ entry, whole: whole.length, inherited: found.length });
  };
  const visit = (object: Unpacked, base: Made<Trace | undefined> | undefined): Trace | undefined => {
    const { entry, address, size } = object;
    const content = Buffer.from(kernel.heap.bytes().subarray(address, address + size));
    const type = entries.types[entry]!;
    hashes.set(hashOf(typeNames[type] ?? "", content, idBytes), entry * idBytes);
    unpacked[entry] = 1;
    if (type === entryType.tree || (type === entryType.blob && apartOf(content, 0, size) !== undefined))
      return undefined;
    const trace = base?.state;
    const made = base === undefined || trace === undefined ? undefined : { ...base, trace };
    const found = scanInPlace({ address, size }, made);
    if (found === undefined) return undefined;
    compare(entry, content, found.matches);
    return found.trace;
  };
  const release = (trace: Trace | undefined): void => {
    if (trace !== undefined) discard(trace);
  };
  const left = (): void => {}; // it stays without a hash
  const trees = { pack, entries, forest, pace: createPace(control) };
  const walker = createWalker<Trace | undefined>(kernel, trees, { visit, release, broken: left, large: left });
  for (const root of rootsLeft(forest, control)) if (!walkWhole(walker, root)) break;
  walker.close();
  return { scanned, matches, differing };
};
