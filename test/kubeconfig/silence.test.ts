import { describe, expect, test } from "@jest/globals";
import { base64, find, kubeconfig, random, yaml } from "./kubeconfigs.ts";

describe("no finding is", () => {
  test.each([
    ["a certificate authority alone", {}],
    ["a key in a file", { "client-certificate": "/pki/a.crt", "client-key": "/pki/a.key" }],
    ["a token in a file", { tokenFile: "/var/run/secrets/kubernetes.io/serviceaccount/token" }],
    [
      "an exec user",
      {
        exec: {
          apiVersion: "client.authentication.k8s.io/v1",
          command: "aws",
          args: ["eks", "get-token", "--cluster-name", "production-cluster"],
          env: [{ name: "AWS_PROFILE", value: "production-profile" }],
        },
      },
    ],
    [
      "an exec user whose secret is a file",
      { exec: { command: "x", env: [{ name: "CLIENT_SECRET_FILE", value: "/etc/secret" }] } },
    ],
    [
      "an OIDC user without tokens",
      {
        "auth-provider": { name: "oidc", config: { "client-id": "kubernetes", "idp-issuer-url": "https://login.lan" } },
      },
    ],
    ["a certificate without its key", { "client-certificate-data": base64("x".repeat(200)) }],
    ["an impersonation", { as: "jane", "as-groups": ["dev"] }],
  ])("%s", (_what, user) => {
    expect(find(yaml(kubeconfig({ user })))).toEqual([]);
  });

  test.each([
    "REDACTED",
    "DATA+OMITTED",
    "DATA OMITTED",
    "<token>",
    "<your token here>",
    "{{ .Values.token }}",
    "$(cat token)",
    "$TOKEN",
    "xxxxxxxx",
    "********",
    "...",
    "your-token",
    "YOUR_TOKEN_HERE",
    "%TOKEN%",
    "__TOKEN__",
    "[token]",
    "~",
    "null",
    "",
    "ENC[AES256_GCM,data:abcdef,iv:abcdef,tag:abcdef,type:str]",
    ["$", "{TOKEN}"].join(""),
    `prefix-${["$", "{TOKEN}"].join("")}`,
    "changeme-please",
  ])("the filler %s", (filler) => {
    for (const field of ["client-key-data", "token", "password"]) {
      expect(find(yaml(kubeconfig({ user: { [field]: filler } })))).toEqual([]);
      expect(find(JSON.stringify(kubeconfig({ user: { [field]: filler } })))).toEqual([]);
      expect(find(`contexts:\nusers:\n- name: jane\n  user:\n    ${field}: ${filler}\n`)).toEqual([]);
    }
  });

  test("another program's list of users", () => {
    const users = [
      { name: "jane", user: { password: random(20) } },
      { name: "bob", token: random(40) },
    ];
    expect(find(JSON.stringify({ "insecure-skip-tls-verify": 1, users }))).toEqual([]);
    expect(find(`#cloud-config\nusers:\n  - name: jane\n    passwd: ${random(40)}\n`)).toEqual([]);
  });
});
