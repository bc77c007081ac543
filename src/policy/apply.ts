import {
  type Coverage,
  type Finding,
  type FingerprintKey,
  proofRank,
  type Suppression,
  type Verdict,
} from "../finding.ts";
import { keyMismatch } from "./baseline.ts";
import {
  type ForeignIgnore,
  type ForeignIgnores,
  foreignIgnores,
  type HashesOf,
  unusedNotes,
} from "./foreign-ignores.ts";
import { type ActiveIgnore, activate, askIgnores, describeIgnore, hasExpired } from "./ignores.ts";
import { notesOn } from "./notes.ts";
import type { Ignore, Policy } from "./policy.ts";
import { verdictOf } from "./verdict.ts";

export interface Judged {
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
  readonly notes: readonly string[];
}

/** What was scanned, as far as judging depends on it. */
export interface Surroundings {
  /** `everything`: an ignore that matches nothing is stale. `change`: ignores that it adds are shown to its reviewer. */
  readonly scope: "everything" | "change" | "part";
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly key: FingerprintKey | undefined;
  /** Hashes by which other scanners know a secret. */
  readonly hashesOf?: HashesOf;
}

const wanted = (finding: Finding, { only, minProof }: Policy): boolean =>
  proofRank(finding.proof) >= proofRank(minProof) &&
  (only.length === 0 || only.some((prefix) => finding.check.startsWith(prefix)));

const suppressionOf = ({ ignore }: ActiveIgnore): Suppression => ({
  kind: "configuration",
  by: describeIgnore(ignore),
  reason: ignore.reason,
});

/** Whether a comment that the change itself brings along is to be overruled. */
const overruled = (finding: Finding, { selfExcuse }: Policy, { scope }: Surroundings): boolean =>
  selfExcuse === "deny" && scope === "change" && finding.suppressed?.kind === "inline" && finding.new !== false;

interface Judgement {
  readonly finding: Finding;
  readonly overruled: boolean;
}

/** Ignores of the configuration and of other scanners' files. */
interface Excuses {
  readonly ignores: readonly ActiveIgnore[];
  readonly foreign: ForeignIgnores;
}

type Used = Set<Ignore | ForeignIgnore>;

/** What a list says of a finding; adds to `used` the entries that are about it. */
const listedAs = (finding: Finding, { ignores, foreign }: Excuses, used: Used): Suppression | undefined => {
  const { touched, by } = askIgnores(finding, ignores);
  for (const { ignore } of touched) used.add(ignore);
  const elsewhere = foreign.ask(finding);
  for (const entry of elsewhere.touched) used.add(entry);
  return by === undefined ? elsewhere.by : suppressionOf(by);
};

/** Marks findings; adds to `used` the ignores that are about some finding. */
const judgeWith =
  (policy: Policy, surroundings: Surroundings, excuses: Excuses, used: Used) =>
  (given: Finding): Judgement => {
    const listed = listedAs(given, excuses, used);
    const { suppressed: before, ...bare } = given;
    const isOverruled = overruled(given, policy, surroundings);
    const known = policy.baseline?.fingerprints.has(given.fingerprint);
    const suppressed =
      (isOverruled ? undefined : before) ??
      listed ??
      (known === true ? { kind: "baseline" as const, by: policy.baseline?.file ?? "baseline" } : undefined);
    const finding: Finding = {
      ...bare,
      ...(known === undefined ? {} : { new: !known }),
      ...(suppressed === undefined ? {} : { suppressed }),
    };
    return { finding, overruled: isOverruled };
  };

/** What the policy makes of findings: those out of scope are gone, those excused are marked. */
export const applyPolicy = (
  findings: readonly Finding[],
  coverage: Coverage,
  policy: Policy,
  surroundings: Surroundings = { scope: "part", today: new Date().toISOString().slice(0, 10), key: undefined },
): Judged => {
  const expired = policy.ignores.filter((ignore) => hasExpired(ignore, surroundings.today));
  const active = policy.ignores.filter((ignore) => !expired.includes(ignore));
  const used: Used = new Set();
  const foreignFiles = policy.foreign ?? [];
  const foreign = foreignIgnores(foreignFiles, surroundings.hashesOf ?? (() => []));
  const judged = findings.map(judgeWith(policy, surroundings, { ignores: active.map(activate), foreign }, used));
  const inScope = judged.filter(({ finding }) => wanted(finding, policy));
  const all = inScope.map(({ finding }) => finding);
  const shown = policy.includeIgnored ? all : all.filter(({ suppressed }) => suppressed === undefined);
  const whole = surroundings.scope === "everything" && coverage.complete;
  const mismatch = policy.baseline === undefined ? undefined : keyMismatch(policy.baseline, surroundings.key);
  const notes = notesOn({
    change: surroundings.scope === "change",
    ignored: all.filter(({ suppressed }) => suppressed !== undefined),
    overruled: inScope.filter((judgement) => judgement.overruled).map(({ finding }) => finding),
    expired,
    unused: whole ? active.filter((ignore) => !used.has(ignore)) : [],
  });
  const others = [
    ...foreignFiles.flatMap(({ problems }) => problems),
    ...(whole ? unusedNotes(foreignFiles, used as ReadonlySet<ForeignIgnore>) : []),
  ];
  return {
    findings: shown,
    verdict: verdictOf(all, coverage, policy),
    notes: [...(mismatch === undefined ? [] : [mismatch]), ...notes, ...others],
  };
};
