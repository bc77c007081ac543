import { base62, inDigits } from "./based.ts";
import { checked } from "./checked.ts";
import { marvin32 } from "./marvin32.ts";
import type { Evidence, Prover } from "./prover.ts";

const seed = Buffer.from("Default0", "latin1");
const signatureAt = 76;
const checksumAt = 80;
const dateAt = 58;

/** The checksum of a common annotated key over its first 80 characters, in base62. */
export const azureCaskChecksum = (covered: string): string => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(marvin32(Buffer.from(covered, "base64"), seed));
  return inDigits(bytes.readUInt32BE(), base62, 1).padEnd(6, "0");
};

/** The month in which a key was made: years from 2024 and months as letters from A. */
const made = (secret: string): string => {
  const year = 2024 + secret.charCodeAt(dateAt) - 65;
  const month = secret.charCodeAt(dateAt + 1) - 64;
  return `${year}-${String(month).padStart(2, "0")}`;
};

/** Source: github.com/microsoft/security-utilities, LegacyCommonAnnotatedSecurityKey.cs. */
export const proveAzureCask: Prover = ({ secret, options }): Evidence => {
  const evidence = checked(
    azureCaskChecksum(secret.slice(0, checksumAt)).startsWith(secret.slice(checksumAt, checksumAt + 4)),
    options,
  );
  if (evidence.verdict === "silent") return evidence;
  return { ...evidence, facts: { service: secret.slice(signatureAt, checksumAt), made: made(secret) } };
};
