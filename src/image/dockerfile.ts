import type { Instruction } from "./instruction.ts";

/** An instruction and where it stands; lines count from 1, both inclusive. */
export interface PlacedInstruction extends Instruction {
  readonly line: number;
  readonly endLine: number;
}

export interface Stage {
  /** As FROM has it: an image, or the name of an earlier stage. */
  readonly from: string;
  /** In lower case: names of stages have no case. */
  readonly name: string | undefined;
  readonly instructions: readonly PlacedInstruction[];
}

export interface Dockerfile {
  readonly path: string;
  readonly stages: readonly Stage[];
}

const maxLines = 20_000;

const directive = /^#\s*escape\s*=\s*([\\`])\s*$/i;
const comment = /^\s*#/;
const heredoc = /<<-?\s*(["']?)([A-Za-z_]\w*)\1/g;

/** The character that continues a line: a backslash, unless a directive at the top says otherwise. */
const escapeOf = (lines: readonly string[]): string => {
  for (const line of lines) {
    if (!line.startsWith("#")) break;
    const mark = directive.exec(line)?.[1];
    if (mark !== undefined) return mark;
  }
  return "\\";
};

interface Raw {
  readonly text: string;
  readonly line: number;
  readonly endLine: number;
}

/** Joins continued lines, without comments between them. */
const joinLines = (lines: readonly string[], start: number, mark: string): Raw => {
  const parts: string[] = [];
  let at = start;
  for (; at < lines.length; at++) {
    const line = lines[at]!;
    if (at > start && (comment.test(line) || line.trim() === "")) continue;
    const isContinued = line.trimEnd().endsWith(mark);
    parts.push(isContinued ? line.trimEnd().slice(0, -1) : line);
    if (!isContinued) break;
  }
  return { text: parts.join(""), line: start + 1, endLine: Math.min(at, lines.length - 1) + 1 };
};

/** The line after the here-documents of an instruction. */
const afterHeredocs = (lines: readonly string[], { text, endLine }: Raw): number => {
  if (!/^\s*(?:RUN|COPY|ADD)\s/i.test(text)) return endLine;
  let at = endLine;
  for (const [, , end] of text.matchAll(heredoc)) {
    while (at < lines.length && lines[at]!.trim() !== end) at++;
    at++;
  }
  return Math.min(at, lines.length);
};

function* rawInstructions(text: string): Generator<Raw> {
  const lines = text.split(/\r?\n/, maxLines);
  const mark = escapeOf(lines);
  for (let at = 0; at < lines.length; ) {
    if (lines[at]!.trim() === "" || comment.test(lines[at]!)) at++;
    else {
      const raw = joinLines(lines, at, mark);
      const endLine = afterHeredocs(lines, raw);
      yield { ...raw, endLine };
      at = endLine;
    }
  }
}

const stageOf = (rest: string): Stage => {
  const words = rest.split(/\s+/).filter((word) => !word.startsWith("--"));
  const name = words[1]?.toLowerCase() === "as" ? words[2]?.toLowerCase() : undefined;
  return { from: words[0] ?? "", name, instructions: [] };
};

/** Reads a Dockerfile as far as its history can tell of it (docs.docker.com/reference/dockerfile). */
export const parseDockerfile = (path: string, text: string): Dockerfile => {
  const stages: (Stage & { readonly instructions: PlacedInstruction[] })[] = [];
  for (const { text: raw, line, endLine } of rawInstructions(text)) {
    const [, word = "", rest = ""] = /^\s*([A-Za-z]+)\s+(.*)$/s.exec(raw) ?? [];
    const verb = word.toUpperCase();
    if (verb === "FROM") stages.push({ ...stageOf(rest.trim()), instructions: [] });
    else stages.at(-1)?.instructions.push({ verb, rest: rest.trim(), line, endLine });
  }
  return { path, stages };
};

/** What made an image, when a stage was the last of a build: the image that it began with, and all instructions since. */
export interface Chain {
  readonly base: string;
  readonly instructions: readonly PlacedInstruction[];
}

export const chainOf = ({ stages }: Dockerfile, target: number): Chain => {
  let instructions: readonly PlacedInstruction[] = [];
  let at = target;
  for (;;) {
    const stage = stages[at]!;
    instructions = [...stage.instructions, ...instructions];
    const parent = stages.findLastIndex(({ name }, i) => i < at && name === stage.from.toLowerCase());
    if (parent === -1) return { base: stage.from, instructions };
    at = parent;
  }
};
