import { describe, expect, test } from "@jest/globals";
import { lexicon } from "../../../patterns/lexicon.ts";
import { rules } from "../../../patterns/load.ts";
import { createDetector } from "../../../src/detect/detector.ts";
import { isServiceCheck, parseRow } from "../../../src/detect/lexicon/services.ts";
import { severities } from "../../../src/finding.ts";
import { draw, generator } from "../generic-corpus.ts";

const lines = lexicon.split("\n").filter(Boolean);
const rows = lines.map(parseRow);

describe("the rows of patterns/lexicon", () => {
  test("are more than 1,200 services", () => {
    expect(new Set(rows.map(({ service }) => service.name)).size).toBeGreaterThan(1200);
    expect(rows.length).toBe(new Set(rows.map(({ service }) => service.name)).size);
  });

  test("have words that no two share, small, of letters and digits", () => {
    const words = rows.flatMap(({ words }) => words.map((word) => word.replace("~", "")));
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    expect(words.filter((word) => !/^[a-z0-9]{2,}$/.test(word))).toEqual([]);
  });

  test("have a severity, a provider that fits into a check, and shapes that name an alphabet", () => {
    expect(rows.filter(({ service }) => !severities.includes(service.severity))).toEqual([]);
    expect(rows.filter(({ service }) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(service.provider))).toEqual([]);
    expect(rows.filter(({ service }) => /undefined|\{\}/.test(service.keys?.source ?? ""))).toEqual([]);
    expect(lines.filter((line) => line.split("\t").length > 6)).toEqual([]);
  });
});

const detector = await createDetector(rules.filter(({ proof }) => proof === "generic"));
const random = generator(7);
const hex = (length = 32): string => draw(random, "0123456789abcdef", length);
const base62 = (length = 32): string =>
  draw(random, "0123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ", length);
const uuid = (): string => [8, 4, 4, 4, 12].map(hex).join("-");

const checks = (text: string): readonly string[] =>
  detector.scan(Buffer.from(text, "latin1")).map(({ check, title }) => `${check.replace("secrets/", "")}, ${title}`);

describe("a service's name names the finding", () => {
  test.each([
    ["screaming", `MAILGUN_API_KEY=${hex()}`, "mailgun-api-key, Mailgun API key"],
    ["camel case", `const mailgunApiKey = "${hex()}";`, "mailgun-api-key, Mailgun API key"],
    ["dotted", `mailgun.api.key=${hex()}`, "mailgun-api-key, Mailgun API key"],
    ["kebab", `mailgun-api-key: ${hex()}`, "mailgun-api-key, Mailgun API key"],
    ["glued", `mailgunapikey = '${hex()}'`, "mailgun-api-key, Mailgun API key"],
    ["two words", `OPEN_WEATHER_API_KEY=${hex()}`, "openweather-api-key, OpenWeather API key"],
    ["three words in one", `openWeatherMapApiKey: "${hex()}"`, "openweather-api-key, OpenWeather API key"],
    ["a digit in the name", `AUTH0_CLIENT_SECRET=${base62(64)}`, "auth0-client-secret, Auth0 client secret"],
    ["a key without api", `MAILGUN_KEY=${hex()}`, "mailgun-api-key, Mailgun API key"],
    ["nothing but the service", `{"openweathermap": "${hex()}"}`, "openweather-api-key, OpenWeather API key"],
    ["a common word with its kind", `SEGMENT_WRITE_KEY=${base62()}`, "segment-write-key, Segment write key"],
    ["an environment before", `PROD_SHIPSTATION_API_SECRET=${hex()}`, "shipstation-api-secret, ShipStation API secret"],
    ["a framework before", `NEXT_PUBLIC_ALGOLIA_ADMIN_KEY=${hex()}`, "algolia-admin-key, Algolia admin API key"],
    ["a webhook", `CALENDLY_WEBHOOK_SECRET=${hex()}`, "calendly-webhook-secret, Calendly webhook secret"],
    ["a UUID of a service whose keys are not known", `MAILGUN_API_KEY="${uuid()}"`, "mailgun-api-key, Mailgun API key"],
    ["a property of a command", `sonar-scanner -Dsonar.login=${hex(40)}`, "sonarqube-token, SonarQube token"],
    ["a header", `curl -H "Fastly-Key: ${base62()}" https://acme.test`, "fastly-api-key, Fastly API key"],
    ["a client in a name space", `client = Shodan::Client.new('${hex()}')`, "shodan-api-key, Shodan API key"],
    [
      "a host and a key with more behind it",
      `"https://api.stlouisfed.org/x?api_key=${hex()}&y=z"`,
      "fred-api-key, FRED API key",
    ],
    ["a client", `const client = algoliasearch("ABCDEF1234", "${hex()}");`, "algolia-api-key, Algolia API key"],
    ["a library that is required", `require("shodan-client")("${base62()}")`, "shodan-api-key, Shodan API key"],
    [
      "a library that is called",
      `redis.Redis(host="cache", password="${base62(24)}")`,
      "redis-password, Redis password",
    ],
    [
      "a host of a request",
      `curl -H "Authorization: GenieKey ${base62()}" https://api.opsgenie.com/v2`,
      "opsgenie-token, Opsgenie token",
    ],
    ["a key of a known shape", `OPSGENIE_API_KEY="${uuid()}"`, "opsgenie-api-key, Opsgenie API key"],
  ])("%s", (_, text, expected) => {
    expect(checks(text)).toEqual([expected]);
  });
});

describe("so do the words around a name that tells nothing", () => {
  test.each([
    ["a block of YAML", `services:\n  sendbird:\n    app: x\n    token: ${hex(40)}\n`, "sendbird-token"],
    ["a block of JSON", `{\n  "sendbird": {\n    "apiToken": "${hex(40)}"\n  }\n}`, "sendbird-api-token"],
    ["a section of INI", `[sendbird]\nurl = x\napi_key = ${hex(40)}\n`, "sendbird-api-key"],
    ["an element of XML", `<sendbird>\n  <apiKey>${hex(40)}</apiKey>\n</sendbird>`, "sendbird-api-key"],
    ["a call", `client = SendBird(app="x", api_key="${hex(40)}")`, "sendbird-api-key"],
    ["a host", `url = "https://api.sendbird.com/v3"\napi_key = "${hex(40)}"\n`, "sendbird-api-key"],
    ["a comment", `# Sendbird\nAPI_KEY=${hex(40)}\n`, "sendbird-api-key"],
    ["an import", `import sendbird\n${"\n".repeat(20)}API_KEY = "${hex(40)}"\n`, "sendbird-api-key"],
  ])("%s", (_, text, expected) => {
    expect(checks(text).map((told) => told.split(",")[0])).toEqual([expected]);
  });
});

describe("no service", () => {
  test.each([
    ["a name without one", `API_KEY=${hex()}\n`, ["generic-api-key, Key or token in code or configuration"]],
    [
      "a common word of a longer name",
      `FRONT_DOOR_API_KEY=${hex()}\n`,
      ["generic-api-key, Key or token in code or configuration"],
    ],
    ["a digest beside no word", `CACHE=${hex()}\nCACHE_KEY = "${hex()}"\n`, []],
    ["a name", `MAILGUN_KEY=mailgun-key-of-team-2\n`, []],
    ["a client's id", `MAILGUN_CLIENT_ID=${hex()}\n`, []],
    ["a view's element", `mode = h(Mailgun, { key: '${hex(40)}', class: "mailgun" }), mailgun`, []],
    ["the public half of an address", `https://o1.ingest.sentry.io/api/6/store/?sentry_key=${hex()}`, []],
    ["a checksum", `MAILGUN_SHA256=${hex(64)}\n`, []],
    ["a UUID that is none of its keys", `DATADOG_API_KEY="${uuid()}"\n`, []],
    ["a template", `MAILGUN_API_KEY=$\{MAILGUN_API_KEY}\nMAILGUN_KEY=your-mailgun-key-goes-here\n`, []],
  ])("%s", (_, text, expected) => {
    expect(checks(text)).toEqual(expected);
  });
});

test("checks of services are known to those who ask for them alone", () => {
  expect(["secrets/mailgun", "secrets/mailgun-api-key", "secrets/weights-and"].map(isServiceCheck)).toEqual([
    true,
    true,
    true,
  ]);
  expect(isServiceCheck("secrets/maligun")).toBe(false);
});
