import { describe, expect, test } from "@jest/globals";
import { base64, random, scan } from "./documents.ts";

const [secret, second] = [random(40), random(32)];

const har = (request: object): string =>
  JSON.stringify({
    log: {
      version: "1.2",
      creator: { name: "Firefox" },
      entries: [{ startedDateTime: "2026-01-01T00:00:00Z", request }],
    },
  });

const name = (key: string, value: string): object => ({ name: key, value });

describe("an HTTP archive", () => {
  test.each([
    ["a bearer token", { headers: [name("Authorization", `Bearer ${secret}`)] }, "http-bearer-token"],
    [
      "Basic credentials",
      { headers: [name("authorization", `Basic ${base64(`app:${random()}`)}`)] },
      "http-basic-auth",
    ],
    ["a token without a scheme", { headers: [name("Authorization", secret)] }, "http-recorded-credential"],
    ["an API key", { headers: [name("X-Api-Key", secret)] }, "http-recorded-credential"],
    [
      "a session",
      { headers: [name("Cookie", `theme=dark; sessionid=${secret}; csrftoken=${second}`)] },
      "http-session-cookie",
    ],
    ["a cookie of a session", { cookies: [name("PHPSESSID", secret), name("theme", "dark")] }, "http-session-cookie"],
    [
      "a form",
      { postData: { params: [name("username", "jane"), name("password", random(14))] } },
      "http-recorded-credential",
    ],
    ["a query", { queryString: [name("access_token", secret)] }, "http-recorded-credential"],
  ])("holds %s", (_what, request, check) => {
    expect(scan(har(request)).map((one) => one.check)).toEqual([`secrets/${check}`]);
  });

  test("says where", () => {
    expect(scan(har({ headers: [name("Cookie", `a=b; sessionid=${secret}`)] }), { secret })).toMatchObject([
      { at: "secret", keyPath: "log.entries[0].request.headers[0].value", facts: { name: "sessionid" } },
    ]);
  });

  test("without credentials is silent", () => {
    const headers = [
      name("Accept", "text/html"),
      name("Cookie", `_ga=GA1.2.${random(20)}; theme=dark`),
      name("User-Agent", "x"),
    ];
    expect(scan(har({ headers, cookies: [name("_ga", random(30))] }))).toEqual([]);
  });
});

describe("Postman", () => {
  test("environments hold secrets in their values", () => {
    const values = [
      { key: "baseUrl", value: "https://api.corp.net", enabled: true },
      { key: "apiKey", value: secret, type: "secret", enabled: true },
      { key: "password", value: "{{vault}}", enabled: true },
    ];
    const text = JSON.stringify({ name: "prod", values, _postman_variable_scope: "environment" });
    expect(scan(text, { secret })).toMatchObject([
      {
        check: "secrets/http-recorded-credential",
        at: "secret",
        keyPath: "values[1].value",
        facts: { name: "apiKey" },
      },
    ]);
  });

  test("collections hold them in headers and auth", () => {
    const schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
    const auth = {
      type: "apikey",
      apikey: [
        { key: "key", value: "X-Key" },
        { key: "value", value: secret },
      ],
    };
    const basic = {
      type: "basic",
      basic: [
        { key: "username", value: "jane" },
        { key: "password", value: second },
      ],
    };
    const item = [{ request: { auth, header: [] } }, { request: { auth: basic } }];
    const text = JSON.stringify({ info: { _postman_id: "x", schema }, item });
    expect(scan(text, { secret, second }).map(({ at }) => at)).toEqual(["secret", "second"]);
  });
});

describe("a notebook", () => {
  const cell = (fields: object): string =>
    JSON.stringify(
      { cells: [{ cell_type: "code", metadata: {}, ...fields }], nbformat: 4, nbformat_minor: 5 },
      null,
      1,
    );
  test("shows what its cells say and print", () => {
    const password = random(18);
    expect(scan(cell({ source: [`password = "${password}"\n`], outputs: [] }), { password })).toMatchObject([
      { at: "password" },
    ]);
    const text = [`DB_HOST=db.corp.net\n`, `DB_PASSWORD=${password}\n`];
    expect(
      scan(cell({ source: ["!env"], outputs: [{ name: "stdout", output_type: "stream", text }] }), { password }),
    ).toMatchObject([{ at: "password" }]);
  });
});
