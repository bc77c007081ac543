import { proveAssignment } from "./assignment.ts";
import { proveAzureKey, proveAzureSas } from "./azure-key.ts";
import { proveBase64Password, proveBasicAuth, proveDockerAuth } from "./basic-auth.ts";
import { proveConnectionString, proveUserAtHost } from "./connection-string.ts";
import { proveCrc32Base62 } from "./crc32-base62.ts";
import { proveJwt } from "./jwt.ts";
import { proveOpaqueToken } from "./opaque-token.ts";
import { provePgpKey } from "./pgp-key.ts";
import { provePrivateKey } from "./private-key.ts";
import type { Prover } from "./prover.ts";
import { provePuttyKey } from "./putty-key.ts";
import { proveAuthorizedUser, proveServiceAccount } from "./service-account.ts";
import { proveUrlPassword } from "./url-password.ts";

/** Provers by the name that rules in `patterns/` use. */
export const provers: Readonly<Record<string, Prover>> = {
  assignment: proveAssignment,
  "authorized-user": proveAuthorizedUser,
  "azure-key": proveAzureKey,
  "azure-sas": proveAzureSas,
  "base64-password": proveBase64Password,
  "basic-auth": proveBasicAuth,
  "connection-string": proveConnectionString,
  "crc32-base62": proveCrc32Base62,
  "docker-auth": proveDockerAuth,
  jwt: proveJwt,
  "opaque-token": proveOpaqueToken,
  "pgp-key": provePgpKey,
  "private-key": provePrivateKey,
  "putty-key": provePuttyKey,
  "service-account": proveServiceAccount,
  "url-password": proveUrlPassword,
  "user-at-host": proveUserAtHost,
};
