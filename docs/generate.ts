import { readFileSync, writeFileSync } from "node:fs";
import { lexicon } from "../patterns/lexicon.ts";
import { rules } from "../patterns/load.ts";
import { type LexiconRow, parseRow } from "../src/detect/lexicon/services.ts";
import type { Rule } from "../src/detect/rule.ts";

/** A page with a table that is written here. */
interface Page {
  readonly file: URL;
  /** The line before the table. */
  readonly begin: string;
  readonly table: () => string;
}

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

const verifiable = ({ id, verification }: Rule): readonly string[] => {
  if (verification === undefined) return [];
  const { method, url, elsewhere, inactive, source } = verification;
  const refusal = inactive.length === 0 ? "no" : elsewhere === undefined ? "yes" : `unless it is ${elsewhere}`;
  const address = url.replace(/^https:\/\//, "").replace(/\?.*$/, "");
  return [`| \`${id}\` | [${method} ${escaped(address)}](${source}) | ${refusal} |`];
};

const verifications = (): string =>
  ["| check | request | refusal counts |", "| --- | --- | --- |", ...rules.flatMap(verifiable)].join("\n");

const serviceRow = ({ service, words }: LexiconRow, keys: string): string =>
  `| ${escaped(service.name)} | \`secrets/${service.provider}-…\` | ${words.map((word) => word.replace("~", "")).join(", ")} | ${keys} | ${service.severity} |`;

const services = (): string => {
  const lines = lexicon.split("\n").filter(Boolean).sort();
  return [
    `${lines.length} services.`,
    "",
    "| service | checks | words | keys | severity |",
    "| --- | --- | --- | --- | --- |",
    ...lines.map((line) => serviceRow(parseRow(line), line.split("\t")[3] ?? "")),
  ].join("\n");
};

export const pages: readonly Page[] = [
  {
    file: new URL("rules.md", import.meta.url),
    begin: "<!-- the table of kinds, written by docs/generate.ts -->",
    table,
  },
  {
    file: new URL("verification.md", import.meta.url),
    begin: "<!-- the table of requests, written by docs/generate.ts -->",
    table: verifications,
  },
  {
    file: new URL("services.md", import.meta.url),
    begin: "<!-- the table of services, written by docs/generate.ts -->",
    table: services,
  },
];

/** A page with its table brought up to date. */
export const upToDate = ({ begin, table, file }: Page, written: string): string => {
  const from = written.indexOf(begin);
  const to = written.indexOf(end);
  if (from === -1 || to < from) throw new RangeError(`${file.pathname}: the marks around the table are missing`);
  return `${written.slice(0, from + begin.length)}\n${table()}\n${written.slice(to)}`;
};

if (import.meta.main)
  for (const page of pages) writeFileSync(page.file, upToDate(page, readFileSync(page.file, "utf8")));
