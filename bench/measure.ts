import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Seconds and megabytes of one run, as GNU time reports them. */
export interface Cost {
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
}

export interface Contender {
  readonly name: string;
  /** A shell command. */
  readonly command: string;
}

const scratch = mkdtempSync(join(tmpdir(), "tidewaiter-bench-"));

/** A contender that takes longer is stopped, and not started again. */
const patience = 120;

const runOnce = (command: string): Cost => {
  const file = join(scratch, "cost");
  const args = [
    "-o",
    file,
    "-f",
    "%e %U %S %M",
    "timeout",
    String(patience),
    "bash",
    "-c",
    `${command} >/dev/null 2>${join(scratch, "stderr")}`,
  ];
  spawnSync("/usr/bin/time", args, { stdio: "ignore" });
  const [wall, user, system, kilobytes] = readFileSync(file, "utf8").trim().split("\n").at(-1)!.split(" ").map(Number);
  return { wall: wall!, cpu: user! + system!, memory: kilobytes! / 1024 };
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/** Runs contenders in turn, `rounds` times, so that what else the machine does hits all alike; gives medians. */
export const compare = (contenders: readonly Contender[], rounds: number): ReadonlyMap<string, Cost> => {
  const runs = new Map<string, Cost[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const { name, command } of contenders)
      if ((runs.get(name)!.at(-1)?.wall ?? 0) < patience) runs.get(name)!.push(runOnce(command));
  return new Map(
    [...runs].map(([name, costs]) => [
      name,
      {
        wall: median(costs.map(({ wall }) => wall)),
        cpu: median(costs.map(({ cpu }) => cpu)),
        memory: median(costs.map(({ memory }) => memory)),
      },
    ]),
  );
};

/** A Markdown table of costs, with wall time as a multiple of the first contender's. */
export const table = (title: string, costs: ReadonlyMap<string, Cost>): string => {
  const [first] = [...costs.values()];
  const rows = [...costs].map(
    ([name, { wall, cpu, memory }]) =>
      `| ${name}${wall >= patience ? " (stopped)" : ""} | ${wall.toFixed(2)} | ${cpu.toFixed(2)} | ${memory.toFixed(0)} | ${(wall / first!.wall).toFixed(2)} |`,
  );
  return [
    `### ${title}`,
    "| command | wall s | CPU s | memory MB | wall ÷ first |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
};
