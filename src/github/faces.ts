import { escapeMarkdown } from "../report/escape-markdown.ts";
import { cut } from "./cut.ts";
import { coverage, howToSilence, missing, notes, removedInside } from "./prose.ts";
import { table } from "./table.ts";
import type { View } from "./view.ts";

/** Issue comments: 65,536 characters (facts/github.md 1.6). Counted in bytes, which are never fewer. */
const maxComment = 65_536;

/** A check run's summary: 65,535 characters (OpenAPI, checks/create). */
const maxSummary = 65_535;

/** A job summary: 1 MiB per step, over which it is not shown at all. */
const maxJobSummary = 1 << 20;

const icon = ({ report: { verdict } }: View): string =>
  ({ pass: "✅", fail: "❌", incomplete: "⚠️" })[verdict.conclusion];

/** Lays a table between what comes before and after it, so that the whole keeps within `limit` bytes. */
const laid = (view: View, before: string, after: string, limit: number): string =>
  `${before}${table(view, limit - Buffer.byteLength(before + after) - 2)}\n${after}`.trimEnd();

/** The hidden line by which the comment is found again. */
export const markerOf = (name: string): string => `<!-- tidewaiter:${name} -->`;

/** The comment when all is well: only ever an edit of one that was not. */
const allClear = (view: View, marker: string): string =>
  [
    marker,
    "### ✅ Tidewaiter: all clear",
    "",
    "What was reported here before is no longer in the commits of this pull request, or has been excused on the base branch.",
    "If a credential was ever pushed, it stays exposed until it is rotated.",
    ...(view.rows.length > 0 ? ["", `${view.title}: see the check run.`] : []),
  ].join("\n");

/** The pull request's comment. The same findings give the same text, so that it is only written when something changed. */
export const commentBody = (view: View, name: string): string => {
  const marker = markerOf(name);
  if (view.report.verdict.conclusion === "pass") return allClear(view, marker);
  const before = `${marker}\n### ${icon(view)} Tidewaiter: ${view.title}\n\n${missing(view)}${removedInside(view)}`;
  return laid(view, before, `\n${notes(view)}${howToSilence(view)}`, maxComment);
};

export interface CheckText {
  readonly title: string;
  readonly summary: string;
}

const maxTitle = 60;
const maxMessage = 2_000;

export const checkText = (view: View, annotationsNote: string): CheckText => {
  const before = `${missing(view)}${removedInside(view)}`;
  const after = `\n${annotationsNote}${notes(view)}${coverage(view, true)}\n${howToSilence(view)}`;
  return { title: cut(view.title, maxTitle), summary: laid(view, before, after, maxSummary) };
};

export const jobSummary = (view: View): string => {
  const before = `## ${icon(view)} Tidewaiter: ${view.title}\n\n${missing(view)}${removedInside(view)}`;
  const after = `\n${notes(view)}${coverage(view, true)}\n${howToSilence(view)}`;
  return `${laid(view, before, after, maxJobSummary)}\n`;
};

/** The job summary of a run that did not get as far as a report. */
export const brokenSummary = (message: string): string =>
  `## ⚠️ Tidewaiter could not run\n\n${escapeMarkdown(cut(message, maxMessage))}\n`;
