import { createHash, type KeyObject, sign } from "node:crypto";

/** DER (ITU-T X.690): a tag, a length, the content. */
const der = (tag: number, ...contents: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};

const sequence = (...contents: readonly Uint8Array[]): Buffer => der(0x30, ...contents);
const objectId = (hex: string): Buffer => der(0x06, Buffer.from(hex, "hex"));
const text = (value: string): Buffer => der(0x0c, Buffer.from(value));
const time = (date: Date): Buffer =>
  der(0x18, Buffer.from(`${date.toISOString().slice(0, 19).replaceAll(/[-T:]/g, "")}Z`));

const commonName = "550403";
const organization = "55040a";
const ecdsaWithSha256 = sequence(objectId("2a8648ce3d040302"));

const attribute = (id: string, value: string): Buffer => der(0x31, sequence(objectId(id), text(value)));

/** What a client certificate says. */
export interface CertificateSubject {
  readonly name: string;
  readonly groups?: readonly string[];
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly issuer?: string;
}

/** A self-signed certificate in PEM (RFC 5280) for an EC key. */
export const certificatePem = (key: KeyObject, subject: CertificateSubject): string => {
  const { name, groups = [], issuer = "kubernetes" } = subject;
  const { notBefore = new Date("2020-01-01T00:00:00Z"), notAfter = new Date("2030-01-01T00:00:00Z") } = subject;
  const { x, y } = key.export({ format: "jwk" });
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x!, "base64url"), Buffer.from(y!, "base64url")]);
  const publicKey = sequence(
    sequence(objectId("2a8648ce3d0201"), objectId("2a8648ce3d030107")),
    der(0x03, Buffer.from([0]), point),
  );
  const serial = createHash("sha256").update(point).digest().subarray(0, 8);
  serial[0] = (serial[0]! & 0x3f) | 0x40; // positive, and no leading zero, which DER forbids
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    ecdsaWithSha256,
    sequence(attribute(commonName, issuer)),
    sequence(time(notBefore), time(notAfter)),
    sequence(...groups.map((group) => attribute(organization, group)), attribute(commonName, name)),
    publicKey,
  );
  const signed = sequence(body, ecdsaWithSha256, der(0x03, Buffer.from([0]), sign("sha256", body, key)));
  const lines = signed.toString("base64").match(/.{1,64}/g)!;
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
};
