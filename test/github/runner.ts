import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { action } from "../built.ts";
import { temporaryFolder } from "../repositories.ts";
import { type Double, token } from "./double.ts";

export interface Job {
  readonly double: Double;
  readonly event: string;
  readonly payload: unknown;
  readonly sha: string;
  readonly workspace: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Finished {
  readonly status: number | null;
  /** Standard output and error, with the lines that register masks taken out, as the runner shows it. */
  readonly log: string;
  readonly masks: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly temporary: string;
}

/** Reads the runner's file of outputs: `name<<delimiter`, lines, `delimiter`. */
const parseOutputs = (file: string): Record<string, string> => {
  const found = readFileSync(file, "utf8").matchAll(/^(\S+?)<<(\S+)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries([...found].map(([, name, , value]) => [name!, value!]));
};

const unescaped = (data: string): string => data.replaceAll("%0A", "\n").replaceAll("%0D", "\r").replaceAll("%25", "%");

const maskLine = /^::add-mask::(.*)$/gm;

const runnerFiles = (payload: unknown) => {
  const folder = temporaryFolder();
  const [event, output, summary, temporary] = ["event.json", "output", "summary", "temp"].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  writeFileSync(event, JSON.stringify(payload));
  writeFileSync(output, "");
  writeFileSync(summary, "");
  mkdirSync(temporary);
  return { event, output, summary, temporary };
};

const inputDefaults = { token, path: ".", name: "default", comment: "true", check: "true", "check-name": "Tidewaiter" };

/** Runs `dist/action.js` as the runner does. */
export const runAction = async ({
  double,
  event,
  payload,
  sha,
  workspace,
  inputs = {},
  env = {},
}: Job): Promise<Finished> => {
  const files = runnerFiles(payload);
  const given = Object.entries({ ...inputDefaults, ...inputs }).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    value,
  ]);
  const child = spawn(process.execPath, [action], {
    cwd: workspace,
    env: {
      PATH: process.env["PATH"],
      HOME: tmpdir(),
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_NOSYSTEM: "1",
      CI: "true",
      GITHUB_ACTIONS: "true",
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: files.event,
      GITHUB_SHA: sha,
      GITHUB_REPOSITORY: "octo/demo",
      GITHUB_SERVER_URL: double.url,
      GITHUB_API_URL: double.apiUrl,
      GITHUB_GRAPHQL_URL: `${double.url}/api/graphql`,
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: files.output,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_RUN_ID: "77",
      RUNNER_TEMP: files.temporary,
      ...Object.fromEntries(given),
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const closed = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [out, err, status] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return {
    status,
    log: `${out}${err}`.replace(maskLine, ""),
    masks: [...out.matchAll(maskLine)].map(([, data]) => unescaped(data!)),
    outputs: parseOutputs(files.output),
    summary: readFileSync(files.summary, "utf8"),
    temporary: files.temporary,
  };
};
