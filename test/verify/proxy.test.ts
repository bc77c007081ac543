import { describe, expect, test } from "@jest/globals";
import { proxyFor } from "../../src/verify/proxy.ts";

const host = "api.github.com";

describe("the proxy of the environment", () => {
  test.each([
    [{}, undefined],
    [{ https_proxy: "" }, undefined],
    [{ http_proxy: "http://p:1" }, undefined],
    [{ https_proxy: "http://p:3128" }, { secure: false, host: "p", port: 3128 }],
    [{ HTTPS_PROXY: "p:3128" }, { secure: false, host: "p", port: 3128 }],
    [
      { https_proxy: "http://a", HTTPS_PROXY: "http://b" },
      { secure: false, host: "a", port: 80 },
    ],
    [{ all_proxy: "https://p" }, { secure: true, host: "p", port: 443 }],
    [{ https_proxy: "http://[::1]:8080" }, { secure: false, host: "::1", port: 8080 }],
  ])("%j", (environment, proxy) => {
    const expected = proxy === undefined ? undefined : { ...proxy, authorization: undefined };
    expect(proxyFor(environment as Record<string, string>, host, 443)).toEqual(expected);
  });

  test("has its user and password from its address", () => {
    const proxy = proxyFor({ https_proxy: "http://us%65r:p%40ss@p:1" }, host, 443);
    expect(proxy?.authorization).toBe(`Basic ${Buffer.from("user:p@ss").toString("base64")}`);
  });

  test.each([
    ["*", true],
    ["github.com", true],
    [".github.com", true],
    ["*.github.com", true],
    ["API.GITHUB.COM", true],
    ["api.github.com:443", true],
    ["example.com, github.com", true],
    ["example.com github.com", true],
    ["hub.com", false],
    ["api.github.com:8443", false],
    ["", false],
    [",", false],
    [".", false],
  ])("no_proxy %j: exempt is %s", (list, exempt) => {
    expect(proxyFor({ https_proxy: "http://p:1", no_proxy: list }, host, 443) === undefined).toBe(exempt);
  });

  test.each(["socks5://p:1080", "http://", "http://:pass@:1", "http://%zz@p:1"])(
    "%s is refused without being quoted",
    (address) => {
      let message = "";
      try {
        proxyFor({ https_proxy: address }, host, 443);
      } catch (error) {
        message = `${(error as Error).name}: ${(error as Error).message}`;
      }
      expect(message).toBe("NoWayError: https_proxy is not the http or https address of a proxy");
    },
  );
});
