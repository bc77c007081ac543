import { createHash } from "node:crypto";
import { toBase32 } from "./based.ts";
import { checked } from "./checked.ts";
import type { Prover } from "./prover.ts";

const coveredLength = 77;
const checksumLength = 8;

/** Eight digits of base32 over the first 77 characters; what follows them is free. Not documented by GitHub: tokens.md. */
export const githubFineGrainedChecksum = (covered: string): string =>
  toBase32(createHash("sha256").update(covered, "latin1").digest()).slice(0, checksumLength);

export const proveGithubFineGrained: Prover = ({ secret, options }) =>
  checked(
    githubFineGrainedChecksum(secret.slice(0, coveredLength)) ===
      secret.slice(coveredLength, coveredLength + checksumLength),
    options,
  );
