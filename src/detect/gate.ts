import { randomFillSync } from "node:crypto";
import type { Kernel } from "../kernel/kernel.ts";
import { askedByOthers } from "./askers.ts";
import { cutBy } from "./literals.ts";
import { copied, loadTable } from "./load-table.ts";
import type { Prepared } from "./prepared.ts";
import type { Region } from "./regions.ts";
import type { Rule } from "./rule.ts";
import { type Beginning, beginnings } from "./sieve/beginning.ts";
import { beginningOf } from "./sieve/pack.ts";
import { wordsOf } from "./words.ts";

/** A rule's number and where its expression must run. */
export interface RuleRegion extends Region {
  readonly rule: number;
  /** Of a rule whose matches begin with its anchor: where that is. */
  readonly at?: number;
  /** Names what a verdict comes of, where it may be remembered. */
  readonly mark?: bigint;
}

/** A literal's number and where it stands. */
export interface Hit {
  readonly literal: number;
  readonly offset: number;
}

/** What a content is made of: a base with its hits, and the segments of the delta, both in the kernel's memory. */
export interface Origin {
  readonly hits: number;
  readonly hitCount: number;
  readonly size: number;
  readonly segments: number;
  readonly segmentCount: number;
}

/** What the gate saw; valid until the next look. */
export interface Look {
  readonly hitCount: number;
  /** Whether a literal stands there that parsers or decoders wait for. */
  readonly hasSpecial: boolean;
  /** In the order in which they end. */
  readonly regions: () => readonly RuleRegion[];
  /** The hits of parsers and decoders, ascending. */
  readonly special: () => readonly Hit[];
  /** Copies all hits to a block of `8 × hitCount` bytes. */
  readonly keep: (address: number) => void;
}

/** Finds literals in contents that lie in the kernel's memory, and the regions around those of rules. */
export interface Gate {
  /** Undefined when there is more than fits the tables. */
  readonly look: (address: number, size: number, origin: Origin | undefined) => Look | undefined;
  /** Makes the tables larger; false when they are as large as they may be. */
  readonly grow: () => boolean;
  /** Takes down that nothing was found in a region: where the same bytes stand, it is not given again. */
  readonly remember: (region: RuleRegion) => void;
  /** By number of rule: how far around a region two contents must agree for its verdict to hold in both. */
  readonly reaches: Uint32Array;
}

/** Hits and regions of one content for which there is room at first, and at most: only hostile contents hold so many anchors. */
const firstCapacity = 1 << 17;
const lastCapacity = 1 << 24;
const hitBytes = 8;
const regionBytes = 24;
const nowhere = 0xffff_ffff;
/** Set in the literal of a hit that a sieve holds back. */
const asleep = 0x8000_0000;

/** A literal may be the beginning of an anchor only: the window reaches that much further. */
const afterOf = ({ window, anchors }: Rule): number => window.after + cutBy(anchors);

/** What may join a region, and what judges read around it. */
const reachesOf = (
  rules: readonly Rule[],
  rows: Uint32Array,
  asking: Uint32Array,
  begin: readonly Beginning[],
  read: (rule: Rule) => number,
) => {
  const spans = new Uint32Array(rules.length);
  for (let row = 0; row < rows.length; row += 4) {
    const [span, first, count] = [rows[row + 1]!, rows[row + 2]!, (rows[row + 3]! & ~askedByOthers) >>> 0];
    for (let i = first; i < first + count; i++) spans[asking[i]!] = Math.max(spans[asking[i]!]!, span);
  }
  return spans.map((span, i) => {
    const joining = begin[i] !== "open" ? 0 : rules[i]!.window.before + afterOf(rules[i]!) + span;
    return Math.max(joining, read(rules[i]!));
  });
};

/** Writes who asked for each literal, and the rules' windows, as src/kernel/assembly/visit.ts reads them. */
const writeRules = (
  kernel: Kernel,
  prepared: Prepared,
  rules: readonly Rule[],
  begin: readonly Beginning[],
  reaches: Uint32Array,
  read: (rule: Rule) => number,
): void => {
  const { heap } = kernel;
  const table = copied(kernel, prepared.rows);
  const ruleList = copied(kernel, prepared.rules);
  const ruleTable = heap.allocate(rules.length * 32 + 32);
  const open = heap.allocate(rules.length * 4 + 4);
  const nearby = heap.allocate(rules.length * 4 + 4);
  const words = new Uint32Array(heap.bytes().buffer);
  rules.forEach((rule, i) => {
    const row = [rule.window.before, afterOf(rule), reaches[i]!, 0, 0, 0, 0, beginnings.indexOf(begin[i]!)];
    words.set(row, ruleTable / 4 + i * 8);
    // a custom rule may be given up on the way
    words[nearby / 4 + i] = rule.custom ? nowhere : read(rule);
  });
  kernel.configureRules(table, ruleList, ruleTable, open, nearby);
};

/** A megabyte for the marks of regions in which nothing was found. */
const knownBits = 17;

const makeKnown = ({ heap, configureKnown }: Kernel): void => {
  const size = 8 * 2 ** knownBits;
  const table = heap.allocate(size);
  heap.bytes().fill(0, table, table + size);
  const [first, second] = randomFillSync(new BigUint64Array(2));
  configureKnown(table, knownBits, first!, second!);
};

/** Where the kernel writes what it finds. */
interface Tables {
  readonly capacity: number;
  readonly fresh: number;
  readonly hits: number;
  readonly origins: number;
  readonly regions: number;
}

const tableSizes = (capacity: number) =>
  ({
    fresh: capacity * hitBytes,
    hits: capacity * hitBytes,
    origins: capacity * 4,
    regions: capacity * regionBytes,
  }) as const;

const makeTables = ({ heap, configureResults }: Kernel, capacity: number, old?: Tables): Tables => {
  if (old !== undefined)
    for (const [name, size] of Object.entries(tableSizes(old.capacity))) heap.free(old[name as keyof Tables], size);
  const sizes = tableSizes(capacity);
  const tables = {
    capacity,
    fresh: heap.allocate(sizes.fresh),
    hits: heap.allocate(sizes.hits),
    origins: heap.allocate(sizes.origins),
    regions: heap.allocate(sizes.regions),
  };
  configureResults(tables.fresh, tables.hits, tables.origins, tables.regions, capacity);
  return tables;
};

/** Compiles literals and windows into a gate: one per kernel. `read` tells how far around a region a rule's judges look for every verdict. */
export const createGate = (
  kernel: Kernel,
  prepared: Prepared,
  rules: readonly Rule[],
  read: (rule: Rule) => number,
): Gate => {
  const rows = wordsOf(prepared.rows);
  const begin = Array.from(wordsOf(prepared.sieveOfRule), beginningOf);
  const reaches = reachesOf(rules, rows, wordsOf(prepared.rules), begin, read);
  loadTable(kernel, prepared);
  writeRules(kernel, prepared, rules, begin, reaches, read);
  makeKnown(kernel);
  let tables = makeTables(kernel, firstCapacity);
  const isSpecial = (literal: number): boolean => literal < asleep && rows[literal * 4 + 3]! >= askedByOthers;

  const regions = (): readonly RuleRegion[] => {
    const count = kernel.regionCount();
    const { buffer } = kernel.heap.bytes();
    const words = new Uint32Array(buffer, tables.regions, count * 6);
    const marks = new BigUint64Array(buffer, tables.regions, count * 3);
    const found: RuleRegion[] = [];
    for (let i = 0; i < words.length; i += 6) {
      const region = { rule: words[i]!, start: words[i + 1]!, end: words[i + 2]!, mark: marks[i / 2 + 2]! };
      const at = words[i + 3]!;
      found.push(at === nowhere ? region : { ...region, at });
    }
    return found;
  };
  const specialAmong = (count: number): readonly Hit[] => {
    const words = new Uint32Array(kernel.heap.bytes().buffer, tables.hits, count * 2);
    const found: Hit[] = [];
    for (let i = 0; i < words.length; i += 2)
      if (isSpecial(words[i]!)) found.push({ literal: words[i]!, offset: words[i + 1]! });
    return found;
  };
  const lookOf = (hitCount: number): Look => ({
    hitCount,
    hasSpecial: kernel.hasSpecial() !== 0,
    regions,
    special: () => specialAmong(hitCount),
    keep: (address) => void kernel.heap.bytes().copyWithin(address, tables.hits, tables.hits + hitCount * hitBytes),
  });
  const nothing: Look = { hitCount: 0, hasSpecial: false, regions: () => [], special: () => [], keep: () => {} };

  const look = (address: number, size: number, origin: Origin | undefined): Look | undefined => {
    const count =
      origin === undefined
        ? kernel.visitContent(address, size, 0, 0, 0, 0, -1)
        : kernel.visitContent(
            address,
            size,
            origin.hits,
            origin.hitCount,
            origin.size,
            origin.segments,
            origin.segmentCount,
          );
    if (count < 0) return undefined;
    return count === 0 ? nothing : lookOf(count);
  };
  const grow = (): boolean => {
    if (tables.capacity >= lastCapacity) return false;
    tables = makeTables(kernel, tables.capacity * 8, tables);
    return true;
  };
  const remember = ({ mark = 0n }: RuleRegion): void => {
    if (mark !== 0n) kernel.remember(mark);
  };
  return { look, grow, remember, reaches };
};
