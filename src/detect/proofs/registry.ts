import { proveAssignment } from "./assignment.ts";
import { proveAwsAccount } from "./aws-account.ts";
import { proveAzureCask } from "./azure-cask.ts";
import { proveAzureCaskV2 } from "./azure-cask-v2.ts";
import { proveAzureDevops } from "./azure-devops.ts";
import { proveAzureIdentifiable } from "./azure-identifiable.ts";
import { proveAzureKey, proveAzureSas } from "./azure-key.ts";
import { proveBase58Length } from "./base58-length.ts";
import { proveBase58Check } from "./base58check.ts";
import { proveBase64Bytes } from "./base64-bytes.ts";
import { proveBase64Json } from "./base64-json.ts";
import { proveBase64Text } from "./base64-text.ts";
import { proveBase64Password, proveBasicAuth, proveDockerAuth } from "./basic-auth.ts";
import { proveBech32 } from "./bech32.ts";
import { proveBip39 } from "./bip39.ts";
import { proveConfluent } from "./confluent.ts";
import { proveConnectionString, proveUserAtHost } from "./connection-string.ts";
import { proveCrc32Base62 } from "./crc32-base62.ts";
import { proveCrc32Hex } from "./crc32-hex.ts";
import { proveEd25519Pair } from "./ed25519-pair.ts";
import { proveEntra } from "./entra.ts";
import { proveEthereumKey } from "./ethereum-key.ts";
import { proveGithubFineGrained } from "./github-fine-grained.ts";
import { proveGitlabRoutable } from "./gitlab-routable.ts";
import { proveGroupFacts } from "./group-facts.ts";
import { proveJwt } from "./jwt.ts";
import { proveNats } from "./nats.ts";
import { proveOpaqueToken } from "./opaque-token.ts";
import { provePgpKey } from "./pgp-key.ts";
import { provePrivateKey } from "./private-key.ts";
import type { Prover } from "./prover.ts";
import { provePuttyKey } from "./putty-key.ts";
import { proveAuthorizedUser, proveServiceAccount } from "./service-account.ts";
import { proveStrkey } from "./strkey.ts";
import { proveSupabaseKey } from "./supabase-key.ts";
import { proveUrlPassword } from "./url-password.ts";
import { proveWireguardKey } from "./wireguard-key.ts";

/** Provers by the name that rules in `patterns/` use. */
export const provers: Readonly<Record<string, Prover>> = {
  assignment: proveAssignment,
  "authorized-user": proveAuthorizedUser,
  "aws-account": proveAwsAccount,
  "azure-cask": proveAzureCask,
  "azure-cask-v2": proveAzureCaskV2,
  "azure-devops": proveAzureDevops,
  "azure-identifiable": proveAzureIdentifiable,
  "azure-key": proveAzureKey,
  "azure-sas": proveAzureSas,
  "base58-length": proveBase58Length,
  base58check: proveBase58Check,
  "base64-bytes": proveBase64Bytes,
  "base64-json": proveBase64Json,
  "base64-password": proveBase64Password,
  "base64-text": proveBase64Text,
  "basic-auth": proveBasicAuth,
  bech32: proveBech32,
  bip39: proveBip39,
  confluent: proveConfluent,
  "connection-string": proveConnectionString,
  "crc32-base62": proveCrc32Base62,
  "crc32-hex": proveCrc32Hex,
  "docker-auth": proveDockerAuth,
  "ed25519-pair": proveEd25519Pair,
  entra: proveEntra,
  "ethereum-key": proveEthereumKey,
  "github-fine-grained": proveGithubFineGrained,
  "gitlab-routable": proveGitlabRoutable,
  "group-facts": proveGroupFacts,
  jwt: proveJwt,
  nats: proveNats,
  "opaque-token": proveOpaqueToken,
  "pgp-key": provePgpKey,
  "private-key": provePrivateKey,
  "putty-key": provePuttyKey,
  "service-account": proveServiceAccount,
  strkey: proveStrkey,
  "supabase-key": proveSupabaseKey,
  "url-password": proveUrlPassword,
  "user-at-host": proveUserAtHost,
  "wireguard-key": proveWireguardKey,
};

/**
 * Provers that fall silent by what stands nearby, and how many bytes around a region they read until then: what they drop stays dropped whatever
 * stands further away. They drop so much that remembering it would cost more than the scan.
 */
export const silentNearby: Readonly<Record<string, number>> = { assignment: 256 };
