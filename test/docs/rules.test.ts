import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "@jest/globals";
import { pages, upToDate } from "../../docs/generate.ts";

test.each(pages.map((page) => ({ name: basename(page.file.pathname), page })))(
  "docs/$name lists the rules of patterns/; after a change run: node docs/generate.ts",
  ({ page }) => {
    const written = readFileSync(page.file, "utf8");
    expect(written === upToDate(page, written)).toBe(true);
  },
);
