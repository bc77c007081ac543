import { describe, expect, test } from "@jest/globals";
import { base64, found, random, scan } from "./documents.ts";

const config = (auths: object): string => JSON.stringify({ credsStore: "desktop", auths }, null, "\t");

describe("a Docker configuration", () => {
  test("has a finding for each registry", () => {
    const [auth, password, token] = [base64(`robot:${random()}`), random(), random(60)];
    const text = config({
      "ghcr.io": { auth },
      "https://index.docker.io/v1/": { username: "bot", password },
      "acme.azurecr.io": { auth: base64("00000000-0000-0000-0000-000000000000:"), identitytoken: token },
      "quay.io": {},
    });
    expect(scan(text, { auth, password, token })).toMatchObject([
      { at: "auth", keyPath: 'auths["ghcr.io"].auth', facts: { registry: "ghcr.io", user: "robot" } },
      { at: "password", keyPath: 'auths["https://index.docker.io/v1/"].password', facts: { user: "bot" } },
      { at: "token", check: "secrets/docker-config-identity-token", facts: { registry: "acme.azurecr.io" } },
    ]);
  });

  test("of Amazon is low: its passwords pass", () => {
    const auth = base64(`AWS:${random(200)}`);
    const text = config({ "123456789012.dkr.ecr.eu-west-1.amazonaws.com": { auth } });
    expect(scan(text, { auth })).toMatchObject([{ severity: "low", at: "auth" }]);
  });

  test.each([
    ["fillers", { "ghcr.io": { auth: base64("user:password") }, "quay.io": { username: "u", password: "<password>" } }],
    ["nothing", { "ghcr.io": {} }],
    ["noise", { "ghcr.io": { auth: "********" } }],
  ])("with %s is silent", (_what, auths) => {
    expect(found(config(auths))).toEqual([]);
  });
});
