import { gzipSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import { createControl } from "../../../src/git/pack/control.ts";
import type { ScanTrees, Survey } from "../../../src/git/pack/survey.ts";
import { surveyPacks } from "../../../src/git/pack/survey.ts";
import { openRepository } from "../../../src/git/repository.ts";
import { encodeDelta } from "../../kernel/deltas.ts";
import { createRepository } from "../../repositories.ts";
import { mark, marksIn, scanMarks } from "./marks.ts";
import { blob, blobId, type HandMade, writePack } from "./pack-writer.ts";

/** One tree in which each object holds a mark of its own. */
const chain = (name: string, depth: number): readonly HandMade[] => {
  const rest = Buffer.from("some words that stay\n".repeat(9));
  let content = Buffer.concat([Buffer.from(mark(`${name}0`)), rest]);
  const entries = [blob(content)];
  for (let i = 1; i <= depth; i++) {
    const start = Buffer.from(mark(`${name}${i}`));
    const next = Buffer.concat([start, content.subarray(0, 150)]);
    const data = encodeDelta(content, [
      { kind: "insert", bytes: start },
      { kind: "copy", offset: 0, length: 150 },
    ]);
    entries.push({ id: blobId(next), type: 7, base: blobId(content), data });
    content = next;
  }
  return entries;
};

/** Divides the trees as threads might, the last one first. */
const dividedAmong =
  (jobs: number): ScanTrees =>
  async (task) => {
    const parts = Array.from({ length: jobs }, (_, k) => task.forest.roots.filter((_root, i) => i % jobs === k));
    const results = [];
    for (const roots of parts.reverse()) {
      const part = { ...task, forest: { ...task.forest, roots }, control: createControl(2 ** 40) };
      results.push(...(await scanMarks()(part)));
    }
    return results;
  };

const plain = (survey: Survey | undefined) => {
  const { carriers, others, media, objects, bytes, missing } = survey!;
  return { carriers, others, media: [...media], objects, bytes, missing };
};

test("what is found, and its order, does not tell how many threads there were", async () => {
  const { folder } = createRepository();
  writePack(
    folder,
    [..."abcdefgh"].flatMap((name, i) => chain(name, i * 3)),
  );
  const repository = await openRepository(folder);
  const [one, two, five] = await Promise.all(
    [1, 2, 5].map(async (jobs) =>
      plain(await surveyPacks(repository, { scanTrees: dividedAmong(jobs), minPackBytes: 0 })),
    ),
  );
  expect(one!.carriers).toHaveLength(8 + 3 * 28);
  expect(two).toEqual(one);
  expect(five).toEqual(one);
});

describe("archives", () => {
  const packed = (name: string): Buffer => gzipSync(`${mark(name)}\n`);
  test("are read where they are met, and told with what holds them", async () => {
    const { folder } = createRepository();
    const contents = [packed("a"), packed("b"), Buffer.from(mark("plain")), gzipSync("nothing")];
    writePack(folder, contents.map(blob));
    const survey = await surveyPacks(await openRepository(folder), { scanTrees: scanMarks(), minPackBytes: 0 });
    const told = survey!.archives.map(({ id, size, reading: { found } }) => [
      id,
      size,
      found.flatMap(({ inner, hits }) => hits.map(({ secret }) => `${secret} in ${inner}`)),
    ]);
    const expected = [
      [blobId(contents[0]!), contents[0]!.length, [`${mark("a")} in !content`]],
      [blobId(contents[1]!), contents[1]!.length, [`${mark("b")} in !content`]],
      [blobId(contents[3]!), contents[3]!.length, []],
    ];
    expect(told).toEqual(expected);
    expect(survey!.others).toEqual([]);
    expect((await marksIn(folder)).objects).toBe((await marksIn(folder, false)).objects);
  });
});

describe("an interrupt in the middle of a tree", () => {
  test("ends it there; what was found before is told, and that the rest is missing", async () => {
    const { folder } = createRepository();
    writePack(folder, chain("x", 500));
    const controller = new AbortController();
    let seen = 0;
    const scanTrees = scanMarks(() => {
      if (++seen === 100) controller.abort();
    });
    const repository = await openRepository(folder);
    const survey = await surveyPacks(repository, { scanTrees, minPackBytes: 0 }, controller.signal);
    expect(survey!.carriers).toHaveLength(100);
    expect((await marksIn(folder, true, AbortSignal.abort())).missing).toContain(
      "the rest of the history: interrupted",
    );
  });

  test("progress tells what was done, and ends at the whole", async () => {
    const { folder } = createRepository();
    writePack(folder, chain("x", 300));
    const shares: number[] = [];
    let amounts = () => ({ objects: 0, bytes: 0, share: 0 });
    const scanTrees = scanMarks(() => shares.push(amounts().share));
    const watch = (read: typeof amounts): void => {
      amounts = read;
    };
    await surveyPacks(await openRepository(folder), { scanTrees, minPackBytes: 0, watch });
    expect(shares.some((share) => share > 0.3 && share < 0.7)).toBe(true);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  });
});
