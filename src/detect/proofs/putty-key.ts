import { createHash, createHmac } from "node:crypto";
import type { Prover } from "./prover.ts";
import { sshFingerprint, wireReader, wireString } from "./ssh-wire.ts";

const line = (name: string): RegExp => new RegExp(`(?:^|\\n)${name}: ?([^\\n]{0,300})`);

const lines = (text: string, name: string): Buffer | undefined => {
  const found = new RegExp(`(?:^|\\n)${name}-Lines: (\\d{1,4})\\n`).exec(text);
  if (found === null) return undefined;
  const body = text.slice(found.index + found[0].length).split("\n", Number(found[1]));
  return Buffer.from(body.join(""), "base64");
};

/** Whether the file's own MAC fits; only a key without a passphrase can tell (PuTTY manual, appendix C). */
const macHolds = (version: string, parts: readonly (string | Buffer)[], mac: string): boolean => {
  const signed = Buffer.concat(parts.map(wireString));
  const expected =
    version === "3"
      ? createHmac("sha256", "").update(signed)
      : createHmac("sha1", createHash("sha1").update("putty-private-key-file-mac-key").digest()).update(signed);
  return expected.digest("hex") === mac.toLowerCase();
};

/** Reads a PuTTY .ppk file of version 2 or 3. */
export const provePuttyKey: Prover = ({ secret }) => {
  const text = secret.replaceAll("\r", "");
  const opening = /^PuTTY-User-Key-File-([23]): ([\w-]{3,40})\n/.exec(text);
  const [publicHalf, privateHalf] = [lines(text, "Public"), lines(text, "Private")];
  if (opening === null || publicHalf === undefined || privateHalf === undefined) return { verdict: "silent" };
  const [, version, type] = opening as unknown as [string, string, string];
  const read = (name: string) => line(name).exec(text)?.[1] ?? "";
  if (wireReader(publicHalf).text() !== type || privateHalf.length < 16)
    return { verdict: "fails", detail: "It does not decode to a key: an example, or a damaged copy." };
  const [cipher, comment, mac] = [read("Encryption"), read("Comment"), read("Private-MAC")];
  const encrypted = cipher !== "none";
  const facts = {
    container: `PuTTY version ${version}`,
    keyType: type,
    encrypted,
    ...(encrypted ? { cipher: cipher.slice(0, 40) } : {}),
    publicKeyFingerprint: sshFingerprint(publicHalf),
  };
  if (encrypted)
    return {
      verdict: "holds",
      vetted: true,
      proof: "structural",
      severity: "medium",
      detail: "It is encrypted: as safe as its passphrase, which can be tried without limit.",
      facts,
    };
  const parts = [type, cipher, Buffer.from(comment, "latin1"), publicHalf, privateHalf];
  return macHolds(version, parts, mac)
    ? { verdict: "holds", vetted: true, detail: "It decodes, and its own checksum holds.", facts }
    : { verdict: "fails", detail: "Its own checksum does not hold: a made-up or damaged copy.", facts, vetted: true };
};
