import { createHash } from "node:crypto";
import { chmodSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { createRepository, type TestRepository } from "../../repositories.ts";
import "../../seed.ts";
import { mark, surveyOf } from "./marks.ts";
import { packFolder } from "./unpacking.ts";

const filled = (): TestRepository => {
  const repository = createRepository();
  const lines = Array.from({ length: 60 }, (_, i) => `line ${i} ${mark(i)}`);
  for (let i = 0; i < 12; i++) {
    lines[(i * 7) % lines.length] = `changed ${mark(`c${i}`)}`;
    repository.commit(`commit ${i}`, { "file.txt": lines.join("\n"), [`folder${i}/a.txt`]: `${mark(`a${i}`)}\n` });
  }
  repository.git("-c", "repack.useDeltaBaseOffset=false", "repack", "-adfq", "--window=20");
  return repository;
};

const repository = filled();
const folder = packFolder(repository.folder);
const named = (ending: string): string => join(folder, readdirSync(folder).find((name) => name.endsWith(ending))!);
const files = [named(".pack"), named(".idx")] as const;
const intact = files.map((file) => readFileSync(file));
for (const file of files) chmodSync(file, 0o644);

const hashOf = (content: Buffer): string => createHash("sha1").update(content).digest("hex");

const look = async () => {
  const contents = new Set<string>();
  const survey = await surveyOf(repository.folder, (content) => contents.add(hashOf(content)));
  return { contents, survey };
};

/** How often: `RUNS=5000 npm test -- test/git/pack/fuzz` for a longer one. */
const numRuns = Number(process.env["RUNS"] ?? 60);

const flips = fc.array(
  fc.record({ at: fc.double({ min: 0, max: 0.999_999, noNaN: true }), by: fc.integer({ min: 1, max: 255 }) }),
  {
    minLength: 1,
    maxLength: 4,
  },
);
const damage = fc.record({
  file: fc.nat(1),
  flips,
  cut: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 8 }),
});

test("whatever is broken in a pack or its index, no object is passed over in silence", async () => {
  const whole = (await look()).contents;
  expect(whole.size).toBeGreaterThan(30);
  await fc.assert(
    fc.asyncProperty(damage, async ({ file, flips: broken, cut }) => {
      const bytes = Buffer.from(intact[file]!);
      for (const { at, by } of broken) bytes[Math.floor(at * bytes.length)]! ^= by;
      writeFileSync(files[file]!, bytes);
      if (cut !== null) truncateSync(files[file]!, Math.floor(cut * bytes.length));
      const { contents, survey } = await look();
      writeFileSync(files[file]!, intact[file]!);
      if (survey === undefined) return; // git is asked
      const left = survey.others.length + survey.strays.ids.size + survey.missing.length;
      if (left === 0) expect([...whole].filter((content) => !contents.has(content))).toEqual([]);
    }),
    { numRuns },
  );
});

test("a broken bit that makes a tree of a blob is named: nobody unpacks trees", async () => {
  const listing = repository.git("verify-pack", "-v", files[1]).split("\n");
  const [id, , , , offset] = listing
    .map((line) => line.split(/ +/))
    .find((row) => row[1] === "blob" && row.length === 5)!;
  const bytes = Buffer.from(intact[0]!);
  bytes[Number(offset)]! ^= 0x10; // gitformat-pack, "Object types": 3 becomes 2
  writeFileSync(files[0], bytes);
  const { survey } = await look();
  writeFileSync(files[0], intact[0]!);
  expect(survey!.missing).toContainEqual({ what: `object ${id}`, reason: expect.stringContaining("checksum") });
});
