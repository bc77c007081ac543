import type { Location } from "../finding.ts";
import { imageStory } from "./image-story.ts";
import { signature } from "./signature.ts";

/** A place as a reader wants it: what brought a secret in and what still shows it are one place when they are the same line. */
export interface Place {
  readonly location: Location;
  /** Half sentences about the place, not yet escaped: they hold authors' names, and what images say of themselves. */
  readonly story: readonly string[];
}

const spot = ({ path, line }: Location): string => `${line} ${path}`;

const originStory = (location: Location): readonly string[] => {
  const by = signature(location);
  return [
    by === "" ? "" : `brought in by ${by}`,
    location.present === true ? "still in HEAD" : location.reachable === true ? "gone from HEAD" : "",
    location.reachable === false ? "no ref reaches it" : "",
  ].filter(Boolean);
};

const messageStory = (location: Location): readonly string[] => {
  const of = signature(location);
  return [of === "" ? "" : `of ${of}`, location.reachable === false ? "no ref reaches it" : ""].filter(Boolean);
};

const fileStory = (location: Location, inHistory: boolean): readonly string[] => {
  if (location.commit !== undefined) return [location.present === false ? "gone from HEAD" : "in HEAD"];
  return inHistory ? ["not yet committed"] : [];
};

const storyOf = (location: Location, inHistory: boolean): readonly string[] => {
  if (location.kind === "layer" || location.kind === "config") return imageStory(location);
  if (location.kind === "commit") return originStory(location);
  return location.kind === "message" ? messageStory(location) : fileStory(location, inHistory);
};

const turns: readonly (readonly Location["kind"][])[] = [["commit", "message"], ["file"], ["layer", "config"]];

const turnOf = ({ kind }: Location): number => turns.findIndex((kinds) => kinds.includes(kind));

/** What brought it in comes first, as reported; files follow by path and line, then images as reported. */
const inReadingOrder = (a: Location, b: Location): number => {
  const difference = turnOf(a) - turnOf(b);
  if (difference !== 0 || a.kind !== "file") return difference;
  return a.path === b.path ? a.line - b.line || a.column - b.column : a.path < b.path ? -1 : 1;
};

/**
 * The places of a finding. A file of HEAD that shows the secret on the line on which a commit brought it in is told with
 * that commit; `inHistory` says whether the scan knew a repository, so that a file outside it is worth a word.
 */
export const placesOf = (locations: readonly Location[], inHistory: boolean): readonly Place[] => {
  const origins = new Set(locations.filter(({ kind }) => kind === "commit").map(spot));
  const told = ({ kind, commit, present, ...rest }: Location): boolean =>
    kind === "file" && commit !== undefined && present !== false && origins.has(spot({ kind, ...rest }));
  return locations
    .filter((location) => !told(location))
    .sort(inReadingOrder)
    .map((location) => ({ location, story: storyOf(location, inHistory) }));
};
