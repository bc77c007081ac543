import type { Attempt, RuleTrail } from "../detect/explanation.ts";
import type { Position } from "../detect/position.ts";
import type { Rule } from "../detect/rule.ts";
import { redact } from "../findings/redact.ts";
import type { Outcome } from "./decision.ts";

/** One thing that decided: its name and what it said. Holds no secret. */
export interface Step {
  readonly name: string;
  readonly said: string;
}

/** Groups of our own rules that hold a name or a sign, never a part of the credential. */
const harmlessGroups = new Set(["key", "sep", "kind", "scheme", "region"]);

const maxShown = 60;

const shownGroup = (rule: Rule, name: string, value: string): string => {
  if (rule.custom || !harmlessGroups.has(name)) return `${name} ${redact(value)} (${value.length})`;
  return `${name} ${JSON.stringify(value.length > maxShown ? `${value.slice(0, maxShown)}…` : value)}`;
};

const groupsStep = (rule: Rule, { occurrence: { groups } }: Attempt): readonly Step[] => {
  const named = Object.entries(groups).filter(([name, value]) => name !== "secret" && value !== undefined);
  if (named.length === 0) return [];
  return [{ name: "groups", said: named.map(([name, value]) => shownGroup(rule, name, value!)).join(", ") }];
};

const entropyStep = (rule: Rule, { weighed }: Attempt): readonly Step[] =>
  weighed.entropy === undefined
    ? []
    : [
        {
          name: "entropy",
          said: `${weighed.entropy.toFixed(2)} bits for each character, ${rule.minEntropy} are asked for${weighed.entropy < rule.minEntropy! ? ": dropped" : ""}`,
        },
      ];

const verdictWords = {
  holds: "holds",
  unknown: "says nothing for or against",
  fails: "fails, so it is lowered to info",
  silent: "says that it is no credential: dropped",
} as const;

const proofStep = (rule: Rule, { weighed: { evidence, match } }: Attempt): readonly Step[] => {
  if (evidence === undefined) return [];
  if (rule.prover === undefined)
    return [{ name: "proof", said: `${rule.proof}, by its format; the rule has no prover` }];
  const said = evidence.verdict === "silent" ? evidence.because : evidence.detail;
  const detail = said === undefined ? "" : ` (${said})`;
  const proof = match === undefined ? "" : `${match.proof}: `;
  return [{ name: "proof", said: `${proof}${rule.prover.name} ${verdictWords[evidence.verdict]}${detail}` }];
};

const pairStep = ({ weighed: { alone } }: Attempt): readonly Step[] =>
  alone === undefined
    ? []
    : [{ name: "pair", said: "the other half, without which it is worth nothing, is not near: dropped" }];

const fillerStep = ({ weighed: { placeholder } }: Attempt): readonly Step[] =>
  placeholder === undefined
    ? []
    : [{ name: "filler", said: placeholder ? "a placeholder, a template or a sequence: dropped" : "none" }];

export const at = ({ line, column }: Position): string => `${line}:${column}`;

const overlapStep = (outcome: Outcome | undefined, others: readonly Outcome[]): readonly Step[] => {
  if (outcome !== undefined || others.length === 0) return [];
  return [{ name: "overlap", said: `${others[0]!.hit.check} at the same place knows more: dropped` }];
};

const pathStep = ({ hit, afterPath }: Outcome): readonly Step[] => {
  if (afterPath === hit) return [];
  const said =
    afterPath === undefined
      ? "of a kind of file that holds no such secrets: dropped"
      : "test, vendored or documentation";
  return [{ name: "path", said: afterPath === undefined ? said : `${said}: lowered to ${afterPath.severity}` }];
};

const policyStep = ({ afterPath, finding }: Outcome): readonly Step[] => {
  if (afterPath === undefined) return [];
  if (finding === undefined) return [{ name: "policy", said: "left out by only or min-proof" }];
  const { suppressed } = finding;
  if (suppressed === undefined) return [];
  const reason = suppressed.reason === undefined ? "" : `: ${suppressed.reason}`;
  return [{ name: "ignored", said: `${suppressed.kind}, ${suppressed.by}${reason}` }];
};

const resultOf = (outcome: Outcome | undefined): string => {
  const finding = outcome?.finding;
  if (finding === undefined) return "not reported";
  if (finding.suppressed !== undefined) return "found, and does not count";
  return `reported as ${finding.check}: ${finding.severity}, ${finding.proof}`;
};

/** What became of an attempt, step by step; the last step is the result. */
export const stepsOf = (
  { rule }: RuleTrail,
  attempt: Attempt,
  position: Position,
  outcome: Outcome | undefined,
  others: readonly Outcome[],
): readonly Step[] => {
  const { secret } = attempt.occurrence;
  const isMatch = attempt.weighed.match !== undefined;
  return [
    { name: "expression", said: `matches at ${at(position)}, ${secret.length} characters, ${redact(secret)}` },
    ...groupsStep(rule, attempt),
    ...entropyStep(rule, attempt),
    ...proofStep(rule, attempt),
    ...pairStep(attempt),
    ...fillerStep(attempt),
    ...(isMatch ? overlapStep(outcome, others) : []),
    ...(outcome === undefined ? [] : [...pathStep(outcome), ...policyStep(outcome)]),
    { name: "result", said: resultOf(isMatch ? outcome : undefined) },
    ...(outcome?.finding === undefined ? [] : [{ name: "fingerprint", said: outcome.finding.fingerprint }]),
  ];
};
