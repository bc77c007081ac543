import { proveCrc32Base62 } from "./crc32-base62.ts";
import { proveJwt } from "./jwt.ts";
import { provePgpKey } from "./pgp-key.ts";
import { provePrivateKey } from "./private-key.ts";
import type { Prover } from "./prover.ts";
import { provePuttyKey } from "./putty-key.ts";

/** Provers by the name that rules in `patterns/` use. */
export const provers: Readonly<Record<string, Prover>> = {
  "crc32-base62": proveCrc32Base62,
  jwt: proveJwt,
  "pgp-key": provePgpKey,
  "private-key": provePrivateKey,
  "putty-key": provePuttyKey,
};
