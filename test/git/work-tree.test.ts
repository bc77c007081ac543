import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { openRepository } from "../../src/git/repository.ts";
import { repositoryIn } from "../repositories.ts";
import { onlyFinding, placesOf, scanSources } from "../scanning.ts";
import { holding, inBothPlaces, withSecret } from "./with-secret.ts";

describe("the work tree", () => {
  const scanAll = async (folder: string) => {
    const repository = await openRepository(folder);
    return scanSources({ kind: "history", repository }, { kind: "work-tree", repository });
  };

  test("changed, staged and untracked files, not the ignored ones", async () => {
    const { repository } = withSecret();
    repository.commit("ignore", { ".gitignore": "ignored.txt\n" });
    repository.write("start.txt", holding("changed"));
    repository.write("staged.txt", holding("staged"));
    repository.git("add", "staged.txt");
    repository.write("new/untracked.txt", holding("untracked"));
    repository.write("ignored.txt", holding("ignored"));
    expect(placesOf(await scanAll(repository.folder))).toEqual(
      [...inBothPlaces, "file new/untracked.txt:1:9", "file staged.txt:1:9", "file start.txt:1:9"].sort(),
    );
  });

  test("names with spaces, line feeds and bytes that are not UTF-8", async () => {
    const { repository } = withSecret();
    repository.write("a b\nc.txt", holding("feed"));
    writeFileSync(Buffer.from(`${repository.folder}/x\xff.txt`, "latin1"), holding("bytes"));
    const places = placesOf(await scanAll(repository.folder));
    expect(places).toContain("file a b\nc.txt:1:9");
    expect(places).toContain("file x\ufffd.txt:1:9");
  });

  test("a secret that is committed and still in a changed file is one place", async () => {
    const { repository } = withSecret();
    repository.write("b.txt", `${holding("kinds")}changed\n`);
    const report = await scanAll(repository.folder);
    expect(onlyFinding(report).locations).toHaveLength(2);
  });

  test("a repository inside that is no submodule is named", async () => {
    const { repository } = withSecret();
    const inner = repositoryIn(join(repository.folder, "vendor/inner"));
    mkdirSync(inner.folder, { recursive: true });
    inner.git("init", "--quiet");
    inner.commit("inner", { "x.txt": holding("inner") });
    const { coverage } = await scanAll(repository.folder);
    expect(coverage.skipped.map(({ what }) => what)).toContain("repository vendor/inner/");
  });
});
