/**
 * How well secrets are told from what only looks like them, in lines as developers write them: `labelled.txt`, each line judged by hand
 * before anything was tuned on it. Values are drawn, none is written. Usage: node bench/accuracy/labelled.ts [--other | --third | --fourth | --fifth | --sixth] [--seed SEED] [--list]
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fill } from "../../test/tokens.ts";
import { contenders } from "./contenders.ts";
import { withWords } from "./words.ts";

interface Line {
  readonly file: string;
  readonly holds: boolean;
  readonly template: string;
  readonly content: string;
}

const words =
  "harbour|buffalo|snowball|liverpool|orchid|citrus|pepper|falcon|walnut|thunder|marigold|hedgehog|lantern|pumpkin";

/**
 * What stands for `«NAME»` (other marks hold a template of their own): passwords as people choose them, and keys as services and generators make them; from `X2` on, passwords as
 * whoever shares a data set leaves them, each letter and digit drawn anew.
 */
const values: Readonly<Record<string, string>> = {
  L: `{one-of:${words}}{one-of:blend|light|house|rock|bear|fish}`,
  W: `{one-of:${words}}{digits:3}`,
  C: "{one-of:Harbour|Winter|Orchid|Falcon|Acme|Lantern}{digits:2}{one-of:@|!|#|*}{digits:2}",
  M: "{base62:6}{one-of:!|#|%}{base62:4}{one-of:@|*|+}{base62:5}",
  N: "{digits:7}",
  R: "{base62:16}",
  R8: "{base62:8}",
  K: "{base62:32}",
  B: "{base64:43}=",
  H: "{hex:32}",
  H40: "{hex:40}",
  H64: "{hex:64}",
  HU32: "{HEX:32}",
  HU64: "{HEX:64}",
  X: "{lower:8}",
  Y: "{letters:10}",
  Z: "{lower-digits:9}",
  D2: "{digits:2}",
  BASIC: "{to-base64:{lower:6}:{base62:14}}",
  ...Object.fromEntries([2, 3, 4, 5, 6, 7, 9, 10, 12, 13].map((length) => [`X${length}`, `{lower:${length}}`])),
  ...Object.fromEntries([1, 3, 4, 5, 6].map((length) => [`D${length}`, `{digits:${length}}`])),
  X8: "{lower:8}",
  CM5: "{lower:2}{upper:1}{lower:2}",
  CM7: "{upper:1}{lower:3}{upper:1}{lower:2}",
  CM10: "{upper:1}{lower:4}{upper:1}{lower:4}",
  L1: "{lower:6}{digits:1}",
  LD6: "{lower:4}{digits:2}",
  LD8: "{lower:2}{digits:6}",
  UD8: "{upper:5}{digits:3}",
  DLDL: "{digits:1}{lower:1}{digits:1}{lower:1}{digits:1}{lower:1}",
  SN: "{lower:5}_{lower:6}",
  SN3: "{lower:4}_{lower:2}_{lower:6}",
  UCI: "{upper:1}{lower:4}_{upper:1}{lower:5}{digits:1}",
  PHR: "{lower:3}$ {digits:1}{lower:1} {lower:1}{upper:1}{lower:6}",
  R14: "{base62:14}",
  K14: "{lower-digits:14}",
  U16: "{upper-digits:16}",
  UUID: "{uuid}",
  B64LONG: "{to-base64:{hex:128}}",
};

const args = process.argv.slice(2);
const other = ["other", "third", "fourth", "fifth", "sixth"].find((each) => args.includes(`--${each}`));
const list = other === undefined ? "labelled.txt" : `labelled-${other}.txt`;
const seed = args.includes("--seed") ? args[args.indexOf("--seed") + 1]! : "labelled";

const drawn = (template: string): string =>
  template
    .replaceAll("⏎", "\n")
    .replace(
      /«([^»]+)»/g,
      (_, name: string, at: number) => fill(values[name] ?? withWords(name), `${seed} ${template} ${at}`).text,
    );

const readLines = (): readonly Line[] => {
  let file = "";
  return readFileSync(new URL(list, import.meta.url), "utf8")
    .split("\n")
    .flatMap((line): readonly Line[] => {
      if (line.startsWith("@ ")) file = line.slice(2);
      if (!/^[+-] /.test(line)) return [];
      const template = line.slice(2);
      return [{ file, holds: line.startsWith("+"), template, content: `\n${drawn(template)}\n` }];
    });
};

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

const measure = (): void => {
  const root = mkdtempSync(join(tmpdir(), "labelled-"));
  try {
    const lines = readLines();
    lines.forEach(({ file, content }, number) => {
      const path = join(root, `c${number}`, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    });
    for (const contender of contenders(args.filter((arg) => arg.startsWith("/")))) {
      const { reported } = contender.run(root, 300);
      for (const [name, floor] of [
        ["low and above", ["info"]],
        ["medium and above", ["info", "low"]],
      ] as const) {
        const found = new Map(
          reported
            .filter(({ severity }) => !floor.some((each) => each === severity))
            .map((each) => [Number(/^c(\d+)\//.exec(each.file)?.[1]), each]),
        );
        const told = lines.map((line, number) => ({ ...line, found: found.get(number) }));
        const hits = told.filter(({ holds, found: one }) => holds && one !== undefined).length;
        const alarms = told.filter(({ holds, found: one }) => !holds && one !== undefined);
        const misses = told.filter(({ holds, found: one }) => holds && one === undefined);
        const f1 = (2 * hits) / (2 * hits + alarms.length + misses.length);
        const [recall, precision] = [percent(hits, hits + misses.length), percent(hits, hits + alarms.length)];
        console.log(`| ${contender.name} | ${name} | ${lines.length} | ${recall} | ${precision} | ${f1.toFixed(3)} |`);
        if (!args.includes("--list") || contender.name !== "tidewaiter") continue;
        for (const { file, content } of misses) console.log(`  miss  ${file}: ${content.trim()}`);
        for (const { file, content, found: one } of alarms)
          console.log(`  false ${file}: ${content.trim()}  <- ${one!.rule} ${one!.severity}`);
      }
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};

measure();
