import { existsSync, statSync } from "node:fs";
import type { Report } from "../finding.ts";
import { OpenError, openRepository, type Repository } from "../git/repository.ts";
import { resolveRange, resolveSince } from "../git/selection.ts";
import type { Plan, Source } from "../plan.ts";
import { judgingFrom } from "../policy/judging.ts";
import { exitStatus } from "../policy/verdict.ts";
import { escapeTerminal } from "../report/escape-terminal.ts";
import { render } from "../report/report.ts";
import { verdictSentence } from "../report/verdict-words.ts";
import { run } from "../scan.ts";
import { UsageError } from "../usage-error.ts";
import type { Arguments } from "./arguments.ts";
import { shelfAt } from "./shelf.ts";

export interface Files {
  readonly write: (file: string, text: string) => void;
}

const requirePath = (path: string): void => {
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

const sourcesOf = async (args: Arguments): Promise<readonly Source[]> => {
  for (const path of args.paths) requirePath(path);
  if (args.command === "files") return [{ kind: "files", paths: args.paths }];
  const path = args.paths[0]!;
  const repository = await repositoryAt(path, args.command === "git" || isSelective(args));
  if (repository === undefined) return [{ kind: "files", paths: [path] }];
  const history = await selection(repository, args);
  return args.command === "scan" && history.kind === "history"
    ? [history, { kind: "work-tree", repository }]
    : [history];
};

/** The folder whose configuration judges: the repository's, or the one that is scanned. */
const topOf = ([source]: readonly Source[], { command, paths }: Arguments): string => {
  if (source !== undefined && source.kind !== "files") return source.repository.folder;
  return command === "files" || !statSync(paths[0]!).isDirectory() ? "." : paths[0]!;
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

/** Runs scan, git or files, prints the reports and gives the exit status. */
export const scanCommand = async (args: Arguments, files: Files, signal?: AbortSignal): Promise<number> => {
  const sources = await sourcesOf(args);
  const shelf = shelfAt(topOf(sources, args));
  const { policy, customRules } = await judgingFrom(shelf, { ...args, from: "flag" }, process.env);
  const plan: Plan = {
    sources,
    policy,
    customRules,
    key: process.env["TIDEWAITER_KEY"] || undefined,
    lineHashes: args.formats.some(({ format }) => format === "sarif"),
    ...(args.jobs === undefined ? {} : { jobs: args.jobs }),
    ...(signal === undefined ? {} : { signal }),
  };
  const { report, vault } = await run(plan);
  for (const { format, file } of args.formats) {
    const text = await render(format, report, {
      color: args.color && process.stdout.isTTY === true && file === undefined,
      quiet: args.quiet,
      width: file === undefined ? process.stdout.columns : undefined,
      reveal: args.showSecrets ? vault.reveal : undefined,
    });
    if (file === undefined) process.stdout.write(text);
    else files.write(file, text);
  }
  for (const line of reasonsFor(report)) process.stderr.write(`tidewaiter: ${escapeTerminal(line)}\n`);
  return exitStatus(report.verdict);
};
