import { isHarmless } from "../../detect/generic/harmless-value.ts";
import { worthOf } from "../../detect/password-worth.ts";
import { isPlaceholder } from "../../detect/placeholder.ts";
import { randomness } from "../../detect/randomness.ts";
import type { Match } from "../../detect/rule.ts";
import type { Scalar, Text } from "../../detect/structure/text.ts";
import { type Check, isSilent, matchOf, type Place, passwordMatch, present, type Weight } from "../credential.ts";
import { decodedText, scalarIn } from "../decoded.ts";
import { dockerCredentials, legacyDockerCredentials } from "../docker-config.ts";
import { kindOfName } from "../secret-name.ts";
import { bootstrapToken } from "./bootstrap-token.ts";
import type { Entry, Secret } from "./secret.ts";

export const secretCheck: Check = {
  id: "secrets/kubernetes-secret",
  provider: "kubernetes",
  title: "Value of a Kubernetes Secret",
  severity: "high",
  opens: "Gives whoever reads the manifest what the Secret was to keep: base64 is no encryption.",
  remediation:
    "Change the value where it is used, and keep it out of the manifest: seal it (SealedSecret, SOPS) or let the cluster fetch it (External Secrets).",
};

/** A value as it reads, placed at the characters that say it. */
interface Reading {
  readonly text: Text;
  readonly whole: Scalar;
  readonly encoded: boolean;
}

const plain = (scalar: Scalar): Reading => ({
  text: { text: scalar.value, at: (index) => Math.min(scalar.start + index, scalar.end) },
  whole: scalar,
  encoded: false,
});

const readingOf = (content: Buffer, entry: Entry): Reading | undefined => {
  const { scalar, encoded } = entry;
  if (isSilent(scalar.value)) return undefined;
  if (!encoded) return plain(scalar);
  const text = decodedText(content, scalar);
  return text === undefined ? undefined : { text, whole: { ...scalar, value: text.text.trim() }, encoded: true };
};

/** As random as a key of sixteen characters, and more than names are. */
const isRandom = (value: string): boolean =>
  value.length >= 12 && /\d/.test(value) && randomness(value) >= Math.max(14, 0.75 * value.length);

const keyWeight = (value: string): Weight | undefined => {
  if (isPlaceholder(value)) return undefined;
  const worth = worthOf(value);
  if (worth === "template" || worth === "filler") return undefined;
  return worth === "strong" ? { proof: "structural" } : { severity: "medium" };
};

/** What a value of one line is worth by its key. */
const judged = (key: string, scalar: Scalar, place: Place): Match | undefined => {
  const kind = kindOfName(key);
  const { user, host, ...rest } = place;
  if (kind === "harmless") return undefined;
  if (kind === "password") return passwordMatch(secretCheck, scalar, place);
  if (kind === "other" && (isHarmless(scalar.value) || !isRandom(scalar.value))) return undefined;
  const weight = keyWeight(scalar.value);
  return weight && matchOf(secretCheck, scalar, rest, kind === "other" ? { severity: "medium" } : weight);
};

const privateKey = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[A-Za-z0-9+/=\s]{40}/;

/** Lines of a file within a value that give a name a value: .env, properties, INI, YAML. */
const assignment =
  /^[ \t]{0,40}(?:export )?["']?([A-Za-z][\w.-]{0,60})["']?[ \t]{0,4}[:=][ \t]{0,4}["']?([^\s"'#,]{4,256})["']?,?[ \t]*\r?$/gm;
const maxAssignments = 300;

const insideFile = (text: Text, place: Place): readonly Match[] => {
  const found: (Match | undefined)[] = [];
  for (const line of text.text.matchAll(assignment)) {
    if (found.length >= maxAssignments) break;
    const [whole, key, value] = line as unknown as [string, string, string];
    if (kindOfName(key) === "other") continue;
    const start = line.index + whole.lastIndexOf(value);
    found.push(judged(key, scalarIn(text, start, start + value.length), { ...place, name: key }));
  }
  return present(found);
};

const ofText = ({ text, whole, encoded }: Reading, key: string, place: Place): readonly Match[] => {
  if (privateKey.test(text.text))
    return [matchOf(secretCheck, whole, place, { severity: "critical", proof: "structural" })];
  if (!/[\r\n]/.test(whole.value)) return present([judged(key, whole, place)]);
  return encoded ? insideFile(text, place) : [];
};

const placeOf = (secret: Secret, entry: Entry, encoded: boolean): Place => ({
  namespace: secret.namespace,
  secretName: secret.name,
  secretType: secret.type,
  keyPath: entry.path,
  ...(encoded ? { encoding: "base64" } : {}),
});

const textOfEntry = (content: Buffer, secret: Secret, ...keys: readonly string[]): string | undefined => {
  const entry = secret.entries.find(({ key }) => keys.includes(key.toLowerCase()));
  return entry && readingOf(content, entry)?.text.text.trim();
};

const entryMatches = (content: Buffer, secret: Secret, entry: Entry, sign: Place): readonly Match[] => {
  const reading = readingOf(content, entry);
  if (reading === undefined) return [];
  const place = placeOf(secret, entry, reading.encoded);
  if (entry.key === ".dockerconfigjson" || entry.key === "config.json") {
    const found = dockerCredentials(reading.text, place, entry.path);
    if (found.length > 0) return found;
  }
  if (entry.key === ".dockercfg") return legacyDockerCredentials(reading.text, place, entry.path);
  return ofText(reading, entry.key, { ...place, ...sign });
};

/** One match for each credential of a Secret. */
export const secretMatches = (content: Buffer, secret: Secret): readonly Match[] => {
  const bootstrap = bootstrapToken(secret, (key) => {
    const entry = secret.entries.find((one) => one.key === key);
    const reading = entry && readingOf(content, entry);
    return entry && reading && { scalar: reading.whole, path: entry.path };
  });
  if (bootstrap !== undefined) return bootstrap;
  const sign = {
    user: textOfEntry(content, secret, "username", "user", "login", "db_user", "db-user"),
    host: textOfEntry(content, secret, "host", "hostname", "server", "db_host", "db-host"),
  };
  return secret.entries.flatMap((entry) => entryMatches(content, secret, entry, sign));
};
