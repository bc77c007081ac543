import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { type Account, accountOf } from "../explain/account.ts";
import { createDecider } from "../explain/decision.ts";
import type { Location } from "../finding.ts";
import { fileAt, textOf } from "../git/file-at.ts";
import { UsageError } from "../usage-error.ts";
import { accountText } from "./account-text.ts";
import type { Arguments } from "./arguments.ts";
import { type OpenCourt, openCourt } from "./court.ts";
import { type ReportedFinding, readReported } from "./reported.ts";
import { type NamedSubject, readSubject } from "./subjects.ts";

interface Explained {
  readonly title: string;
  readonly account: Account;
}

/** The first places of a finding say enough. */
const maxPlaces = 3;

const placeText = ({ commit, path, line }: Location): string =>
  commit === undefined ? `${path}:${line}` : `${path}:${line} in commit ${commit.slice(0, 12)}`;

const atLocation = async (location: Location, { repository, top }: OpenCourt): Promise<NamedSubject | string> => {
  const { kind, path, line, commit } = location;
  const title = placeText(location);
  if (kind === "file") {
    const onDisk = [join(top, path), path].find((candidate) => existsSync(candidate));
    if (onDisk === undefined) return `${title}: the file is not here; run it where the report was made`;
    return { ...(await readSubject(onDisk, top)), title, path: relative(top, onDisk), line };
  }
  if (kind !== "commit" || commit === undefined || repository === undefined)
    return `${title}: a ${kind} is not read again by this command`;
  const file = await fileAt(repository, commit, path);
  if (file === undefined) return `${title}: the repository has no such file`;
  return { title, path, content: Buffer.from(await textOf(repository, file)), line };
};

const subjectsOf = async ({ locations }: ReportedFinding, court: OpenCourt): Promise<readonly NamedSubject[]> => {
  const subjects: NamedSubject[] = [];
  for (const location of locations.slice(0, maxPlaces)) {
    const subject = await atLocation(location, court);
    if (typeof subject === "string") process.stderr.write(`tidewaiter: ${subject}\n`);
    else subjects.push(subject);
  }
  return subjects;
};

const explainAll = async (
  subjects: readonly NamedSubject[],
  only: readonly string[],
  court: OpenCourt,
): Promise<readonly Explained[]> => {
  const decide = await createDecider(court);
  return subjects.map((subject) => ({
    title: subject.title,
    account: accountOf(decide(subject), { only, line: subject.line }),
  }));
};

const isFingerprint = (word: string): boolean => /^[0-9a-f]{32}$/.test(word) && !existsSync(word);

/** What is asked for narrows the account, not the judgement: `--only` must not be the reason that it gives. */
const courtFor = (args: Arguments, around: string): Promise<OpenCourt> => openCourt({ ...args, only: [] }, around);

const explain = async (args: Arguments): Promise<readonly Explained[]> => {
  const [first, second, ...more] = args.paths;
  if (first === undefined)
    throw new UsageError("explain needs FILE, FILE:LINE, - for standard input, or FINGERPRINT REPORT");
  if (isFingerprint(first)) {
    if (second === undefined || more.length > 0)
      throw new UsageError(
        "explain FINGERPRINT needs the JSON report that has it: tidewaiter explain FINGERPRINT REPORT",
      );
    const finding = readReported(second, first);
    const court = await courtFor(args, ".");
    const only = args.only.length > 0 ? args.only : [finding.check];
    return explainAll(await subjectsOf(finding, court), only, court);
  }
  const court = await courtFor(args, first.replace(/:\d+$/, ""));
  const subjects: NamedSubject[] = [];
  for (const word of args.paths) subjects.push(await readSubject(word, court.top));
  return explainAll(subjects, args.only, court);
};

/** Prints explanations; `width` and colours as the terminal has them. */
export const printAccounts = (explained: readonly Explained[], { formats, color }: Arguments): void => {
  const [{ format, file }] = formats as readonly [Arguments["formats"][number]];
  if (file !== undefined || formats.length > 1 || (format !== "text" && format !== "json"))
    throw new UsageError("--format: this command writes text or json to standard output");
  if (format === "json") {
    process.stdout.write(
      `${JSON.stringify(
        explained.map(({ title, account }) => ({ title, ...account })),
        null,
        2,
      )}\n`,
    );
    return;
  }
  const wantsColor = color && process.stdout.isTTY === true && !process.env["NO_COLOR"];
  for (const { title, account } of explained)
    process.stdout.write(accountText(title, account, wantsColor, process.stdout.columns));
};

/** Runs `explain`; gives the exit status. */
export const explainCommand = async (args: Arguments): Promise<number> => {
  printAccounts(await explain(args), args);
  return 0;
};
