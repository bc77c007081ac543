import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, test } from "@jest/globals";
import { openRepository } from "../../src/git/repository.ts";
import { run } from "../../src/scan.ts";
import { cli } from "../built.ts";
import { createRepository, githubToken, temporaryFolder, writeFileAt } from "../repositories.ts";
import { planOf } from "../scanning.ts";

const many = (count: number) => {
  const repository = createRepository();
  const files = Array.from({ length: count }, (_, i) => [`${i}.txt`, `${i}\n`.repeat(50)]);
  repository.commit("many", { ...Object.fromEntries(files), "z.txt": `token = ${githubToken("interrupted")}\n` });
  return repository;
};

describe("an interrupt", () => {
  test.each(["history", "work-tree", "staged", "files"] as const)("before %s begins", async (kind) => {
    const { folder } = many(3);
    const repository = await openRepository(folder);
    const source = kind === "files" ? { kind, paths: [folder] } : { kind, repository };
    const { report } = await run(planOf([source], AbortSignal.abort()));
    expect(report.verdict.conclusion).toBe("incomplete");
    expect(report.coverage.missing).toContainEqual({
      what: expect.stringContaining("the rest of"),
      reason: "interrupted",
    });
  });

  test.each([0, 5, 20])("%d ms into a history", async (delay) => {
    const { folder } = many(300);
    const repository = await openRepository(folder);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), delay);
    const { report } = await run(planOf([{ kind: "history", repository }], controller.signal));
    await new Promise((resolve) => setTimeout(resolve, 20)); // an unhandled rejection would end the test
    expect(report.coverage.missing.every(({ reason }) => reason === "interrupted")).toBe(true);
    if (report.coverage.objects < 302) expect(report.verdict.conclusion).toBe("incomplete");
  });
});

/** More than a pipe holds: once it is written, somebody reads it. */
const beginning = "nothing\n".repeat(1 << 18);

/** The command line in a child process, which has begun to read a standard input that never ends. */
const waiting = async (folder: string): Promise<ChildProcess> => {
  const child = spawn(process.execPath, ["--no-warnings", cli, "files", folder, "-", "--format", "json"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  await new Promise((resolve) => child.stdin!.write(beginning, resolve));
  return child;
};

test.each(["SIGINT", "SIGTERM"] as const)("%s gives the report of what was read and exit status 3", async (name) => {
  const folder = temporaryFolder();
  writeFileAt(folder, "a.txt", `token = ${githubToken("partial")}\n`);
  const child = await waiting(folder);
  let output = "";
  child.stdout!.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.kill(name);
  const [status] = await once(child, "close");
  expect(status).toBe(3);
  expect(output).toContain("interrupted");
  expect(output).toContain("ghp_");
});
