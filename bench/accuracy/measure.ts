/**
 * Writes the generated corpus into a temporary folder, lets every scanner that is installed look at it, and prints tables in
 * Markdown. Usage: node bench/accuracy/measure.ts [--seed SEED] [--ours] [--only CLASS] [--misses] [--timeout SECONDS]
 * [FOLDER-OF-PROGRAMS...]
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Contender, contenders, type Run } from "./contenders.ts";
import { type Case, corpus } from "./corpus.ts";
import { classesOf, missesOf, type Tally, tallyOf } from "./score.ts";

const args = process.argv.slice(2);
const argumentOf = (option: string): string | undefined =>
  args.includes(option) ? args[args.indexOf(option) + 1] : undefined;
const seed = argumentOf("--seed") ?? "tidewaiter";
const only = argumentOf("--only");
const folders = args.filter(
  (arg, index) => !arg.startsWith("--") && !["--seed", "--only", "--timeout"].includes(args[index - 1]!),
);

const writeCorpus = (folder: string): readonly Case[] => {
  const cases = [...corpus(seed)].filter(({ class: name }) => only === undefined || name === only);
  for (const { file, content } of cases) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return cases;
};

const percent = (part: number, whole: number): string => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`);

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => "---")), ...rows.map(row), ""].join("\n");

interface Result {
  readonly contender: Contender;
  readonly run: Run;
}

const cell = (name: string, { cases, found, named, loud, nameable }: Tally): string => {
  if (name === "wrong checksum") return `${loud}`;
  if (name === "near miss") return `${loud} (${named})`;
  return `${percent(found, cases)} (${percent(named, nameable)})`;
};

const overall = (results: readonly Result[], cases: readonly Case[]): string =>
  table(
    ["class", "cases", ...results.map(({ contender }) => contender.name)],
    classesOf(cases).map(([name, some]) => [
      name,
      String(some.length),
      ...results.map(({ run }) => cell(name, tallyOf(some, run))),
    ]),
  );

const byForm = (name: string, results: readonly Result[], cases: readonly Case[]): string => {
  const forms = [...new Set(cases.map(({ form }) => form))];
  return table(
    [name, "cases", ...results.map(({ contender }) => contender.name)],
    forms.map((form) => {
      const some = cases.filter((each) => each.form === form);
      return [form, String(some.length), ...results.map(({ run }) => cell(name, tallyOf(some, run)))];
    }),
  );
};

const timeout = Number(argumentOf("--timeout") ?? "300");

/** A scanner that one file keeps busy for ever is given the corpus part by part, so that it loses no more than that part. */
const runAll = (contender: Contender, folder: string): Result => {
  const whole = contender.run(folder, timeout);
  if (!whole.failed) return { contender, run: whole };
  const parts = readdirSync(folder).map((part) => [part, contender.run(join(folder, part), 20)] as const);
  const failed = parts.filter(([, run]) => run.failed);
  console.error(`${contender.name}: ${failed.length} of ${parts.length} parts took more than 20 s`);
  const reported = parts.flatMap(([part, run]) =>
    run.reported.map((each) => ({ ...each, file: `${part}/${each.file}` })),
  );
  const seconds = parts.reduce((sum, [, run]) => sum + run.seconds, 0);
  return { contender, run: { reported, seconds, failed: false } };
};

const measure = (): void => {
  const folder = mkdtempSync(join(tmpdir(), "accuracy-corpus-"));
  try {
    const cases = writeCorpus(folder);
    const some = contenders(folders).filter(({ name }) => !args.includes("--ours") || name === "tidewaiter");
    const results = some.map((contender) => runAll(contender, folder));
    console.log(
      table(
        ["scanner", "version", "seconds"],
        results.map(({ contender: { name, version }, run }) => [
          name,
          version,
          run.failed ? "failed" : run.seconds.toFixed(1),
        ]),
      ),
    );
    console.log(overall(results, cases));
    for (const [name, some] of classesOf(cases)) if (name !== "near miss") console.log(byForm(name, results, some));
    if (args.includes("--misses"))
      for (const [each, as] of missesOf(
        cases.filter(({ class: name }) => !/miss|checksum/.test(name)),
        results[0]!.run,
      ))
        console.log(
          `miss: ${each.class}, ${each.form}, ${each.check || each.provider || "no provider"} ${each.file}: ${as || "nothing"}`,
        );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

measure();
