import { configured, type Remote } from "../git/fetch.ts";
import type { Setting } from "../git/git.ts";
import type { Repository } from "../git/repository.ts";
import type { Runner } from "./runner.ts";

/** The header that opens a repository on GitHub over HTTPS, as actions/checkout sends it. */
const tokenHeader = (token: string): string =>
  `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`;

/** Headers that actions/checkout left in the checkout's configuration (`persist-credentials`), for this server only. */
const persistedHeaders = async (checkout: Repository, serverUrl: string): Promise<readonly Setting[]> => {
  const key = `http.${serverUrl}/.extraheader`;
  return (await configured(checkout, key)).map((value): Setting => [key, value]);
};

/** The repository of the event, with the token only for the server that the token is for. */
export const remoteOf = async (
  { serverUrl, repository }: Runner,
  token: string,
  checkout: Repository | undefined,
): Promise<Remote> => {
  const url = `${serverUrl}/${repository}`;
  const key = `http.${serverUrl}/.extraheader`;
  if (token !== "") return { url, settings: [[key, tokenHeader(token)]] };
  return { url, settings: checkout === undefined ? [] : await persistedHeaders(checkout, serverUrl) };
};
