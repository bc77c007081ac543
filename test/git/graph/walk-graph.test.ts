import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import "../../seed.ts";
import { oldestRootIn } from "../../../src/git/graph/oldest-root.ts";
import { walkGraph } from "../../../src/git/graph/walk-graph.ts";
import { oldestRoot } from "../../../src/git/oldest-root.ts";
import { createControl } from "../../../src/git/pack/control.ts";
import { withPack } from "../../../src/git/pack/pack-file.ts";
import { type PackedHistory, readHistory } from "../../../src/git/pack/packed-history.ts";
import { type GraphPart, readGraph } from "../../../src/git/pack/read-graph.ts";
import { listStores } from "../../../src/git/pack/stores.ts";
import { startWalk } from "../../../src/git/provenance.ts";
import { commitsOfTips, refTips } from "../../../src/git/refs.ts";
import { openRepository, type Repository } from "../../../src/git/repository.ts";
import { tipsForPack, walkPacked } from "../../../src/git/walking.ts";
import { wholePaths } from "../../../src/git/whole-paths.ts";
import { createKernel } from "../../../src/kernel/kernel.ts";
import { cloneOf, createRepository, type TestRepository } from "../../repositories.ts";
import { objectOf, writePack } from "../pack/pack-writer.ts";
import { histories, repositoryOf } from "./random-history.ts";

const kernel = createKernel();

const historyOf = (repository: Repository, wanted: readonly string[]): Promise<PackedHistory | undefined> => {
  const [pack] = listStores(repository).packs;
  return withPack(pack!, repository.idLength / 2, {}, (open) =>
    readHistory(open, wanted, createControl(2 ** 40), async (task) => [await readGraph(kernel, task)]),
  );
};

test("pauses change nothing", async () => {
  const made = createRepository();
  for (let i = 0; i < 12; i++) made.commit(`${i}`, { [`folder/${i % 5}.txt`]: `${i}`, "long.txt": "line\n".repeat(i) });
  made.git("repack", "-adfq");
  const repository = await openRepository(made.folder);
  let pauses = 0;
  const breath = { isDue: () => true, take: async () => void pauses++ };
  const read = async (pausing: boolean) => {
    const parts: GraphPart[] = [];
    await withPack(listStores(repository).packs[0]!, 20, {}, (open) =>
      readHistory(open, [], createControl(2 ** 40), async (task) => {
        parts.push(await readGraph(kernel, { ...task, seed: 1 }, pausing ? breath : undefined));
        return parts;
      }),
    );
    return parts;
  };
  expect(await read(true)).toEqual(await read(false));
  expect(pauses).toBeGreaterThan(24);
});

test("one kernel reads pack after pack in the same memory", async () => {
  const made = createRepository();
  made.commit("one", { "a.txt": "a" });
  made.git("repack", "-adq");
  const repository = await openRepository(made.folder);
  await historyOf(repository, []);
  const before = kernel.heap.bytes().length;
  for (let i = 0; i < 30; i++) await historyOf(repository, []);
  expect(kernel.heap.bytes().length).toBe(before);
});

const idsOfType = (repository: TestRepository, type: string): readonly string[] =>
  repository
    .git("cat-file", "--batch-all-objects", "--batch-check=%(objecttype) %(objectname)")
    .split("\n")
    .filter((line) => line.startsWith(`${type} `))
    .map((line) => line.slice(type.length + 1));

/** Both walks' answers on everything but trees. */
const bothWays = async (made: TestRepository) => {
  const repository = await openRepository(made.folder);
  const [blobs, commits, tags] = ["blob", "commit", "tag"].map((type) => idsOfType(made, type));
  const { ids: tips } = await refTips(repository);
  const byGit = await startWalk(repository, { options: [], revisions: tips });
  const history = await historyOf(repository, blobs!);
  const byPack = walkGraph(history!.graph, history!.ids, (await commitsOfTips(repository, tips))!);
  return { repository, history: history!, byGit, byPack, blobs: blobs!, commits: commits!, tags: tags! };
};

const sizes = { numRuns: 25 };

describe.each([["sha1"], ["sha256"]])("a walk over a pack with %s", (format) => {
  test("tells the same as git's", async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        const { repository, history, byGit, byPack, blobs, commits, tags } = await bothWays(
          repositoryOf(steps, `--object-format=${format}`),
        );
        expect(byPack.commits).toBe(byGit.commits);
        expect(commits.filter(byPack.isCommit)).toEqual(commits.filter(byGit.isCommit));
        const asked = new Set([...blobs, ...commits]);
        const [told, expected] = [byPack.origins(asked), byGit.origins(asked)];
        const simple = (origins: typeof told) =>
          [...origins].map(([id, { commit, order }]) => [id, commit, order]).sort();
        expect(simple(told)).toEqual(simple(expected));
        // paths: which are the same, and what they are
        const groups = (key: (id: string) => string | undefined) =>
          blobs.map((id) => blobs.findIndex((other) => key(id) === key(other)));
        expect(groups((id) => told.get(id)?.pathKey)).toEqual(groups((id) => expected.get(id)?.path));
        const ofBlobs = new Set(blobs);
        const pathsOf = async (origins: typeof told) =>
          [...(await wholePaths(repository, origins, ofBlobs))].map(([id, { path }]) => `${id} ${path}`).sort();
        expect(await pathsOf(told)).toEqual(await pathsOf(expected));
        expect([...byPack.origins(new Set(tags)).keys()].sort()).toEqual(
          [...byGit.origins(new Set(tags)).keys()].sort(),
        );
        expect(oldestRootIn(history, repository.head!)).toBe(await oldestRoot(repository));
      }),
      sizes,
    );
  });
});

describe("what makes git walk instead", () => {
  const filled = (): TestRepository => {
    const repository = createRepository();
    repository.commit("one", { "a.txt": "a", "b/c.txt": "c" });
    repository.commit("two", { "a.txt": "b" });
    repository.git("repack", "-adq");
    return repository;
  };
  const tipsOf = async ({ folder }: TestRepository) => {
    const repository = await openRepository(folder);
    return tipsForPack(repository, await refTips(repository));
  };

  test("nothing, where one pack holds all and refs lead to commits", async () => {
    const repository = filled();
    repository.git("tag", "light");
    const head = repository.git("rev-parse", "HEAD");
    expect(await tipsOf(repository)).toEqual([{ id: head, commit: head }]);
  });

  const gits =
    (...commands: readonly string[]) =>
    ({ git }: TestRepository): void => {
      for (const command of [...commands, "repack -adq"]) git(...command.split(" "));
    };
  test.each<[string, (repository: TestRepository) => unknown]>([
    ["a loose object", ({ gitWith }) => gitWith("x", "hash-object", "-w", "--stdin")],
    ["a second pack", ({ gitWith, git }) => [gitWith("x", "hash-object", "-w", "--stdin"), git("repack", "-dkq")]],
    ["a replaced object", gits("replace HEAD HEAD~1")],
    ["a graft", ({ write, git }) => write(".git/info/grafts", `${git("rev-parse", "HEAD")}\n`)],
    ["a ref to a tree", gits("tag tree HEAD^{tree}")],
    ["a tag of a tag", gits("tag -am1 one", "tag -am2 two one")],
    ["a ref that leads nowhere", ({ write }) => write(".git/refs/heads/lost", `${"1".repeat(40)}\n`)],
  ])("%s", async (_, change) => {
    const repository = filled();
    change(repository);
    expect(await tipsOf(repository)).toBeUndefined();
  });

  test("a clone without some blobs", async () => {
    const source = filled();
    source.git("config", "uploadpack.allowFilter", "true");
    expect(await tipsOf(cloneOf(source, "--bare", "--filter=blob:none"))).toBeUndefined();
  });

  test("a tree that names what the pack lacks, and a commit's tree that is none", async () => {
    const blob = objectOf("blob", Buffer.from("a"));
    const naming = (byte: number) =>
      objectOf("tree", Buffer.concat([Buffer.from("100644 a\0"), Buffer.alloc(20, byte)]));
    const broken = objectOf("tree", Buffer.from("100644 a\0too short"));
    for (const tree of [naming(7), naming(0), naming(255), broken, blob]) {
      const commit = objectOf(
        "commit",
        Buffer.from(`tree ${tree.id}\nauthor a <a> 1 +0000\ncommitter a <a> 1 +0000\n\nm\n`),
      );
      const made = createRepository();
      writePack(
        made.folder,
        [blob, tree, commit].filter((object, i, all) => all.indexOf(object) === i),
      );
      const repository = await openRepository(made.folder);
      const history = await historyOf(repository, [blob.id]);
      expect(walkPacked(history, [{ id: commit.id, commit: commit.id }])).toBeUndefined();
    }
  });
});
