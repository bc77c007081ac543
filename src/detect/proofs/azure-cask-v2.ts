import { decodedWrong } from "./checked.ts";
import type { Prover } from "./prover.ts";

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** `B` is 128 bits of sensitive data: characters before the signature, and the zero bits that pad them. */
const sizes: Readonly<Record<string, { readonly length: number; readonly padding: RegExp }>> = {
  B: { length: 24, padding: /[AQgw]AA$/ },
  C: { length: 44, padding: /[AEIMQUYcgkosw048]A$/ },
  D: { length: 64, padding: /$/ },
  E: { length: 88, padding: /[AQgw]AA$/ },
};

const firstYear = 2025;

/** Year, month, day, hour, minute and second, a character each; undefined where one is out of its range. */
const allocated = (stamp: string): string | undefined => {
  const [year, month, day, hour, minute, second] = [...stamp].map((character) => digits.indexOf(character));
  const isTime = month! < 12 && day! < 31 && hour! < 24 && minute! < 60 && second! < 60;
  return isTime
    ? new Date(Date.UTC(firstYear + year!, month!, day! + 1, hour, minute, second)).toISOString()
    : undefined;
};

/**
 * A common annotated key, second form: it has no checksum, but fixed zero bits, its own length and a time.
 * The group `size` is the size character, `provider` the signature, `stamp` the time.
 * Source: github.com/microsoft/cask, docs/CaskSecret.md.
 */
export const proveAzureCaskV2: Prover = ({ secret, groups }) => {
  const size = sizes[groups["size"] ?? ""];
  const at = secret.indexOf("QJJQA");
  const made = allocated((groups["stamp"] ?? "").padEnd(6));
  if (size === undefined || made === undefined || at !== size.length || !size.padding.test(secret.slice(0, at)))
    return decodedWrong;
  return { verdict: "holds", proof: "structural", facts: { service: groups["service"] ?? "", made } };
};
