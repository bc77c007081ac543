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

const jsonOf = (...args: readonly string[]) => JSON.parse(tidewaiter([...args, "--format", "json"]).stdout);

describe("exit status and configuration of the command line", () => {
  beforeAll(() => {
    repository = createRepository();
    repository.commit("one", {
      "src/a.txt": `key = ${githubToken("a")}\n`,
      "test/b.txt": `key = ${githubToken("b")} # gitleaks:allow\n`,
    });
  });

  test("1 with findings, 0 when they are in the baseline, ignored, or below --fail-on", () => {
    const first = jsonOf("git");
    expect(first.findings).toHaveLength(1);
    expect(first.fingerprintKey).toEqual({ kind: "root", root: repository.git("rev-parse", "HEAD") });
    expect(tidewaiter(["git"]).status).toBe(1);
    const file = join(temporaryFolder(), "before.json");
    writeFileSync(file, JSON.stringify(first));
    const after = jsonOf("git", "--baseline", file, "--include-ignored");
    expect(after.verdict).toMatchObject({ conclusion: "pass", counts: { critical: 0 } });
    expect(after.findings.map((finding: { suppressed: { kind: string } }) => finding.suppressed.kind).sort()).toEqual([
      "baseline",
      "inline",
    ]);
    expect(tidewaiter(["git", "--only", "kubeconfig/"]).status).toBe(0);
    expect(tidewaiter(["git"], { TIDEWAITER_ONLY: "kubeconfig/" }).status).toBe(0);
  });

  test("the configuration of the repository holds, and a flag wins over it", () => {
    repository.write(
      "tidewaiter.yml",
      `
ignores: [{ path: src, reason: known }]
rules: [{ id: depot, title: Depot key, severity: low, expression: 'depot_[0-9]{6}' }]
failOn: low
`,
    );
    repository.write("c.txt", "depot_314159");
    expect(jsonOf("scan").findings).toMatchObject([{ check: "secrets/custom-depot", locations: [{ path: "c.txt" }] }]);
    expect(tidewaiter(["scan"]).status).toBe(1);
    expect(tidewaiter(["scan", "--fail-on", "medium"]).status).toBe(0);
  });

  test("2 for wrong use and wrong configuration, with one sentence", () => {
    repository.write("wrong.yml", "failOn: high\nignore: []\n");
    const wrong = tidewaiter(["scan", "--config", "wrong.yml"]);
    expect(wrong).toMatchObject({ status: 2, stdout: "" });
    expect(wrong.stderr).toMatch(/^tidewaiter: wrong\.yml:2:1: the key "ignore" is unknown \(did you mean ignores\?\)/);
    expect(tidewaiter(["scan", "--config", "absent.yml"])).toMatchObject({
      status: 2,
      stderr: "tidewaiter: configuration absent.yml: there is no such file\n",
    });
    expect(tidewaiter(["scan", "--baseline", "wrong.yml"]).status).toBe(2);
    expect(tidewaiter(["scan", "nowhere"]).status).toBe(2);
  });

  test("3 when something cannot be read, also with findings, unless that is allowed", () => {
    const empty = join(temporaryFolder(), "empty.yml");
    writeFileSync(empty, "");
    const blob = repository.git("rev-parse", "HEAD:test/b.txt");
    rmSync(join(repository.folder, ".git/objects", blob.slice(0, 2), blob.slice(2)));
    expect(tidewaiter(["git", "--config", empty])).toMatchObject({ status: 3, stderr: expect.any(String) });
    expect(tidewaiter(["git", "--config", empty, "--allow-incomplete"]).status).toBe(1);
  });
});
