import { createHmac } from "node:crypto";

/** Without a key of an organisation and without a root commit, fingerprints still differ from plain hashes. */
const constantKey = "tidewaiter fingerprint, version 1";

/** Digits of a fingerprint: 128 bits. */
const digits = 32;

/**
 * The stable name of a finding: HMAC-SHA-256 of the check and the secret (or the check and its subject), so that it
 * survives rebase, rename and reformat, and a reader of reports cannot try passwords against it.
 */
export const fingerprintOf = (key: string | undefined, check: string, subject: string): string =>
  createHmac("sha256", key ?? constantKey)
    .update(`${check}\0`)
    .update(subject, "latin1")
    .digest("hex")
    .slice(0, digits);
