import { describe, expect, test } from "@jest/globals";
import { cutText, within, withoutMiddle } from "../../src/report/cut-text.ts";

describe("cutting a text", () => {
  test("keeps what fits", () => {
    expect([cutText("abc", 3), within("abc", 3), withoutMiddle("abc", 3)]).toEqual(["abc", "abc", "abc"]);
  });

  test("says that it cut", () => {
    expect(within("abcdef", 4)).toBe("abc…");
    expect(withoutMiddle("abcdefgh", 5)).toBe("ab…gh");
  });

  test("splits no surrogate pair and keeps to the size", () => {
    const text = "a🚀b🚀🚀c🚀🚀🚀d🚀";
    for (let size = 1; size < text.length; size++)
      for (const cut of [cutText(text, size), within(text, size), withoutMiddle(text, size)]) {
        expect(cut).not.toMatch(/\p{Cs}/u);
        expect(cut.length).toBeLessThanOrEqual(size);
      }
  });
});
