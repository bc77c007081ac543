import { describe, expect, test } from "@jest/globals";
import { entropy } from "../src/detect/placeholder.ts";
import { fill } from "./tokens.ts";

describe("a template", () => {
  test("gives the same text for the same seed and another for another", () => {
    expect(fill("{base62:30}", "a").text).toBe(fill("{base62:30}", "a").text);
    expect(fill("{base62:30}", "a").text).not.toBe(fill("{base62:30}", "b").text);
  });

  test("draws as many characters of its alphabet as it says, each as often as any other", () => {
    const { text } = fill("{hex:64}");
    expect(text).toMatch(/^[0-9a-f]{64}$/);
    expect(entropy(text)).toBe(4);
  });

  test("marks the secret within its context", () => {
    const { text, secret, start, end } = fill("key = «{lower:8}» # {digits:3}");
    expect(text).toMatch(/^key = [a-z]{8} # \d{3}$/);
    expect([start, end, secret]).toEqual([6, 14, text.slice(6, 14)]);
  });

  test("leaves braces that name nothing, and what a backslash protects", () => {
    expect(fill('{"a": {"b": 1}} \\{hex:4\\}').text).toBe('{"a": {"b": 1}} {hex:4}');
  });

  test("turns what is within into something else", () => {
    expect(Buffer.from(fill('p_{to-base64:{"k":"{x:7a}"}}').text.slice(2), "base64").toString()).toBe('{"k":"z"}');
  });

  test("refuses a name that nothing has and a brace that is not closed", () => {
    expect(() => fill("{nothing:3}")).toThrow(/nothing is called nothing/);
    expect(() => fill("{hex:3")).toThrow(/not closed/);
  });
});
