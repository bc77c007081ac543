import { mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { openCache, rulesName } from "../../src/cache/cache-file.ts";
import { createCleanStore } from "../../src/cache/clean-store.ts";
import { layersIn } from "../../src/cache/layers.ts";
import { temporaryFolder } from "../repositories.ts";

const rules = rulesName("engine", []);
const id = (n: number): string => n.toString(16).padStart(8, "0").repeat(5);
const long = (n: number): string => n.toString(16).padStart(8, "0").repeat(8);

const open = (file: string, of = rules) => {
  const words: string[] = [];
  return { cache: openCache(file, of, (text) => words.push(text)), words };
};

/** A file that knows the objects 1 to 100, a tree, a layer and a picture. */
const written = (): string => {
  const file = join(temporaryFolder(), "clean.cache");
  const { cache } = open(file);
  for (let n = 100; n > 0; n--) cache.add("object", id(n));
  cache.add("tree", id(500));
  cache.add("layer", long(7));
  cache.add("passed/picture", id(600));
  cache.save();
  return file;
};

const isEmpty = (file: string, of = rules): readonly string[] => {
  const { cache, words } = open(file, of);
  expect(cache.kinds()).toEqual([]);
  expect(cache.isClean("object", id(1))).toBe(false);
  return words;
};

describe("a cache in a file", () => {
  test("knows what was added, as what it was added", () => {
    const { cache, words } = open(written());
    expect(words).toEqual([]);
    for (let n = 1; n <= 100; n++) expect(cache.isClean("object", id(n))).toBe(true);
    expect(cache.isClean("object", id(101))).toBe(false);
    expect(cache.isClean("object", id(500))).toBe(false);
    expect(cache.isClean("tree", id(500))).toBe(true);
    expect(cache.isClean("layer", long(7))).toBe(true);
    expect(cache.isClean("layer", id(7))).toBe(false);
    expect(cache.isClean("passed/picture", id(600))).toBe(true);
  });
  test("knows layers by both of their digests", () => {
    const file = written();
    const { cache } = open(file);
    const layer = (digest: number, diffId: number) => ({
      digest: `sha256:${long(digest)}`,
      diffId: `sha256:${long(diffId)}`,
    });
    layersIn(cache).remember(layer(1, 2), true, () => Buffer.from("clean"));
    layersIn(cache).remember(layer(1, 3), false, () => Buffer.from("sealed"));
    layersIn(cache, "other").remember(layer(1, 3), true, () => undefined);
    cache.save();
    const { isClean, sealed } = layersIn(open(file).cache);
    expect(isClean(layer(1, 2))).toBe(true);
    expect(sealed(layer(1, 2))).toEqual(Buffer.from("clean"));
    expect(isClean(layer(1, 3))).toBe(false);
    expect(sealed(layer(1, 3))).toEqual(Buffer.from("sealed"));
    expect(layersIn(open(file).cache, "other").isClean(layer(1, 3))).toBe(true);
    for (const [digest, diffId] of [
      [2, 1],
      [2, 2],
      [1, 1],
      [2, 3],
      [3, 1],
    ] as const) {
      expect(isClean(layer(digest, diffId))).toBe(false);
      expect(sealed(layer(digest, diffId))).toBeUndefined();
    }
  });
  test("keeps records that this run asked for before others, and no more than there is room for", () => {
    const bytes = Buffer.alloc(1000, "x");
    const first = createCleanStore({ sections: [], note: undefined });
    for (let n = 1; n <= 5; n++) first.addRecord(long(n), bytes);
    const contents = first.contents(1 << 20)!;
    const second = createCleanStore(contents);
    expect(second.contents(1 << 20)).toBeUndefined();
    for (const n of [4, 5, 6]) expect(second.record(long(n))).toEqual(n < 6 ? bytes : undefined);
    second.addRecord(long(6), bytes);
    const third = createCleanStore(second.contents(4 * 1036 + 100)!);
    expect([1, 2, 3, 4, 5, 6].filter((n) => third.record(long(n)) !== undefined)).toEqual([1, 4, 5, 6]);
    const cut = createCleanStore({ ...contents, records: contents.records!.subarray(0, -1) });
    expect([1, 2, 3, 4, 5].filter((n) => cut.record(long(n)) !== undefined)).toEqual([1, 2, 3, 4]);
  });
  test("takes more, and keeps what it knew", () => {
    const file = written();
    const first = open(file).cache;
    first.add("object", id(0));
    first.add("object", id(50));
    first.addAll("object", { ids: Buffer.from(id(30) + id(300), "hex"), idBytes: 20 });
    first.save();
    const { cache } = open(file);
    for (const n of [0, 1, 30, 50, 100, 300]) expect(cache.isClean("object", id(n))).toBe(true);
    expect(cache.isClean("tree", id(500))).toBe(true);
    expect(readdirSync(join(file, ".."))).toEqual(["clean.cache"]);
  });
  test("is as good as absent where there is none, without a word", () => {
    expect(isEmpty(join(temporaryFolder(), "none"))).toEqual([]);
  });
  test("holds for its rules alone", () => {
    for (const other of [rulesName("engine", [{ id: "mine" }]), rulesName("engine 2", [])])
      expect(isEmpty(written(), other)).toEqual([expect.stringContaining("it was made with other rules")]);
  });
  test("is ignored with a word wherever a bit flipped", () => {
    const file = written();
    const bytes = readFileSync(file);
    for (let at = 0; at < bytes.length; at += 37) {
      const broken = Buffer.from(bytes);
      broken[at]! ^= 1 << (at % 8);
      writeFileSync(file, broken);
      expect(isEmpty(file)).toEqual([expect.stringContaining("is not used: ")]);
    }
  });
  test("is ignored with a word wherever it was cut off", () => {
    const file = written();
    for (let size = readFileSync(file).length - 1; size >= 0; size = Math.floor(size / 2) - 1) {
      truncateSync(file, size);
      expect(isEmpty(file)).toHaveLength(1);
    }
  });
  test("is ignored with a word when it is a folder, too large, or something else", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "folder"));
    writeFileSync(join(folder, "text"), "no cache at all, but long enough to be one, if only it began like one does");
    writeFileSync(join(folder, "large"), "");
    truncateSync(join(folder, "large"), (64 << 20) + 1);
    symlinkSync("loop", join(folder, "loop"));
    expect(isEmpty(join(folder, "folder"))).toHaveLength(1);
    expect(isEmpty(join(folder, "text"))).toEqual([expect.stringContaining("no cache of this version")]);
    expect(isEmpty(join(folder, "large"))).toEqual([expect.stringContaining("exceed the limit")]);
    expect(isEmpty(join(folder, "loop"))).toHaveLength(1);
  });
  test("that cannot be written says so, and no more", () => {
    const { cache, words } = open(join(temporaryFolder(), "no", "such", "folder"));
    cache.add("object", id(1));
    cache.save();
    expect(words).toEqual([expect.stringContaining("was not written")]);
  });
});
