import { describe, expect, test } from "@jest/globals";
import { databaseOf } from "../files/databases.ts";
import { moduleOf } from "../files/modules.ts";
import { createRepository, githubToken } from "../repositories.ts";
import { scanHistory } from "../scanning.ts";

const token = githubToken("apart");

describe("in history, formats that run texts into each other are taken apart", () => {
  test.each([
    ["in a pack", ["gc", "-q"]],
    ["loose", ["status"]],
  ])("%s", async (_, command) => {
    const repository = createRepository();
    repository.commit("add", { "m.pyc": moduleOf(token), "app.db": databaseOf(4096, [["user", githubToken("row")]]) });
    repository.commit("remove", { "m.pyc": moduleOf("other"), "app.db": databaseOf(4096, [["user", "other"]]) });
    repository.git(...command);
    const { findings, coverage } = await scanHistory(repository.folder);
    expect(coverage.complete).toBe(true);
    expect(findings.map(({ secret }) => secret?.length)).toEqual([40, 40]);
    expect(findings.map(({ locations }) => locations.map(({ path }) => path).join()).sort()).toEqual([
      "app.db!(rows)",
      "m.pyc",
    ]);
  });
});
