import { fromBase58 } from "./base58check.ts";
import { decodedWrong } from "./checked.ts";
import type { Prover } from "./prover.ts";

/** How many bytes a base58 text stands for (leading ones are zero bytes); undefined where it is none. */
export const base58Length = (text: string): number | undefined => fromBase58(text)?.length;

/** Option `bytes`: how many it must be. */
export const proveBase58Length: Prover = ({ secret, options }) =>
  base58Length(secret) === Number(options["bytes"]) ? { verdict: "holds", proof: "structural" } : decodedWrong;
