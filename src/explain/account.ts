import type { Attempt, DecodedTrail, RuleTrail, Trail } from "../detect/explanation.ts";
import { type LineIndex, lineIndex, type Position } from "../detect/position.ts";
import type { Decision, Outcome } from "./decision.ts";
import { at, type Step, stepsOf } from "./steps.ts";

/** What a rule did, in words. */
export interface RuleAccount {
  readonly check: string;
  /** How the text is written in which its anchors stand, from the outside in; empty for plain text. */
  readonly within: readonly string[];
  readonly anchors: string;
  readonly windows: string;
  /** One list of steps for each occurrence of the expression. */
  readonly attempts: readonly (readonly Step[])[];
}

/** Why things are reported or not. Holds no secret. */
export interface Account {
  readonly rules: readonly RuleAccount[];
  /** What parsers of whole documents report. */
  readonly parsers: readonly { readonly check: string; readonly steps: readonly Step[] }[];
  /** Rules whose anchors stand in the text and whose expression matches nothing there. */
  readonly silent: readonly string[];
}

/** Which part of an account is wanted. */
export interface Wish {
  /** Checks or their leading parts; empty for all. */
  readonly only: readonly string[];
  readonly line: number | undefined;
}

const maxAnchors = 5;

const anchorsText = ({ anchors }: RuleTrail, lines: LineIndex): string => {
  const places = anchors
    .slice(0, maxAnchors)
    .map(({ text, start }) => `${JSON.stringify(text)} at ${at(lines.at(start))}`);
  const rest = anchors.length - maxAnchors;
  return [...places, ...(rest > 0 ? [`and ${rest} more`] : [])].join(", ");
};

const windowsText = ({ windows, lacking, rule }: RuleTrail): string => {
  const count = windows.length === 1 ? "1 stretch" : `${windows.length} stretches`;
  const reach = `${rule.window.before} bytes before an anchor, ${rule.window.after} after it`;
  const requires =
    lacking.length === 0
      ? ""
      : `; ${lacking.length} without ${rule.requires!.map((r) => JSON.stringify(r)).join(" and ")}`;
  return `${count} (${reach})${requires}`;
};

/** A place in what is explained: where the outcomes of the whole content stand for it. */
interface Frame {
  readonly lines: LineIndex;
  readonly within: readonly string[];
  /** For decoded text: outcomes cannot be told by offset, so by their secret. */
  readonly decoded: boolean;
}

/** A match may bear another check than its rule: a prover can name the service. */
const outcomeOf = (attempt: Attempt, { outcomes }: Decision, frame: Frame): Outcome | undefined =>
  outcomes.find(
    ({ hit }) =>
      hit.check === attempt.weighed.match?.check &&
      hit.secret === attempt.occurrence.secret &&
      (frame.decoded || hit.start === attempt.occurrence.start),
  );

const othersAt = ({ occurrence: { start, end, secret } }: Attempt, { outcomes }: Decision, frame: Frame) =>
  outcomes.filter(({ hit }) =>
    frame.decoded ? hit.secret.includes(secret) || secret.includes(hit.secret) : hit.start < end && start < hit.end,
  );

const isWanted = (position: Position, end: Position, { line }: Wish): boolean =>
  line === undefined || (position.line <= line && line <= end.line);

const ruleAccount = (trail: RuleTrail, decision: Decision, frame: Frame, wish: Wish): RuleAccount => {
  const { lines } = frame;
  const wanted = trail.attempts.filter(
    ({ occurrence }) => frame.decoded || isWanted(lines.at(occurrence.matchStart), lines.at(occurrence.matchEnd), wish),
  );
  const attempts = wanted.map((attempt) => {
    const outcome = outcomeOf(attempt, decision, frame);
    return stepsOf(trail, attempt, lines.at(attempt.occurrence.start), outcome, othersAt(attempt, decision, frame));
  });
  return {
    check: trail.rule.id,
    within: frame.within,
    anchors: anchorsText(trail, lines),
    windows: windowsText(trail),
    attempts,
  };
};

const isAsked = (check: string, { only }: Wish): boolean =>
  only.length === 0 || only.some((prefix) => check.startsWith(prefix));

const decodedFrame = ({ encoding, start, bytes }: DecodedTrail, { lines, within }: Frame): Frame => ({
  lines: lineIndex(bytes),
  within: [...within, `${encoding} at ${at(lines.at(start))}`],
  decoded: true,
});

const accountsIn = (trail: Trail, decision: Decision, frame: Frame, wish: Wish): readonly RuleAccount[] => [
  ...trail.rules.filter(({ rule }) => isAsked(rule.id, wish)).map((rule) => ruleAccount(rule, decision, frame, wish)),
  ...trail.decoded.flatMap((inner) => accountsIn(inner.trail, decision, decodedFrame(inner, frame), wish)),
];

const parserAccount = (outcome: Outcome) => ({
  check: outcome.hit.check,
  steps: [
    { name: "parser", said: `found at ${at(outcome.hit)}` },
    {
      name: "result",
      said:
        outcome.finding === undefined
          ? "not reported"
          : `reported: ${outcome.finding.severity}, ${outcome.finding.proof}`,
    },
  ],
});

const checksIn = ({ rules, decoded }: Trail): readonly string[] => [
  ...rules.flatMap(({ attempts }) => attempts.flatMap(({ weighed }) => weighed.match?.check ?? [])),
  ...decoded.flatMap(({ trail }) => checksIn(trail)),
];

/** Puts a decision into words. */
export const accountOf = (decision: Decision, wish: Wish): Account => {
  const frame: Frame = { lines: decision.lines, within: [], decoded: false };
  const all = accountsIn(decision.trail, decision, frame, wish);
  const fromRules = new Set(checksIn(decision.trail));
  const fromParsers = decision.outcomes.filter(
    ({ hit }) =>
      !fromRules.has(hit.check) &&
      isAsked(hit.check, wish) &&
      isWanted(hit, { line: hit.endLine, column: hit.endColumn }, wish),
  );
  return {
    rules: all.filter(({ attempts }) => attempts.length > 0),
    parsers: fromParsers.map(parserAccount),
    silent: [...new Set(all.filter(({ attempts }) => attempts.length === 0).map(({ check }) => check))].sort(),
  };
};
