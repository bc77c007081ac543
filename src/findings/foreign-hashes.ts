import { createHash } from "node:crypto";
import type { Vault } from "./vault.ts";

const sha1 = (text: string): string => createHash("sha1").update(text, "latin1").digest("hex");

/**
 * The SHA-1 by which detect-secrets knows a secret: of its bytes; of a private key it sees the words of the opening line alone
 * (plugins/private_key.py). Asked only where such a baseline is there; the hashes leave the process no more than the secret does.
 */
export const foreignHashes =
  ({ reveal }: Vault) =>
  (fingerprint: string): readonly string[] => {
    const secret = reveal(fingerprint);
    if (secret === undefined) return [];
    const armour = /^-----(BEGIN [A-Z0-9 ]{1,48}PRIVATE KEY(?: BLOCK)?)-----/.exec(secret)?.[1];
    return armour === undefined ? [sha1(secret)] : [sha1(secret), sha1(armour)];
  };
