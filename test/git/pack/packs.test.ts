import { chmodSync, closeSync, openSync, readdirSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import type { Report } from "../../../src/finding.ts";
import { openRepository } from "../../../src/git/repository.ts";
import { run } from "../../../src/scan.ts";
import {
  copyOf,
  createRepository,
  githubToken,
  repositoryIn,
  type TestRepository,
  temporaryFolder,
} from "../../repositories.ts";
import { planOf } from "../../scanning.ts";
import { idsListed, idsRead } from "./unpacking.ts";

/** A file that grows, shrinks and moves over 60 commits, with secrets that come, stay, move and go. */
const fill = (repository: TestRepository): void => {
  const lines = Array.from({ length: 200 }, (_, i) => `line ${i} of a file that changes: ${(i * 7919) % 1000}`);
  for (let i = 0; i < 60; i++) {
    if (i % 7 === 3) lines.splice((i * 13) % lines.length, 0, `token = "${githubToken(`secret ${i}`)}"`);
    if (i % 11 === 5) lines.unshift(...lines.splice((i * 17) % lines.length, 9));
    if (i % 13 === 8) lines.splice((i * 5) % lines.length, 4);
    lines[(i * 31) % lines.length] = `changed in ${i}`;
    const other = i % 10 === 4 ? { [`other/${i}.env`]: `A=${githubToken(`other ${i}`)}\n` } : {};
    repository.commit(`commit ${i}`, { "file.txt": `${lines.join("\n")}\n`, ...other });
  }
  repository.git("tag", "-a", "v1", "-m", `tagged with ${githubToken("tag")}`);
};

const withoutTime = ({ coverage, ...rest }: Report) => ({ ...rest, coverage: { ...coverage, seconds: 0 } });

/** Nobody says how many: then one thread does it alone, as the packs are small. */
const alone = undefined;

const scanWith = async (folder: string, jobs: number | typeof alone): Promise<unknown> => {
  const plan = planOf([{ kind: "history", repository: await openRepository(folder) }]);
  return withoutTime((await run(jobs === alone ? plan : { ...plan, jobs })).report);
};

const ways: readonly (readonly [string, (repository: TestRepository) => void])[] = [
  ["one pack", (r) => r.git("repack", "-adq")],
  ["long chains", (r) => r.git("repack", "-adfq", "--depth=200", "--window=80")],
  [
    "two packs, loose objects and a multi-pack index",
    (r) => {
      r.git("repack", "-dq");
      r.commit("more", { "more.env": `B=${githubToken("more")}\n`, "file.txt": "short\n" });
      r.git("repack", "-dq");
      r.git("multi-pack-index", "write");
      r.commit("loose", { "loose.env": `C=${githubToken("loose")}\n` });
    },
  ],
];

const template = createRepository();
fill(template);

const copied = (): TestRepository => copyOf(template);

describe.each(ways)("%s", (name, repack) => {
  const repository = copied();
  repack(repository);

  test("threads, however many, report what reading through git reports", async () => {
    const expected = await scanWith(repository.folder, 0);
    const numbers = name === "one pack" ? [alone, 1, 2, 5] : [alone, 2];
    for (const jobs of numbers) expect(await scanWith(repository.folder, jobs)).toEqual(expected);
  });
});

test("ids of SHA-256", async () => {
  const folder = temporaryFolder();
  const repository = repositoryIn(folder);
  repository.git("init", "-q", "--object-format=sha256");
  fill(repository);
  repository.git("repack", "-adq");
  expect(await idsRead(folder)).toEqual(idsListed(repository));
  for (const jobs of [alone, 2]) expect(await scanWith(folder, jobs)).toEqual(await scanWith(folder, 0));
});

test("objects borrowed from another store", async () => {
  const lender = copied();
  lender.git("repack", "-adq");
  const folder = temporaryFolder();
  const borrower = repositoryIn(folder);
  borrower.git("clone", "-q", "--shared", lender.folder, ".");
  borrower.commit("own", { "own.env": `D=${githubToken("own")}\n` });
  expect(await scanWith(folder, 2)).toEqual(await scanWith(folder, 0));
});

describe("a damaged pack", () => {
  const repository = copied();
  repository.git("repack", "-adq");
  const folder = join(repository.folder, ".git", "objects", "pack");
  const file = join(folder, readdirSync(folder).find((name) => name.endsWith(".pack"))!);
  const { size } = statSync(file);
  chmodSync(file, 0o644);

  const flip = (at: number): void => {
    const handle = openSync(file, "r+");
    writeSync(handle, Buffer.from([(at * 37) & 255]), 0, 1, at);
    closeSync(handle);
  };
  test("is never passed over in silence, wherever it is damaged", async () => {
    for (const part of [0.999, 0.7, 0.5, 0.3, 0.05]) {
      flip(Math.floor(size * part));
      for (const jobs of [alone, 2]) {
        const report = (await scanWith(repository.folder, jobs)) as Report;
        expect(report.coverage.complete).toBe(false);
        expect(report.verdict.conclusion).toBe("incomplete");
      }
    }
  });
});
