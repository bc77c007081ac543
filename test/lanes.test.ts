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

test("a lane without work is sent on an errand, which it leaves for work", async () => {
  const told: string[] = [];
  let end = (): void => {};
  const errandFor = (lane: string) => {
    if (told.length > 0) return undefined;
    told.push(`${lane} goes`);
    const done = new Promise<void>((resolve) => {
      end = resolve;
    });
    return { done, leave: () => void told.push(`${lane} is called back`) };
  };
  const runOnLane = createLanes(["a", "b"], errandFor);
  let finish = (): void => {};
  const long = runOnLane(
    () =>
      new Promise<void>((resolve) => {
        finish = resolve;
      }),
  );
  while (told.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const work = runOnLane(async (lane) => void told.push(`${lane} works`));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(told).toEqual(["b goes", "b is called back"]);
  end();
  await work;
  finish();
  await long;
  expect(told).toEqual(["b goes", "b is called back", "b works"]);
});
