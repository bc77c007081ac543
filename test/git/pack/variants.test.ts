import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { listStores } from "../../../src/git/pack/stores.ts";
import { type ScanTrees, surveyPacks } from "../../../src/git/pack/survey.ts";
import { openRepository } from "../../../src/git/repository.ts";
import {
  cloneOf,
  copyOf,
  createRepository,
  repositoryIn,
  type TestRepository,
  temporaryFolder,
  testGitEnvironment,
} from "../../repositories.ts";
import { mark, marksIn, scanMarks } from "./marks.ts";
import { idsListed, idsRead, packFolder } from "./unpacking.ts";

const fill = (repository: TestRepository, from = 0, to = 16): void => {
  const lines = Array.from({ length: 300 }, (_, i) => `line ${i}: ${(i * 7919) % 1000}`);
  for (let i = from; i < to; i++) {
    lines[(i * 31) % lines.length] = `changed in ${i} ${i % 3 === 0 ? mark(i) : ""}`;
    const big = Buffer.alloc(3000, String.fromCharCode(97 + i));
    repository.commit(`commit ${i} ${i % 5 === 0 ? mark(`m${i}`) : ""}`, {
      "file.txt": `${lines.join("\n")}\n`,
      [`folder/${i}.txt`]: Buffer.concat([big, Buffer.from(mark(`f${i}`))]),
    });
  }
};

const template = createRepository();
fill(template);

const copied = (): TestRepository => copyOf(template);

/** Commits that nothing leads to any more. */
const drop = (repository: TestRepository): void => {
  repository.git("reset", "-q", "--hard", "HEAD~3");
  repository.git("reflog", "expire", "--expire=now", "--all");
};

const secretsOf = (marks: readonly string[]): ReadonlySet<string> => new Set(marks.map((line) => line.split(" ")[0]!));

const remove = (repository: TestRepository, ending: string): void => {
  for (const name of readdirSync(packFolder(repository.folder)).filter((file) => file.endsWith(ending)))
    rmSync(join(packFolder(repository.folder), name));
};

const twoPacks = (repository: TestRepository): void => {
  repository.git("repack", "-dq");
  fill(repository, 16, 20);
  repository.git("repack", "-dq");
};

const ways: readonly (readonly [string, (repository: TestRepository) => void])[] = [
  ["gc", (r) => r.git("gc", "-q")],
  ["gc --aggressive", (r) => r.git("gc", "-q", "--aggressive")],
  [
    "repack with bitmap, reverse index and keep",
    (r) => {
      r.git("-c", "pack.writeReverseIndex=true", "repack", "-adbq");
      const pack = readdirSync(packFolder(r.folder)).find((name) => name.endsWith(".pack"))!;
      r.write(join(".git/objects/pack", pack.replace(/pack$/, "keep")), "");
    },
  ],
  [
    "long chains on bases named by id",
    (r) => r.git("-c", "repack.useDeltaBaseOffset=false", "repack", "-adfq", "--depth=100"),
  ],
  ["no deltas, no compression", (r) => r.git("-c", "core.compression=0", "repack", "-adfFq", "--depth=0")],
  ["an index of version 1", (r) => r.git("-c", "pack.indexVersion=1", "repack", "-adfq")],
  [
    "an index with 64-bit offsets",
    (r) => {
      r.git("repack", "-adq");
      const stem = packFolder(r.folder);
      const pack = join(stem, readdirSync(stem).find((name) => name.endsWith(".pack"))!);
      remove(r, ".idx");
      r.git("index-pack", "--index-version=2,0x40", pack);
    },
  ],
  ["a big-file threshold", (r) => r.git("-c", "core.bigFileThreshold=1k", "repack", "-adfq")],
  ["packs of limited size", (r) => r.git("-c", "pack.packSizeLimit=1m", "repack", "-adfq", "--max-pack-size=20k")],
  [
    "a geometric repack",
    (r) => {
      twoPacks(r);
      r.git("repack", "--geometric=2", "-dq", "--write-midx");
    },
  ],
  [
    "a cruft pack",
    (r) => {
      drop(r);
      r.git("repack", "-dq", "--cruft", "-a");
    },
  ],
  [
    "unreachable objects kept in the pack",
    (r) => {
      drop(r);
      r.git("repack", "-a", "-d", "-q", "--keep-unreachable");
    },
  ],
  [
    "unreachable objects made loose",
    (r) => {
      r.git("repack", "-adq");
      drop(r);
      r.git("repack", "-A", "-d", "-q");
    },
  ],
  [
    "one object in two packs",
    (r) => {
      r.git("repack", "-dq");
      r.git("repack", "-aq");
      r.git("pack-objects", "-q", "--all", "--depth=0", ".git/objects/pack/pack");
    },
  ],
  [
    "loose objects beside packs",
    (r) => {
      r.git("repack", "-adq");
      fill(r, 16, 18);
    },
  ],
];

test.each(ways)("%s: every object, and the same marks as through git", async (_, make) => {
  const repository = copied();
  make(repository);
  expect(await idsRead(repository.folder)).toEqual(idsListed(repository));
  const ours = await marksIn(repository.folder);
  expect(ours.marks.length).toBeGreaterThan(15);
  expect(ours).toEqual(await marksIn(repository.folder, false));
  expect(ours.missing).toEqual([]);
});

describe("other stores", () => {
  test("SHA-256", async () => {
    const repository = createRepository("--object-format=sha256");
    fill(repository);
    repository.git("gc", "-q");
    expect(await idsRead(repository.folder)).toEqual(idsListed(repository));
    expect(await marksIn(repository.folder)).toEqual(await marksIn(repository.folder, false));
  });

  test("a linked work tree, and a clone that borrows", async () => {
    const repository = copied();
    repository.git("gc", "-q");
    const tree = join(temporaryFolder(), "tree");
    repository.git("worktree", "add", "-q", "--detach", tree, "HEAD~2");
    expect((await marksIn(tree)).objects).toBe((await marksIn(repository.folder)).objects);
    const folder = temporaryFolder();
    repositoryIn(folder).git("clone", "-q", "--shared", repository.folder, ".");
    fill(repositoryIn(folder), 20, 22);
    expect(await marksIn(folder)).toEqual(await marksIn(folder, false));
    expect(await idsRead(folder)).toEqual(idsListed(repositoryIn(folder)));
  });

  test("a partial clone, and thin packs that were completed", async () => {
    const source = copied();
    source.git("gc", "-q");
    source.git("config", "uploadpack.allowFilter", "true");
    const partial = cloneOf(source, "--filter=blob:none", "--no-checkout");
    const { missing } = await marksIn(partial.folder);
    expect(missing).toEqual([expect.stringMatching(/^\d+ objects: this is a partial clone/)]);
    const clone = cloneOf(source);
    fill(source, 16, 19);
    clone.git("-c", "fetch.unpackLimit=1", "pull", "-q");
    expect((await listStores(await openRepository(clone.folder))).packs).toHaveLength(2);
    expect(await idsRead(clone.folder)).toEqual(idsListed(clone));
    expect(await marksIn(clone.folder)).toEqual(await marksIn(clone.folder, false));
  });

  test("packs whose own index is gone are read by the multi-pack index", async () => {
    const repository = copied();
    twoPacks(repository);
    repository.git("multi-pack-index", "write");
    const [ids, { marks }] = [idsListed(repository), await marksIn(repository.folder)];
    remove(repository, ".idx");
    expect(await idsRead(repository.folder)).toEqual(ids);
    const seen = await marksIn(repository.folder);
    expect(secretsOf(seen.marks)).toEqual(secretsOf(marks));
    expect(seen.missing.join()).toContain("a ref names it"); // git follows no refs into such packs
  });

  test("packs that no index tells of are named", async () => {
    const repository = copied();
    repository.git("repack", "-q");
    remove(repository, ".idx");
    expect((await marksIn(repository.folder)).missing).toEqual([expect.stringMatching(/\.pack: it has no index/)]);
  });
});

test("a pack that goes before it is opened is found again in the one that git made of it", async () => {
  const repository = copied();
  twoPacks(repository);
  const whole = secretsOf((await marksIn(repository.folder)).marks);
  let isFirst = true;
  const scanTrees: ScanTrees = async (task) => {
    if (isFirst) repository.git("repack", "-adq");
    isFirst = false;
    return scanMarks()(task);
  };
  const survey = await surveyPacks(await openRepository(repository.folder), { scanTrees, minPackBytes: 0 });
  expect(new Set(survey!.carriers.flatMap(({ traits }) => traits.map(({ secret }) => secret)))).toEqual(whole);
  expect(survey!.missing).toEqual([]);
});

test("packs that come and go during the scan: everything is found, or named", async () => {
  const repository = copied();
  const { marks } = await marksIn(repository.folder);
  const script =
    "while :; do git repack -adfq --depth=$((RANDOM % 9)); git gc -q --prune=now; git unpack-objects -q < $(ls .git/objects/pack/*.pack | head -1); done";
  const git = spawn("bash", ["-c", script], { cwd: repository.folder, env: testGitEnvironment(), stdio: "ignore" });
  try {
    for (let i = 0; i < 6; i++) {
      const seen = await marksIn(repository.folder);
      if (seen.missing.length === 0) expect(seen.marks).toEqual(marks);
    }
  } finally {
    git.kill();
    await once(git, "close");
  }
});
