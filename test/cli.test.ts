import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { createRepository, githubToken, type TestRepository, temporaryFolder } from "./repositories.ts";

const cli = fileURLToPath(new URL("../src/cli.ts", import.meta.url));

let repository: TestRepository;

const tidewaiter = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--no-warnings", cli, ...args], {
    cwd: repository.folder,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1", ...environment },
  });
  return { status, stdout, stderr };
};

const reportOf = (...args: readonly string[]) => {
  const { status, stdout, stderr } = tidewaiter([...args, "--format", "json"]);
  return { status, stderr, report: JSON.parse(stdout) };
};

const configuration = `
ignores: [{ path: src, reason: known }]
rules: [{ id: depot, title: Depot key, severity: low, expression: 'depot_[0-9]{6}' }]
failOn: low
`;

describe("exit status and configuration of the command line", () => {
  beforeAll(() => {
    repository = createRepository();
    repository.commit("one", {
      "src/a.txt": `key = ${githubToken("a")}\n`,
      "test/b.txt": `key = ${githubToken("b")} # gitleaks:allow\n`,
    });
  });

  test("1 with findings, 0 when they are in the baseline or not asked for", () => {
    const { status, stderr, report } = reportOf("git");
    expect(status).toBe(1);
    expect(stderr).toMatch(/^tidewaiter: 1 critical.*\n$/);
    expect(report.findings).toHaveLength(1);
    expect(report.fingerprintKey).toEqual({ kind: "root", root: repository.git("rev-parse", "HEAD") });
    const file = join(temporaryFolder(), "before.json");
    writeFileSync(file, JSON.stringify(report));
    const after = reportOf("git", "--baseline", file, "--include-ignored");
    expect([after.status, after.stderr]).toEqual([0, ""]);
    expect(after.report.verdict).toMatchObject({ conclusion: "pass", counts: { critical: 0 } });
    const kinds = after.report.findings.map(({ suppressed }: { suppressed: { kind: string } }) => suppressed.kind);
    expect(kinds.sort()).toEqual(["baseline", "inline"]);
    expect(tidewaiter(["git"], { TIDEWAITER_ONLY: "kubeconfig/" }).status).toBe(0);
  });

  test("the configuration of the repository holds, and a flag wins over it", () => {
    repository.write("tidewaiter.yml", configuration);
    repository.write("c.txt", "depot_314159");
    const { status, report } = reportOf("scan");
    expect(report.findings).toMatchObject([{ check: "secrets/custom-depot", locations: [{ path: "c.txt" }] }]);
    expect(status).toBe(1);
    expect(tidewaiter(["scan", "--fail-on", "medium"]).status).toBe(0);
  });

  test.each([
    [["--config", "wrong.yml"], /^tidewaiter: wrong\.yml:2:1: the key "ignore" is unknown \(did you mean ignores\?\)/],
    [["--config", "absent.yml"], /^tidewaiter: configuration absent\.yml: there is no such file\n$/],
    [["--baseline", "wrong.yml"], /^tidewaiter: wrong\.yml is no JSON report of Tidewaiter/],
  ])("2 for %j, with one sentence", (args, sentence) => {
    repository.write("wrong.yml", "failOn: high\nignore: []\n");
    const { status, stdout, stderr } = tidewaiter(["scan", ...args]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(sentence);
  });

  test("3 when something cannot be read, also with findings, unless that is allowed", () => {
    repository.write("empty.yml", "");
    const blob = repository.git("rev-parse", "HEAD:test/b.txt");
    rmSync(join(repository.folder, ".git/objects", blob.slice(0, 2), blob.slice(2)));
    const { status, stderr } = tidewaiter(["git", "--config", "empty.yml"]);
    expect(status).toBe(3);
    expect(stderr).toMatch(
      /^tidewaiter: 1 thing asked for could not be read.*1 critical\ntidewaiter: object [0-9a-f]{40}/,
    );
    expect(tidewaiter(["git", "--config", "empty.yml", "--allow-incomplete"]).status).toBe(1);
  });
});
