import type { FingerprintKey } from "../finding.ts";
import { isJsonObject, type JsonObject } from "../json-object.ts";
import { UsageError } from "../usage-error.ts";
import type { Baseline } from "./policy.ts";

/** Reports of 100,000 findings are smaller. */
export const maxBaseline = 256 << 20;

const advice = "write one with `tidewaiter scan --format json=FILE` and name that file";

const isFingerprint = (value: unknown): value is string => typeof value === "string" && /^[0-9a-f]{32}$/.test(value);

const isRoot = (value: unknown): value is string =>
  typeof value === "string" && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const parseLines = (text: string): readonly unknown[] =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map(parse);

interface Contents {
  readonly head: JsonObject;
  readonly findings: readonly unknown[];
}

/** A report, a report in lines (findings, then the rest), or a list of fingerprints. */
const contentsOf = (text: string): Contents | undefined => {
  const whole = parse(text);
  if (isJsonObject(whole) && Array.isArray(whole["fingerprints"]))
    return { head: whole, findings: whole["fingerprints"].map((fingerprint) => ({ fingerprint })) };
  if (isJsonObject(whole) && Array.isArray(whole["findings"])) return { head: whole, findings: whole["findings"] };
  const lines = parseLines(text);
  const last = lines.at(-1);
  return isJsonObject(last) && isJsonObject(last["coverage"])
    ? { head: last, findings: lines.slice(0, -1) }
    : undefined;
};

/** An ignored finding is not in the baseline: when its ignore goes, it counts again. */
const belongs = (finding: JsonObject): boolean =>
  !isJsonObject(finding["suppressed"]) || finding["suppressed"]["kind"] === "baseline";

const keyOf = (head: JsonObject): FingerprintKey | undefined => {
  const written = head["fingerprintKey"];
  if (isRoot(head["root"])) return { kind: "root", root: head["root"] };
  if (!isJsonObject(written)) return undefined;
  if (written["kind"] === "root" && isRoot(written["root"])) return { kind: "root", root: written["root"] };
  return written["kind"] === "organisation" || written["kind"] === "constant" ? { kind: written["kind"] } : undefined;
};

/**
 * Reads a baseline: a JSON or JSON Lines report of an earlier run, or `{version: 1, root?, fingerprints: [...]}`.
 * Touches no disk, so that the text may come from a commit. Throws a UsageError that says what to do instead.
 */
export const readBaseline = (text: string, file: string): Baseline => {
  if (text.length > maxBaseline) throw new UsageError(`${file}: too large for a baseline`);
  const contents = contentsOf(text.replace(/^\ufeff/, ""));
  if (contents === undefined) throw new UsageError(`${file} is no JSON report of Tidewaiter: ${advice}`);
  const { head, findings } = contents;
  if (head["version"] !== 1)
    throw new UsageError(
      `${file} is a report of version ${JSON.stringify(head["version"])?.slice(0, 20)}, not 1: ${advice}`,
    );
  const fingerprints = new Set<string>();
  findings.forEach((finding, index) => {
    if (!isJsonObject(finding) || !isFingerprint(finding["fingerprint"]))
      throw new UsageError(`${file}: entry ${index + 1} has no fingerprint: ${advice}`);
    if (belongs(finding)) fingerprints.add(finding["fingerprint"]);
  });
  const key = keyOf(head);
  return {
    file,
    fingerprints,
    ...(key === undefined ? {} : { key }),
    ...(key?.root === undefined ? {} : { root: key.root }),
  };
};

/** Says why a baseline names none of the findings, where its fingerprints were made with another key. */
export const keyMismatch = ({ key, file }: Baseline, used: FingerprintKey | undefined): string | undefined => {
  if (key === undefined || used === undefined || (key.kind === used.kind && key.root === used.root)) return undefined;
  const said = { organisation: "TIDEWAITER_KEY", root: `root commit ${key.root}`, constant: "no key" }[key.kind];
  return `${file ?? "the baseline"} was written with other fingerprints (${said}), so it names none of these findings: write it again`;
};
