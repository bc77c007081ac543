import type { Coverage, Skipped } from "./finding.ts";
import type { Sighted } from "./sighting.ts";

const sum = (parts: readonly Sighted[], count: "refs" | "commits" | "objects" | "files" | "layers" | "bytes"): number =>
  parts.reduce((total, { coverage }) => total + (coverage[count] ?? 0), 0);

const mergeSkipped = (parts: readonly Sighted[]): readonly Skipped[] => {
  const merged = new Map<string, Skipped>();
  for (const entry of parts.flatMap(({ coverage }) => coverage.skipped ?? [])) {
    const key = `${entry.what}\0${entry.reason}`;
    merged.set(key, { ...entry, count: entry.count + (merged.get(key)?.count ?? 0) });
  }
  return [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
};

/** What all sources of a run looked at together. */
export const mergeCoverage = (parts: readonly Sighted[], seconds: number): Coverage => {
  const missing = parts.flatMap(({ coverage }) => coverage.missing ?? []);
  return {
    complete: missing.length === 0,
    refs: sum(parts, "refs"),
    commits: sum(parts, "commits"),
    objects: sum(parts, "objects"),
    files: sum(parts, "files"),
    layers: sum(parts, "layers"),
    bytes: sum(parts, "bytes"),
    seconds: Math.round(seconds * 1000) / 1000,
    skipped: mergeSkipped(parts),
    missing,
  };
};
