import { execFile } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { createServer as createProxy, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer } from "node:https";
import { type AddressInfo, connect, type Socket } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { endpointsFor, hostsIn } from "../../../src/image/registry/endpoints.ts";
import { proxyFor } from "../../../src/image/registry/proxy.ts";
import { certificatePem } from "../../certificates.ts";
import { temporaryFolder, writeFileAt } from "../../repositories.ts";
import { ociManifest } from "./registry-double.ts";
import { closeAfterwards, double, failure, listen, nobody, open, read } from "./sources.ts";

describe("mirrors", () => {
  test("are asked first, under their prefix, and told which registry is meant", async () => {
    const mirror = await double();
    const manifest = mirror.addManifest({ mediaType: ociManifest }, "1");
    const mirrors = { "registry.invalid": [`http://${mirror.host}/v2/proxied`] };
    expect(await open("registry.invalid/app:1", { mirrors }).root()).toEqual(manifest);
    expect(mirror.seen.map(({ url }) => url)).toEqual(["/v2/proxied/app/manifests/1?ns=registry.invalid"]);
  });
  test("that lack it, fail or are gone leave it to the next, and the gone are not asked again", async () => {
    const [empty, origin] = [await double(), await double()];
    let asked = 0;
    const broken = await listen((_, response) => {
      asked++;
      response.writeHead(500).end();
    });
    const gone = await double();
    await gone.close();
    const manifest = origin.addManifest({ mediaType: ociManifest }, "1");
    const blob = origin.addBlob(Buffer.from("layer"));
    const mirrors = { [origin.host]: [gone.host, `http://${broken}`, empty.host] };
    const source = open(`${origin.host}/app:1`, { mirrors });
    expect(await source.root()).toEqual(manifest);
    expect((await read(source.blob(blob))).toString()).toBe("layer");
    expect(empty.seen.filter(({ url }) => url.includes("/app/"))).toHaveLength(2);
    expect(asked).toBe(2);
  });
  test("whose manifest is not what was asked for are passed over", async () => {
    const origin = await double();
    const { digest } = origin.addManifest({ mediaType: ociManifest }, "1");
    const lying = await listen((_, response) => void response.end('{"layers":[]}'));
    const mirrors = { [origin.host]: [`http://${lying}`] };
    expect((await open(`${origin.host}/app@${digest}`, { mirrors }).root()).digest).toBe(digest);
  });
  test("get no login of the registry", async () => {
    const mirror = await double({ auth: "basic", login: "a:b" });
    mirror.addManifest({ mediaType: ociManifest }, "1");
    const auths = JSON.stringify({ auths: { "registry.invalid": { auth: Buffer.from("a:b").toString("base64") } } });
    const environment = { ...nobody(), DOCKER_AUTH_CONFIG: auths };
    const source = open("registry.invalid/app:1", { environment, mirrors: { "registry.invalid": [mirror.host] } });
    expect(await failure(source.root())).toContain("https://registry.invalid/");
    expect(mirror.seen.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });
  test("come from the environment too", () => {
    const hosts = hostsIn({
      TIDEWAITER_REGISTRY_MIRRORS: "docker.io=https://mirror.gcr.io, docker.io=cache.example:5000/hub",
      TIDEWAITER_INSECURE_REGISTRIES: "cache.example:5000",
    });
    expect(endpointsFor("docker.io", hosts)).toEqual([
      { host: "mirror.gcr.io", scheme: "https", prefix: "", mirror: true },
      { host: "cache.example:5000", scheme: "either", prefix: "hub/", mirror: true },
      { host: "registry-1.docker.io", scheme: "https", prefix: "", mirror: false },
    ]);
    expect(() => hostsIn({ TIDEWAITER_REGISTRY_MIRRORS: "mirror.gcr.io" })).toThrow("not of the form");
    expect(() => endpointsFor("a.example", { mirrors: { "a.example": ["u:hunter2@b.example"] } })).toThrow(
      /^(?!.*hunter2)/,
    );
  });
});

describe("http", () => {
  test.each([
    ["127.0.0.1:5000", "either"],
    ["localhost:5000", "either"],
    ["[::1]:5000", "either"],
    ["plain.example:5000", "either"],
    ["plain.example", "https"],
    ["10.0.0.1:5000", "https"],
    ["localhost.evil.test", "https"],
    ["ghcr.io", "https"],
  ])("%s is spoken to over %s", (registry, scheme) => {
    expect(endpointsFor(registry, { insecure: ["Plain.Example:5000"] })[0]?.scheme).toBe(scheme);
  });
});

const key = generateKeyPairSync("ec", { namedCurve: "P-256" });
const certificate = certificatePem(key.privateKey, {
  name: "registry.invalid",
  issuer: "registry.invalid",
  notAfter: new Date("2040-01-01"),
});

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const oneManifest: Handler = ({ url }, response) =>
  response.end(url?.includes("referrers") ? '{"manifests":[]}' : '{"schemaVersion":2,"layers":[]}');

const secureRegistry = async (handler: Handler = oneManifest): Promise<number> => {
  const privateKey = key.privateKey.export({ type: "pkcs8", format: "pem" });
  const server = createServer({ key: privateKey, cert: certificate }, handler);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closeAfterwards(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
};

describe("https", () => {
  test("an untrusted certificate is told with the way to trust it, and never followed by http", async () => {
    const port = await secureRegistry();
    expect(await failure(open(`localhost:${port}/app:1`).root())).toMatch(
      /certificate is not trusted.*NODE_EXTRA_CA_CERTS/,
    );
  });
});

describe("proxies", () => {
  const environment = {
    https_proxy: "http://ada:p%40w@proxy.example:3128",
    NO_PROXY: "a.example,.b.example, 10.0.0.0/8,c.example:8443,[::5]",
  };
  test.each([
    ["https://ghcr.io/", "proxy.example:3128"],
    ["https://a.example/", undefined],
    ["https://x.a.example/", undefined],
    ["https://xa.example/", "proxy.example:3128"],
    ["https://b.example/", undefined],
    ["https://10.2.3.4/", undefined],
    ["https://11.2.3.4/", "proxy.example:3128"],
    ["https://c.example/", "proxy.example:3128"],
    ["https://c.example:8443/", undefined],
    ["https://[::5]/", undefined],
    ["https://localhost:5000/", undefined],
    ["https://127.0.0.1:5000/", undefined],
    ["http://ghcr.io/", undefined],
  ])("for %s: %s", (url, host) => {
    expect(proxyFor(new URL(url), environment) === undefined ? undefined : "proxy.example:3128").toBe(host);
  });
  test("have a login, which no error shows", () => {
    const proxy = proxyFor(new URL("https://ghcr.io/"), environment);
    expect(proxy?.authorization).toBe(`Basic ${Buffer.from("ada:p@w").toString("base64")}`);
    expect(() => proxyFor(new URL("https://ghcr.io/"), { HTTPS_PROXY: "socks5://u:hunter2@x" })).toThrow(
      /^(?!.*hunter2)/,
    );
    for (const address of ["http://u:100%hunter2@x", "socks5://u:hunter2@x"])
      expect(() => proxyFor(new URL("https://ghcr.io/"), { https_proxy: address })).toThrow(
        expect.objectContaining({
          name: "ImageError",
          message: "https_proxy is not the http or https address of a proxy",
        }),
      );
    expect(proxyFor(new URL("https://ghcr.io/"), { ALL_PROXY: "http://p:1" })?.host).toBe("p");
  });

  const startProxy = async (port: number) => {
    const asked: { readonly target: string; readonly login: string | undefined }[] = [];
    const sockets = new Set<Socket>();
    const proxy = createProxy((request, response) => {
      asked.push({ target: request.url!, login: request.headers["proxy-authorization"] });
      response.writeHead(307, { location: `http://127.0.0.1:${port}/secret` }).end();
    });
    proxy.on("connect", (request, socket: Socket) => {
      asked.push({ target: request.url!, login: request.headers["proxy-authorization"] });
      if (request.headers["proxy-authorization"] === undefined) {
        socket.end("HTTP/1.1 407 No\r\n\r\n");
        return;
      }
      sockets.add(socket);
      const onward = connect(port, "127.0.0.1", () => socket.write("HTTP/1.1 200 OK\r\n\r\n"));
      onward
        .on("error", () => undefined)
        .pipe(socket.on("error", () => undefined))
        .pipe(onward);
    });
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    closeAfterwards(() => {
      proxy.close();
      proxy.closeAllConnections();
      for (const socket of sockets) socket.destroy();
    });
    return { asked, host: `127.0.0.1:${(proxy.address() as AddressInfo).port}` };
  };

  test("are asked for a tunnel, in which the certificate is checked", async () => {
    const port = await secureRegistry();
    const proxy = await startProxy(port);
    const through = (login: string) => ({ environment: { ...nobody(), https_proxy: `http://${login}${proxy.host}` } });
    expect(await failure(open("registry.invalid/app:1", through("ada:pw@")).root())).toContain(
      "certificate is not trusted",
    );
    expect(proxy.asked).toEqual([
      { target: "registry.invalid:443", login: `Basic ${Buffer.from("ada:pw").toString("base64")}` },
    ]);
    expect(await failure(open("registry.invalid/app:1", through("")).root())).toContain(
      "the proxy wants a user and password",
    );
  });
  /** What a program prints that trusts the registry from its start. */
  const trusting = async (handler: Handler, program: string) => {
    const proxy = await startProxy(await secureRegistry(handler));
    const folder = temporaryFolder();
    writeFileAt(folder, "authority.pem", certificate);
    const { href } = new URL("../../../src/image/registry/registry.ts", import.meta.url);
    const script = `
      const { openRegistry } = await import(${JSON.stringify(href)});
      const source = openRegistry("registry.invalid/app:1", { environment: process.env });
      ${program}
      await source.close();`;
    const args = ["--no-warnings", "--input-type=module", "-e", script];
    const authority = { NODE_EXTRA_CA_CERTS: join(folder, "authority.pem") };
    const env = { HOME: folder, https_proxy: `http://ada:pw@${proxy.host}`, ...authority };
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    return { stdout, asked: proxy.asked };
  };

  test("carry what a trusted registry sends, over one connection", async () => {
    const program =
      "console.log((await source.root()).size, (await source.referrers((await source.root()).digest)).length);";
    const { stdout, asked } = await trusting(oneManifest, program);
    expect(stdout).toBe("31 0\n");
    expect(asked).toHaveLength(1);
  });
  test.each([
    [
      "redirect",
      { location: "http://registry.invalid/x" },
      307,
      "redirects from https to http (registry.invalid): refused",
    ],
    [
      "token",
      { "www-authenticate": 'Bearer realm="http://registry.invalid/t"' },
      401,
      "asks for a token over http (registry.invalid)",
    ],
  ])("a registry that speaks https may not send us to http: %s", async (_, headers, status, why) => {
    const program = "console.log(await source.root().catch((error) => error.message));";
    const { stdout } = await trusting((_request, response) => response.writeHead(status, headers).end(), program);
    expect(stdout).toContain(why);
  });
  test("pass http on; a public registry behind one may not send us to this machine", async () => {
    let reached = false;
    const local = await listen((_, response) => {
      reached = true;
      response.end("secret");
    });
    const proxy = await startProxy(Number(local.split(":")[1]));
    const options = {
      environment: { ...nobody(), http_proxy: proxy.host },
      mirrors: { "a.invalid": ["http://registry.invalid"] },
    };
    const source = open("a.invalid/app:1", options);
    expect(await failure(source.root())).not.toBe("no error");
    expect(proxy.asked[0]?.target).toBe("http://registry.invalid/v2/app/manifests/1?ns=a.invalid");
    expect(reached).toBe(false);
  });
});
