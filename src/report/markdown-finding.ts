import type { Finding, Location } from "../finding.ts";
import { countOf } from "./amounts.ts";
import { withoutMiddle } from "./cut-text.ts";
import { escapeMarkdown, escapeWithLinks, markdownCode, markdownLink } from "./escape-markdown.ts";
import { severityIcons } from "./markdown-words.ts";
import { type Place, placesOf } from "./places.ts";
import { shortCommit } from "./signature.ts";
import { encodePath } from "./uri-path.ts";

export interface MarkdownStyle {
  /** Where the repository is seen on the web, without a slash at its end. */
  readonly repositoryUrl: string | undefined;
  readonly inHistory: boolean;
}

/** Places of a finding that its row lists. */
const maxPlaces = 3;
const maxPath = 160;

/** The page that shows a place: the file at its commit, or the commit whose message it is. */
const pageOf = ({ kind, commit, path, line, endLine }: Location, repositoryUrl: string | undefined) => {
  if (repositoryUrl === undefined || commit === undefined) return undefined;
  if (kind === "message") return `${repositoryUrl}/commit/${commit}`;
  const lines = endLine > line ? `#L${line}-L${endLine}` : `#L${line}`;
  return `${repositoryUrl}/blob/${commit}/${encodePath(path)}${lines}`;
};

const placeCell = ({ location, story }: Place, { repositoryUrl }: MarkdownStyle): string => {
  const label = markdownCode(`${withoutMiddle(location.path, maxPath)}:${location.line}`);
  const page = pageOf(location, repositoryUrl);
  const where = page === undefined ? label : markdownLink(label, page);
  return story.length === 0 ? where : `${where}<br>${story.map(escapeMarkdown).join(", ")}`;
};

const placesCell = (finding: Finding, style: MarkdownStyle): string => {
  const places = placesOf(finding.locations, style.inHistory);
  const more = places.length - maxPlaces;
  return [
    ...places.slice(0, maxPlaces).map((place) => placeCell(place, style)),
    ...(more > 0 ? [`and ${countOf(more, "more place")}`] : []),
  ].join("<br>");
};

const whatCell = ({ title, secret, check, proof, detail, fingerprint }: Finding): string =>
  [
    `**${escapeMarkdown(title)}**${secret === undefined ? "" : ` ${markdownCode(secret.redacted)}`}`,
    escapeMarkdown(detail),
    `${markdownCode(check)}, ${proof}`,
    `fingerprint ${markdownCode(fingerprint)}`,
  ]
    .filter(Boolean)
    .join("<br>");

export const findingHead: readonly string[] = ["| | What | Where | What to do |", "| --- | --- | --- | --- |"];

/** A finding as a row of the table. */
export const findingRow = (finding: Finding, style: MarkdownStyle): string =>
  `| ${severityIcons[finding.severity]} ${finding.severity}${finding.new === true ? "<br>new" : ""} | ${whatCell(finding)} | ${placesCell(finding, style)} | ${escapeWithLinks(finding.remediation)} |`;

export const ignoredHead: readonly string[] = ["| Ignored | Where | By | Reason |", "| --- | --- | --- | --- |"];

/** A finding that does not count, with who says so. */
export const ignoredRow = (finding: Finding, style: MarkdownStyle): string => {
  const { kind, by, reason } = finding.suppressed!;
  const first = placesOf(finding.locations, style.inHistory)[0];
  const where = first === undefined ? "" : placeCell({ location: first.location, story: [] }, style);
  const commit = first?.location.commit === undefined ? "" : ` ${markdownCode(shortCommit(first.location.commit))}`;
  return `| ${escapeMarkdown(finding.title)} | ${where}${commit} | ${kind}: ${markdownCode(by)} | ${escapeMarkdown(reason ?? "")} |`;
};
