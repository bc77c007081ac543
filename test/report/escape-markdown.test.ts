import { describe, expect, test } from "@jest/globals";
import { escapeMarkdown, markdownCode, markdownLink } from "../../src/report/escape-markdown.ts";

describe("escapeMarkdown", () => {
  test.each([
    ["mentions", "@admin", "@&#8203;admin"],
    ["references", "see #12", "see #&#8203;12"],
    ["markup", "*a* _b_ `c` ~d~", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~"],
    ["links", "[a](b)", "\\[a\\](b)"],
    ["HTML", "<img src=x>", "\\<img src=x\\>"],
    ["entities", "&lt;", "&amp;lt;"],
    ["table borders", "a|b", "a\\|b"],
    ["addresses", "https://x www.x", "https:&#8203;//x www&#8203;.x"],
    ["lines", "a\r\n# b", "a #&#8203; b"],
    ["a list", "1. a", "1\\. a"],
    ["a rule", "- a", "\\- a"],
  ])("disarms %s", (_, text, shown) => expect(escapeMarkdown(text)).toBe(shown));

  test("leaves plain prose alone", () => {
    const prose = "Acts as its owner: every repository (100%), 1.5 times; that's all.";
    expect(escapeMarkdown(prose)).toBe(prose);
  });
});

describe("markdownCode", () => {
  test("fences longer than the longest run of backticks", () => {
    expect(markdownCode("a")).toBe("`a`");
    expect(markdownCode("a``b")).toBe("```a``b```");
    expect(markdownCode("`")).toBe("`` ` ``");
  });

  test("escapes pipes in tables only", () => {
    expect(markdownCode("a|b")).toBe("`a\\|b`");
    expect(markdownCode("a\\|b")).toBe("`a\\\\\\|b`");
    expect(markdownCode("a|b", "prose")).toBe("`a|b`");
  });

  test("keeps to one line", () => {
    expect(markdownCode("a\nb")).toBe("`a\\nb`");
    expect(markdownCode("")).toBe("");
  });
});

test("an address cannot end its link early", () => {
  expect(markdownLink("`a`", "https://h/a)b c")).toBe("[`a`](https://h/a%29b%20c)");
});
