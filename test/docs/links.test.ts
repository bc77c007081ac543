import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { options } from "../../src/options.ts";

const top = fileURLToPath(new URL("../../", import.meta.url));

const pages = ["", "docs", "bench"].flatMap((folder) =>
  readdirSync(join(top, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name)),
);

const textOf = (page: string): string => readFileSync(join(top, page), "utf8");

/** Targets of links and pictures that are no addresses, and no headings of the same page. */
const linksOf = (page: string): readonly string[] =>
  [...textOf(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target]) => target!);

describe("the pages", () => {
  test.each(pages)("%s links to files that exist", (page) => {
    expect(linksOf(page).filter((target) => !existsSync(join(top, dirname(page), target)))).toEqual([]);
  });

  test("the README leads to every page of docs/", () => {
    expect(pages.filter((page) => page.startsWith("docs/") && !linksOf("README.md").includes(page))).toEqual([]);
  });

  test("no page names a flag of ours that does not exist", () => {
    const known = new Set<string>(options.map(({ name }) => name));
    const wrong = pages.flatMap((page) =>
      [...textOf(page).matchAll(/tidewaiter (?:scan|git|files)[^`\n|]*/g)].flatMap(([command]) =>
        [...command.matchAll(/(?<=\s)--([a-z-]+)/g)].map(([, flag]) => flag!).filter((flag) => !known.has(flag)),
      ),
    );
    expect(wrong).toEqual([]);
  });
});
