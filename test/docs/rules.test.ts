import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { rulesPage, servicesPageOf } from "../../docs/generate.ts";

test("docs/rules.md lists the rules of patterns/; after a change run: node docs/generate.ts", () => {
  const written = readFileSync(new URL("../../docs/rules.md", import.meta.url), "utf8");
  expect(written === rulesPage(written)).toBe(true);
});

test("docs/services.md lists the services of patterns/lexicon/; after a change run: node docs/generate.ts", () => {
  const written = readFileSync(new URL("../../docs/services.md", import.meta.url), "utf8");
  expect(written === servicesPageOf(written)).toBe(true);
});
