import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createRepository, repositoryIn, type TestRepository, temporaryFolder } from "../repositories.ts";

/** A repository on the server `octo/demo` and the one in which its people work. */
export interface Forge {
  /** The folder below which the server keeps its repositories. */
  readonly root: string;
  readonly work: TestRepository;
  readonly server: TestRepository;
  /** Pushes revisions to the server's refs, as `revision:ref`. */
  readonly push: (...refspecs: readonly string[]) => void;
}

export const createForge = (): Forge => {
  const root = temporaryFolder();
  const folder = join(root, "octo", "demo");
  mkdirSync(folder, { recursive: true });
  const server = repositoryIn(folder);
  server.git("init", "--quiet", "--bare");
  const work = createRepository();
  return {
    root,
    work,
    server,
    push: (...refspecs) => void work.git("push", "--quiet", "--force", `file://${folder}`, ...refspecs),
  };
};

export interface PullRequest {
  readonly base: string;
  readonly head: string;
  readonly merge: string;
}

/** Opens or updates pull request 1: from the commit now checked out into `base`. GitHub makes the merge commit. */
export const openPullRequest = (forge: Forge, base: string): PullRequest => {
  const { work } = forge;
  const head = work.git("rev-parse", "HEAD");
  const tree = work.git("merge-tree", "--write-tree", base, head);
  const merge = work.git("commit-tree", tree, "-p", base, "-p", head, "-m", `Merge ${head} into ${base}`);
  forge.push(`${base}:refs/heads/main`, `${head}:refs/pull/1/head`, `${merge}:refs/pull/1/merge`);
  return { base, head, merge };
};

/** What actions/checkout leaves behind with its default `fetch-depth: 1`: one commit, detached. */
export const checkoutAtDepthOne = (forge: Forge, commit: string): TestRepository => {
  const checkout = createRepository();
  checkout.git("remote", "add", "origin", `file://${forge.server.folder}`);
  checkout.git("fetch", "--quiet", "--no-tags", "--depth=1", "origin", `+${commit}:refs/remotes/origin/checked-out`);
  checkout.git("checkout", "--quiet", "--force", commit);
  return checkout;
};
