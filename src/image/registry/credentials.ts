import type { Environment } from "../environment.ts";
import { type CredentialFile, readCredentialFiles } from "./credential-files.ts";
import { askHelper, type Helped } from "./credential-helper.ts";
import type { Candidate } from "./login.ts";

const hub = {
  names: new Set(["docker.io", "index.docker.io", "registry-1.docker.io"]),
  server: "https://index.docker.io/v1/",
};

/** `https://host/v1/`, `host` and podman's `host/team` as the path that they stand for. */
const normalKey = (key: string): string => {
  const bare = key.replace(/^https?:\/\//, "");
  const path = bare.replace(/\/(?:v[12]\/?)?$/, "");
  const scoped = bare === key ? path : path.replace(/\/.*$/, "");
  const [host = "", ...rest] = scoped.split("/");
  const registry = hub.names.has(host.toLowerCase()) ? "docker.io" : host.toLowerCase().replace(/:443$/, "");
  return [registry, ...rest].join("/");
};

/** The registry, and podman's namespaces above a repository, the longest first. */
const scopesOf = (registry: string, repository: string): readonly string[] => {
  const parts = [hub.names.has(registry) ? "docker.io" : registry, ...repository.split("/")];
  return parts.map((_, i) => parts.slice(0, parts.length - i).join("/"));
};

const entryFor = <Value>(entries: Readonly<Record<string, Value>>, scopes: readonly string[]): Value | undefined => {
  const byKey = new Map<string, Value>();
  for (const [key, value] of Object.entries(entries)) if (!byKey.has(normalKey(key))) byKey.set(normalKey(key), value);
  return scopes.map((scope) => byKey.get(scope)).find((value) => value !== undefined);
};

interface Search {
  readonly file: CredentialFile;
  readonly registry: string;
  readonly scopes: readonly string[];
  readonly environment: Environment;
}

/** A helper of its own decides, then the store, then what is written down (docker/cli, cli/config/configfile). */
const searchFile = async ({ file, registry, scopes, environment }: Search): Promise<Helped> => {
  const helper = entryFor(file.credHelpers, scopes) ?? file.credsStore;
  const server = hub.names.has(registry) ? hub.server : registry;
  const helped: Helped = helper === undefined ? { login: undefined } : await askHelper(helper, server, environment);
  if ("login" in helped && helped.login !== undefined) return helped;
  const login = entryFor(file.auths, scopes);
  return login === undefined ? helped : { login };
};

const fromFiles = async (registry: string, repository: string, environment: Environment) => {
  const { files, unread } = readCredentialFiles(environment);
  const failed = [...unread];
  const scopes = scopesOf(registry, repository);
  for (const file of files) {
    const found = await searchFile({ file, registry, scopes, environment });
    if ("failed" in found) failed.push(`${found.failed} (named in ${file.path})`);
    else if (found.login !== undefined) return { candidate: { login: found.login, origin: file.path }, failed };
  }
  return { candidate: undefined, failed };
};

/**
 * Ways to come in, to be tried in turn. What the user wrote down for a registry is used alone; a workflow's token is only tried,
 * since it may lack the permission that a public image does not need.
 */
export const candidatesFor = async (
  registry: string,
  repository: string,
  environment: Environment,
  workflowToken?: string,
): Promise<readonly Candidate[]> => {
  const { candidate, failed } = await fromFiles(registry, repository, environment);
  if (candidate !== undefined) return [candidate];
  const anybody = { login: undefined, origin: ["no login for it was found", ...failed].join("; ") };
  const token = environment["GITHUB_TOKEN"] || workflowToken;
  if (registry !== "ghcr.io" || !token) return [anybody];
  const user = environment["GITHUB_ACTOR"] || "token";
  return [{ login: { kind: "password", user, password: token }, origin: "GITHUB_TOKEN" }, anybody];
};
