import { isDrawnText } from "../generic/drawn.ts";
import { isHarmless } from "../generic/harmless-value.ts";
import { isSurePassword } from "../generic/password.ts";
import { standsWhereSecretsDo } from "../generic/place.ts";
import { isRandomKey } from "../generic/random-key.ts";
import { isRandomText } from "../generic/random-text.ts";
import { surroundingsOf } from "../generic/surroundings.ts";
import { isPlaceholder, partsOf } from "../placeholder.ts";
import type { Prover } from "./prover.ts";

/** The last words of a name whose value is one: `hashSalt`, `AES_IV`, `nonceSalt`, `init_vector`. */
const saltWords = /^(?:salt|salts|nonce|iv|vector|seed|pepper)$/;
const copies = /^(?:\d+|value|val|hex|b64|base64|bytes|str|string|key|default|prod|dev|test|phrase)$/;

const isNameOfSalt = (name: string): boolean => {
  const words = partsOf(name);
  const at = words.findLastIndex((word) => saltWords.test(word));
  return at !== -1 && words.slice(at + 1).every((word) => copies.test(word));
};

const shortest = 8;

/** Contracts and signed data of Ethereum separate by one for all to see (EIP-712, EIP-1014); a keystore's stands beside what it seals. */
const isShown = (value: string, before: string): boolean =>
  /^0x[0-9a-f]{64}$/i.test(value) || /"(?:kdfparams|dklen)"/.test(before);

const isDrawnValue = (value: string): boolean =>
  isRandomText(value) ||
  (!isHarmless(value) &&
    value.length >= shortest &&
    (isRandomKey(value) || isDrawnText(value) || isSurePassword(value)));

/**
 * A salt, a nonce or an initial vector that code holds: no credential by itself, but what makes those that it goes into guessable where it
 * never changes. Low everywhere. Groups: key, sep.
 */
export const proveSalt: Prover = (candidate) => {
  const { secret } = candidate;
  if (isPlaceholder(secret) || !isDrawnValue(secret)) return { verdict: "silent" };
  const around = surroundingsOf(candidate);
  if (!isNameOfSalt(around.name) || !standsWhereSecretsDo(around, () => true)) return { verdict: "silent" };
  if (isShown(secret, around.before)) return { verdict: "silent" };
  return { verdict: "unknown", severity: "low", vetted: true, facts: { name: around.name.slice(0, 80) } };
};
