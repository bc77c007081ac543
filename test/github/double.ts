import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import {
  type Account,
  checkAnswer,
  commentAnswer,
  commitAnswer,
  type StoredCheck,
  type StoredComment,
} from "./answers.ts";
import { answerFault, operationOf, requestFaults } from "./contract.ts";
import { serveGit } from "./git-server.ts";

export const actionsBot: Account = { login: "github-actions[bot]", type: "Bot" };

/** How the double behaves; may be changed between runs. */
interface Behaviour {
  /** What the token may write. */
  readonly mayWrite: boolean;
  /** Requests that are answered by a secondary rate limit before any is taken. */
  readonly limited: number;
  /** Answers to requests, by `method template`, in place of the usual one. */
  readonly refuse: Readonly<Record<string, number>>;
  /** Who the token belongs to; GraphQL answers with an error where it is undefined. */
  readonly viewer: string | undefined;
  readonly commits: readonly { readonly sha: string; readonly parents: readonly string[] }[];
}

interface Request {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export interface Double {
  readonly url: string;
  readonly apiUrl: string;
  readonly comments: StoredComment[];
  readonly checks: StoredCheck[];
  readonly requests: Request[];
  /** What was wrong with requests, or with the double's own answers. */
  readonly faults: string[];
  readonly behave: (change: Partial<Behaviour>) => void;
  readonly close: () => Promise<void>;
}

export const token = "loopback-token-that-opens-nothing";

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const answer = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  body,
  headers,
});
const refusal = (status: number, message: string, headers = {}): Answer =>
  answer(status, { message, documentation_url: "https://docs.github.com/rest", status: String(status) }, headers);

type Body = Readonly<Record<string, unknown>>;
interface Call {
  readonly double: Double;
  readonly behaviour: Behaviour;
  readonly values: readonly string[];
  readonly query: URLSearchParams;
  readonly url: URL;
  readonly body: Body;
}

const paged = <T>({ query, url }: Call, all: readonly T[], toAnswer: (one: T) => unknown): Answer => {
  const size = Math.min(Number(query.get("per_page") ?? 30), 100);
  const page = Number(query.get("page") ?? 1);
  const last = Math.max(1, Math.ceil(all.length / size));
  const to = (number: number, rel: string): string => {
    const next = new URL(url);
    next.searchParams.set("page", String(number));
    return `<${next}>; rel="${rel}"`;
  };
  const links = page < last ? [to(page + 1, "next"), to(last, "last")] : [];
  const items = all.slice((page - 1) * size, page * size).map(toAnswer);
  return answer(200, items, links.length > 0 ? { link: links.join(", ") } : {});
};

interface SentOutput {
  readonly title: string;
  readonly summary: string;
  readonly annotations?: readonly Readonly<Record<string, unknown>>[];
}

const operations: Readonly<Record<string, (call: Call) => Answer>> = {
  "post /repos/{owner}/{repo}/check-runs": ({ double, body }) => {
    const output = body["output"] as SentOutput;
    const check: StoredCheck = {
      id: double.checks.length + 1,
      name: String(body["name"]),
      headSha: String(body["head_sha"]),
      conclusion: String(body["conclusion"]),
      title: output.title,
      summary: output.summary,
      annotations: [...(output.annotations ?? [])],
    };
    double.checks.push(check);
    return answer(201, checkAnswer(check));
  },
  "patch /repos/{owner}/{repo}/check-runs/{check_run_id}": ({ double, body, values }) => {
    const check = double.checks.find(({ id }) => id === Number(values[2]));
    if (check === undefined) return refusal(404, "Not Found");
    const output = body["output"] as SentOutput;
    check.title = output.title;
    check.summary = output.summary;
    check.annotations.push(...(output.annotations ?? []));
    return answer(200, checkAnswer(check));
  },
  "get /repos/{owner}/{repo}/issues/{issue_number}/comments": (call) =>
    paged(call, call.double.comments, commentAnswer),
  "post /repos/{owner}/{repo}/issues/{issue_number}/comments": ({ double, body }) => {
    const comment = { id: 1000 + double.comments.length, author: actionsBot, body: String(body["body"]) };
    double.comments.push(comment);
    return answer(201, commentAnswer(comment));
  },
  "patch /repos/{owner}/{repo}/issues/comments/{comment_id}": ({ double, body, values }) => {
    const comment = double.comments.find(({ id }) => id === Number(values[2]));
    if (comment === undefined) return refusal(404, "Not Found");
    comment.body = String(body["body"]);
    return answer(200, commentAnswer(comment));
  },
  "get /repos/{owner}/{repo}/commits": (call) =>
    paged(call, call.behaviour.commits, ({ sha, parents }) => commitAnswer(sha, parents)),
};

const graphql = ({ viewer }: Behaviour): Answer =>
  viewer === undefined
    ? answer(200, { errors: [{ message: "Resource not accessible by integration" }] })
    : answer(200, { data: { viewer: { login: viewer } } });

const secondaryLimit = refusal(403, "You have exceeded a secondary rate limit. Please wait.", { "retry-after": "1" });

/** Answers one call of the API and keeps account of what was wrong with it. */
const respond = (double: Double, behaviour: Behaviour, method: string, url: URL, body: Body): Answer => {
  const path = url.pathname.replace(/^\/api\/v3/, "");
  double.requests.push({ method, path, body });
  if (url.pathname === "/api/graphql") return graphql(behaviour);
  const operation = operationOf(method, path);
  if (operation === undefined) {
    double.faults.push(`${method} ${path} is no operation of the slice`);
    return refusal(404, "Not Found");
  }
  const faults = requestFaults(operation, url.searchParams, body);
  double.faults.push(...faults.map((fault) => `${method} ${path}: ${fault}`));
  const name = `${operation.method} ${operation.template}`;
  const refused = behaviour.refuse[name];
  if (refused !== undefined) return refusal(refused, refused === 422 ? "Validation Failed" : "Not Found");
  if (method !== "GET" && !behaviour.mayWrite) return refusal(403, "Resource not accessible by integration");
  if (faults.length > 0) return refusal(422, `Validation Failed: ${faults[0]}`);
  const given = operations[name]!({ double, behaviour, values: operation.values, query: url.searchParams, url, body });
  const fault = answerFault(operation, given.status, given.body);
  if (fault !== undefined) double.faults.push(`the double's answer to ${name}: ${fault}`);
  return given;
};

const send = (response: ServerResponse, { status, body, headers }: Answer): void => {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
  response.end(JSON.stringify(body));
};

const authorized = (request: IncomingMessage): boolean => request.headers.authorization === `token ${token}`;

/** A GitHub on the loopback interface: its REST API at `/api/v3`, as on GitHub Enterprise Server, and git over HTTP. */
export const startDouble = async (repositories?: string): Promise<Double> => {
  let behaviour: Behaviour = { mayWrite: true, limited: 0, refuse: {}, viewer: actionsBot.login, commits: [] };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url!, double.url);
    if (!url.pathname.startsWith("/api/")) return serveGit(request, response, repositories, token);
    const sent = await buffer(request);
    if (!authorized(request)) return send(response, refusal(401, "Bad credentials"));
    if (behaviour.limited > 0) {
      behaviour = { ...behaviour, limited: behaviour.limited - 1 };
      return send(response, secondaryLimit);
    }
    const body = sent.length === 0 ? {} : (JSON.parse(sent.toString()) as Body);
    send(response, respond(double, behaviour, request.method!, url, body));
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref(); // a test that failed before closing it does not keep the others waiting
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const double: Double = {
    url,
    apiUrl: `${url}/api/v3`,
    comments: [],
    checks: [],
    requests: [],
    faults: [],
    behave: (change) => {
      behaviour = { ...behaviour, ...change };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return double;
};
