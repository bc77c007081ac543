import type { Match } from "../../detect/rule.ts";
import type { Scalar } from "../../detect/structure/text.ts";
import { type Check, isSilent, matchOf } from "../credential.ts";
import type { Secret } from "./secret.ts";

/** The same check as the rule of patterns/kubernetes.yaml for command lines. */
export const bootstrapCheck: Check = {
  id: "secrets/kubernetes-bootstrap-token",
  provider: "kubernetes",
  title: "kubeadm bootstrap token",
  severity: "critical",
  opens: "Joins a node to the cluster, or reads its configuration, until it expires.",
  remediation:
    "Delete the token (`kubeadm token delete`, or its Secret in kube-system) and look for nodes that nobody knows.",
};

type Look = (key: string) => { readonly scalar: Scalar; readonly path: string } | undefined;

/** A Secret of the type `bootstrap.kubernetes.io/token` (Kubernetes, Authenticating with Bootstrap Tokens): one credential in two keys. */
export const bootstrapToken = (secret: Secret, look: Look): readonly Match[] | undefined => {
  const [id, half] = [look("token-id"), look("token-secret")];
  if (id === undefined || half === undefined) return undefined;
  const token = `${id.scalar.value}.${half.scalar.value}`;
  if (!/^[a-z0-9]{6}\.[a-z0-9]{16}$/.test(token) || isSilent(half.scalar.value)) return [];
  const expiration = look("expiration")?.scalar.value;
  const expired = expiration !== undefined && Date.parse(expiration) < Date.now();
  const place = {
    namespace: secret.namespace,
    secretName: secret.name,
    secretType: secret.type,
    keyPath: half.path,
    tokenId: id.scalar.value,
    expires: expiration,
  };
  const weight = expired
    ? ({ severity: "info", detail: "It has expired." } as const)
    : { detail: expiration === undefined ? "It has no expiry." : `It is valid until ${expiration.slice(0, 10)}.` };
  return [matchOf(bootstrapCheck, { ...half.scalar, value: token }, place, { proof: "structural", ...weight })];
};
