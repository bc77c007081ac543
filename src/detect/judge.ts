import type { Occurrence } from "./expression.ts";
import { halvesAround } from "./pairs.ts";
import { entropy, isPlaceholder } from "./placeholder.ts";
import type { Evidence, Naming } from "./proofs/prover.ts";
import { isInTextbook } from "./proofs/published.ts";
import { provers } from "./proofs/registry.ts";
import { type Match, type Rule, ranks } from "./rule.ts";
import type { View } from "./view.ts";

const prove = (rule: Rule, occurrence: Occurrence, content: View): Evidence => {
  if (rule.prover === undefined) return { verdict: "unknown" };
  const prover = provers[rule.prover.name];
  if (prover === undefined) throw new RangeError(`rule ${rule.id}: no prover is called ${rule.prover.name}`);
  const { secret, groups, start, end } = occurrence;
  return prover({ secret, groups, content, start, end, options: rule.prover.options });
};

const namingOf = ({ id, provider, title, opens, remediation }: Rule): Naming => ({
  check: id,
  provider,
  title,
  opens,
  remediation,
});

const rankOf = (rule: Rule): number => {
  if (rule.proof === "generic") return ranks.generic;
  return rule.proof === "contextual" ? ranks.contextual : ranks.format;
};

const severityAndProof = (rule: Rule, evidence: Exclude<Evidence, { verdict: "silent" }>) => {
  if (evidence.verdict === "fails") return { severity: "info", proof: rule.proof } as const;
  const severity = evidence.severity ?? rule.severity;
  if (evidence.verdict === "holds") return { severity, proof: evidence.proof ?? "proven" } as const;
  return { severity, proof: evidence.proof ?? rule.proof } as const;
};

/** Bytes on either side of a stretch that judges may read: the same whether a content is scanned whole or as a delta. */
export const surroundings = 8192;

/** What decided about an occurrence, step by step: a later step is undefined when an earlier one dropped it. */
export interface Weighed {
  /** Bits for each character, where the rule asks for some. */
  readonly entropy?: number;
  readonly evidence?: Evidence;
  /** Set where another half is missing that the rule cannot do without. */
  readonly alone?: true;
  readonly placeholder?: boolean;
  /** Undefined where it is no credential. */
  readonly match: Match | undefined;
}

/** Weighs an occurrence of a rule's expression: a match, or the step that told that it is none. */
export const weigh = (rule: Rule, occurrence: Occurrence, content: View): Weighed => {
  const { secret, start, end } = occurrence;
  const bits = rule.minEntropy === undefined ? undefined : entropy(secret);
  const first = bits === undefined ? {} : { entropy: bits };
  if (bits !== undefined && bits < rule.minEntropy!) return { ...first, match: undefined };
  const evidence = prove(rule, occurrence, content);
  if (evidence.verdict === "silent") return { ...first, evidence, match: undefined };
  const { severity, proof } = severityAndProof(rule, evidence);
  const halves = halvesAround(rule, content, start, end);
  if (halves === undefined) return { ...first, evidence, alone: true, match: undefined };
  const vetted = proof === "proven" || evidence.vetted === true;
  const placeholder = (!vetted && isPlaceholder(secret)) || isInTextbook(secret);
  if (placeholder) return { ...first, evidence, placeholder, match: undefined };
  const naming = (evidence.verdict === "fails" ? undefined : evidence.naming) ?? namingOf(rule);
  const match: Match = {
    check: naming.check,
    provider: naming.provider,
    title: naming.title,
    severity: severity === rule.severity ? (halves.severity ?? severity) : severity,
    proof,
    detail: [naming.opens, evidence.detail].filter(Boolean).join(" "),
    remediation: naming.remediation,
    facts: { provider: naming.provider, ...evidence.facts, ...halves.facts },
    secret,
    start,
    end,
    rank: rankOf(rule),
  };
  return { ...first, evidence, placeholder, match };
};

/** Turns an occurrence of a rule's expression into a match, or into nothing where it is no credential. */
export const judge = (rule: Rule, occurrence: Occurrence, content: View): Match | undefined =>
  weigh(rule, occurrence, content).match;
