import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { githubToken } from "../repositories.ts";
import { type Double, startDouble } from "./double.ts";
import { checkoutAtDepthOne, createForge, openPullRequest } from "./forge.ts";
import { pullRequestPayload } from "./payloads.ts";
import { type Finished, runAction } from "./runner.ts";

const forge = createForge();
let double: Double;
let finished: Finished;
const many = 130;
const evilPath = "a|b`c`\n::error::d<img src=x>@octo #1 [x](http:y)/ke\u202ey.txt";

beforeAll(async () => {
  double = await startDouble(forge.root);
  const { work } = forge;
  const base = work.commit("base", { "a.txt": "1\n" });
  const lines = Array.from({ length: many }, (_, i) => `key ${githubToken(`many ${i}`)}`);
  const author = { name: "@octo <!-- ::error::x" };
  work.commit("many", { "many.txt": `${lines.join("\n")}\n`, [evilPath]: `${githubToken("evil")}\n` }, author);
  const pull = openPullRequest(forge, base);
  const workspace = checkoutAtDepthOne(forge, pull.merge).folder;
  finished = await runAction({
    double,
    event: "pull_request",
    payload: pullRequestPayload(pull),
    sha: pull.merge,
    workspace,
  });
});
afterAll(() => double.close());

describe("many findings", () => {
  test("are sent in batches of at most 50, each once, on their lines", () => {
    const sent = double.requests
      .filter(({ path }) => path.includes("/check-runs"))
      .map(({ method, body }) => [method, (body as { output: { annotations: unknown[] } }).output.annotations.length]);
    expect(sent).toEqual([
      ["POST", 50],
      ["PATCH", 50],
      ["PATCH", 31],
    ]);
    const lines = double.checks[0]!.annotations.filter(({ path }) => path === "many.txt").map(
      (one) => one["start_line"],
    );
    expect(new Set(lines)).toEqual(new Set(Array.from({ length: many }, (_, i) => i + 1)));
    expect(double.faults).toEqual([]);
  });
  test("are cut by rows in the comment and the check run, which say how many did not fit", () => {
    for (const text of [double.comments[0]!.body, double.checks[0]!.summary]) {
      expect(Buffer.byteLength(text)).toBeLessThan(65_536);
      const rows = text.split("\n").filter((line) => line.startsWith("| 🔴")).length;
      expect(text).toContain(`${many + 1 - rows} more findings`);
      expect(rows).toBeGreaterThan(50);
    }
    expect(finished.summary.split("\n").filter((line) => line.startsWith("| 🔴"))).toHaveLength(many + 1);
  });
  test("show ten beside the code", () => {
    expect(finished.log.match(/^::error [^:]*title=/gm)).toHaveLength(10);
  });
});

describe("text from outside", () => {
  test("forms no command for the runner", () => {
    const stop = /^::stop-commands::(\S+)$([\s\S]*?)^::\1::$/gm;
    const outside = finished.log.replace(stop, "");
    const commands = outside.split("\n").filter((line) => /^\s*(::|##\[)/.test(line));
    expect(commands.every((line) => /^::(error|warning) ?[^:]*::/.test(line))).toBe(true);
    expect(commands.some((line) => line.startsWith("::error::d"))).toBe(false);
  });
  test("forms no markup, mention or second row", () => {
    const row = finished.summary.split("\n").find((line) => line.includes("img"))!;
    expect(row).toBeDefined();
    const outsideCode = row.replace(/(`+)[^`](.*?[^`])?\1(?!`)/g, "").replace(/\]\([^)]*\)/g, "](…)");
    expect(outsideCode).not.toMatch(/<img|@octo|<!--/);
    expect(row).not.toContain("\u202e");
  });
});
