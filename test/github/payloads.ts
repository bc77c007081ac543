/** Payloads of events in the shapes in which GitHub sends them (docs.github.com, "Webhook events and payloads"). */
const owner = { login: "octo", id: 1, node_id: "MDQ6VXNlcjE=", type: "Organization", site_admin: false };
const sender = { login: "ada", id: 2, node_id: "MDQ6VXNlcjI=", type: "User", site_admin: false };

const repositoryPayload = {
  id: 3,
  node_id: "R_3",
  name: "demo",
  full_name: "octo/demo",
  private: true,
  owner,
  html_url: "https://github.example/octo/demo",
  fork: false,
  default_branch: "main",
  visibility: "private",
};

export interface PullRequestFacts {
  readonly base: string;
  readonly head: string;
  readonly commits?: number;
  readonly fromFork?: boolean;
}

export const pullRequestPayload = ({ base, head, commits = 1, fromFork = false }: PullRequestFacts) => {
  const repo = fromFork ? { ...repositoryPayload, fork: true, full_name: "mallory/demo" } : repositoryPayload;
  return {
    action: "synchronize",
    number: 1,
    pull_request: {
      url: "https://github.example/api/v3/repos/octo/demo/pulls/1",
      id: 4,
      number: 1,
      state: "open",
      locked: false,
      title: "Change\n::error::not a command",
      user: sender,
      body: null,
      draft: false,
      head: { label: "octo:topic", ref: "topic", sha: head, user: sender, repo },
      base: { label: "octo:main", ref: "main", sha: base, user: owner, repo: repositoryPayload },
      author_association: "CONTRIBUTOR",
      merged: false,
      mergeable: null,
      comments: 0,
      review_comments: 0,
      commits,
      additions: 1,
      deletions: 0,
      changed_files: 1,
    },
    repository: repositoryPayload,
    sender,
  };
};

export const noObject = "0".repeat(40);

export interface PushFacts {
  readonly ref: string;
  readonly before: string;
  readonly after: string;
  readonly forced?: boolean;
  /** The commit at its head, where `after` is an annotated tag. */
  readonly commit?: string;
}

export const pushPayload = ({ ref, before, after, forced = false, commit = after }: PushFacts) => ({
  ref,
  before,
  after,
  base_ref: null,
  created: before === noObject,
  deleted: after === noObject,
  forced,
  compare: "https://github.example/octo/demo/compare",
  commits: [],
  head_commit: after === noObject ? null : { id: commit, message: "m", timestamp: "2026-11-23T10:00:00Z" },
  pusher: { name: "ada", email: "ada@example.org" },
  repository: repositoryPayload,
  sender,
});

export const mergeGroupPayload = (base: string, head: string) => ({
  action: "checks_requested",
  merge_group: {
    head_sha: head,
    head_ref: "refs/heads/gh-readonly-queue/main/pr-1-abc",
    base_sha: base,
    base_ref: "refs/heads/main",
    head_commit: { id: head, tree_id: head, message: "m", timestamp: "2026-11-23T10:00:00Z" },
  },
  repository: repositoryPayload,
  sender,
});

export const schedulePayload = () => ({ schedule: "0 3 * * 1", repository: repositoryPayload });

export const dispatchPayload = () => ({
  inputs: {},
  ref: "refs/heads/main",
  repository: repositoryPayload,
  sender,
  workflow: ".github/workflows/tidewaiter.yml",
});
