import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { type ProgressOptions, showProgress } from "../../src/report/progress.ts";

const watch = (options: Partial<ProgressOptions> = {}, isTTY = true) => {
  const written: string[] = [];
  const screen = { isTTY, columns: 40, write: (text: string) => written.push(text) };
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
    expect(written.at(-1)).toBe("\r\x1b[Kreading the history … 1,200 objects, 4.");
    expect(written.join("")).not.toContain("\n");
    stop();
    expect(written.at(-1)).toBe("\r\x1b[K");
    const drawn = written.length;
    jest.advanceTimersByTime(3000);
    expect(written).toHaveLength(drawn);
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
