import type { Finding, Suppression } from "../finding.ts";
import { countOf } from "./amounts.ts";
import { showUnseen } from "./escape-terminal.ts";
import { sarifPlaces } from "./sarif-location.ts";
import { levelOf } from "./sarif-rule.ts";

/** Square brackets would make links (SARIF 2.1.0, section 3.11.6). */
const plainText = (text: string): string => showUnseen(text).replace(/[\\[\]]/g, "\\$&");

const messageOf = ({ title, secret, detail, remediation }: Finding): string =>
  [
    `${title}${secret === undefined ? "" : `, ${secret.redacted} (${countOf(secret.length, "character")})`}.`,
    detail,
    remediation,
  ]
    .filter(Boolean)
    .map(plainText)
    .join(" ");

const suppressionOf = ({ kind, by, reason }: Suppression) => ({
  kind: kind === "inline" ? "inSource" : "external",
  status: "accepted",
  justification: showUnseen(`${by}${reason === undefined ? "" : `: ${reason}`}`),
});

/** A finding as a result; `ruleIndex` is where its rule stands. */
export const sarifResult = (finding: Finding, ruleIndex: number) => {
  const { locations, relatedLocations, leftOut, lineHash } = sarifPlaces(finding.locations);
  return {
    ruleId: finding.check,
    ruleIndex,
    level: levelOf(finding.severity),
    message: { text: messageOf(finding) },
    locations,
    ...(relatedLocations.length === 0 ? {} : { relatedLocations }),
    partialFingerprints: {
      ...(lineHash === undefined ? {} : { primaryLocationLineHash: lineHash }),
      "tidewaiterFingerprint/v1": finding.fingerprint,
    },
    ...(finding.suppressed === undefined ? {} : { suppressions: [suppressionOf(finding.suppressed)] }),
    properties: {
      severity: finding.severity,
      proof: finding.proof,
      facts: finding.facts,
      ...(finding.new === undefined ? {} : { new: finding.new }),
      ...(leftOut === 0 ? {} : { locationsLeftOut: leftOut }),
    },
  };
};
