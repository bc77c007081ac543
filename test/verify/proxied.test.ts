import { spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { cli } from "../built.ts";
import { certificatePem } from "../certificates.ts";
import { temporaryFolder } from "../repositories.ts";
import { fill } from "../tokens.ts";

const host = "api.stripe.com";
const key = fill("sk_live_{base62:99}", "proxied").text;

const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const certificate = certificatePem(privateKey, {
  name: host,
  issuer: host,
  notBefore: new Date(Date.now() - 86_400_000),
  notAfter: new Date(Date.now() + 86_400_000),
});

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

const listening = async <T extends Server>(server: T): Promise<T> => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
};

/** The provider, as it can be reached through the proxy only. */
const provider = createTlsServer(
  { key: privateKey.export({ type: "pkcs8", format: "pem" }), cert: certificate },
  (request, response) => {
    const accepted = request.headers.authorization === `Bearer ${key}`;
    response.writeHead(accepted ? 200 : 401).end("{}");
  },
);

const asked: string[] = [];

/** A proxy that lets nobody pass without its password. */
const proxy = createServer().on("connect", ({ url, headers }: IncomingMessage, socket) => {
  asked.push(url!);
  if (headers["proxy-authorization"] !== `Basic ${Buffer.from("user:word").toString("base64")}`)
    return socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
  const onward = connect(portOf(provider), "127.0.0.1", () => {
    socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    socket.pipe(onward).pipe(socket);
  });
  onward.on("error", () => socket.destroy());
  socket.on("error", () => onward.destroy());
  return undefined;
});

beforeAll(async () => {
  await listening(provider);
  await listening(proxy);
});

afterAll(() => {
  provider.close();
  proxy.close();
});

const folder = temporaryFolder();

/** The JSON report of `tidewaiter files --verify`, and all that was written. */
const verified = async (environment: Readonly<Record<string, string>>) => {
  writeFileSync(join(folder, "settings.txt"), `a = ${key}\n`);
  writeFileSync(join(folder, "ca.pem"), certificate);
  const child = spawn(
    process.execPath,
    ["--no-warnings", cli, "files", "settings.txt", "--verify", "--format", "json"],
    {
      cwd: folder,
      env: { PATH: process.env["PATH"], NODE_EXTRA_CA_CERTS: join(folder, "ca.pem"), ...environment },
    },
  );
  let text = "";
  let errors = "";
  child.stdout.on("data", (chunk) => (text += chunk));
  child.stderr.on("data", (chunk) => (errors += chunk));
  await once(child, "close");
  const { findings, notes } = JSON.parse(text);
  return { finding: findings[0], notes: notes as readonly string[], output: text + errors };
};

test("through a proxy with a password, over TLS that is checked", async () => {
  const { finding, output } = await verified({ https_proxy: `http://user:word@127.0.0.1:${portOf(proxy)}` });
  expect([finding.facts.verification, asked]).toEqual(["active", [`${host}:443`]]);
  expect(output).not.toContain("word");
});

test("a proxy that refuses, or a certificate of nobody, is no answer", async () => {
  const refused = await verified({ https_proxy: `http://127.0.0.1:${portOf(proxy)}` });
  expect([refused.finding.facts.verification, refused.notes[1]]).toEqual([
    "unknown",
    `Not known: 1 × ${host}: the proxy answered 407.`,
  ]);
  const through = { https_proxy: `http://user:word@127.0.0.1:${portOf(proxy)}` };
  const untrusted = await verified({ ...through, NODE_EXTRA_CA_CERTS: "" });
  expect(untrusted.notes[1]).toMatch(/^Not known: 1 × api\.stripe\.com: no connection \([A-Z_]+\)\.$/);
});
