import { formatNumber } from "../report/amounts.ts";
import { lookedAt } from "../report/coverage-words.ts";
import { within } from "../report/cut-text.ts";
import { escapeMarkdown } from "../report/escape-markdown.ts";
import { howToSilence } from "../report/markdown-words.ts";
import type { View } from "./view.ts";

const maxListed = 20;
const maxReason = 400;

const list = (lines: readonly string[]): string => {
  const kept = lines.slice(0, maxListed).map((line) => `- ${line}\n`);
  const left = lines.length - kept.length;
  return left > 0 ? `${kept.join("")}- and ${left} more, in the JSON report\n` : kept.join("");
};

const said = (text: string): string => escapeMarkdown(within(text, maxReason));

/** What could not be read. Never hidden: without it a clean table would be a lie. */
export const missing = ({ report: { coverage, verdict } }: View): string => {
  if (coverage.missing.length === 0) return "";
  const meaning = verdict.conclusion === "incomplete" ? "so this is no pass" : "which the workflow allows";
  const lines = coverage.missing.map(({ what, reason }) => `${said(what)}: ${said(reason)}`);
  return `**Not everything could be read, ${meaning}.**\n\n${list(lines)}\n`;
};

/** What was scanned. The one ref of an event says nothing. */
export const coverage = (view: View): string => {
  const { coverage } = view.report;
  if (view.nothing !== undefined) return `Nothing was scanned: ${said(view.nothing)}.\n`;
  const skipped = coverage.skipped.map(
    ({ what, reason, count }) => `${formatNumber(count)} × ${said(what)}: ${said(reason)}`,
  );
  return `Scanned: ${lookedAt({ ...coverage, refs: 0 })}.\n${skipped.length === 0 ? "" : `\nPassed over by design:\n\n${list(skipped)}`}`;
};

export const notes = ({ notes }: View): string => (notes.length === 0 ? "" : `${list(notes.map(said))}\n`);

/** What squashing helps with and what it does not. */
export const removedInside = ({ rows }: View): string => {
  const count = rows.filter(({ state }) => state === "removed").length;
  if (count === 0) return "";
  const subject = count === 1 ? "One credential was" : `${count} credentials were`;
  const it = count === 1 ? "it" : "them";
  return `> [!WARNING]\n> ${subject} added and removed inside this pull request. Squashing keeps ${it} out of the base branch; ${count === 1 ? "it is" : "they are"} still exposed and must be rotated.\n\n`;
};

export const silencing = ({ rows }: View): string => {
  const example = rows[0]?.finding;
  if (example === undefined) return "";
  return `${howToSilence(example.check, example.fingerprint, " on the base branch").join("\n")}\n`;
};
