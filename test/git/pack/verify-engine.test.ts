import { expect, test } from "@jest/globals";
import { type CompareTask, compareTrees } from "../../../src/git/pack/compare-trees.ts";
import { verifyEngine } from "../../../src/git/pack/verify-engine.ts";
import { openRepository } from "../../../src/git/repository.ts";
import { createKernel } from "../../../src/kernel/kernel.ts";
import { createRepository } from "../../repositories.ts";
import { blob, blobId, writePack } from "./pack-writer.ts";

const kernel = createKernel();

/** Finds the letter Q, or as `inPlace` says where it must lie. */
const comparing =
  (inPlace: (content: Buffer) => number = (content) => content.indexOf("Q")) =>
  async (task: CompareTask) => {
    const found = (start: number) => (start === -1 ? [] : [{ start }]);
    return [
      compareTrees(kernel, task, {
        scan: (content) => found(content.indexOf("Q")),
        scanInPlace: ({ address, size }) => ({
          matches: found(inPlace(kernel.heap.bytes().subarray(address, address + size))),
          trace: undefined,
        }),
        discard: () => {},
      }),
    ];
  };

const repository = createRepository();
repository.commit("one", { "a.txt": "a Q\n", "b.txt": "b\n" });
repository.commit("two", { "a.txt": `a Q\n${"line\n".repeat(40)}`, "b.txt": "c Q\n" });
repository.git("repack", "-adq");
repository.commit("loose", { "c.txt": "loose Q\n" });

test("nothing differs in a repository that is whole", async () => {
  const check = await verifyEngine(await openRepository(repository.folder), comparing());
  expect(check).toMatchObject({ packs: 1, unpacked: 8, throughGit: 3, scanned: 6, matches: 3, differences: [] });
});

test("a scan of a delta that finds something else is told by the object's name", async () => {
  const check = await verifyEngine(
    await openRepository(repository.folder),
    comparing(() => -1),
  );
  const id = repository.git("rev-parse", "HEAD:a.txt");
  expect(check.differences).toHaveLength(3);
  expect(check.differences).toContainEqual(expect.stringMatching(`object ${id}: .* finds 1 matches, .* 0 or others`));
});

test("bytes that do not have the hash that their id says are told by the object's name", async () => {
  const { folder } = createRepository();
  const id = blobId(Buffer.from("right"));
  writePack(folder, [{ ...blob(Buffer.from("wrong")), id }, blob(Buffer.from("other"))]);
  const { differences } = await verifyEngine(await openRepository(folder), comparing());
  expect(differences).toEqual([expect.stringMatching(`object ${id}: this engine unpacks bytes whose hash is `)]);
});
