import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Finding, Report } from "../finding.ts";
import { type Rendering, render } from "../report/report.ts";
import type { Inputs } from "./inputs.ts";
import type { Runner } from "./runner.ts";

const bare: Rendering = { color: false, quiet: false, reveal: undefined };

const inHead = (finding: Finding): readonly Finding[] => {
  const locations = finding.locations.filter(
    ({ kind, present, dockerfile }) => (kind === "file" && present === true) || dockerfile !== undefined,
  );
  return locations.length === 0 ? [] : [{ ...finding, locations }];
};

/** Code scanning calls a finding fixed once it leaves the files, so only what the files show is for it, and what their instructions bring into an image. */
const forCodeScanning = (report: Report): Report => ({ ...report, findings: report.findings.flatMap(inHead) });

const write = (file: string, text: string): string => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
};

export interface Written {
  readonly sarif: string;
  readonly report: string;
}

/** Writes the report and the SARIF file for code scanning; gives their absolute paths. */
export const writeFiles = async (runner: Runner, inputs: Inputs, report: Report): Promise<Written> => {
  const folder = join(runner.temporary, `tidewaiter-${inputs.name}`);
  const fileOf = (asked: string, name: string) =>
    asked === "" ? join(folder, name) : resolve(runner.workspace, asked);
  const repositoryUrl = `${runner.serverUrl}/${runner.repository}`;
  const forSarif: Rendering = { ...bare, repositoryUrl, automationId: `tidewaiter/${inputs.name}/` };
  return {
    sarif: write(fileOf(inputs.sarif, "tidewaiter.sarif"), await render("sarif", forCodeScanning(report), forSarif)),
    report: write(fileOf(inputs.report, "tidewaiter.json"), await render("json", report, bare)),
  };
};

/** The report for the log. */
export const logText = (report: Report): Promise<string> => render("text", report, bare);
