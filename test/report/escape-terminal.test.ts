import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { escapeTerminal } from "../../src/report/escape-terminal.ts";

describe("escapeTerminal", () => {
  test.each([
    ["a line feed", "a\nb", "a\\nb"],
    ["an escape sequence", "\x1b[2Jx", "\\x1b[2Jx"],
    ["a link (OSC 8)", "\x1b]8;;http://x\x07", "\\x1b]8;;http://x\\x07"],
    ["a C1 control sequence introducer", "\x9b31m", "\\x9b31m"],
    ["a bidirectional override", "a\u202egpj.exe", "a\\u202egpj.exe"],
    ["isolates", "\u2066x\u2069", "\\u2066x\\u2069"],
    ["zero width", "a\u200bb\ufeff", "a\\u200bb\\ufeff"],
    ["an annotation", "a\ufff9b", "a\\ufff9b"],
    ["a tag character", "a\u{e0041}", "a\\u{e0041}"],
    ["half a surrogate pair", "a\ud83d", "a\\ud83d"],
    ["a line separator", "a\u2028b", "a\\u2028b"],
  ])("spells out %s", (_, text, shown) => expect(escapeTerminal(text)).toBe(shown));

  test("leaves what can be seen", () => {
    const text = "src/añb/日本語/🚀 [x] C:\\dir std::string a##b # - ";
    expect(escapeTerminal(text)).toBe(text);
  });

  test("gives the runner of GitHub Actions no command", () => {
    expect(escapeTerminal("::error::x")).toBe("\\x3a:error::x");
    expect(escapeTerminal("name ::add-mask::x")).toBe("name \\x3a:add-mask::x");
    expect(escapeTerminal("x##[error]")).toBe("x\\x23#[error]");
    expect(escapeTerminal("###[error]")).not.toContain("##[");
  });

  test("lets no control or format character through, whatever comes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(escapeTerminal(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});
