import { describe, expect, test } from "@jest/globals";
import { ociIndex, ociManifest, type RegistryDouble } from "./registry-double.ts";
import { double, failure, listen, open } from "./sources.ts";

const subjectIn = (registry: RegistryDouble) => registry.addManifest({ mediaType: ociManifest, layers: [] }, "1");

const refer = (registry: RegistryDouble, count: number) => {
  const subject = subjectIn(registry);
  const all = Array.from({ length: count }, (_, i) =>
    registry.addManifest({ mediaType: ociManifest, artifactType: `application/x-${i}`, subject }),
  );
  return { subject, all };
};

describe("what refers to an image", () => {
  test("is listed by the API, page by page", async () => {
    const registry = await double({ referrersApi: true, pageSize: 2 });
    const { subject, all } = refer(registry, 5);
    expect(await open(`${registry.host}/app:1`).referrers(subject.digest)).toEqual(all);
    expect(registry.seen.filter(({ url }) => url.includes("/referrers/"))).toHaveLength(3);
  });
  test("is listed under a tag where the API is unknown", async () => {
    const registry = await double();
    const { subject, all } = refer(registry, 2);
    registry.addManifest({ mediaType: ociIndex, manifests: all }, subject.digest.replace(":", "-"));
    expect(await open(`${registry.host}/app:1`).referrers(subject.digest)).toEqual(all);
  });
  test("is nothing where there is neither", async () => {
    const registry = await double();
    expect(await open(`${registry.host}/app:1`).referrers(subjectIn(registry).digest)).toEqual([]);
  });
  test.each([
    ["400", 400, {}],
    ["401 without a challenge", 401, {}],
    ["403", 403, {}],
    ["405", 405, {}],
    ["406", 406, {}],
    ["a page of HTML", 200, {}],
    ["a redirect to a web site", 303, { location: "http://registry.invalid/packages" }],
  ])("is asked for under the tag when the API answers %s", async (_, status, headers) => {
    const registry = await double({
      intercept: (request, response) => {
        if (!request.url?.includes("/referrers/")) return false;
        response.writeHead(status, headers).end("<html>".repeat(20_000));
        return true;
      },
    });
    const { subject, all } = refer(registry, 1);
    registry.addManifest({ mediaType: ociIndex, manifests: all }, subject.digest.replace(":", "-"));
    expect(await open(`${registry.host}/app:1`).referrers(subject.digest)).toEqual(all);
  });
  test("is nothing where the tag gives the image itself", async () => {
    const registry = await double();
    const child = registry.addManifest({ mediaType: ociManifest, layers: [] });
    const index = { mediaType: ociIndex, manifests: [child] };
    const subject = registry.addManifest(index, "1");
    registry.addManifest(index, subject.digest.replace(":", "-"));
    expect(await open(`${registry.host}/app:1`).referrers(subject.digest)).toEqual([]);
  });
  test("is not nothing when it cannot be asked for", async () => {
    for (const status of [418, 500]) {
      const registry = await double({
        intercept: (request, response) => {
          if (!request.url?.includes("/referrers/")) return false;
          response.writeHead(status).end();
          return true;
        },
      });
      const { digest } = subjectIn(registry);
      expect(await failure(open(`${registry.host}/app:1`).referrers(digest))).toContain(String(status));
    }
  });
  test("is asked of the registry when a mirror knows of none", async () => {
    const [mirror, origin] = [await double({ referrersApi: true }), await double({ referrersApi: true })];
    const { subject, all } = refer(origin, 1);
    const mirrors = { [origin.host]: [mirror.host] };
    expect(await open(`${origin.host}/app:1`, { mirrors }).referrers(subject.digest)).toEqual(all);
  });
  test("another tag of the repository, or none", async () => {
    const registry = await double();
    const signature = registry.addManifest({ mediaType: ociManifest }, "sha256-abc.sig");
    const source = open(`${registry.host}/app:1`);
    expect(await source.tagged("sha256-abc.sig")).toEqual(signature);
    expect(await source.tagged("sha256-abc.att")).toBeUndefined();
  });
});

describe("hostile lists", () => {
  const digest = `sha256:${"a".repeat(64)}`;
  const endless = (link: string, manifests: unknown = []) =>
    listen((request, response) => {
      const next = link.replace("HOST", request.headers.host!).replace("N", String(Math.random()));
      response.writeHead(200, { "content-type": ociIndex, link: `<${next}>; rel="next"` });
      response.end(JSON.stringify({ schemaVersion: 2, manifests }));
    });
  test.each([
    [`/v2/app/referrers/${digest}?n=N`, "more than 10000 referrers or 100 pages"],
    ["http://169.254.169.254/", "continues somewhere else"],
    [`http://registry.invalid/v2/app/referrers/${digest}`, "continues somewhere else"],
    ["/v2/other/referrers/x", "continues somewhere else"],
    ["/token", "continues somewhere else"],
  ])("continued at %s", async (link, why) => {
    expect(await failure(open(`${await endless(link)}/app:1`).referrers(digest))).toContain(why);
  });
  test.each([[null], ["text"], [{}], [{ mediaType: "a", digest, size: "1" }]])("with the entry %j", async (entry) => {
    const host = await listen((_, response) => void response.end(JSON.stringify({ manifests: [entry] })));
    expect(await failure(open(`${host}/app:1`).referrers(digest))).toContain("no index of referrers");
  });
});
