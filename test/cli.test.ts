import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { cli } from "./built.ts";
import { createRepository, githubToken, type TestRepository, temporaryFolder } from "./repositories.ts";

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

  test("--verify-engine says in one line what was compared", () => {
    const { status, stdout, stderr } = tidewaiter(["git", "--verify-engine", "--jobs", "1"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^compared .* 6 objects read through git .*: no difference\n$/);
    expect(tidewaiter(["git", "--verify-engine", "--staged"]).status).toBe(2);
    expect(tidewaiter(["scan", "--verify-engine"]).status).toBe(2);
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
    [
      ["--only", "secrets/githb-oauth-token"],
      /^tidewaiter: only: no check is called .* \(did you mean secrets\/github-oauth-token\?\)\n$/,
    ],
    [
      ["--fail-no", "high"],
      /^tidewaiter: Unknown option '--fail-no' \(did you mean --fail-on\?\): tidewaiter --help lists them all\n$/,
    ],
    [["--format", "json=absent/a.json"], /^tidewaiter: --format: the folder of absent\/a\.json does not exist\n$/],
    [[""], /^tidewaiter: an empty PATH does not exist: write \. for this folder\n$/],
  ])("2 for %j, with one sentence", (args, sentence) => {
    repository.write("wrong.yml", "failOn: high\nignore: []\n");
    const { status, stdout, stderr } = tidewaiter(["scan", ...args]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(sentence);
  });

  test("files shows what is below a folder as the folder was given, so that ignores by path hold; scan from its top", () => {
    const places = (...args: readonly string[]) =>
      reportOf(...args, "--config", "empty.yml", "--only", "secrets/github").report.findings[0].locations.map(
        ({ path }: { path: string }) => path,
      );
    repository.write("empty.yml", "");
    expect(places("files", "./src/")).toEqual(["src/a.txt"]);
    expect(places("files", "src", "src/a.txt", ".").sort()).toEqual(["src/a.txt"]);
    expect(places("files", join(repository.folder, "src"))).toEqual(["a.txt"]);
    expect(tidewaiter(["files", "src"]).status).toBe(0);
    const folder = temporaryFolder();
    writeFileSync(join(folder, "a.txt"), githubToken("a"));
    expect(places("scan", folder)).toEqual(["a.txt"]);
  });

  test("scan is the default, and a path in place of a command says so", () => {
    expect(tidewaiter(["-q"]).stdout).toBe(tidewaiter(["scan", "-q"]).stdout);
    expect(tidewaiter(["-q"]).stdout).toContain("c.txt:1:1");
    const { status, stderr } = tidewaiter(["./src"]);
    expect([status, stderr]).toEqual([
      2,
      'tidewaiter: there is no command "./src": use one of scan, git, files, image, rules, explain; to scan that path: tidewaiter scan ./src\n',
    ]);
  });

  test("help says what --help says, or what concerns one command", () => {
    expect(tidewaiter(["help"]).stdout).toBe(tidewaiter(["--help"]).stdout);
    const { status, stdout } = tidewaiter(["help", "image"]);
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^ {2}tidewaiter image IMAGE.*\n\nOptions:\n/)]);
    expect(stdout).toContain("--platform");
    expect(stdout).not.toContain("--staged");
    expect(tidewaiter(["help", "verify"])).toMatchObject({ status: 2, stdout: "" });
    expect(tidewaiter(["help", "git", "image"])).toMatchObject({ status: 2, stdout: "" });
  });

  test("a report that cannot be written is said in one sentence, not as a fault of ours", () => {
    const { status, stderr } = tidewaiter(["scan", "--format", "json=src"]);
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/^tidewaiter: --format: src cannot be written: EISDIR.*\n$/),
    ]);
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
