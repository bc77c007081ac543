import type { Account, RuleAccount } from "../explain/account.ts";
import type { Step } from "../explain/steps.ts";
import { escapeTerminal } from "../report/escape-terminal.ts";
import { labelledProse, textWidth } from "../report/layout.ts";
import { type Paint, painter } from "../report/paint.ts";

/** Attempts shown of one rule; JSON has them all. */
const maxAttempts = 20;
const maxSilent = 40;

interface Style {
  readonly paint: Paint;
  readonly width: number;
}

const stepLines = (steps: readonly Step[], { paint, width }: Style): readonly string[] =>
  steps.flatMap(({ name, said }) => labelledProse(paint, name, escapeTerminal(said), width));

const ruleLines = ({ check, within, anchors, windows, attempts }: RuleAccount, style: Style): readonly string[] => {
  const rest = attempts.length - maxAttempts;
  return [
    style.paint("bold", escapeTerminal(check)),
    ...(within.length === 0 ? [] : labelledProse(style.paint, "decoded", within.join(", then "), style.width)),
    ...labelledProse(style.paint, "anchors", escapeTerminal(anchors), style.width),
    ...labelledProse(style.paint, "window", windows, style.width),
    ...attempts.slice(0, maxAttempts).flatMap((steps) => [...stepLines(steps, style), ""]),
    ...(rest > 0 ? [`  and ${rest} more: --format json lists them`, ""] : []),
  ];
};

const silentText = (silent: readonly string[]): string => {
  const rest = silent.length - maxSilent;
  return [...silent.slice(0, maxSilent), ...(rest > 0 ? [`and ${rest} more`] : [])].join(", ");
};

/** An account as a person reads it. */
export const accountText = (title: string, account: Account, color: boolean, columns: number | undefined): string => {
  const style: Style = { paint: painter(color), width: textWidth(columns) };
  const { rules, parsers, silent } = account;
  const lines = [
    style.paint("bold", escapeTerminal(title)),
    "",
    ...rules.flatMap((rule) => ruleLines(rule, style)),
    ...parsers.flatMap(({ check, steps }) => [style.paint("bold", check), ...stepLines(steps, style), ""]),
    ...(rules.length === 0 && parsers.length === 0
      ? [silent.length === 0 ? "No anchor of a rule stands here." : "No expression matches here.", ""]
      : []),
    ...(silent.length === 0
      ? []
      : [
          ...labelledProse(
            style.paint,
            "no match",
            `anchors, but no match of the expression: ${silentText(silent)}`,
            style.width,
          ),
          "",
        ]),
  ];
  return `${lines.join("\n")}\n`;
};
