import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { RE2JS } from "re2js";
import { createDetector } from "../../src/detect/detector.ts";
import { customLimits } from "../../src/detect/patience.ts";
import type { Rule } from "../../src/detect/rule.ts";
import { loadConfiguration } from "../../src/policy/configuration.ts";
import { extentOf } from "../../src/policy/expression-extent.ts";
import { anchorsOf } from "../../src/policy/extent.ts";

const rulesOf = async (expression: string, more = ""): Promise<readonly Rule[]> =>
  (
    await loadConfiguration(
      `rules:\n  - id: test\n    title: Test\n    severity: high\n    expression: ${JSON.stringify(expression)}\n${more}`,
      "tidewaiter.yml",
    )
  ).rules;

const ruleOf = async (expression: string, more?: string): Promise<Rule> => (await rulesOf(expression, more))[0]!;

const scan = async (rule: Rule, content: string | Buffer) => {
  const stopped: string[] = [];
  const detector = await createDetector([rule], [], (_id, reason) => stopped.push(reason));
  return { matches: detector.scan(typeof content === "string" ? Buffer.from(content) : content), stopped };
};

const secretsIn = async (expression: string, content: string, more?: string): Promise<readonly string[]> =>
  (await scan(await ruleOf(expression, more), content)).matches.map(({ secret }) => secret);

describe("anchors and window come from the expression", () => {
  test.each([
    ["depot_[0-9a-f]{32}", ["depot_"], 38],
    ["(?:live|test)_key_[a-z]{4}", ["live_key_", "test_key_"], 13],
    ["\\bdp[_-]key\\b", ["dp_key", "dp-key"], 6],
    ["x?y*(?P<secret>abcd+)", ["abcd"], undefined],
    ["depot[=:] *(?P<secret>\\w+)", ["depot=", "depot:"], undefined],
    ["a{2}b{3}", ["aabbb"], 5],
    ["\\Qa.b\\E\\d", ["a.b"], 4],
    ["\\x61\\x{62}\\143", ["abc"], 3],
    ["depot(?:_a|_b)?=[a-z]", ["depot=", "depot_a=", "depot_b="], 9],
    ["key=é", ["key=\xc3\xa9"], 6],
    ["(?i)depot_[0-9]", ["depot_"], 7],
    ["(?i:ab)cdef", ["abcdef", "ABcdef", "aBcdef", "Abcdef"], 6],
    ["(?:ab+){3,}", ["ab"], undefined],
  ])("%s", async (expression, anchors, longest) => {
    const rule = await ruleOf(expression);
    expect([...rule.anchors].sort()).toEqual([...anchors].sort());
    expect(rule.window.after).toBe(longest === undefined ? 4096 : longest + 1);
  });

  test.each(["[a-z]{32}", "a?b|long", "\\d+", "a|bcd", "(?:abc)?x"])(
    "%s tells none, so they must be named",
    async (expression) => {
      await expect(ruleOf(expression)).rejects.toThrow(
        /^tidewaiter\.yml:5:17: the expression of rule test: .*`anchors`/,
      );
      expect((await ruleOf(expression, "    anchors: [depot]\n")).anchors).toEqual(["depot"]);
    },
  );

  test("every match of an expression contains one of its anchors and is no longer than it may be", () => {
    const leaf = fc.constantFrom("a", "b", "ab", "[ab]", ".", "\\w", "(?i)a", "[^b]", "\\b", "a?", "c");
    const { expression } = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        leaf,
        fc.tuple(tie("expression"), tie("expression")).map(([a, b]) => `${a}${b}`),
        fc.tuple(tie("expression"), tie("expression")).map(([a, b]) => `(?:${a}|${b})`),
        fc
          .tuple(tie("expression"), fc.constantFrom("*", "+?", "?", "{2}", "{1,3}", "{2,}"))
          .map(([a, r]) => `(${a})${r}`),
      ),
    }));
    const text = fc.array(fc.constantFrom("a", "b", "c", "A", " "), { maxLength: 30 }).map((chars) => chars.join(""));
    fc.assert(
      fc.property(expression, text, (source, content) => {
        const extent = extentOf(source);
        expect(extent).toBeDefined();
        const matcher = RE2JS.compile(source).matcher(content);
        const anchors = anchorsOf(extent!);
        while (matcher.find()) {
          const found = matcher.group()!;
          expect(found.length).toBeLessThanOrEqual(extent!.longest);
          if (anchors !== undefined && !anchors.some((anchor) => found.includes(anchor)))
            throw new Error(`${source} ${found} ${anchors}`);
          if (extent!.exact !== undefined) expect(extent!.exact).toContain(found);
        }
      }),
      { numRuns: 1500 },
    );
  });
});

describe("what rules find", () => {
  test("the group named secret, in bytes beyond ASCII too", async () => {
    expect(await secretsIn("clé=(?P<secret>[a-z0-9]{8})", "é clé=q7w2kz9v")).toEqual(["q7w2kz9v"]);
    expect(await secretsIn("depot_[0-9]{6}", "depot_314159 depot_271828")).toEqual(["depot_314159", "depot_271828"]);
    expect(await secretsIn("DEPOT_[0-9]{6}", "depot_314159", "    ignoreCase: true\n")).toEqual(["depot_314159"]);
    expect(await secretsIn("(?i)DEPOT_[0-9]{6}", "depot_314159")).toEqual(["depot_314159"]);
  });

  test("the same in dense and long contents as the expression on the whole", async () => {
    const content = Array.from(
      { length: 6000 },
      (_, i) => `depot_${(i * 7919).toString(36)}${i % 3 === 0 ? "\n" : " "}`,
    ).join("");
    const found = await secretsIn("depot_[0-9a-z]{1,8}", content);
    expect(found).toEqual(content.match(/depot_[0-9a-z]{1,8}/g));
  });

  test("with the check secrets/custom-ID", async () => {
    const { matches } = await scan(await ruleOf("depot_[0-9]{6}"), "depot_314159");
    expect(matches[0]).toMatchObject({ check: "secrets/custom-test", severity: "high", facts: { provider: "custom" } });
  });
});

describe("what RE2 refuses is an error with line and column", () => {
  test.each([
    ["abc(?=d)", "no look-around"],
    ["(?<!a)bcd", "no look-around"],
    ["(abc)\\1", "no back-references"],
    ["(?>abc)", "no atomic groups"],
    ["abc++", "no possessive"],
    ["(x{1,1000}){1,1000}", "a counted repeat may reach 1000"],
    ["x{1001}", "a counted repeat may reach 1000"],
    ["abc(", "missing closing )"],
    ["[abc", "missing closing ]"],
    ["(?P<a>a)(?P<a>b)", "RE2 refuses it"],
    ["abc[é]", "cannot stand in [ ]"],
    ["abc\\x{20ac}", "is no byte"],
    ["a*", "matches the empty text"],
    ["(?:ab?c?d?){700}e", "it is too large"],
  ])("%s", async (expression, because) => {
    await expect(ruleOf(expression)).rejects.toMatchObject({
      name: "UsageError",
      message: expect.stringMatching(/^tidewaiter\.yml:5:17: the expression of rule test: /),
    });
    await expect(ruleOf(expression)).rejects.toThrow(because);
  });

  test("two rules of one name", async () => {
    const entry = "{ id: a, title: t, severity: low, expression: abc }";
    await expect(loadConfiguration(`rules: [${entry}, ${entry}]`, "f")).rejects.toThrow('two rules are called "a"');
  });
});

describe("expressions that would not end elsewhere", () => {
  const size = 1 << 18;
  const anchors = (text: string) => `    anchors: [${text}]\n`;
  /** On a busy machine a rule may well be given up after its seconds. */
  const isNotLate = (reason: string): boolean => reason !== "its expression takes too long";
  test.each([
    ["(a+)+$", "aa", "a"],
    ["(a|aa)+b", "aa", "a"],
    ["(?i)(A+)+B", "aa", "a"],
    ["(x{1,30}){1,30}y", "xx", "x"],
    ["(.*a){1,20}z", "aa", "a"],
  ])("%s ends on a long line of them", async (expression, anchor, char) => {
    const { matches, stopped } = await scan(await ruleOf(expression, anchors(anchor)), char.repeat(size));
    expect(matches).toEqual([]);
    expect(stopped.filter(isNotLate)).toEqual([]);
  });

  test("a line of nothing but anchors ends", async () => {
    const { matches, stopped } = await scan(await ruleOf("(?:qq){1,3}z"), Buffer.alloc(1 << 20, "q"));
    expect(matches).toEqual([]);
    expect(stopped.filter(isNotLate)).toEqual([]);
  });

  test("the end of a line of 100 MB is searched", async () => {
    const line = Buffer.alloc(100 << 20, "x");
    line.write(" depot_314159", line.length - 13);
    const { matches } = await scan(await ruleOf("depot_[0-9]{6}"), line);
    expect(matches.map(({ end }) => end)).toEqual([line.length]);
  });

  test("a rule that matches without end is given up once, and says so", async () => {
    const rule = await ruleOf("a[bc]");
    const stopped: string[] = [];
    const detector = await createDetector([rule], [], (id, reason) => stopped.push(`${id} ${reason}`));
    const content = Buffer.from("ab ".repeat(customLimits.matches + 5));
    expect(detector.scan(content).length).toBeLessThanOrEqual(customLimits.matches);
    expect(detector.scan(content)).toEqual([]);
    expect(stopped).toEqual([`secrets/custom-test it matches ${customLimits.matches} times in one content`]);
  });
});
