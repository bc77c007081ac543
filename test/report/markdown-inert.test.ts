import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { escapeMarkdown, markdownCode, markdownLink } from "../../src/report/escape-markdown.ts";
import { renderMarkdown } from "../../src/report/markdown.ts";
import { encodePath } from "../../src/report/uri-path.ts";
import { hostile, hostileReport, plain, plainFinding, plainLocation, reportOf } from "./sample-report.ts";

const html = (markdown: string): string =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };
const textIn = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name]!)
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));

/** What GitHub would still make of rendered text outside code: mentions, references, emoji. */
const live = /(?<![\w`])@[A-Za-z0-9]|(?<!&)#\d|\bgh-\d/i;

test("prose from outside stays text, of one paragraph", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const shown = html(`x ${escapeMarkdown(text)} y`);
      expect(shown).toMatch(/^<p>[^<]*<\/p>$/);
      expect(textIn(shown)).not.toMatch(live);
    }),
    { numRuns: 200 },
  );
});

test("prose from outside stays text at the start of a line", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(html(escapeMarkdown(text))).toMatch(/^(?:<p>[^<]*<\/p>)?$/);
    }),
    { numRuns: 200 },
  );
});

test("code from outside is one span that shows all of it", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      fc.pre(text.trim() !== "");
      const shown = html(`x ${markdownCode(text, "prose")} y`);
      expect(shown).toMatch(/^<p>x <code>[^<]*<\/code> y<\/p>$/);
    }),
    { numRuns: 200 },
  );
});

test("a cell from outside is one cell, linked or not", () => {
  fc.assert(
    fc.property(hostile, hostile, hostile, (a, b, c) => {
      const row = `| ${markdownCode(a)} | ${escapeMarkdown(b)} | ${markdownLink("x", `https://h.test/${encodePath(c)}#L1`)} |`;
      const shown = html(`| a | b | c |\n| --- | --- | --- |\n${row}`);
      expect(shown.match(/<td>/g)).toHaveLength(3);
      expect(shown).toMatch(
        /<td>(?:<code>[^<]*<\/code>)?<\/td>\s*<td>[^<]*<\/td>\s*<td><a href="https:\/\/h\.test\/[^"<> ]*">x<\/a><\/td>/,
      );
    }),
    { numRuns: 200 },
  );
});

const allowedTags = /^<\/?(?:h2|h3|p|br|strong|code|pre|table|thead|tbody|tr|th|td|ul|li|details|summary|a)\b/;

test("a report has the tags and links of its own and no other", () => {
  fc.assert(
    fc.property(hostileReport, ({ report }) => {
      const shown = html(renderMarkdown(report, { ...plain, repositoryUrl: "https://h.test/o/r" }));
      for (const tag of shown.match(/<\/?[a-z][^>]*>/gi) ?? []) expect(tag).toMatch(allowedTags);
      for (const [, address] of shown.matchAll(/href="([^"]*)"/g))
        expect(address).toMatch(/^https:\/\/(?:h\.test\/o\/r\/(?:blob|commit)\/|x\.test)/);
      for (const row of shown.match(/<tr>[\s\S]*?<\/tr>/g) ?? [])
        expect([2, 3, 4]).toContain(row.match(/<t[dh]/g)!.length);
    }),
  );
});

test("a report reads as it should", () => {
  const finding = plainFinding({
    detail: "Opens a|b.",
    remediation: "See https://docs.test/a-page_1.",
    locations: [plainLocation({ path: "a b/`c`.yml", author: "@jane <j@x.test>" })],
  });
  const shown = html(renderMarkdown(reportOf([finding]), { ...plain, repositoryUrl: "https://h.test/o/r/" }));
  expect(shown).toContain("<h2>❌ Tidewaiter: fail</h2>\n<p><strong>1 high (medium and above fails).</strong></p>");
  expect(shown).toContain(`href="https://h.test/o/r/blob/${"1a2b3c4d5e".repeat(4)}/a%20b/%60c%60.yml#L12"`);
  expect(shown).toContain("<code>a b/`c`.yml:12</code>");
  expect(shown).toContain("Opens a|b.");
  expect(shown).toContain('<a href="https://docs.test/a-page_1">docs.test/a-page_1</a>');
  expect(shown).toContain("3 refs, 120 commits, 900 objects and 12 files");
  expect(shown).toContain("<td>picture</td>");
});
