import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { rulesPage } from "../../docs/generate.ts";

test("docs/rules.md lists the rules of patterns/; after a change run: node docs/generate.ts", () => {
  const written = readFileSync(new URL("../../docs/rules.md", import.meta.url), "utf8");
  expect(written === rulesPage(written)).toBe(true);
});
