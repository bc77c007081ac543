import { existsSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import type { Report } from "../../src/finding.ts";
import { openRepository } from "../../src/git/repository.ts";
import { resolveRange } from "../../src/git/selection.ts";
import type { Source } from "../../src/plan.ts";
import { run } from "../../src/scan.ts";
import { cloneOf, createRepository, githubToken, type TestRepository } from "../repositories.ts";
import { placesOf, planOf, scanHistory } from "../scanning.ts";
import { hostile } from "./hostile-settings.ts";

const source = createRepository();
source.git("config", "uploadpack.allowFilter", "true");
source.commit("start", { "a.txt": "a\n", "deep/b.txt": "b\n" });
source.commit("add", { "deep/b.txt": `token = ${githubToken("first")}\n` });
source.commit("change", { "c.txt": `token = ${githubToken("second")}\n`, "deep/b.txt": "gone\n" });

const partial = (filter: string): TestRepository => cloneOf(source, "--no-checkout", `--filter=${filter}`);

const fetching = async (...sources: readonly Source[]): Promise<Report> =>
  (await run({ ...planOf(sources), fetchMissing: true })).report;

const scanFetching = async ({ folder }: TestRepository): Promise<Report> =>
  fetching({ kind: "history", repository: await openRepository(folder) });

describe("--fetch-missing", () => {
  test.each(["blob:none", "tree:0", "blob:limit=10"])("completes a clone with --filter=%s", async (filter) => {
    const clone = partial(filter);
    expect((await scanHistory(clone.folder)).verdict.conclusion).toBe("incomplete");
    const report = await scanFetching(clone);
    expect(report.coverage.missing).toEqual([]);
    expect(placesOf(report)).toEqual(["commit c.txt:1:9", "commit deep/b.txt:1:9", "file c.txt:1:9"]);
    expect((await scanHistory(clone.folder)).coverage.missing).toEqual([]);
    expect(() => clone.git("fsck", "--full")).not.toThrow();
  });

  test("gets what a range needs and no more", async () => {
    const clone = partial("blob:none");
    const repository = await openRepository(clone.folder);
    const range: Source = { kind: "revisions", repository, ...(await resolveRange(repository, "HEAD~1..HEAD")) };
    const report = await fetching(range);
    expect(report.coverage.missing).toEqual([]);
    expect(report.findings).toHaveLength(1);
    expect((await scanHistory(clone.folder)).coverage.missing[0]!.what).toBe("3 objects");
  });

  test("asks nobody for a clone that lacks nothing, and none that is not partial", async () => {
    const clone = cloneOf(source);
    clone.git("config", "remote.origin.url", "/nowhere");
    expect((await scanFetching(clone)).coverage.complete).toBe(true);
    clone.git("config", "remote.origin.promisor", "true");
    expect((await scanFetching(clone)).coverage.complete).toBe(true);
  });

  test("says why it could not, without a password of the address", async () => {
    const clone = partial("blob:none");
    clone.git("config", "remote.origin.url", "http://someone:hidden@127.0.0.1:1/x.git");
    const { coverage, verdict } = await scanFetching(clone);
    expect(verdict.conclusion).toBe("incomplete");
    expect(coverage.missing[0]!.reason).toMatch(/^--fetch-missing could not get them: /);
    expect(JSON.stringify(coverage)).not.toContain("hidden");
  });

  test("runs nothing that the repository's configuration names", async () => {
    const clone = partial("blob:none");
    const mark = hostile(clone);
    const { coverage } = await scanFetching(clone);
    expect(coverage.missing[0]!.reason).toContain("none that git may reach");
    const address = '[remote "origin"]\n\turl = ssh://127.0.0.1:1/x\n';
    const rest = "[core]\n\trepositoryformatversion = 1\n[include]\n\tpath = evil.config\n";
    clone.write(".git/config", address + rest);
    expect((await scanFetching(clone)).coverage.complete).toBe(false);
    expect(existsSync(mark)).toBe(false);
  });
});
