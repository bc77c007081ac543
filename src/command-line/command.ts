import { existsSync, statSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import type { CleanCache } from "../cache/cache-file.ts";
import type { Rule } from "../detect/rule.ts";
import type { Report } from "../finding.ts";
import { OpenError, openRepository, type Repository } from "../git/repository.ts";
import { resolveRange, resolveSince } from "../git/selection.ts";
import type { Plan, Source } from "../plan.ts";
import { compileGlob } from "../policy/glob.ts";
import { judgingFrom } from "../policy/judging.ts";
import { exitStatus } from "../policy/verdict.ts";
import { escapeTerminal } from "../report/escape-terminal.ts";
import { type Amounts, showProgress } from "../report/progress.ts";
import { render } from "../report/report.ts";
import { verdictSentence } from "../report/verdict-words.ts";
import { type Outcome, run } from "../scan.ts";
import { UsageError } from "../usage-error.ts";
import type { Arguments } from "./arguments.ts";
import { shelfAt } from "./shelf.ts";

export interface Files {
  readonly write: (file: string, text: string) => void;
}

const requirePath = (path: string): void => {
  if (path === "") throw new UsageError("an empty PATH does not exist: write . for this folder");
  if (path !== "-" && !existsSync(path)) throw new UsageError(`${path} does not exist`);
};

/** The repository around a path, or undefined when there is none and files will do. */
const repositoryAt = async (path: string, required: boolean): Promise<Repository | undefined> => {
  try {
    return await openRepository(path);
  } catch (error) {
    if (!(error instanceof OpenError) || error.failure !== "not-a-repository") throw error;
    if (required) throw new UsageError(error.message);
    return undefined;
  }
};

const isSelective = ({ staged, range, since }: Arguments): boolean =>
  staged || range !== undefined || since !== undefined;

const selection = async (repository: Repository, { staged, range, since }: Arguments): Promise<Source> => {
  if (staged) return { kind: "staged", repository };
  if (range !== undefined) return { kind: "revisions", repository, ...(await resolveRange(repository, range)) };
  if (since !== undefined) return { kind: "revisions", repository, ...(await resolveSince(repository, since)) };
  return { kind: "history", repository };
};

/** Images are no files of the repository around the working directory, but its Dockerfiles may have made them. */
const imagesOf = async ({ paths: names, platforms }: Arguments): Promise<readonly Source[]> => {
  for (const name of names) if (/^[./\\]/.test(name)) requirePath(name);
  const repository = await repositoryAt(".", false).catch(() => undefined);
  return [{ kind: "images", names, platforms, repository, dockerfiles: repository?.folder ?? "." }];
};

const sourcesOf = async (args: Arguments): Promise<readonly Source[]> => {
  if (args.command === "image") return imagesOf(args);
  for (const path of args.paths) requirePath(path);
  if (args.command === "files") return [{ kind: "files", paths: args.paths }];
  const path = args.paths[0]!;
  const repository = await repositoryAt(path, args.command === "git" || isSelective(args));
  // The folder's own configuration judges, so paths are shown relative to it: absolute, it is not part of them.
  if (repository === undefined)
    return [{ kind: "files", paths: [statSync(path).isDirectory() ? resolve(path) : path] }];
  const history = await selection(repository, args);
  return args.command === "scan" && history.kind === "history"
    ? [history, { kind: "work-tree", repository }]
    : [history];
};

/** The folder whose configuration judges: the repository's, or the one that is scanned. */
const topOf = ([source]: readonly Source[], { command, paths }: Arguments): string => {
  const repository = source === undefined || source.kind === "files" ? undefined : source.repository;
  if (repository !== undefined) return repository.folder;
  return command !== "scan" || !statSync(paths[0]!).isDirectory() ? "." : paths[0]!;
};

/** Images that the configuration lists belong to a scan of everything. */
const configuredImages = async (
  sources: readonly Source[],
  images: readonly string[],
  args: Arguments,
): Promise<readonly Source[]> => {
  if (args.command !== "scan" || isSelective(args) || images.length === 0) return [];
  const { expandImages } = await import("../image/expand.ts");
  const folder = topOf(sources, args);
  const [first] = sources;
  const repository = first === undefined || first.kind === "files" ? undefined : first.repository;
  const names = await expandImages(images, relative("", folder) || ".", compileGlob);
  // a configuration that the user names is the user's word
  const foreign = args.config === undefined ? names : [];
  return [{ kind: "images", names, foreign, platforms: args.platforms, repository, dockerfiles: folder }];
};

const maxReasons = 5;

/** Why the exit status is not 0. */
const reasonsFor = (report: Report): readonly string[] => {
  if (report.verdict.conclusion === "pass") return [];
  const missing = report.verdict.conclusion === "incomplete" ? report.coverage.missing : [];
  const rest = missing.length - maxReasons;
  return [
    verdictSentence(report),
    ...missing.slice(0, maxReasons).map(({ what, reason }) => `${what}: ${reason}`),
    ...(rest > 0 ? [`and ${rest} more, which the report lists`] : []),
  ];
};

const sourceWords: Readonly<Record<Source["kind"], string>> = {
  history: "the history",
  revisions: "commits",
  staged: "what is staged",
  "work-tree": "the work tree",
  files: "files",
  images: "images",
};

const wordsFor = (sources: readonly Source[]): string => sources.map(({ kind }) => sourceWords[kind]).join(" and ");

/** On terminals that know colours, unless somebody said no (https://no-color.org). */
const wantsColor = ({ color }: Arguments): boolean =>
  color && process.stdout.isTTY === true && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb";

/** Tells before a long scan that a report would have no place to go. */
const requireFolders = ({ formats }: Arguments): void => {
  for (const { file } of formats)
    if (file !== undefined && !existsSync(dirname(file)))
      throw new UsageError(`--format: the folder of ${file} does not exist`);
};

const writeReport = (files: Files, file: string, text: string): void => {
  try {
    files.write(file, text);
  } catch (error) {
    throw new UsageError(`--format: ${file} cannot be written: ${(error as Error).message}`, { cause: error });
  }
};

const printReports = async (args: Arguments, files: Files, { report, vault }: Outcome): Promise<void> => {
  for (const { format, file } of args.formats) {
    const text = await render(format, report, {
      color: file === undefined && wantsColor(args),
      quiet: args.quiet,
      width: file === undefined ? process.stdout.columns : undefined,
      reveal: args.showSecrets ? vault.reveal : undefined,
    });
    if (file === undefined) process.stdout.write(text);
    else writeReport(files, file, text);
  }
  for (const line of reasonsFor(report)) process.stderr.write(`tidewaiter: ${escapeTerminal(line)}\n`);
};

const cacheAt = async (file: string, customRules: readonly Rule[]): Promise<CleanCache> => {
  if (!existsSync(dirname(file))) throw new UsageError(`--cache: the folder of ${file} does not exist`);
  const [{ openCache, rulesName }, { engine }] = await Promise.all([
    import("../cache/cache-file.ts"),
    import("../engine.ts"),
  ]);
  const warn = (text: string): void => void process.stderr.write(`tidewaiter: ${escapeTerminal(text)}\n`);
  return openCache(file, rulesName(engine(), customRules), warn);
};

/** Runs scan, git or files, prints the reports and gives the exit status. */
export const scanCommand = async (args: Arguments, files: Files, signal?: AbortSignal): Promise<number> => {
  requireFolders(args);
  const given = await sourcesOf(args);
  const shelf = shelfAt(topOf(given, args));
  const { policy, customRules, endpoints, images } = await judgingFrom(shelf, { ...args, from: "flag" }, process.env);
  const [source] = given;
  if (args.verifyEngine && source?.kind === "history")
    return (await import("./engine-command.ts")).engineCommand(source.repository, customRules, args.jobs, signal);
  const sources = [...given, ...(await configuredImages(given, images, args))];
  const cache = args.cache === undefined ? undefined : await cacheAt(args.cache, customRules);
  let amounts: (() => Amounts) | undefined;
  const plan: Plan = {
    sources,
    policy,
    customRules,
    key: process.env["TIDEWAITER_KEY"] || undefined,
    lineHashes: args.formats.some(({ format }) => format === "sarif"),
    fetchMissing: args.fetchMissing,
    leavesClosed: args.noArchives,
    watch: (read) => {
      amounts = read;
    },
    ...(args.verify ? { verification: { endpoints } } : {}),
    ...(cache === undefined ? {} : { cache }),
    ...(args.jobs === undefined ? {} : { jobs: args.jobs }),
    ...(signal === undefined ? {} : { signal }),
  };
  const progress = { quiet: args.quiet, environment: process.env, amounts: () => amounts?.() };
  const stopProgress = showProgress(process.stderr, wordsFor(sources), progress);
  const outcome = await run(plan).finally(stopProgress);
  await printReports(args, files, outcome);
  return exitStatus(outcome.report.verdict);
};
