import { describe, expect, test } from "@jest/globals";
import { createRepository, githubToken, type TestRepository } from "../repositories.ts";
import { locationOf, onlyFinding, placesOf, scanHistory } from "../scanning.ts";

const holding = (seed: string): string => `token = ${githubToken(seed)}\n`;

const started = (): TestRepository => {
  const repository = createRepository();
  repository.commit("start", { "start.txt": "nothing\n" });
  return repository;
};

const commitsOf = async (repository: TestRepository) =>
  (await scanHistory(repository.folder)).findings.map(({ locations }) =>
    locations.map(({ kind, path, commit, reachable, present }) => ({ kind, path, commit, reachable, present })),
  );

describe("what a commit brought in", () => {
  test("names the commit, and the file that still holds it", async () => {
    const repository = started();
    const id = repository.commit("add", { "b.txt": `x\n${holding("plain")}` }, { date: "1700000000 +0230" });
    const report = await scanHistory(repository.folder);
    expect(placesOf(report)).toEqual(["commit b.txt:2:9", "file b.txt:2:9"]);
    expect(locationOf(report, "commit")).toMatchObject({
      commit: id,
      author: "Ada Tester <ada@example.org>",
      date: "2023-11-15T00:43:20+02:30",
      reachable: true,
      present: true,
    });
    expect(report.coverage).toMatchObject({ complete: true, commits: 2, objects: 4 });
  });

  test("a negative offset and an author with odd bytes", async () => {
    const repository = started();
    const name = 'Ünï "quoted" 😀';
    repository.commit("add", { "b.txt": holding("odd") }, { name, date: "1700000000 -0330" });
    expect(locationOf(await scanHistory(repository.folder), "commit")).toMatchObject({
      author: `${name} <ada@example.org>`,
      date: "2023-11-14T18:43:20-03:30",
    });
  });

  test("fifty edits are one commit and one file", async () => {
    const repository = started();
    const id = repository.commit("add", { "b.txt": `${holding("edits")}0\n` });
    for (let i = 1; i <= 50; i++) repository.commit(`edit ${i}`, { "b.txt": `${holding("edits")}${i}\n` });
    const { locations } = onlyFinding(await scanHistory(repository.folder));
    expect(locations.map(({ kind, path }) => `${kind} ${path}`)).toEqual(["commit b.txt", "file b.txt"]);
    expect(locations[0]!.commit).toBe(id);
  });

  test("a secret that was removed later is not present", async () => {
    const repository = started();
    const id = repository.commit("add", { "b.txt": holding("gone") });
    repository.commit("remove", { "b.txt": "clean\n" });
    expect(await commitsOf(repository)).toEqual([
      [{ kind: "commit", path: "b.txt", commit: id, reachable: true, present: false }],
    ]);
  });

  test("a renamed file is present under its new name only", async () => {
    const repository = started();
    repository.commit("add", { "old.txt": holding("renamed") });
    repository.git("mv", "old.txt", "new.txt");
    repository.commit("rename");
    const [locations] = await commitsOf(repository);
    expect(locations).toMatchObject([
      { kind: "commit", path: "old.txt", present: false },
      { kind: "file", path: "new.txt", present: true },
    ]);
  });

  test("a copy and another file with the same secret are places of one finding", async () => {
    const repository = started();
    repository.commit("add", { "one.txt": holding("twice") });
    repository.commit("copy", { "copy.txt": holding("twice"), "two.txt": `other\n${holding("twice")}` });
    expect(placesOf(await scanHistory(repository.folder))).toEqual([
      "commit one.txt:1:9",
      "commit two.txt:2:9",
      "file copy.txt:1:9",
      "file one.txt:1:9",
      "file two.txt:2:9",
    ]);
  });

  test("the merge commit, when only the merge brought it in", async () => {
    const repository = started();
    repository.git("checkout", "--quiet", "-b", "side");
    repository.commit("side", { "side.txt": "side\n" });
    repository.git("checkout", "--quiet", "main");
    repository.commit("main", { "main.txt": "main\n" });
    repository.git("merge", "--quiet", "--no-ff", "--no-commit", "side");
    const id = repository.commit("evil merge", { "main.txt": holding("merge") });
    expect(repository.git("rev-list", "--parents", "-1", "HEAD").split(" ")).toHaveLength(3);
    expect((await commitsOf(repository))[0]).toMatchObject([{ kind: "commit", commit: id }, { kind: "file" }]);
  });

  test("the branch's commit, when an octopus merge took it along", async () => {
    const repository = started();
    const ids = ["one", "two", "three"].map((name) => {
      repository.git("checkout", "--quiet", "-b", name, "main");
      return repository.commit(name, { [`${name}.txt`]: name === "two" ? holding("octopus") : `${name}\n` });
    });
    repository.git("checkout", "--quiet", "main");
    repository.git("merge", "--quiet", "-m", "octopus", "one", "two", "three");
    expect(repository.git("rev-list", "--parents", "-1", "HEAD").split(" ")).toHaveLength(4);
    expect((await commitsOf(repository))[0]![0]).toMatchObject({ commit: ids[1], path: "two.txt" });
  });
});

describe("names of files", () => {
  const names = ["with space.txt", 'quo"te\\.txt', "line\nfeed.txt", "tab\t.txt", "ünï/😀.txt", "-dash.txt", "a:b.txt"];

  test.each(names)("%j", async (name) => {
    const repository = started();
    repository.commit("add", { [name]: holding("name") });
    repository.commit("more", { "more.txt": "more\n" });
    const { locations } = onlyFinding(await scanHistory(repository.folder));
    expect(locations.map(({ kind, path }) => [kind, path])).toEqual([
      ["commit", name],
      ["file", name],
    ]);
  });

  test("bytes that are not UTF-8 are shown as such", async () => {
    const repository = started();
    const blob = repository.gitWith(holding("bytes"), "hash-object", "-w", "--stdin");
    const entry = Buffer.concat([Buffer.from(`100644 blob ${blob}\tx\xff.txt\0`, "latin1")]);
    const tree = repository.gitWith(entry, "mktree", "-z");
    const commit = repository.git("commit-tree", "-m", "bytes", tree);
    repository.git("reset", "--quiet", "--soft", commit);
    expect(placesOf(await scanHistory(repository.folder))).toEqual(["commit x\ufffd.txt:1:9", "file x\ufffd.txt:1:9"]);
  });
});

describe("what no ref reaches", () => {
  test("a dangling blob", async () => {
    const repository = started();
    const id = repository.gitWith(holding("dangling"), "hash-object", "-w", "--stdin");
    expect(await commitsOf(repository)).toEqual([
      [{ kind: "commit", path: `object ${id}`, commit: undefined, reachable: false, present: false }],
    ]);
  });

  test("an amended commit is named, as unreachable", async () => {
    const repository = started();
    const id = repository.commit("add", { "b.txt": holding("amended") });
    repository.write("b.txt", "clean\n");
    repository.git("commit", "--quiet", "--amend", "--all", "-m", "amended");
    expect(await commitsOf(repository)).toEqual([
      [{ kind: "commit", path: "b.txt", commit: id, reachable: false, present: false }],
    ]);
  });

  test("a secret that an amended and a living commit hold is reachable", async () => {
    const repository = started();
    repository.commit("add", { "b.txt": holding("both") });
    repository.write("b.txt", `${holding("both")}more\n`);
    repository.git("commit", "--quiet", "--amend", "--all", "-m", "amended");
    const id = repository.git("rev-parse", "HEAD");
    expect((await commitsOf(repository))[0]![0]).toMatchObject({ commit: id, reachable: true });
  });

  test("a branch that was reset, a branch that was deleted", async () => {
    const repository = started();
    const id = repository.commit("add", { "b.txt": holding("reset") });
    repository.git("reset", "--quiet", "--hard", "HEAD~1");
    repository.git("checkout", "--quiet", "-b", "other");
    const second = repository.commit("add", { "c.txt": holding("deleted") });
    repository.git("checkout", "--quiet", "main");
    repository.git("branch", "--quiet", "-D", "other");
    const found = (await commitsOf(repository)).flat();
    expect(found).toHaveLength(2);
    expect(new Set(found.map(({ commit }) => commit))).toEqual(new Set([id, second]));
    expect(found.every(({ reachable }) => reachable === false)).toBe(true);
  });

  test("a dropped stash; a kept one is reachable", async () => {
    const repository = started();
    repository.write("start.txt", holding("stash"));
    repository.git("stash", "--quiet");
    expect((await commitsOf(repository))[0]).toMatchObject([{ path: "start.txt", reachable: true, present: false }]);
    repository.git("stash", "drop", "--quiet");
    expect((await commitsOf(repository))[0]).toMatchObject([{ path: "start.txt", reachable: false }]);
  });

  test("a deleted annotated tag", async () => {
    const repository = started();
    repository.git("tag", "-a", "-m", holding("tag"), "v1");
    repository.git("tag", "-d", "v1");
    expect((await commitsOf(repository))[0]).toMatchObject([
      { kind: "message", path: "tag message", commit: repository.git("rev-parse", "HEAD"), reachable: false },
    ]);
  });
});

describe("messages", () => {
  test("of commits, with line and column in the message", async () => {
    const repository = started();
    const id = repository.commit(`subject\n\nbody ${githubToken("message")}\n`);
    expect(locationOf(await scanHistory(repository.folder), "message")).toMatchObject({
      path: "commit message",
      line: 3,
      column: 6,
      commit: id,
      author: "Ada Tester <ada@example.org>",
      reachable: true,
    });
  });

  test("of annotated tags, with the tagged commit", async () => {
    const repository = started();
    const first = repository.git("rev-parse", "HEAD");
    repository.commit("second", { "b.txt": "b\n" });
    repository.git("tag", "-a", "-m", holding("tag"), "v1", first);
    expect(locationOf(await scanHistory(repository.folder), "message")).toMatchObject({
      path: "tag message",
      commit: first,
      author: "Ada Tester <ada@example.org>",
      reachable: true,
    });
  });

  test("in notes", async () => {
    const repository = started();
    repository.git("notes", "add", "-m", holding("note"));
    expect(locationOf(await scanHistory(repository.folder), "message")).toMatchObject({
      path: repository.git("rev-parse", "HEAD"),
      reachable: true,
    });
  });
});

test("every blob is looked at once, packed and loose, reachable or not", async () => {
  const repository = started();
  for (let i = 0; i < 5; i++) repository.commit(`${i}`, { "a.txt": `${i}\n`.repeat(200), [`${i}.txt`]: `${i}\n` });
  repository.git("gc", "--quiet");
  repository.git("update-ref", "-d", "refs/heads/none");
  repository.gitWith("loose\n", "hash-object", "-w", "--stdin");
  repository.commit("loose", { "loose.txt": "loose too\n" });
  const all = repository.git("cat-file", "--batch-all-objects", "--batch-check=%(objecttype)").split("\n");
  const { coverage } = await scanHistory(repository.folder);
  expect(coverage.objects).toBe(all.filter((type) => type !== "tree").length);
  expect(coverage.complete).toBe(true);
});
