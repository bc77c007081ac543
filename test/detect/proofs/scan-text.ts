import { rules } from "../../../patterns/load.ts";
import { createDetector } from "../../../src/detect/detector.ts";
import type { Match } from "../../../src/detect/rule.ts";

/** Scans text with the rules whose ids begin so. */
export const scannerFor = async (...prefixes: readonly string[]): Promise<(text: string) => readonly Match[]> => {
  const detector = await createDetector(rules.filter(({ id }) => prefixes.some((prefix) => id.startsWith(prefix))));
  return (text) => detector.scan(Buffer.from(text));
};

/** What may be shown of matches when a test fails: never the secret. */
export const told = (matches: readonly Match[]) =>
  matches.map(({ check, severity, proof }) => ({ check, severity, proof }));
