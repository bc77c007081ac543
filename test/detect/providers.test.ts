import { expect, test } from "@jest/globals";
import { rules } from "../../patterns/load.ts";
import { createDetector } from "../../src/detect/detector.ts";
import { patternFiles } from "../tokens/templates.ts";
import { fill } from "../tokens.ts";

/** Where two rules are right, the one that is told. */
const toldInstead: Readonly<Record<string, string>> = {
  "secrets/generic-api-key": "secrets/http-api-key-header",
  "secrets/package-manager-npmrc-token": "secrets/npm-legacy-token",
};

const templates = patternFiles.flatMap(({ file }) =>
  file.rules.flatMap(({ id, match }) =>
    match.map((template) => ({ check: `secrets/${file.provider}-${id}`, template })),
  ),
);

const detector = await createDetector(rules);

const checksOf = (template: string): readonly string[] => {
  const { text, start, end } = fill(template);
  const before = 'key = "';
  const content = Buffer.from(`${before}${text}"\n`, "latin1");
  return detector
    .scan(content)
    .filter((match) => match.start < before.length + end && match.end > before.length + start)
    .map(({ check }) => check);
};

test("with all rules at work each kind is told by its own name, once", () => {
  const confused = templates.flatMap(({ check, template }) => {
    const found = checksOf(template);
    const isOwn = found.length === 1 && (found[0] === check || found[0] === toldInstead[check]);
    return isOwn ? [] : [{ check, template, found }];
  });
  expect(confused).toEqual([]);
});
