// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what is tested
import { randomBytes } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { stringify } from "yaml";
import { base64, found, scan } from "./documents.ts";

const encryption = (provider: object): string =>
  stringify(
    {
      apiVersion: "apiserver.config.k8s.io/v1",
      kind: "EncryptionConfiguration",
      resources: [{ resources: ["secrets"], providers: [{ identity: {} }, provider] }],
    },
    { lineWidth: 0 },
  );

const key = (bytes: number): string => base64(randomBytes(bytes));

describe("encryption at rest", () => {
  test.each([
    ["aescbc", 32],
    ["aesgcm", 16],
    ["secretbox", 32],
  ])("with %s has a finding for each key", (cipher, bytes) => {
    const secrets = { first: key(bytes), second: key(bytes) };
    const keys = Object.entries(secrets).map(([name, secret]) => ({ name, secret }));
    expect(scan(encryption({ [cipher]: { keys } }), secrets)).toMatchObject([
      {
        check: "secrets/kubernetes-encryption-key",
        severity: "critical",
        at: "first",
        keyPath: `resources[0].providers[1].${cipher}.keys[0].secret`,
        facts: { cipher, keyName: "first", bits: bytes * 8 },
      },
      { at: "second" },
    ]);
  });

  test.each(["<BASE 64 ENCODED SECRET>", "${ENCRYPTION_KEY}", "{{ encryption_key }}", base64("secret is secure")])(
    "with %s for a key is silent",
    (secret) => {
      const keys = [{ name: "key1", secret }];
      expect(scan(encryption({ aescbc: { keys } })).filter(({ severity }) => severity !== "low")).toEqual([]);
    },
  );

  test("by a KMS is silent", () => {
    expect(scan(encryption({ kms: { name: "kms", endpoint: "unix:///run/kms.sock" } }))).toEqual([]);
  });
});

const token = "k7m2qx.9v4t8w3n6r1p5z2c";
const certificateKey = randomBytes(32).toString("hex");

describe("kubeadm", () => {
  test.each([
    [
      "InitConfiguration",
      { bootstrapTokens: [{ ttl: "24h", token }], certificateKey },
      ["bootstrapTokens[0].token", "certificateKey"],
    ],
    [
      "JoinConfiguration",
      { discovery: { bootstrapToken: { apiServerEndpoint: "10.0.0.1:6443", token } } },
      ["discovery.bootstrapToken.token"],
    ],
    [
      "JoinConfiguration",
      { discovery: { tlsBootstrapToken: token }, controlPlane: { certificateKey } },
      ["discovery.tlsBootstrapToken", "controlPlane.certificateKey"],
    ],
  ])("%s", (kind, fields, paths) => {
    const text = stringify({ apiVersion: "kubeadm.k8s.io/v1beta4", kind, ...fields });
    expect(scan(text).map(({ keyPath }) => keyPath)).toEqual(paths);
  });

  test("on a command line", () => {
    const line = `kubeadm join 10.0.0.1:6443 --token ${token} --discovery-token-ca-cert-hash sha256:${"0a".repeat(32)} --control-plane --certificate-key ${certificateKey}\n`;
    expect(found(line, { token, certificateKey })).toEqual([
      "secrets/kubernetes-bootstrap-token token",
      "secrets/kubernetes-certificate-key certificateKey",
    ]);
  });

  test("in documentation is silent", () => {
    const text = stringify({ kind: "InitConfiguration", bootstrapTokens: [{ token: "abcdef.0123456789abcdef" }] });
    expect(scan(text)).toEqual([]);
  });
});
