import type { EncodedAnchor } from "./asked.ts";
import type { Region } from "./regions.ts";
import type { Match } from "./rule.ts";

/** A content in the kernel's memory. */
export interface Stretch {
  readonly address: number;
  readonly size: number;
}

/** What a check of a stretch gave. */
export interface Verdict {
  readonly matches: readonly Match[];
  /** How far the judges read, where that is further than every verdict of the same rule looks: bytes beyond had no say. */
  readonly seen?: Region | undefined;
}

/** A verdict that goes with its stretch wherever a delta copies it. */
export interface Carried extends Verdict {
  /** What was checked: the number of a rule, or `encodedTask` for an encoded run. */
  readonly task: number;
  readonly start: number;
  readonly end: number;
  /** Of a rule whose matches begin with its anchor: where that is. */
  readonly at?: number;
  /** Of an encoded run: the anchors that led to it. */
  readonly anchors?: readonly EncodedAnchor[];
}

/** The task of encoded runs, whatever their encoding. */
export const encodedTask = -1;

/**
 * What a scan learned of one content, for the scan of what a delta makes of it: the hits of literals, in the kernel's memory as
 * `visitContent` writes them, and the verdicts that say more than "nothing here", ascending by start.
 */
export interface Trace {
  readonly address: number;
  readonly hits: number;
  readonly carried: readonly Carried[];
}

/** Of a content in which no anchor stands, as most are. */
export const emptyTrace: Trace = { address: 0, hits: 0, carried: [] };
