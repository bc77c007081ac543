import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { homedir } from "node:os";
import { join } from "node:path";
import { UsageError } from "../usage-error.ts";
import type { Environment } from "./environment.ts";
import { ImageError } from "./image-error.ts";

/** An image of a daemon as `docker save` writes it; each call asks for the whole archive. */
export type DaemonArchive = (signal?: AbortSignal) => AsyncIterable<Uint8Array>;

/** How a daemon is reached: options of `node:http`. */
interface Address {
  readonly shown: string;
  readonly secure: boolean;
  readonly options: Readonly<Record<string, string | Buffer>>;
}

/** A daemon first puts a large archive together, in silence. */
const silence = 300_000;
const longestName = 512;
/** No `..`, since the name becomes part of a path: only names, ids, tags and digests. */
const namePattern = /^[A-Za-z0-9[](?:[\w\]:@+-]|\.(?!\.)|\/(?!\/))*$/;

const usualSockets = (environment: Environment): readonly string[] => {
  const runtime = environment["XDG_RUNTIME_DIR"];
  const own = runtime ? [join(runtime, "docker.sock"), join(runtime, "podman", "podman.sock")] : [];
  return ["/var/run/docker.sock", ...own, "/run/podman/podman.sock"];
};

const read = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
};

/** The host of the context in use (docker/cli, cli/context/store: a folder by the hash of the context's name). */
const contextHost = (environment: Environment): string | undefined => {
  const home = environment["HOME"] ?? environment["USERPROFILE"] ?? homedir();
  const folder = environment["DOCKER_CONFIG"] || join(home, ".docker");
  const configured = (read(join(folder, "config.json")) as { currentContext?: unknown } | undefined)?.currentContext;
  const name = environment["DOCKER_CONTEXT"] || configured;
  if (typeof name !== "string" || name === "" || name === "default") return undefined;
  const id = createHash("sha256").update(name).digest("hex");
  const meta = read(join(folder, "contexts", "meta", id, "meta.json")) as
    | { Endpoints?: { docker?: { Host?: unknown } } }
    | undefined;
  const host = meta?.Endpoints?.docker?.Host;
  if (typeof host === "string") return host;
  throw new ImageError("the docker context in use names no host: set DOCKER_HOST");
};

const certificates = (environment: Environment): Readonly<Record<string, Buffer>> => {
  const home = environment["HOME"] ?? environment["USERPROFILE"] ?? homedir();
  const folder = environment["DOCKER_CERT_PATH"] || join(home, ".docker");
  const files = { ca: "ca.pem", cert: "cert.pem", key: "key.pem" };
  try {
    return Object.fromEntries(Object.entries(files).map(([use, file]) => [use, readFileSync(join(folder, file))]));
  } catch {
    throw new ImageError("DOCKER_TLS_VERIFY is set, but ca.pem, cert.pem and key.pem are not in DOCKER_CERT_PATH");
  }
};

const tcpAddress = (text: string, environment: Environment): Address => {
  const address = text.replace(/^tcp:/, "http:");
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || url.username !== "") throw new UsageError("DOCKER_HOST is no address like tcp://host:2375");
  const secure = url.protocol === "https:" || Boolean(environment["DOCKER_TLS_VERIFY"]);
  return {
    shown: `tcp://${url.host}`,
    secure,
    options: {
      hostname: url.hostname.replace(/^\[|\]$/g, ""),
      port: url.port || (secure ? "2376" : "2375"),
      ...(secure && environment["DOCKER_TLS_VERIFY"] && certificates(environment)),
    },
  };
};

const socketAddress = (socketPath: string): Address => ({ shown: socketPath, secure: false, options: { socketPath } });

/** Where the daemon listens: DOCKER_HOST, the docker context in use, or the first usual socket that exists. */
const addressOf = (environment: Environment): Address => {
  const host = environment["DOCKER_HOST"] || contextHost(environment);
  if (host === undefined) {
    const sockets = usualSockets(environment);
    return socketAddress(sockets.find((path) => existsSync(path)) ?? sockets[0]!);
  }
  if (host.startsWith("unix://")) return socketAddress(host.slice("unix://".length));
  if (host.startsWith("npipe://")) return socketAddress(host.slice("npipe:".length));
  if (/^(?:tcp|https?):\/\//.test(host)) return tcpAddress(host, environment);
  throw new UsageError("DOCKER_HOST begins with none of unix://, npipe://, tcp://: save the image with `docker save`");
};

const ask = (name: string, { shown, secure, options }: Address, signal?: AbortSignal): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const path = `/images/${encodeURIComponent(name).replace(/%(2F|3A|40)/g, decodeURIComponent)}/get`;
    const headers = { host: "docker", "user-agent": "tidewaiter" };
    const all = { ...options, path, headers, agent: false, ...(signal !== undefined && { signal }) };
    const request = secure ? httpsRequest(all) : httpRequest(all);
    const refuse = (why: string): void => reject(new ImageError(`the daemon at ${shown} cannot be asked: ${why}`));
    const timer = setTimeout(() => request.destroy(Object.assign(new Error(), { code: "ETIMEDOUT" })), silence);
    request
      .on("response", resolve)
      .on("error", ({ code = "no connection" }: NodeJS.ErrnoException) => {
        const absent = code === "ENOENT" || code === "ECONNREFUSED";
        refuse(absent ? "it is not running, or DOCKER_HOST names another" : code);
      })
      .on("close", () => clearTimeout(timer))
      .on("response", () => clearTimeout(timer))
      .end();
  });

const checkStatus = ({ statusCode }: IncomingMessage, name: string, shown: string): void => {
  if (statusCode === 200) return;
  const why = statusCode === 404 ? "has no such image: pull or build it first" : `answers ${statusCode}`;
  throw new ImageError(`the daemon at ${shown} ${why}: ${name}`);
};

async function* archiveOf(name: string, environment: Environment, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const address = addressOf(environment);
  const message = await ask(name, address, signal);
  const pieces = message[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  try {
    checkStatus(message, name, address.shown);
    for (;;) {
      const timer = setTimeout(() => message.destroy(new Error("silent")), silence);
      const { done, value } = await pieces.next().finally(() => clearTimeout(timer));
      if (done === true) return;
      yield value;
    }
  } catch (error) {
    throw error instanceof ImageError ? error : new ImageError(`the daemon at ${address.shown} broke off the image`);
  } finally {
    message.destroy();
  }
}

/** An image of the Docker or podman daemon of this machine, by name, tag, digest or id. Throws a UsageError for what is no name. */
export const daemonArchive = (name: string, environment: Environment): DaemonArchive => {
  if (name.length > longestName || !namePattern.test(name))
    throw new UsageError(`${JSON.stringify(name.slice(0, 200))} is no name or id of an image`);
  return (signal) => archiveOf(name, environment, signal);
};
