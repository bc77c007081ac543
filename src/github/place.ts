import type { Location } from "../finding.ts";
import { within } from "../report/cut-text.ts";
import { escapeMarkdown, markdownCode, markdownLink } from "../report/escape-markdown.ts";
import { shortCommit } from "../report/signature.ts";
import { encodePath } from "../report/uri-path.ts";

const shownPath = 120;

/** Long paths keep their end, which says more. */
const shortened = (path: string): string =>
  path.length <= shownPath ? path : `…${path.slice(path.length - shownPath).replace(/^[\udc00-\udfff]/, "")}`;

/** The page that shows a location at the commit that brought it in: right whatever is pushed later. */
const urlOf = (repositoryUrl: string, { kind, path, line, commit }: Location): string => {
  if (kind === "message") return `${repositoryUrl}/commit/${commit}`;
  return `${repositoryUrl}/blob/${commit}/${encodePath(path)}?plain=1#L${line}`;
};

const named = ({ kind, path, line }: Location): string =>
  kind === "message" ? escapeMarkdown(path) : markdownCode(`${shortened(path)}:${line}`);

/** A location as a link, with the commit beside it. */
export const place = (repositoryUrl: string, location: Location): string => {
  const { commit } = location;
  if (commit === undefined) return named(location);
  const short = markdownLink(markdownCode(shortCommit(commit)), `${repositoryUrl}/commit/${commit}`);
  return `${markdownLink(named(location), urlOf(repositoryUrl, location))} in ${short}`;
};

const shownAuthor = 60;

/** Who and when; nobody is notified. */
export const authored = ({ author, date }: Location): string => {
  const name = author?.replace(/ <[^>]*>$/, "");
  if (name === undefined || name === "" || date === undefined) return "";
  return `${escapeMarkdown(within(name, shownAuthor))}, ${escapeMarkdown(date.slice(0, 10))}`;
};
