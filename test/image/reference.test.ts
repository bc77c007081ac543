import { describe, expect, test } from "@jest/globals";
import { formatReference, parseReference } from "../../src/image/reference.ts";

const full = (text: string): string => formatReference(parseReference(text));
const hex = "0123456789abcdef".repeat(4);
const digest = `sha256:${hex}`;

describe("references are read as Docker reads them", () => {
  test.each([
    ["nginx", "docker.io/library/nginx:latest"],
    ["nginx:1.27", "docker.io/library/nginx:1.27"],
    ["bitnami/redis", "docker.io/bitnami/redis:latest"],
    ["docker.io/nginx", "docker.io/library/nginx:latest"],
    ["index.docker.io/library/nginx:1", "docker.io/library/nginx:1"],
    ["registry-1.docker.io/team/app", "docker.io/team/app:latest"],
    ["registry.hub.docker.com/library/nginx", "docker.io/library/nginx:latest"],
    ["Docker.IO:443/nginx", "docker.io/library/nginx:latest"],
    ["localhost", "docker.io/library/localhost:latest"],
    ["localhost/app", "localhost/app:latest"],
    ["localhost:5000", "docker.io/library/localhost:5000"],
    ["localhost:5000/app", "localhost:5000/app:latest"],
    ["GHCR.io/acme/app:V1", "ghcr.io/acme/app:V1"],
    ["registry.example:443/a/b/c", "registry.example/a/b/c:latest"],
    ["registry.example:0443/a", "registry.example/a:latest"],
    ["registry.example:80/a", "registry.example:80/a:latest"],
    ["[::1]:5000/app:2", "[::1]:5000/app:2"],
    ["[2001:DB8:0:0::1]/app", "[2001:db8::1]/app:latest"],
    ["10.0.0.1/app", "10.0.0.1/app:latest"],
    [`app@${digest}`, `docker.io/library/app@${digest}`],
    [`quay.io/team/app:1.2@${digest}`, `quay.io/team/app:1.2@${digest}`],
    ["123456789012.dkr.ecr.eu-west-1.amazonaws.com/app", "123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:latest"],
    ["europe-docker.pkg.dev/project/repo/app__x.y-z:t", "europe-docker.pkg.dev/project/repo/app__x.y-z:t"],
  ])("%s is %s", (text, name) => {
    expect(full(text)).toBe(name);
    expect(full(name)).toBe(name);
  });
  test.each([
    ["0x7f.1/app", "127.0.0.1/app:latest"],
    ["127.1/app", "127.0.0.1/app:latest"],
    ["2130706433:80/app", "127.0.0.1:80/app:latest"],
    ["[::ffff:7f00:1]/app", "[::ffff:7f00:1]/app:latest"],
  ])("an address in disguise is named by what a connection to it uses: %s", (text, name) => {
    expect(full(text)).toBe(name);
  });
});

describe("what is no reference is refused with a reason", () => {
  test.each([
    ["", "ill-formed part"],
    ["/app", "ill-formed part"],
    ["app/", "ill-formed part"],
    ["a//b", "ill-formed part"],
    ["../app", "host name"],
    ["registry.example/../../v2/x", "ill-formed part"],
    ["Team/App", "lower case"],
    ["registry.example/team/App", "lower case"],
    ["app:", "tag"],
    ["app:a b", "tag"],
    [`app:${"t".repeat(129)}`, "tag"],
    ["app\n", "ill-formed part"],
    ["app?x=1", "ill-formed part"],
    ["app#x", "ill-formed part"],
    ["registry.example%2f/app", "host name"],
    ["-registry.example/app", "host name"],
    ["registry.example./app", "host name"],
    ["registry.example:99999/app", "port"],
    ["[::1/app", "host name"],
    ["[zz::]/app", "host name"],
    ["[1.2.3]/app", "no address"],
    ["bücher.example/app", "host name"],
    ["https://registry.example/app", "scheme"],
    [hex, "local image"],
    ["app@sha256:abc", "digest"],
    [`app@md5:${"0".repeat(32)}`, "digest"],
    [`app@${digest.toUpperCase()}`, "digest"],
    [`app@${digest}@${digest}`, "digest"],
    [`registry.example/${"a/".repeat(130)}a`, "longer than 255"],
    ["a".repeat(5000), "longer than 4096"],
  ])("%j: %s", (text, why) => {
    expect(() => full(text)).toThrow(why);
    expect(() => full(text)).toThrow(expect.objectContaining({ name: "UsageError" }));
  });
  test("a password before the host is not repeated", () => {
    for (const text of ["user:hunter2@registry.example/app", "https://user:hunter2@registry.example/app"]) {
      expect(() => full(text)).toThrow("no image reference");
      expect(() => full(text)).not.toThrow(/hunter2/);
    }
  });
  test("hostile lengths are read in linear time", () => {
    const began = performance.now();
    for (const text of [`${"a".repeat(4000)}!`, `${"a-".repeat(2000)}!`, `${"a.".repeat(2000)}/b`, ":".repeat(4000)])
      expect(() => full(text)).toThrow("no image reference");
    expect(performance.now() - began).toBeLessThan(500);
  });
});
