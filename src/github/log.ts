import { randomUUID } from "node:crypto";
import * as core from "@actions/core";
import { type Annotation, annotationsOf } from "./annotations.ts";
import type { View } from "./view.ts";

/** What one step may show beside the code (facts/github.md 1.5). */
const maxPerLevel = 10;

const annotate = (annotation: Annotation): void => {
  const { path, start_line, end_line, start_column, end_column, title, message } = annotation;
  const write = annotation.annotation_level === "failure" ? core.error : core.warning;
  write(message, {
    file: path,
    startLine: start_line,
    endLine: end_line,
    ...(title === undefined ? {} : { title }),
    ...(start_column === undefined ? {} : { startColumn: start_column }),
    ...(end_column === undefined ? {} : { endColumn: end_column }),
  });
};

/** Shows the most urgent findings beside the code, also where no permission was given for a check run. */
export const logAnnotations = ({ rows }: View): void => {
  const all = annotationsOf(rows);
  for (const level of ["failure", "warning"] as const)
    for (const annotation of all.filter((one) => one.annotation_level === level).slice(0, maxPerLevel))
      annotate(annotation);
};

/** Prints text from outside: between these lines the runner obeys no command that it may hold. */
export const logVerbatim = (text: string): void => {
  const token = randomUUID();
  process.stdout.write(`::stop-commands::${token}\n${text.trimEnd()}\n::${token}::\n`);
};
