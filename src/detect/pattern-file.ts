import { proofs, severities } from "../finding.ts";
import { escapedSeparatorLength, hasBoundary } from "./boundary.ts";
import { type Pair, type ProverCall, type Rule, type RunKind, runKinds } from "./rule.ts";
import { parseVerification, type WrittenVerification } from "./verification.ts";

/** A file of `patterns/` as it is written: one provider, its rules. The fields of a rule are explained in docs/rules.md. */
export interface PatternFile {
  readonly provider: string;
  readonly name: string;
  /** The provider's page on revoking or rotating, where a source names one. */
  readonly rotate?: string;
  readonly rules: readonly PatternRule[];
}

export interface PatternRule {
  readonly id: string;
  readonly title: string;
  readonly severity: Rule["severity"];
  readonly opens: string;
  readonly remediation?: string;
  readonly rotate?: string;
  readonly anchors: readonly string[];
  /** How many letters, digits, `_` and `-` follow an anchor at least in every match, or how many of another alphabet. */
  readonly run?: number;
  readonly runOf?: RunKind;
  /** A digit is among those. */
  readonly runHasDigit?: boolean;
  readonly ignoreCase?: boolean;
  readonly expression: string;
  /** Every match begins right after its anchor. */
  readonly afterAnchor?: boolean;
  /** Literals that every match contains beside its anchor; for anchors as common as `://`. Case counts. */
  readonly requires?: readonly string[];
  /** Bytes before the anchor's first byte and after its last. */
  readonly window: readonly [before: number, after: number];
  readonly proof: Rule["proof"];
  readonly prove?: { readonly by: string } & Readonly<Record<string, string | number | boolean>>;
  readonly minEntropy?: number;
  readonly pair?: readonly PatternPair[];
  readonly lone?: Rule["severity"];
  readonly encoded?: boolean;
  /** How to ask the provider whether one still works: docs/verification.md. */
  readonly verify?: WrittenVerification;
  /** Where the format is described. */
  readonly source: string;
  /** Templates of what it must find and must not find; `test/tokens.ts` fills them in. */
  readonly match: readonly string[];
  readonly miss: readonly string[];
}

/** The other half of a credential of two parts: a rule of the same file by its id, or an expression. */
export interface PatternPair {
  readonly with: string;
  readonly within: number;
  readonly as: string;
  readonly secret?: boolean;
  readonly required?: boolean;
  readonly severity?: Rule["severity"];
}

/** A prover, and so a pair, may look this far from its secret. */
const maxWithin = 4096;

const pairOf = (where: string, file: PatternFile, pair: PatternPair): Pair => {
  const named = /^[a-z0-9-]+$/.test(pair.with) ? file.rules.find(({ id }) => id === pair.with) : undefined;
  if (named === undefined && /^[a-z0-9-]+$/.test(pair.with))
    throw new RangeError(`${where}: a pair names the rule ${pair.with}, which the file does not have`);
  if (!(pair.within > 0 && pair.within <= maxWithin))
    throw new RangeError(`${where}: a pair reaches further than ${maxWithin} bytes`);
  return {
    expression: named?.expression ?? pair.with,
    ignoreCase: named === undefined || named.ignoreCase === true,
    ...(named === undefined ? {} : { check: `secrets/${file.provider}-${named.id}` }),
    within: pair.within,
    as: pair.as,
    secret: pair.secret === true,
    required: pair.required === true,
    ...(pair.severity === undefined ? {} : { severity: pair.severity }),
  };
};

const proverCall = (prove: PatternRule["prove"]): ProverCall | undefined => {
  if (prove === undefined) return undefined;
  const { by, ...options } = prove;
  return { name: by, options };
};

const remediationFor = (file: PatternFile, rule: PatternRule): string => {
  const rotate = rule.rotate ?? file.rotate;
  const first =
    rule.remediation ?? `Revoke it at ${file.name} and issue a new one; removing it from the file is not enough.`;
  return rotate === undefined ? first : `${first} See ${rotate}`;
};

/** An escaped separator before a match may be longer than the one byte that the file counts. */
const windowOf = ({ window: [before, after], expression }: PatternRule): Rule["window"] => ({
  before: hasBoundary(expression) ? before + escapedSeparatorLength : before,
  after,
});

const checkRule = (where: string, rule: PatternRule): void => {
  const problem =
    (!severities.includes(rule.severity) && `severity ${rule.severity}`) ||
    (!proofs.includes(rule.proof) && `proof ${rule.proof}`) ||
    (!rule.anchors?.length && "no anchors") ||
    (rule.runOf !== undefined && !runKinds.includes(rule.runOf) && `runOf ${rule.runOf}`) ||
    (rule.window?.length !== 2 && "no window") ||
    (typeof rule.expression !== "string" && "no expression");
  if (problem) throw new RangeError(`${where}, rule ${rule.id}: ${problem}`);
};

/** Fields that a rule has only where its file writes them. */
const optionalFields = (where: string, file: PatternFile, rule: PatternRule): Partial<Rule> => {
  const prover = proverCall(rule.prove);
  return {
    ...(rule.runOf === undefined ? {} : { runOf: rule.runOf }),
    ...(rule.runHasDigit === true ? { runHasDigit: true } : {}),
    ...(rule.afterAnchor === true ? { afterAnchor: true } : {}),
    ...(rule.requires === undefined ? {} : { requires: rule.requires }),
    ...(prover === undefined ? {} : { prover }),
    ...(rule.minEntropy === undefined ? {} : { minEntropy: rule.minEntropy }),
    ...(rule.pair === undefined ? {} : { pairs: rule.pair.map((pair) => pairOf(where, file, pair)) }),
    ...(rule.lone === undefined ? {} : { lone: rule.lone }),
    ...(rule.verify === undefined ? {} : { verification: parseVerification(`${where}, rule ${rule.id}`, rule.verify) }),
  };
};

/** Turns a parsed pattern file into rules. Throws a RangeError that names file, rule and problem. */
export const parsePatternFile = (where: string, parsed: unknown): readonly Rule[] => {
  const file = parsed as PatternFile;
  return file.rules.map((rule) => {
    checkRule(where, rule);
    return {
      id: `secrets/${file.provider}-${rule.id}`,
      provider: file.provider,
      title: rule.title,
      severity: rule.severity,
      opens: rule.opens,
      remediation: remediationFor(file, rule),
      anchors: rule.anchors,
      run: rule.run ?? 0,
      ignoreCase: rule.ignoreCase === true,
      expression: rule.expression,
      window: windowOf(rule),
      proof: rule.proof,
      encoded: rule.encoded !== false && rule.ignoreCase !== true && rule.proof !== "generic",
      custom: false,
      ...optionalFields(where, file, rule),
    };
  });
};
