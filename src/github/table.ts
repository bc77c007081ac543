import type { Location } from "../finding.ts";
import { countOf } from "../report/amounts.ts";
import { within } from "../report/cut-text.ts";
import { escapeMarkdown, escapeWithLinks, markdownCode } from "../report/escape-markdown.ts";
import { imageStory } from "../report/image-story.ts";
import type { Table } from "../report/markdown-fit.ts";
import { severityIcons } from "../report/markdown-words.ts";
import { authored, place } from "./place.ts";
import type { Row, View } from "./view.ts";

const maxCell = 500;

const states: Readonly<Record<Row["state"], string>> = {
  present: "still in the last commit",
  removed: "**added and removed** in this pull request",
  history: "not in the files of the last commit",
  image: "in an image",
};

const whatCell = ({ finding }: Row): string => {
  const redacted = finding.secret === undefined ? "" : ` ${markdownCode(finding.secret.redacted)}`;
  return `${escapeMarkdown(finding.title)}${redacted}<br><sub>${escapeMarkdown(finding.check)}, ${finding.proof}</sub>`;
};

const imageWords = (origin: Location): string => escapeMarkdown(within(imageStory(origin).join(", "), maxCell));

const whereCell = (row: Row, { repositoryUrl }: View): string => {
  const others = new Set(row.finding.locations.map(({ path }) => path)).size - 1;
  const more = others > 0 ? ` and ${countOf(others, "other place")}` : "";
  const who = row.origin.image === undefined ? authored(row.origin) : imageWords(row.origin);
  return `${place(repositoryUrl, row.origin)}${more}<br><sub>${who === "" ? "" : `${who}; `}${states[row.state]}</sub>`;
};

/** One line of the table. */
const rowLine = (row: Row, view: View): string => {
  const { severity, detail, remediation } = row.finding;
  const todo = `${escapeMarkdown(within(detail, maxCell))}<br><br>${escapeWithLinks(within(remediation, maxCell))}`;
  const cells = [`${severityIcons[severity]}&nbsp;${severity}`, whatCell(row), whereCell(row, view), todo];
  return `| ${cells.join(" | ")} |`;
};

/** The rows; those that do not fit are counted in a last line. */
export const tableOf = (view: View): Table => ({
  head: ["| Severity | What | Where | What it opens, and what to do |", "| --- | --- | --- | --- |"],
  rows: view.rows.map((row) => rowLine(row, view)),
  left: (count) =>
    `**${countOf(count, "more finding")} did not fit here.** The JSON report of the run has all of them.`,
});
