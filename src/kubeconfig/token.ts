import { readable } from "../detect/structure/text.ts";
import { isJsonObject, type JsonObject, parseObject } from "../json-object.ts";
import { dateFrom, type Evidence, optional } from "./evidence.ts";
import { isMadeUp } from "./silence.ts";

type Claims = JsonObject;

/** Longer tokens are not decoded; headers of HTTP servers end at 8 to 64 KiB. */
const maxToken = 64 << 10;

const maxGroups = 20;

const decodePart = (part: string): Claims | undefined => parseObject(Buffer.from(part, "base64url").toString("utf8"));

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? readable(Buffer.from(value.slice(0, 500)).toString("latin1")) : undefined;

const timeOf = (value: unknown): Date | undefined => (typeof value === "number" ? dateFrom(value * 1000) : undefined);

/** Where the claims name a service account: old flat keys, the nested ones of bound tokens, or the subject alone. */
const serviceAccountOf = (claims: Claims): Evidence["serviceAccount"] => {
  const subject = textOf(claims["sub"])?.match(/^system:serviceaccount:([^:]+):([^:]+)$/);
  const nested = isJsonObject(claims["kubernetes.io"]) ? claims["kubernetes.io"] : {};
  const account = isJsonObject(nested["serviceaccount"]) ? nested["serviceaccount"] : {};
  const namespace =
    subject?.[1] ?? textOf(claims["kubernetes.io/serviceaccount/namespace"]) ?? textOf(nested["namespace"]);
  const name =
    subject?.[2] ?? textOf(claims["kubernetes.io/serviceaccount/service-account.name"]) ?? textOf(account["name"]);
  return namespace === undefined || name === undefined ? undefined : { namespace, name };
};

const groupsOf = (claims: Claims): readonly string[] =>
  Array.isArray(claims["groups"]) ? claims["groups"].slice(0, maxGroups).flatMap((group) => textOf(group) ?? []) : [];

const jwtEvidence = (header: Claims, claims: Claims): Evidence => {
  const serviceAccount = serviceAccountOf(claims);
  const expiry = timeOf(claims["exp"]);
  const legacy = claims["iss"] === "kubernetes/serviceaccount" && expiry === undefined;
  const secretName = textOf(claims["kubernetes.io/serviceaccount/secret.name"]);
  return {
    proof: "structural",
    ...(header["alg"] === "none" ? { broken: "The token is not signed, so no API server accepts it." } : {}),
    groups: groupsOf(claims),
    ...optional("subject", textOf(claims["email"]) ?? textOf(claims["sub"])),
    ...optional("notBefore", timeOf(claims["nbf"]) ?? timeOf(claims["iat"])),
    ...optional("notAfter", expiry),
    ...optional("serviceAccount", serviceAccount),
    neverExpires: expiry === undefined,
    notes: [],
    facts: {
      tokenKind: serviceAccount === undefined ? "JWT" : legacy ? "legacy service account" : "service account",
      ...optional("issuer", textOf(claims["iss"])),
      ...optional("namespace", serviceAccount?.namespace),
      ...optional("serviceAccount", serviceAccount?.name),
      ...optional("tokenSecret", secretName),
    },
  };
};

const readJwt = (value: string): Evidence | undefined => {
  const parts = value.split(".");
  if (parts.length !== 3 || !parts.every((part) => /^[\w-]*={0,2}$/.test(part))) return undefined;
  const header = decodePart(parts[0]!);
  const claims = header === undefined || typeof header["alg"] !== "string" ? undefined : decodePart(parts[1]!);
  return claims === undefined ? undefined : jwtEvidence(header!, claims);
};

/** `aws eks get-token` prints a presigned URL in base64url; EKS takes it for 15 minutes (aws-iam-authenticator, README). */
const readEks = (value: string): Evidence | undefined => {
  if (!value.startsWith("k8s-aws-v1.")) return undefined;
  const url = Buffer.from(value.slice(11), "base64url").toString("latin1");
  if (!url.startsWith("https://sts.")) return undefined;
  const at = /X-Amz-Date=(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(url);
  const made = at === null ? undefined : dateFrom(Date.parse(`${at[1]}-${at[2]}-${at[3]}T${at[4]}:${at[5]}:${at[6]}Z`));
  return {
    proof: "structural",
    groups: [],
    ...(made === undefined ? {} : { notBefore: made, notAfter: new Date(made.getTime() + 15 * 60_000) }),
    notes: [],
    facts: { tokenKind: "EKS" },
  };
};

interface Shape {
  readonly kind: string;
  readonly pattern: RegExp;
  readonly decodes: boolean;
  readonly groups: readonly string[];
}

/** Opaque tokens that tell their maker by their shape. */
const shapes: readonly Shape[] = [
  { kind: "OpenShift", pattern: /^sha256~[\w-]{43}$/, decodes: true, groups: [] },
  {
    kind: "Rancher",
    pattern: /^(?:kubeconfig-[\w.-]{1,80}|token-[a-z0-9]{5}):[a-z0-9]{54}$/,
    decodes: true,
    groups: [],
  },
  { kind: "bootstrap", pattern: /^[a-z0-9]{6}\.[a-z0-9]{16}$/, decodes: false, groups: ["system:bootstrappers"] },
  { kind: "Google access token", pattern: /^ya29\.[\w-]{20,}$/, decodes: false, groups: [] },
];

/** What a bearer token says of itself. */
export const readToken = (value: string): Evidence => {
  const known = value.length > maxToken ? undefined : (readJwt(value) ?? readEks(value));
  if (known !== undefined) return known;
  const shape = value.length > maxToken ? undefined : shapes.find(({ pattern }) => pattern.test(value));
  return {
    proof: shape?.decodes === true ? "structural" : "contextual",
    groups: shape?.groups ?? [],
    madeUp: shape === undefined && isMadeUp(value),
    notes: [],
    facts: { tokenKind: shape?.kind ?? "opaque" },
  };
};
