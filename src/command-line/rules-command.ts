import type { Rule } from "../detect/rule.ts";
import { accountOf } from "../explain/account.ts";
import { createDecider } from "../explain/decision.ts";
import { closest } from "../policy/closest.ts";
import { UsageError } from "../usage-error.ts";
import type { Arguments } from "./arguments.ts";
import { openCourt } from "./court.ts";
import { printAccounts } from "./explain-command.ts";
import { rulesTable, ruleText, ruleValue } from "./rule-text.ts";
import { knownServices, servicesTable } from "./service-text.ts";
import { readSubject } from "./subjects.ts";

const wantsJson = ({ formats }: Arguments): boolean => {
  const [first] = formats;
  if (formats.length > 1 || first?.file !== undefined || (first?.format !== "text" && first?.format !== "json"))
    throw new UsageError("--format: rules writes text or json to standard output");
  return first.format === "json";
};

const print = (text: string): number => {
  process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
  return 0;
};

const list = async (args: Arguments): Promise<number> => {
  const { rules } = await openCourt(args, "-");
  const shown = rules.filter(({ id }) => args.only.length === 0 || args.only.some((prefix) => id.startsWith(prefix)));
  return print(wantsJson(args) ? JSON.stringify(shown.map(ruleValue), null, 2) : rulesTable(shown));
};

const services = (args: Arguments): number => {
  const shown = knownServices().filter(
    ({ checks }) =>
      args.only.length === 0 || args.only.some((prefix) => checks.startsWith(prefix) || prefix.startsWith(checks)),
  );
  return print(wantsJson(args) ? JSON.stringify(shown, null, 2) : servicesTable(shown));
};

/** `github-oauth-token` will do for `secrets/github-oauth-token`. */
const ruleCalled = (rules: readonly Rule[], id: string): Rule => {
  const rule = rules.find((known) => known.id === id || known.id === `secrets/${id}`);
  if (rule !== undefined) return rule;
  const known = rules.map((each) => each.id);
  const meant = closest(id.includes("/") ? id : `secrets/${id}`, known);
  throw new UsageError(
    `no rule is called ${JSON.stringify(id)}${meant === undefined ? ": tidewaiter rules list names them" : ` (did you mean ${meant}?)`}`,
  );
};

const show = async (args: Arguments, [id, ...more]: readonly string[]): Promise<number> => {
  if (id === undefined || more.length > 0) throw new UsageError("rules show needs one ID");
  const rule = ruleCalled((await openCourt(args, "-")).rules, id);
  return print(wantsJson(args) ? JSON.stringify(ruleValue(rule), null, 2) : ruleText(rule));
};

const test = async (args: Arguments, [id, ...words]: readonly string[]): Promise<number> => {
  if (id === undefined) throw new UsageError("rules test needs an ID and FILE..., or - for standard input");
  const court = await openCourt({ ...args, only: [] }, words[0] ?? "-");
  const rule = ruleCalled(court.rules, id);
  const decide = await createDecider({ ...court, rules: [rule], parsers: [] });
  const explained = [];
  for (const word of words.length === 0 ? ["-"] : words) {
    const subject = await readSubject(word, court.top);
    explained.push({
      title: `${subject.title}: ${rule.id}`,
      account: accountOf(decide(subject), { only: [], line: subject.line }),
    });
  }
  printAccounts(explained, args);
  return 0;
};

/** Runs `rules list`, `services`, `show`, `test` or `import`; gives the exit status. */
export const rulesCommand = async (args: Arguments): Promise<number> => {
  const [word, ...rest] = args.paths;
  switch (word) {
    case "list":
    case undefined:
      if (rest.length > 0) throw new UsageError("rules list takes no words: narrow it with --only");
      return list(args);
    case "services":
      if (rest.length > 0) throw new UsageError("rules services takes no words: narrow it with --only");
      return services(args);
    case "show":
      return show(args, rest);
    case "test":
      return test(args, rest);
    case "import":
      return (await import("./import-rules.ts")).importRules(rest);
    default:
      throw new UsageError(
        `there is no command ${JSON.stringify(`rules ${word}`)}: use list, services, show, test or import`,
      );
  }
};
