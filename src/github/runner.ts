import { readFileSync } from "node:fs";
import { isJsonObject } from "../json-object.ts";
import { UsageError } from "../usage-error.ts";
import type { Payload } from "./payload.ts";

/** What the runner tells about itself, checked. Paths are absolute. */
export interface Runner {
  readonly eventName: string;
  readonly payload: Payload;
  readonly sha: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly serverUrl: string;
  readonly workspace: string;
  readonly temporary: string;
  /** The page of this run. */
  readonly runUrl: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

const needed = (env: Environment, name: string): string => {
  const value = env[name];
  if (value === undefined || value === "")
    throw new UsageError(
      `${name} is not set: this program is a GitHub Action, run by a workflow; use the command line elsewhere`,
    );
  return value;
};

const readPayload = (file: string): Payload => {
  try {
    const payload: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (isJsonObject(payload)) return payload;
  } catch (cause) {
    throw new UsageError(`the event's payload ${file} could not be read: ${(cause as Error).message}`, { cause });
  }
  throw new UsageError(`the event's payload ${file} is not an object`);
};

const repositoryName = /^[\w.-]+\/[\w.-]+$/;

export const readRunner = (env: Environment): Runner => {
  const repository = needed(env, "GITHUB_REPOSITORY");
  if (!repositoryName.test(repository)) throw new UsageError("GITHUB_REPOSITORY is not of the form owner/name");
  const serverUrl = (env["GITHUB_SERVER_URL"] || "https://github.com").replace(/\/+$/, "");
  if (!URL.canParse(serverUrl)) throw new UsageError("GITHUB_SERVER_URL is not a URL");
  const run = env["GITHUB_RUN_ID"];
  return {
    eventName: needed(env, "GITHUB_EVENT_NAME"),
    payload: readPayload(needed(env, "GITHUB_EVENT_PATH")),
    sha: needed(env, "GITHUB_SHA"),
    repository,
    serverUrl,
    workspace: needed(env, "GITHUB_WORKSPACE"),
    temporary: needed(env, "RUNNER_TEMP"),
    runUrl: run === undefined || !/^\d+$/.test(run) ? undefined : `${serverUrl}/${repository}/actions/runs/${run}`,
  };
};
