import { existsSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { openRepository } from "../../src/git/repository.ts";
import { resolveRange, resolveSince } from "../../src/git/selection.ts";
import { cloneOf, createRepository, githubToken, type TestRepository } from "../repositories.ts";
import { scanSources } from "../scanning.ts";
import { hostile } from "./hostile-settings.ts";

/** An entry as young as the index is compared by content, for which git would run the clean filter. */
const makeRacy = (repository: TestRepository, path: string): void => {
  const time = new Date("2024-01-01T00:00:00Z");
  utimesSync(join(repository.folder, path), time, time);
  repository.git("update-index", "--refresh", "--", path);
  utimesSync(join(repository.folder, ".git/index"), time, time);
};

const scanAll = async (folder: string) => {
  const repository = await openRepository(folder);
  return scanSources(
    { kind: "history", repository },
    { kind: "work-tree", repository },
    { kind: "staged", repository },
    { kind: "revisions", repository, ...(await resolveRange(repository, "HEAD~1..HEAD")) },
    { kind: "revisions", repository, ...(await resolveSince(repository, "2000-01-01")) },
  );
};

const attributes = "* filter=evil diff=evil merge=evil\n";

test("no program that a repository's configuration names is ever run", async () => {
  const repository = createRepository();
  repository.commit("start", { ".gitattributes": attributes, "a.txt": "a\n", "b.txt": "b\n" });
  repository.commit("add", { "a.txt": `token = ${githubToken("hostile")}\n` });
  makeRacy(repository, "a.txt");
  repository.write("b.txt", "c\n");
  repository.write("untracked.txt", "c\n");
  const mark = hostile(repository);
  const report = await scanAll(repository.folder);
  expect(report.findings).toHaveLength(1);
  expect(existsSync(mark)).toBe(false);
});

test("nor for the objects that a partial clone lacks", async () => {
  const source = createRepository();
  source.git("config", "uploadpack.allowFilter", "true");
  source.commit("start", { ".gitattributes": attributes, "a.txt": "a\n" });
  source.commit("add", { "a.txt": `token = ${githubToken("hostile")}\n` });
  for (const filter of ["blob:none", "tree:0"]) {
    const clone = cloneOf(source, "--no-checkout", `--filter=${filter}`);
    const mark = hostile(clone);
    const report = await scanAll(clone.folder);
    expect(report.verdict.conclusion).toBe("incomplete");
    expect(existsSync(mark)).toBe(false);
  }
});

test("the settings are hostile: git itself runs them", async () => {
  const repository = createRepository();
  repository.commit("start", { ".gitattributes": attributes, "a.txt": "a\n" });
  makeRacy(repository, "a.txt");
  const mark = hostile(repository);
  expect(() => repository.git("-c", "core.fsmonitor=false", "diff-files")).toThrow("filter 'evil' failed");
  expect(existsSync(mark)).toBe(true);
});
