import { chmodSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import type { Report } from "../../src/finding.ts";
import { openRepository } from "../../src/git/repository.ts";
import { createRepository, githubToken, type TestRepository } from "../repositories.ts";
import { placesOf, scanHistory, scanSources } from "../scanning.ts";

const holding = (seed: string): string => `token = ${githubToken(seed)}\n`;

const filled = (): TestRepository => {
  const repository = createRepository();
  for (let i = 0; i < 5; i++) repository.commit(`${i}`, { [`d${i}/file.txt`]: `${i} nothing\n`.repeat(i + 1) });
  repository.commit("add", { "b.txt": holding("broken") });
  return repository;
};

const looseFile = ({ folder }: TestRepository, id: string): string =>
  join(folder, ".git/objects", id.slice(0, 2), id.slice(2));

const packFile = ({ folder }: TestRepository): string => {
  const packs = join(folder, ".git/objects/pack");
  const name = readdirSync(packs).find((file) => file.endsWith(".pack"))!;
  chmodSync(join(packs, name), 0o600);
  return join(packs, name);
};

const spoil = (file: string, change: (bytes: Buffer) => void): void => {
  chmodSync(file, 0o600);
  const bytes = readFileSync(file);
  change(bytes);
  writeFileSync(file, bytes);
};

/** Incomplete, and some entry names the thing and says what to do. */
const expectGap = ({ coverage, verdict }: Report, named: string | RegExp): void => {
  expect(verdict.conclusion).toBe("incomplete");
  expect(coverage.complete).toBe(false);
  expect(coverage.missing.map(({ what, reason }) => `${what}: ${reason}`).join("\n")).toMatch(named);
  for (const { reason } of coverage.missing) expect(reason).toMatch(/git (fsck|fetch)|repair/);
};

describe("broken repositories are read as far as they go", () => {
  test("a blob that is gone", async () => {
    const repository = filled();
    const id = repository.git("rev-parse", "HEAD:d2/file.txt");
    rmSync(looseFile(repository, id));
    const report = await scanHistory(repository.folder);
    expectGap(report, `object ${id}`);
    expect(placesOf(report)).toEqual(["commit b.txt:1:9", "file b.txt:1:9"]);
  });

  test("a loose blob with a broken byte", async () => {
    const repository = filled();
    const id = repository.git("rev-parse", "HEAD:d2/file.txt");
    spoil(looseFile(repository, id), (bytes) => bytes.fill(0xff, 4));
    const report = await scanHistory(repository.folder);
    expectGap(report, id);
    expect(report.findings).toHaveLength(1);
  });

  test("an empty loose object, as a crash leaves it", async () => {
    const repository = filled();
    const id = repository.git("rev-parse", "HEAD:d3/file.txt");
    chmodSync(looseFile(repository, id), 0o600);
    truncateSync(looseFile(repository, id));
    const report = await scanHistory(repository.folder);
    expectGap(report, id);
    expect(report.findings).toHaveLength(1);
  });

  test("a tree that is gone", async () => {
    const repository = filled();
    const id = repository.git("rev-parse", "HEAD:d2");
    rmSync(looseFile(repository, id));
    const report = await scanHistory(repository.folder);
    expectGap(report, id);
    expect(report.findings).toHaveLength(1);
  });

  test("a commit that is gone: blobs are read all the same", async () => {
    const repository = filled();
    const id = repository.git("rev-parse", "HEAD~2");
    rmSync(looseFile(repository, id));
    const report = await scanHistory(repository.folder);
    expectGap(report, id);
    expect(placesOf(report)).toEqual(["file b.txt:1:9"]);
  });

  test("the commit of HEAD is gone", async () => {
    const repository = filled();
    const id = repository.git("rev-parse", "HEAD");
    rmSync(looseFile(repository, id));
    const report = await scanHistory(repository.folder);
    expectGap(report, id);
    expect(report.findings).toHaveLength(1);
  });

  test("a ref that names no object, a ref that holds no id", async () => {
    const repository = filled();
    const id = "1234567890".repeat(4);
    writeFileSync(join(repository.folder, ".git/refs/heads/dangling"), `${id}\n`);
    writeFileSync(join(repository.folder, ".git/refs/heads/garbage"), "garbage\n");
    const report = await scanHistory(repository.folder);
    expectGap(report, `object ${id}`);
    expectGap(report, "refs/heads/garbage");
    expect(report.findings[0]!.locations[0]).toMatchObject({ path: "b.txt", reachable: true });
  });

  test("a pack that ends early", async () => {
    const repository = filled();
    repository.git("gc", "--quiet");
    const file = packFile(repository);
    truncateSync(file, 200);
    expectGap(await scanHistory(repository.folder), /pack|object/);
  });

  test("a pack with a broken byte in a blob", async () => {
    const repository = filled();
    repository.git("repack", "-q", "-a", "-d", "--depth=0");
    const id = repository.git("rev-parse", "HEAD:d2/file.txt");
    const file = packFile(repository);
    const listing = repository.git("verify-pack", "-v", file.replace(/pack$/, "idx"));
    const [, , , , offset] = listing
      .split("\n")
      .find((line) => line.startsWith(id))!
      .split(/ +/);
    spoil(file, (bytes) => bytes.fill(0xff, Number(offset) + 4, Number(offset) + 8));
    const report = await scanHistory(repository.folder);
    expectGap(report, id);
    expect(report.findings).toHaveLength(1);
  });

  test("a pack without a header, an index of a pack that is broken", async () => {
    const first = filled();
    first.git("gc", "--quiet");
    spoil(packFile(first), (bytes) => bytes.fill(0, 0, 8));
    expectGap(await scanHistory(first.folder), /pack|object/);
    const second = filled();
    second.git("gc", "--quiet");
    spoil(packFile(second).replace(/pack$/, "idx"), (bytes) => bytes.fill(0xff, 0, 64));
    expectGap(await scanHistory(second.folder), /index|object/);
  });

  test("an index file that is broken", async () => {
    const repository = filled();
    spoil(join(repository.folder, ".git/index"), (bytes) => bytes.fill(0xff, 0, 16));
    const opened = await openRepository(repository.folder);
    expectGap(await scanSources({ kind: "staged", repository: opened }), "staged files");
    expectGap(await scanSources({ kind: "work-tree", repository: opened }), "changed files");
  });

  test("more broken objects than anybody wants to wait for", async () => {
    const repository = createRepository();
    const files = Array.from({ length: 130 }, (_, i) => [`${i}.txt`, `${i}\n`]);
    repository.commit("many", Object.fromEntries(files));
    for (const [path] of files) {
      const file = looseFile(repository, repository.git("rev-parse", `HEAD:${path}`));
      spoil(file, (bytes) => bytes.fill(0xff, 4));
    }
    expectGap(await scanHistory(repository.folder), /object/);
  });
});
