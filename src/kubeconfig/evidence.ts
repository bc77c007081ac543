import type { Facts, Proof } from "../finding.ts";

/** What a credential says of itself, read without a network. */
export interface Evidence {
  readonly proof: Proof;
  /** A sentence that says why the credential cannot work; such a finding is `info`. */
  readonly broken?: string;
  /** Whom the API server takes the bearer for. */
  readonly subject?: string;
  readonly groups: readonly string[];
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  /** A token that by its own words works until somebody deletes it. */
  readonly neverExpires?: boolean;
  /** A service account, for what to do about it. */
  readonly serviceAccount?: { readonly namespace: string; readonly name: string };
  /** The value reads like words somebody made up for a test. */
  readonly madeUp?: boolean;
  /** Further sentences for the reader. */
  readonly notes: readonly string[];
  readonly facts: Facts;
}

/** A date that a certificate or claim gives, or undefined where it is none. */
export const dateFrom = (milliseconds: number): Date | undefined =>
  Number.isFinite(milliseconds) && Math.abs(milliseconds) <= 8.64e15 ? new Date(milliseconds) : undefined;

/** Adds a key only where there is a value: optional fields are absent, not undefined. */
export const optional = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
