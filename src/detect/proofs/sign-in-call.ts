import { isHarmlessPassword } from "../generic/harmless-value.ts";
import { isSurePassword, passwordSeverity } from "../generic/password.ts";
import { isRandomKey } from "../generic/random-key.ts";
import { isRandomText } from "../generic/random-text.ts";
import { isPasswordPlaceholder, isPlaceholder } from "../placeholder.ts";
import { judgeAccess } from "./access-evidence.ts";
import type { Prover } from "./prover.ts";

const literal = /^["'](.*)["']$/;

/** Calls that take other texts in pairs too: two names of a person, a strategy and where it leads. */
const takesOthers = /(?:user|put|authenticate|\bauth|provider|(?<!password\w{0,16})token|connect|authenticator)$/i;

/** Calls whose texts are for people. */
const asks = /prompt|\bask|show|alert|message|dialog|confirm$/i;

/** A password in a call that takes a user and it. Groups: callee, user (a literal with its quotes, or an expression), secret. */
export const proveSignInCall: Prover = ({ secret, groups }) => {
  if (isHarmlessPassword(secret, true) || isPasswordPlaceholder(secret)) return { verdict: "silent" };
  if (asks.test(groups["callee"] ?? "")) return { verdict: "silent" };
  const isLoose = takesOthers.test(groups["callee"] ?? "") || !literal.test(groups["user"] ?? "");
  if (isLoose && !isSurePassword(secret)) return { verdict: "silent" };
  const severity = passwordSeverity(secret, true);
  if (severity === undefined) return { verdict: "silent" };
  const evidence = judgeAccess({ user: literal.exec(groups["user"] ?? "")?.[1], password: secret, host: undefined });
  return evidence.verdict === "holds" ? { ...evidence, severity } : { verdict: "silent" };
};

/**
 * A literal where a call takes the secret that it signs or encrypts with: drawn at random, or chosen like a password. Option `only: sure`: where
 * other texts stand too, nothing that looks like a name or a word.
 */
export const proveChosenSecret: Prover = ({ secret, options }) => {
  if (isPlaceholder(secret) || (options["only"] === "sure" && !isSurePassword(secret))) return { verdict: "silent" };
  if (isRandomKey(secret) || isRandomText(secret)) return { verdict: "unknown", severity: "medium" };
  const chosen = isHarmlessPassword(secret, true) ? undefined : passwordSeverity(secret, true);
  return chosen === undefined ? { verdict: "silent" } : { verdict: "unknown", severity: chosen };
};
