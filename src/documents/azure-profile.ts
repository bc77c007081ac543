import { readJwt } from "../detect/proofs/jwt.ts";
import type { DocumentParser, Match } from "../detect/rule.ts";
import { below, type JsonNode, stringOf, textOf, walkJson } from "../detect/structure/json.ts";
import { jsonAround } from "../detect/structure/json-find.ts";
import { wholeText } from "../detect/structure/text.ts";
import { type Check, keyMatch, matchOf, type Place, present } from "./credential.ts";

const provider = "azure";

export const azureChecks = {
  servicePrincipal: {
    id: "secrets/azure-service-principal",
    provider,
    title: "Secret of an Azure service principal",
    severity: "critical",
    opens: "Signs in to Entra ID as the application, with every role it has in Azure.",
    remediation: "Remove the client secret of the application, make a new one, and prefer workload identity.",
  },
  refreshToken: {
    id: "secrets/azure-refresh-token",
    provider,
    title: "Refresh token of the Azure command line",
    severity: "critical",
    opens: "Acts in Azure as the person who signed in, for months.",
    remediation: "Revoke the person's sessions in Entra ID, run `az logout`, and sign in again.",
  },
  accessToken: {
    id: "secrets/azure-access-token",
    provider,
    title: "Access token of the Azure command line",
    severity: "low",
    opens: "Acts in Azure as the person who signed in, for about an hour.",
    remediation: "Revoke the person's sessions in Entra ID, and keep `~/.azure` out of the repository.",
  },
} as const satisfies Readonly<Record<string, Check>>;

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const guidOf = (node: JsonNode, ...names: readonly string[]): string | undefined => {
  const text = textOf(node, ...names);
  return text !== undefined && guid.test(text) ? text : undefined;
};

/** What `az ad sp create-for-rbac`, its `--sdk-auth` form and the command line's own store write. */
const servicePrincipal = (node: JsonNode, path: string): Match | undefined => {
  const clientId = guidOf(node, "clientId", "appId", "servicePrincipalId", "client_id", "aadClientId");
  const tenantId = textOf(node, "tenantId", "tenant", "servicePrincipalTenant", "tenant_id");
  const secret = stringOf(node, "clientSecret", "password", "client_secret", "aadClientSecret", "servicePrincipalKey");
  const stored =
    secret ?? (textOf(node, "servicePrincipalTenant") === undefined ? undefined : stringOf(node, "accessToken"));
  if (clientId === undefined || tenantId === undefined || stored === undefined) return undefined;
  const place = {
    clientId,
    tenantId,
    subscriptionId: guidOf(node, "subscriptionId"),
    user: textOf(node, "displayName"),
  };
  const keyPath = path === "" ? keyOf(node, stored) : below(path, keyOf(node, stored));
  return keyMatch(azureChecks.servicePrincipal, stored, { ...place, keyPath });
};

const keyOf = (node: JsonNode, value: JsonNode): string =>
  node.kind === "object" ? (node.entries.find((entry) => entry.node === value)?.key ?? "") : "";

const accessToken = (node: JsonNode, name: string, place: Place, path: string): Match | undefined => {
  const token = stringOf(node, name);
  if (token === undefined || readJwt(token.value) === undefined) return undefined;
  const expires = textOf(node, "expiresOn", "expires_on") ?? "";
  const time = /^\d+$/.test(expires) ? Number(expires) * 1000 : Date.parse(expires);
  const expired = time < Date.now() ? ({ severity: "info", detail: "It has expired." } as const) : {};
  return matchOf(
    azureChecks.accessToken,
    token,
    { ...place, keyPath: below(path, name) },
    { proof: "structural", ...expired },
  );
};

/** An entry of `accessTokens.json`, which the command line wrote until 2022. */
const legacyTokens = (node: JsonNode, path: string): readonly (Match | undefined)[] => {
  if (textOf(node, "_authority") === undefined || textOf(node, "servicePrincipalId") !== undefined) return [];
  const place = { user: textOf(node, "userId"), clientId: textOf(node, "_clientId") };
  const refresh = stringOf(node, "refreshToken");
  return [
    refresh && keyMatch(azureChecks.refreshToken, refresh, { ...place, keyPath: below(path, "refreshToken") }),
    accessToken(node, "accessToken", place, path),
  ];
};

/** An entry of `msal_token_cache.json`. */
const msalTokens = (node: JsonNode, path: string): readonly (Match | undefined)[] => {
  if (textOf(node, "home_account_id") === undefined) return [];
  const type = textOf(node, "credential_type");
  const place = { clientId: textOf(node, "client_id"), host: textOf(node, "environment") };
  const secret = stringOf(node, "secret");
  if (type === "AccessToken") return [accessToken(node, "secret", place, path)];
  if (type !== "RefreshToken" || secret === undefined) return [];
  return [keyMatch(azureChecks.refreshToken, secret, { ...place, keyPath: below(path, "secret") })];
};

const credentialsIn = (root: JsonNode): readonly Match[] => {
  const found: (Match | undefined)[] = [];
  for (const { node, path } of walkJson(root)) {
    if (node.kind !== "object") continue;
    found.push(servicePrincipal(node, path), ...legacyTokens(node, path), ...msalTokens(node, path));
  }
  return present(found);
};

const marks =
  /"(?:clientSecret|appId|servicePrincipalId|home_account_id|_authority|aadClientSecret|servicePrincipalKey)"/g;

const quote = 0x22;
const colon = 0x3a;
const blanks = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** Whether a word in quotes is a key. Source maps and lists of names have these words as values, and may be of many megabytes. */
const isKeyAt = (content: Buffer, at: number): boolean => {
  let next = content.indexOf(quote, at + 1) + 1;
  while (blanks.has(content[next]!)) next++;
  return content[next] === colon;
};

/** What the Azure command line and its tools keep in JSON. */
export const azureProfileParser: DocumentParser = {
  anchors: [
    '"clientSecret"',
    '"appId"',
    '"servicePrincipalId"',
    '"home_account_id"',
    '"_authority"',
    '"aadClientSecret"',
    '"servicePrincipalKey"',
  ],
  parse: (content, at) =>
    at.some((one) => isKeyAt(content, one)) ? jsonAround(wholeText(content), marks).flatMap(credentialsIn) : [],
};
