import type { Rule } from "../detect/rule.ts";
import { escapeTerminal } from "../report/escape-terminal.ts";
import { labelledProse } from "../report/layout.ts";
import { painter } from "../report/paint.ts";

const paint = painter(false);
const width = 110;

/** Anchors and expressions are over bytes: as UTF-8 where they spell it. */
const readable = (text: string): string => {
  const bytes = Buffer.from(text, "latin1");
  const utf8 = bytes.toString("utf8");
  return utf8.includes("�") ? text : utf8;
};

export const ruleValue = (rule: Rule) => ({
  check: rule.id,
  provider: rule.provider,
  title: rule.title,
  severity: rule.severity,
  proof: rule.proof,
  ...(rule.prover === undefined ? {} : { prover: rule.prover.name }),
  opens: rule.opens,
  remediation: rule.remediation,
  anchors: rule.anchors.map(readable),
  expression: readable(rule.expression),
  ignoreCase: rule.ignoreCase,
  ...(rule.requires === undefined ? {} : { requires: rule.requires }),
  window: rule.window,
  ...(rule.minEntropy === undefined ? {} : { minEntropy: rule.minEntropy }),
  encoded: rule.encoded,
  custom: rule.custom,
});

/** One rule a line. */
export const rulesTable = (rules: readonly Rule[]): string => {
  const widest = Math.max(0, ...rules.map(({ id }) => id.length));
  const lines = rules.map(
    ({ id, severity, proof, title }) =>
      `${id.padEnd(widest)}  ${severity.padEnd(8)}  ${proof.padEnd(10)}  ${escapeTerminal(title)}`,
  );
  return [...lines, `${rules.length} rules`].join("\n");
};

const proofText = ({ proof, prover }: Rule): string => {
  if (prover === undefined) return `${proof}; it has no prover`;
  const options = Object.entries(prover.options).map(([name, value]) => `${name}: ${value}`);
  return `${proof} before the prover ${prover.name}${options.length === 0 ? "" : ` (${options.join(", ")})`} has spoken`;
};

/** All that a rule says. */
export const ruleText = (rule: Rule): string => {
  const fields: readonly (readonly [string, string])[] = [
    ["title", rule.title],
    ["provider", rule.provider],
    ["severity", rule.severity],
    ["opens", rule.opens],
    ["what to do", rule.remediation],
    ["anchors", rule.anchors.map((text) => JSON.stringify(readable(text))).join(", ")],
    ["requires", rule.requires?.map((text) => JSON.stringify(text)).join(", ") ?? ""],
    ["expression", readable(rule.expression)],
    ["case", rule.ignoreCase ? "of letters is ignored" : "of letters matters"],
    ["window", `${rule.window.before} bytes before an anchor, ${rule.window.after} after it`],
    ["entropy", rule.minEntropy === undefined ? "" : `at least ${rule.minEntropy} bits for each character`],
    ["proof", proofText(rule)],
    ["encoded", rule.encoded ? "looked for in base64 and UTF-16 too" : "not looked for in base64 and UTF-16"],
    ["engine", rule.custom ? "RE2, in linear time" : ""],
  ];
  const lines = fields
    .filter(([, text]) => text !== "")
    .flatMap(([name, text]) => labelledProse(paint, name, escapeTerminal(text), width));
  return [rule.id, ...lines].join("\n");
};
