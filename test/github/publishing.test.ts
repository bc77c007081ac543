import { describe, expect, test } from "@jest/globals";
import { githubToken } from "../repositories.ts";
import { actionsBot, type Double, startDouble } from "./double.ts";
import { checkoutAtDepthOne, createForge, openPullRequest } from "./forge.ts";
import { pullRequestPayload } from "./payloads.ts";
import { type Finished, runAction } from "./runner.ts";

const marker = "<!-- tidewaiter:default -->";
const forge = createForge();
const base = forge.work.commit("base", { "a.txt": "1\n" });
forge.work.commit("add", { "b.txt": `${githubToken("b")}\n` });
const pull = openPullRequest(forge, base);
const { folder: workspace } = checkoutAtDepthOne(forge, pull.merge);

interface Scene {
  readonly double: Double;
  readonly run: (inputs?: Readonly<Record<string, string>>) => Promise<Finished>;
}

/** A GitHub for one test alone: tests of this file wait for rate limits side by side. */
const scene = (name: string, play: (scene: Scene) => Promise<void>): void =>
  test.concurrent(name, async () => {
    const double = await startDouble(forge.root);
    const job = { double, event: "pull_request", payload: pullRequestPayload(pull), sha: pull.merge, workspace };
    try {
      await play({ double, run: (inputs = {}) => runAction({ ...job, inputs }) });
    } finally {
      await double.close();
    }
    expect(double.faults).toEqual([]);
  });

const somebody = { login: "mallory", type: "User" } as const;
const chatter = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: from + i, author: somebody, body: `Comment ${i}` }));

describe("the one comment", () => {
  scene("is found on the third page, though others have written the marker", async ({ double, run }) => {
    const imposter = { id: 900, author: somebody, body: `${marker}\nall fine` };
    const namesake = {
      id: 901,
      author: { login: "github-actions", type: "User" } as const,
      body: `${marker}\nall fine`,
    };
    const own = { id: 902, author: actionsBot, body: `${marker}\nolder` };
    double.comments.push(...chatter(1, 120), imposter, namesake, ...chatter(200, 100), own, ...chatter(400, 20));
    expect((await run({ check: "false" })).status).toBe(1);
    expect(own.body).toContain("1 credential found");
    expect([imposter.body, namesake.body]).toEqual([`${marker}\nall fine`, `${marker}\nall fine`]);
    expect(double.comments).toHaveLength(243);
  });
  scene("is its own author's, where the token is a person's", async ({ double, run }) => {
    double.behave({ viewer: "ada" });
    const bots = { id: 1, author: actionsBot, body: `${marker}\na workflow's` };
    const own = { id: 2, author: { login: "Ada", type: "User" } as const, body: `${marker}\nmine` };
    double.comments.push(bots, own);
    await run({ check: "false" });
    expect(own.body).toContain("1 credential found");
    expect(bots.body).toBe(`${marker}\na workflow's`);
  });
  scene("is found where GraphQL does not say who we are", async ({ double, run }) => {
    double.behave({ viewer: undefined });
    const own = { id: 2, author: actionsBot, body: `${marker}\nolder` };
    double.comments.push(own);
    await run({ check: "false" });
    expect(own.body).toContain("1 credential found");
  });
  scene("of another instance is left alone", async ({ double, run }) => {
    const other = { id: 2, author: actionsBot, body: `${marker}\nolder` };
    double.comments.push(other);
    await run({ check: "false", name: "backend" });
    expect(other.body).toBe(`${marker}\nolder`);
    expect(double.comments.map(({ body }) => body.split("\n")[0])).toEqual([marker, "<!-- tidewaiter:backend -->"]);
  });
});

describe("a token that may not", () => {
  scene("leaves the annotations in the log, the summary and the job's result", async ({ double, run }) => {
    double.behave({ mayWrite: false });
    const finished = await run();
    expect(finished.status).toBe(1);
    expect(finished.log).toMatch(/^::error [^:]*file=b\.txt,line=1/m);
    expect(finished.log).toMatch(
      /^::warning::Tidewaiter could not create its check run.*`permissions: checks: write`/m,
    );
    expect(finished.log).toMatch(/^::warning::Tidewaiter could not comment.*`permissions: pull-requests: write`/m);
    expect(finished.summary).toContain("1 credential found");
    expect([double.comments, double.checks]).toEqual([[], []]);
  });
  for (const [status, operation] of [
    [404, "post /repos/{owner}/{repo}/check-runs"],
    [422, "post /repos/{owner}/{repo}/check-runs"],
    [404, "get /repos/{owner}/{repo}/issues/{issue_number}/comments"],
    [422, "post /repos/{owner}/{repo}/issues/{issue_number}/comments"],
  ] as const)
    scene(`does not change the job's result: ${status} to ${operation}`, async ({ double, run }) => {
      double.behave({ refuse: { [operation]: status } });
      const finished = await run();
      expect(finished.status).toBe(1);
      expect(finished.log).toMatch(/^::warning::Tidewaiter could not/m);
      expect(double.checks.length + double.comments.length).toBe(1);
    });
});

describe("rate limits", () => {
  scene("a secondary limit is waited for as long as it says", async ({ double, run }) => {
    double.behave({ limited: 2 });
    const finished = await run({ comment: "false" });
    expect(finished.log).toContain("GitHub asks for patience: waiting 1 s");
    expect(double.checks).toHaveLength(1);
  });
  scene("without an end does not keep the job", async ({ double, run }) => {
    double.behave({ limited: 1000 });
    const finished = await run({ comment: "false" });
    expect(finished.status).toBe(1);
    expect(finished.log).toMatch(/^::warning::Tidewaiter could not create its check run/m);
  });
});
