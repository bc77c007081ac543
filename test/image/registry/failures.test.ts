import type { ServerResponse } from "node:http";
import { describe, expect, test } from "@jest/globals";
import { ociManifest, sha256 } from "./registry-double.ts";
import { double, failure, listen, open, patience, read } from "./sources.ts";

const layer = Buffer.alloc(300_000, "layer ");

const answer = (response: ServerResponse, status: number, headers: Record<string, string> = {}): true => {
  response.writeHead(status, headers).end();
  return true;
};

describe("failures that pass", () => {
  test.each([429, 500, 502, 503, 504])("%i is asked again", async (status) => {
    const registry = await double({ intercept: (_, response, count) => count < 2 && answer(response, status) });
    const manifest = registry.addManifest({ mediaType: ociManifest }, "1");
    expect(await open(`${registry.host}/app:1`).root()).toEqual(manifest);
    expect(registry.seen).toHaveLength(3);
  });
  test("a wait that is asked for is kept", async () => {
    const registry = await double({
      intercept: (_, response, count) => count === 0 && answer(response, 429, { "retry-after": "1" }),
    });
    registry.addManifest({ mediaType: ociManifest }, "1");
    const began = performance.now();
    await open(`${registry.host}/app:1`).root();
    expect(performance.now() - began).toBeGreaterThan(990);
  });
  test("a wait that is too long is not begun", async () => {
    const later = new Date(Date.now() + 3_600_000).toUTCString();
    for (const wait of ["3600", later]) {
      const registry = await double({ intercept: (_, response) => answer(response, 429, { "retry-after": wait }) });
      const said = await failure(open(`${registry.host}/app:1`).root());
      expect(said).toMatch(/answers 429, too many requests; it asks to wait 3(?:600|59\d) s: log in/);
      expect(registry.seen).toHaveLength(1);
    }
  });
  test("that do not pass are told after the last try", async () => {
    const registry = await double({ intercept: (_, response) => answer(response, 503) });
    expect(await failure(open(`${registry.host}/app:1`).root())).toContain("answers 503, again and again");
    expect(registry.seen).toHaveLength(patience.attempts);
  });
  test("an interrupt ends the waiting", async () => {
    const registry = await double({ intercept: (_, response) => answer(response, 429, { "retry-after": "1" }) });
    const controller = new AbortController();
    const root = failure(open(`${registry.host}/app:1`, { signal: controller.signal }).root());
    setTimeout(() => controller.abort(), 100);
    const began = performance.now();
    expect(await root).toBe("interrupted");
    expect(performance.now() - began).toBeLessThan(800);
  });
  test("nobody listens", async () => {
    const registry = await double();
    await registry.close();
    expect(await failure(open(`${registry.host}/app:1`).root())).toContain("ECONNREFUSED");
  });
  test("silence before the answer and in it", async () => {
    const mute = await listen(() => undefined);
    expect(await failure(open(`${mute}/app:1`).root())).toContain("nothing came for");
    const stuck = await listen((_, response) => void response.writeHead(200).write("{"));
    expect(await failure(open(`${stuck}/app:1`).root())).toContain("nothing came for");
  });
  test("a dribble is given up though it is never silent", async () => {
    const host = await listen((_, response) => {
      const timer = setInterval(() => response.write(" "), 100);
      response.on("close", () => clearInterval(timer));
    });
    expect(await failure(open(`${host}/app:1`).root())).toMatch(/fewer than \d+ bytes in/);
  });
});

describe("streams of layers", () => {
  const cutAfter = (bytes: number, times: number) =>
    double({
      intercept: (request, response, count) => {
        if (!request.url?.includes("/blobs/") || count >= times) return false;
        const start = Number(/\d+/.exec(request.headers.range ?? "0")?.[0]);
        const range = `bytes ${start}-${layer.length - 1}/${layer.length}`;
        response.writeHead(start === 0 ? 200 : 206, {
          "content-length": layer.length - start,
          ...(start > 0 && { "content-range": range }),
        });
        response.write(layer.subarray(start, start + bytes), () => response.destroy());
        return true;
      },
    });

  test("a cut stream goes on where it stopped", async () => {
    const registry = await cutAfter(100_000, 2);
    const blob = registry.addBlob(layer);
    expect((await read(open(`${registry.host}/app:1`).blob(blob))).equals(layer)).toBe(true);
    const ranges = registry.seen.flatMap(({ headers }) => headers.range ?? []);
    expect(ranges).toHaveLength(2);
  });
  test("one that is cut again and again is given up", async () => {
    const registry = await cutAfter(1000, 1000);
    const blob = registry.addBlob(layer);
    expect(await failure(read(open(`${registry.host}/app:1`).blob(blob)))).toContain("cannot read http://127.0.0.1");
    expect(registry.seen.length).toBeLessThan(10);
  });
  test("a server that would begin anew does not repeat bytes", async () => {
    const registry = await double({
      intercept: (request, response, count) => {
        delete request.headers.range;
        if (count > 0 || !request.url?.includes("/blobs/")) return false;
        response.writeHead(200).write(layer.subarray(0, 1000), () => response.destroy());
        return true;
      },
    });
    const blob = registry.addBlob(layer);
    const source = open(`${registry.host}/app:1`);
    expect(await failure(read(source.blob(blob)))).toContain("and the server cannot resume");
  });
  test("one that resumes elsewhere is refused", async () => {
    const registry = await double({
      intercept: (request, response, count) => {
        if (!request.url?.includes("/blobs/")) return false;
        if (count === 0) response.writeHead(200).write(layer.subarray(0, 1000), () => response.destroy());
        else response.writeHead(206, { "content-range": "bytes 0-9/10" }).end("0123456789");
        return true;
      },
    });
    const blob = registry.addBlob(layer);
    expect(await failure(read(open(`${registry.host}/app:1`).blob(blob)))).toContain("resumes at another place");
  });
  test.each([
    ["announces more", layer.length + 1, "announces 300001 bytes where its manifest leaves 300000"],
    ["announces less", layer.length - 1, "announces 299999 bytes where its manifest leaves 300000"],
    ["sends more", undefined, "is longer than the 300000 bytes"],
  ])("one that %s than its manifest says", async (_, length, why) => {
    const registry = await double({
      intercept: (request, response) => {
        if (!request.url?.includes("/blobs/")) return false;
        response.writeHead(200, length === undefined ? {} : { "content-length": length });
        response.end(Buffer.alloc(length ?? layer.length + 1, layer));
        return true;
      },
    });
    expect(await failure(read(open(`${registry.host}/app:1`).blob(registry.addBlob(layer))))).toContain(why);
  });
  test("one that stays silent is asked once more, then given up", async () => {
    const registry = await double({
      intercept: (request, response) => {
        if (!request.url?.includes("/blobs/")) return false;
        response.writeHead(200).write(layer.subarray(0, 10));
        return true;
      },
    });
    const blob = registry.addBlob(layer);
    expect(await failure(read(open(`${registry.host}/app:1`).blob(blob)))).toMatch(/nothing came for|cannot resume/);
  });
  test("time that the reader takes is not the registry's silence", async () => {
    const registry = await double();
    const large = Buffer.alloc(4 << 20, 1);
    const blob = registry.addBlob(large);
    let [length, paused] = [0, false];
    for await (const piece of open(`${registry.host}/app:1`).blob(blob)) {
      length += piece.length;
      if (!paused) await new Promise((resolve) => setTimeout(resolve, patience.silence * 2));
      paused = true;
    }
    expect(length).toBe(large.length);
  });
  test("a reader that stops closes the connection", async () => {
    let closed: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const registry = await double({
      intercept: (request, response) => {
        if (request.url?.includes("/blobs/")) response.on("close", () => closed());
        return false;
      },
    });
    const blob = registry.addBlob(Buffer.alloc(20 << 20));
    for await (const _ of open(`${registry.host}/app:1`).blob(blob)) break;
    await ended;
  });
  test.each([-1, 1.5, Number.NaN, 2 ** 60])("a size of %d is none", async (size) => {
    const registry = await double();
    const blob = { mediaType: "", digest: sha256("x"), size };
    expect(await failure(read(open(`${registry.host}/app:1`).blob(blob)))).toContain("no valid size");
  });
});
