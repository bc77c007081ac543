/**
 * Lets every scanner that is installed look at the packages that `fetch.ts` brought, and prints how much each reports of code in
 * which little is to be found. Usage: node bench/accuracy/negatives.ts PACKAGES [--ours] [--list] [--budget SECONDS]
 * [FOLDER-OF-PROGRAMS...]
 */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Contender, contenders, type Reported } from "./contenders.ts";

interface Package {
  readonly name: string;
  readonly folder: string;
  readonly bytes: number;
}

const args = process.argv.slice(2);
const flagValue = (flag: string): string | undefined =>
  args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined;
const [root, ...folders] = args.filter((arg, index) => !arg.startsWith("--") && args[index - 1] !== "--budget");
const budget = Number(flagValue("--budget") ?? "600");

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);

/** Spread over registries and sizes, so that a scanner whose budget ends early has seen a bit of each. */
const packages = (): readonly Package[] => {
  const all = ["npm", "pypi", "go"].flatMap((registry) =>
    readdirSync(join(root!, registry))
      .filter((name) => !name.endsWith(".partial"))
      .map((name) => ({ name, folder: join(root!, registry, name) })),
  );
  const order = (name: string) => [...name].reduce((hash, c) => (hash * 31 + c.charCodeAt(0)) >>> 0, 7);
  return all.map((each) => ({ ...each, bytes: sizeOf(each.folder) })).sort((a, b) => order(a.name) - order(b.name));
};

interface Seen extends Reported {
  readonly package: string;
}

interface Total {
  readonly contender: Contender;
  readonly packages: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly failed: number;
  readonly places: readonly Seen[];
}

const isLoud = ({ severity }: Reported): boolean => severity === undefined || !["info", "low"].includes(severity);

/** One place a line: a scanner with two names for a value reports it once. */
const distinct = (reported: readonly Seen[]): readonly Seen[] => [
  ...new Map(reported.map((each) => [`${each.file}:${each.line}`, each])).values(),
];

const runOver = (contender: Contender, all: readonly Package[]): Total => {
  const places: Seen[] = [];
  let [bytes, seconds, failed, count] = [0, 0, 0, 0];
  for (const each of all) {
    if (seconds >= budget) break;
    const run = contender.run(each.folder, Math.max(60, budget - seconds));
    seconds += run.seconds;
    count++;
    if (run.failed) failed++;
    else bytes += each.bytes;
    places.push(...distinct(run.reported.filter(isLoud).map((one) => ({ ...one, package: each.name }))));
  }
  return { contender, packages: count, bytes, seconds, failed, places };
};

/** Kinds of files in which silence is expected. */
const quiet: Readonly<Record<string, RegExp>> = {
  "lock files":
    /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|poetry\.lock|uv\.lock|Pipfile\.lock|Cargo\.lock|go\.sum|composer\.lock|Gemfile\.lock)$/,
  "minified and maps": /\.min\.(?:js|css)$|\.map$|chunk[^/]*\.js$/,
  notebooks: /\.ipynb$/,
  translations: /(?:^|\/)(?:locales?|i18n|lang|translations|LC_MESSAGES)\/|\.(?:po|pot|mo|xlf|ftl)$/,
  SVG: /\.svg$/,
  certificates: /\.(?:pem|crt|cer|csr|der)$/,
};

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;

const table = (totals: readonly Total[]): string => {
  const kinds = Object.keys(quiet);
  const head = ["scanner", "packages", "MB", "places", "per 50 MB", "MB/s", ...kinds, "in private keys"];
  const rows = totals.map(({ contender, packages: count, bytes, seconds, failed, places }) => [
    contender.name,
    failed === 0 ? count : `${count} (${failed} failed)`,
    (bytes / 1e6).toFixed(0),
    places.length,
    ((places.length * 50e6) / bytes).toFixed(1),
    (bytes / 1e6 / seconds).toFixed(1),
    ...kinds.map((kind) => places.filter(({ file }) => quiet[kind]!.test(file)).length),
    places.filter(({ rule }) => /private.?key|kingfisher\.pem/i.test(rule)).length,
  ]);
  return [row(head), row(head.map(() => "---")), ...rows.map(row), ""].join("\n");
};

const all = packages();
const some = contenders(folders).filter(({ name }) => !args.includes("--ours") || name === "tidewaiter");
const totals: Total[] = [];
for (const contender of some) {
  totals.push(runOver(contender, all));
  console.error(`${contender.name}: ${totals.at(-1)!.places.length} places in ${totals.at(-1)!.seconds.toFixed(0)} s`);
}
console.log(table(totals));
if (args.includes("--list"))
  for (const { rule, severity, package: name, file, line } of totals[0]!.places)
    console.log(`${rule} ${severity} ${name} ${file}:${line}`);
