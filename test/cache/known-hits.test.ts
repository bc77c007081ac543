import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { openCache, rulesName } from "../../src/cache/cache-file.ts";
import { createCleanStore } from "../../src/cache/clean-store.ts";
import { type KnownHits, knownHits } from "../../src/cache/known-hits.ts";
import type { Hit } from "../../src/detect/hit.ts";
import { inspect } from "../../src/detect/hit.ts";
import { createWholeDetector } from "../../src/detector.ts";
import { openRepository } from "../../src/git/repository.ts";
import { run } from "../../src/scan.ts";
import { createRepository, githubToken, temporaryFolder } from "../repositories.ts";
import { planOf } from "../scanning.ts";

const token = githubToken("known hits");
const content = Buffer.from(`first line\ntoken = ${token}\n`);
const detector = await createWholeDetector([], () => undefined);
const hits: readonly Hit[] = inspect(detector, content, true);

const learn = (known: KnownHits, of: Buffer, found: readonly Hit[]): void => void known(of, () => found);
/** Undefined where a search was asked for. */
const recalled = (known: KnownHits, of: Buffer): readonly Hit[] | undefined => {
  let isSearched = false;
  const found = known(of, () => {
    isSearched = true;
    return [];
  });
  return isSearched ? undefined : found;
};

const empty = () => createCleanStore({ sections: [], note: undefined });

describe("what contents held", () => {
  test("is known again by all of their bytes", () => {
    const known = knownHits(empty(), "");
    learn(known, content, hits);
    expect(hits).toHaveLength(1);
    expect(recalled(known, content)).toEqual(JSON.parse(JSON.stringify(hits)));
    expect(recalled(known, Buffer.concat([content, Buffer.from("\n")]))).toBeUndefined();
  });
  test("is stored without the secrets, and not at all where they do not stand there", () => {
    const records: Buffer[] = [];
    const store = { ...empty(), addRecord: (_: string, record: Buffer) => void records.push(record) };
    const known = knownHits(store, "");
    learn(known, content, [{ ...hits[0]!, secret: "decoded" }]);
    expect(records).toHaveLength(0);
    learn(known, content, hits);
    expect(records).toHaveLength(1);
  });
  test("is stored without secrets in base64, wherever their groups of four begin", () => {
    for (const before of ["", "a", "ab"]) {
      const encoded = Buffer.from(`{"x":"${before}","token":"${token}"}`).toString("base64");
      const inside = Buffer.from(`auth: ${encoded}\n`);
      const found = inspect(detector, inside, true);
      expect(found.map(({ secret }) => secret === token)).toContain(true);
      const records: Buffer[] = [];
      const store = empty();
      const addRecord = (key: string, record: Buffer): void => {
        records.push(record);
        store.addRecord(key, record);
      };
      const known = knownHits({ ...store, addRecord }, "");
      learn(known, inside, found);
      expect(records).toHaveLength(1);
      expect(recalled(known, inside)).toEqual(JSON.parse(JSON.stringify(found)));
    }
  });
  test("is not told to a run that wants something else to be found out", () => {
    const store = empty();
    learn(knownHits(store, ""), content, hits);
    expect(recalled(knownHits(store, "with line hashes"), content)).toBeUndefined();
  });
  test("is searched again where the record was changed", () => {
    const bytes: Buffer[] = [];
    const store = {
      ...empty(),
      record: () => bytes[0],
      addRecord: (_: string, record: Buffer) => void bytes.push(record),
    };
    const known = knownHits(store, "");
    learn(known, content, hits);
    bytes[0]![bytes[0]!.length - 1]! ^= 1;
    expect(recalled(known, content)).toBeUndefined();
  });
});

test("a cache's file tells nothing of it, and later runs find the same without a search", async () => {
  const repository = createRepository();
  repository.commit("leak", { "leak.txt": content, "other.txt": "clean\n" });
  const file = join(temporaryFolder(), "clean.cache");
  const warn = (text: string): never => {
    throw new Error(text);
  };
  const sources = [{ kind: "history", repository: await openRepository(repository.folder) }] as const;
  const scan = async () => {
    const cache = openCache(file, rulesName("tests", []), warn);
    let recalled = 0;
    const record = (key: string) => {
      const bytes = cache.record(key);
      if (bytes !== undefined) recalled++;
      return bytes;
    };
    const { report } = await run({ ...planOf(sources), cache: { ...cache, record }, jobs: 0 });
    return { findings: report.findings, recalled };
  };
  const first = await scan();
  const second = await scan();
  expect(first.findings).toHaveLength(1);
  expect(second.findings).toEqual(first.findings);
  expect(second.recalled).toBe(1);
  const cached = readFileSync(file);
  expect(cached.includes(token)).toBe(false);
  expect(cached.includes("github")).toBe(false);
});
