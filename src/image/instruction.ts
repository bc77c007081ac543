/** What made a layer or a setting, told as a Dockerfile would. */
export interface Instruction {
  /** In capitals: `RUN`, `COPY`. */
  readonly verb: string;
  readonly rest: string;
}

const nop = /^(?:\/bin\/sh -c|powershell [^#]{0,200}?|cmd \/S \/C)\s{1,20}#\(nop\)\s*/;
/** With its options, up to the command: `/bin/bash -o pipefail -c `. */
const shell = /^(?:[^\s=]*\/)?(?:(?:ba|da|a|z|k)?sh(?:\s+-[A-Za-z]+(?:\s+pipefail)?)+|cmd \/S \/C)\s+/;
const verbs =
  /^(ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)\s+/;

/** `|2 NAME=value OTHER=value /bin/sh -c …`: build arguments stand before the command, their values unquoted. */
const isWithArguments = /^\|\d+\s/;
const command = /\s(?:[^\s=]*\/)?(?:(?:ba|da|a|z|k)?sh(?:\s+-\S+)+|cmd(?:\.exe)?\s+\/S\s+\/C|powershell\S*)\s/;

/** A command that cannot be told from the build arguments before it. */
export const untold = "…";

interface Arguments {
  /** `NAME=value …`, as they are. */
  readonly values: string;
  readonly rest: string;
}

/** Parts build arguments from the command; a command without a shell cannot be told from them. */
const partArguments = (text: string): Arguments => {
  if (!isWithArguments.test(text)) return { values: "", rest: text };
  const at = command.exec(text)?.index ?? text.length;
  return { values: text.slice(0, at), rest: text.slice(at).trim() };
};

/** Enough of a command to know it by; what is hostile is longer. */
const maxRead = 8192;

/** Reads `created_by` as BuildKit, the classic builder, buildah and kaniko write it. */
export const instructionOf = (createdBy: string): Instruction | undefined => {
  const text = createdBy
    .slice(0, maxRead)
    .trim()
    .replace(/ # buildkit$/, "");
  const plain = text.replace(nop, "");
  const [, verb] = verbs.exec(plain) ?? [];
  if (verb !== undefined && verb !== "RUN") return { verb, rest: plain.slice(verb.length).trim() };
  const { values, rest } = partArguments(plain.replace(/^RUN\s+/, ""));
  const run = rest.replace(shell, "").trim() || (values === "" ? "" : untold);
  return run === "" || nop.test(text) ? undefined : { verb: "RUN", rest: run };
};

/** Instructions that give names values. */
const settings = ["ARG", "ENV", "LABEL"];

const value = /=(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"']*)/g;

const withoutValues = ({ verb, rest }: Instruction): string => {
  if (!settings.includes(verb)) return rest;
  return /^[^\s=]+\s/.test(rest) && !/^[^\s=]+=/.test(rest)
    ? rest.replace(/^(\S+)\s.*$/s, "$1 …")
    : rest.replace(value, "=…");
};

/** The classic builder and buildah name what they copied by its hash. */
const contentHash = /\b(dir|file|multi):[0-9a-f]{64}\b/g;

const maxShown = 160;

/** An instruction as reports show it: in one line, without the values of settings and build arguments, and without secrets. */
export const shownInstruction = (createdBy: string, secrets: readonly string[]): string | undefined => {
  const instruction = instructionOf(createdBy);
  if (instruction === undefined) return undefined;
  let text = withoutValues(instruction).replace(contentHash, "$1");
  for (const secret of secrets) if (secret !== "") text = text.replaceAll(secret, "…");
  const line = `${instruction.verb} ${text.replace(/\s+/g, " ")}`;
  return line.length > maxShown ? `${line.slice(0, maxShown - 1)}…` : line;
};

/** The name of the setting or build argument whose value holds an offset. */
export const nameAt = (createdBy: string, offset: number): string | undefined => {
  const before = createdBy.slice(Math.max(0, offset - 4096), offset);
  return /(?:^|\s)([A-Za-z_][\w.-]{0,199})=\S*$/.exec(before)?.[1];
};
