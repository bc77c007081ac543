import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Format, formats } from "../../src/options.ts";
import { render } from "../../src/report/report.ts";
import { cli } from "../built.ts";
import { createRepository, githubToken } from "../repositories.ts";
import { hostileReport, plain } from "./sample-report.ts";

/** Stretches of a secret as long as this are a leak, unless they are the shown start itself. */
const leakLength = 8;

/** A text without what formats put between characters, so that a secret is seen through escapes and line breaks. */
const bare = (text: string): string =>
  text
    .replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&#8203;|[\\\s|]/g, "");

const stretches = (secret: string): readonly string[] =>
  secret.length < leakLength
    ? [secret]
    : Array.from({ length: secret.length - leakLength + 1 }, (_, i) => secret.slice(i, i + leakLength));

/** Says where a leak is without repeating it. */
const leakIn = (text: string, secret: string, shown: string): string => {
  const at = stretches(bare(secret)).findIndex(
    (stretch) => !bare(shown).includes(stretch) && bare(text).includes(stretch),
  );
  return at === -1 ? "none" : `characters from ${at} of a secret`;
};

test("no format has more of a secret than its shown start", async () => {
  await fc.assert(
    fc.asyncProperty(hostileReport, async ({ report, samples }) => {
      for (const format of formats) {
        const text = await render(format, report, { ...plain, color: format === "text" });
        for (const { raw, finding } of samples)
          expect([format, leakIn(text, raw, finding.secret!.redacted)]).toEqual([format, "none"]);
      }
    }),
    { numRuns: 40 },
  );
});

test("--show-secrets adds it to JSON and JSON Lines only", async () => {
  await fc.assert(
    fc.asyncProperty(hostileReport, async ({ report, samples }) => {
      const values = new Map(samples.map(({ finding, raw }) => [finding.fingerprint, raw]));
      for (const format of formats) {
        if (format === "json" || format === "jsonl") continue;
        const text = await render(format, report, { ...plain, reveal: (fingerprint) => values.get(fingerprint) });
        for (const { raw, finding } of samples)
          expect([format, leakIn(text, raw, finding.secret!.redacted)]).toEqual([format, "none"]);
      }
    }),
    { numRuns: 20 },
  );
});

describe("the command line on a repository of hostile names", () => {
  const repository = createRepository();
  const { folder } = repository;
  const who = { name: "x ::error::\u202e <b>|`@admin", email: "a@x.test" };
  const secrets = ["first", "second", "third"].map((seed) => githubToken(seed));
  const outputs = new Map<Format, string>();
  let standardOutput = "";

  beforeAll(() => {
    repository.commit("first", { ["a\x1b[31m|`b`/::error::\n##[x] \u202egnp.yml"]: `key: ${secrets[0]}\n` }, who);
    repository.commit(
      `message with ${secrets[2]}`,
      { ["[x](javascript:y)/<img src=x>.txt"]: `${secrets[1]} and ${secrets[0]}` },
      who,
    );
    const files = formats.map((format) => [format, join(folder, ".git", `report.${format}`)] as const);
    try {
      standardOutput = execFileSync(
        process.execPath,
        ["--no-warnings", cli, "git", folder, ...files.flatMap(([format, file]) => ["--format", `${format}=${file}`])],
        { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] },
      );
    } catch (error) {
      standardOutput = (error as { stdout: string }).stdout;
    }
    for (const [format, file] of files) outputs.set(format, readFileSync(file, "utf8"));
  });

  test("finds what the test put there", () => {
    const { findings } = JSON.parse(outputs.get("json")!) as { findings: { secret: { redacted: string } }[] };
    expect(findings.length).toBeGreaterThanOrEqual(3);
    expect(findings[0]!.secret.redacted).toBe(`ghp${"_"}…`);
  });

  test.each([...formats, "standard output"])("leaks nothing in %s", (name) => {
    const text = name === "standard output" ? standardOutput : outputs.get(name as Format)!;
    for (const secret of secrets) expect(leakIn(text, secret, "")).toBe("none");
  });

  test("says nothing to the terminal or the runner of a workflow", () => {
    for (const text of [standardOutput, outputs.get("json")!, outputs.get("sarif")!]) {
      expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(text).not.toMatch(/^\s*::|##\[/m);
    }
  });
});
