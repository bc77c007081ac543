import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { candidatesFor } from "../../../src/image/registry/credentials.ts";
import { temporaryFolder, writeFileAt } from "../../repositories.ts";

const encoded = (user: string, password: string): string => Buffer.from(`${user}:${password}`).toString("base64");

type Home = { readonly HOME: string; readonly PATH: string };

const home = (files: Readonly<Record<string, unknown>> = {}): Home => {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files))
    writeFileAt(folder, path, typeof content === "string" ? content : JSON.stringify(content));
  return { HOME: folder, PATH: `${folder}/bin:${process.env["PATH"]}` };
};

/** A helper that answers as a shell script does. */
const helper = ({ HOME }: Home, name: string, script: string): void => {
  writeFileAt(HOME, `bin/docker-credential-${name}`, `#!/bin/sh\n${script}\n`);
  chmodSync(join(HOME, `bin/docker-credential-${name}`), 0o755);
};

const found = async (registry: string, environment: Readonly<Record<string, string>>, repository = "team/app") =>
  (await candidatesFor(registry, repository, environment)).map(({ login }) => login);

const password = (user: string) => [{ kind: "password", user, password: "pw" }];
const nobody = [undefined];

describe("logins that are written down", () => {
  const docker = (auths: object) => home({ ".docker/config.json": { auths } });

  test.each([
    ["registry.example", "registry.example"],
    ["registry.example", "https://registry.example"],
    ["registry.example", "https://registry.example/v2/"],
    ["registry.example", "Registry.Example:443"],
    ["registry.example:5000", "registry.example:5000"],
    ["docker.io", "https://index.docker.io/v1/"],
    ["docker.io", "docker.io"],
    ["docker.io", "registry-1.docker.io"],
  ])("for %s under the key %s", async (registry, key) => {
    expect(await found(registry, docker({ [key]: { auth: encoded("ada", "pw") } }))).toEqual(password("ada"));
  });
  test.each(["registry.example.evil.test", "other.example", "registry.example:5000", "evil/registry.example"])(
    "never from the key %s",
    async (key) => {
      expect(await found("registry.example", docker({ [key]: { auth: encoded("ada", "pw") } }))).toEqual(nobody);
    },
  );
  test("in other fields: user and password, tokens, a colon in the password", async () => {
    const auths = {
      "a.example": { username: "ada", password: "pw" },
      "b.example": { auth: encoded("00000000-0000-0000-0000-000000000000", ""), identitytoken: "refresh" },
      "c.example": { registrytoken: "bearer" },
      "d.example": { auth: encoded("ada", "p:w") },
      "e.example": {},
    };
    const environment = docker(auths);
    expect(await found("a.example", environment)).toEqual(password("ada"));
    expect(await found("b.example", environment)).toEqual([{ kind: "identity", token: "refresh" }]);
    expect(await found("c.example", environment)).toEqual([{ kind: "bearer", token: "bearer" }]);
    expect(await found("d.example", environment)).toEqual([{ kind: "password", user: "ada", password: "p:w" }]);
    expect(await found("e.example", environment)).toEqual(nobody);
  });
  test("by podman, for a namespace: the longest counts", async () => {
    const entry = (user: string) => ({ auth: encoded(user, "pw") });
    const auths = { "quay.io": entry("all"), "quay.io/team": entry("team"), "quay.io/team/app": entry("app") };
    const environment = home({ ".config/containers/auth.json": { auths } });
    expect(await found("quay.io", environment)).toEqual(password("app"));
    expect(await found("quay.io", environment, "team/other")).toEqual(password("team"));
    expect(await found("quay.io", environment, "teams/app")).toEqual(password("all"));
  });
  test("in the places that the environment names, the most decisive first", async () => {
    const auths = (user: string) => ({ auths: { "registry.example": { auth: encoded(user, "pw") } } });
    const environment = home({
      ".docker/config.json": auths("home"),
      "docker/config.json": auths("docker"),
      "auth.json": auths("file"),
      "run/containers/auth.json": auths("runtime"),
    });
    const { HOME } = environment;
    const from = (names: Readonly<Record<string, string>>) => found("registry.example", { ...environment, ...names });
    expect(await from({})).toEqual(password("home"));
    expect(await from({ DOCKER_CONFIG: `${HOME}/docker` })).toEqual(password("docker"));
    expect(await from({ DOCKER_CONFIG: `${HOME}/none`, XDG_RUNTIME_DIR: `${HOME}/run` })).toEqual(password("runtime"));
    expect(await from({ REGISTRY_AUTH_FILE: `${HOME}/auth.json` })).toEqual(password("file"));
    expect(await from({ DOCKER_AUTH_CONFIG: JSON.stringify(auths("inline")) })).toEqual(password("inline"));
  });
  test("in a file that cannot be read: said, without its content", async () => {
    for (const content of ["{ not json: hunter2", "[]", JSON.stringify({ auths: { "registry.example": "hunter2" } })]) {
      const environment = home({ ".docker/config.json": content });
      const [candidate] = await candidatesFor("registry.example", "app", environment);
      expect(candidate?.login).toBeUndefined();
      expect(candidate?.origin).not.toContain("hunter2");
    }
    const [candidate] = await candidatesFor("registry.example", "app", home({ ".docker/config.json": "{" }));
    expect(candidate?.origin).toMatch(/no login for it was found; .*config\.json is no readable credential file/);
  });
});

describe("credential helpers", () => {
  const configured = (config: object) => home({ ".docker/config.json": config });
  const echo = `read server; printf '{"ServerURL":"%s","Username":"%s","Secret":"pw"}' "$server" "$server"`;

  test("are asked with the server on standard input", async () => {
    const environment = configured({ credHelpers: { "registry.example": "one" }, credsStore: "two" });
    helper(environment, "one", `read server; printf '{"Username":"one %s","Secret":"pw"}' "$server"`);
    helper(environment, "two", echo);
    expect(await found("registry.example", environment)).toEqual(password("one registry.example"));
    expect(await found("other.example", environment)).toEqual(password("other.example"));
    expect(await found("docker.io", environment)).toEqual(password("https://index.docker.io/v1/"));
  });
  test("may give an identity token", async () => {
    const environment = configured({ credsStore: "one" });
    helper(environment, "one", `printf '{"Username":"<token>","Secret":"refresh"}'`);
    expect(await found("registry.example", environment)).toEqual([{ kind: "identity", token: "refresh" }]);
  });
  test("that have nothing leave it to what is written down", async () => {
    const auths = { "registry.example": { auth: encoded("ada", "pw") } };
    const environment = configured({ credsStore: "one", auths });
    helper(environment, "one", `echo "credentials not found in native keychain"; exit 1`);
    expect(await found("registry.example", environment)).toEqual(password("ada"));
  });
  test.each([
    ["fails", "one", "echo hunter2; echo hunter2 >&2; exit 7", "docker-credential-one failed with status 7"],
    ["writes no JSON", "one", "echo hunter2", "docker-credential-one wrote no login"],
    ["writes without end", "one", "yes hunter2", "docker-credential-one wrote more than 65536 bytes"],
    ["is absent", "absent", "", "docker-credential-absent is not installed"],
    ["is a path", "../../bin/sh", "", "ill-formed name"],
  ])("one that %s is told, and not what it wrote", async (_, name, script, why) => {
    const environment = configured({ credsStore: name });
    helper(environment, "one", script);
    const [candidate] = await candidatesFor("registry.example", "app", environment);
    expect(candidate?.login).toBeUndefined();
    expect(candidate?.origin).toContain(why);
    expect(candidate?.origin).not.toContain("hunter2");
  });
});

describe("a workflow's token", () => {
  test("is tried for ghcr.io alone, then nobody's", async () => {
    const environment = { ...home(), GITHUB_TOKEN: "pw", GITHUB_ACTOR: "ada" };
    expect(await found("ghcr.io", environment)).toEqual([...password("ada"), undefined]);
    for (const other of ["docker.io", "ghcr.io:8080", "xghcr.io", "ghcr.io.evil.test", "evil.test"])
      expect(await found(other, environment)).toEqual(nobody);
  });
  test("may be given without the environment, as the Action has it", async () => {
    const logins = async (registry: string, environment: Record<string, string>) =>
      (await candidatesFor(registry, "app", environment, "pw")).map(({ login }) => login);
    const actor = { ...home(), GITHUB_ACTOR: "ada" };
    expect(await logins("ghcr.io", actor)).toEqual([...password("ada"), undefined]);
    expect(await logins("docker.io", actor)).toEqual(nobody);
    expect(await logins("ghcr.io", { ...actor, GITHUB_TOKEN: "other" })).not.toEqual([...password("ada"), undefined]);
  });
  test("gives way to a login that is written down", async () => {
    const auths = { "ghcr.io": { auth: encoded("bot", "pw") } };
    const environment = { ...home({ ".docker/config.json": { auths } }), GITHUB_TOKEN: "other" };
    expect(await found("ghcr.io", environment)).toEqual(password("bot"));
  });
});
