import { readObjects } from "./objects.ts";
import type { Repository } from "./repository.ts";

export interface Authorship {
  readonly author: string;
  /** ISO 8601 with the author's offset from UTC. */
  readonly date: string;
}

/** `Name <email> seconds ±hhmm`, as in the headers of commits and tags (git's Documentation/user-manual). */
const person = /^(?:author|tagger) (.*) (\d+) ([+-])(\d\d)(\d\d)$/m;

const isoDate = (seconds: number, sign: string, hours: string, minutes: string): string => {
  const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const shifted = new Date((seconds + offset * 60) * 1000);
  if (Number.isNaN(shifted.getTime())) return "";
  return `${shifted.toISOString().slice(0, 19)}${sign}${hours}:${minutes}`;
};

/** Who wrote a raw commit or tag object, and when. */
export const authorship = (raw: Buffer): Authorship => {
  const end = raw.indexOf("\n\n");
  const found = person.exec(raw.toString("utf8", 0, end === -1 ? raw.length : end));
  if (found === null) return { author: "", date: "" };
  const [, author, seconds, sign, hours, minutes] = found as unknown as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  return { author, date: isoDate(Number(seconds), sign, hours, minutes) };
};

/** Authors and dates of some commits. */
export const authorships = async (
  repository: Repository,
  commits: readonly string[],
): Promise<ReadonlyMap<string, Authorship>> => {
  const found = new Map<string, Authorship>();
  await readObjects(repository, commits, (id, _type, content) => found.set(id, authorship(content)));
  return found;
};
