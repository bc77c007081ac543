import { describe, expect, test } from "@jest/globals";
import { openRegistry } from "../../../src/image/registry/registry.ts";
import type { Descriptor } from "../../../src/image/source.ts";
import { ociIndex, ociManifest, type RegistryDouble, sha256 } from "./registry-double.ts";
import { double, failure, listen, nobody, open, patience, read } from "./sources.ts";

const layer = Buffer.from("layer ".repeat(5000));
const config = Buffer.from(JSON.stringify({ os: "linux", architecture: "amd64" }));

const addImage = (registry: RegistryDouble): { readonly manifest: Descriptor; readonly blob: Descriptor } => {
  const blob = registry.addBlob(layer);
  const configuration = { ...registry.addBlob(config), mediaType: "application/vnd.oci.image.config.v1+json" };
  const manifest = registry.addManifest({ mediaType: ociManifest, config: configuration, layers: [blob] }, "1");
  return { manifest, blob };
};

describe("an image in a registry", () => {
  test("is read by tag: manifest, configuration and layers", async () => {
    const registry = await double();
    const { manifest, blob } = addImage(registry);
    const source = open(`${registry.host}/team/app:1`);
    expect(source.name).toBe(`${registry.host}/team/app:1`);
    expect(await source.root()).toEqual(manifest);
    const document = JSON.parse((await source.document(await source.root())).toString());
    expect((await source.document(document.config)).equals(config)).toBe(true);
    expect((await read(source.blob(blob))).equals(layer)).toBe(true);
    const paths = registry.seen.map(({ url }) => url);
    expect(paths.filter((url) => url.includes("/manifests/"))).toEqual(["/v2/team/app/manifests/1"]);
  });
  test("is read by digest, whatever the tag says", async () => {
    const registry = await double();
    const { manifest } = addImage(registry);
    registry.addManifest({ mediaType: ociManifest, layers: [], config: {} }, "moved");
    expect(await open(`${registry.host}/app:moved@${manifest.digest}`).root()).toEqual(manifest);
  });
  test("is found under either kind of path when a media type lies", async () => {
    const registry = await double();
    const { manifest } = addImage(registry);
    const source = open(`${registry.host}/app:none`);
    const lied = { ...manifest, mediaType: "text/plain" };
    expect(sha256(await source.document(lied))).toBe(manifest.digest);
    const blob = { ...registry.addBlob(config), mediaType: ociManifest };
    expect((await source.document(blob)).equals(config)).toBe(true);
  });
  test("keeps its connections: many layers at once use few", async () => {
    const sockets = new Set<unknown>();
    let [connected, mostAtOnce] = [0, 0];
    const registry = await double({
      intercept: ({ socket }) => {
        if (!sockets.has(socket)) {
          sockets.add(socket);
          mostAtOnce = Math.max(mostAtOnce, ++connected);
          socket.once("close", () => connected--);
        }
        return false;
      },
    });
    const blobs = Array.from({ length: 40 }, (_, i) => registry.addBlob(Buffer.alloc(70_000, i)));
    const source = open(`${registry.host}/app:1`);
    const bodies = await Promise.all(blobs.map((blob) => read(source.blob(blob))));
    expect(bodies.map(sha256)).toEqual(blobs.map(({ digest }) => digest));
    expect(mostAtOnce).toBeLessThanOrEqual(8);
    expect(sockets.size).toBeLessThan(blobs.length / 2); // on a busy machine either side may give one up
  });
  test("that does not exist is told by its name", async () => {
    const registry = await double();
    expect(await failure(open(`${registry.host}/app:9`).root())).toBe(
      `http://${registry.host}/v2/app/manifests/9 does not exist (MANIFEST_UNKNOWN)`,
    );
    expect(
      await failure(read(open(`${registry.host}/app:9`).blob({ mediaType: "", digest: sha256("x"), size: 1 }))),
    ).toContain("does not exist");
  });
  test("asks nobody before something is wanted, and takes no word for a name", () => {
    expect(() => openRegistry("App", { environment: nobody(), patience })).toThrow("lower case");
  });
});

describe("manifests are what their digest says", () => {
  const lying = async (body: string, headers: Record<string, string> = {}): Promise<string> =>
    listen((_, response) => void response.writeHead(200, headers).end(body));

  test.each([
    ["a digest that was asked for", `@${sha256("something else")}`, {}],
    ["its own header", ":1", { "docker-content-digest": sha256("something else") }],
  ])("differs from %s", async (_, suffix, headers) => {
    const host = await lying("{}", headers);
    expect(await failure(open(`${host}/app${suffix}`).root())).toContain(`has digest ${sha256("{}")}, not`);
  });
  test("a document by digest", async () => {
    const host = await lying("{}");
    const wanted = { mediaType: ociManifest, digest: sha256("other"), size: 2 };
    expect(await failure(open(`${host}/app:1`).document(wanted))).toContain(
      `has digest ${sha256("{}")}, not ${wanted.digest}`,
    );
  });
  test("a digest that is a path is asked of nobody", async () => {
    const registry = await double();
    const source = open(`${registry.host}/app:1`);
    const hostile = { mediaType: ociManifest, digest: "../../secret", size: 2 };
    expect(await failure(source.document(hostile))).toContain("neither sha256 nor sha512");
    expect(await failure(read(source.blob(hostile)))).toContain("neither sha256 nor sha512");
    expect(await failure(source.referrers("sha256:abc/../.."))).toContain("neither sha256 nor sha512");
    expect(registry.seen.filter(({ url }) => url !== "/v2/")).toEqual([]);
  });
  test.each([
    ["<html>", "is no manifest: its content is not JSON"],
    [JSON.stringify({ schemaVersion: 1, fsLayers: [] }), "schema 1, which is not supported"],
  ])("content that is none: %s", async (body, why) => {
    expect(await failure(open(`${await lying(body)}/app:1`).root())).toContain(why);
  });
  test("is known by content where the content names no media type", async () => {
    const index = await lying(JSON.stringify({ schemaVersion: 2, manifests: [] }), { "content-type": "text/plain" });
    expect(await open(`${index}/app:1`).root()).toMatchObject({ mediaType: ociIndex });
    const manifest = await lying(JSON.stringify({ schemaVersion: 2, layers: [] }), { "content-type": "text/plain" });
    expect(await open(`${manifest}/app:1`).root()).toMatchObject({ mediaType: ociManifest });
  });
  test.each([["announced"], ["not announced"]])("too long, %s", async (how) => {
    const host = await listen((_, response) => {
      const body = Buffer.alloc(5 << 20, 32);
      response.writeHead(200, how === "announced" ? { "content-length": body.length } : {}).end(body);
    });
    expect(await failure(open(`${host}/app:1`).root())).toContain("is longer than 4194304 bytes");
  });
  test("packed without being asked", async () => {
    const host = await lying("packed", { "content-encoding": "gzip" });
    expect(await failure(open(`${host}/app:1`).root())).toContain("comes compressed");
  });
});
