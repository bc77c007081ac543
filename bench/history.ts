// Whole histories and a range of twenty commits: node bench/history.ts ROUNDS REPOSITORY...; WITHOUT=gitleaks,kingfisher leaves contenders out,
// ARCHIVES=off leaves archives closed (gitleaks and betterleaks open none in histories anyway).
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Contender, compare, table } from "./measure.ts";

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const output = join(tmpdir(), "tidewaiter-bench-report.json");

const installed = (program: string): boolean => spawnSync("which", [program]).status === 0;
const without = (process.env["WITHOUT"] ?? "").split(",");
const present = (contenders: readonly Contender[]): readonly Contender[] =>
  contenders
    .filter(({ name }) => !without.includes(name))
    .filter(({ name }) => !["gitleaks", "betterleaks", "kingfisher"].includes(name) || installed(name));

const [ours, kingfishers] = process.env["ARCHIVES"] === "off" ? ["--no-archives", "--no-extract-archives"] : ["", ""];

const wholeHistory = (repository: string): readonly Contender[] => [
  { name: "git cat-file", command: `git -C ${repository} cat-file --batch-all-objects --batch --unordered --buffer` },
  { name: "tidewaiter", command: `node ${cli} git ${repository} ${ours} --format json=${output} --quiet` },
  { name: "gitleaks", command: `gitleaks git --no-banner --exit-code 0 -l error -f json -r ${output} ${repository}` },
  { name: "betterleaks", command: `betterleaks git --no-banner --silent --exit-code 0 -o ${output} ${repository}` },
  {
    name: "kingfisher",
    command: `kingfisher scan ${repository} ${kingfishers} --no-validate --no-update-check --quiet --format json`,
  },
];

const git = (repository: string, ...args: string[]): string =>
  spawnSync("git", ["-C", repository, ...args], { encoding: "utf8" }).stdout.trim();

const twentyCommits = (repository: string): readonly Contender[] => {
  const tip = git(repository, "rev-parse", "HEAD");
  const base = git(repository, "rev-list", "--first-parent", "-1", "--skip=20", "HEAD");
  return [
    {
      name: "gitleaks",
      command: `gitleaks git --no-banner --exit-code 0 -l error --log-opts=${base}..${tip} ${repository}`,
    },
    {
      name: "tidewaiter",
      command: `node ${cli} git ${repository} --range ${base}..${tip} --format json=${output} --quiet`,
    },
  ];
};

const [rounds, ...repositories] = process.argv.slice(2);
for (const repository of repositories) {
  const name = basename(repository);
  process.stdout.write(
    `${table(`${name}, whole history`, compare(present(wholeHistory(repository)), Number(rounds)))}\n`,
  );
  process.stdout.write(
    `${table(`${name}, twenty commits`, compare(present(twentyCommits(repository)), Number(rounds)))}\n`,
  );
}
