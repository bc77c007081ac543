/** Bodies of GitHub's answers, as its description demands them. */
const when = "2026-11-23T10:00:00Z";
const site = "https://github.example";

export interface Account {
  readonly login: string;
  readonly type: "Bot" | "User";
}

const accountOf = ({ login, type }: Account) => {
  const url = `${site}/users/${encodeURIComponent(login)}`;
  const links = [
    "avatar",
    "events",
    "followers",
    "following",
    "gists",
    "html",
    "organizations",
    "received_events",
    "repos",
    "starred",
    "subscriptions",
  ];
  return {
    login,
    id: 41898282,
    node_id: "MDM6Qm90",
    gravatar_id: "",
    site_admin: false,
    type,
    url,
    ...Object.fromEntries(links.map((link) => [`${link}_url`, url])),
  };
};

export interface StoredComment {
  readonly id: number;
  readonly author: Account;
  body: string;
}

export const commentAnswer = ({ id, author, body }: StoredComment) => ({
  id,
  node_id: `IC_${id}`,
  url: `${site}/comments/${id}`,
  html_url: `${site}/comments/${id}`,
  issue_url: `${site}/issues/1`,
  user: accountOf(author),
  created_at: when,
  updated_at: when,
  author_association: "NONE",
  body,
});

export interface StoredCheck {
  readonly id: number;
  readonly name: string;
  readonly headSha: string;
  readonly conclusion: string;
  title: string;
  summary: string;
  readonly annotations: Readonly<Record<string, unknown>>[];
}

export const checkAnswer = ({ id, name, headSha, conclusion, title, summary, annotations }: StoredCheck) => ({
  id,
  node_id: `CR_${id}`,
  head_sha: headSha,
  external_id: "",
  url: `${site}/check-runs/${id}`,
  html_url: `${site}/check-runs/${id}`,
  details_url: site,
  status: "completed",
  conclusion,
  started_at: when,
  completed_at: when,
  name,
  check_suite: { id: 5 },
  app: null,
  pull_requests: [],
  output: { title, summary, text: null, annotations_count: annotations.length, annotations_url: `${site}/annotations` },
});

export const commitAnswer = (sha: string, parents: readonly string[]) => ({
  url: `${site}/commits/${sha}`,
  sha,
  node_id: "C_1",
  html_url: `${site}/commits/${sha}`,
  comments_url: `${site}/commits/${sha}/comments`,
  commit: {
    url: `${site}/commits/${sha}`,
    author: { name: "Ada", email: "ada@example.org", date: when },
    committer: { name: "Ada", email: "ada@example.org", date: when },
    message: "m",
    comment_count: 0,
    tree: { sha, url: `${site}/trees/${sha}` },
  },
  author: null,
  committer: null,
  parents: parents.map((parent) => ({ sha: parent, url: `${site}/commits/${parent}` })),
});
