import { proveAssignment } from "./assignment.ts";
import { proveCrc32Base62 } from "./crc32-base62.ts";
import type { Prover } from "./prover.ts";

/** Provers by the name that rules in `patterns/` use. */
export const provers: Readonly<Record<string, Prover>> = {
  assignment: proveAssignment,
  "crc32-base62": proveCrc32Base62,
};
