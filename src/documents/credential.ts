import { isTemplate, worthOf } from "../detect/password-worth.ts";
import { isPlaceholder } from "../detect/placeholder.ts";
import { judgeAccess } from "../detect/proofs/access-evidence.ts";
import { type Match, type Rule, ranks } from "../detect/rule.ts";
import { readable, type Scalar } from "../detect/structure/text.ts";
import type { Facts, Severity } from "../finding.ts";

/** What a kind of file carries, and what to do about it. */
export type Check = Pick<Rule, "id" | "provider" | "title" | "severity" | "opens" | "remediation">;

/** Optional facts of a place; those that are absent or empty are left out, the rest is cut and cleaned for a reader. */
export type Place = Readonly<Record<string, string | number | boolean | undefined>>;

const longestFact = 200;

export const factsOf = (place: Place): Facts =>
  Object.fromEntries(
    Object.entries(place).flatMap(([name, value]) => {
      if (value === undefined || value === "") return [];
      return [[name, typeof value === "string" ? readable(value, longestFact) : value]];
    }),
  );

export interface Weight {
  readonly severity?: Severity;
  readonly proof?: Match["proof"];
  readonly detail?: string;
  readonly rank?: number;
}

const keyPathSentence = ({ keyPath }: Place): string =>
  typeof keyPath === "string" ? `It stands at ${readable(keyPath, longestFact)}.` : "";

/** A credential at its place, without any judgement of its value. */
export const matchOf = (check: Check, scalar: Scalar, place: Place, weight: Weight = {}): Match => ({
  check: check.id,
  provider: check.provider,
  title: check.title,
  severity: weight.severity ?? check.severity,
  proof: weight.proof ?? "contextual",
  detail: [check.opens, keyPathSentence(place), weight.detail].filter(Boolean).join(" "),
  remediation: check.remediation,
  facts: { provider: check.provider, ...factsOf(place) },
  secret: scalar.value,
  start: scalar.start,
  end: scalar.end,
  rank: weight.rank ?? ranks.document,
});

/** Sealed by a tool whose key stands elsewhere: SOPS, Ansible, Jasypt, Maven, Rails, age, Azure Key Vault references. */
const sealed =
  /^(?:ENC\[|ENC\(|\$ANSIBLE_VAULT|!vault|\{[A-Za-z0-9+/=]{16,}\}$|-----BEGIN AGE|age-encryption\.org|AgA[A-Za-z0-9+/]{100,}|vault:v\d+:|op:\/\/|vault:|ref\+|arn:aws:|projects\/|@Microsoft\.KeyVault|\{cipher\}|AQICAH|\/(?:run|var|etc)\/)/;

/** Whether a value is left open, blotted out, encrypted or a reference: nobody's secret as it stands. */
export const isSilent = (value: string): boolean => {
  const text = value.trim();
  return text === "" || sealed.test(text) || isTemplate(text);
};

/** A password with what its file says of who uses it and where; undefined where it is none. */
export const passwordMatch = (check: Check, scalar: Scalar, place: Place, rank?: number): Match | undefined => {
  if (isSilent(scalar.value)) return undefined;
  const { user, host, ...rest } = place;
  const evidence = judgeAccess({
    user: user === undefined ? undefined : String(user),
    host: host === undefined ? undefined : String(host),
    password: scalar.value,
  });
  if (evidence.verdict !== "holds") return undefined;
  const { severity, proof, detail, facts } = evidence;
  return {
    ...matchOf(check, scalar, rest, {
      ...(severity === undefined ? {} : { severity: capped(severity, check.severity) }),
      ...(proof === undefined ? {} : { proof }),
      ...(detail === undefined ? {} : { detail }),
      ...(rank === undefined ? {} : { rank }),
    }),
    facts: { provider: check.provider, ...factsOf(rest), ...facts },
  };
};

/** `judgeAccess` speaks of passwords, of which the best is `high`; a check may say more or less of what it guards. */
const capped = (severity: Severity, of: Severity): Severity => (severity === "high" ? of : severity);

/** A token or key made by a machine: words and fillers are none. */
export const keyMatch = (check: Check, scalar: Scalar, place: Place, weight: Weight = {}): Match | undefined => {
  const { value } = scalar;
  if (isSilent(value) || isPlaceholder(value) || worthOf(value) !== "strong") return undefined;
  return matchOf(check, scalar, place, { proof: "structural", ...weight });
};

export const present = <T>(values: readonly (T | undefined)[]): readonly T[] =>
  values.filter((value): value is T => value !== undefined);
