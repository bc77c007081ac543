import { posix } from "node:path";
import { fileAt, textOf } from "../git/file-at.ts";
import type { Repository } from "../git/repository.ts";
import { maxBaseline } from "../policy/baseline.ts";
import { type Judging, judgingFrom, type Request, type Shelf } from "../policy/judging.ts";
import { maxConfiguration } from "../policy/yaml-document.ts";
import { UsageError } from "../usage-error.ts";
import type { Inputs } from "./inputs.ts";

/** What judges the findings, and what is to be said about it. */
export interface JudgingOfChange extends Pick<Judging, "policy" | "customRules" | "images"> {
  readonly notes: readonly string[];
}

/** Where the files that judge come from, and the commit that may try to alter them. */
export interface Bench {
  readonly store: Repository;
  /** Full id of the commit that a change cannot touch. */
  readonly judgedBy: string;
  readonly head: string;
}

const fromTop = (path: string, input: string): string => {
  const normal = posix.normalize(path);
  if (normal.startsWith("../") || normal === ".." || posix.isAbsolute(normal))
    throw new UsageError(`input ${input}: ${path} is not below the repository's top folder`);
  return normal;
};

/** The files of the commit that judges. Every path counts from the top, whoever names it. */
const shelfOf = ({ store, judgedBy }: Bench): Shelf => {
  const read = async (path: string, most: number): Promise<string | undefined> => {
    const file = await fileAt(store, judgedBy, path);
    if (file === undefined) return undefined;
    if (file.size > most)
      throw new UsageError(`${path}: its ${file.size} bytes are more than the ${most} that are read`);
    return textOf(store, file);
  };
  const named: Shelf["named"] = async (path, what) => {
    const [input, most] = what === "baseline" ? ["baseline", maxBaseline] : ["config", maxConfiguration];
    const text = await read(fromTop(path, input), most);
    if (text !== undefined) return text;
    throw new UsageError(`${what} ${path}: commit ${judgedBy.slice(0, 12)}, which judges, has no such file`);
  };
  return { inRepository: (path) => read(path, maxConfiguration), named };
};

/** A change cannot excuse itself, and whoever reviews it should know that it tried. */
const attempts = async ({ store, judgedBy, head }: Bench, paths: readonly string[]): Promise<readonly string[]> => {
  const notes: string[] = [];
  for (const path of new Set(paths)) {
    const [before, after] = [await fileAt(store, judgedBy, path), await fileAt(store, head, path)];
    if (before?.id === after?.id) continue;
    const deed = before === undefined ? "adds" : after === undefined ? "removes" : "alters";
    notes.push(`This change ${deed} ${path}. It was judged by what the base has, so that it cannot excuse itself.`);
  }
  return notes;
};

const requestOf = ({ failOn, minProof, only, baseline, config, includeIgnored, allowIncomplete }: Inputs): Request => ({
  from: "input",
  failOn,
  minProof,
  only,
  baseline,
  config,
  includeIgnored: includeIgnored ?? false,
  allowIncomplete: allowIncomplete ?? false,
});

/** Inputs win over the environment, that over the configuration of the commit that judges. Rejects with a UsageError. */
export const judgingOf = async (
  bench: Bench,
  inputs: Inputs,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<JudgingOfChange> => {
  const { policy, customRules, images, files } = await judgingFrom(shelfOf(bench), requestOf(inputs), environment);
  const paths = files.map((path) => posix.normalize(path));
  const notes = bench.judgedBy === bench.head ? [] : await attempts(bench, paths);
  return { policy, customRules, images, notes };
};
