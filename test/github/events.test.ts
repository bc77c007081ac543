import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { githubToken, type TestRepository, temporaryFolder } from "../repositories.ts";
import { type Double, startDouble } from "./double.ts";
import { checkoutAtDepthOne, createForge, type Forge, openPullRequest } from "./forge.ts";
import {
  dispatchPayload,
  mergeGroupPayload,
  noObject,
  pullRequestPayload,
  pushPayload,
  schedulePayload,
} from "./payloads.ts";
import { type Finished, runAction } from "./runner.ts";

/** Main with a credential of long ago, and a branch of five commits with one of its own. */
const history = (forge: Forge) => {
  const { work } = forge;
  work.commit("old", { "old.txt": `${githubToken("old")}\n` });
  work.git("rm", "--quiet", "old.txt");
  for (let i = 0; i < 40; i++) work.commit(`main ${i}`, { "main.txt": `${i}\n` });
  const main = work.git("rev-parse", "HEAD");
  work.git("checkout", "--quiet", "-b", "topic");
  const second = work.commit("first of topic", { "topic.txt": "1\n" });
  for (let i = 2; i < 5; i++) work.commit(`topic ${i}`, { "topic.txt": `${i}\n` });
  const topic = work.commit("last of topic", { "key.txt": `${githubToken("new")}\n` });
  forge.push(`${main}:refs/heads/main`, `${topic}:refs/heads/topic`);
  return { main, topic, second };
};

const forge = createForge();
let double: Double;
let at: ReturnType<typeof history>;

const run = (
  event: string,
  payload: unknown,
  sha: string,
  workspace?: TestRepository,
  inputs = {},
): Promise<Finished> =>
  runAction({
    double,
    event,
    payload,
    sha,
    workspace: (workspace ?? checkoutAtDepthOne(forge, sha)).folder,
    inputs: { comment: "false", ...inputs },
  });

const scannedBy = ({ outputs }: Finished): string => `${outputs["verdict"]} ${outputs["findings"]}`;
const summaryOf = (): string => double.checks.at(-1)!.summary;

beforeAll(async () => {
  double = await startDouble(forge.root);
  at = history(forge);
});
afterAll(() => double.close());
afterAll(() => expect(double.faults).toEqual([]));

describe("push", () => {
  test("scans what it added to a branch, without the history before", async () => {
    const payload = pushPayload({ ref: "refs/heads/topic", before: at.second, after: at.topic });
    const finished = await run("push", payload, at.topic);
    expect([finished.status, scannedBy(finished)]).toEqual([1, "fail 1"]);
    expect(summaryOf()).toContain("Scanned: 4 commits");
  });
  test("of a new branch scans what the default branch has not", async () => {
    const payload = pushPayload({ ref: "refs/heads/topic", before: noObject, after: at.topic });
    expect(scannedBy(await run("push", payload, at.topic))).toBe("fail 1");
    expect(summaryOf()).toContain("Scanned: 5 commits");
  });
  test("that replaced commits which the server has dropped scans what the default branch has not", async () => {
    const payload = pushPayload({ ref: "refs/heads/topic", before: "1".repeat(40), after: at.topic, forced: true });
    expect(scannedBy(await run("push", payload, at.topic))).toBe("fail 1");
    expect(summaryOf()).toContain("Scanned: 5 commits");
  });
  test("of a first default branch scans all of it", async () => {
    const payload = pushPayload({ ref: "refs/heads/main", before: noObject, after: at.main });
    expect(scannedBy(await run("push", payload, at.main))).toBe("fail 1");
    expect(summaryOf()).toContain("Scanned: 41 commits");
  });
  test("of a branch that stands where the default branch does brings in nothing", async () => {
    const payload = pushPayload({ ref: "refs/heads/same", before: noObject, after: at.main });
    expect(scannedBy(await run("push", payload, at.main))).toBe("pass 0");
    expect(double.checks.at(-1)).toMatchObject({ conclusion: "success", title: "Nothing to scan" });
  });
  test("of an annotated tag scans its message too, and reports on the commit", async () => {
    const { work } = forge;
    work.git("tag", "--annotate", "-m", `token ${githubToken("tag")}`, "v1", at.main);
    forge.push("refs/tags/v1");
    const after = work.git("rev-parse", "refs/tags/v1");
    const payload = pushPayload({ ref: "refs/tags/v1", before: noObject, after, commit: at.main });
    expect(scannedBy(await run("push", payload, at.main))).toBe("fail 1");
    expect(double.checks.at(-1)!.headSha).toBe(at.main);
    forge.push(":refs/tags/v1");
  });
  test("that deletes a branch passes, with a check run that says so", async () => {
    const payload = pushPayload({ ref: "refs/heads/topic", before: at.topic, after: noObject });
    const finished = await run("push", payload, at.main);
    expect([finished.status, scannedBy(finished)]).toEqual([0, "pass 0"]);
    expect(double.checks.at(-1)).toMatchObject({ conclusion: "success", title: "Nothing to scan", headSha: at.main });
    expect(summaryOf()).toContain("the push deleted a branch");
  });
});

describe("the other events", () => {
  test("merge_group scans the group's commits and reports on its head", async () => {
    const finished = await run("merge_group", mergeGroupPayload(at.main, at.topic), at.topic);
    expect(scannedBy(finished)).toBe("fail 1");
    expect(double.checks.at(-1)).toMatchObject({ headSha: at.topic, conclusion: "failure" });
  });
  test.each([
    ["schedule", schedulePayload()],
    ["workflow_dispatch", dispatchPayload()],
  ])("%s scans the history of all branches, though the checkout has one commit", async (name, payload) => {
    expect(scannedBy(await run(name, payload, at.main))).toBe("fail 2");
    expect(summaryOf()).toContain("Scanned: 46 commits");
  });
  test("pull_request_target reads a fork's objects where nothing is checked out", async () => {
    const { work } = forge;
    work.git("checkout", "--quiet", at.topic);
    const pull = openPullRequest(forge, at.main);
    const payload = pullRequestPayload({ ...pull, commits: 5, fromFork: true });
    const folder = temporaryFolder();
    const finished = await runAction({
      double,
      event: "pull_request_target",
      payload,
      sha: at.main,
      workspace: folder,
      inputs: { comment: "false" },
    });
    expect([finished.status, scannedBy(finished)]).toEqual([1, "fail 1"]);
  });
  test("a pull request is scanned from a full clone without asking the server", async () => {
    const pull = { base: at.main, head: at.topic };
    const finished = await runAction({
      double,
      event: "pull_request",
      payload: pullRequestPayload({ ...pull, commits: 5 }),
      sha: at.topic,
      workspace: forge.work.folder,
      inputs: { comment: "false" },
      env: { GITHUB_SERVER_URL: "http://127.0.0.1:9" },
    });
    expect([finished.status, scannedBy(finished)]).toEqual([1, "fail 1"]);
  });
});

describe("what cannot be read is never a pass", () => {
  test("commits that the server does not have", async () => {
    const payload = pullRequestPayload({ base: at.main, head: "2".repeat(40) });
    const finished = await run("pull_request", payload, at.main);
    expect([finished.status, scannedBy(finished)]).toEqual([3, "incomplete 0"]);
    expect(finished.log).toContain(`could not read commits ${at.main}..${"2".repeat(40)}`);
    expect(double.checks.at(-1)).toMatchObject({ conclusion: "failure" });
    expect(finished.summary).toContain("no pass");
  });
  test("a token that opens nothing, even when incomplete scans are allowed", async () => {
    const payload = pullRequestPayload({ base: at.main, head: at.topic, commits: 5 });
    const inputs = { token: "wrong", "allow-incomplete": "true" };
    const finished = await run("pull_request", payload, at.main, undefined, inputs);
    expect([finished.status, scannedBy(finished)]).toEqual([3, "incomplete 0"]);
    expect(finished.log).toContain("contents: read");
  });
  test("a broken payload", async () => {
    const finished = await run("pull_request", { pull_request: { number: 1 } }, at.main);
    expect(finished.status).toBe(2);
    expect(finished.log).toContain("pull_request.head.sha");
  });
  test("an input that is none of the choices", async () => {
    const finished = await run("schedule", schedulePayload(), at.main, undefined, { "fail-on": "severe" });
    expect(finished.status).toBe(2);
    expect(finished.log).toMatch(/input fail-on: "severe" is not one of/);
  });
});

test("the checkout stays as it was", async () => {
  const checkout = checkoutAtDepthOne(forge, at.topic);
  const state = () => [
    checkout.git("for-each-ref"),
    checkout.git("rev-list", "--all"),
    checkout.git("status", "--porcelain"),
    checkout.git("count-objects", "-v"),
  ];
  const before = state();
  const payload = pushPayload({ ref: "refs/heads/topic", before: at.second, after: at.topic });
  await run("push", payload, at.topic, checkout);
  expect(state()).toEqual(before);
});
