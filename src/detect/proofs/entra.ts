import { inDigits } from "./based.ts";
import { checked } from "./checked.ts";
import { marvin32 } from "./marvin32.ts";
import type { Prover } from "./prover.ts";

const digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~";
const seed = Buffer.from("AadPwd00", "latin1");
const width = 3;

/** The first three of six digits of Marvin32 in the alphabet of client secrets. */
export const entraChecksum = (covered: string): string =>
  inDigits(marvin32(Buffer.from(covered, "latin1"), seed), digits, 6).slice(0, width);

/** Secrets marked `8Q~` carry a checksum, the older `7Q~` none. Source: microsoft/security-utilities, IdentifiableMetadata.cs. */
export const proveEntra: Prover = ({ secret, options }) =>
  secret.slice(3, 6) === "8Q~"
    ? checked(entraChecksum(secret.slice(0, -width)) === secret.slice(-width), options)
    : { verdict: "unknown" };
