import type { Target } from "./client.ts";
import { isSame, ownLogin } from "./identity.ts";

interface Comment {
  readonly id: number;
  readonly body: string;
}

/** Our own earlier comment: anybody can write the marker, so its author must be us. */
const findOwn = async ({ client, owner, repo }: Target, pull: number, marker: string): Promise<Comment | undefined> => {
  let login: string | undefined;
  const pages = client.paginate.iterator(client.rest.issues.listComments, {
    owner,
    repo,
    issue_number: pull,
    per_page: 100,
  });
  for await (const { data } of pages)
    for (const { id, body, user } of data) {
      if (body === undefined || !body.startsWith(marker)) continue;
      login ??= await ownLogin(client);
      if (isSame(user, login)) return { id, body };
    }
  return undefined;
};

/** GitHub may give line ends back as it likes. */
const sameText = (a: string, b: string): boolean =>
  a.replaceAll("\r\n", "\n").trim() === b.replaceAll("\r\n", "\n").trim();

export type Posted = "created" | "updated" | "unchanged" | "not needed";

/**
 * Keeps one comment in a pull request: edited in place, left alone when nothing changed, and only created when there
 * is something to say.
 */
export const keepComment = async (
  target: Target,
  pull: number,
  marker: string,
  body: string,
  worthCreating: boolean,
): Promise<Posted> => {
  const { client, owner, repo } = target;
  const known = await findOwn(target, pull, marker);
  if (known === undefined) {
    if (!worthCreating) return "not needed";
    await client.rest.issues.createComment({ owner, repo, issue_number: pull, body });
    return "created";
  }
  if (sameText(known.body, body)) return "unchanged";
  await client.rest.issues.updateComment({ owner, repo, comment_id: known.id, body });
  return "updated";
};
