import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import { openCache, rulesName } from "../../src/cache/cache-file.ts";
import type { Report } from "../../src/finding.ts";
import { openRepository } from "../../src/git/repository.ts";
import type { Plan, Source } from "../../src/plan.ts";
import { run } from "../../src/scan.ts";
import { createRepository, githubToken, temporaryFolder, writeFileAt } from "../repositories.ts";
import { placesOf, planOf } from "../scanning.ts";

const packed = gzipSync(`token = ${githubToken("packed")}\n`);
/** Behind a gzip, not compressed: what is there to see in an archive that is left closed. */
const stored = Buffer.concat([gzipSync("x"), Buffer.from(`token = ${githubToken("stored")}\n`)]);

const scan = async (source: Source, options: Partial<Plan> = {}): Promise<Report> =>
  (await run({ ...planOf([source]), ...options })).report;

const closed = { what: "archive", reason: "left closed, as --no-archives asks" };

const skipped = ({ coverage }: Report) => coverage.skipped.filter(({ what }) => what === "archive");

describe("archives that are left closed", () => {
  test("in a folder: named, and scanned as the bytes that they are", async () => {
    const folder = temporaryFolder();
    writeFileAt(folder, "packed.gz", packed);
    writeFileAt(folder, "stored.gz", stored);
    const files: Source = { kind: "files", paths: [folder] };
    expect(placesOf(await scan(files))).toHaveLength(2);
    const report = await scan(files, { leavesClosed: true });
    expect(placesOf(report)).toEqual([expect.stringContaining("file stored.gz:")]);
    expect(skipped(report)).toEqual([{ ...closed, count: 2 }]);
    expect(report.coverage.complete).toBe(true);
  });

  test.each([0, 1])(
    "in a history, by %i threads: a cache that knows them so keeps them from no later run",
    async (jobs) => {
      const repository = createRepository();
      repository.commit("archives", { "packed.gz": packed, "stored.gz": stored });
      repository.git("repack", "-a", "-d", "--quiet");
      const history: Source = { kind: "history", repository: await openRepository(repository.folder) };
      const file = join(temporaryFolder(), "clean.cache");
      const withCache = () => ({
        jobs,
        cache: openCache(file, rulesName("tests", []), (text) => {
          throw new Error(text);
        }),
      });
      const report = await scan(history, { leavesClosed: true, ...withCache() });
      expect(placesOf(report).map((place) => place.split(":")[0])).toEqual(["commit stored.gz", "file stored.gz"]);
      expect(skipped(report)).toEqual([{ ...closed, count: 2 }]);
      const opened = await scan(history, withCache());
      expect(placesOf(opened)).toEqual(placesOf(await scan(history)));
      expect(placesOf(opened).length).toBeGreaterThan(2);
    },
  );
});
