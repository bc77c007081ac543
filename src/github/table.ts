import { escapeMarkdown, markdownCode, markdownLink } from "../report/escape-markdown.ts";
import { cut } from "./cut.ts";
import { authored, place } from "./place.ts";
import { plural, type Row, type View } from "./view.ts";

const marks: Readonly<Record<string, string>> = { critical: "🔴", high: "🟠", medium: "🟡", low: "🔵" };
const maxCell = 500;

const states: Readonly<Record<Row["state"], string>> = {
  present: "still in the last commit",
  removed: "**added and removed** in this pull request",
  history: "not in the files of the last commit",
};

const whatCell = ({ finding }: Row): string => {
  const redacted = finding.secret === undefined ? "" : ` ${markdownCode(finding.secret.redacted)}`;
  return `${escapeMarkdown(finding.title)}${redacted}<br><sub>${escapeMarkdown(finding.check)}, ${finding.proof}</sub>`;
};

const whereCell = (row: Row, { repositoryUrl }: View): string => {
  const others = new Set(row.finding.locations.map(({ path }) => path)).size - 1;
  const more = others > 0 ? ` and ${plural(others, "other place")}` : "";
  const who = authored(row.origin);
  return `${place(repositoryUrl, row.origin)}${more}<br><sub>${who === "" ? "" : `${who}; `}${states[row.state]}</sub>`;
};

/** Addresses in advice, which is from our rules or from the base branch, become links named by their host. */
const address = /https:\/\/[\w.-]+(?:\/[\w.~%/?#=&+-]*[\w/])?/g;

const advice = (text: string): string => {
  const links = text.match(address) ?? [];
  const words = text.split(address).map(escapeMarkdown);
  return words.map((word, i) => `${word}${links[i] === undefined ? "" : linkTo(links[i])}`).join("");
};

const linkTo = (url: string): string => markdownLink(escapeMarkdown(new URL(url).hostname), url);

/** One line of the table. */
const rowLine = (row: Row, view: View): string => {
  const { severity, detail, remediation } = row.finding;
  const todo = `${escapeMarkdown(cut(detail, maxCell))}<br><br>${advice(cut(remediation, maxCell))}`;
  const cells = [`${marks[severity] ?? ""}&nbsp;${severity}`, whatCell(row), whereCell(row, view), todo];
  return `| ${cells.join(" | ")} |\n`;
};

const header = "| Severity | What | Where | What it opens, and what to do |\n| --- | --- | --- | --- |\n";

/** Room kept for the sentence that says how many rows were cut. */
const reserve = 160;

/** The rows as a table of at most `budget` bytes; what does not fit is counted in a last line. */
export const table = (view: View, budget: number): string => {
  if (view.rows.length === 0) return "";
  let text = header;
  let size = header.length + reserve;
  let shown = 0;
  for (const row of view.rows) {
    const line = rowLine(row, view);
    size += Buffer.byteLength(line);
    if (size > budget) break;
    text += line;
    shown++;
  }
  const left = view.rows.length - shown;
  if (left === 0) return text;
  return `${text}\n**${plural(left, "more finding")} did not fit here.** The JSON report of the run has all of them.\n`;
};
