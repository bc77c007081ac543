/**
 * How well secrets are told from what only looks like them, in lines that were judged by hand before anything was tuned on them. Two
 * lists are ours (`labelled.txt`, and `labelled-other.txt` with --other): each line is filled with drawn values and scanned alone. The
 * others point at lines of public repositories, which are read whole from where they were fetched to, and of which nothing is printed.
 * Usage: node bench/accuracy/labelled.ts [--other | (--fourth | --fifth | --sixth) --mirrors FOLDER] [--seed SEED] [--list] [FOLDER-OF-PROGRAMS...]
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { contenders } from "./contenders.ts";
import type { LabelledLine, Write } from "./labelled-line.ts";
import { writePointedTo } from "./labelled-pointers.ts";
import { type LabelledScore, scoreOf } from "./labelled-score.ts";
import { writeTemplates } from "./labelled-templates.ts";

const flag = { type: "boolean", default: false } as const;
const { values: options, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    other: flag,
    fourth: flag,
    fifth: flag,
    sixth: flag,
    list: flag,
    mirrors: { type: "string" },
    seed: { type: "string", default: "labelled" },
  },
});
const pointing = (["fourth", "fifth", "sixth"] as const).find((name) => options[name]);
if (pointing === "fifth" && options.list) throw new Error("the fifth list is a hold-out: nobody who tunes may see it");

const writeLines = (write: Write): readonly LabelledLine[] => {
  if (pointing === undefined)
    return writeTemplates(
      new URL(options.other ? "labelled-other.txt" : "labelled.txt", import.meta.url),
      options.seed,
      write,
    );
  if (options.mirrors === undefined) throw new Error("--mirrors FOLDER: where the list's repositories were fetched to");
  const { lines, unread } = writePointedTo(
    new URL(`labelled-${pointing}.tsv`, import.meta.url),
    options.mirrors,
    write,
  );
  const missing = new Set(unread.map(({ repository }) => repository));
  if (unread.length > 0) console.error(`${unread.length} lines cannot be read: ${[...missing].join(", ")}`);
  return lines;
};

const percent = (part: number, whole: number): string => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`);

const cells = ({ hits, misses, alarms, beside }: LabelledScore, lines: number): readonly string[] => {
  const f1 = (2 * hits) / (2 * hits + alarms.length + misses.length);
  const noise = ((100 * beside) / lines).toFixed(0);
  return [percent(hits, hits + misses.length), percent(hits, hits + alarms.length), f1.toFixed(3), noise];
};

const printLines = ({ misses, alarms }: LabelledScore): void => {
  for (const { line } of misses) console.log(`  miss  ${line.name}`);
  for (const { line, found } of alarms) console.log(`  false ${line.name}  <- ${found!.rule} ${found!.severity}`);
};

const floors = { "low and above": ["info"], "medium and above": ["info", "low"] } as const;

const measure = (): void => {
  const root = mkdtempSync(join(tmpdir(), "labelled-"));
  try {
    const lines = writeLines((file, content) => {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), content);
    });
    console.log("| scanner | severities | lines | recall | precision | F1 | reported beside them per 100 lines |");
    for (const contender of contenders(folders)) {
      const { reported, failed } = contender.run(root, 300);
      for (const [name, hidden] of Object.entries(floors)) {
        const some = reported.filter(({ severity }) => !hidden.some((each) => each === severity));
        const score = scoreOf(lines, some);
        const row = failed ? ["failed"] : [String(lines.length), ...cells(score, lines.length)];
        console.log(`| ${[contender.name, name, ...row].join(" | ")} |`);
        if (options.list && contender.name === "tidewaiter") printLines(score);
      }
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};

measure();
