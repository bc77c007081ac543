import type { Coverage, Finding, Location, Report } from "../finding.ts";
import { secretText } from "../redact.ts";
import type { Rendering } from "./report.ts";

/** What the reader of a log or a terminal cannot see, and `##[`, which the runner of GitHub Actions takes for a command. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|#(?=#\[)/gu;

const unicodeEscape = (character: string): string =>
  character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");

/** JSON that does nothing to the terminal or log that shows it: what it means is the same. */
export const safeJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(unsafe, (character) =>
    character === "\n" ? character : unicodeEscape(character),
  );

const locationValue = ({ lineHash: _, ...location }: Location) => location;

/** A finding as JSON has it: nothing internal, and the secret itself only for `--show-secrets`. */
export const findingValue = (finding: Finding, { reveal }: Pick<Rendering, "reveal">) => {
  const { check, title, severity, proof, detail, remediation, fingerprint, secret, facts, locations } = finding;
  const value = reveal?.(fingerprint);
  return {
    check,
    title,
    severity,
    proof,
    detail,
    remediation,
    fingerprint,
    ...(secret === undefined
      ? {}
      : {
          secret: {
            redacted: secret.redacted,
            length: secret.length,
            ...(value === undefined ? {} : { value: secretText(value) }),
          },
        }),
    facts,
    locations: locations.map(locationValue),
    ...(finding.new === undefined ? {} : { new: finding.new }),
    ...(finding.suppressed === undefined ? {} : { suppressed: finding.suppressed }),
  };
};

const coverageValue = (coverage: Coverage): Coverage => ({
  complete: coverage.complete,
  refs: coverage.refs,
  commits: coverage.commits,
  objects: coverage.objects,
  files: coverage.files,
  layers: coverage.layers,
  bytes: coverage.bytes,
  seconds: coverage.seconds,
  skipped: coverage.skipped,
  missing: coverage.missing,
});

/** The JSON report (docs/report.schema.json). */
export const reportValue = (report: Report, rendering: Pick<Rendering, "reveal">) => ({
  version: report.version,
  ...(report.fingerprintKey === undefined ? {} : { fingerprintKey: report.fingerprintKey }),
  coverage: coverageValue(report.coverage),
  findings: report.findings.map((finding) => findingValue(finding, rendering)),
  verdict: report.verdict,
  notes: report.notes,
});
