import { expect, test } from "@jest/globals";
import { createLanes } from "../src/lanes.ts";

test("each lane has one piece of work at a time, in the order in which they came, also after one that failed", async () => {
  const runOnLane = createLanes(["a", "b"]);
  const begun: number[] = [];
  const busy = new Map<string, number>();
  const work = (i: number) =>
    runOnLane(async (lane) => {
      begun.push(i);
      busy.set(lane, (busy.get(lane) ?? 0) + 1);
      expect(busy.get(lane)).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      busy.set(lane, 0);
      if (i % 3 === 0) throw new Error(`${i}`);
      return i;
    });
  const results = await Promise.allSettled([0, 1, 2, 3, 4, 5, 6].map(work));
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(results.map((result) => (result.status === "fulfilled" ? result.value : result.reason.message))).toEqual([
    "0",
    1,
    2,
    "3",
    4,
    5,
    "6",
  ]);
});
