import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { renderMarkdown } from "../../src/report/markdown.ts";
import { hostileReport, plain, plainFinding, reportOf } from "./sample-report.ts";

describe("Markdown", () => {
  test("begins with the verdict and tells what was not read", () => {
    const base = reportOf([]);
    const text = renderMarkdown(
      {
        ...base,
        coverage: { ...base.coverage, complete: false, missing: [{ what: "history", reason: "the clone is shallow" }] },
        verdict: { ...base.verdict, conclusion: "incomplete" },
      },
      plain,
    );
    expect(text).toMatch(/^## ⚠️ Tidewaiter: incomplete\n\n\*\*1 thing asked for could not be read/);
    expect(text).toContain("| `history` | the clone is shallow |");
    expect(text).not.toContain("To silence");
  });

  test("says how to silence the first finding that counts", () => {
    const ignored = plainFinding({
      fingerprint: "f".repeat(32),
      suppressed: { kind: "inline", by: "x:allow", reason: "test" },
    });
    const text = renderMarkdown(reportOf([ignored, plainFinding()]), plain);
    expect(text).toContain(`  - fingerprint: ${plainFinding().fingerprint}`);
    expect(text).toContain("| Example token | `src/config.yml:12` `1a2b3c4d5e` | inline: `x:allow` | test |");
  });

  test("leaves out findings of severity info, and says so", () => {
    const text = renderMarkdown(reportOf([plainFinding({ severity: "info", title: "No such thing" })]), plain);
    expect(text).not.toContain("No such thing");
    expect(text).toContain("1 finding of severity info");
  });

  test("stays below a limit by leaving out rows, with a sentence that counts them", () => {
    const findings = Array.from({ length: 3000 }, (_, i) =>
      plainFinding({ title: `Token ${i}`, fingerprint: i.toString(16).padStart(32, "0") }),
    );
    const text = renderMarkdown(reportOf(findings), { ...plain, maxCharacters: 65_000 });
    expect(text.length).toBeLessThanOrEqual(65_000);
    expect(text.length).toBeGreaterThan(60_000);
    const rows = text.match(/^\| 🟠/gm)!.length;
    expect(text).toContain(`**${(3000 - rows).toLocaleString("en-US")} findings did not fit here**`);
    expect(text).toContain("Looked at 3 refs");
    expect(text).toContain("To silence one finding");
  });

  test("stays below any limit, and never splits a character", () => {
    fc.assert(
      fc.property(hostileReport, fc.integer({ min: 0, max: 6000 }), ({ report }, maxCharacters) => {
        const text = renderMarkdown(report, { ...plain, maxCharacters });
        expect(text.length).toBeLessThanOrEqual(maxCharacters);
        expect(text).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});
