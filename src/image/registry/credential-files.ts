import { readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { isJsonObject, type JsonObject } from "../../json-object.ts";
import type { Environment } from "../environment.ts";
import type { Login } from "./login.ts";

/** One of Docker's or podman's files (docker config.json; containers-auth.json(5)), as far as it concerns us. */
export interface CredentialFile {
  readonly path: string;
  /** By server as written. */
  readonly auths: Readonly<Record<string, Login>>;
  /** Helper by server, and the one for all others. */
  readonly credHelpers: Readonly<Record<string, string>>;
  readonly credsStore?: string;
}

const maxFile = 1 << 20;

const record = (value: unknown): JsonObject => (isJsonObject(value) ? value : {});

const text = (value: unknown): string => (typeof value === "string" ? value : "");

const decodeAuth = (encoded: string): readonly [user: string, password: string] => {
  const decoded = Buffer.from(encoded, "base64").toString().replace(/\0+$/, "");
  const colon = decoded.indexOf(":");
  return colon === -1 ? ["", ""] : [decoded.slice(0, colon), decoded.slice(colon + 1)];
};

const loginOf = (entry: JsonObject): Login | undefined => {
  const [registryToken, identityToken] = [text(entry["registrytoken"]), text(entry["identitytoken"])];
  if (registryToken !== "") return { kind: "bearer", token: registryToken };
  if (identityToken !== "") return { kind: "identity", token: identityToken };
  const [user, password] =
    text(entry["auth"]) === "" ? [text(entry["username"]), text(entry["password"])] : decodeAuth(text(entry["auth"]));
  return user === "" && password === "" ? undefined : { kind: "password", user, password };
};

const pick = <Value>(
  entries: JsonObject,
  read: (value: unknown) => Value | undefined,
): Readonly<Record<string, Value>> =>
  Object.fromEntries(
    Object.entries(entries).flatMap(([server, value]) => {
      const picked = read(value);
      return picked === undefined ? [] : [[server, picked] as const];
    }),
  );

const parse = (path: string, content: string): CredentialFile => {
  const json = record(JSON.parse(content));
  const credsStore = text(json["credsStore"]);
  return {
    path,
    auths: pick(record(json["auths"] ?? (path.endsWith(".dockercfg") ? json : {})), (entry) => loginOf(record(entry))),
    credHelpers: pick(record(json["credHelpers"]), (name) => text(name) || undefined),
    ...(credsStore !== "" && { credsStore }),
  };
};

const places = (environment: Environment): readonly string[] => {
  const home = environment["HOME"] ?? environment["USERPROFILE"] ?? homedir();
  const runtime = environment["XDG_RUNTIME_DIR"];
  return [
    environment["REGISTRY_AUTH_FILE"],
    join(environment["DOCKER_CONFIG"] || join(home, ".docker"), "config.json"),
    runtime && join(runtime, "containers", "auth.json"),
    join(environment["XDG_CONFIG_HOME"] || join(home, ".config"), "containers", "auth.json"),
    join(home, ".dockercfg"),
  ].filter((path): path is string => path !== undefined && path !== "");
};

export interface CredentialFiles {
  readonly files: readonly CredentialFile[];
  /** Why some could not be read. */
  readonly unread: readonly string[];
}

const read = (path: string): CredentialFile | undefined => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (!found.isFile() || found.size > maxFile) throw new Error("not a file of 1 MiB at most");
  return parse(path, readFileSync(path, "utf8"));
};

/** All that there are, the most decisive first: what the environment names, Docker's, podman's. */
export const readCredentialFiles = (environment: Environment): CredentialFiles => {
  const files: CredentialFile[] = [];
  const unread: string[] = [];
  const attempt = (path: string, open: () => CredentialFile | undefined): void => {
    try {
      const file = open();
      if (file !== undefined) files.push(file);
    } catch {
      unread.push(`${path} is no readable credential file`);
    }
  };
  const inline = environment["DOCKER_AUTH_CONFIG"];
  if (inline) attempt("DOCKER_AUTH_CONFIG", () => parse("DOCKER_AUTH_CONFIG", inline));
  for (const path of places(environment)) attempt(path, () => read(path));
  return { files, unread };
};
