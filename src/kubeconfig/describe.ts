import type { Credential, CredentialKind } from "./credentials.ts";
import type { Entrance } from "./entrance.ts";
import type { Reach } from "./reach.ts";
import type { Privilege } from "./strength.ts";

/** All that the sentences of a finding are made of. */
export interface Account {
  readonly user: string | undefined;
  readonly credential: Credential;
  readonly entrance: Entrance;
  readonly privilege: Privilege;
  readonly expired: boolean;
}

export const titles: Readonly<Record<CredentialKind, string>> = {
  "client-key": "Client key in a kubeconfig",
  token: "Bearer token in a kubeconfig",
  password: "Password in a kubeconfig",
  "auth-provider": "Credential of an auth provider in a kubeconfig",
  "exec-secret": "Secret handed to a login helper in a kubeconfig",
};

const things: Readonly<Record<CredentialKind, string>> = {
  "client-key": "this private key",
  token: "this token",
  password: "this password",
  "auth-provider": "this credential",
  "exec-secret": "this secret",
};

const reaches: Readonly<Record<Reach, string>> = {
  public: "a public address",
  private: "an address of a private network",
  "cluster-internal": "an address inside the cluster",
  loopback: "an address of the machine itself, as kind, minikube and Docker Desktop use",
  example: "an address reserved for documentation",
  unknown: "an address that is not told",
};

const quoted = (name: string): string => `"${name}"`;

const who = ({ user, credential: { evidence } }: Account): string => {
  const name = evidence.serviceAccount
    ? `the service account ${quoted(evidence.serviceAccount.name)} of namespace ${quoted(evidence.serviceAccount.namespace)}`
    : evidence.subject
      ? `the user ${quoted(evidence.subject)}`
      : user
        ? `the kubeconfig's user ${quoted(user)}`
        : "a user";
  const groups = evidence.groups.map(quoted).join(", ");
  return groups === "" ? name : `${name} in the group${evidence.groups.length > 1 ? "s" : ""} ${groups}`;
};

const where = ({ cluster, server, others }: Entrance): string => {
  const name = cluster === undefined ? "a cluster that is not named here" : `the cluster ${quoted(cluster)}`;
  const address = server.address === undefined ? "" : ` at ${server.address} (${reaches[server.reach]})`;
  const more = others.length === 0 ? "" : `, and in ${others.slice(0, 5).map(quoted).join(", ")}`;
  return `${name}${address}${more}`;
};

const strength: Readonly<Record<Privilege, string | undefined>> = {
  unlimited: "Members of system:masters may do everything, and no RBAC rule can take that from them.",
  administrator: "The name suggests the rights of an administrator.",
  unknown: undefined,
};

const day = (date: Date): string => date.toISOString().slice(0, 10);

const validity = ({ credential: { kind, evidence }, expired }: Account): string | undefined => {
  const what = kind === "client-key" ? "The certificate" : "It";
  if (evidence.notAfter !== undefined)
    return expired
      ? `${what} expired on ${day(evidence.notAfter)}.`
      : `${what} is valid until ${day(evidence.notAfter)}.`;
  return evidence.neverExpires === true ? "It never expires by itself." : undefined;
};

/** Who gets in, where, how strong, until when, and what is odd: a sentence each. */
export const detailOf = (account: Account): string => {
  const { credential, entrance, privilege } = account;
  const { kind, evidence } = credential;
  const helper =
    kind === "exec-secret"
      ? `The program that logs in ${who(account)} to ${where(entrance)} is given this secret.`
      : `Whoever holds ${things[kind]} is ${who(account)} in ${where(entrance)}.`;
  const sentences = [
    helper,
    strength[privilege],
    validity(account),
    evidence.broken,
    evidence.madeUp === true ? "The value reads like one made up for a test or a tutorial." : undefined,
    ...evidence.notes,
    entrance.insecureSkipTlsVerify
      ? "The kubeconfig does not check the server's certificate, so whoever sits between can read along."
      : undefined,
  ];
  return sentences.filter((sentence) => sentence !== undefined).join(" ");
};

const revokeKey = (privilege: Privilege): string =>
  privilege === "unlimited"
    ? "Kubernetes cannot revoke a client certificate, and RBAC does not bind system:masters: only a new client CA shuts this " +
      'key out (kubeadm: new "ca.crt" and "ca.key", then "kubeadm certs renew all" and restart the control plane; managed clusters: rotate the credentials at the provider).'
    : "Kubernetes cannot revoke a client certificate: remove the RoleBindings and ClusterRoleBindings of its user and groups " +
      "now, and rotate the cluster's client CA if other bindings or wide groups may still let it in.";

/** A command to copy; names that Kubernetes does not allow come from somebody who wants it copied. */
const command = (namespace: string, kind: string, name: string): string =>
  [namespace, name].every((word) => /^[a-z0-9][a-z0-9.-]{0,252}$/.test(word))
    ? ` ("kubectl -n ${namespace} delete ${kind} ${name}")`
    : "";

const revokeToken = ({ evidence }: Credential): string => {
  const account = evidence.serviceAccount;
  if (account === undefined) {
    return evidence.facts["tokenKind"] === "bootstrap"
      ? 'Delete the bootstrap token with "kubeadm token delete", and look through the nodes and signing requests that it may have made.'
      : "Revoke the token where it was issued (the identity provider, the cluster manager, or the API server's token file) and issue a new one.";
  }
  const secret = evidence.facts["tokenSecret"];
  const { namespace, name } = account;
  if (secret !== undefined || evidence.neverExpires === true) {
    const which = secret === undefined ? "" : command(namespace, "secret", String(secret));
    return `Delete the Secret that holds the token${which}: from then on the API server refuses it.`;
  }
  return `Delete what the token is bound to, or the service account itself${command(namespace, "serviceaccount", name)}, and make it anew.`;
};

const actions = ({ credential, privilege }: Account): string => {
  switch (credential.kind) {
    case "client-key":
      return revokeKey(privilege);
    case "token":
      return revokeToken(credential);
    case "password":
      return "Change the password where the API server or the proxy before it reads it, and use short-lived tokens instead.";
    case "auth-provider":
      return "Revoke it at the identity provider (end the user's sessions for tokens, renew the client's secret), then log in anew.";
    case "exec-secret":
      return "Revoke it at the service that issued it, and let the helper read the new one from the machine's own store.";
  }
};

/** What to do, the most pressing first. */
export const remediationOf = (account: Account): string =>
  `${actions(account)} Look through the API server's audit log for what was done with it. Deleting the file does not help: history keeps it.`;
