import { isInExample } from "../generic/example-text.ts";
import { lineBefore } from "../view.ts";
import type { Prover } from "./prover.ts";
import { publishedBy } from "./published.ts";

/** The order of secp256k1: SEC 2, section 2.4.1. */
const order = 0xffffffff_ffffffff_ffffffff_fffffffe_baaedce6_af48a03b_bfd25e8c_d0364141n;

/** SHA-256, cut short, of the first development accounts of Hardhat, Foundry and Ganache, which everybody has. */
const isDevelopmentKey = publishedBy(
  (
    "bc1a50966c9e 8335c5533482 b26ab6529d20 64034b44c579 4d3e46eec824 0aedba9d586f 28e543d3753f f070994a8599 " +
    "38e69fdd19ae 967f21586cdf 0b33e0132123 84bc109b3d59 85bde548053a f1513114f60e 5330d388af89 a2e06155cb1a " +
    "4a67d7a0d8a1 b08bdfde9930 cf1fc66f8531 100546a8b020 578592185588 30e55f5463e2 70b801afae94 0bc9fde2b028 " +
    "f51c2c795f78 6dea34b66114 faeb1dab5a32 196fbadca8b7 ecd5e9d0b08a 3fd5610ee03a"
  ).split(" "),
);

/** Fewer different digits than random keys have: zeros with a number at the end, one digit over and over. */
const leastDigits = 8;

/** A private key of Ethereum and its like: 64 hexadecimal digits, a number below the order of the curve. */
export const proveEthereumKey: Prover = ({ secret, content, start }) => {
  const hex = secret.toLowerCase().replace(/^0x/, "");
  if (!/^[0-9a-f]{64}$/.test(hex) || new Set(hex).size < leastDigits) return { verdict: "silent" };
  const value = BigInt(`0x${hex}`);
  if (value === 0n || value >= order) return { verdict: "silent" };
  if (isDevelopmentKey(hex))
    return { verdict: "fails", detail: "It is an account of development chains, which everybody has." };
  return isInExample(content, start, lineBefore(content, start))
    ? { verdict: "unknown", severity: "low" }
    : { verdict: "unknown" };
};
