import { describe, expect, test } from "@jest/globals";
import { proxyFor as proxyOf } from "../../src/network/proxy.ts";

const host = "api.github.com";

const proxyFor = (environment: Readonly<Record<string, string>>, host: string, port: number, secure = true) =>
  proxyOf(environment, { secure, host, port });

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

  test.each([
    ["10.2.3.4", "10.0.0.0/8", true],
    ["11.2.3.4", "10.0.0.0/8", false],
    ["fd00::1", "fd00::/8", true],
    ["10.2.3.4", "fd00::/8,10.0.0.0/99,/,10.0.0.0/", false],
    ["[::5]", "::5", true],
    ["::5", "[::5]:443", true],
    ["::5", "[::5]:80", false],
    ["1.10.2.3", "10.2.3", false],
  ])("%s with no_proxy %j: exempt is %s", (address, list, exempt) => {
    expect(proxyFor({ https_proxy: "http://p:1", no_proxy: list }, address, 443) === undefined).toBe(exempt);
  });

  test("of what is not encrypted", () => {
    expect(proxyFor({ https_proxy: "http://p:1" }, host, 80, false)).toBeUndefined();
    expect(proxyFor({ http_proxy: "http://q:1", all_proxy: "r:1" }, host, 80, false)?.host).toBe("q");
    expect(proxyFor({ all_proxy: "r:1" }, host, 80, false)?.host).toBe("r");
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
