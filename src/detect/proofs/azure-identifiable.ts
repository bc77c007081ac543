import { checked } from "./checked.ts";
import { marvin32 } from "./marvin32.ts";
import type { Prover } from "./prover.ts";

/** What a key of a kind is for, by the seed of its checksum, where a service has keys of several kinds. */
const roles: Readonly<Record<string, string>> = {
  MastRW00: "read and write",
  MastRO00: "read only",
  Master00: "all functions and administration",
  System00: "system",
  Functi00: "one function or the host",
  PAdmin00: "administration",
  Query000: "queries",
  Send0000: "send",
  Manage00: "manage",
  Listen00: "listen",
};

/**
 * Base64 whose last four bytes are Marvin32 of the others, least significant byte first. Option `seeds`: the seeds that
 * the service uses, comma-separated. Source: github.com/microsoft/security-utilities, IdentifiableMetadata.cs.
 */
export const proveAzureIdentifiable: Prover = ({ secret, options }) => {
  const bytes = Buffer.from(secret, "base64");
  if (bytes.length < 5) return checked(false);
  const sum = bytes.readUInt32LE(bytes.length - 4);
  const seed = String(options["seeds"])
    .split(",")
    .find((candidate) => marvin32(bytes.subarray(0, -4), Buffer.from(candidate, "latin1")) === sum);
  const evidence = checked(seed !== undefined, options);
  const role = roles[seed ?? ""];
  return evidence.verdict === "holds" && role !== undefined ? { ...evidence, facts: { rights: role } } : evidence;
};
