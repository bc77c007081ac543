import { randomBytes } from "node:crypto";
import { rules } from "../../patterns/load.ts";
import { createDetector } from "../../src/detect/detector.ts";
import type { Match } from "../../src/detect/rule.ts";
import { documentParsers } from "../../src/documents/registry.ts";
import type { Facts, Severity } from "../../src/finding.ts";

const detector = await createDetector(rules, documentParsers);

/** What may be shown of a match when a test fails: never the secret. */
export interface Told {
  readonly check: string;
  readonly severity: Severity;
  readonly keyPath: Facts[string] | undefined;
  /** The bytes at its place, by the name that the test gave them; what has no name is `?`. */
  readonly at: string;
  readonly facts: Facts;
}

/** Scans with every rule and parser. `names` are the secrets of the test: where one stands, its name is told. */
export const scan = (content: string | Buffer, names: Readonly<Record<string, string>> = {}): readonly Told[] => {
  const bytes = Buffer.from(content);
  return detector
    .scan(bytes)
    .filter(({ severity }) => severity !== "info")
    .map(({ check, severity, facts, start, end }: Match) => {
      const text = bytes.subarray(start, end).toString();
      const at = Object.entries(names).find(([, secret]) => secret === text)?.[0] ?? "?";
      return { check, severity, keyPath: facts["keyPath"], at, facts };
    });
};

/** Checks and places alone. */
export const found = (content: string | Buffer, names: Readonly<Record<string, string>> = {}) =>
  scan(content, names).map(({ check, at }) => `${check} ${at}`);

export const base64 = (text: string | Buffer): string => Buffer.from(text).toString("base64");

/** Text that no list of words holds, with letters of both cases and a digit. */
export const random = (length = 20): string => {
  const text = randomBytes(length * 2)
    .toString("base64")
    .replaceAll(/[^A-Za-z0-9]/g, "");
  return `R7q${text}`.slice(0, length);
};
