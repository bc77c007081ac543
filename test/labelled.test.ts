import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import type { LabelledLine } from "../bench/accuracy/labelled-line.ts";
import { scoreOf } from "../bench/accuracy/labelled-score.ts";

const folder = new URL("../bench/accuracy/", import.meta.url);
const lists = readdirSync(folder).filter((name) => /^labelled-.*\.tsv$/.test(name));

test("lists of public lines hold places, and nothing of a line", () => {
  const rows = lists.flatMap((name) => readFileSync(new URL(name, folder), "utf8").trimEnd().split("\n"));
  const odd = rows.filter((row) => !/^(?:#|[\w.-]+\/[\w.-]+\t[0-9a-f]{40}\t[^\t]+\t\d+\t[+-]$)/.test(row));
  expect(lists.length).toBeGreaterThan(0);
  expect(odd).toEqual([]);
});

const labelled = (file: string, line: number, holds: boolean): LabelledLine => ({
  file,
  line,
  endLine: line,
  holds,
  name: `${file}:${line}`,
});

test("what a scanner reports counts on the line on which it lies, whole or in part", () => {
  const lines = [labelled("a", 3, true), labelled("a", 9, true), labelled("b", 3, false), labelled("b", 9, false)];
  const { hits, misses, alarms, beside } = scoreOf(lines, [
    { file: "a", line: 2, endLine: 4, rule: "block" },
    { file: "b", line: 9, rule: "line" },
    { file: "b", line: 4, rule: "nobody labelled it" },
    { file: "b", line: 4, rule: "the same once more" },
  ]);
  expect(hits).toBe(1);
  expect(misses.map(({ line }) => line.name)).toEqual(["a:9"]);
  expect(alarms.map(({ line }) => line.name)).toEqual(["b:9"]);
  expect(beside).toBe(1);
});
