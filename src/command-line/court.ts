import { dirname } from "node:path";
import { rules } from "#patterns";
import { documentParsers } from "../documents/registry.ts";
import type { Court } from "../explain/decision.ts";
import { oldestRoot } from "../git/oldest-root.ts";
import { openRepository, type Repository } from "../git/repository.ts";
import { kubeconfigParser } from "../kubeconfig/parser.ts";
import { judgingFrom } from "../policy/judging.ts";
import type { Arguments } from "./arguments.ts";
import { shelfAt } from "./shelf.ts";

/** What explains and judges: all rules, and the policy of the folder around a file. */
export interface OpenCourt extends Court {
  readonly repository: Repository | undefined;
  /** The folder whose configuration judges. */
  readonly top: string;
}

const repositoryAround = async (word: string): Promise<Repository | undefined> => {
  try {
    return await openRepository(word === "-" ? "." : dirname(word));
  } catch {
    return undefined; // without history files are judged by the working folder's configuration
  }
};

export const openCourt = async (args: Arguments, around: string): Promise<OpenCourt> => {
  const repository = await repositoryAround(around);
  const top = repository?.folder ?? ".";
  const { policy, customRules } = await judgingFrom(shelfAt(top), { ...args, from: "flag" }, process.env);
  const root = repository === undefined ? undefined : await oldestRoot(repository);
  return {
    rules: [...rules, ...customRules],
    parsers: [kubeconfigParser, ...documentParsers],
    policy,
    key: process.env["TIDEWAITER_KEY"] || policy.baseline?.root || root,
    repository,
    top,
  };
};
