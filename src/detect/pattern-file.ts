import { proofs, severities } from "../finding.ts";
import type { ProverCall, Rule } from "./rule.ts";

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
  /** Letters, digits, `_` and `-` that follow an anchor at least in every match. */
  readonly run?: number;
  readonly ignoreCase?: boolean;
  readonly expression: string;
  /** Every match begins with its anchor; look-behind may reach further back. */
  readonly anchored?: boolean;
  /** Literals that every match contains beside its anchor; for anchors as common as `://`. Case counts. */
  readonly requires?: readonly string[];
  /** Bytes before the anchor's first byte and after its last. */
  readonly window: readonly [before: number, after: number];
  readonly proof: Rule["proof"];
  readonly prove?: { readonly by: string } & Readonly<Record<string, string | number | boolean>>;
  readonly minEntropy?: number;
  readonly encoded?: boolean;
  /** Where the format is described. */
  readonly source: string;
  /** Templates of what it must find and must not find; `test/tokens.ts` fills them in. */
  readonly match: readonly string[];
  readonly miss: readonly string[];
}

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

const checkRule = (where: string, rule: PatternRule): void => {
  const problem =
    (!severities.includes(rule.severity) && `severity ${rule.severity}`) ||
    (!proofs.includes(rule.proof) && `proof ${rule.proof}`) ||
    (!rule.anchors?.length && "no anchors") ||
    (rule.window?.length !== 2 && "no window") ||
    (typeof rule.expression !== "string" && "no expression");
  if (problem) throw new RangeError(`${where}, rule ${rule.id}: ${problem}`);
};

/** Turns a parsed pattern file into rules. Throws a RangeError that names file, rule and problem. */
export const parsePatternFile = (where: string, parsed: unknown): readonly Rule[] => {
  const file = parsed as PatternFile;
  return file.rules.map((rule) => {
    checkRule(where, rule);
    const prover = proverCall(rule.prove);
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
      ...(rule.anchored === true ? { anchored: true } : {}),
      ...(rule.requires === undefined ? {} : { requires: rule.requires }),
      window: { before: rule.window[0], after: rule.window[1] },
      proof: rule.proof,
      ...(prover === undefined ? {} : { prover }),
      ...(rule.minEntropy === undefined ? {} : { minEntropy: rule.minEntropy }),
      encoded: rule.encoded !== false && rule.ignoreCase !== true && rule.proof !== "generic",
      custom: false,
    };
  });
};
