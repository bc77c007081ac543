import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { readable } from "../detect/structure/text.ts";
import { dateFrom, type Evidence, optional } from "./evidence.ts";

/** Base64 of keys and certificates longer than this is not decoded; the largest RSA keys in use are a tenth of it. */
const maxEncoded = 96 << 10;

/** A shorter value is no key: the shortest, of an EC key in PKCS #8, has over 200 characters. */
const minEncoded = 64;

/** More groups of one certificate are left out of the report. */
const maxGroups = 20;

const pemOf = (value: string): string | undefined => {
  if (value.includes("-----BEGIN ")) return value.length > maxEncoded ? undefined : withLines(value);
  const compact = value.replaceAll(/\s+/g, "");
  if (compact.length > maxEncoded || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(compact)) return undefined;
  const decoded = Buffer.from(compact, "base64").toString("latin1");
  return decoded.includes("-----BEGIN ") ? decoded : undefined;
};

/** A key pasted into YAML as it is has lost its line ends, which OpenSSL wants back. */
const withLines = (pem: string): string => {
  const parts = /-----BEGIN ([A-Z ]{1,40})-----([A-Za-z0-9+/=\s]*)-----END \1-----/.exec(pem);
  if (parts === null) return pem;
  const lines = parts[2]!.replaceAll(/\s+/g, "").match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${parts[1]}-----`, ...lines, `-----END ${parts[1]}-----`, ""].join("\n");
};

const parseKey = (pem: string): KeyObject | undefined => {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
};

const parseCertificate = (value: string | undefined): X509Certificate | undefined => {
  const pem = value === undefined ? undefined : pemOf(value);
  if (pem === undefined || pem.length > maxEncoded) return undefined;
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
};

/** Kubernetes takes the user from CN and the groups from each O (kubernetes.io, "Authenticating", X.509 client certificates). */
const identityOf = (certificate: X509Certificate) => {
  const subject = (certificate.toLegacyObject().subject ?? {}) as unknown as Record<
    string,
    string | string[] | undefined
  >;
  const issuer = (certificate.toLegacyObject().issuer ?? {}) as unknown as Record<
    string,
    string | string[] | undefined
  >;
  const values = (field: string | string[] | undefined): readonly string[] =>
    (field === undefined ? [] : [field].flat())
      .slice(0, maxGroups)
      .map((name) => readable(Buffer.from(name).toString("latin1")));
  return { name: values(subject["CN"]).at(-1), groups: values(subject["O"]), issuer: values(issuer["CN"])[0] };
};

const certificateEvidence = (certificate: X509Certificate, key: KeyObject): Evidence => {
  const { name, groups, issuer } = identityOf(certificate);
  let matches = false;
  try {
    matches = certificate.checkPrivateKey(key);
  } catch {
    // a key of a kind that OpenSSL cannot compare
  }
  return {
    proof: matches ? "proven" : "structural",
    ...(matches ? {} : { broken: "Key and certificate do not belong together, so kubectl cannot use them." }),
    groups,
    ...optional("subject", name),
    ...optional("notBefore", dateFrom(Date.parse(certificate.validFrom))),
    ...optional("notAfter", dateFrom(Date.parse(certificate.validTo))),
    notes: matches ? ["Key and certificate belong together."] : [],
    facts: {
      keyMatchesCertificate: matches,
      keyType: key.asymmetricKeyType ?? "unknown",
      certificateSha256: certificate.fingerprint256.replaceAll(":", "").toLowerCase(),
      ...optional("issuer", issuer),
    },
  };
};

const broken = (sentence: string): Evidence => ({
  proof: "contextual",
  broken: sentence,
  groups: [],
  notes: [],
  facts: {},
});

/** A value too long to decode, or one of too many in a content: named as a key and not looked into. */
export const unreadKey: Evidence = { proof: "contextual", groups: [], notes: [], facts: {} };

/** What `client-key-data` and `client-certificate-data` prove. Undefined where the value is no key at all. */
export const readKey = (keyData: string, certificateData: string | undefined): Evidence | undefined => {
  if (keyData.length > maxEncoded && /^[A-Za-z0-9+/=\s_-]+$/.test(keyData)) return unreadKey;
  const pem = pemOf(keyData);
  if (pem === undefined) {
    const looksEncoded = keyData.length >= minEncoded && /^[A-Za-z0-9+/=\s_-]+$/.test(keyData);
    return looksEncoded ? broken("The value does not decode to a private key.") : undefined;
  }
  if (!/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/.test(pem)) return undefined;
  if (/ENCRYPTED/.test(pem)) return broken("The private key is encrypted with a password.");
  const key = parseKey(pem);
  if (key === undefined) return broken("The private key does not parse: it is cut off, damaged or made up.");
  const certificate = parseCertificate(certificateData);
  if (certificate !== undefined) return certificateEvidence(certificate, key);
  return {
    proof: "structural",
    groups: [],
    notes: ["The certificate for this key is not beside it, so whose key it is cannot be told."],
    facts: { keyType: key.asymmetricKeyType ?? "unknown" },
  };
};
