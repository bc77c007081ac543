import type { Hit } from "../detect/hit.ts";
import type { Missing, Skipped } from "../finding.ts";
import { type Allowance, noAllowance } from "./allowance.ts";
import type { Desk } from "./desk.ts";
import { LimitError } from "./image-error.ts";
import { createScratch, type Scratch } from "./scratch.ts";

/** A hit in a layer. */
export interface LayerHit {
  readonly hit: Hit;
  /** The file in the layer, as other layers may name it. */
  readonly file: string;
  /** What follows the file's path in a report: a path in an archive, or the attribute that holds the secret. */
  readonly inner: string;
}

/** A layer of nothing but credentials is a trap; what else is in it is then a gap. */
const maxHits = 20_000;

export const found = ({ hits }: Pick<Gathering, "hits">, hit: LayerHit): void => {
  if (hits.length === maxHits) throw new LimitError(`it holds more than ${maxHits} findings`);
  hits.push(structuredClone(hit)); // a part of a string keeps all of it, which may be megabytes of a file
};

/** What a layer's reading gathers. */
export interface Gathering {
  readonly hits: LayerHit[];
  readonly missing: Missing[];
  readonly skipped: Map<string, Skipped>;
  files: number;
  bytes: number;
  /** What archives among the files unpacked to. */
  unpacked: number;
  readonly scratch: Scratch;
  readonly allowance: Pick<Allowance, "spend">;
  /** Where other threads help. */
  readonly desk: Desk | undefined;
}

export const createGathering = (
  allowance: Gathering["allowance"] = noAllowance,
  desk?: Desk | undefined,
): Gathering => ({
  hits: [],
  missing: [],
  skipped: new Map(),
  files: 0,
  bytes: 0,
  unpacked: 0,
  scratch: createScratch(),
  allowance,
  desk,
});

export const skip = ({ skipped }: Pick<Gathering, "skipped">, what: string, reason: string): void => {
  const key = `${what}\0${reason}`;
  skipped.set(key, { what, reason, count: (skipped.get(key)?.count ?? 0) + 1 });
};

/** Gaps of one layer that are listed; a hostile layer could make millions. */
const maxMissing = 100;

export const miss = ({ missing }: Pick<Gathering, "missing">, what: string, reason: string): void => {
  if (missing.length < maxMissing) missing.push({ what, reason });
  else if (missing.length === maxMissing) missing.push({ what: "more of it", reason: "not listed" });
};
