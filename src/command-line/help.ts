import { type Command, type Option, options } from "../options.ts";

const usage = `Tidewaiter finds committed credentials and kubeconfigs.

  tidewaiter scan [PATH]     history and work tree of a repository, or the files of a folder (the default)
  tidewaiter git [PATH]      history: every object, reachable or not
  tidewaiter files PATH...   files and folders as they are; - reads standard input
  tidewaiter image IMAGE...  every layer of a container image: in a registry, an archive, an OCI layout, docker://NAME
  tidewaiter rules list      the rules, those of the configuration too; narrowed by --only
  tidewaiter rules services  the services whose keys are known by the words beside them
  tidewaiter rules show ID   what a rule looks for and what it is worth
  tidewaiter rules test ID FILE...    what one rule makes of files, step by step; - reads standard input
  tidewaiter rules import FILE        turns a configuration of gitleaks or betterleaks into ours
  tidewaiter explain FILE[:LINE]...   why something in a file is reported or not; - reads standard input
  tidewaiter explain FINGERPRINT REPORT   the same for a finding of a JSON report
  tidewaiter help [COMMAND]  this text, or what concerns one command
`;

const flagOf = ({ name, short, value }: Option): string =>
  `${short === undefined ? "    " : `-${short}, `}--${name}${value === undefined ? "" : ` ${value}`}`;

const line = (option: Option): string => {
  const notes = [
    option.choices === undefined ? "" : ` One of ${option.choices.join(", ")}.`,
    option.default === undefined ? "" : ` Default: ${option.default}.`,
  ];
  return `  ${flagOf(option).padEnd(30)} ${option.meaning}${notes.join("")}`;
};

const statuses = `Exit status: 0 nothing that counts, 1 findings, 2 wrong use or configuration, 3 something could not be read.`;

const usageOf = (command: Command): string =>
  usage
    .split("\n")
    .filter((text) => text.startsWith(`  tidewaiter ${command} `))
    .join("\n");

/** What all commands do, or one of them with the options that it takes. */
export const helpText = (about?: Command): string => {
  const taken = options.filter(({ commands }: Option) => about === undefined || (commands?.includes(about) ?? true));
  const head = about === undefined ? usage : `${usageOf(about)}\n`;
  return [head, "Options:", ...taken.map(line), "", statuses, ""].join("\n");
};
