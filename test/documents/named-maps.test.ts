// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what is tested
import { describe, expect, test } from "@jest/globals";
import { found, random, scan } from "./documents.ts";

const [first, second] = [random(18), random(24)];
const names = { first, second };
const paths = (text: string): readonly string[] =>
  scan(text, names).map(({ at, check, facts }) => `${at} ${check} ${facts["keyPath"] ?? facts["name"]}`);

describe("maps whose name says what they hold:", () => {
  test.each([
    ["tfvars", `db_passwords = {\n  staging = "${first}"\n  # live\n  live    = "${second}"\n}\n`],
    ["tfvars on a line", `db_passwords   = { staging = "${first}", live = "${second}" }\n`],
    ["JSON", `{"db_passwords": {"staging": "${first}", "live": "${second}"}}\n`],
    ["Ruby", `db_passwords => { staging: "${first}", live: "${second}" }\n`],
  ])("%s", (_kind, text) => {
    expect(paths(text)).toEqual([
      "first secrets/generic-password-in-map db_passwords.staging",
      "second secrets/generic-password-in-map db_passwords.live",
    ]);
  });

  test("lists over several lines", () => {
    expect(paths(`api_keys = [\n  "${first}",\n  "${second}",\n]\n`)).toEqual([
      "first secrets/generic-key-in-map api_keys",
      "second secrets/generic-key-in-map api_keys",
    ]);
  });

  test("lists of objects, and objects in modules", () => {
    const text = `users = [\n  { name = "ann", password = "${first}" },\n]\ndb = { user = "app", password = "${second}" }\n`;
    expect(found(text, names)).toEqual(["secrets/generic-password first", "secrets/generic-password second"]);
  });

  test.each([
    [
      "what says itself what it is",
      `secrets = { db_password = "${first}" }\n`,
      ["first secrets/generic-password db_password"],
    ],
    ["words for people", 'passwords: {\n  title: "Change your password",\n  hint: "At least 12 characters"\n}\n', []],
    ["names of secrets", 'secrets = { app = "my-app-secret", db = "shop-db-login" }\n', []],
    ["references", 'db_passwords = { live = "${var.live_password}", old = "<password>" }\n', []],
    ["names of products", 'passwords: {\n  "x": "cpe:2.3:a:acme:pass_words7:*:*:*:*:*:shop:*:*"\n}\n', []],
    ["public keys", `public_api_keys = { web = "${second}" }\n`, []],
  ])("%s", (_what, text, expected) => {
    expect(paths(text)).toEqual(expected);
  });
});
