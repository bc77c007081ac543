import type { Finding, Suppression } from "../finding.ts";
import { describeIgnore } from "./ignores.ts";
import type { Ignore } from "./policy.ts";

/** What a reader should know of ignores, used or not. */
export interface Noteworthy {
  /** In a change every inline ignore is named, since its reviewer answers for it. */
  readonly change: boolean;
  readonly ignored: readonly Finding[];
  readonly overruled: readonly Finding[];
  readonly expired: readonly Ignore[];
  readonly unused: readonly Ignore[];
}

/** More of one kind are counted, not listed. */
const maxListed = 50;

const place = ({ locations }: Finding): string => {
  const location = locations.at(-1);
  return location === undefined ? "" : ` at ${location.path}:${location.line}`;
};

const listed = <T>(entries: readonly T[], sentence: (entry: T) => string): readonly string[] => {
  const rest = entries.length - maxListed;
  return [...entries.slice(0, maxListed).map(sentence), ...(rest > 0 ? [`and ${rest} more of these`] : [])];
};

const inlineIgnored = (finding: Finding): string => {
  const { by, reason } = finding.suppressed!;
  return `inline ignore of ${finding.check}${place(finding)} (${by}): ${reason ?? "no reason given"}`;
};

const kinds: Readonly<Record<Suppression["kind"], string>> = {
  inline: "inline comments",
  configuration: "the configuration",
  baseline: "the baseline",
};

const summary = (ignored: readonly Finding[]): readonly string[] => {
  if (ignored.length === 0) return [];
  const parts = (Object.keys(kinds) as Suppression["kind"][])
    .map((kind) => ({ kind, count: ignored.filter(({ suppressed }) => suppressed?.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} because of ${kinds[kind]}`);
  const findings = ignored.length === 1 ? "1 finding does" : `${ignored.length} findings do`;
  return [`${findings} not count: ${parts.join(", ")}`];
};

export const notesOn = ({ change, ignored, overruled, expired, unused }: Noteworthy): readonly string[] => [
  ...summary(ignored),
  ...listed(change ? ignored.filter(({ suppressed }) => suppressed!.kind === "inline") : [], inlineIgnored),
  ...listed(
    overruled,
    (finding) => `${finding.check}${place(finding)} has an inline ignore; selfExcuse: deny makes it count all the same`,
  ),
  ...listed(
    expired,
    (ignore) => `the ignore of ${describeIgnore(ignore)} expired on ${ignore.expires}: fix what it excused or renew it`,
  ),
  ...listed(unused, (ignore) => `the ignore of ${describeIgnore(ignore)} matches nothing: remove it`),
];
