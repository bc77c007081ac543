import { type Option, options } from "../options.ts";

const usage = `Tidewaiter finds committed credentials and kubeconfigs.

  tidewaiter scan [PATH]     history and work tree of a repository, or the files of a folder (the default)
  tidewaiter git [PATH]      history: every object, reachable or not
  tidewaiter files PATH...   files and folders as they are; - reads standard input
  tidewaiter image IMAGE...  every layer of a container image: in a registry, an archive, an OCI layout, docker://NAME
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

export const helpText = (): string => [usage, "Options:", ...options.map(line), "", statuses, ""].join("\n");
