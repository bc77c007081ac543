import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { isAbsolute, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Report } from "../../src/finding.ts";

/** One place that a scanner reports. */
export interface Reported {
  /** Relative to the folder that was scanned. */
  readonly file: string;
  readonly line: number;
  /** Where the scanner tells it. */
  readonly endLine?: number;
  /** The scanner's own name of what it found. */
  readonly rule: string;
  /** Ours have one; others report what they hold to be worth it. */
  readonly severity?: string;
  /** What `rule` names may be a description; the provider as the scanner calls it. */
  readonly provider?: string;
}

export interface Run {
  readonly reported: readonly Reported[];
  readonly seconds: number;
  /** Whether it was stopped for taking too long, or ended without a report. */
  readonly failed: boolean;
}

export interface Contender {
  readonly name: string;
  readonly version: string;
  readonly run: (folder: string, timeout: number) => Run;
}

interface Spec {
  readonly name: string;
  /** Where its program is looked for, beside PATH. */
  readonly program: string;
  readonly versionArgs: readonly string[];
  readonly args: (folder: string, output: string) => readonly string[];
  /** Whether the report comes on standard output. */
  readonly onOutput?: boolean;
  /** Scanners that take names relative to where they run. */
  readonly inFolder?: boolean;
  readonly read: (text: string) => readonly Reported[];
}

const cli = fileURLToPath(new URL("../../src/cli.ts", import.meta.url));

type Json = Readonly<Record<string, unknown>>;

const objects = (value: unknown): readonly Json[] => (Array.isArray(value) ? (value as Json[]) : []);

/** Distinct places of our findings: a scanner that joins repetitions must not look better for it. */
const readOurs = (text: string): readonly Reported[] =>
  (JSON.parse(text) as Report).findings.flatMap(({ check, severity, facts, locations }) =>
    locations.map(({ path, line, endLine }) => ({
      file: path,
      line,
      endLine,
      rule: check,
      severity,
      provider: String(facts["service"] ?? facts["provider"] ?? ""),
    })),
  );

const readGitleaks = (text: string): readonly Reported[] =>
  objects(JSON.parse(text || "[]")).map((each) => ({
    file: String(each["File"]),
    line: Number(each["StartLine"]),
    endLine: Number(each["EndLine"]),
    rule: String(each["RuleID"]),
  }));

const readBetterleaks = (text: string): readonly Reported[] =>
  objects((JSON.parse(text || "{}") as Json)["findings"]).map((each) => {
    const { path, start_line: line, end_line: endLine } = each["location"] as Json;
    return { file: String(path), line: Number(line), endLine: Number(endLine), rule: String(each["rule_id"]) };
  });

const readKingfisher = (text: string): readonly Reported[] =>
  text
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .flatMap((line): readonly Json[] => {
      const value = JSON.parse(line) as Json;
      return "findings" in value ? objects(value["findings"]) : [value];
    })
    .filter((each) => "finding" in each)
    .map((each) => {
      const { path, line } = each["finding"] as Json;
      return { file: String(path), line: Number(line), rule: String((each["rule"] as Json)["id"]) };
    });

const readDetectSecrets = (text: string): readonly Reported[] =>
  Object.entries((JSON.parse(text) as { results: Json }).results).flatMap(([file, found]) =>
    objects(found).map((each) => ({ file, line: Number(each["line_number"]), rule: String(each["type"]) })),
  );

const readSecretlint = (text: string): readonly Reported[] =>
  objects(JSON.parse(text || "[]")).flatMap((each) =>
    objects(each["messages"]).map((message) => ({
      file: String(each["filePath"]),
      line: Number(((message["loc"] as Json)["start"] as Json)["line"]),
      rule: String(message["ruleId"]),
    })),
  );

const preset = JSON.stringify({ rules: [{ id: "@secretlint/secretlint-rule-preset-recommend" }] });

const specs: readonly Spec[] = [
  {
    name: "tidewaiter",
    program: process.execPath,
    versionArgs: [cli, "--version"],
    args: (_, output) => [cli, "files", ".", "--quiet", "--allow-incomplete", "--format", `json=${output}`],
    inFolder: true,
    read: readOurs,
  },
  {
    name: "gitleaks",
    program: "gitleaks",
    versionArgs: ["version"],
    args: (folder, output) => [
      "dir",
      folder,
      "--no-banner",
      "--exit-code",
      "0",
      "-l",
      "error",
      "--max-archive-depth",
      "8",
      "-f",
      "json",
      "-r",
      output,
    ],
    read: readGitleaks,
  },
  {
    name: "betterleaks",
    program: "betterleaks",
    versionArgs: ["--version"],
    args: (folder, output) => [folder, "--exit-code", "0", "-l", "error", "-o", `${output}.json`],
    read: readBetterleaks,
  },
  {
    name: "kingfisher",
    program: "kingfisher",
    versionArgs: ["--version"],
    args: (folder, output) => [
      "scan",
      folder,
      "--no-validate",
      "--no-update-check",
      "--quiet",
      "--format",
      "jsonl",
      "-o",
      output,
    ],
    read: readKingfisher,
  },
  {
    name: "detect-secrets",
    program: "detect-secrets",
    versionArgs: ["--version"],
    args: () => ["scan", "--all-files", "--no-verify", "."],
    onOutput: true,
    inFolder: true,
    read: readDetectSecrets,
  },
  {
    name: "secretlint",
    program: "secretlint",
    versionArgs: ["--version"],
    args: (_, output) => ["**/*", "--format", "json", "--output", output, "--secretlintrcJSON", preset],
    inFolder: true,
    read: readSecretlint,
  },
];

const programOf = (program: string, folders: readonly string[]): string | undefined =>
  isAbsolute(program) ? program : folders.map((folder) => join(folder, program)).find((path) => existsSync(path));

const within = (folder: string, file: string): string =>
  isAbsolute(file) ? relative(folder, file) : file.replace(/^\.\//, "");

const runOnce = (spec: Spec, program: string, folder: string, timeout: number): Run => {
  const scratch = mkdtempSync(join(tmpdir(), "accuracy-"));
  const output = join(scratch, "report");
  const before = performance.now();
  const { stdout, status, error } = spawnSync(program, spec.args(folder, output), {
    encoding: "utf8",
    timeout: Math.round(timeout * 1000),
    killSignal: "SIGKILL",
    maxBuffer: 1 << 30,
    env: { ...process.env, NODE_NO_WARNINGS: "1" },
    ...(spec.inFolder === true ? { cwd: folder } : {}),
  });
  const seconds = (performance.now() - before) / 1000;
  try {
    const written = [output, `${output}.json`].find((path) => existsSync(path));
    const text = spec.onOutput === true ? stdout : written === undefined ? "" : readFileSync(written, "utf8");
    if (error !== undefined || status === null) return { reported: [], seconds, failed: true };
    const reported = spec.read(text).map((each) => ({ ...each, file: within(folder, each.file) }));
    return { reported, seconds, failed: false };
  } catch (problem) {
    console.error(`${spec.name} in ${folder}: ${(problem as Error).message.slice(0, 100)}`);
    return { reported: [], seconds, failed: true };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
};

/** The scanners that are installed in PATH or the folders. */
export const contenders = (folders: readonly string[]): readonly Contender[] => {
  const places = [...folders, ...(process.env["PATH"] ?? "").split(":")];
  return specs.flatMap((spec) => {
    const program = programOf(spec.program, places);
    if (program === undefined) return [];
    const { stdout, stderr } = spawnSync(program, spec.versionArgs, { encoding: "utf8" });
    const version = /\d+\.\d+[\w.-]*/.exec(`${stdout}${stderr}`)?.[0] ?? "8 (latest by go install)";
    return [
      { name: spec.name, version, run: (folder: string, timeout: number) => runOnce(spec, program, folder, timeout) },
    ];
  });
};
