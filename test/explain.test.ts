import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { cli } from "./built.ts";
import { createRepository, githubToken, type TestRepository, temporaryFolder } from "./repositories.ts";

const token = githubToken("explained");
const damaged = `${token.slice(0, -2)}zz`;

let repository: TestRepository;

const tidewaiter = (args: readonly string[], input = "") => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--no-warnings", cli, ...args], {
    cwd: repository.folder,
    encoding: "utf8",
    input,
    env: { PATH: process.env["PATH"], GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
  });
  return { status, stdout, stderr };
};

interface Account {
  readonly title: string;
  readonly silent: readonly string[];
  readonly rules: readonly {
    readonly check: string;
    readonly within: readonly string[];
    readonly attempts: readonly (readonly { readonly name: string; readonly said: string }[])[];
  }[];
}

const accounts = (args: readonly string[], input = ""): readonly Account[] =>
  JSON.parse(tidewaiter([...args, "--format", "json"], input).stdout);

/** What one check's first attempt said, by step. */
const stepsOf = ([account]: readonly Account[], check: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    account!.rules.find((rule) => rule.check === check)!.attempts[0]!.map(({ name, said }) => [name, said]),
  );

const check = "secrets/github-personal-access-token";

/** One start of the program for all files. */
let explained: ReadonlyMap<string, Account>;

const files = {
  "a.txt": `\n\nkey = ${token}\n`,
  "b.txt": `key = ${token} # gitleaks:allow\n`,
};

const untracked = {
  "damaged.txt": damaged,
  "filler.txt": "https://u:changeme123@db.internal/",
  "generic.txt": `token = "${token}"\n`,
  "base64.txt": Buffer.from(`the key is ${token} today`).toString("base64"),
};

const account = (name: string): readonly Account[] => [explained.get(name)!];

beforeAll(() => {
  repository = createRepository();
  repository.commit("one", files);
  for (const [name, text] of Object.entries(untracked)) writeFileSync(join(repository.folder, name), text);
  const words = [...Object.keys(files), ...Object.keys(untracked), "a.txt:1"];
  explained = new Map(accounts(["explain", ...words]).map((each) => [each.title, each]));
});

describe("explain", () => {
  test("says what was reported and prints no secret", () => {
    const { status, stdout } = tidewaiter(["explain", "a.txt:3", "--only", "secrets/github"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/anchors +"ghp_" at 3:7/);
    expect(stdout).toMatch(/result +reported as \S+: critical, proven\n +fingerprint +[0-9a-f]{32}/);
    expect(stdout).not.toContain("secrets/generic");
    expect(stdout).not.toContain(token.slice(4, 12));
    expect(JSON.stringify([...explained.values()])).not.toContain(token.slice(4, 12));
  });

  test("says why something was not: a wrong checksum, a comment, a filler, a stronger rule", () => {
    expect(stepsOf(account("damaged.txt"), check)).toMatchObject({
      proof: expect.stringContaining("crc32-base62 fails, so it is lowered to info"),
      result: expect.stringMatching(/^reported as \S+: info/),
    });
    expect(stepsOf(account("b.txt"), check)).toMatchObject({
      ignored: "inline, gitleaks:allow",
      result: "found, and does not count",
    });
    expect(stepsOf(account("filler.txt"), "secrets/url-password")).toMatchObject({ result: "not reported" });
    expect(stepsOf(account("generic.txt"), "secrets/generic-api-key")).toMatchObject({
      overlap: expect.stringContaining(check),
    });
  });

  test("looks into what is encoded", () => {
    const rule = account("base64.txt")[0]!.rules.find((each) => each.check === check)!;
    expect(rule.within).toEqual([expect.stringMatching(/^base64 at 1:/)]);
    expect(rule.attempts[0]!.at(-2)!.said).toMatch(/^reported as \S+: critical/);
  });

  test("narrows to a line", () => {
    expect(account("a.txt:1")[0]!.rules).toEqual([]);
  });

  test("takes a fingerprint of a report, in commits and files", () => {
    const file = join(temporaryFolder(), "report.json");
    tidewaiter(["git", "--format", `json=${file}`]);
    const [{ fingerprint }] = JSON.parse(readFileSync(file, "utf8")).findings;
    const found = accounts(["explain", fingerprint, file]);
    expect(found.map(({ title }) => title)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^a\.txt:3 in commit [0-9a-f]{12}$/)]),
    );
    expect(stepsOf(found, check)["fingerprint"]).toBe(fingerprint);
    const unknown = tidewaiter(["explain", "0".repeat(32), file]);
    expect([unknown.status, unknown.stderr]).toEqual([
      2,
      expect.stringContaining("has no finding with the fingerprint"),
    ]);
  });
});

describe("rules", () => {
  test("list names the configuration's rules too, narrowed by --only", () => {
    repository.write(
      "tidewaiter.yml",
      "rules: [{ id: depot, title: Depot key, severity: low, expression: 'depot_[0-9]{6}' }]\n",
    );
    expect(tidewaiter(["rules", "list", "--only", "secrets/custom"]).stdout).toMatch(
      /^secrets\/custom-depot +low +structural +Depot key\n1 rules/,
    );
    const ids = JSON.parse(tidewaiter(["rules", "list", "--format", "json"]).stdout).map(
      ({ check: id }: { check: string }) => id,
    );
    expect(ids).toEqual(expect.arrayContaining([check, "secrets/custom-depot"]));
  });

  test("services lists who is known by the words beside a key", () => {
    expect(tidewaiter(["rules", "services", "--only", "secrets/mailgun"]).stdout).toMatch(
      /^secrets\/mailgun- +\w+ +Mailgun: .*mailgun/,
    );
  });

  test("show tells what a rule looks for; a misspelt one says which was meant", () => {
    expect(tidewaiter(["rules", "show", "github-personal-access-token"]).stdout).toMatch(/anchors +"ghp_"/);
    const { status, stderr } = tidewaiter(["rules", "show", "github-personal-acces-token"]);
    expect([status, stderr]).toEqual([2, expect.stringContaining(`did you mean ${check}?`)]);
  });

  test("test runs one rule alone", () => {
    writeFileSync(join(repository.folder, "c.txt"), "depot_314159\n");
    expect(tidewaiter(["rules", "test", "custom-depot", "c.txt"]).stdout).toMatch(
      /result +reported as \S+: low, structural/,
    );
    expect(tidewaiter(["rules", "test", "custom-depot", "-"], "nothing").stdout).toContain(
      "No anchor of a rule stands here.",
    );
  });

  test("import prints a configuration and says on standard error what it left, with lines", () => {
    writeFileSync(
      join(repository.folder, "g.toml"),
      "[[rules]]\nid = \"x\"\nregex = '''xy_[0-9]{5}'''\npath = '''a'''\n",
    );
    const { status, stdout, stderr } = tidewaiter(["rules", "import", "g.toml"]);
    expect([status, stderr]).toEqual([
      0,
      expect.stringMatching(
        /^g\.toml:4: rule "x": path was not taken.*\ntidewaiter: 1 rules and 0 ignores taken, 1 remarks\n$/,
      ),
    ]);
    expect(stdout).toContain("expression: xy_[0-9]{5}");
  });

  test.each([
    [["rules", "frobnicate"], /use list, services, show, test or import/],
    [["explain"], /explain needs FILE/],
    [["explain", "absent.txt"], /absent\.txt does not exist/],
    [["rules", "list", "--format", "sarif"], /text or json/],
    [["rules", "list", "--jobs", "2"], /--jobs belongs to/],
  ])("2 for %j", (args, sentence) => {
    const { status, stderr } = tidewaiter(args);
    expect([status, stderr]).toEqual([2, expect.stringMatching(sentence)]);
  });
});
