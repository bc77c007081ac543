import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { mediaFirstBytes, mediaKind } from "../../src/files/media.ts";

test("contents of any length that begin as media do are looked at without harm", () => {
  const first = fc.constantFrom(...mediaFirstBytes);
  fc.assert(
    fc.property(first, fc.uint8Array({ maxLength: 40 }), (byte, rest) => {
      mediaKind(Buffer.from([byte, ...rest]));
    }),
  );
  expect(mediaKind(Buffer.from("# v2 git bun"))).toBeUndefined();
  expect(mediaKind(Buffer.from("# v2 git bundle\n and more"))).toBe("git bundle archive");
  expect(mediaKind(Buffer.from("# a comment"))).toBeUndefined();
});
