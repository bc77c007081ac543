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
import { proveClientKey } from "./client-key.ts";
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
import { proveLogin } from "./login.ts";
import { proveNats } from "./nats.ts";
import { proveOpaqueToken } from "./opaque-token.ts";
import { provePasswordHash } from "./password-hash.ts";
import { provePgpKey } from "./pgp-key.ts";
import { provePrivateKey } from "./private-key.ts";
import type { Prover } from "./prover.ts";
import { provePuttyKey } from "./putty-key.ts";
import { proveRandomText } from "./random-text.ts";
import { proveSalt } from "./salt.ts";
import { proveAuthorizedUser, proveServiceAccount } from "./service-account.ts";
import { proveServiceKey } from "./service-key.ts";
import { proveSharedForm } from "./shared-form.ts";
import { proveChosenSecret, proveSignInCall } from "./sign-in-call.ts";
import { proveStaticToken } from "./static-token.ts";
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
  "client-key": proveClientKey,
  "chosen-secret": proveChosenSecret,
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
  login: proveLogin,
  nats: proveNats,
  "opaque-token": proveOpaqueToken,
  "password-hash": provePasswordHash,
  "pgp-key": provePgpKey,
  "private-key": provePrivateKey,
  "putty-key": provePuttyKey,
  "random-text": proveRandomText,
  "service-account": proveServiceAccount,
  strkey: proveStrkey,
  "supabase-key": proveSupabaseKey,
  salt: proveSalt,
  "shared-form": proveSharedForm,
  "sign-in-call": proveSignInCall,
  "service-key": proveServiceKey,
  "static-token": proveStaticToken,
  "url-password": proveUrlPassword,
  "user-at-host": proveUserAtHost,
  "wireguard-key": proveWireguardKey,
};

/**
 * How many bytes around a region provers read until most candidates are dropped; what stands further away changes nothing of that. What was dropped
 * after reading further is remembered one by one, which costs more.
 */
export const silentNearby: Readonly<Record<string, number>> = {
  assignment: 256,
  "azure-sas": 600,
  "base64-password": 300,
  "connection-string": 400,
  "docker-auth": 600,
  login: 800,
  salt: 256,
  "shared-form": 300,
  "service-account": 3000,
  "service-key": 256,
  "url-password": 16,
};
