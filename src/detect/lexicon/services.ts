import { lexicon } from "#lexicon";
import type { Severity } from "../../finding.ts";

/** A service whose keys only the name beside them tells. */
export interface Service {
  /** As its owner writes it. */
  readonly name: string;
  /** The middle of its checks: `secrets/PROVIDER-KIND`. */
  readonly provider: string;
  readonly severity: Severity;
  /** What its keys look like, where that is known. Raises what a name says; never silences. */
  readonly keys: RegExp | undefined;
  /** The page on revoking or rotating, where a source names one. */
  readonly rotate: string | undefined;
}

/** A word by which code calls a service. A common one also means something else, and counts only in a key's own name. */
export interface ServiceWord {
  readonly service: Service;
  readonly common: boolean;
}

const alphabets: Readonly<Record<string, string>> = {
  hex: "[0-9a-f]",
  HEX: "[0-9A-F]",
  base62: "[0-9A-Za-z]",
  base64url: "[0-9A-Za-z_-]",
  digits: "[0-9]",
};

/** `hex:32`, `uuid`; alternatives are joined by commas. */
const keysFrom = (written: string): RegExp | undefined => {
  if (written === "") return undefined;
  const shapes = written.split(",").map((shape) => {
    if (shape === "uuid") return "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";
    const [alphabet = "", length = ""] = shape.split(":");
    return `${alphabets[alphabet]}{${length}}`;
  });
  return new RegExp(`^(?:${shapes.join("|")})$`);
};

/** `Fly.io` → `fly-io`, `MÖVE & Co` → `move-and-co`. */
const slugOf = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}|['’!]/gu, "")
    .replaceAll("&", " and ")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

export interface LexiconRow {
  readonly service: Service;
  /** Lower case, letters and digits only; `~` before a common one. */
  readonly words: readonly string[];
}

/** One line: name, words, severity, shape of keys, provider where it is not the name, rotate page. */
export const parseRow = (line: string): LexiconRow => {
  const [name = "", words = "", severity = "", keys = "", provider = "", rotate = ""] = line.split("\t");
  const service: Service = {
    name,
    provider: provider || slugOf(name),
    severity: severity as Severity,
    keys: keysFrom(keys),
    rotate: rotate || undefined,
  };
  return { service, words: words.split(" ") };
};

let known: ReadonlyMap<string, ServiceWord> | undefined;

/** All words with their services; read when the first candidate asks. */
export const serviceWords = (): ReadonlyMap<string, ServiceWord> => {
  if (known !== undefined) return known;
  const words = new Map<string, ServiceWord>();
  for (const line of lexicon.split("\n")) {
    if (line === "") continue;
    const row = parseRow(line);
    for (const word of row.words)
      words.set(word.replace("~", ""), { service: row.service, common: word.startsWith("~") });
  }
  known = words;
  return words;
};

/** Whether a check, or the beginning of one, is that of a service of the lexicon. */
export const isServiceCheck = (check: string): boolean =>
  [...serviceWords().values()].some(({ service }) => {
    const checks = `secrets/${service.provider}-`;
    return checks.startsWith(check) || (check.startsWith(checks) && /^[a-z-]+$/.test(check.slice(checks.length)));
  });
