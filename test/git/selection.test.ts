import { describe, expect, test } from "@jest/globals";
import { openRepository } from "../../src/git/repository.ts";
import { parseDate, resolveRange, resolveSince } from "../../src/git/selection.ts";
import { run } from "../../src/scan.ts";
import { UsageError } from "../../src/usage-error.ts";
import { cloneOf, createRepository, githubToken, type TestRepository } from "../repositories.ts";
import { placesOf, planOf, scanSources } from "../scanning.ts";

const holding = (seed: string): string => `token = ${githubToken(seed)}\n`;

const scanRange = async ({ folder }: TestRepository, range: string) => {
  const repository = await openRepository(folder);
  return scanSources({ kind: "revisions", repository, ...(await resolveRange(repository, range)) });
};

const scanSince = async ({ folder }: TestRepository, date: string) => {
  const repository = await openRepository(folder);
  return scanSources({ kind: "revisions", repository, ...(await resolveSince(repository, date)) });
};

const commitPaths = async (scan: ReturnType<typeof scanRange>): Promise<readonly string[]> =>
  placesOf(await scan)
    .filter((place) => place.startsWith("commit "))
    .map((place) => place.split(/[ :]/)[1]!);

/** main: a, b, c; side: from a, s1, s2. Each commit adds a file with a secret of its own. */
const forked = (): TestRepository => {
  const repository = createRepository();
  repository.commit("a", { a: holding("a") });
  repository.git("checkout", "--quiet", "-b", "side");
  repository.commit("s1", { s1: holding("s1") });
  repository.commit("s2", { s2: holding("s2") });
  repository.git("checkout", "--quiet", "main");
  repository.commit("b", { b: holding("b") });
  repository.commit("c", { c: holding("c") });
  return repository;
};

describe("ranges", () => {
  test("two dots: what the second has and the first has not", async () => {
    const repository = forked();
    expect(await commitPaths(scanRange(repository, "main..side"))).toEqual(["s1", "s2"]);
    expect(await commitPaths(scanRange(repository, "HEAD~1.."))).toEqual(["c"]);
    expect(await commitPaths(scanRange(repository, "..side"))).toEqual(["s1", "s2"]);
    expect(await commitPaths(scanRange(repository, "main..main"))).toEqual([]);
  });

  test("three dots: what only one of the two has", async () => {
    expect(await commitPaths(scanRange(forked(), "main...side"))).toEqual(["b", "c", "s1", "s2"]);
  });

  test("three dots between histories without a common commit", async () => {
    const repository = forked();
    repository.git("checkout", "--quiet", "--orphan", "lone");
    repository.git("rm", "-r", "-q", "--force", ".");
    repository.commit("lone", { lone: holding("lone") });
    expect(await commitPaths(scanRange(repository, "side...lone"))).toEqual(["a", "lone", "s1", "s2"]);
  });

  test("a merge inside: its own changes and those of its branch", async () => {
    const repository = forked();
    repository.git("merge", "--quiet", "--no-ff", "--no-commit", "side");
    const id = repository.commit("merge", { merged: holding("merged") });
    const report = await scanRange(repository, "HEAD~1..HEAD");
    expect(await commitPaths(Promise.resolve(report))).toEqual(["merged", "s1", "s2"]);
    const locations = report.findings.flatMap((finding) => finding.locations);
    expect(locations.find(({ path }) => path === "merged")).toMatchObject({ commit: id });
  });

  test("a secret that came and went inside the range is found, and not present at its end", async () => {
    const repository = forked();
    repository.commit("add", { gone: holding("gone") });
    repository.git("rm", "--quiet", "gone");
    repository.commit("remove");
    const report = await scanRange(repository, "HEAD~2..HEAD");
    expect(report.findings.map(({ locations }) => locations)).toMatchObject([[{ path: "gone", present: false }]]);
  });

  test("present means at the end of the range, whatever HEAD is", async () => {
    const places = placesOf(await scanRange(forked(), "main..side"));
    expect(places).toContain("file s1:1:9");
  });

  test("what is older than the change needs no name, unless somebody wants to see it", async () => {
    const repository = createRepository();
    repository.commit("before", { a: holding("older") });
    repository.commit("edit", { a: `# edited\n${holding("older")}` });
    const opened = await openRepository(repository.folder);
    const source = { kind: "revisions" as const, repository: opened, ...(await resolveRange(opened, "HEAD~1..HEAD")) };
    const plan = { ...planOf([source]), key: undefined };
    const { report: quiet } = await run(plan);
    expect([quiet.findings, quiet.fingerprintKey]).toEqual([[], undefined]);
    expect(quiet.notes.join()).toContain("1 credential in the changed files is older");
    const { report: open } = await run({ ...plan, policy: { ...plan.policy, includeIgnored: true } });
    expect(open.fingerprintKey).toEqual({ kind: "root", root: repository.git("rev-parse", "HEAD~1").trim() });
    expect(open.findings).toHaveLength(1);
  });

  test("messages of the range's commits", async () => {
    const repository = forked();
    repository.commit(holding("message"));
    expect(placesOf(await scanRange(repository, "HEAD~1..HEAD"))).toEqual(["message commit message:1:9"]);
  });

  test.each([
    ["nothing..HEAD", "nothing"],
    ["HEAD..--output=x", "dash"],
    ["-x..HEAD", "dash"],
    ["HEAD", "no range"],
    ["a....b", "no range"],
    [`${"0".repeat(40)}..HEAD`, "no commit"],
    ["HEAD..HEAD^{tree}", "no commit"],
  ])("%s is wrong use", async (range, reason) => {
    const repository = await openRepository(forked().folder);
    const failure = resolveRange(repository, range);
    await expect(failure).rejects.toThrow(UsageError);
    await expect(failure).rejects.toThrow(reason);
  });
});

describe("ranges in a shallow clone", () => {
  test("inside what is there: complete", async () => {
    const clone = cloneOf(forked(), "--depth=3");
    const report = await scanRange(clone, "HEAD~1..HEAD");
    expect(await commitPaths(Promise.resolve(report))).toEqual(["c"]);
    expect(report.coverage.complete).toBe(true);
  });

  test("beyond the boundary: incomplete, and the commit is named", async () => {
    const source = forked();
    const clone = cloneOf(source, "--depth=1", "--no-single-branch");
    const report = await scanRange(clone, "origin/main..origin/side");
    const side = source.git("rev-parse", "side");
    expect(report.verdict.conclusion).toBe("incomplete");
    expect(report.coverage.missing).toEqual([
      { what: `commits before ${side}`, reason: expect.stringContaining("git fetch --unshallow") },
    ]);
  });
});

describe("staged", () => {
  const scanStaged = async ({ folder }: TestRepository) =>
    scanSources({ kind: "staged", repository: await openRepository(folder) });

  test("what the index adds to HEAD and nothing else", async () => {
    const repository = forked();
    repository.write("new file", holding("new"));
    repository.write("b", `changed\n${holding("b")}`);
    repository.write("unstaged", holding("unstaged"));
    repository.git("add", "new file", "b");
    repository.git("rm", "--quiet", "c");
    const report = await scanStaged(repository);
    expect(placesOf(report)).toEqual(["file b:2:9", "file new file:1:9"]);
    expect(report.coverage).toMatchObject({ complete: true, files: 2 });
  });

  test("before the first commit", async () => {
    const repository = createRepository();
    repository.write("first", holding("first"));
    repository.git("add", ".");
    expect(placesOf(await scanStaged(repository))).toEqual(["file first:1:9"]);
  });

  test("a conflict and a file that is only intended break nothing", async () => {
    const repository = forked();
    repository.git("checkout", "--quiet", "side");
    repository.commit("conflict", { b: "other\n" });
    expect(() => repository.git("merge", "--quiet", "main")).toThrow();
    repository.write("later", holding("later"));
    repository.git("add", "--intent-to-add", "later");
    const report = await scanStaged(repository);
    expect(report.coverage.complete).toBe(true);
    expect(placesOf(report)).toContain("file c:1:9");
  });
});

describe("since", () => {
  const dated = (): TestRepository => {
    const repository = createRepository();
    repository.commit("old", { old: holding("old") }, { date: "2024-01-01T12:00:00Z" });
    repository.commit("young", { young: holding("young") }, { date: "2024-03-01T12:00:00Z" });
    return repository;
  };

  test("what commits from that date on bring in", async () => {
    expect(await commitPaths(scanSince(dated(), "2024-02-01"))).toEqual(["young"]);
    expect(await commitPaths(scanSince(dated(), "2024-03-01T13:00:00+01:00"))).toEqual(["young"]);
    expect(await commitPaths(scanSince(dated(), "2024-03-01 12:00:01"))).toEqual([]);
    expect(await commitPaths(scanSince(dated(), "2023-01-01"))).toEqual(["old", "young"]);
  });

  test("all branches count", async () => {
    const repository = dated();
    repository.git("checkout", "--quiet", "-b", "other", "HEAD~1");
    repository.commit("other", { other: holding("other") }, { date: "2024-03-02T12:00:00Z" });
    repository.git("checkout", "--quiet", "main");
    expect(await commitPaths(scanSince(repository, "2024-02-01"))).toEqual(["other", "young"]);
  });

  test("a wrong clock hides nothing young", async () => {
    const repository = dated();
    repository.commit("skewed", { skewed: holding("skewed") }, { date: "2001-01-01T12:00:00Z" });
    expect(await commitPaths(scanSince(repository, "2024-02-01"))).toEqual(["skewed", "young"]);
  });

  test("a young tag on an old commit", async () => {
    const repository = dated();
    repository.git("tag", "-a", "-m", holding("tag"), "v1", "HEAD~1");
    const tagged = repository.git("for-each-ref", "--format=%(taggerdate:iso-strict)", "refs/tags");
    expect(tagged).toContain("2024-01-01");
    expect(placesOf(await scanSince(repository, "2024-01-01T00:01:00Z"))).toContain("message tag message:1:9");
  });

  test("an empty repository", async () => {
    expect(await scanSince(createRepository(), "2024-01-01")).toMatchObject({ coverage: { complete: true } });
  });

  test("dates", () => {
    const now = Date.UTC(2024, 0, 31);
    expect(parseDate("2 days ago", now)).toBe(Date.UTC(2024, 0, 29) / 1000);
    expect(parseDate("1 week", now)).toBe(Date.UTC(2024, 0, 24) / 1000);
    expect(parseDate("2024-01-30", now)).toBe(Date.UTC(2024, 0, 30) / 1000);
    expect(parseDate("2024-01-30T06:30", now)).toBe(Date.UTC(2024, 0, 30, 6, 30) / 1000);
    for (const text of ["yesterday's", "2024-13-01", "", "30.1.2024", "now", "2024-01-30T25:00"])
      expect(() => parseDate(text, now)).toThrow(UsageError);
  });
});
