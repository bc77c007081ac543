import { createHmac } from "node:crypto";
import { type Facts, type Severity, severities } from "../../finding.ts";
import { isJsonObject, type JsonObject, parseObject } from "../../json-object.ts";
import type { Evidence, Prover } from "./prover.ts";

/** A JSON Web Token (RFC 7519) without its signature. */
export interface Jwt {
  readonly header: JsonObject;
  readonly claims: JsonObject;
  readonly signed: boolean;
}

/** Whose token it is: some services' deserve a check of their own. */
type Kind = "kubernetes" | "supabase" | "other";

/** What the time and the issuer make of a token. */
interface Weight {
  readonly severity: Severity;
  readonly detail: string;
}

const decodeObject = (part: string): JsonObject | undefined =>
  parseObject(Buffer.from(part, "base64url").toString("utf8"));

export const readJwt = (token: string): Jwt | undefined => {
  const [first, second, signature] = token.split(".", 3);
  if (first === undefined || second === undefined) return undefined;
  const [header, claims] = [decodeObject(first), decodeObject(second)];
  if (header === undefined || claims === undefined || typeof header["alg"] !== "string") return undefined;
  return { header, claims, signed: (signature ?? "") !== "" };
};

const text = (value: unknown, limit = 200): string | undefined =>
  typeof value === "string" ? value.slice(0, limit) : undefined;

/** RFC 7519, section 2: seconds since 1970. */
const expiryOf = ({ exp }: JsonObject): Date | undefined =>
  typeof exp === "number" && Math.abs(exp) < 8.64e12 ? new Date(exp * 1000) : undefined;

/** `system:serviceaccount:NAMESPACE:NAME` (Kubernetes, Authenticating). */
const serviceAccount = /^system:serviceaccount:([a-z0-9.-]{1,63}):([a-z0-9.-]{1,253})$/;

const kindOf = ({ iss, sub, role, ref }: JsonObject): Kind => {
  if (iss === "kubernetes/serviceaccount" || serviceAccount.test(text(sub, 400) ?? "")) return "kubernetes";
  const isRole = role === "anon" || role === "service_role";
  return isRole && (text(ref) !== undefined || (text(iss) ?? "").startsWith("supabase")) ? "supabase" : "other";
};

const audiences = ({ aud }: JsonObject): readonly string[] =>
  (Array.isArray(aud) ? aud : [aud]).flatMap((one) => text(one) ?? []).slice(0, 10);

const factsOf = ({ header, claims }: Jwt): Facts => {
  const expires = expiryOf(claims);
  const audience = audiences(claims);
  return {
    algorithm: text(header["alg"], 20) ?? "",
    ...(text(claims["iss"]) === undefined ? {} : { issuer: text(claims["iss"])! }),
    ...(text(claims["sub"]) === undefined ? {} : { subject: text(claims["sub"])! }),
    ...(audience.length === 0 ? {} : { audience }),
    ...(expires === undefined ? {} : { expires: expires.toISOString() }),
  };
};

const kubernetesFacts = (claims: JsonObject): Facts => {
  const named = serviceAccount.exec(text(claims["sub"], 400) ?? "");
  const bound = isJsonObject(claims["kubernetes.io"]) || expiryOf(claims) !== undefined;
  const secretName = text(claims["kubernetes.io/serviceaccount/secret.name"]);
  return {
    ...(named === null ? {} : { namespace: named[1]!, serviceAccount: named[2]! }),
    bound,
    ...(secretName === undefined ? {} : { secretName }),
  };
};

/** Tokens that documentation shows: jwt.io's and RFC 7519's. */
const isTextbook = ({ iss, sub, name }: JsonObject): boolean =>
  (sub === "1234567890" && (name === undefined || name === "John Doe")) ||
  (/^(?:John|Jane) Doe$/.test(text(name) ?? "") && iss === undefined) ||
  (iss === "joe" && sub === undefined);

/** Keys that tutorials sign with. A token that verifies with one of them guards nothing. */
const tutorialKeys = [
  "secret",
  "your-256-bit-secret",
  "secretkey",
  "secret-key",
  "mysecret",
  "my-secret",
  "key",
  "test",
];
const moreTutorialKeys = [
  "your-secret-key",
  "your_secret_key",
  "supersecret",
  "changeme",
  "password",
  "shhhhh",
  "abc",
  "",
];

const hashes: Readonly<Record<string, string>> = { HS256: "sha256", HS384: "sha384", HS512: "sha512" };

const hasTutorialKey = (token: string, { header }: Jwt): boolean => {
  const hash = hashes[text(header["alg"], 20) ?? ""];
  const dot = token.lastIndexOf(".");
  return (
    hash !== undefined &&
    [...tutorialKeys, ...moreTutorialKeys].some(
      (key) => createHmac(hash, key).update(token.slice(0, dot)).digest("base64url") === token.slice(dot + 1),
    )
  );
};

const anonymous = ({ iss, aud, sub }: JsonObject): boolean =>
  iss === undefined && aud === undefined && sub === undefined;

const weightByTime = (claims: JsonObject, base: Severity, now: number): Weight => {
  const expires = expiryOf(claims);
  if (expires === undefined)
    return { severity: base, detail: "It carries no expiry: it works until its signing key changes." };
  const day = expires.toISOString().slice(0, 10);
  return expires.getTime() < now
    ? { severity: "info", detail: `It expired on ${day}.` }
    : { severity: base, detail: `It is valid until ${day}.` };
};

const holds = (facts: Facts, { severity, detail }: Weight): Evidence => ({
  verdict: "holds",
  vetted: true,
  proof: "structural",
  severity,
  detail,
  facts,
});

const judgeKubernetes = ({ claims }: Jwt, facts: Facts, now: number): Evidence =>
  holds({ ...facts, ...kubernetesFacts(claims) }, weightByTime(claims, "critical", now));

const judgeSupabase = ({ claims }: Jwt, facts: Facts, now: number): Evidence => {
  const role = text(claims["role"])!;
  const project = text(claims["ref"]);
  const all = { ...facts, role, ...(project === undefined ? {} : { project }) };
  if (claims["iss"] === "supabase-demo")
    return holds(all, { severity: "info", detail: "It is the public key of Supabase's local development." });
  if (role === "anon")
    return holds(all, { severity: "info", detail: "It is the anonymous key, which is meant to be public." });
  return holds(all, weightByTime(claims, "critical", now));
};

const judgeOther = (token: string, jwt: Jwt, facts: Facts, now: number, known?: Severity): Evidence => {
  const { claims, header, signed } = jwt;
  if (isTextbook(claims)) return { verdict: "silent" };
  if (!signed || /^none$/i.test(text(header["alg"])!))
    return holds(facts, { severity: "info", detail: "It has no signature: nothing should accept it." });
  if (text(header["alg"]) === "ed25519-nkey")
    return holds(facts, {
      severity: "info",
      detail: "It says who may do what in NATS, and is shown to servers: the seed beside it signs in (docs.nats.io).",
    });
  if (hasTutorialKey(token, jwt))
    return holds(facts, {
      severity: "low",
      detail: "It is signed with a key that tutorials use: an example, or anybody can forge it.",
    });
  return holds(facts, weightByTime(claims, known ?? (anonymous(claims) ? "low" : "medium"), now));
};

const severityIn = (option: unknown): Severity | undefined => severities.find((severity) => severity === option);

/**
 * Options: `kind`, which tokens the rule is for: `kubernetes`, `supabase` or `other`; `severity`, what one of these is
 * worth while it is valid, where the rule knows whose it is.
 */
export const proveJwt: Prover = ({ secret, options }) => {
  const jwt = readJwt(secret);
  if (jwt === undefined) return { verdict: "silent" };
  const kind = kindOf(jwt.claims);
  if (kind !== options["kind"]) return { verdict: "silent" };
  const [facts, now] = [factsOf(jwt), Date.now()];
  if (kind === "kubernetes") return judgeKubernetes(jwt, facts, now);
  return kind === "supabase"
    ? judgeSupabase(jwt, facts, now)
    : judgeOther(secret, jwt, facts, now, severityIn(options["severity"]));
};
