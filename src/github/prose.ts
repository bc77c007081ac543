import type { Coverage } from "../finding.ts";
import { escapeMarkdown, markdownCode } from "../report/escape-markdown.ts";
import { cut } from "./cut.ts";
import { plural, type View } from "./view.ts";

const units = ["bytes", "kB", "MB", "GB", "TB"] as const;

const size = (bytes: number): string => {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const value = bytes / 1000 ** power;
  return `${power === 0 || value >= 10 ? Math.round(value) : value.toFixed(1)} ${units[power]}`;
};

const grouped = (count: number): string => count.toLocaleString("en-US");

const scanned = ({ commits, objects, files, bytes }: Coverage): string => {
  const parts = [
    plural(commits, "commit"),
    ...(objects > 0 ? [`${grouped(objects)} objects`] : []),
    ...(files > 0 ? [plural(files, "file")] : []),
    size(bytes),
  ];
  return parts.join(", ");
};

const maxListed = 20;
const maxReason = 400;

const list = (lines: readonly string[]): string => {
  const kept = lines.slice(0, maxListed).map((line) => `- ${line}\n`);
  const left = lines.length - kept.length;
  return left > 0 ? `${kept.join("")}- and ${left} more, in the JSON report\n` : kept.join("");
};

const said = (text: string): string => escapeMarkdown(cut(text, maxReason));

/** What could not be read. Never hidden: without it a clean table would be a lie. */
export const missing = ({ report: { coverage, verdict } }: View): string => {
  if (coverage.missing.length === 0) return "";
  const meaning = verdict.conclusion === "incomplete" ? "so this is no pass" : "which the workflow allows";
  const lines = coverage.missing.map(({ what, reason }) => `${said(what)}: ${said(reason)}`);
  return `**Not everything could be read, ${meaning}.**\n\n${list(lines)}\n`;
};

export const coverage = (view: View, withTime: boolean): string => {
  const { coverage } = view.report;
  if (view.nothing !== undefined) return `Nothing was scanned: ${said(view.nothing)}.\n`;
  const time = withTime ? ` in ${coverage.seconds.toFixed(1)} s` : "";
  const skipped = coverage.skipped.map(
    ({ what, reason, count }) => `${grouped(count)} × ${said(what)}: ${said(reason)}`,
  );
  return `Scanned: ${scanned(coverage)}${time}.\n${skipped.length === 0 ? "" : `\nPassed over by design:\n\n${list(skipped)}`}`;
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

export const howToSilence = ({ rows }: View): string => {
  const example = rows[0]?.finding;
  if (example === undefined) return "";
  return [
    "<details><summary>To silence a finding that is none</summary>",
    "",
    `On the line itself: ${markdownCode(`tidewaiter:ignore ${example.check} -- reason`, "prose")}. Or in ${markdownCode(".github/tidewaiter.yml", "prose")} on the base branch:`,
    "",
    "```yaml",
    "ignores:",
    `  - fingerprint: ${example.fingerprint}`,
    "    reason: why this is no credential",
    "```",
    "",
    "</details>",
    "",
  ].join("\n");
};
