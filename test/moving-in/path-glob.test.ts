import { expect, test } from "@jest/globals";
import { globsOfPath } from "../../src/moving-in/path-glob.ts";

test.each([
  ["node_modules", ["**/*node_modules*"]],
  ["(?:^|/)vendor(?:/.*)?$", ["**/vendor"]],
  ["^tests/fixtures/", ["tests/fixtures/**"]],
  ["(.*?)(jpg|png)$", ["**/*jpg", "**/*png"]],
  ["go\\.(?:mod|sum)$", ["**/*go.mod", "**/*go.sum"]],
  [".*/generated/.*\\.go$", undefined],
  ["^a[0-9]+$", undefined],
  ["(?i)\\.svg$", ["**/*.svg"]],
  ["a(?=b)", undefined],
  ["(", undefined],
  ["", undefined],
])("%s", (expression, globs) => {
  expect(globsOfPath(expression)).toEqual(globs);
});
