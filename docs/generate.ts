import { readFileSync, writeFileSync } from "node:fs";
import { rules } from "../patterns/load.ts";
import type { Rule } from "../src/detect/rule.ts";

const page = new URL("rules.md", import.meta.url);
const begin = "<!-- the table of kinds, written by docs/generate.ts -->";
const end = "<!-- end of the table -->";

const escaped = (text: string): string => text.replaceAll("|", "\\|");

const row = ({ id, title, severity, proof, prover }: Rule): string =>
  `| \`${id}\` | ${escaped(title)} | ${severity} | ${proof} | ${prover === undefined ? "" : prover.name} |`;

const table = (): string => {
  const providers = new Set(rules.map(({ provider }) => provider));
  return [
    `${rules.length} kinds in ${providers.size} files.`,
    "",
    "| check | what it finds | severity | proof before its prover | prover |",
    "| --- | --- | --- | --- | --- |",
    ...rules.map(row),
  ].join("\n");
};

/** The page of rules with its table brought up to date. */
export const rulesPage = (written: string): string => {
  const from = written.indexOf(begin);
  const to = written.indexOf(end);
  if (from === -1 || to < from) throw new RangeError("docs/rules.md: the marks around the table are missing");
  return `${written.slice(0, from + begin.length)}\n${table()}\n${written.slice(to)}`;
};

if (import.meta.main) writeFileSync(page, rulesPage(readFileSync(page, "utf8")));
