import { randomBytes } from "node:crypto";
import { expect, test } from "@jest/globals";
import { createDetector } from "../../src/detect/detector.ts";
import { inspect } from "../../src/detect/hit.ts";
import { documentParsers } from "../../src/documents/registry.ts";
import type { Location } from "../../src/finding.ts";
import { judgedByPath } from "../../src/findings/join.ts";
import { span } from "../../src/sighting.ts";

const detector = await createDetector([], documentParsers);
const key = Buffer.from(`${randomBytes(16).toString("hex")}\n`);

/** How often a file of one key is a finding at a place. */
const found = (kind: Location["kind"], path: string): number =>
  inspect(detector, key, false).flatMap((hit) =>
    judgedByPath({ hit, location: { kind, path, present: true, ...span(hit) }, order: 0 }),
  ).length;

test("what only its path can tell counts at that path alone, and never in a message", () => {
  expect(found("file", "config/master.key")).toBe(1);
  expect(found("commit", "app/config/master.key")).toBe(1);
  expect(found("file", "config/id.txt")).toBe(0);
  expect(found("message", "config/master.key")).toBe(0);
});
