import { readFileSync } from "node:fs";
import type { Location } from "../finding.ts";
import { isJsonObject } from "../json-object.ts";
import { maxBaseline } from "../policy/baseline.ts";
import { UsageError } from "../usage-error.ts";

/** A finding as a report has it. */
export interface ReportedFinding {
  readonly check: string;
  readonly locations: readonly Location[];
}

const isLocation = (value: unknown): value is Location =>
  isJsonObject(value) &&
  typeof value["kind"] === "string" &&
  typeof value["path"] === "string" &&
  Number.isInteger(value["line"]) &&
  (value["commit"] === undefined || /^[0-9a-f]{40,64}$/.test(String(value["commit"])));

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Findings of a report, or of a report in lines. */
const findingsIn = (text: string): readonly unknown[] => {
  const whole = parse(text);
  if (isJsonObject(whole) && Array.isArray(whole["findings"])) return whole["findings"];
  return text.split("\n").map(parse);
};

/** The finding of a JSON report that has a fingerprint. Throws a UsageError when there is none. */
export const readReported = (file: string, fingerprint: string): ReportedFinding => {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`report ${file}: ${(error as Error).message}`, { cause: error });
  }
  if (text.length > maxBaseline) throw new UsageError(`report ${file}: too large`);
  const finding = findingsIn(text).find((entry) => isJsonObject(entry) && entry["fingerprint"] === fingerprint);
  if (!isJsonObject(finding) || typeof finding["check"] !== "string" || !Array.isArray(finding["locations"]))
    throw new UsageError(
      `report ${file} has no finding with the fingerprint ${fingerprint}: write it with --format json=FILE --include-ignored`,
    );
  return { check: finding["check"], locations: finding["locations"].filter(isLocation) };
};
