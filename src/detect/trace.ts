import type { Match } from "./rule.ts";

/**
 * What a scan learned of one content, for the scan of what a delta makes of it. A stretch is where something was checked: the joined
 * windows of a rule, or an encoded run. Stretches are columns, ascending by task, then by start.
 */
export interface Trace {
  /** Bytes of the content. */
  readonly size: number;
  /** Hits of literals, ascending by offset. */
  readonly hits: Float64Array;
  /** What was checked: the number of a rule, or `rules + encoding` for an encoded run. */
  readonly tasks: Int32Array;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Stretches in which an expression matched, so that its surroundings had a say too. */
  readonly judged: ReadonlySet<number>;
  /** Matches of the stretches that have any, by their position in the columns; offsets are those of the content. */
  readonly matches: ReadonlyMap<number, readonly Match[]>;
}

/** What a check of a stretch gave. */
export interface Verdict {
  readonly judged: boolean;
  readonly matches: readonly Match[];
}

/** Collects a trace in the order of its columns. */
export interface TraceBuilder {
  readonly add: (task: number, start: number, end: number, verdict: Verdict) => void;
  readonly build: (hits: Float64Array, size: number) => Trace;
}

const clean: Verdict = { judged: false, matches: [] };

export const createTraceBuilder = (): TraceBuilder => {
  const tasks: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const judged = new Set<number>();
  const found = new Map<number, readonly Match[]>();
  return {
    add: (task, start, end, verdict) => {
      if (verdict.judged) judged.add(tasks.length);
      if (verdict.matches.length > 0) found.set(tasks.length, verdict.matches);
      tasks.push(task);
      starts.push(start);
      ends.push(end);
    },
    build: (hits, size) => ({
      size,
      hits,
      tasks: Int32Array.from(tasks),
      starts: Float64Array.from(starts),
      ends: Float64Array.from(ends),
      judged,
      matches: found,
    }),
  };
};

/** What a trace says of a stretch; undefined when it was not checked with just these bounds. */
export const verdictOf = (trace: Trace, task: number, start: number, end: number): Verdict | undefined => {
  let low = 0;
  let high = trace.tasks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = trace.tasks[middle]! - task || trace.starts[middle]! - start;
    if (order === 0) {
      if (trace.ends[middle] !== end) return undefined;
      return trace.judged.has(middle) ? { judged: true, matches: trace.matches.get(middle) ?? [] } : clean;
    }
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
};
