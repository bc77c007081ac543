import { parseArgs } from "node:util";
import { type Proof, proofs, type Severity, severities } from "../finding.ts";
import { type Command, commands, type Format, formats, type Option, oneOf, options, splitList } from "../options.ts";
import { closest } from "../policy/closest.ts";
import { UsageError } from "../usage-error.ts";

export interface FormatRequest {
  readonly format: Format;
  /** Undefined for standard output. */
  readonly file: string | undefined;
}

/** A command line as it was typed, checked for form; absent options are undefined, so that others may set them. */
export interface Arguments {
  readonly command: Command;
  /** Of `rules` and `explain`: their words. */
  readonly paths: readonly string[];
  readonly formats: readonly FormatRequest[];
  readonly config: string | undefined;
  readonly baseline: string | undefined;
  readonly failOn: Severity | undefined;
  readonly minProof: Proof | undefined;
  readonly only: readonly string[];
  readonly range: string | undefined;
  /** Of images; all when empty. */
  readonly platforms: readonly string[];
  /** Threads; as many as pay when absent. */
  readonly jobs: number | undefined;
  readonly staged: boolean;
  readonly since: string | undefined;
  /** Where clean objects are remembered; undefined with `--no-cache` too. */
  readonly cache: string | undefined;
  readonly verify: boolean;
  readonly fetchMissing: boolean;
  readonly noArchives: boolean;
  readonly verifyEngine: boolean;
  readonly showSecrets: boolean;
  readonly includeIgnored: boolean;
  readonly allowIncomplete: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
}

export interface Asked {
  readonly help: boolean;
  /** The command that help is asked about; undefined: all of them. */
  readonly about?: Command | undefined;
  readonly version: boolean;
  readonly arguments: Arguments | undefined;
}

const planned = ["verify", "posture", "sweep", "init"];

type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** What node says about a wrong option, with the option that was meant. */
const flagProblem = ({ message }: Error): string => {
  const sentence = message.replace(/\. To specify a positional.*/s, "");
  const unknown = /^Unknown option '--?([^']+)'/.exec(sentence)?.[1];
  if (unknown === undefined) return sentence;
  const meant = closest(
    unknown,
    options.map(({ name }) => name),
  );
  return `${sentence}${meant === undefined ? "" : ` (did you mean --${meant}?)`}: tidewaiter --help lists them all`;
};

const parseFlags = (argv: readonly string[]): { values: Values; positionals: string[] } => {
  const table = Object.fromEntries(
    options.map((option: Option) => [
      option.name,
      {
        type: option.type,
        ...(option.multiple === undefined ? {} : { multiple: option.multiple }),
        ...(option.short === undefined ? {} : { short: option.short }),
      },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: table,
      allowPositionals: true,
      strict: true,
    });
    return { values: values as Values, positionals };
  } catch (error) {
    throw new UsageError(flagProblem(error as Error), { cause: error });
  }
};

const commandOf = (word: string | undefined): Command => {
  if (word === undefined) return "scan";
  const command = commands.find((known) => known === word);
  if (command !== undefined) return command;
  if (planned.includes(word)) throw new UsageError(`the command ${word} is not part of this version`);
  const path = /[./\\~]/.test(word) ? `; to scan that path: tidewaiter scan ${word}` : "";
  throw new UsageError(`there is no command ${JSON.stringify(word)}: use one of ${commands.join(", ")}${path}`);
};

const aboutOf = (words: readonly string[]): Command | undefined => {
  if (words.length > 2) throw new UsageError("help takes one command: tidewaiter help COMMAND");
  return words.length === 2 ? commandOf(words[1]) : undefined;
};

const parseFormat = (text: string): FormatRequest => {
  const at = text.indexOf("=");
  const format = oneOf("--format", at === -1 ? text : text.slice(0, at), formats)!;
  const file = at === -1 ? undefined : text.slice(at + 1);
  if (file === "") throw new UsageError(`--format ${format}=: a file name is missing`);
  return { format, file };
};

const parseFormats = (texts: readonly string[]): readonly FormatRequest[] => {
  const requests = texts.map(parseFormat);
  const onOutput = requests.filter(({ file }) => file === undefined);
  if (onOutput.length > 1)
    throw new UsageError(
      "one format at most may take standard output: write the others to files, as in --format sarif=FILE",
    );
  return onOutput.length === 1 ? requests : [{ format: "text", file: undefined }, ...requests];
};

const checkCommandOptions = (command: Command, values: Values): void => {
  for (const option of options as readonly Option[])
    if (values[option.name] !== undefined && option.commands !== undefined && !option.commands.includes(command))
      throw new UsageError(`--${option.name} belongs to ${option.commands.join(" and ")}, not to ${command}`);
  if (values["verify-engine"] === true && ["range", "staged", "since"].some((name) => values[name] !== undefined))
    throw new UsageError("--verify-engine compares the whole history");
  const selections = ["range", "staged", "since"].filter((name) => values[name] !== undefined);
  if (selections.length > 1) throw new UsageError(`--${selections.join(" and --")} exclude each other`);
};

/** Of the form `os/architecture` or `os/architecture/variant`; a misspelt one would read nothing. */
const checkPlatforms = (platforms: readonly string[]): readonly string[] => {
  const wrong = platforms.find((platform) => !/^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/.test(platform));
  if (wrong !== undefined)
    throw new UsageError(`--platform: ${JSON.stringify(wrong)} is no platform such as linux/arm64`);
  return platforms;
};

/** Commands whose words are not one PATH. */
const wordy: readonly Command[] = ["files", "image", "rules", "explain"];

const checkPaths = (command: Command, paths: readonly string[]): void => {
  if (command === "files" && paths.length === 0)
    throw new UsageError("files needs at least one PATH, or - for standard input");
  if (command === "image" && paths.length === 0)
    throw new UsageError("image needs at least one image: an archive, a layout or a name in a registry");
  if (!wordy.includes(command) && paths.length > 1)
    throw new UsageError(`${command} takes one PATH, not ${paths.length}`);
};

/** Parses a command line. Throws a UsageError for what is not one. */
export const parseArguments = (argv: readonly string[]): Asked => {
  const { values, positionals } = parseFlags(argv);
  const help = values["help"] === true;
  const version = values["version"] === true;
  if (positionals[0] === "help")
    return { help: true, about: aboutOf(positionals), version: false, arguments: undefined };
  if (help || version) return { help, version, arguments: undefined };
  const command = commandOf(positionals[0]);
  const paths = positionals.slice(1);
  checkPaths(command, paths);
  checkCommandOptions(command, values);
  const text = (name: string) => values[name] as string | undefined;
  const list = (name: string) => (values[name] ?? []) as readonly string[];
  const jobs = text("jobs");
  if (jobs !== undefined && !/^[1-9]\d{0,3}$/.test(jobs))
    throw new UsageError(`--jobs: ${JSON.stringify(jobs)} is not a number of threads`);
  return {
    help,
    version,
    arguments: {
      command,
      paths: wordy.includes(command) || paths.length > 0 ? paths : ["."],
      formats: parseFormats(list("format")),
      config: text("config"),
      baseline: text("baseline"),
      failOn: oneOf("--fail-on", text("fail-on"), severities),
      minProof: oneOf("--min-proof", text("min-proof"), proofs),
      only: splitList(list("only")),
      platforms: checkPlatforms(splitList(list("platform"))),
      jobs: jobs === undefined ? undefined : Number(jobs),
      range: text("range"),
      staged: values["staged"] === true,
      since: text("since"),
      cache: values["no-cache"] === true ? undefined : text("cache"),
      verify: values["verify"] === true,
      fetchMissing: values["fetch-missing"] === true,
      noArchives: values["no-archives"] === true,
      verifyEngine: values["verify-engine"] === true,
      showSecrets: values["show-secrets"] === true,
      includeIgnored: values["include-ignored"] === true,
      allowIncomplete: values["allow-incomplete"] === true,
      quiet: values["quiet"] === true,
      color: values["no-color"] !== true,
    },
  };
};
