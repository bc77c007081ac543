import { isTemplate, worthOf } from "../password-worth.ts";
import { entropy } from "../placeholder.ts";
import { readJwt } from "./jwt.ts";
import type { Prover } from "./prover.ts";

const leastBits = 3;
const shortest = 16;

/** Names joined by dashes, dots or underscores, without a digit among them, are identifiers. */
const isIdentifier = (token: string): boolean =>
  /^[A-Za-z]+(?:[-_. ][A-Za-z]+)*$/.test(token) && !/[a-z][A-Z]{2}|[A-Z][a-z]+[A-Z]{2}/.test(token);

/** A token of no known format where one belongs: it must look drawn at random. JSON Web Tokens have a rule of their own. */
export const proveOpaqueToken: Prover = ({ secret }) => {
  if (isTemplate(secret) || readJwt(secret) !== undefined || secret.length < shortest) return { verdict: "silent" };
  if (worthOf(secret) !== "strong" || isIdentifier(secret) || !/\d/.test(secret) || entropy(secret) < leastBits)
    return { verdict: "silent" };
  return { verdict: "unknown" };
};
