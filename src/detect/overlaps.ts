import { proofRank, severityRank } from "../finding.ts";
import type { Match } from "./rule.ts";

const encodingOf = ({ facts: { encoding } }: Match): string => (typeof encoding === "string" ? encoding : "");

/** Of the same stretch read in two ways, what is decoded says more; where nothing in it was encoded, the plain reading is the simpler one. */
const simpler = (a: Match, b: Match): number =>
  a.secret.length - b.secret.length ||
  encodingOf(a).length - encodingOf(b).length ||
  (encodingOf(a) < encodingOf(b) ? -1 : 1);

const better = (a: Match, b: Match): number =>
  b.rank - a.rank ||
  proofRank(b.proof) - proofRank(a.proof) ||
  Number(b.severity !== "info") - Number(a.severity !== "info") ||
  b.end - b.start - (a.end - a.start) ||
  severityRank(b.severity) - severityRank(a.severity) ||
  a.start - b.start ||
  (a.check === b.check ? simpler(a, b) : 0) ||
  (a.check < b.check ? -1 : 1);

const overlap = (a: Match, b: Match): boolean => a.start < b.end && b.start < a.end;

const bestOf = (cluster: readonly Match[]): readonly Match[] => {
  const kept: Match[] = [];
  for (const match of [...cluster].sort(better)) if (!kept.some((other) => overlap(match, other))) kept.push(match);
  return kept;
};

/** Of matches whose secrets overlap, keeps the one that knows most: each byte is reported once. Ascending by offset. */
export const withoutOverlaps = (matches: readonly Match[]): readonly Match[] => {
  const kept: Match[] = [];
  let cluster: Match[] = [];
  let clusterEnd = -1;
  for (const match of [...matches].sort((a, b) => a.start - b.start)) {
    if (match.start >= clusterEnd) {
      kept.push(...bestOf(cluster));
      cluster = [];
    }
    cluster.push(match);
    clusterEnd = Math.max(clusterEnd, match.end);
  }
  return [...kept, ...bestOf(cluster)].sort((a, b) => a.start - b.start || a.end - b.end);
};
