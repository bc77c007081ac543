import { chownSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { readObjects } from "../../src/git/objects.ts";
import { OpenError, openRepository } from "../../src/git/repository.ts";
import { cloneOf, createRepository, repositoryIn, temporaryFolder, writeFileAt } from "../repositories.ts";
import { locationOf, placesOf, scanHistory } from "../scanning.ts";
import { holding, inBothPlaces, withSecret } from "./with-secret.ts";

describe("kinds of repositories", () => {
  test("SHA-256", async () => {
    const { repository, id } = withSecret("--object-format=sha256");
    const report = await scanHistory(repository.folder);
    expect(id).toHaveLength(64);
    expect(locationOf(report, "commit")).toMatchObject({ commit: id, reachable: true });
    expect(report.coverage.complete).toBe(true);
  });

  test("bare", async () => {
    const clone = cloneOf(withSecret().repository, "--bare");
    expect(placesOf(await scanHistory(clone.folder))).toEqual(inBothPlaces);
  });

  test("the .git folder itself, and a folder inside the work tree", async () => {
    const { repository } = withSecret();
    writeFileAt(repository.folder, "deep/er/file.txt", "x");
    expect(placesOf(await scanHistory(join(repository.folder, ".git")))).toEqual(inBothPlaces);
    expect(placesOf(await scanHistory(join(repository.folder, "deep/er")))).toEqual(inBothPlaces);
  });

  test("a .git file that leads to the git directory", async () => {
    const { repository } = withSecret();
    const elsewhere = join(temporaryFolder(), "moved.git");
    renameSync(join(repository.folder, ".git"), elsewhere);
    writeFileSync(join(repository.folder, ".git"), `gitdir: ${elsewhere}\n`);
    expect(placesOf(await scanHistory(repository.folder))).toEqual(inBothPlaces);
  });

  test("a linked work tree: seen from both sides, its detached commit is reachable", async () => {
    const { repository } = withSecret();
    const linked = repositoryIn(join(temporaryFolder(), "linked"));
    repository.git("worktree", "add", "--quiet", "--detach", linked.folder);
    const id = linked.commit("linked", { "linked.txt": holding("linked") });
    const seen = (await scanHistory(repository.folder)).findings.flatMap(({ locations }) => locations);
    expect(seen.find(({ path }) => path === "linked.txt")).toMatchObject({
      commit: id,
      reachable: true,
      present: false,
    });
    expect(placesOf(await scanHistory(linked.folder))).toContain("file linked.txt:1:9");
  });

  test("no commits yet: staged and dangling blobs are still looked at", async () => {
    const repository = createRepository();
    expect(await scanHistory(repository.folder)).toMatchObject({ findings: [], coverage: { complete: true } });
    repository.write("first.txt", holding("first"));
    repository.git("add", ".");
    expect(placesOf(await scanHistory(repository.folder))).toEqual(["file first.txt:1:9"]);
  });

  test("a detached HEAD", async () => {
    const { repository } = withSecret();
    repository.git("checkout", "--quiet", "--detach");
    const id = repository.commit("detached", { "d.txt": holding("detached") });
    const { findings } = await scanHistory(repository.folder);
    const location = findings.flatMap(({ locations }) => locations).find(({ path }) => path === "d.txt");
    expect(location).toMatchObject({ commit: id, reachable: true, present: true });
  });

  test("packed refs, a commit graph and a multi-pack index", async () => {
    const { repository } = withSecret();
    repository.git("repack", "-q");
    repository.commit("more", { "more.txt": "more\n" });
    repository.git("repack", "-q");
    repository.git("multi-pack-index", "write");
    repository.git("commit-graph", "write", "--reachable");
    repository.git("pack-refs", "--all");
    const report = await scanHistory(repository.folder);
    expect(placesOf(report)).toEqual(inBothPlaces);
    expect(report.coverage).toMatchObject({ complete: true, commits: 4 });
  });

  test("alternates: what the other store holds is read too", async () => {
    const { repository } = withSecret();
    const clone = cloneOf(repository, "--shared");
    expect(clone.git("count-objects")).toMatch(/^0 /);
    expect(placesOf(await scanHistory(clone.folder))).toEqual(inBothPlaces);
  });

  test("replaced objects and grafts hide nothing", async () => {
    const { repository, id } = withSecret();
    const clean = repository.git("rev-parse", "HEAD~2");
    repository.git("replace", id, clean);
    writeFileAt(repository.folder, ".git/info/grafts", `${repository.git("rev-parse", "HEAD")}\n`);
    const report = await scanHistory(repository.folder);
    expect(locationOf(report, "commit")).toMatchObject({ commit: id, reachable: true });
  });

  test("submodules are named, not entered", async () => {
    const { repository } = withSecret();
    const inner = withSecret().repository;
    repository.git("submodule", "--quiet", "add", `file://${inner.folder}`, "libs/inner");
    repository.git("commit", "--quiet", "-m", "submodule");
    const { coverage } = await scanHistory(repository.folder);
    const reason = "a repository of its own: scan it there";
    expect(coverage.skipped).toContainEqual({ what: "submodule libs/inner", reason, count: 1 });
    expect(coverage.complete).toBe(true);
  });
});

describe("clones without everything", () => {
  test("shallow: incomplete, with the next step", async () => {
    const clone = cloneOf(withSecret().repository, "--depth=1");
    const { coverage, verdict, findings } = await scanHistory(clone.folder);
    expect(findings).toHaveLength(1);
    expect(coverage.missing).toEqual([
      { what: "older history", reason: expect.stringContaining("git fetch --unshallow") },
    ]);
    expect(verdict.conclusion).toBe("incomplete");
  });

  test("partial: incomplete, and nothing is fetched", async () => {
    const { repository } = withSecret();
    repository.git("config", "uploadpack.allowFilter", "true");
    const clone = cloneOf(repository, "--no-checkout", "--filter=blob:none");
    const before = clone.git("count-objects", "-v");
    const { coverage, findings } = await scanHistory(clone.folder);
    expect(clone.git("count-objects", "-v")).toBe(before);
    expect(findings).toEqual([]);
    expect(coverage.missing).toEqual([{ what: "2 objects", reason: expect.stringContaining("--refetch") }]);
  });

  test("partial: an absent object that is asked for by name is not fetched either", async () => {
    const { repository } = withSecret();
    repository.git("config", "uploadpack.allowFilter", "true");
    repository.git("config", "uploadpack.allowAnySHA1InWant", "true");
    const clone = cloneOf(repository, "--no-checkout", "--filter=blob:none");
    const before = clone.git("count-objects", "-v");
    const id = repository.git("rev-parse", "HEAD:b.txt");
    const opened = await openRepository(clone.folder);
    const missing = await readObjects(opened, [id], () => {});
    expect(missing.map(({ what }) => what)).toEqual([`object ${id}`]);
    expect(clone.git("count-objects", "-v")).toBe(before);
  });

  test("partial without trees: nothing is fetched, the commits are still read", async () => {
    const { repository } = withSecret();
    repository.git("config", "uploadpack.allowFilter", "true");
    repository.commit(holding("message"));
    const clone = cloneOf(repository, "--no-checkout", "--filter=tree:0");
    const before = clone.git("count-objects", "-v");
    const { coverage, findings } = await scanHistory(clone.folder);
    expect(clone.git("count-objects", "-v")).toBe(before);
    expect(findings).toHaveLength(1);
    expect(coverage.complete).toBe(false);
  });
});

describe("what cannot be opened says why", () => {
  const failure = async (path: string): Promise<OpenError> => {
    try {
      await openRepository(path);
    } catch (error) {
      if (error instanceof OpenError) return error;
      throw error;
    }
    throw new Error("opened");
  };

  test("no repository, no folder", async () => {
    const folder = temporaryFolder();
    writeFileAt(folder, "file", "x");
    expect(await failure(folder)).toMatchObject({ failure: "not-a-repository" });
    expect(await failure(join(folder, "file"))).toMatchObject({ failure: "not-a-repository" });
    expect(await failure(join(folder, "nothing"))).toMatchObject({ failure: "not-a-repository" });
  });

  test("a .git that is none is not taken for a plain folder", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, ".git"));
    expect(await failure(folder)).toMatchObject({ failure: "unreadable", message: expect.stringContaining("repair") });
    const other = temporaryFolder();
    writeFileAt(other, ".git", "gitdir: /nowhere/at/all\n");
    expect(await failure(other)).toMatchObject({ failure: "unreadable" });
  });

  test("a format that this git does not know, such as reftable", async () => {
    const { repository } = withSecret();
    repository.git("config", "core.repositoryFormatVersion", "1");
    repository.git("config", "extensions.unheardOf", "yes");
    expect((await failure(repository.folder)).message).toContain("newer git");
  });

  const asRoot = process.getuid?.() === 0 ? test : test.skip;
  asRoot("a repository of another user", async () => {
    const { repository } = withSecret();
    for (const path of [repository.folder, join(repository.folder, ".git")]) chownSync(path, 12_345, 12_345);
    const { message, failure: kind } = await failure(repository.folder);
    expect(kind).toBe("unreadable");
    expect(message).toContain(`git config --global --add safe.directory ${repository.folder}`);
    // git takes absolute folders only.
    const beside = await failure(relative(process.cwd(), repository.folder));
    expect(beside.message).toContain(`safe.directory ${repository.folder}\``);
  });
});
