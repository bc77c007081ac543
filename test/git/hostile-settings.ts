import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestRepository, writeFileAt } from "../repositories.ts";

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

/** Makes a repository's configuration and hooks run a program; gives the file that it leaves when it ran. */
export const hostile = (repository: TestRepository): string => {
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
