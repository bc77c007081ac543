import { sign } from "node:crypto";
import { stringify } from "yaml";
import type { Match } from "../../src/detect/rule.ts";
import { createKubeconfigParser } from "../../src/kubeconfig/parser.ts";
import { type CertificateSubject, certificatePem } from "../certificates.ts";
import { ecKey, pem } from "../generated-keys.ts";
import { fill } from "../tokens.ts";

/** The day on which the tests take place. */
export const today = new Date("2026-06-01T12:00:00Z");

const parser = createKubeconfigParser(() => today);

/** All matches of a content, which must know where their secrets stand. */
export const find = (content: string | Buffer): readonly Match[] => parser.parse(Buffer.from(content), []);

/** The only match of a content. */
export const findOne = (content: string | Buffer): Match => {
  const matches = find(content);
  if (matches.length !== 1) throw new Error(`expected one match, got ${matches.map(({ check }) => check).join(", ")}`);
  return matches[0]!;
};

export const base64 = (text: string): string => Buffer.from(text).toString("base64");

let drawn = 0;

/** A token or password that no list of words holds: another at each call, the same in every run. */
export const random = (length: number): string => fill(`{hex:${length}}`, String(drawn++)).text;

/** A signed JSON Web Token. */
export const jwt = (claims: object, header: object = { alg: "ES256" }): string => {
  const body = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  return `${body}.${sign("sha256", Buffer.from(body), ecKey()).toString("base64url")}`;
};

/** `user:` with a key, and the certificate for it unless `certificateKey` says otherwise. */
export const keyUser = (subject: CertificateSubject, key = ecKey(), certificateKey = key) => ({
  "client-certificate-data": base64(certificatePem(certificateKey, subject)),
  "client-key-data": base64(pem(key, "pkcs8")),
});

export interface Parts {
  readonly user: object;
  readonly userName?: string;
  readonly cluster?: object;
  readonly clusterName?: string;
}

/** A kubeconfig as kubectl writes it, keys in its order. */
export const kubeconfig = ({ user, userName = "jane", cluster, clusterName = "prod" }: Parts) => ({
  apiVersion: "v1",
  clusters: [
    {
      cluster: cluster ?? {
        "certificate-authority-data": base64("no certificate, nobody looks"),
        server: "https://10.0.0.1:6443",
      },
      name: clusterName,
    },
  ],
  contexts: [{ context: { cluster: clusterName, user: userName, namespace: "shop" }, name: "at-work" }],
  "current-context": "at-work",
  kind: "Config",
  preferences: {},
  users: [{ name: userName, user }],
});

export const yaml = (value: unknown): string => stringify(value, { lineWidth: 0 });
