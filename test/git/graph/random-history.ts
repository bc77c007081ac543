import fc from "fast-check";
import { createRepository, type TestRepository } from "../../repositories.ts";

/** What one commit does: of which earlier ones it is a child (counted back), when it says that it was made, which files it writes or deletes. */
interface Step {
  readonly parents: readonly number[];
  readonly time: number;
  readonly changes: readonly { readonly path: string; readonly content: number | undefined }[];
}

const paths = ["a.txt", "b/a.txt", "b/c/d.txt", "b/c/e f.txt", "z/é.txt", "b.txt", 'q/"x".txt'];

const change = fc.record({
  path: fc.constantFrom(...paths),
  // few contents, so that blobs and folders come back under other paths
  content: fc.option(fc.integer({ min: 0, max: 8 }), { nil: undefined, freq: 4 }),
});

export const histories: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    parents: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }),
    time: fc.integer({ min: 1_600_000_000, max: 1_600_000_040 }), // clocks lie, and agree
    changes: fc.array(change, { maxLength: 5 }),
  }),
  { minLength: 1, maxLength: 30 },
);

const quoted = (path: string): string => `"${path.replace(/["\\]/g, "\\$&")}"`;

/** As `git fast-import` reads it: each commit on a branch of its own until the next builds on it, some tagged. */
const streamOf = (steps: readonly Step[]): string =>
  steps
    .map(({ parents, time, changes }, i) => {
      const earlier = [...new Set(parents.map((back) => i - back).filter((parent) => parent >= 0))];
      const lines = [
        `commit refs/heads/b${i}`,
        `mark :${i + 1}`,
        `committer Ada <ada@example.org> ${time} +0100`,
        "data 1\nm",
        ...earlier.map((parent, n) => `${n === 0 ? "from" : "merge"} :${parent + 1}`),
        ...changes.map(({ path, content }) =>
          content === undefined ? `D ${quoted(path)}` : `M 100644 inline ${quoted(path)}\ndata 2\nc${content}`,
        ),
        "",
      ];
      const tag = `tag v${i}\nfrom :${i + 1}\ntagger Ada <ada@example.org> ${time} +0000\ndata 1\nt\n`;
      return lines.join("\n") + (i % 5 === 2 ? tag : "");
    })
    .join("");

/** A repository with such a history, all in one pack. */
export const repositoryOf = (steps: readonly Step[], ...options: readonly string[]): TestRepository => {
  const repository = createRepository("--bare", ...options);
  repository.gitWith(streamOf(steps), "fast-import", "--quiet");
  const last = `refs/heads/b${steps.length - 1}`;
  repository.git("symbolic-ref", "HEAD", last);
  // a branch that another one has is no more than its tip
  for (let i = 0; i < steps.length - 1; i += 2) repository.git("update-ref", "-d", `refs/heads/b${i}`);
  repository.git("repack", "-adfkq", "--window=20");
  return repository;
};
