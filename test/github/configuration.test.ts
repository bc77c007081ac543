import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createRepository, githubToken } from "../repositories.ts";
import { type Double, startDouble } from "./double.ts";
import { checkoutAtDepthOne, createForge } from "./forge.ts";
import { pullRequestPayload, pushPayload } from "./payloads.ts";
import { type Finished, runAction } from "./runner.ts";

const file = ".github/tidewaiter.yml";
const ignoring = "ignores:\n  - path: fixture/**\n    reason: made up for tests\n";
const key = { TIDEWAITER_KEY: "a key of an organisation" };

let double: Double;
beforeAll(async () => {
  double = await startDouble();
});
afterAll(() => double.close());

/** A pull request whose base has some files and whose head adds or changes others; everything is at hand locally. */
const judge = (
  before: Readonly<Record<string, string>>,
  change: Readonly<Record<string, string>>,
  inputs = {},
): Promise<Finished> => {
  const work = createRepository();
  const base = work.commit("base", { "a.txt": "1\n", ...before });
  const head = work.commit("change", change);
  return runAction({
    double,
    event: "pull_request",
    payload: pullRequestPayload({ base, head }),
    sha: head,
    workspace: work.folder,
    inputs: { comment: "false", check: "false", ...inputs },
    env: { GITHUB_SERVER_URL: "http://127.0.0.1:9", ...key },
  });
};

const leak = { "fixture/key.txt": `${githubToken("fixture")}\n` };

describe("the configuration of the base branch", () => {
  test("excuses what it names", async () => {
    const finished = await judge({ [file]: ignoring }, leak);
    expect([finished.status, finished.outputs["findings"]]).toEqual([0, "0"]);
  });
  test("is the one that judges: a change cannot excuse itself, and the report says that it tried", async () => {
    const finished = await judge({}, { ...leak, [file]: ignoring });
    expect([finished.status, finished.outputs["findings"]]).toEqual([1, "1"]);
    expect(finished.summary).toMatch(/This change adds .*tidewaiter\.yml.*cannot excuse itself/);
  });
  test("is altered in vain too, and its removal does no harm", async () => {
    const altered = await judge({ [file]: "failOn: critical\n" }, { ...leak, [file]: ignoring });
    expect([altered.status, altered.summary.includes("This change alters")]).toEqual([1, true]);
  });
  test("that is wrong fails with its place", async () => {
    const finished = await judge({ [file]: "failOn: critical\nignore: []\n" }, leak);
    expect([finished.status, finished.outputs["verdict"]]).toEqual([2, "incomplete"]);
    expect(finished.log).toMatch(/tidewaiter\.yml:2:1/);
  });
  test("gives its custom rules", async () => {
    const rules = "rules:\n  - id: acme\n    title: Acme key\n    severity: high\n    expression: acme_[0-9]{20}\n";
    const finished = await judge({ [file]: rules }, { "b.txt": `acme_48151623420918273645\n` });
    expect(finished.status).toBe(1);
    expect(finished.summary).toContain("Acme key");
  });
  test("yields to an input", async () => {
    const finished = await judge({ [file]: "failOn: info\n" }, leak, { only: "kubeconfig" });
    expect([finished.status, finished.outputs["findings"]]).toEqual([0, "0"]);
  });
});

describe("ignore files of other scanners", () => {
  test("excuse from the base branch, not from the change itself", async () => {
    const ignored = { ".gitleaksignore": "fixture/key.txt:github-pat:1\n" };
    const known = await judge(ignored, leak);
    expect([known.status, known.outputs["findings"]]).toEqual([0, "0"]);
    const tried = await judge({}, { ...leak, ...ignored });
    expect([tried.status, tried.outputs["findings"]]).toEqual([1, "1"]);
    expect(tried.summary).toMatch(/This change adds .*gitleaksignore.*cannot excuse itself/);
  });
});

describe("the baseline of the base branch", () => {
  test("names what does not count", async () => {
    const first = await judge({}, leak);
    const report = readFileSync(first.outputs["report"]!, "utf8");
    const again = await judge({ "known.json": report }, leak, { baseline: "known.json" });
    expect([again.status, again.outputs["findings"]]).toEqual([0, "0"]);
  });
  test("that is not there fails", async () => {
    const finished = await judge({}, { ...leak, "known.json": "{}" }, { baseline: "known.json" });
    expect(finished.status).toBe(2);
    expect(finished.log).toContain("baseline known.json");
  });
  test("outside the repository is refused", async () => {
    const finished = await judge({}, leak, { baseline: "../known.json" });
    expect(finished.status).toBe(2);
    expect(finished.log).toContain("not below the repository's top folder");
  });
});

test("fingerprints of a checkout that is cut off are those of a full clone", async () => {
  const forge = createForge();
  const server = await startDouble(forge.root);
  const { work } = forge;
  const root = work.commit("root", { "a.txt": "0\n" });
  for (let i = 1; i < 40; i++) work.commit(`${i}`, { "a.txt": `${i}\n` });
  const before = work.git("rev-parse", "HEAD");
  const after = work.commit("leak", leak);
  forge.push("HEAD:refs/heads/main");
  server.behave({
    commits: [
      { sha: before, parents: ["1".repeat(40)] },
      { sha: root, parents: [] },
    ],
  });
  const payload = pushPayload({ ref: "refs/heads/main", before, after });
  const run = (workspace: string) =>
    runAction({ double: server, event: "push", payload, sha: after, workspace, inputs: { check: "false" } });
  const fingerprints = async (workspace: string): Promise<unknown> => {
    const { outputs } = await run(workspace);
    const report = JSON.parse(readFileSync(outputs["report"]!, "utf8")) as { findings: { fingerprint: string }[] };
    return report.findings.map(({ fingerprint }) => fingerprint);
  };
  const cutOff = await fingerprints(checkoutAtDepthOne(forge, after).folder);
  expect(server.requests.filter(({ path }) => path.endsWith("/commits"))).toHaveLength(2);
  expect(cutOff).toHaveLength(1);
  expect(cutOff).toEqual(await fingerprints(work.folder));
  expect(server.faults).toEqual([]);
  await server.close();
});
