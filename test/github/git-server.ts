import { spawn } from "node:child_process";
import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";

/** Splits a CGI answer (RFC 3875, section 6) into headers and body. */
const splitCgi = (output: Buffer): { status: number; headers: Record<string, string>; body: Buffer } => {
  const end = output.indexOf("\r\n\r\n");
  const headers: Record<string, string> = {};
  for (const line of output.toString("latin1", 0, end).split("\r\n")) {
    const [name, value] = line.split(": ") as [string, string];
    headers[name.toLowerCase()] = value;
  }
  const { status = "200", ...rest } = headers;
  return { status: Number.parseInt(status, 10), headers: rest, body: output.subarray(end + 4) };
};

/** Git's own server over HTTP, open to the token alone, as GitHub is for a private repository. */
export const serveGit = async (
  request: IncomingMessage,
  response: ServerResponse,
  repositories: string | undefined,
  token: string,
): Promise<void> => {
  const expected = `basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`;
  if (repositories === undefined || request.headers.authorization !== expected) {
    request.resume();
    response.writeHead(401, { "www-authenticate": 'Basic realm="GitHub"' }).end();
    return;
  }
  const [path, query = ""] = request.url!.split("?") as [string, string?];
  const child = spawn("git", ["http-backend"], {
    env: {
      PATH: process.env["PATH"],
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_PROJECT_ROOT: repositories,
      GIT_HTTP_EXPORT_ALL: "1",
      REQUEST_METHOD: request.method,
      PATH_INFO: path,
      QUERY_STRING: query,
      CONTENT_TYPE: request.headers["content-type"] ?? "",
      HTTP_CONTENT_ENCODING: request.headers["content-encoding"] ?? "",
      GIT_PROTOCOL: String(request.headers["git-protocol"] ?? ""),
    },
  });
  child.stdin.on("error", () => {}); // it may answer without reading all
  child.stdin.end(await buffer(request));
  const { status, headers, body } = splitCgi(await buffer(child.stdout));
  response.writeHead(status, headers).end(body);
};
