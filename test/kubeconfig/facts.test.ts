import { describe, expect, test } from "@jest/globals";
import type { Match } from "../../src/detect/rule.ts";
import { ecKey, pem } from "../generated-keys.ts";
import { base64, find, findOne, jwt, keyUser, kubeconfig, type Parts, random, today, yaml } from "./kubeconfigs.ts";

const of = (parts: Parts): Match => findOne(yaml(kubeconfig(parts)));
const at = (server: string): object => ({ server });
const seconds = (date: string): number => Date.parse(date) / 1000;

describe("a client key", () => {
  test("in system:masters is critical, and only a new CA helps", () => {
    const match = of({ user: keyUser({ name: "kubernetes-admin", groups: ["system:masters", "ops"] }) });
    expect(match).toMatchObject({ severity: "critical", proof: "proven" });
    expect(match.facts).toMatchObject({
      provider: "kubernetes",
      user: "jane",
      context: "at-work",
      contextNamespace: "shop",
      cluster: "prod",
      server: "https://10.0.0.1:6443",
      reach: "private",
      subject: "kubernetes-admin",
      groups: ["system:masters", "ops"],
      privilege: "unlimited",
      issuer: "kubernetes",
      notBefore: "2020-01-01T00:00:00.000Z",
      notAfter: "2030-01-01T00:00:00.000Z",
      expired: false,
      keyMatchesCertificate: true,
    });
    expect(match.detail).toContain("system:masters may do everything");
    expect(match.remediation).toContain("only a new client CA");
  });

  test.each([
    ["admin by name", { name: "cluster-admin" }, "high"],
    ["admin by group", { name: "jane", groups: ["kubeadm:cluster-admins"] }, "high"],
    ["nobody in particular", { name: "jane", groups: ["dev"] }, "medium"],
    ["a name that only contains the word", { name: "badminton" }, "medium"],
  ])("of %s", (_who, subject, severity) => {
    expect(of({ user: keyUser(subject) })).toMatchObject({ severity });
  });

  test("names outside ASCII are read as they are", () => {
    expect(of({ user: keyUser({ name: "Jörg Müller" }), userName: "jörg", clusterName: "Zürich" }).facts).toMatchObject(
      {
        subject: "Jörg Müller",
        user: "jörg",
        cluster: "Zürich",
      },
    );
  });

  test("that has expired is low and says when", () => {
    const user = keyUser({ name: "a", groups: ["system:masters"], notAfter: new Date(today.getTime() - 1000) });
    const match = of({ user, cluster: at("https://34.1.2.3") });
    expect(match).toMatchObject({ severity: "low", proof: "proven", facts: { expired: true } });
    expect(match.detail).toContain("expired on 2026-06-01");
  });

  test("that expires in a second has not expired", () => {
    const user = keyUser({ name: "a", groups: ["system:masters"], notAfter: new Date(today.getTime() + 1000) });
    expect(of({ user })).toMatchObject({ severity: "critical", facts: { expired: false } });
  });

  test("of another certificate is info", () => {
    const match = of({ user: keyUser({ name: "a", groups: ["system:masters"] }, ecKey(), ecKey()) });
    expect(match).toMatchObject({ severity: "info", proof: "structural", facts: { keyMatchesCertificate: false } });
    expect(match.detail).toContain("do not belong together");
  });

  test("that is cut off is info", () => {
    const user = keyUser({ name: "a" });
    const cut = { ...user, "client-key-data": base64(pem(ecKey(), "pkcs8").slice(0, 120)) };
    expect(of({ user: cut })).toMatchObject({ severity: "info", proof: "contextual" });
  });

  test("without its certificate is known by the kubeconfig alone", () => {
    const user = { "client-key-data": base64(pem(ecKey(), "pkcs8")), "client-certificate": "/etc/jane.pem" };
    const match = of({ user, userName: "admin" });
    expect(match).toMatchObject({ severity: "high", proof: "structural", facts: { user: "admin" } });
    expect(match.facts).not.toHaveProperty("keyMatchesCertificate");
  });

  test("with a damaged certificate is like one without", () => {
    const user = { ...keyUser({ name: "a" }), "client-certificate-data": base64("-----BEGIN CERTIFICATE-----\nMIIB") };
    expect(of({ user })).toMatchObject({ severity: "medium", proof: "structural" });
  });
});

describe("a token", () => {
  const claims = {
    iss: "https://kubernetes.default.svc.cluster.local",
    iat: seconds("2026-05-01"),
    "kubernetes.io": { namespace: "ci", serviceaccount: { name: "deployer", uid: "1" } },
    sub: "system:serviceaccount:ci:deployer",
  };

  test("of a service account says which and until when", () => {
    const match = of({ user: { token: jwt({ ...claims, exp: seconds("2026-07-01") }) } });
    expect(match).toMatchObject({ check: "kubeconfig/token", severity: "medium", proof: "structural" });
    expect(match.facts).toMatchObject({
      serviceAccount: "deployer",
      namespace: "ci",
      issuer: claims.iss,
      notAfter: "2026-07-01T00:00:00.000Z",
      expired: false,
    });
    expect(match.remediation).toContain("kubectl -n ci delete serviceaccount deployer");
  });

  test("of a service account that never expires is raised, and its Secret must go", () => {
    const legacy = {
      iss: "kubernetes/serviceaccount",
      "kubernetes.io/serviceaccount/namespace": "ci",
      "kubernetes.io/serviceaccount/secret.name": "deployer-token-x",
      "kubernetes.io/serviceaccount/service-account.name": "deployer",
      sub: "system:serviceaccount:ci:deployer",
    };
    const match = of({ user: { token: jwt(legacy) } });
    expect(match).toMatchObject({ severity: "high", facts: { neverExpires: true, tokenSecret: "deployer-token-x" } });
    expect(match.detail).toContain("never expires");
    expect(match.remediation).toContain("kubectl -n ci delete secret deployer-token-x");
  });

  test("that has expired is low", () => {
    expect(
      of({ user: { token: jwt({ ...claims, exp: seconds("2026-05-02") }) }, cluster: at("https://34.1.2.3") }),
    ).toMatchObject({
      severity: "low",
      facts: { expired: true },
    });
  });

  test("without a signature is info", () => {
    expect(of({ user: { token: jwt(claims, { alg: "none" }) } })).toMatchObject({ severity: "info" });
  });

  test("of EKS lives a quarter of an hour", () => {
    const url =
      "https://sts.eu-west-1.amazonaws.com/?Action=GetCallerIdentity&X-Amz-Date=20260601T115000Z&X-Amz-Expires=60";
    const token = `k8s-aws-v1.${Buffer.from(url).toString("base64url")}`;
    expect(of({ user: { token } }).facts).toMatchObject({ notAfter: "2026-06-01T12:05:00.000Z", expired: false });
  });

  test.each([
    ["OpenShift", `sha256~${"x7Pq2Lm9".repeat(6).slice(0, 43)}`, "structural"],
    ["Rancher", `kubeconfig-u-abcde:${random(54)}`, "structural"],
    ["bootstrap", `${random(6)}.${random(16)}`, "contextual"],
    ["opaque", random(48), "contextual"],
  ])("of %s is told by its shape", (tokenKind, token, proof) => {
    expect(of({ user: { token } })).toMatchObject({ proof, facts: { tokenKind } });
  });

  test("that is words is low", () => {
    expect(of({ user: { token: "black-token" } })).toMatchObject({ severity: "low", proof: "contextual" });
  });
});

describe("other credentials", () => {
  test("a password says whose it is", () => {
    const match = of({ user: { username: "admin", password: `${random(12)}!` } });
    expect(match).toMatchObject({ check: "kubeconfig/password", severity: "high", facts: { subject: "admin" } });
  });

  test("an auth provider's secrets are findings, its addresses are not", () => {
    const config = {
      "client-id": "kubernetes",
      "client-secret": random(32),
      "id-token": jwt({ sub: "jane", exp: seconds("2026-05-01") }),
      "idp-issuer-url": "https://login.lan",
      "refresh-token": random(40),
    };
    const matches = find(yaml(kubeconfig({ user: { "auth-provider": { name: "oidc", config } } })));
    expect(matches.map(({ facts, severity }) => [facts["field"], severity])).toEqual([
      ["client-secret", "medium"],
      ["id-token", "low"],
      ["refresh-token", "medium"],
    ]);
    expect(matches.every(({ check }) => check === "kubeconfig/auth-provider")).toBe(true);
  });

  test("a login helper's secrets are findings in environment and arguments", () => {
    const [first, second, third] = [random(32), random(32), random(32)];
    const exec = {
      command: "kubelogin",
      env: [
        { name: "AWS_PROFILE", value: "production-of-the-firm" },
        { name: "AAD_SERVICE_PRINCIPAL_CLIENT_SECRET", value: first },
        { name: "TOKEN_FILE", value: "/var/run/token" },
      ],
      args: ["get-token", "--client-id", random(32), "--client-secret", second, `--oidc-client-secret=${third}`],
    };
    const content = yaml(kubeconfig({ user: { exec } }));
    const matches = find(content);
    expect(matches.map(({ secret }) => secret).sort()).toEqual([first, second, third].sort());
    for (const { check, secret, start, end } of matches) {
      expect(check).toBe("kubeconfig/exec-secret");
      expect(content.slice(start, end) === secret).toBe(true);
    }
  });
});

test("no detail or fact shows any secret of the kubeconfig", () => {
  const secrets = [random(40), `${random(20)}!`, random(32)];
  const user = { ...keyUser({ name: "jane" }), token: secrets[0], username: "jane", password: secrets[1] };
  const config = { "client-secret": secrets[2] };
  const content = yaml(kubeconfig({ user: { ...user, "auth-provider": { name: "oidc", config } } }));
  const matches = find(content);
  expect(matches).toHaveLength(4);
  const shown = JSON.stringify(matches.map((match) => ({ ...match, secret: "" })));
  for (const { secret } of matches) expect(shown.includes(secret)).toBe(false);
});
