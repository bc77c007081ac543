import fc from "fast-check";
import { type Finding, type Location, proofs, type Report, severities } from "../../src/finding.ts";
import { redact } from "../../src/redact.ts";

const digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: length, maxLength: length });

/** What an attacker would put into a path, a name or a message. */
export const hostile = fc.oneof(
  fc.constantFrom(
    "\x1b]0;owned\x07",
    "\x1b[2J\x9b1m",
    "a\r\nb\n::error::x",
    "##[error]x",
    "\u202egnp.exe",
    "\u200b\u2066x\u2069\ufeff",
    "| a | b |\n| --- | --- |",
    "`code` ``more``",
    "@admin @org/team #1 GH-2 owner/repo#3",
    "<img src=x onerror=alert(1)> &lt;b&gt; <!-- c",
    "[click](javascript:alert(1)) ![i](https://x.test/i.png)",
    "https://x.test www.x.test a@x.test",
    "../../etc/passwd",
    "/absolute/path",
    "//host/share",
    "C:\\dir\\file",
    "a:b?c#d%20e f",
    "{0} {{1}}",
    "\ud800lone",
    "日本語/é/🚀.yml",
    "$x^2$ :tada: ~~a~~ **b** _c_",
    "x".repeat(5000),
  ),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.string({ maxLength: 30 }),
);

export const location: fc.Arbitrary<Location> = fc
  .record({
    kind: fc.constantFrom<Location["kind"]>("commit", "file", "message"),
    path: hostile,
    line: fc.integer({ min: 1, max: 1_000_000 }),
    column: fc.integer({ min: 1, max: 500 }),
    lines: fc.integer({ min: 0, max: 30 }),
    known: fc.option(
      fc.record({ commit: hex(40), author: hostile, date: fc.constantFrom("2026-01-31T10:00:00+01:00", "") }),
    ),
    reachable: fc.option(fc.boolean()),
    present: fc.option(fc.boolean()),
    lineHash: fc.option(hex(16).map((digest) => `${digest}:1`)),
  })
  .map(({ kind, path, line, column, lines, known, reachable, present, lineHash }) => ({
    kind,
    path,
    line,
    column,
    endLine: line + lines,
    endColumn: column + 40,
    ...(known ?? {}),
    ...(reachable === null ? {} : { reachable }),
    ...(present === null ? {} : { present }),
    ...(lineHash === null ? {} : { lineHash }),
  }));

/** Raw secrets of all shapes: tokens, passwords, addresses with credentials, keys of many lines, text that is no ASCII. */
export const rawSecret = fc.oneof(
  fc.string({ unit: fc.constantFrom(...digits), minLength: 8, maxLength: 64 }),
  fc.string({ unit: fc.constantFrom(...digits), minLength: 36, maxLength: 36 }).map((body) => `ghp${"_"}${body}`),
  fc
    .tuple(
      fc.constantFrom("postgres", "mongodb+srv", "https"),
      fc.string({ unit: fc.constantFrom(...digits), minLength: 12, maxLength: 30 }),
    )
    .map(([scheme, password]) => `${scheme}://user:${password}@db.internal:5432/x`),
  fc
    .array(fc.string({ unit: fc.constantFrom(...digits), minLength: 64, maxLength: 64 }), {
      minLength: 2,
      maxLength: 4,
    })
    .map((lines) => `-----BEGIN ${"PRIVATE"} KEY-----\n${lines.join("\n")}\n-----END ${"PRIVATE"} KEY-----`),
  fc.string({ unit: fc.constantFrom(..."éüñ日本語🚀abcxyz\n"), minLength: 10, maxLength: 40 }),
);

export interface Sample {
  readonly finding: Finding;
  readonly raw: string;
}

export const sample: fc.Arbitrary<Sample> = fc
  .record({
    raw: rawSecret,
    title: hostile,
    severity: fc.constantFrom(...severities),
    proof: fc.constantFrom(...proofs),
    detail: hostile,
    remediation: hostile,
    fingerprint: hex(32),
    subject: hostile,
    names: fc.array(hostile, { maxLength: 2 }),
    locations: fc.array(location, { minLength: 1, maxLength: 6 }),
    isNew: fc.option(fc.boolean()),
    suppressed: fc.option(
      fc.record({ kind: fc.constantFrom("inline", "configuration", "baseline"), by: hostile, reason: hostile }),
    ),
  })
  .map(
    ({
      raw,
      title,
      severity,
      proof,
      detail,
      remediation,
      fingerprint,
      subject,
      names,
      locations,
      isNew,
      suppressed,
    }) => ({
      raw,
      finding: {
        check: "secrets/example-token",
        title,
        severity,
        proof,
        detail,
        remediation,
        fingerprint,
        secret: { redacted: redact(raw), length: raw.length },
        facts: { provider: "example", subject, names, bits: 4096, expired: false },
        locations,
        ...(isNew === null ? {} : { new: isNew }),
        ...(suppressed === null ? {} : { suppressed: suppressed as Finding["suppressed"] & object }),
      },
    }),
  );

export const reportOf = (findings: readonly Finding[], more: Partial<Report> = {}): Report => ({
  version: 1,
  coverage: {
    complete: true,
    refs: 3,
    commits: 120,
    objects: 900,
    files: 12,
    layers: 0,
    bytes: 4_234_567,
    seconds: 1.25,
    skipped: [{ what: "picture", reason: "holds no text", count: 12 }],
    missing: [],
  },
  findings,
  verdict: {
    conclusion: findings.length === 0 ? "pass" : "fail",
    failOn: "medium",
    counts: {
      info: 0,
      low: 0,
      medium: 0,
      high: 0,
      critical: 0,
      ...Object.fromEntries(
        severities.map((severity) => [
          severity,
          findings.filter((f) => f.severity === severity && f.suppressed === undefined).length,
        ]),
      ),
    },
  },
  notes: [],
  ...more,
});

/** A report in which everything that can be is hostile. */
export const hostileReport: fc.Arbitrary<{ readonly report: Report; readonly samples: readonly Sample[] }> = fc
  .record({
    samples: fc.array(sample, { maxLength: 5 }),
    what: hostile,
    reason: hostile,
    note: hostile,
    complete: fc.boolean(),
  })
  .map(({ samples, what, reason, note, complete }) => {
    const base = reportOf(samples.map(({ finding }) => finding));
    return {
      samples,
      report: {
        ...base,
        coverage: {
          ...base.coverage,
          complete,
          skipped: [{ what, reason, count: 3 }],
          missing: complete ? [] : [{ what, reason }],
        },
        verdict: { ...base.verdict, conclusion: complete ? base.verdict.conclusion : "incomplete" },
        notes: [note],
      },
    };
  });

/** A plain finding, to be changed by what a test is about. */
export const plainFinding = (changes: Partial<Finding> = {}): Finding => ({
  check: "secrets/example-token",
  title: "Example token",
  severity: "high",
  proof: "structural",
  detail: "Acts as its owner.",
  remediation: "Revoke it.",
  fingerprint: "0123456789abcdef0123456789abcdef",
  secret: { redacted: "exa_…", length: 40 },
  facts: { provider: "example" },
  locations: [plainLocation()],
  ...changes,
});

export const plainLocation = (changes: Partial<Location> = {}): Location => ({
  kind: "commit",
  path: "src/config.yml",
  line: 12,
  column: 8,
  endLine: 12,
  endColumn: 48,
  commit: "1a2b3c4d5e".repeat(4),
  author: "Jane Doe <jane@example.test>",
  date: "2026-01-31T10:00:00+01:00",
  reachable: true,
  present: false,
  ...changes,
});

export const plain = { color: false, quiet: false, reveal: undefined } as const;
