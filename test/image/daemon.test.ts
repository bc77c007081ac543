import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "@jest/globals";
import { daemonArchive } from "../../src/image/daemon.ts";
import { temporaryFolder, writeFileAt } from "../repositories.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

const archive = Buffer.alloc(300_000, "archive ");

/** A daemon that has one image; gives the paths that were asked for. */
const startDaemon = async (where: string | number): Promise<{ readonly asked: string[]; readonly port: number }> => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url!);
    if (request.url === "/images/cut/get") response.writeHead(200).write(archive, () => response.destroy());
    else if (request.url?.startsWith("/images/team/app")) response.end(archive);
    else response.writeHead(404).end('{"message":"No such image: hunter2"}');
  });
  servers.push(server);
  await new Promise<void>((resolve) =>
    typeof where === "string" ? server.listen(where, resolve) : server.listen(where, "127.0.0.1", resolve),
  );
  return { asked, port: typeof where === "string" ? 0 : (server.address() as AddressInfo).port };
};

const read = async (stream: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
};

const socketIn = (folder: string): string => join(folder, "docker.sock");

describe("an image of the daemon", () => {
  test("comes through its socket, as often as it is asked for", async () => {
    const socket = socketIn(temporaryFolder());
    const { asked } = await startDaemon(socket);
    const open = daemonArchive("team/app:1.2", { DOCKER_HOST: `unix://${socket}` });
    expect((await read(open())).equals(archive)).toBe(true);
    expect((await read(open())).equals(archive)).toBe(true);
    expect(asked).toEqual(["/images/team/app:1.2/get", "/images/team/app:1.2/get"]);
  });
  test("comes over TCP", async () => {
    const { port } = await startDaemon(0);
    const open = daemonArchive("team/app", { DOCKER_HOST: `tcp://127.0.0.1:${port}` });
    expect((await read(open())).equals(archive)).toBe(true);
  });
  test("comes from the daemon of the docker context in use", async () => {
    const HOME = temporaryFolder();
    await startDaemon(socketIn(HOME));
    const id = createHash("sha256").update("remote").digest("hex");
    writeFileAt(HOME, ".docker/config.json", '{"currentContext":"remote"}');
    const Host = `unix://${socketIn(HOME)}`;
    writeFileAt(HOME, `.docker/contexts/meta/${id}/meta.json`, JSON.stringify({ Endpoints: { docker: { Host } } }));
    expect((await read(daemonArchive("team/app", { HOME })())).equals(archive)).toBe(true);
    await expect(read(daemonArchive("team/app", { HOME, DOCKER_CONTEXT: "other" })())).rejects.toThrow("names no host");
  });
  test("that does not exist is told in our words", async () => {
    const socket = socketIn(temporaryFolder());
    await startDaemon(socket);
    const error = read(daemonArchive("none", { DOCKER_HOST: `unix://${socket}` })());
    await expect(error).rejects.toThrow(/has no such image: pull or build it first: none$/);
  });
  test("that is cut off is an error", async () => {
    const socket = socketIn(temporaryFolder());
    await startDaemon(socket);
    await expect(read(daemonArchive("cut", { DOCKER_HOST: `unix://${socket}` })())).rejects.toThrow("broke off");
  });
  test("without a daemon is an error that says what to do", async () => {
    const socket = socketIn(temporaryFolder());
    await expect(read(daemonArchive("app", { DOCKER_HOST: `unix://${socket}` })())).rejects.toThrow(
      "it is not running",
    );
    await expect(read(daemonArchive("app", { DOCKER_HOST: "ssh://host" })())).rejects.toThrow("docker save");
  });
  test.each(["", "../containers/json", "a/../../x", "a b", "a?x=1", "a\nb", "-x", "a//b", "a".repeat(600)])(
    "%j is no name",
    (name) => {
      expect(() => daemonArchive(name, {})).toThrow("no name or id");
    },
  );
});
