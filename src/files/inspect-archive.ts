import type { Hit } from "../detect/hit.ts";
import type { Skipped } from "../finding.ts";
import type { Inspect } from "../sighting.ts";
import { archiveKind, unpack } from "./archive.ts";
import { inspectTexts, runsTextsTogether } from "./inspect-texts.ts";
import { mediaKind, whyPassedOver } from "./media.ts";
import type { Member } from "./member.ts";

/** What an archive holds. `inner` is a member's path in it, after an exclamation mark. Plain data: threads pass it on. */
export interface ArchiveReading {
  readonly found: readonly { readonly inner: string; readonly hits: readonly Hit[] }[];
  /** Of what not all was read: limits of ours. */
  readonly limited: readonly { readonly inner: string; readonly reason: string }[];
  readonly skipped: readonly Omit<Skipped, "count">[];
}

function* closed(content: Buffer): Generator<Member> {
  if (archiveKind(content) !== undefined)
    yield { kind: "skipped", inner: "", what: "archive", reason: "left closed, as --no-archives asks" };
  yield { kind: "content", inner: "", content };
}

/** What is scanned of a content: the members of an archive; itself, where it is none or archives are left closed. */
export const membersOf = (content: Buffer, { leavesClosed }: Inspect): AsyncGenerator<Member> | Generator<Member> =>
  leavesClosed === true ? closed(content) : unpack(content);

/** Whether a content is to be taken apart for a scan: an archive, or texts that run into each other. */
export const isReadApart = (content: Buffer): boolean =>
  archiveKind(content) !== undefined || runsTextsTogether(content);

/** Unpacks an archive and scans its members; anything else is its own only member. */
export const inspectArchive = async (content: Buffer, inspect: Inspect): Promise<ArchiveReading> => {
  const found: { inner: string; hits: readonly Hit[] }[] = [];
  const limited: { inner: string; reason: string }[] = [];
  const skipped: Omit<Skipped, "count">[] = [];
  const look = (inner: string, member: Buffer): void => {
    const kind = mediaKind(member);
    if (kind !== undefined) skipped.push({ what: kind, reason: whyPassedOver(kind) });
    else for (const text of inspectTexts(member, inspect)) found.push({ ...text, inner: `${inner}${text.inner}` });
  };
  for await (const member of membersOf(content, inspect)) {
    const { inner } = member;
    if (member.kind === "content") look(inner, member.content);
    else if (member.kind === "limit") limited.push({ inner, reason: member.reason });
    else if (member.kind === "skipped") skipped.push({ what: member.what, reason: member.reason });
    else skipped.push({ what: "archive", reason: "damaged: scanned without unpacking the rest" });
  }
  return { found, limited, skipped };
};
