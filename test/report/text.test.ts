import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Finding } from "../../src/finding.ts";
import { renderText } from "../../src/report/text.ts";
import { hostileReport, plain, plainFinding, plainLocation, reportOf } from "./sample-report.ts";

const head = "f".repeat(40);
const textOf = (findings: readonly Finding[], more = {}) => renderText(reportOf(findings, more), plain);

describe("a finding", () => {
  test("says what, where, since when, why, what to do, and how to name it", () => {
    const text = textOf([plainFinding()]);
    for (const part of [
      "HIGH  Example token",
      "exa_… (40 characters)",
      "secrets/example-token  structural",
      "src/config.yml:12:8  brought in by 1a2b3c4d5e, Jane Doe, 2026-01-31, gone from HEAD",
      "Acts as its owner.",
      "Revoke it.",
      "0123456789abcdef0123456789abcdef",
    ])
      expect(text).toContain(part);
  });

  test("has one line for the commit and the file of HEAD where they are the same line", () => {
    const commit = plainLocation({ present: true });
    const text = textOf([plainFinding({ locations: [commit, { ...commit, kind: "file", commit: head }] })]);
    expect(text.match(/src\/config\.yml/g)).toHaveLength(1);
    expect(text).toContain("still in HEAD");
  });

  test("has two lines where HEAD holds it on another line", () => {
    const commit = plainLocation({ present: true });
    const text = textOf([plainFinding({ locations: [commit, { ...commit, kind: "file", commit: head, line: 30 }] })]);
    expect(text).toContain("src/config.yml:12:8");
    expect(text).toContain("src/config.yml:30:8  in HEAD");
  });

  test("says when no ref reaches it, when it is in a message, and when it is not committed", () => {
    const lost = plainLocation({ reachable: false });
    const message = plainLocation({ kind: "message", path: "commit message" });
    const staged: Finding["locations"][number] = {
      kind: "file",
      path: "new.txt",
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 2,
      present: true,
    };
    const text = textOf([plainFinding({ locations: [lost, message, staged] })]);
    expect(text).toContain("no ref reaches it");
    expect(text).toContain("commit message:12:8  of 1a2b3c4d5e, Jane Doe, 2026-01-31");
    expect(text).toContain("new.txt:1:1  not yet committed");
  });

  test("lists files in the order of lines", () => {
    const file = plainLocation({ kind: "file", commit: head, present: true });
    const text = textOf([plainFinding({ locations: [100, 20, 3].map((line) => ({ ...file, line })) })]);
    expect(text.indexOf(":3:8")).toBeLessThan(text.indexOf(":20:8"));
    expect(text.indexOf(":20:8")).toBeLessThan(text.indexOf(":100:8"));
  });

  test("cuts a long list of places with a sentence", () => {
    const locations = Array.from({ length: 18 }, (_, i) => plainLocation({ path: `src/${i}.yml` }));
    const text = textOf([plainFinding({ locations })]);
    expect(text.match(/brought in by/g)).toHaveLength(6);
    expect(text).toContain("and 12 more places: --format json lists them");
  });

  test("that is ignored says by whom and why", () => {
    const suppressed = { kind: "inline", by: "tidewaiter:ignore", reason: "revoked" } as const;
    expect(textOf([plainFinding({ suppressed })])).toContain("by tidewaiter:ignore: revoked");
  });
});

describe("the report", () => {
  test("ends with the verdict, the most urgent finding next to it", () => {
    const findings = [
      plainFinding({ severity: "critical", title: "First" }),
      plainFinding({ severity: "low", title: "Last" }),
    ];
    const text = textOf(findings);
    expect(text.indexOf("Last")).toBeLessThan(text.indexOf("First"));
    expect(text.trimEnd().split("\n").at(-1)).toBe("FAIL  1 critical and 1 low (medium and above fails)");
  });

  test("says what was looked at and passed over", () => {
    const text = textOf([]);
    expect(text).toContain("3 refs, 120 commits, 900 objects and 12 files: 4.23 MB in 1.3 s");
    expect(text).toContain("12 × picture: holds no text");
    expect(text.trimEnd().split("\n").at(-1)).toBe("PASS  no findings");
  });

  test("says what could not be read, and that this is no pass", () => {
    const base = reportOf([]);
    const text = textOf([], {
      coverage: { ...base.coverage, complete: false, missing: [{ what: "history", reason: "the clone is shallow" }] },
      verdict: { ...base.verdict, conclusion: "incomplete" },
    });
    expect(text).toContain("history: the clone is shallow");
    expect(text.trimEnd().split("\n").at(-1)).toMatch(/^INCOMPLETE {2}1 thing asked for could not be read/);
  });

  test("names a few of many things that were not read for one reason", () => {
    const base = reportOf([]);
    const missing = Array.from({ length: 9 }, (_, i) => ({ what: `object ${i}`, reason: "broken: run git fsck" }));
    const text = textOf([], { coverage: { ...base.coverage, complete: false, missing } });
    expect(text).toContain("object 0, object 1, object 2 and 6 more: broken: run git fsck");
  });

  test("lists what a checkout still has first in a group", () => {
    const gone = Array.from({ length: 60 }, () => plainFinding());
    const text = textOf([...gone, plainFinding({ locations: [plainLocation({ path: "here.yml", present: true })] })]);
    expect(text).toContain("here.yml:12:8");
  });

  test("counts findings of severity info without showing them", () => {
    const text = textOf([plainFinding({ severity: "info", title: "Example that is none" })]);
    expect(text).not.toContain("Example that is none");
    expect(text).toContain("1 finding of severity info");
  });

  test("with --quiet has findings only", () => {
    const quiet = { ...plain, quiet: true };
    expect(renderText(reportOf([]), quiet)).toBe("");
    expect(renderText(reportOf([plainFinding()]), quiet)).not.toMatch(/looked at|FAIL/);
  });

  test("stays readable with 5,000 findings, and says how to see all", () => {
    const findings = Array.from({ length: 5000 }, (_, i) =>
      plainFinding({ check: `secrets/kind-${i % 7}`, fingerprint: i.toString(16).padStart(32, "0") }),
    );
    const text = textOf(findings);
    expect(text.split("\n").length).toBeLessThan(400);
    expect(text).toContain("5,000 findings, by check");
    expect(text).toContain("src/config.yml:12:8  exa_…\n");
    expect(text).toMatch(/^ {4}brought in by 1a2b3c4d5e, .*, gone from HEAD {2}fingerprint 0{28}[0-9a-f]{4}$/m);
    expect(text).toContain("--format json=FILE");
    expect(text).toContain("704 more of this check");
  });

  test("wraps prose", () => {
    const detail = "word ".repeat(100).trim();
    const lines = renderText(reportOf([plainFinding({ detail })]), { ...plain, width: 20 }).split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(110);
    expect(lines.filter((line) => line.includes("word word")).every((line) => line.length <= 80)).toBe(true);
  });
});

describe("colour", () => {
  test("changes nothing but colour", () => {
    const report = reportOf([plainFinding(), plainFinding({ severity: "low" })]);
    const colored = renderText(report, { ...plain, color: true });
    expect(colored).toContain("\x1b[");
    expect(colored.replace(/\x1b\[[\d;]*m/g, "")).toBe(renderText(report, plain));
  });

  test("and line feeds are the only control characters, whatever is reported", () => {
    fc.assert(
      fc.property(hostileReport, fc.boolean(), ({ report }, color) => {
        const text = renderText(report, { ...plain, color });
        expect(text.replace(/\x1b\[[\d;]*m/g, "").replaceAll("\n", "")).not.toMatch(
          /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u,
        );
        if (!color) expect(text).not.toContain("\x1b");
        expect(text).not.toMatch(/^\s*::|##\[/m);
      }),
    );
  });
});
