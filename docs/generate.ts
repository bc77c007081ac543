import { readFileSync, writeFileSync } from "node:fs";
import { lexicon } from "../patterns/lexicon.ts";
import { rules } from "../patterns/load.ts";
import { type LexiconRow, parseRow } from "../src/detect/lexicon/services.ts";
import type { Rule } from "../src/detect/rule.ts";

const page = new URL("rules.md", import.meta.url);
const servicesPage = new URL("services.md", import.meta.url);
const begin = "<!-- the table of kinds, written by docs/generate.ts -->";
const beginServices = "<!-- the table of services, written by docs/generate.ts -->";
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

const serviceRow = ({ service, words }: LexiconRow, keys: string): string =>
  `| ${escaped(service.name)} | \`secrets/${service.provider}-…\` | ${words.map((word) => word.replace("~", "")).join(", ")} | ${keys} | ${service.severity} |`;

const serviceTable = (): string => {
  const lines = lexicon.split("\n").filter(Boolean).sort();
  const rows = lines.map((line) => serviceRow(parseRow(line), line.split("\t")[3] ?? ""));
  return [
    `${rows.length} services.`,
    "",
    "| service | checks | words | keys | severity |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
};

const between = (written: string, first: string, table: string, name: string): string => {
  const from = written.indexOf(first);
  const to = written.indexOf(end);
  if (from === -1 || to < from) throw new RangeError(`docs/${name}: the marks around the table are missing`);
  return `${written.slice(0, from + first.length)}\n${table}\n${written.slice(to)}`;
};

/** The page of rules with its table brought up to date. */
export const rulesPage = (written: string): string => between(written, begin, table(), "rules.md");

/** The page of services with its table brought up to date. */
export const servicesPageOf = (written: string): string =>
  between(written, beginServices, serviceTable(), "services.md");

if (import.meta.main) {
  writeFileSync(page, rulesPage(readFileSync(page, "utf8")));
  writeFileSync(servicesPage, servicesPageOf(readFileSync(servicesPage, "utf8")));
}
