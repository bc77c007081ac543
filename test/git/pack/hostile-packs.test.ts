import { randomBytes } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { inspectObjects } from "../../../src/git/reading.ts";
import { openRepository } from "../../../src/git/repository.ts";
import { encodeDelta, type Step } from "../../kernel/deltas.ts";
import { createRepository } from "../../repositories.ts";
import { mark, marksIn, surveyOf } from "./marks.ts";
import { blob, blobId, type HandMade, writePack } from "./pack-writer.ts";

const text = (name: string): Buffer => Buffer.from(`${mark(name)} and ${"more words ".repeat(20)}\n`);

const repositoryWith = (entries: readonly HandMade[], lies?: Parameters<typeof writePack>[2]): string => {
  const { folder } = createRepository();
  writePack(folder, entries, lies);
  return folder;
};

const deltaOn = (base: Buffer, baseId: string, steps: readonly Step[], id: string): HandMade => ({
  id,
  type: 7,
  data: encodeDelta(base, steps),
  base: baseId,
});

const copy = (offset: number, length: number): Step => ({ kind: "copy", offset, length });
const insert = (content: Buffer): Step => ({ kind: "insert", bytes: content });

const [a, b] = ["a1".repeat(20), "b2".repeat(20)];

describe("a pack that was made to deceive", () => {
  test("deltas that build on each other are named, and git is not asked: it would never answer", async () => {
    const base = text("x");
    const folder = repositoryWith([
      deltaOn(base, b, [copy(0, 20)], a),
      deltaOn(base, a, [copy(0, 20)], b),
      deltaOn(base, b, [copy(0, 20)], "c3".repeat(20)),
      blob(text("good")),
    ]);
    const { marks, missing } = await marksIn(folder);
    expect(marks).toEqual([`MARK-good; commit object ${blobId(text("good"))}`]);
    for (const id of [a, b, "c3".repeat(20)])
      expect(missing).toContainEqual(expect.stringMatching(`object ${id}: its deltas build on themselves`));
  });

  test("a size that is not true is named", async () => {
    for (const size of [1, 1e6, 3e9, 2 ** 45]) {
      const folder = repositoryWith([{ ...blob(text("liar")), size }, blob(text("good"))]);
      const { marks, missing } = await marksIn(folder);
      expect(marks).toHaveLength(1);
      expect(missing).toEqual([expect.stringContaining(`object ${blobId(text("liar"))}`)]);
    }
  });

  test("an index with another number of objects, or offsets that lead elsewhere", async () => {
    const entries = [blob(text("one")), blob(text("two")), blob(text("three"))];
    for (const count of [0, 2, 4, 0xffff_ffff]) {
      const { marks, missing } = await marksIn(repositoryWith(entries, { count }));
      expect(marks.length === 3 || missing.length > 0).toBe(true);
    }
    for (const away of [1, 5, 30, 1e5, 0x7fff_0000]) {
      const offset = (at: number, i: number): number => (i === 1 ? at + away : at);
      const { marks, missing } = await marksIn(repositoryWith(entries, { offset }));
      expect(missing.join()).toContain(away < 1e5 ? `object ${entries[1]!.id}` : "pack");
      if (away < 1e5) expect(marks).toHaveLength(2);
    }
  });

  test("a delta that makes gigabytes is named with its size, and so is all that builds on it", async () => {
    const base = Buffer.alloc(60_000, "x");
    const steps = Array.from({ length: 25_000 }, () => copy(0, 60_000));
    const header = encodeDelta(base, []);
    const one = encodeDelta(base, [copy(0, 60_000)]).subarray(header.length + 2);
    const size = steps.length * 60_000;
    const sizeBytes: number[] = [];
    for (let rest = size; ; rest = Math.floor(rest / 128)) {
      sizeBytes.push(rest < 128 ? rest : (rest % 128) | 128);
      if (rest < 128) break;
    }
    const bomb = Buffer.concat([
      header.subarray(0, header.length - 1),
      Buffer.from(sizeBytes),
      ...steps.map(() => one),
    ]);
    const folder = repositoryWith([
      blob(base),
      { id: a, type: 7, base: blobId(base), data: bomb },
      { id: b, type: 7, base: a, data: Buffer.concat([Buffer.from([...sizeBytes, 1]), Buffer.from([0x90, 1])]) },
    ]);
    const { missing } = await marksIn(folder);
    expect(missing).toContainEqual(expect.stringContaining(`object ${a}: its ${size} bytes exceed the limit`));
    expect(missing).toContainEqual(expect.stringContaining(`object ${b}`));
    expect((await marksIn(folder, false)).missing.join()).toContain(`object ${a}`);
  });

  test("a pack that unpacks to more than is reasonable ends at a limit that is named", async () => {
    const base = Buffer.concat([text("bomb"), Buffer.alloc(200_000)]);
    const deltas = Array.from({ length: 50 }, (_, i) => {
      const steps = [insert(Buffer.from(`${i}`)), copy(0, 60_000)];
      return deltaOn(base, blobId(base), steps, blobId(Buffer.from(`${i}`)));
    });
    const { missing } = await marksIn(repositoryWith([blob(base), ...deltas]), true, undefined, 1_000_000);
    expect(missing).toEqual([expect.stringMatching(/^the rest of .*\.pack: .* more than the limit of 1000000 bytes/)]);
  });

  test("and so does what git makes of such a pack", async () => {
    const { folder } = createRepository();
    const contents = Array.from({ length: 300 }, (_, i) => Buffer.concat([text(`${i}`), Buffer.alloc(200_000)]));
    writePack(folder, contents.map(blob));
    const ids = contents.map(blobId);
    const reading = await inspectObjects(await openRepository(folder), ids, () => [], undefined, {
      maxBytes: 1_000_000,
    });
    expect(reading.missing).toEqual([{ what: "the rest of the objects", reason: expect.stringContaining("1000000") }]);
    expect(reading.objects).toBeLessThan(20);
  });

  test("an object that is in one pack twice counts once", async () => {
    const folder = repositoryWith([blob(text("twice")), blob(text("twice")), blob(text("once"))]);
    expect((await marksIn(folder)).marks).toHaveLength(2);
  });

  test("chains of 50 and of 4,000 deltas, and a thousand deltas on one base", async () => {
    for (const depth of [50, 4000]) {
      const entries = [blob(text("0"))];
      let content = text("0");
      for (let i = 1; i <= depth; i++) {
        const steps = [insert(Buffer.from(mark(i))), copy(0, 200)];
        const next = Buffer.concat([Buffer.from(mark(i)), content.subarray(0, 200)]);
        entries.push(deltaOn(content, blobId(content), steps, blobId(next)));
        content = next;
      }
      const survey = await surveyOf(repositoryWith(entries));
      expect(survey!.carriers).toHaveLength(depth + 1);
      expect(survey!.others).toEqual([]);
    }
    const base = randomBytes(5000);
    const fan = Array.from({ length: 1000 }, (_, i) => {
      const next = Buffer.concat([base.subarray(0, 100), Buffer.from(mark(i))]);
      return deltaOn(base, blobId(base), [copy(0, 100), insert(Buffer.from(mark(i)))], blobId(next));
    });
    expect((await surveyOf(repositoryWith([blob(base), ...fan])))!.carriers).toHaveLength(1000);
  });
});

describe("deltas on objects of other packs and on loose objects", () => {
  test("are read, though git refuses them", async () => {
    const [whole, loose] = [text("whole"), text("loose")];
    const repository = createRepository();
    writePack(repository.folder, [blob(whole), blob(text("filler"))]);
    repository.gitWith(loose, "hash-object", "-w", "--stdin");
    const onWhole = Buffer.concat([Buffer.from(mark("onWhole")), whole]);
    const onLoose = Buffer.concat([Buffer.from(mark("onLoose")), loose]);
    const onThat = Buffer.concat([onLoose, Buffer.from(mark("onThat"))]);
    writePack(repository.folder, [
      deltaOn(whole, blobId(whole), [insert(Buffer.from(mark("onWhole"))), copy(0, whole.length)], blobId(onWhole)),
      deltaOn(loose, blobId(loose), [insert(Buffer.from(mark("onLoose"))), copy(0, loose.length)], blobId(onLoose)),
      deltaOn(onLoose, blobId(onLoose), [copy(0, onLoose.length), insert(Buffer.from(mark("onThat")))], blobId(onThat)),
    ]);
    const { marks, missing } = await marksIn(repository.folder);
    expect(missing).toEqual([]);
    expect(marks.join()).toContain("MARK-onThat;");
    for (const content of [whole, loose, onWhole, onLoose, onThat])
      expect(marks.join()).toContain(`object ${blobId(content)}`);
    expect((await marksIn(repository.folder, false)).missing.length).toBeGreaterThan(0);
  });

  test("whose base is nowhere are named", async () => {
    const base = text("nowhere");
    const folder = repositoryWith([deltaOn(base, a, [copy(0, 10)], b), blob(text("good"))]);
    const { marks, missing } = await marksIn(folder);
    expect(marks).toHaveLength(1);
    expect(missing).toEqual([expect.stringContaining(`object ${b}: it builds on ${a}`)]);
  });
});
