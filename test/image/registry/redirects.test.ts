import { describe, expect, test } from "@jest/globals";
import { maySendTo, vicinityOf, vicinityOfHost } from "../../../src/image/registry/address.ts";
import { openConnections } from "../../../src/image/registry/connections.ts";
import { temporaryFolder, writeFileAt } from "../../repositories.ts";
import type { RegistryDouble } from "./registry-double.ts";
import { double, failure, listen, nobody, open, read } from "./sources.ts";

const layer = Buffer.from("layer");
const login = "ada:pw";

const environmentFor = (host: string): Record<string, string> => {
  const HOME = temporaryFolder();
  const auth = Buffer.from(login).toString("base64");
  writeFileAt(HOME, ".docker/config.json", JSON.stringify({ auths: { [host]: { auth } } }));
  return { HOME };
};

/** A registry with a login that sends readers of blobs elsewhere. */
const sending = (location: (host: string) => string, status = 307): Promise<RegistryDouble> =>
  double({
    auth: "basic",
    login,
    intercept: (request, response) => {
      if (!request.url?.includes("/blobs/") || request.headers.authorization === undefined) return false;
      response.writeHead(status, { location: location(request.headers.host!) }).end();
      return true;
    },
  });

const readFrom = (registry: RegistryDouble) =>
  read(open(`${registry.host}/app:1`, { environment: environmentFor(registry.host) }).blob(registry.addBlob(layer)));

describe("redirects", () => {
  test.each([301, 302, 303, 307, 308])("%i to another host goes without the login", async (status) => {
    const seen: (string | undefined)[] = [];
    const store = await listen((request, response) => {
      seen.push(request.headers.authorization);
      response.end(layer);
    });
    const registry = await sending(() => `http://${store}/layer?X-Amz-Signature=abc`, status);
    expect((await readFrom(registry)).equals(layer)).toBe(true);
    expect(seen).toEqual([undefined]);
  });
  test("within the registry keep the login", async () => {
    const registry = await double({
      auth: "basic",
      login,
      intercept: (request, response) => {
        const { url = "", headers } = request;
        if (!url.startsWith("/v2/app/blobs/") || headers.authorization === undefined) return false;
        response.writeHead(307, { location: url.replace("/app/", "/other/") }).end();
        return true;
      },
    });
    expect((await readFrom(registry)).equals(layer)).toBe(true);
  });
  test("out and back do not take the login up again", async () => {
    const back = await listen((request, response) => {
      response
        .writeHead(307, { location: new URL(request.url!, `http://${registry.host}`).searchParams.get("to")! })
        .end();
    });
    const registry = await sending((host) => `http://${back}/?to=http://${host}/v2/app/manifests/1`);
    expect(await failure(readFrom(registry))).toContain("not for us (401)");
  });
  test.each([
    ["http://169.254.169.254/latest/meta-data/", "private or local address"],
    ["http://[fe80::1]/", "private or local address"],
    ["http://0.0.0.0/", "private or local address"],
    ["http://[::ffff:169.254.169.254]/", "private or local address"],
    ["http://2852039166/", "private or local address"],
    ["ftp://example.org/layer", "neither http nor https"],
    ["file:///etc/passwd", "neither http nor https"],
    ["http://user:hunter2@127.0.0.1/", "with a password in it"],
    ["http://[", "no address"],
  ])("to %s are refused", async (location, why) => {
    const said = await failure(readFrom(await sending(() => location)));
    expect(said).toContain(why);
    expect(said).not.toContain("hunter2");
  });
  test("a name that a stranger wrote leads to public addresses alone", async () => {
    const registry = await double();
    const { port } = new URL(`http://${registry.host}`);
    for (const host of [registry.host, `localhost:${port}`, `10.0.0.1:${port}`, "169.254.169.254"])
      expect(await failure(open(`${host}/app:1`, { mayBeLocal: false }).root())).toContain("private or local address");
    expect(registry.seen).toEqual([]);
  });
  test.each(["TIDEWAITER_PRIVATE_REGISTRIES", "TIDEWAITER_INSECURE_REGISTRIES"])(
    "unless the user names their registry in %s",
    async (variable) => {
      const registry = await double();
      const environment = { ...nobody(), [variable]: `other.example,${registry.host.toUpperCase()}` };
      const source = open(`${registry.host}/app:1`, { mayBeLocal: false, environment });
      expect(await failure(source.root())).not.toContain("private or local address");
      expect(registry.seen).not.toEqual([]);
    },
  );
  test("in a circle are given up", async () => {
    const registry = await sending((host) => `http://${host}/v2/app/blobs/again`);
    expect(await failure(readFrom(registry))).toContain("redirects more than 5 times");
  });
  test("to a store that fails do not show the address's signature", async () => {
    const store = await listen((_, response) => void response.writeHead(403).end());
    const registry = await sending(() => `http://${store}/layer?X-Amz-Signature=hunter2`);
    const said = await failure(readFrom(registry));
    expect(said).toContain(`http://${store}/layer is absent or not for us (403)`);
    expect(said).not.toContain("hunter2");
  });
});

describe("where an address lies", () => {
  test.each([
    ["8.8.8.8", "public"],
    ["2606:4700::1", "public"],
    ["172.15.255.255", "public"],
    ["10.1.2.3", "private"],
    ["172.31.0.1", "private"],
    ["192.168.1.1", "private"],
    ["100.64.0.1", "private"],
    ["fd12:3456::1", "private"],
    ["::ffff:10.0.0.1", "private"],
    ["127.8.9.1", "loopback"],
    ["::1", "loopback"],
    ["::ffff:127.0.0.1", "loopback"],
    ["::127.0.0.1", "loopback"],
    ["2002:7f00:1::", "loopback"],
    ["169.254.169.254", "link"],
    ["64:ff9b::a9fe:a9fe", "link"],
    ["fd00:ec2::254", "link"],
    ["100.100.100.200", "link"],
    ["0.0.0.0", "link"],
    ["::", "link"],
    ["fe80::1%eth0", "link"],
    ["255.255.255.255", "link"],
    ["224.0.0.1", "link"],
  ])("%s: %s", (address, vicinity) => {
    expect(vicinityOf(address)).toBe(vicinity);
  });
  test("is told of a name only when it is this machine's", () => {
    expect(["localhost", "a.localhost", "localhost.", "[::1]", "10.0.0.1", "notlocalhost"].map(vicinityOfHost)).toEqual(
      ["loopback", "loopback", "loopback", "loopback", "private", undefined],
    );
  });
  test("decides who may send us there", () => {
    const all = ["public", "private", "loopback", "link"] as const;
    const allowed = Object.fromEntries(all.map((from) => [from, all.filter((to) => maySendTo(from, to))]));
    expect(allowed).toEqual({
      public: ["public"],
      private: ["public", "private"],
      loopback: ["public", "private", "loopback"],
      link: ["public", "link"],
    });
  });
  test("is looked at when a name is resolved, not before", async () => {
    const resolve = (guarded: boolean): Promise<string> =>
      new Promise((done) => {
        const { lookup } = openConnections((vicinity) => !guarded || vicinity === "public");
        lookup("localhost", { all: true }, (error) => done(error?.code ?? "found"));
      });
    expect(await resolve(false)).toBe("found");
    expect(await resolve(true)).toBe("EADDRESS");
  });
});
