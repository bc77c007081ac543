import { describe, expect, test } from "@jest/globals";
import { parseChallenges } from "../../../src/image/registry/challenge.ts";
import { temporaryFolder, writeFileAt } from "../../repositories.ts";
import { ociManifest } from "./registry-double.ts";
import { double, failure, listen, open, read } from "./sources.ts";

const login = "ada:correct horse";

/** The environment of somebody who has logged in. */
const loggedIn = (host: string, entry: object): Record<string, string> => {
  const HOME = temporaryFolder();
  writeFileAt(HOME, ".docker/config.json", JSON.stringify({ auths: { [host]: entry } }));
  return { HOME };
};

const withPassword = (host: string, text = login) => loggedIn(host, { auth: Buffer.from(text).toString("base64") });

describe("coming in", () => {
  test.each(["bearer", "basic"] as const)("with %s authentication", async (auth) => {
    const registry = await double({ auth, login });
    const manifest = registry.addManifest({ mediaType: ociManifest }, "1");
    const source = open(`${registry.host}/app:1`, { environment: withPassword(registry.host) });
    expect(await source.root()).toEqual(manifest);
  });
  test("as anybody, with a token that is asked for once", async () => {
    const registry = await double({ auth: "bearer" });
    const blobs = [1, 2, 3, 4].map((byte) => registry.addBlob(Buffer.of(byte)));
    registry.addManifest({ mediaType: ociManifest }, "1");
    const source = open(`${registry.host}/app:1`);
    await Promise.all(
      blobs.map(async (blob) => {
        for await (const _ of source.blob(blob));
      }),
    );
    await source.root();
    const tokens = registry.seen.filter(({ url }) => url.startsWith("/token"));
    expect(tokens.map(({ url }) => url)).toEqual(["/token?service=double&scope=repository%3Aapp%3Apull"]);
    expect(tokens[0]?.headers.authorization).toBeUndefined();
  });
  test("with an identity token, by POST", async () => {
    const registry = await double({ auth: "bearer", login });
    registry.addManifest({ mediaType: ociManifest }, "1");
    const environment = loggedIn(registry.host, { identitytoken: "correct horse" });
    await open(`${registry.host}/app:1`, { environment }).root();
    const asked = registry.seen.find(({ method }) => method === "POST");
    expect(Object.fromEntries(new URLSearchParams(asked?.body))).toMatchObject({
      grant_type: "refresh_token",
      service: "double",
      scope: "repository:app:pull",
    });
    expect(asked?.url).toBe("/token");
  });
  test("with a new token when the old one has expired", async () => {
    let late = false;
    const registry = await double({
      auth: "bearer",
      intercept: (request) => {
        if (late && request.url?.includes("/blobs/") && request.headers.authorization) {
          late = false;
          request.headers.authorization = "Bearer expired";
        }
        return false;
      },
    });
    registry.addManifest({ mediaType: ociManifest }, "1");
    const blob = registry.addBlob(Buffer.of(1));
    const source = open(`${registry.host}/app:1`);
    await source.root();
    late = true;
    expect((await read(source.blob(blob))).length).toBe(1);
    expect(registry.seen.filter(({ url }) => url.startsWith("/token"))).toHaveLength(2);
  });
  test("with the token that another request got while the refusal was on its way", async () => {
    let held: () => void = () => undefined;
    const registry = await double({
      auth: "bearer",
      intercept: (request, response) => {
        if (!request.url?.endsWith(late.digest) || request.headers.authorization) return false;
        const challenge = `Bearer realm="http://${request.headers.host}/token",scope="repository:app:pull"`;
        held = () => response.writeHead(401, { "www-authenticate": challenge }).end();
        return true;
      },
    });
    const late = registry.addBlob(Buffer.of(1));
    registry.addManifest({ mediaType: ociManifest }, "1");
    const source = open(`${registry.host}/app:1`);
    const blob = read(source.blob(late));
    await source.root();
    while (registry.seen.length < 4) await new Promise((resolve) => setTimeout(resolve, 10));
    held();
    expect((await blob).length).toBe(1);
    expect(registry.seen.filter(({ url }) => url.startsWith("/token"))).toHaveLength(1);
  });
  test.each(["bearer", "basic"] as const)("a refused password is told, not shown (%s)", async (auth) => {
    const registry = await double({ auth, login });
    const environment = withPassword(registry.host, "ada:hunter2");
    const said = await failure(open(`${registry.host}/app:1`, { environment }).root());
    expect(said).toMatch(/is absent or not for us \(401\): with the login from .*config\.json/);
    expect(said).not.toMatch(/hunter2|YWRh/);
    expect(registry.seen.length).toBeLessThan(6);
  });
  test("no login is told", async () => {
    const registry = await double({ auth: "basic", login });
    expect(await failure(open(`${registry.host}/app:1`).root())).toContain("(401): no login for it was found");
  });
  test("whoever was let in is not given up for a refusal of one thing", async () => {
    const registry = await double({
      auth: "bearer",
      login,
      intercept: (request, response) => {
        if (!request.url?.endsWith("/manifests/other")) return false;
        response.writeHead(403).end();
        return true;
      },
    });
    registry.addManifest({ mediaType: ociManifest }, "1");
    const blob = registry.addBlob(Buffer.of(1));
    const source = open(`${registry.host}/app:1`, { environment: withPassword(registry.host) });
    await source.root();
    expect(await failure(source.tagged("other"))).toContain("not for us (403)");
    expect((await read(source.blob(blob))).length).toBe(1);
    expect(registry.seen.filter(({ url }) => url.startsWith("/token"))).toHaveLength(1);
  });
  test.each([0, 1])("a registry that always refuses is not asked for ever, after %i good answers", async (good) => {
    let asked = 0;
    const host = await listen((request, response) => {
      asked++;
      const { authorization, host: here } = request.headers;
      const challenge = { "www-authenticate": `Bearer realm="http://${here}/token"` };
      if (request.url?.startsWith("/token")) response.end('{"token":"t"}');
      else if (request.url?.endsWith("/good") && authorization !== undefined) response.end('{"layers":[]}');
      else response.writeHead(401, challenge).end();
    });
    const source = open(`${host}/app:1`);
    if (good > 0) await source.tagged("good");
    expect(await failure(source.root())).toContain("not for us (401)");
    expect(asked).toBeLessThan(16);
  });
});

describe("a token service that misbehaves", () => {
  const challenging = (realm: string, token = "{}") =>
    listen((request, response) => {
      if (request.url?.startsWith("/token")) response.end(token);
      else
        response
          .writeHead(401, { "www-authenticate": `Bearer realm="${realm.replace("HOST", request.headers.host!)}"` })
          .end();
    });
  test.each([
    ["", "what is no address"],
    ["not an address", "what is no address"],
    ["file:///etc/passwd", "neither http nor https"],
    ["http://user:pw@HOST/token", "with a password in it"],
    ["http://169.254.169.254/latest/meta-data", "private or local address"],
  ])("realm %j", async (realm, why) => {
    const host = await challenging(realm);
    expect(await failure(open(`${host}/app:1`).root())).toContain(why);
  });
  test.each([["{}"], ['{"token":""}'], ['{"token":5}'], ['{"token":"a\\r\\nx: y"}'], ["<html>"]])(
    "answer %s",
    async (token) => {
      const host = await challenging("http://HOST/token", token);
      expect(await failure(open(`${host}/app:1`).root())).toContain("answers without a token");
    },
  );
});

describe("challenges", () => {
  test.each([
    [
      'Bearer realm="https://a/t",service="s",scope="x y"',
      [["bearer", { realm: "https://a/t", service: "s", scope: "x y" }]],
    ],
    ["basic REALM=plain", [["basic", { realm: "plain" }]]],
    [
      'Basic realm="a", Bearer realm="b, c=\\"d\\"" , scope=e',
      [
        ["basic", { realm: "a" }],
        ["bearer", { realm: 'b, c="d"', scope: "e" }],
      ],
    ],
    [
      "Negotiate, Basic realm=x",
      [
        ["negotiate", {}],
        ["basic", { realm: "x" }],
      ],
    ],
    ["", []],
  ])("%s", (header, expected) => {
    expect(parseChallenges(header).map(({ scheme, parameters }) => [scheme, parameters])).toEqual(expected);
  });
  test("without an end are read as far as they go", () => {
    expect(parseChallenges('Bearer realm="unclosed')[0]).toEqual({ scheme: "bearer", parameters: { realm: "" } });
  });
  test("of hostile length take no time", () => {
    const began = performance.now();
    for (const text of [
      `Bearer ${"a=".repeat(50_000)}`,
      `Bearer a="${"\\".repeat(100_000)}`,
      ", ".repeat(50_000),
      "a ".repeat(50_000),
    ])
      parseChallenges(text);
    expect(performance.now() - began).toBeLessThan(300);
  });
});
