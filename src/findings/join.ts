import type { Hit } from "../detect/hit.ts";
import { judgeByPath } from "../detect/path-context.ts";
import { type Finding, type Location, proofRank, type Suppression, severityRank } from "../finding.ts";
import type { Sighting } from "../sighting.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { imageMend } from "./image-mend.ts";
import { redact } from "./redact.ts";
import type { OpenVault } from "./vault.ts";

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Of several hits of one secret the one that is surest, then most severe, then first: not the one read first. */
const strongest = (sightings: readonly Sighting[]): Hit => {
  const [best] = [...sightings].sort(
    (a, b) =>
      proofRank(b.hit.proof) - proofRank(a.hit.proof) ||
      severityRank(b.hit.severity) - severityRank(a.hit.severity) ||
      a.order - b.order ||
      compare(a.location.path, b.location.path) ||
      a.hit.line - b.hit.line ||
      a.hit.column - b.hit.column,
  );
  return best!.hit;
};

const placeKey = ({ kind, path, line, column, commit, image, layerNumber = 0, layer, platform }: Location): string => {
  if (kind === "commit") return `commit ${path}`;
  if (image !== undefined) {
    const number = String(layerNumber).padStart(4, "0");
    return [kind, image, number, path, line, column, layer, platform, commit].join(" ");
  }
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
    .sort((a, b) => a.order - b.order || compare(placeKey(a.location), placeKey(b.location)))
    .map(({ location }) =>
      location.kind === "commit" ? { ...location, present: present.has(location.path) } : location,
    );
};

/** A comment excuses a secret when every file that still shows it has one; of a secret that is gone, its last version. */
const inlineSuppression = (sightings: readonly Sighting[]): Suppression | undefined => {
  const files = sightings.filter(({ location: { kind } }) => kind === "file" || kind === "layer" || kind === "config");
  const deciding = files.length > 0 ? files : sightings;
  const comments = deciding.map(({ hit }) => hit.inlineIgnore);
  const first = comments.find((comment) => comment !== undefined);
  if (first === undefined || (files.length > 0 && comments.includes(undefined))) return undefined;
  return { kind: "inline", by: first.by, ...(first.reason === undefined ? {} : { reason: first.reason }) };
};

/** Of a change: the secrets that its files held before it. */
type Before = ReadonlySet<string> | undefined;

/** What a change started from is its baseline. */
const stoodBefore: Suppression = { kind: "baseline", by: "the files before this change" };

const toFinding = (fingerprint: string, sightings: readonly Sighting[], before: Before): Finding => {
  const { check, title, severity, proof, detail, remediation, facts, secret } = strongest(sightings);
  const older = before?.has(secret) === true;
  const suppressed = inlineSuppression(sightings) ?? (older ? stoodBefore : undefined);
  const locations = distinctLocations(sightings);
  const mend = imageMend(locations);
  return {
    check,
    title,
    severity,
    proof,
    detail,
    remediation: mend === "" ? remediation : `${remediation.replace(/(?<![.!?])$/, ".")} ${mend}`,
    fingerprint,
    secret: { redacted: redact(secret), length: secret.length },
    facts,
    locations,
    ...(before === undefined ? {} : { new: !older }),
    ...(suppressed === undefined ? {} : { suppressed }),
  };
};

/** The order of reports. */
export const byUrgency = (a: Finding, b: Finding): number =>
  severityRank(b.severity) - severityRank(a.severity) ||
  proofRank(b.proof) - proofRank(a.proof) ||
  compare(a.check, b.check) ||
  compare(a.fingerprint, b.fingerprint);

/** What a file is called bears on what only looks like a secret in it. */
export const judgedByPath = (sighting: Sighting): readonly Sighting[] => {
  const { kind } = sighting.location;
  if (kind === "message" || kind === "config") return sighting.hit.onlyAt === undefined ? [sighting] : [];
  const hit = judgeByPath(sighting.hit, sighting.location.path);
  if (hit === undefined) return [];
  return [hit === sighting.hit ? sighting : { ...sighting, hit }];
};

/** Joins sightings, judged by their paths, of the same secret into findings, most urgent first, and leaves the raw values in the vault. */
export const toFindings = (
  sightings: readonly Sighting[],
  key: string | undefined,
  vault: OpenVault,
  before?: Before,
): readonly Finding[] => {
  const groups = new Map<string, Sighting[]>();
  for (const sighting of sightings) {
    const fingerprint = fingerprintOf(key, sighting.hit.check, sighting.hit.secret);
    vault.keep(fingerprint, sighting.hit.secret);
    const group = groups.get(fingerprint);
    if (group === undefined) groups.set(fingerprint, [sighting]);
    else group.push(sighting);
  }
  return [...groups].map(([fingerprint, group]) => toFinding(fingerprint, group, before)).sort(byUrgency);
};
