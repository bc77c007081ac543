import { describe, expect, test } from "@jest/globals";
import { createRepository, githubToken } from "../repositories.ts";
import { locationOf, placesOf, scanHistory } from "../scanning.ts";

describe("history", () => {
  test("names the commit that brought a secret in and the file that still holds it", async () => {
    const repository = createRepository();
    repository.commit("start", { "a.txt": "nothing\n" });
    const id = repository.commit(
      "add",
      { "b.txt": `x\ntoken = ${githubToken("plain")}\n` },
      { date: "1700000000 +0230" },
    );
    const report = await scanHistory(repository.folder);
    expect(placesOf(report)).toEqual(["commit b.txt:2:9", "file b.txt:2:9"]);
    expect(locationOf(report, "commit")).toMatchObject({
      commit: id,
      author: "Ada Tester <ada@example.org>",
      date: "2023-11-15T00:43:20+02:30",
      reachable: true,
      present: true,
    });
    expect(report.coverage).toMatchObject({ complete: true, commits: 2 });
  });
});
