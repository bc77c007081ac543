import { describe, expect, test } from "@jest/globals";
import { createCleanStore } from "../../src/cache/clean-store.ts";
import { oldestRoot } from "../../src/git/oldest-root.ts";
import { openRepository } from "../../src/git/repository.ts";
import { createRepository, type TestRepository } from "../repositories.ts";

/** A store, and what was written to it last. */
const watchedStore = () => {
  const store = createCleanStore({ sections: [], note: undefined });
  const written: string[] = [];
  const addRecord = (key: string, bytes: Buffer): void => {
    written.push(bytes.toString());
    store.addRecord(key, bytes);
  };
  return { written, store: { ...store, addRecord } };
};

const rootOf = async ({ folder }: TestRepository, store?: ReturnType<typeof watchedStore>["store"]) =>
  oldestRoot(await openRepository(folder), undefined, store);

/** A history of its own beside that of HEAD, older than it. */
const beginElsewhere = (repository: TestRepository, name: string): string => {
  repository.git("checkout", "--quiet", "--orphan", name);
  return repository.commit(name, {}, { date: "1000000000 +0000" });
};

describe("the oldest root", () => {
  test("is the first commit of a plain history, and none before there is a commit", async () => {
    const repository = createRepository();
    expect(await rootOf(repository)).toBeUndefined();
    repository.commit("first", { a: "1" });
    const first = repository.git("rev-parse", "HEAD").trim();
    repository.commit("second", { a: "2" });
    expect(await rootOf(repository)).toBe(first);
  });

  test("is remembered for the commit of HEAD, and walked for anew where that is no longer behind HEAD", async () => {
    const repository = createRepository();
    repository.commit("first", { a: "1" });
    const { store, written } = watchedStore();
    const first = await rootOf(repository, store);
    const head = repository.git("rev-parse", "HEAD").trim();
    expect(written).toHaveLength(1);
    const other = "1".repeat(40);
    store.addRecord = () => {};
    const told = { ...store, record: () => Buffer.from(`${head} 1 ${other}`) };
    expect(await rootOf(repository, told)).toBe(other); // what was told is not walked for
    repository.commit("second", { a: "2" });
    expect(await rootOf(repository, told)).toBe(other); // nor is what lies before it
    beginElsewhere(repository, "elsewhere");
    expect(await rootOf(repository, told)).not.toBe(other);
    expect(await rootOf(repository, { ...store, record: () => Buffer.from("nonsense") })).not.toBe(first);
    expect(await rootOf(repository, { ...store, record: () => Buffer.from(`${other} 1 ${other}`) })).not.toBe(other);
  });

  test("is one that a merge brought in since, where that is older", async () => {
    const repository = createRepository();
    repository.commit("first", { a: "1" });
    const { store } = watchedStore();
    const first = await rootOf(repository, store);
    const branch = repository.git("symbolic-ref", "--short", "HEAD").trim();
    const older = beginElsewhere(repository, "older");
    repository.git("checkout", "--quiet", "--force", branch);
    repository.git("merge", "--quiet", "--allow-unrelated-histories", "-m", "joined", "older");
    expect(await rootOf(repository, store)).toBe(older);
    expect(first).not.toBe(older);
  });
});
