import { chmodSync, existsSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { openRepository } from "../../src/git/repository.ts";
import { resolveRange, resolveSince } from "../../src/git/selection.ts";
import { cloneOf, createRepository, githubToken, type TestRepository, writeFileAt } from "../repositories.ts";
import { scanSources } from "../scanning.ts";

/** Every setting of a repository that names a program and that some reading command of git might come across. */
const programs = (program: string): readonly (readonly [string, string])[] => [
  ["core.fsmonitor", program],
  ["core.hooksPath", "hooks"],
  ["core.sshCommand", program],
  ["core.gitProxy", program],
  ["core.pager", program],
  ["core.editor", program],
  ["core.askPass", program],
  ["core.alternateRefsCommand", program],
  ["credential.helper", program],
  ["diff.external", program],
  ["diff.evil.command", program],
  ["diff.evil.textconv", program],
  ["filter.evil.clean", program],
  ["filter.evil.smudge", program],
  ["filter.evil.process", program],
  ["filter.evil.required", "true"],
  ["merge.evil.driver", program],
  ["gpg.program", program],
  ["log.showSignature", "true"],
  ["interactive.diffFilter", program],
  ["pager.log", program],
  ["pager.rev-list", program],
  ["pager.cat-file", program],
  ["uploadpack.packObjectsHook", program],
  ["submodule.inner.update", `!${program}`],
  ["sequence.editor", program],
  ["extensions.partialClone", "origin"],
  ["remote.origin.promisor", "true"],
  ["remote.origin.url", `ext::${program}`],
  ["remote.origin.uploadpack", program],
  ["remote.origin.vcs", "evil"],
  ["protocol.allow", "always"],
  ["protocol.ext.allow", "always"],
  ...["rev-list", "cat-file", "ls-tree", "ls-files", "diff-files", "diff-index", "rev-parse", "for-each-ref"].map(
    (name) => [`alias.${name}`, `!${program}`] as const,
  ),
];

const hostile = (repository: TestRepository): string => {
  const mark = join(repository.folder, ".git", "executed");
  const program = join(repository.folder, ".git", "evil.sh");
  writeFileSync(program, `#!/bin/sh\necho "$0 $@" >> ${mark}\ncat\n`);
  chmodSync(program, 0o755);
  for (const hook of [
    "post-index-change",
    "post-checkout",
    "pre-commit",
    "fsmonitor-watchman",
    "reference-transaction",
  ]) {
    writeFileAt(repository.folder, `.git/hooks/${hook}`, `#!/bin/sh\ntouch ${mark}\n`);
    chmodSync(join(repository.folder, ".git/hooks", hook), 0o755);
  }
  const included = programs(program).map(([key, value]) => {
    const [section, rest] = [key.slice(0, key.indexOf(".")), key.slice(key.indexOf(".") + 1)];
    const at = rest.lastIndexOf(".");
    const head = at === -1 ? `[${section}]` : `[${section} "${rest.slice(0, at)}"]`;
    return `${head}\n\t${rest.slice(at + 1)} = "${value}"\n`;
  });
  writeFileAt(repository.folder, ".git/evil.config", included.join(""));
  const config = "[core]\n\trepositoryformatversion = 1\n[include]\n\tpath = evil.config\n";
  writeFileAt(repository.folder, ".git/config", config);
  return mark;
};

/** An entry as young as the index is compared by content, for which git would run the clean filter. */
const makeRacy = (repository: TestRepository, path: string): void => {
  const time = new Date("2024-01-01T00:00:00Z");
  utimesSync(join(repository.folder, path), time, time);
  repository.git("update-index", "--refresh", "--", path);
  utimesSync(join(repository.folder, ".git/index"), time, time);
};

const scanAll = async (folder: string) => {
  const repository = await openRepository(folder);
  return scanSources(
    { kind: "history", repository },
    { kind: "work-tree", repository },
    { kind: "staged", repository },
    { kind: "revisions", repository, ...(await resolveRange(repository, "HEAD~1..HEAD")) },
    { kind: "revisions", repository, ...(await resolveSince(repository, "2000-01-01")) },
  );
};

const attributes = "* filter=evil diff=evil merge=evil\n";

test("no program that a repository's configuration names is ever run", async () => {
  const repository = createRepository();
  repository.commit("start", { ".gitattributes": attributes, "a.txt": "a\n", "b.txt": "b\n" });
  repository.commit("add", { "a.txt": `token = ${githubToken("hostile")}\n` });
  makeRacy(repository, "a.txt");
  repository.write("b.txt", "c\n");
  repository.write("untracked.txt", "c\n");
  const mark = hostile(repository);
  const report = await scanAll(repository.folder);
  expect(report.findings).toHaveLength(1);
  expect(existsSync(mark)).toBe(false);
});

test("nor for the objects that a partial clone lacks", async () => {
  const source = createRepository();
  source.git("config", "uploadpack.allowFilter", "true");
  source.commit("start", { ".gitattributes": attributes, "a.txt": "a\n" });
  source.commit("add", { "a.txt": `token = ${githubToken("hostile")}\n` });
  for (const filter of ["blob:none", "tree:0"]) {
    const clone = cloneOf(source, "--no-checkout", `--filter=${filter}`);
    const mark = hostile(clone);
    const report = await scanAll(clone.folder);
    expect(report.verdict.conclusion).toBe("incomplete");
    expect(existsSync(mark)).toBe(false);
  }
});

test("the settings are hostile: git itself runs them", async () => {
  const repository = createRepository();
  repository.commit("start", { ".gitattributes": attributes, "a.txt": "a\n" });
  makeRacy(repository, "a.txt");
  const mark = hostile(repository);
  expect(() => repository.git("-c", "core.fsmonitor=false", "diff-files")).toThrow("filter 'evil' failed");
  expect(existsSync(mark)).toBe(true);
});
