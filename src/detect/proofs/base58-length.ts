import { decodedWrong } from "./checked.ts";
import type { Prover } from "./prover.ts";

const digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** How many bytes a base58 text stands for (leading ones are zero bytes); undefined where it is none. */
export const base58Length = (text: string): number | undefined => {
  let value = 0n;
  for (const character of text) {
    const digit = digits.indexOf(character);
    if (digit === -1) return undefined;
    value = value * 58n + BigInt(digit);
  }
  const zeros = /^1*/.exec(text)![0].length;
  return zeros + (value === 0n ? 0 : Math.ceil(value.toString(16).length / 2));
};

/** Option `bytes`: how many it must be. */
export const proveBase58Length: Prover = ({ secret, options }) =>
  base58Length(secret) === Number(options["bytes"]) ? { verdict: "holds", proof: "structural" } : decodedWrong;
