/**
 * Scans folders with the generic rules alone and lists what they say, values masked, or times the scan with and without
 * them. Usage: node bench/generic.ts [--time] [--low] FOLDER...
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { rules } from "#patterns";
import { createDetector } from "../src/detect/detector.ts";
import { judgeByPath } from "../src/detect/path-context.ts";
import { mediaKind } from "../src/files/media.ts";
import { severityRank } from "../src/finding.ts";

const args = process.argv.slice(2);
const folders = args.filter((arg) => !arg.startsWith("--"));
const least = args.includes("--low") ? "low" : "medium";

const files = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === ".git" ? [] : files(path);
    return entry.isFile() ? [path] : [];
  });

/** Letters, digits and signs of a value by class, so that its shape shows and it does not. */
const masked = (value: string): string =>
  value.slice(0, 3) + value.slice(3, 40).replace(/[a-z]/g, "a").replace(/[A-Z]/g, "A").replace(/[0-9]/g, "9");

const list = async (folder: string): Promise<void> => {
  const detector = await createDetector(rules.filter(({ proof }) => proof === "generic"));
  let bytes = 0;
  let shown = 0;
  for (const path of files(folder)) {
    const content = readFileSync(path);
    if (mediaKind(content) !== undefined) continue;
    bytes += content.length;
    for (const match of detector.scan(content)) {
      const kept = judgeByPath(match, relative(folder, path));
      if (kept === undefined || severityRank(kept.severity) < severityRank(least)) continue;
      shown++;
      const line = content.subarray(0, match.start).toString("latin1").split("\n").length;
      const name = `${relative(folder, path)}:${line}`;
      console.log(kept.severity, match.check.slice(16), match.facts["name"], masked(match.secret), name);
    }
  }
  console.log(`${folder}: ${shown} at ${least} and above in ${(bytes / 1e6).toFixed(0)} MB`);
};

const time = async (folder: string): Promise<void> => {
  const contents = files(folder)
    .map((path) => readFileSync(path))
    .filter((content) => mediaKind(content) === undefined);
  const bytes = contents.reduce((sum, { length }) => sum + length, 0);
  for (const generic of [false, true, false, true]) {
    const detector = await createDetector(rules.filter(({ proof }) => generic || proof !== "generic"));
    const before = process.cpuUsage();
    for (const content of contents) detector.scan(content);
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    console.log(
      `${generic ? "with" : "without"} generic rules: ${seconds.toFixed(2)} s CPU for ${(bytes / 1e6).toFixed(0)} MB`,
    );
  }
};

for (const folder of folders) await (args.includes("--time") ? time(folder) : list(folder));
