import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { openCache, rulesName } from "../../src/cache/cache-file.ts";
import type { Report } from "../../src/finding.ts";
import { openRepository } from "../../src/git/repository.ts";
import { resolveRange } from "../../src/git/selection.ts";
import type { Plan } from "../../src/plan.ts";
import { run } from "../../src/scan.ts";
import { createRepository, githubToken, type TestRepository, temporaryFolder } from "../repositories.ts";
import { placesOf, planOf } from "../scanning.ts";
import "../seed.ts";

const rules = rulesName("tests", []);
const warn = (text: string): never => {
  throw new Error(text);
};

const planFor = async ({ folder }: TestRepository, range?: string): Promise<Plan> => {
  const repository = await openRepository(folder);
  return range === undefined
    ? planOf([{ kind: "history", repository }])
    : planOf([{ kind: "revisions", repository, ...(await resolveRange(repository, range)) }]);
};

const scan = async (repository: TestRepository, file?: string, jobs = 0, range?: string): Promise<Report> => {
  const cache = file === undefined ? {} : { cache: openCache(file, rules, warn) };
  return (await run({ ...(await planFor(repository, range)), ...cache, jobs })).report;
};

const known = ({ coverage }: Report): number =>
  coverage.skipped.find(({ reason }) => reason.startsWith("known as clean"))?.count ?? 0;

const cacheFile = (): string => join(temporaryFolder(), "clean.cache");

/** A gzip member that is cut off: scanned as it stands, and named. */
const damagedArchive = gzipSync(Buffer.from("a text that is long enough to be cut off".repeat(9))).subarray(0, 40);
const picture = Buffer.from("\x89PNG\r\n\x1a\n and more of it", "latin1");

describe("a second run with a cache", () => {
  test.each([0, 1])("reads what is new alone, with %i threads", async (jobs) => {
    const repository = createRepository();
    for (let n = 0; n < 5; n++) repository.commit(`commit ${n}`, { [`${n}.txt`]: `clean ${n}\n` });
    repository.commit("leak", { "leak.txt": `token = ${githubToken("cache")}\n`, "a.png": picture });
    const file = cacheFile();
    const first = await scan(repository, file, jobs);
    const second = await scan(repository, file, jobs);
    expect(second.findings).toEqual(first.findings);
    expect(second.findings).toHaveLength(1);
    expect(known(second)).toBe(11); // all but the leak and the picture
    expect(second.coverage.objects).toBe(first.coverage.objects);
    expect(second.coverage.bytes).toBeLessThan(100);
    expect(second.coverage.skipped).toContainEqual({ what: "picture", reason: "holds no text", count: 1 });
  });
  test("finds what a change brings in, in the whole history and in a range", async () => {
    const repository = createRepository();
    repository.commit("start", { "a.txt": "clean\n" });
    const file = cacheFile();
    await scan(repository, file);
    repository.commit("leak", { "a.txt": `token = ${githubToken("later")}\n` });
    expect((await scan(repository, file, 0, "HEAD~1..HEAD")).findings).toHaveLength(1);
    expect((await scan(repository, file)).findings).toHaveLength(1);
    expect((await scan(repository, file)).findings).toHaveLength(1);
  });
  test("says again what an archive hid", async () => {
    const repository = createRepository();
    repository.commit("start", { "a.gz": damagedArchive, "b.txt": "clean\n" });
    const file = cacheFile();
    const { coverage } = await scan(repository, file);
    const again = await scan(repository, file);
    expect(coverage.skipped).toContainEqual(expect.objectContaining({ what: "archive", count: 1 }));
    expect(again.coverage.skipped).toContainEqual(expect.objectContaining({ what: "archive", count: 1 }));
  });
  test("writes nothing when nothing was learned", async () => {
    const repository = createRepository();
    repository.commit("start", { "a.txt": "clean\n" });
    const file = cacheFile();
    await scan(repository, file);
    const before = readFileSync(file);
    await scan(repository, file);
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

const names = ["a.txt", "b.txt", "sub/c.txt"] as const;
const lines = fc.array(
  fc.oneof(
    fc.stringMatching(/^[a-z ]{0,12}$/),
    fc.constantFrom("one", "two", "three").map((name) => `token = ${githubToken(name)}`),
  ),
  { maxLength: 6 },
);
const changeOn = (branches: readonly string[]) =>
  fc.record({
    name: fc.constantFrom(...names),
    text: lines.map((all) => `${all.join("\n")}\n`),
    branch: fc.constantFrom(...branches),
    repack: fc.boolean(),
  });

type Change = ReturnType<typeof changeOn> extends fc.Arbitrary<infer T> ? T : never;

let changed = 0;

const apply = (repository: TestRepository, changes: readonly Change[]): void => {
  for (const { name, text, branch, repack } of changes) {
    const exists = repository.git("branch", "--list", branch) !== "";
    repository.git("checkout", "-q", ...(exists ? [branch] : ["-b", branch]));
    repository.commit(`change ${++changed} of ${name}`, { [name]: text, "count.txt": `${changed}\n` });
    if (repack) repository.git("repack", "-adq");
  }
};

describe("a cache changes no finding", () => {
  test.each([
    ["of one line", ["main"], (report: Report) => report.findings],
    ["of two branches, where what both brought in keeps the commit that was told first", ["main", "side"], placesOf],
  ] as const)(
    "of a history %s, cold and warm, before and after it grew",
    async (_name, branches, told) => {
      const history = fc.array(changeOn(branches), { minLength: 1, maxLength: 4 });
      const property = fc.asyncProperty(history, history, fc.constantFrom(0, 1), async (before, after, jobs) => {
        const repository = createRepository();
        repository.commit("start", { "start.txt": "start\n" });
        const file = cacheFile();
        for (const changes of [before, after]) {
          apply(repository, changes);
          const without = told(await scan(repository));
          expect(told(await scan(repository, file, jobs))).toEqual(without);
          expect(told(await scan(repository, file, jobs))).toEqual(without);
        }
      });
      await fc.assert(property, { numRuns: 4, endOnFailure: true });
    },
    600_000,
  );
});
