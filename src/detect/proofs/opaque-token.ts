import { isTemplate, worthOf } from "../password-worth.ts";
import { entropy } from "../placeholder.ts";
import { decodePrintable } from "./decoded-text.ts";
import { readJwt } from "./jwt.ts";
import type { Prover } from "./prover.ts";
import { isInTextbook } from "./published.ts";
import { withNaming } from "./with-naming.ts";

const leastBits = 3;
const shortest = 16;

/** Names joined by dashes, dots or underscores, without a digit among them, are identifiers. */
const isIdentifier = (token: string): boolean =>
  /^[a-z]\w{0,20}(?:\.[a-z_]{1,40})+$/.test(token) ||
  (/^[A-Za-z]+(?:[-_. ][A-Za-z]+)*$/.test(token) && !/[a-z][A-Z]{2}|[A-Z][a-z]+[A-Z]{2}/.test(token));

const isTextbook = (token: string): boolean =>
  isInTextbook(token) || /\b(?:this is|example|token|dummy|fake|foo|test)\b/i.test(decodePrintable(token) ?? "");

/**
 * A token of no known format where one belongs: it must look drawn at random. JSON Web Tokens have a rule of their own.
 * Option `names`: what a finding of the service that the request goes to is called, such as `token`.
 */
export const proveOpaqueToken: Prover = (candidate) => {
  const { secret } = candidate;
  if (isTemplate(secret) || readJwt(secret) !== undefined || secret.length < shortest) return { verdict: "silent" };
  if (
    worthOf(secret) !== "strong" ||
    isIdentifier(secret) ||
    !/\d/.test(secret) ||
    isTextbook(secret) ||
    entropy(secret) < leastBits
  )
    return { verdict: "silent" };
  return withNaming({ verdict: "unknown" }, candidate);
};
