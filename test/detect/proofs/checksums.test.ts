import { createHash } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { awsAccount } from "../../../src/detect/proofs/aws-account.ts";
import { base58Length } from "../../../src/detect/proofs/base58-length.ts";
import { fromBase58Check } from "../../../src/detect/proofs/base58check.ts";
import { fromBase32, toBase32 } from "../../../src/detect/proofs/based.ts";
import { isBech32 } from "../../../src/detect/proofs/bech32.ts";
import { bip39Words } from "../../../src/detect/proofs/bip39-words.ts";
import { crc32Base62 } from "../../../src/detect/proofs/crc32-base62.ts";
import { crc32Hex } from "../../../src/detect/proofs/crc32-hex.ts";
import { marvin32 } from "../../../src/detect/proofs/marvin32.ts";
import { crc16 } from "../../../src/detect/proofs/nats.ts";

const hex = (text: string): Buffer => Buffer.from(text, "hex");

describe("checksums agree with published vectors", () => {
  // The 64-bit values of SymCrypt's marvin32 tests, their halves folded by exclusive or.
  test.each([
    ["d53cd9cecd0893b7", "616263", 0x6be02a86],
    ["004fb61a001bdbcc", "", 0x302009bc],
    ["004fb61a001bdbcc", "af", 0x3592e206],
    ["004fb61a001bdbcc", "e70f", 0xfdab5e04],
    ["004fb61a001bdbcc", "37f495", 0x6b3c8b90],
    ["004fb61a001bdbcc", "8642dc59", 0x0e9407be],
    ["004fb61a001bdbcc", "153fb79826", 0x446f25fa],
  ])("Marvin32 with seed %s of %s", (seed, data, sum) => {
    expect(marvin32(hex(data), hex(seed))).toBe(sum);
  });

  test("CRC-32 and CRC-16 of the check string 123456789", () => {
    expect(crc32Hex("123456789", false)).toBe("cbf43926");
    expect(crc32Hex("123456789", true)).toBe("2639f4cb");
    expect(crc16(Buffer.from("123456789"))).toBe(0x31c3);
  });

  test("base62 pads to six digits, most significant first", () => {
    const [value] = ["123456789"].map(crc32Base62);
    const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    expect([...value!].reduce((sum, digit) => sum * 62 + digits.indexOf(digit), 0)).toBe(0xcbf43926);
    expect(crc32Base62("")).toBe("000000");
  });

  test("base32 of RFC 4648, section 10", () => {
    for (const [plain, encoded] of [
      ["f", "MY"],
      ["fo", "MZXQ"],
      ["foobar", "MZXW6YTBOI"],
    ] as const) {
      expect(toBase32(Buffer.from(plain))).toBe(encoded);
      expect(fromBase32(encoded)?.toString()).toBe(plain);
    }
    expect(fromBase32("M1")).toBeUndefined();
  });

  // BIP-173, "Test vectors".
  test("bech32", () => {
    for (const valid of ["A12UEL5L", "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw", "?1ezyfcl"])
      expect(isBech32(valid)).toBe(true);
    for (const invalid of ["A1G7SGD8", "pzry9x0s0muk", "1pzry9x0s0muk", "x1b4n0q5v", "li1dgmt3"])
      expect(isBech32(invalid)).toBe(false);
  });

  test("base58 counts bytes, leading ones as zeros", () => {
    expect(base58Length("2g")).toBe(1);
    expect(base58Length("112g")).toBe(3);
    expect(base58Length("0")).toBeUndefined();
  });

  // Bitcoin wiki, "Base58Check encoding": the address of a public key hash.
  test("base58check", () => {
    const hash = "010966776006953d5567439e5e39f86a0d273bee";
    expect(fromBase58Check("16UwLL9Risc3QfPqBUvKofHmBQ7wMtjvM")?.toString("hex")).toBe(`00${hash}`);
    expect(fromBase58Check("16UwLL9Risc3QfPqBUvKofHmBQ7wMtjvN")).toBeUndefined();
  });

  test("the words of BIP-39 are all there and in order", () => {
    const list = `${bip39Words.join("\n")}\n`;
    expect(createHash("sha256").update(list).digest("hex")).toBe(
      "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda",
    );
  });

  test("the account of an access key id", () => {
    const account = 123_456_789_012;
    const bytes = Buffer.alloc(10);
    bytes.writeUIntBE(account * 2 ** 7, 0, 6);
    expect(awsAccount(`ASIA${toBase32(bytes)}`)).toBe(account);
    bytes[0] = bytes[0]! | 0x80;
    expect(awsAccount(`AKIA${toBase32(bytes)}`)).toBe(account);
    expect(awsAccount(`AKIAI${"A".repeat(15)}`)).toBeUndefined();
  });
});
