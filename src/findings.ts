import type { Hit } from "./detect/hit.ts";
import { judgeByPath } from "./detect/path-context.ts";
import { type Finding, type Location, proofRank, type Suppression, severityRank } from "./finding.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { redact } from "./redact.ts";
import type { Sighting } from "./sighting.ts";
import type { OpenVault } from "./vault.ts";

const strongest = (sightings: readonly Sighting[]): Hit =>
  sightings.reduce((best, { hit }) => {
    const difference =
      proofRank(hit.proof) - proofRank(best.proof) || severityRank(hit.severity) - severityRank(best.severity);
    return difference > 0 ? hit : best;
  }, sightings[0]!.hit);

const placeKey = ({ kind, path, line, column, commit }: Location): string => {
  if (kind === "commit") return `commit ${path}`;
  return kind === "message" ? `message ${path} ${commit} ${line} ${column}` : `${kind} ${path} ${line} ${column}`;
};

/** One place per path for what commits brought in, the earliest; each place of a file, and each message. */
const distinctLocations = (sightings: readonly Sighting[]): readonly Location[] => {
  const present = new Set(sightings.filter(({ location }) => location.present).map(({ location }) => location.path));
  const places = new Map<string, Sighting>();
  for (const sighting of sightings) {
    const key = placeKey(sighting.location);
    const known = places.get(key);
    if (known === undefined || sighting.order < known.order) places.set(key, sighting);
  }
  return [...places.values()]
    .sort((a, b) => a.order - b.order || (placeKey(a.location) < placeKey(b.location) ? -1 : 1))
    .map(({ location }) =>
      location.kind === "commit" ? { ...location, present: present.has(location.path) } : location,
    );
};

/** A comment excuses a secret when every file that still shows it has one; of a secret that is gone, its last version. */
const inlineSuppression = (sightings: readonly Sighting[]): Suppression | undefined => {
  const files = sightings.filter(({ location }) => location.kind === "file");
  const deciding = files.length > 0 ? files : sightings;
  const comments = deciding.map(({ hit }) => hit.inlineIgnore);
  const first = comments.find((comment) => comment !== undefined);
  if (first === undefined || (files.length > 0 && comments.includes(undefined))) return undefined;
  return { kind: "inline", by: first.by, ...(first.reason === undefined ? {} : { reason: first.reason }) };
};

const toFinding = (fingerprint: string, sightings: readonly Sighting[]): Finding => {
  const { check, title, severity, proof, detail, remediation, facts, secret } = strongest(sightings);
  const suppressed = inlineSuppression(sightings);
  return {
    check,
    title,
    severity,
    proof,
    detail,
    remediation,
    fingerprint,
    secret: { redacted: redact(secret), length: secret.length },
    facts,
    locations: distinctLocations(sightings),
    ...(suppressed === undefined ? {} : { suppressed }),
  };
};

const byUrgency = (a: Finding, b: Finding): number =>
  severityRank(b.severity) - severityRank(a.severity) ||
  proofRank(b.proof) - proofRank(a.proof) ||
  (a.check < b.check ? -1 : a.check > b.check ? 1 : a.fingerprint < b.fingerprint ? -1 : 1);

/** What a file is called bears on what only looks like a secret in it. */
const judgedByPath = (sighting: Sighting): readonly Sighting[] => {
  if (sighting.location.kind === "message") return [sighting];
  const hit = judgeByPath(sighting.hit, sighting.location.path);
  if (hit === undefined) return [];
  return [hit === sighting.hit ? sighting : { ...sighting, hit }];
};

/** Joins sightings of the same secret into findings, most urgent first, and leaves the raw values in the vault. */
export const toFindings = (
  sightings: readonly Sighting[],
  key: string | undefined,
  vault: OpenVault,
): readonly Finding[] => {
  const groups = new Map<string, Sighting[]>();
  for (const sighting of sightings.flatMap(judgedByPath)) {
    const fingerprint = fingerprintOf(key, sighting.hit.check, sighting.hit.secret);
    vault.keep(fingerprint, sighting.hit.secret);
    const group = groups.get(fingerprint);
    if (group === undefined) groups.set(fingerprint, [sighting]);
    else group.push(sighting);
  }
  return [...groups].map(([fingerprint, group]) => toFinding(fingerprint, group)).sort(byUrgency);
};
