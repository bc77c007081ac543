import { createHmac } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { scannerFor, told } from "./scan-text.ts";

const scan = await scannerFor("secrets/jwt-", "secrets/kubernetes-service-account", "secrets/supabase-jwt");

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A token signed with a key that nobody guesses, or with the one given. */
const jwt = (claims: object, alg = "HS256", key: string | Buffer = Buffer.alloc(32, 0x9d)): string => {
  const signed = `${encode({ alg, typ: "JWT" })}.${encode(claims)}`;
  return `${signed}.${alg === "none" ? "" : createHmac("sha256", key).update(signed).digest("base64url")}`;
};

const day = 86_400;
const now = Math.floor(Date.now() / 1000);
const claims = { iss: "https://login.corp.net", sub: "svc-42", aud: ["api", "web"] };

describe("a JSON Web Token", () => {
  test("says who, for whom and until when, and never its signature", () => {
    const token = jwt({ ...claims, exp: now + day });
    const [match] = scan(`Authorization: Bearer ${token}`);
    expect(match?.facts).toMatchObject({
      algorithm: "HS256",
      issuer: "https://login.corp.net",
      subject: "svc-42",
      audience: ["api", "web"],
      expires: new Date((now + day) * 1000).toISOString(),
    });
    expect(JSON.stringify([match?.facts, match?.detail]).includes(token.split(".")[2]!)).toBe(false);
  });

  test.each([
    ["valid", { ...claims, exp: now + day }, "medium"],
    ["without expiry", claims, "medium"],
    ["expired", { ...claims, exp: now - day }, "info"],
    ["without issuer, audience and subject", { role: "x" }, "low"],
    ["with an expiry beyond all calendars", { ...claims, exp: 1e300 }, "medium"],
  ])("%s weighs %s", (_, content, severity) => {
    expect(told(scan(jwt(content)))).toEqual([{ check: "secrets/jwt-token", severity, proof: "structural" }]);
  });

  test("of NATS is shown to servers", () => {
    expect(told(scan(jwt(claims, "ed25519-nkey")))).toMatchObject([{ severity: "info" }]);
  });

  test("unsigned or signed with a tutorial's key guards nothing", () => {
    expect(told(scan(jwt(claims, "none")))).toMatchObject([{ severity: "info" }]);
    expect(told(scan(jwt(claims, "HS256", "secret")))).toMatchObject([{ severity: "low" }]);
  });

  test.each([
    ["of documentation", jwt({ sub: "1234567890", name: "John Doe", iat: 1516239022 })],
    ["whose header is no object", `${encode(["alg"])}.${encode(claims)}.c2lnbmF0dXJl`],
    ["whose header has no algorithm", `${encode({ typ: "JWT" })}.${encode(claims)}.c2lnbmF0dXJl`],
    ["whose claims are cut", `${encode({ alg: "HS256" })}.${encode(claims).slice(0, -9)}.c2lnbmF0dXJl`],
  ])("%s is silent", (_, text) => {
    expect(told(scan(text))).toEqual([]);
  });

  test.each([
    ["after an escaped line end", (token: string) => `"Bearer\\n${token}"`],
    ["in base64", (token: string) => Buffer.from(token).toString("base64")],
    ["in a URL", (token: string) => `https://x.net/?token=${token}&a=b`],
  ])("is found %s", (_, embed) => {
    expect(scan(embed(jwt(claims)))).toHaveLength(1);
  });
});

describe("tokens with a check of their own", () => {
  const check = "secrets/kubernetes-service-account-token";
  const sub = "system:serviceaccount:kube-system:tiller";

  test("a legacy service account token never expires", () => {
    const content = {
      iss: "kubernetes/serviceaccount",
      sub,
      "kubernetes.io/serviceaccount/secret.name": "tiller-token",
    };
    const [match] = scan(jwt(content, "RS256"));
    expect(told([match!])).toEqual([{ check, severity: "critical", proof: "structural" }]);
    expect(match?.facts).toMatchObject({ namespace: "kube-system", serviceAccount: "tiller", bound: false });
  });

  test.each([
    [now + day, "critical"],
    [now - day, "info"],
  ])("a bound one until %d", (exp, severity) => {
    const content = { iss: "https://kubernetes.default.svc", sub, exp, "kubernetes.io": { namespace: "kube-system" } };
    const [match] = scan(jwt(content, "RS256"));
    expect(told([match!])).toMatchObject([{ check, severity }]);
    expect(match?.facts).toMatchObject({ bound: true, expires: new Date(exp * 1000).toISOString() });
  });

  test.each([
    ["service_role", "supabase", "critical"],
    ["anon", "supabase", "info"],
    ["service_role", "supabase-demo", "info"],
  ])("Supabase's %s key of %s is %s", (role, iss, severity) => {
    const found = scan(jwt({ iss, ref: "abcdefghijklmnopqrst", role, exp: now + day }));
    expect(told(found)).toMatchObject([{ check: "secrets/supabase-jwt-key", severity }]);
  });
});
