import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Descriptor } from "../../../src/image/source.ts";

export const sha256 = (content: string | Buffer): string =>
  `sha256:${createHash("sha256").update(content).digest("hex")}`;

export const ociManifest = "application/vnd.oci.image.manifest.v1+json";
export const ociIndex = "application/vnd.oci.image.index.v1+json";

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** True when it has answered. */
type Intercept = (request: IncomingMessage, response: ServerResponse, count: number) => boolean | undefined;

export interface DoubleOptions {
  /** `bearer`: a challenge with a token service at the same address; the token is `token-for-USER`. */
  readonly auth?: "bearer" | "basic";
  /** `user:password` that are let in; anybody when absent. */
  readonly login?: string;
  readonly referrersApi?: boolean;
  readonly pageSize?: number;
  /** Looked at first; `count` is how often this path was asked for before. */
  readonly intercept?: Intercept;
}

export interface RegistryDouble {
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  readonly seen: Seen[];
  readonly addBlob: (content: Buffer) => Descriptor;
  readonly addManifest: (manifest: object, tag?: string) => Descriptor;
  readonly close: () => Promise<void>;
}

const json = (response: ServerResponse, status: number, value: object, headers: Record<string, string> = {}): void => {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(value));
};

const fault = (response: ServerResponse, status: number, code: string, headers: Record<string, string> = {}): void =>
  json(response, status, { errors: [{ code, message: "words of the registry" }] }, headers);

export const serve = async (handler: (request: IncomingMessage, response: ServerResponse) => void) => {
  const server: Server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { host: `127.0.0.1:${port}`, close };
};

const sendBlob = (request: IncomingMessage, response: ServerResponse, content: Buffer): void => {
  const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
  if (start === 0) response.writeHead(200, { "content-length": content.length }).end(content);
  else {
    const range = `bytes ${start}-${content.length - 1}/${content.length}`;
    response.writeHead(206, { "content-range": range, "content-length": content.length - start });
    response.end(content.subarray(start));
  }
};

/** A registry in this process that can be made to misbehave. */
export const startRegistry = async (options: DoubleOptions = {}): Promise<RegistryDouble> => {
  const blobs = new Map<string, Buffer>();
  const manifests = new Map<string, { readonly type: string; readonly body: Buffer }>();
  const referrers = new Map<string, Descriptor[]>();
  const seen: Seen[] = [];
  const counts = new Map<string, number>();
  const basic = options.login && `Basic ${Buffer.from(options.login).toString("base64")}`;
  const token = `token-for-${options.login?.split(":")[0] ?? "anybody"}`;

  const giveToken = (request: IncomingMessage, response: ServerResponse, body: string): void => {
    const shown = request.headers.authorization;
    const refreshed = new URLSearchParams(body).get("refresh_token") === options.login?.split(":")[1];
    if (basic && shown !== basic && !(request.method === "POST" && refreshed)) fault(response, 401, "UNAUTHORIZED");
    else json(response, 200, request.method === "POST" ? { access_token: token } : { token });
  };
  const letIn = (request: IncomingMessage, response: ServerResponse): boolean => {
    const wanted = options.auth === "basic" ? basic : `Bearer ${token}`;
    if (options.auth === undefined || request.headers.authorization === wanted) return true;
    const realm = `realm="http://${request.headers.host}/token",service="double",scope="repository:app:pull"`;
    fault(response, 401, "UNAUTHORIZED", {
      "www-authenticate": options.auth === "basic" ? 'Basic realm="double"' : `Bearer ${realm}`,
    });
    return false;
  };
  const listReferrers = (response: ServerResponse, url: URL, digest: string): void => {
    const all = referrers.get(digest) ?? [];
    const { pageSize = all.length + 1 } = options;
    const from = Number(url.searchParams.get("from") ?? 0);
    const more = from + pageSize < all.length;
    const link = `<${url.pathname}?from=${from + pageSize}>; rel="next"`;
    json(
      response,
      200,
      { schemaVersion: 2, mediaType: ociIndex, manifests: all.slice(from, from + pageSize) },
      {
        "content-type": ociIndex,
        ...(more && { link }),
      },
    );
  };
  const serveContent = (request: IncomingMessage, response: ServerResponse, url: URL): void => {
    const [, kind, name = ""] = /^\/v2\/.+\/(manifests|blobs|referrers)\/([^/]+)$/.exec(url.pathname) ?? [];
    const [blob, manifest] = [blobs.get(name), manifests.get(name)];
    if (kind === "blobs" && blob !== undefined) sendBlob(request, response, blob);
    else if (kind === "referrers" && options.referrersApi === true) listReferrers(response, url, name);
    else if (kind === "manifests" && manifest !== undefined)
      response
        .writeHead(200, { "content-type": manifest.type, "docker-content-digest": sha256(manifest.body) })
        .end(manifest.body);
    else fault(response, 404, "MANIFEST_UNKNOWN");
  };
  const handle = (request: IncomingMessage, response: ServerResponse, body: string): void => {
    const url = new URL(request.url ?? "/", "http://double");
    const count = counts.get(url.pathname) ?? 0;
    counts.set(url.pathname, count + 1);
    seen.push({ method: request.method ?? "", url: request.url ?? "", headers: request.headers, body });
    if (options.intercept?.(request, response, count) === true) return;
    if (url.pathname === "/token") giveToken(request, response, body);
    else if (letIn(request, response)) serveContent(request, response, url);
  };
  const { host, close } = await serve((request, response) => {
    let body = "";
    request.on("data", (piece: Buffer) => {
      body += piece.toString();
    });
    request.on("end", () => handle(request, response, body));
  });

  const addBlob = (content: Buffer): Descriptor => {
    const digest = sha256(content);
    blobs.set(digest, content);
    return { mediaType: "application/vnd.oci.image.layer.v1.tar", digest, size: content.length };
  };
  const addManifest = (manifest: object, tag?: string): Descriptor => {
    const type = (manifest as { mediaType?: string }).mediaType ?? ociManifest;
    const body = Buffer.from(JSON.stringify({ schemaVersion: 2, ...manifest }));
    const digest = sha256(body);
    for (const name of [digest, ...(tag === undefined ? [] : [tag])]) manifests.set(name, { type, body });
    const descriptor: Descriptor = { mediaType: type, digest, size: body.length };
    const { subject } = manifest as { subject?: Descriptor };
    if (subject !== undefined) referrers.set(subject.digest, [...(referrers.get(subject.digest) ?? []), descriptor]);
    return descriptor;
  };
  return { host, seen, addBlob, addManifest, close };
};
