import type { Finding, Location, Report } from "../src/finding.ts";
import { openRepository } from "../src/git/repository.ts";
import type { Plan, Source } from "../src/plan.ts";
import { run } from "../src/scan.ts";

process.env["GIT_CONFIG_GLOBAL"] = "/dev/null";
process.env["GIT_CONFIG_NOSYSTEM"] = "1";

/** A plan with a policy that shows everything. */
export const planOf = (sources: readonly Source[], signal?: AbortSignal): Plan => ({
  sources,
  customRules: [],
  policy: {
    failOn: "medium",
    minProof: "generic",
    only: ["secrets/github"],
    ignores: [],
    includeIgnored: false,
    allowIncomplete: false,
    selfExcuse: "allow",
  },
  key: "a key of the tests",
  ...(signal === undefined ? {} : { signal }),
});

export const scanSources = async (...sources: readonly Source[]): Promise<Report> =>
  (await run(planOf(sources))).report;

/** The whole history of the repository around a path. */
export const scanHistory = async (path: string): Promise<Report> =>
  scanSources({ kind: "history", repository: await openRepository(path) });

export const scanPaths = (...paths: readonly string[]): Promise<Report> => scanSources({ kind: "files", paths });

/** The one finding of a report; throws when there are more or none. */
export const onlyFinding = ({ findings }: Report): Finding => {
  if (findings.length !== 1) throw new Error(`${findings.length} findings instead of one`);
  return findings[0]!;
};

/** Locations of all findings as `kind path:line:column`, sorted. */
export const placesOf = ({ findings }: Report): readonly string[] =>
  findings
    .flatMap(({ locations }) => locations.map(({ kind, path, line, column }) => `${kind} ${path}:${line}:${column}`))
    .sort();

export const locationOf = (report: Report, kind: Location["kind"]): Location => {
  const found = report.findings.flatMap(({ locations }) => locations).filter((location) => location.kind === kind);
  if (found.length !== 1) throw new Error(`${found.length} locations of kind ${kind} instead of one`);
  return found[0]!;
};
