import { proveAwsAccount } from "./aws-account.ts";
import { proveAzureCask } from "./azure-cask.ts";
import { proveAzureDevops } from "./azure-devops.ts";
import { proveAzureIdentifiable } from "./azure-identifiable.ts";
import { proveBase58Length } from "./base58-length.ts";
import { proveBase64Bytes } from "./base64-bytes.ts";
import { proveBase64Json } from "./base64-json.ts";
import { proveBase64Text } from "./base64-text.ts";
import { proveBech32 } from "./bech32.ts";
import { proveConfluent } from "./confluent.ts";
import { proveCrc32Base62 } from "./crc32-base62.ts";
import { proveCrc32Hex } from "./crc32-hex.ts";
import { proveEntra } from "./entra.ts";
import { proveGithubFineGrained } from "./github-fine-grained.ts";
import { proveGitlabRoutable } from "./gitlab-routable.ts";
import { proveGroupFacts } from "./group-facts.ts";
import { proveNats } from "./nats.ts";
import type { Prover } from "./prover.ts";

/** Provers by the name that rules in `patterns/` use. */
export const provers: Readonly<Record<string, Prover>> = {
  "aws-account": proveAwsAccount,
  "azure-cask": proveAzureCask,
  "azure-devops": proveAzureDevops,
  "azure-identifiable": proveAzureIdentifiable,
  "base58-length": proveBase58Length,
  "base64-bytes": proveBase64Bytes,
  "base64-json": proveBase64Json,
  "base64-text": proveBase64Text,
  bech32: proveBech32,
  confluent: proveConfluent,
  "crc32-base62": proveCrc32Base62,
  "crc32-hex": proveCrc32Hex,
  entra: proveEntra,
  "github-fine-grained": proveGithubFineGrained,
  "gitlab-routable": proveGitlabRoutable,
  "group-facts": proveGroupFacts,
  nats: proveNats,
};
