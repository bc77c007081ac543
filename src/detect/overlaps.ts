import { proofRank, severityRank } from "../finding.ts";
import { type Match, ranks } from "./rule.ts";

/** Of two documents around a value the one that says more: the inner alone does not know what it lies in. */
const saysMore = (a: Match, b: Match): number =>
  a.rank === ranks.document && b.rank === ranks.document
    ? Object.keys(b.facts).length - Object.keys(a.facts).length
    : 0;

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
  saysMore(a, b) ||
  b.end - b.start - (a.end - a.start) ||
  severityRank(b.severity) - severityRank(a.severity) ||
  a.start - b.start ||
  (a.check === b.check ? simpler(a, b) : 0) ||
  (a.check < b.check ? -1 : 1);

/** Of a file whose path alone tells what it is: what counts at one path is no rival of what counts at another. */
const areElsewhere = ({ onlyAt: a }: Match, { onlyAt: b }: Match): boolean =>
  a !== undefined && b !== undefined && a !== b;

const overlap = (a: Match, b: Match): boolean => a.start < b.end && b.start < a.end && !areElsewhere(a, b);

/** What a document says of the place of a value that a rule knows better. */
const withPlace = (kept: Match, document: Match): Match => ({ ...kept, facts: { ...document.facts, ...kept.facts } });

/** Rules that know where a password stands and not whose it is. */
const nameless = new Set(["generic", "login", "sign-in", "xml-login"]);
const unnamed = new Set([...nameless, "command-line", "database", "http", "url"]);

/** The same value under the name of the service that another rule told. */
const withName = (kept: Match, named: Match): Match => ({
  ...kept,
  check: named.check,
  provider: named.provider,
  title: named.title,
  remediation: named.remediation,
  facts: { ...named.facts, ...kept.facts, provider: named.provider },
});

const isNameFor = (named: Match, kept: Match): boolean =>
  nameless.has(kept.provider) &&
  !unnamed.has(named.provider) &&
  named.rank !== ranks.document &&
  named.severity !== "info" &&
  named.start === kept.start &&
  named.end === kept.end;

const bestOf = (cluster: readonly Match[]): readonly Match[] => {
  const kept: Match[] = [];
  for (const match of [...cluster].sort(better)) {
    const overlapping = kept.findIndex((other) => overlap(match, other));
    if (overlapping === -1) kept.push(match);
    else if (match.rank === ranks.document) kept[overlapping] = withPlace(kept[overlapping]!, match);
    else if (isNameFor(match, kept[overlapping]!)) kept[overlapping] = withName(kept[overlapping]!, match);
  }
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
