import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { githubToken } from "../repositories.ts";
import { type Double, startDouble } from "./double.ts";
import { checkoutAtDepthOne, createForge, type Forge, openPullRequest, type PullRequest } from "./forge.ts";
import { pullRequestPayload } from "./payloads.ts";
import { type Finished, runAction } from "./runner.ts";

const marker = "<!-- tidewaiter:default -->";

/** Runs on pull request 1 after a checkout at depth 1. */
const runOn = (forge: Forge, double: Double, pull: PullRequest, commits: number, inputs = {}): Promise<Finished> =>
  runAction({
    double,
    event: "pull_request",
    payload: pullRequestPayload({ ...pull, commits }),
    sha: pull.merge,
    workspace: checkoutAtDepthOne(forge, pull.merge).folder,
    inputs,
  });

const secret = githubToken("pull request");

describe("a pull request that brings in a credential, adds and removes another, and is fixed", () => {
  const forge = createForge();
  let double: Double;
  let base: string;
  let first: Finished;
  const gone = githubToken("gone");

  beforeAll(async () => {
    double = await startDouble(forge.root);
    const { work } = forge;
    for (let i = 0; i < 30; i++) work.commit(`base ${i}`, { "base.txt": `${i}\n` });
    base = work.git("rev-parse", "HEAD");
    double.behave({ commits: [{ sha: base, parents: [] }] });
    work.commit("add two", { "deploy/prod.env": `A=1\nTOKEN=${secret}\n`, "gone.txt": `${gone}\n` });
    work.git("rm", "--quiet", "gone.txt");
    work.commit("remove one");
    first = await runOn(forge, double, openPullRequest(forge, base), 2);
  });
  afterAll(() => double.close());

  test("fails the job and gives its outputs", () => {
    expect(first.status).toBe(1);
    expect(first.outputs).toMatchObject({ verdict: "fail", findings: "2" });
    expect(JSON.parse(readFileSync(first.outputs["report"]!, "utf8"))).toMatchObject({ coverage: { commits: 2 } });
  });
  test("leaves for code scanning what the last commit still shows", () => {
    const sarif = JSON.parse(readFileSync(first.outputs["sarif"]!, "utf8")) as { runs: { results: unknown[] }[] };
    expect(sarif.runs[0]!.results).toHaveLength(1);
    expect(JSON.stringify(sarif.runs[0]!.results)).toContain("deploy/prod.env");
  });
  test("makes one comment, with the marker, that says what was added and removed", () => {
    expect(double.comments).toHaveLength(1);
    expect(double.comments[0]!.body.startsWith(marker)).toBe(true);
    expect(double.comments[0]!.body).toContain(
      "Squashing keeps it out of the base branch; it is still exposed and must be rotated",
    );
    expect(double.comments[0]!.body).toContain("deploy/prod.env:2");
  });
  test("makes one check run on the pull request's head, with the line of what is still there", () => {
    expect(double.checks).toHaveLength(1);
    expect(double.checks[0]).toMatchObject({ name: "Tidewaiter", conclusion: "failure", title: "2 credentials found" });
    expect(double.checks[0]!.headSha).toBe(forge.work.git("rev-parse", "HEAD"));
    const annotations = double.checks[0]!.annotations;
    expect(annotations).toHaveLength(1);
    expect(annotations[0]).toMatchObject({
      path: "deploy/prod.env",
      start_line: 2,
      end_line: 2,
      start_column: 7,
      end_column: 46,
      annotation_level: "failure",
    });
  });
  test("shows the finding beside the code and in the job summary", () => {
    expect(first.log).toMatch(/^::error [^:]*file=deploy\/prod\.env,line=2,endLine=2,[^:]*col=7,endColumn=46::/m);
    expect(first.summary).toContain("2 credentials found");
  });
  test("shows no credential anywhere and masks them in the log", () => {
    const everything = [
      first.log,
      first.summary,
      JSON.stringify(double.requests),
      readFileSync(first.outputs["report"]!, "utf8"),
    ];
    for (const value of [secret, gone]) {
      expect(everything.some((text) => text.includes(value))).toBe(false);
      expect(first.masks.includes(value)).toBe(true);
      expect(first.masks.includes(Buffer.from(value).toString("base64"))).toBe(true);
    }
  });
  test("sends what GitHub's description allows, without a forbidden update", () => {
    expect(double.faults).toEqual([]);
  });
  test("writes nothing when it runs again on the same commits", async () => {
    const before = double.requests.length;
    const pull = openPullRequest(forge, base);
    const again = await runOn(forge, double, pull, 2, { check: "false" });
    expect(again.status).toBe(1);
    expect(
      double.requests.slice(before).filter(({ method, path }) => method !== "GET" && !path.endsWith("graphql")),
    ).toEqual([]);
  });
  test("turns the comment to all clear when the branch is rewritten, and the check passes", async () => {
    forge.work.git("reset", "--quiet", "--hard", base);
    forge.work.commit("better", { "fine.txt": "nothing\n" });
    const fixed = await runOn(forge, double, openPullRequest(forge, base), 1);
    expect([fixed.status, fixed.outputs["verdict"], fixed.outputs["findings"]]).toEqual([0, "pass", "0"]);
    expect(double.comments).toHaveLength(1);
    expect(double.comments[0]!.body).toContain("all clear");
    expect(double.checks.at(-1)).toMatchObject({ conclusion: "success", title: "No credentials found" });
    expect(double.faults).toEqual([]);
  });
});

describe("a pull request that edits a file with an older credential", () => {
  test("is not blamed for it, unless it brings one in itself", async () => {
    const forge = createForge();
    const double = await startDouble(forge.root);
    const { work } = forge;
    const old = `TOKEN=${githubToken("older")}\n`;
    const base = work.commit("base", { "a.env": old, "b.env": old });
    work.commit("edit", { "a.env": `# edited\n${old}` });
    work.git("mv", "b.env", "c.env");
    work.commit("move", { "c.env": `# moved\n${old}` });
    work.commit("back", { "a.env": old });
    const clean = await runOn(forge, double, openPullRequest(forge, base), 3);
    expect([clean.status, clean.outputs["findings"]]).toEqual([0, "0"]);
    expect(clean.summary).toContain("older than this change");
    expect(JSON.parse(readFileSync(clean.outputs["report"]!, "utf8"))).toMatchObject({ findings: [] });
    work.commit("add", { "a.env": `${old}NEW=${githubToken("newer")}\n` });
    const finished = await runOn(forge, double, openPullRequest(forge, base), 4);
    expect([finished.status, finished.outputs["findings"]]).toEqual([1, "1"]);
    await double.close();
  });
});
