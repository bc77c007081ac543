import type { RestEndpointMethodTypes } from "@octokit/rest";
import { type Location, severityRank } from "../finding.ts";
import { within } from "../report/cut-text.ts";
import type { Row } from "./view.ts";

type CheckRun = RestEndpointMethodTypes["checks"]["create"]["parameters"];

/** Lines count from 1 and ends are inclusive; columns only where one line is meant (OpenAPI, checks/create). */
export type Annotation = Readonly<NonNullable<NonNullable<CheckRun["output"]>["annotations"]>[number]>;

/** More than this many help nobody; the rest stays in the table and in SARIF. */
export const maxAnnotations = 500;

const maxTitle = 255;
const maxMessage = 4_000; // the runner cuts log annotations at 4,096 characters

type Span = Pick<Annotation, "start_line" | "end_line" | "start_column" | "end_column">;

/** Turns ends that are exclusive into ends that are inclusive. */
const spanOf = ({ line, column, endLine, endColumn }: Location): Span => {
  const lastLine = endLine > line && endColumn <= 1 ? endLine - 1 : Math.max(endLine, line);
  if (lastLine !== line || column < 1) return { start_line: line, end_line: lastLine };
  const wholeLine = endLine > line;
  if (wholeLine) return { start_line: line, end_line: line };
  return { start_line: line, end_line: line, start_column: column, end_column: Math.max(column, endColumn - 1) };
};

const levelOf = ({ finding, fails }: Row): Annotation["annotation_level"] => {
  if (fails) return "failure";
  return severityRank(finding.severity) >= severityRank("medium") ? "warning" : "notice";
};

const messageOf = ({ finding }: Row): string => {
  const redacted = finding.secret === undefined ? "" : ` (${finding.secret.redacted})`;
  return within(`${finding.detail}${redacted}\n${finding.remediation}\nFingerprint ${finding.fingerprint}`, maxMessage);
};

const annotate = (row: Row): readonly Annotation[] => {
  const message = {
    annotation_level: levelOf(row),
    title: within(row.finding.title, maxTitle),
    message: messageOf(row),
  };
  return [
    ...row.files.filter(({ line }) => line >= 1).map((file) => ({ path: file.path, ...spanOf(file), ...message })),
    ...row.instructions.map(({ path, line, endLine }) => ({ path, start_line: line, end_line: endLine, ...message })),
  ];
};

/** Annotations for the lines of the scanned head, the most urgent first. */
export const annotationsOf = (rows: readonly Row[]): readonly Annotation[] => rows.flatMap(annotate);
