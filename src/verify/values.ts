import type { Verification } from "../detect/verification.ts";
import type { Finding, Location } from "../finding.ts";
import type { Vault } from "../findings/vault.ts";
import type { Values } from "./request.ts";

/** What fills the placeholders of a request about one finding. */
export interface Known {
  readonly values: Values;
  /** Whether a value from elsewhere in the file may be of another credential. */
  readonly guessed: boolean;
}

/** The halves of a pair stand closer than this. */
const maxLines = 50;

const distance = (a: Location, b: Location): number =>
  a.path === b.path ? Math.abs(a.line - b.line) : Number.POSITIVE_INFINITY;

const nearness = (finding: Finding, other: Finding): number => {
  let nearest = Number.POSITIVE_INFINITY;
  for (const one of finding.locations)
    for (const two of other.locations) nearest = Math.min(nearest, distance(one, two));
  return nearest;
};

/** Findings of a check that stand beside another, nearest first. */
const beside = (finding: Finding, check: string, findings: readonly Finding[]): readonly Finding[] =>
  findings
    .filter((other) => other.check === check)
    .map((other) => ({ other, lines: nearness(finding, other) }))
    .filter(({ lines }) => lines <= maxLines)
    .sort((a, b) => a.lines - b.lines)
    .map(({ other }) => other);

/** Secrets that the vault holds for placeholders that are another finding. */
const otherHalves = (
  finding: Finding,
  wanted: Readonly<Record<string, string>>,
  findings: readonly Finding[],
  vault: Vault,
): Known => {
  const values = new Map<string, string>();
  let guessed = false;
  for (const [name, check] of Object.entries(wanted)) {
    const [nearest, ...others] = beside(finding, check, findings);
    const value = nearest === undefined ? undefined : vault.reveal(nearest.fingerprint);
    if (value !== undefined) values.set(name, value);
    const isPaired = finding.facts[name] !== undefined; // then the nearest is not its half
    if (others.length > 0 || (isPaired && nearest !== undefined)) guessed = true;
  }
  return { values, guessed };
};

const texts = (record: Readonly<Record<string, unknown>>): readonly (readonly [string, string])[] =>
  Object.entries(record).filter((entry): entry is [string, string] => typeof entry[1] === "string");

/** Undefined where the secret is not of the form that can be asked about. */
export const valuesFor = (
  finding: Finding,
  verification: Verification,
  findings: readonly Finding[],
  vault: Vault,
): Known | undefined => {
  const secret = vault.reveal(finding.fingerprint);
  if (secret === undefined) return undefined;
  const parts = new RegExp(verification.parts ?? "").exec(secret);
  if (parts === null) return undefined;
  const { values, guessed } = otherHalves(finding, verification.beside ?? {}, findings, vault);
  return {
    values: new Map([...values, ...texts(finding.facts), ...texts(parts.groups ?? {}), ["secret", secret]]),
    guessed,
  };
};
