import { checked } from "./checked.ts";
import type { Prover } from "./prover.ts";

const digits = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

const polymod = (values: readonly number[]): number => {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    generator.forEach((term, bit) => {
      if ((top >> bit) & 1) sum ^= term;
    });
  }
  return sum >>> 0;
};

const codes = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0));

/** Whether a text is valid bech32 of any length: BIP-173, section "Checksum". */
export const isBech32 = (text: string): boolean => {
  const lower = text.toLowerCase();
  const separator = lower.lastIndexOf("1");
  const name = codes(lower.slice(0, Math.max(0, separator)));
  const data = [...lower.slice(separator + 1)].map((character) => digits.indexOf(character));
  if (separator < 1 || data.length < 6 || data.includes(-1)) return false;
  return polymod([...name.map((code) => code >> 5), 0, ...name.map((code) => code & 31), ...data]) === 1;
};

export const proveBech32: Prover = ({ secret, options }) => checked(isBech32(secret), options);
