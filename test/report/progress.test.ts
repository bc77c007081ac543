import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { type ProgressOptions, showProgress } from "../../src/report/progress.ts";

const watch = (options: Partial<ProgressOptions> = {}, isTTY = true, columns = 40) => {
  const written: string[] = [];
  const screen = { isTTY, columns, write: (text: string) => written.push(text) };
  const stop = showProgress(screen, "the history", { quiet: false, environment: {}, ...options });
  return { written, stop };
};

describe("progress", () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  test("is one line that is drawn over and erased at the end", () => {
    const { written, stop } = watch({ amounts: () => ({ objects: 1200, bytes: 4_200_000 }) });
    jest.advanceTimersByTime(3100);
    expect(written.at(-1)).toBe("\r\x1b[Kreading the history … 1,200 objects, 1.");
    expect(written.join("")).not.toContain("\n");
    stop();
    expect(written.at(-1)).toBe("\r\x1b[K");
    const drawn = written.length;
    jest.advanceTimersByTime(3000);
    expect(written).toHaveLength(drawn);
  });

  test("tells speed and, once some is done, the time left", () => {
    const done = { objects: 0, bytes: 0, share: 0 };
    const { written, stop } = watch({ amounts: () => done }, true, 90);
    jest.advanceTimersByTime(1300);
    Object.assign(done, { objects: 10, bytes: 1_000_000, share: 0.01 });
    jest.advanceTimersByTime(1000);
    expect(written.at(-1)).toMatch(/10 objects, 5\d\d kB\/s, \d s$/);
    Object.assign(done, { objects: 5000, bytes: 40_000_000, share: 0.2 });
    jest.advanceTimersByTime(8000);
    expect(written.at(-1)).toBe("\r\x1b[Kreading the history … 5,000 objects, 4 MB/s, 40 s left");
    stop();
  });

  test("does not flash by in a short run", () => {
    const { written, stop } = watch();
    jest.advanceTimersByTime(500);
    stop();
    expect(written).toEqual([]);
  });

  test.each<[string, Partial<ProgressOptions>, boolean]>([
    ["without a terminal", {}, false],
    ["with --quiet", { quiet: true }, true],
    ["in CI", { environment: { CI: "true" } }, true],
    ["on a dumb terminal", { environment: { TERM: "dumb" } }, true],
  ])("is nothing %s", (_, options, isTTY) => {
    const { written, stop } = watch(options, isTTY);
    jest.advanceTimersByTime(5000);
    stop();
    expect(written).toEqual([]);
  });
});
