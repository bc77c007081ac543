import { isTemplate, worthOf } from "../password-worth.ts";
import { entropy } from "../placeholder.ts";
import { decodePrintable } from "./decoded-text.ts";
import { readJwt } from "./jwt.ts";
import type { Prover } from "./prover.ts";
import { publishedBy } from "./published.ts";
import { withNaming } from "./with-naming.ts";

const leastBits = 3;
const shortest = 16;

/** Names joined by dashes, dots or underscores, without a digit among them, are identifiers. */
const isIdentifier = (token: string): boolean =>
  /^[A-Za-z]+(?:[-_. ][A-Za-z]+)*$/.test(token) && !/[a-z][A-Z]{2}|[A-Z][a-z]+[A-Z]{2}/.test(token);

/** SHA-256, cut short, of the tokens that RFC 6749 and RFC 6750 show; documentation repeats them. */
const isInTextbook = publishedBy([
  "6c96130f130ab0d6d158397e24d2bcc1",
  "b8e148545b13c78bc74da2f1a7275dd7",
  "00cf4c781dc37003f7c7dd7d4c9a6ef1",
]);

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
