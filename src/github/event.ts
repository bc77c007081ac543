import { UsageError } from "../usage-error.ts";
import { countAt, idAt, isNoObject, type Payload, recordAt, textAt } from "./payload.ts";

/** What an event asks to be scanned. */
export type Scope =
  | {
      readonly kind: "range";
      readonly base: string;
      readonly head: string;
      readonly expected?: number;
      readonly headRef?: string;
    }
  /** What a branch or tag has and the default branch has not; `before` where a pushed branch stood, if it still can be had. */
  | { readonly kind: "pushed"; readonly head: string; readonly before?: string; readonly onDefault: boolean }
  | { readonly kind: "everything"; readonly head: string }
  | { readonly kind: "nothing"; readonly reason: string; readonly head: string };

export interface GitHubEvent {
  readonly name: string;
  readonly scope: Scope;
  /** The pull request to comment on. */
  readonly pullRequest?: number;
  readonly defaultBranch: string | undefined;
  /** The commit that the check run belongs to. */
  readonly reportOn: string;
  /** The commit whose configuration judges: never the change's own on a pull request. */
  readonly judgedBy: string;
}

export interface Surroundings {
  readonly name: string;
  readonly sha: string;
  readonly payload: Payload;
}

const malformed = (name: string, what: string): UsageError =>
  new UsageError(`the payload of this ${name} event has no ${what}: is GITHUB_EVENT_PATH the runner's own file?`);

const required = <T>(value: T | undefined, name: string, what: string): T => {
  if (value === undefined) throw malformed(name, what);
  return value;
};

const pullRequestEvent = (name: string, pull: Payload): Omit<GitHubEvent, "defaultBranch"> => {
  const number = required(countAt(pull, "number"), name, "pull_request.number");
  const head = required(idAt(recordAt(pull, "head"), "sha"), name, "pull_request.head.sha");
  const base = required(idAt(recordAt(pull, "base"), "sha"), name, "pull_request.base.sha");
  const expected = countAt(pull, "commits");
  return {
    name,
    pullRequest: number,
    judgedBy: base,
    reportOn: head,
    scope: {
      kind: "range",
      base,
      head,
      headRef: `refs/pull/${number}/head`,
      ...(expected === undefined ? {} : { expected }),
    },
  };
};

const mergeGroupEvent = (name: string, group: Payload): Omit<GitHubEvent, "defaultBranch"> => {
  const head = required(idAt(group, "head_sha"), name, "merge_group.head_sha");
  const base = required(idAt(group, "base_sha"), name, "merge_group.base_sha");
  return { name, judgedBy: base, reportOn: head, scope: { kind: "range", base, head } };
};

const pushEvent = (
  name: string,
  payload: Payload,
  sha: string,
  defaultBranch: string | undefined,
): Omit<GitHubEvent, "defaultBranch"> => {
  const after = required(idAt(payload, "after"), name, "after");
  const before = required(idAt(payload, "before"), name, "before");
  if (payload["deleted"] === true || isNoObject(after)) {
    const reason = "the push deleted a branch or tag, so it brought in no commits";
    return { name, judgedBy: sha, reportOn: sha, scope: { kind: "nothing", reason, head: sha } };
  }
  const onDefault = defaultBranch !== undefined && payload["ref"] === `refs/heads/${defaultBranch}`;
  const pushed = { kind: "pushed", head: after, onDefault } as const;
  const reportOn = idAt(recordAt(payload, "head_commit"), "id") ?? after; // `after` may be an annotated tag
  return { name, judgedBy: after, reportOn, scope: isNoObject(before) ? pushed : { ...pushed, before } };
};

/**
 * Reads an event. Every event without a range of its own, such as `schedule` and `workflow_dispatch`, asks for the
 * whole history.
 */
export const readEvent = ({ name, sha, payload }: Surroundings): GitHubEvent => {
  const defaultBranch = textAt(recordAt(payload, "repository"), "default_branch");
  const pull = recordAt(payload, "pull_request");
  const group = recordAt(payload, "merge_group");
  if (pull !== undefined) return { ...pullRequestEvent(name, pull), defaultBranch };
  if (name === "merge_group" && group !== undefined) return { ...mergeGroupEvent(name, group), defaultBranch };
  if (name === "push") return { ...pushEvent(name, payload, sha, defaultBranch), defaultBranch };
  if (name.startsWith("pull_request")) throw malformed(name, "pull_request");
  if (idAt({ sha }, "sha") === undefined) throw new UsageError("GITHUB_SHA is not set to a commit");
  return { name, scope: { kind: "everything", head: sha }, judgedBy: sha, reportOn: sha, defaultBranch };
};
