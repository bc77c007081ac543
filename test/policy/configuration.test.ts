import { describe, expect, test } from "@jest/globals";
import { loadConfiguration } from "../../src/policy/configuration.ts";
import { UsageError } from "../../src/usage-error.ts";

const load = (text: string) => loadConfiguration(text, "tidewaiter.yml");

const failure = async (text: string): Promise<string> => {
  try {
    await load(text);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as UsageError).message;
  }
  throw new Error(`accepted: ${text.slice(0, 200)}`);
};

const fingerprint = "0123456789abcdef".repeat(2);

describe("what is allowed", () => {
  test("every key", async () => {
    const configuration = await load(`
failOn: high
minProof: structural
only: [secrets/github, kubeconfig]
baseline: .github/tidewaiter-baseline.json
selfExcuse: deny
endpoints: [{ provider: gitlab, url: "https://gitlab.example.com/git" }]
ignores:
  - fingerprint: ${fingerprint}
    reason: revoked in 2019
  - check: secrets/github
    path: docs/**
    reason: documentation
    owner: "@docs"
    expires: 2027-01-31
rules:
  - id: depot-key
    title: Depot key
    severity: critical
    expression: 'depot_[0-9a-f]{32}'
    proof: contextual
    opens: Opens the depot.
    remediation: Ask the depot.
`);
    expect(configuration).toMatchObject({
      file: "tidewaiter.yml",
      failOn: "high",
      minProof: "structural",
      only: ["secrets/github", "kubeconfig"],
      baseline: ".github/tidewaiter-baseline.json",
      selfExcuse: "deny",
      endpoints: [{ provider: "gitlab", url: "https://gitlab.example.com/git" }],
      ignores: [
        { fingerprint, reason: "revoked in 2019" },
        { check: "secrets/github", path: "docs/**", reason: "documentation", owner: "@docs", expires: "2027-01-31" },
      ],
      rules: [{ id: "secrets/custom-depot-key", anchors: ["depot_"], window: { before: 39, after: 39 }, custom: true }],
    });
  });

  test.each(["", "# nothing yet\n", "---\n", "{}"])("%j sets nothing", async (text) => {
    expect(await load(text)).toMatchObject({ failOn: undefined, ignores: [], rules: [] });
  });

  test("a number where a text is expected is read as it is written", async () => {
    const { ignores } = await load(`ignores: [{ fingerprint: ${"12".repeat(16)}, reason: 2024 }]`);
    expect(ignores).toEqual([{ fingerprint: "12".repeat(16), reason: "2024" }]);
  });
});

describe("what is wrong is named with its place", () => {
  test.each([
    ["failon: high", '1:1: the key "failon" is unknown (did you mean failOn?): allowed are'],
    ["\nfail-on: high", '2:1: the key "fail-on" is unknown (did you mean failOn?)'],
    ["failOn: hihg", '1:9: failOn must be one of info, low, medium, high, critical, not "hihg" (did you mean high?)'],
    ["endpoints: [{ provider: gitlab, url: 'http://a.test' }]", "1:38: endpoints[0].url must be an https address"],
    ["endpoints: [{ provider: gitlab, url: 'https://u:p@a.test' }]", "1:38: endpoints[0].url must be an https address"],
    ["endpoints: [{ provider: gitlab }]", "1:13: endpoints[0]: an endpoint needs url"],
    ["failOn: [high]", "1:9: failOn must be one of info, low, medium, high, critical, not a list"],
    ["failOn:", "failOn must be one of"],
    ["{ failOn }", "1:3: failOn has no value"],
    ["only: secrets", "1:7: only must be a list, each entry the id of a check"],
    ["only: [Secrets/x]", "1:8: only[0] must be the id of a check"],
    ["selfExcuse: yes", '1:13: selfExcuse must be one of allow, deny, not "yes"'],
    ["- a", "1:1: the file must be a configuration with the keys"],
    ["just words", "1:1: the file must be a configuration"],
    ["ignores:\n  - path: a", "2:5: ignores[0]: an ignore needs reason"],
    ["ignores:\n  - reason: a", "2:5: ignores[0]: an ignore needs at least one of fingerprint, check, path"],
    ["ignores:\n  - path: a\n    reason: ''", "3:13: ignores[0].reason must be a text of one line, not nothing"],
    [
      "ignores:\n  - path: a\n    reason: b\n    expires: 2026-02-30",
      "4:14: ignores[0].expires must be a date as YYYY-MM-DD",
    ],
    [
      "ignores:\n  - path: a\n    reason: b\n    expire: 2026-02-28",
      '4:5: the key "expire" is unknown in ignores[0] (did you mean expires?)',
    ],
    ["ignores:\n  - path: '!a'\n    reason: b", "2:11: ignores[0].path must be a path or glob"],
    ["ignores:\n  - fingerprint: abc\n    reason: b", "2:18: ignores[0].fingerprint must be a fingerprint of 32"],
    ["rules: [{ id: Bad }]", "1:15: rules[0].id must be lower-case"],
    ["failOn: low\nfailOn: high", "2:1: the key failOn is there twice"],
    ["<<: { failOn: low }", '1:1: the key "<<" is unknown'],
    ["a: &x [high]\nb: *x", "2:4: aliases are not allowed"],
    ["failOn: &x high\nminProof: *x", "2:11: aliases are not allowed"],
    ["failOn: 'high", "1:"],
    ["? [a, b]\n: c", "1:3: the key a list is unknown"],
    ["failOn: high\n---\nfailOn: low", ""],
  ])("%j", async (text, message) => {
    const said = await failure(text);
    expect(said).toContain(message === "" ? "" : message);
    expect(said).toMatch(/^tidewaiter\.yml:\d+:\d+: ./);
  });
});

describe("hostile files end in an error", () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghij"
    .split("")
    .map((c, i) => `${c}: &${c} [${Array(9).fill(`*${"abcdefghi"[i]}`).join(",")}]`)
    .join("\n")}\n`;
  test("nesting is counted before it is parsed", async () => {
    expect(await failure(`failOn: ${"[".repeat(500_000)}`)).toBe("tidewaiter.yml: it nests too deep");
    expect(await failure("- ".repeat(100_000))).toBe("tidewaiter.yml: it nests too deep");
  });

  test.each([
    ["aliases of aliases", bomb],
    ["brackets in brackets", `failOn: ${"[".repeat(500_000)}`],
    ["maps in maps", `${"{a: ".repeat(100_000)}`],
    ["lists in lists", `${"- ".repeat(100_000)}x`],
    ["lists in lists, line by line", Array.from({ length: 900 }, (_, i) => `${" ".repeat(i)}-`).join("\n")],
    ["maps in maps, line by line", Array.from({ length: 900 }, (_, i) => `${" ".repeat(i)}a:`).join("\n")],
    ["more than a mebibyte", "#".repeat((1 << 20) + 1)],
    ["NUL bytes", "failOn: \0\0\0"],
    ["a tag", "failOn: !!binary aGlnaA=="],
    ["a prototype", "__proto__: { failOn: low }"],
    ["a constructor", "constructor: low"],
    ["a hundred thousand keys", Array.from({ length: 100_000 }, (_, i) => `k${i}: y`).join("\n")],
  ])("%s", async (_name, text) => {
    expect(await failure(text)).toMatch(/^tidewaiter\.yml/);
  });
});
