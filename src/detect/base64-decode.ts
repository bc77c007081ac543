import { lastAtOrBefore } from "../partition-point.ts";
import { base64Run, maxRun } from "./base64-run.ts";
import type { DecodedRun } from "./decoded.ts";

/** Decodes the run of base64 characters around `at`, aligned by the image's phase. */
export const decodeBase64 = (content: Buffer, at: number, phase: number): DecodedRun => {
  const { parts } = base64Run(content, at);
  const starts: number[] = [];
  const firsts: number[] = [];
  let length = 0;
  for (const [start, end] of parts) {
    starts.push(start);
    firsts.push(length);
    length += end - start;
  }
  const indexOf = (place: number): number => {
    const part = Math.max(0, lastAtOrBefore(starts, place));
    return firsts[part]! + place - starts[part]!;
  };
  const contentOf = (index: number): number => {
    const part = Math.max(0, lastAtOrBefore(firsts, index));
    return Math.min(parts[part]![1], parts[part]![0] + index - firsts[part]!);
  };
  const skipped = (((indexOf(at) - phase) % 4) + 4) % 4;
  const text = parts.map(([start, end]) => content.toString("latin1", start, end)).join("");
  const end = parts.at(-1)![1];
  const sure = end - at >= maxRun ? at + maxRun / 2 : end;
  return {
    bytes: Buffer.from(text.slice(skipped), "base64"),
    start: contentOf(skipped),
    toContent: (offset) => contentOf(skipped + Math.floor((offset * 4) / 3)),
    after: (offset) => contentOf(skipped + Math.floor((offset * 4 + 3) / 3)) + 1,
    holds: (place, otherPhase) => place >= at && place < sure && (indexOf(place) - otherPhase - skipped) % 4 === 0,
  };
};
