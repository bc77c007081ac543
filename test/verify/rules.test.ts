import { describe, expect, test } from "@jest/globals";
import { rules } from "../../patterns/load.ts";
import { readAnswer } from "../../src/verify/answer.ts";
import { requestFor } from "../../src/verify/request.ts";

const verifiable = rules.flatMap((rule) =>
  rule.verification === undefined ? [] : [{ id: rule.id, rule, verification: rule.verification }],
);

/** Facts that name the other half of what a request needs; the rules that give them may come later. */
const knownFacts = ["account", "shop"];

const named = (text: string): readonly string[] => [...text.matchAll(/\{([a-z]\w*)\}/g)].map(([, name]) => name!);

/** A value for every placeholder. */
const someValues = new Map(
  ["secret", "id", "accessKeyId", "token", "center", ...knownFacts].map((name) => [name, `x${name}x`]),
);

const analysed = (expression: string): boolean => !/[*+]|\{\d+,\}|\.\*/.test(expression);

describe.each(verifiable)("the request of $id", ({ rule, verification }) => {
  test("has a value for each of its placeholders", () => {
    const parts = [...(verification.parts ?? "").matchAll(/\(\?<(\w+)>/g)].map(([, name]) => name!);
    const known = ["secret", ...parts, ...Object.keys(verification.beside ?? {}), ...knownFacts];
    const asked = [verification.url, verification.body ?? "", ...Object.values(verification.headers)].flatMap(named);
    expect(asked.filter((name) => !known.includes(name))).toEqual([]);
    expect(asked.includes("secret") || parts.length > 0 || verification.sign !== undefined).toBe(true);
    for (const check of Object.values(verification.beside ?? {})) expect(rules.map(({ id }) => id)).toContain(check);
  });

  test("goes to a host of the provider, whatever fills the placeholders", () => {
    const { host, port, path } = requestFor(verification, someValues, undefined, new Date(0));
    const fixed = verification.url.split("/")[2]!.replace(/^[a-z0-9-]*\{\w+\}/, "");
    expect(host.endsWith(fixed.toLowerCase())).toBe(true);
    expect([port, path[0]]).toEqual([443, "/"]);
    for (const hostile of ["evil.test/", "evil.test#", "a@evil.test", "a.b", "", "-a", "a\r\nb"]) {
      const values = new Map([...someValues.keys()].map((name) => [name, hostile]));
      let asked = "";
      try {
        asked = requestFor(verification, values, undefined, new Date(0)).host;
      } catch (error) {
        expect((error as Error).name).toBe("UnknownValueError");
      }
      expect(["", host.includes("{") ? "" : verification.url.split("/")[2]]).toContain(asked);
    }
  });

  test("is worth sending: the kind is not meant to be public, and its expression over the secret is bounded", () => {
    expect(rule.severity).not.toBe("info");
    expect(analysed(verification.parts ?? "")).toBe(true);
  });

  test("takes neither a redirect, an overload, a fault of the server nor a page of a gateway for an answer", () => {
    for (const status of [301, 302, 307, 403, 404, 407, 429, 451, 500, 502, 503]) {
      if (rule.id === "secrets/datadog-api-key" && status === 403) continue; // its documented refusal, decided by `elsewhere`
      expect([status, readAnswer(verification, { status, body: "<html>no</html>", retryAfter: undefined })]).toEqual([
        status,
        undefined,
      ]);
    }
  });
});

test("about forty providers and more can be asked", () => {
  expect(new Set(verifiable.map(({ rule }) => rule.provider)).size).toBeGreaterThanOrEqual(40);
});
