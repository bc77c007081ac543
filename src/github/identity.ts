import { isJsonObject } from "../json-object.ts";
import type { Client } from "./client.ts";
import { recordAt, textAt } from "./payload.ts";

/** Who comments are from when a workflow's own token writes them. */
const actionsBot = "github-actions[bot]";

/** GraphQL and REST write a bot's name without and with this ending. */
const withoutEnding = (login: string): string => login.toLowerCase().replace(/\[bot\]$/, "");

/**
 * The login that this token writes as. `GET /user` is refused to the tokens of installations, such as a workflow's
 * own; GraphQL's `viewer` answers all of them.
 */
export const ownLogin = async (client: Client): Promise<string> => {
  try {
    const answer: unknown = await client.graphql("query { viewer { login } }");
    return (isJsonObject(answer) ? textAt(recordAt(answer, "viewer"), "login") : undefined) ?? actionsBot;
  } catch {
    return actionsBot;
  }
};

export interface Author {
  readonly login: string;
  readonly type: string;
}

/** Whether REST's author of a comment is the one that a login names; no person can pass as a bot of the same name. */
export const isSame = (author: Author | null | undefined, login: string): boolean => {
  if (author === null || author === undefined || withoutEnding(author.login) !== withoutEnding(login)) return false;
  return login.endsWith("[bot]") === false || author.type === "Bot";
};
