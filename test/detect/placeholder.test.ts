import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { entropy, isPlaceholder } from "../../src/detect/placeholder.ts";
import { draw, generator } from "./generic-corpus.ts";

const fillers: readonly (readonly [kind: string, values: readonly string[]])[] = [
  [
    "documentation",
    [
      "your-api-key-here",
      "YOUR_API_KEY",
      "<your token>",
      "my-secret-token",
      "insert-key-here",
      "EXAMPLEKEY",
      "replace_me",
      "some-secret",
      "put your key",
    ],
  ],
  [
    "templates",
    [
      "$".concat("{DB_PASSWORD}"),
      "{{ .Values.password }}",
      "{{password}}",
      "<PASSWORD>",
      "%s",
      "user-%s",
      "#{password}",
      "<%= secret %>",
      "%(password)s",
      "$PASSWORD",
      "%PASSWORD%",
      "__TOKEN__",
      "@password@",
      "{password}",
      "[password]",
      "$(cat key)",
      "prefix-{0}",
    ],
  ],
  [
    "look-ups",
    [
      "process.env.API_KEY",
      "os.environ['KEY']",
      "os.getenv('KEY')",
      "import.meta.env.KEY",
      "ENV['KEY']",
      "secrets.TOKEN",
      "var.db_password",
      "$env:TOKEN",
    ],
  ],
  [
    "masks",
    [
      "********",
      "xxxxxxxxxxxx",
      "sk-xxxx",
      "XXXX-XXXX",
      "....",
      "••••••••".normalize(),
      "\xe2\x80\xa2".repeat(5),
      "____",
      "abc...xyz",
      "???",
    ],
  ],
  [
    "words",
    [
      "password",
      "changeme",
      "change-me",
      "secret",
      "test",
      "token",
      "TestPassword",
      "super-secret-key",
      "test_token_1",
      "dummy",
      "foobar",
      "null",
      "admin",
      "none",
    ],
  ],
  [
    "runs",
    [
      "aaaaaaaaaaaa",
      "00000000000000000000",
      "ababababababab",
      "abcd1234abcd1234abcd1234",
      "0123456789abcdef0123456789abcdef",
      "aaaabbbbcccc",
    ],
  ],
  ["sequences", ["1234567890", "abcdefghijklmnop", "0987654321", "abcdef123456", "12345678-1234-1234", "ABCDEFGHIJ"]],
  ["keyboard walks", ["qwertyuiop", "asdfghjkl", "1q2w3e4r", "1qaz2wsx3edc", "qwerty123456", "zxcvbnm"]],
  ["blanks", ["", "   "]],
];

describe("isPlaceholder", () => {
  test.each(fillers)("knows %s", (_, values) => {
    expect(values.filter((value) => !isPlaceholder(value))).toEqual([]);
  });

  test("lets what people choose as passwords pass", () => {
    const random = generator(3);
    const chosen = ["hunter", "orange", "Falcon"].flatMap((word) => [
      `${word}${draw(random, "2468", 2)}`,
      `${word}!${draw(random, "13579", 3)}`,
    ]);
    expect(chosen.filter(isPlaceholder)).toEqual([]);
  });

  const alphabets = {
    hex: "0123456789abcdef",
    base32: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
    base36: "0123456789abcdefghijklmnopqrstuvwxyz",
    base62: "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    base64: "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+/",
  };

  test.each(Object.entries(alphabets))("spares random %s tokens: fewer than 1 in 10,000", (_, alphabet) => {
    const random = generator(11);
    let rejected = 0;
    for (const length of [32, 40, 64])
      for (let i = 0; i < 2_500; i++) if (isPlaceholder(draw(random, alphabet, length))) rejected++;
    expect(rejected).toBeLessThanOrEqual(1);
  });

  test("spares a random token that happens to hold a short word", () => {
    const random = generator(5);
    const tokens = ["test", "abc", "key", "foo", "none", "1234", "pass"].map(
      (word) => draw(random, alphabets.base62, 18) + word + draw(random, alphabets.base62, 18),
    );
    expect(tokens.filter(isPlaceholder).length).toBe(0);
  });

  test("answers for any text, long ones too", () => {
    fc.assert(fc.property(fc.string({ maxLength: 2000 }), (text) => typeof isPlaceholder(text) === "boolean"));
    expect(isPlaceholder("-----BEGIN PRIVATE KEY-----\n".concat(draw(generator(1), alphabets.base64, 3000)))).toBe(
      false,
    );
    expect(isPlaceholder("x".repeat(200_000))).toBe(true);
  });
});

test("entropy counts bits per character", () => {
  expect(entropy("aaaa")).toBe(0);
  expect(entropy("abcd")).toBe(2);
});
