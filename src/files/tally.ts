import type { Missing, Skipped } from "../finding.ts";
import { type Inspect, type Sighted, type Sighting, span } from "../sighting.ts";
import { membersOf } from "./inspect-archive.ts";
import { hitsInTexts } from "./inspect-texts.ts";
import { mediaKind, whyPassedOver } from "./media.ts";

/** What was read so far and what it held. */
export interface Tally {
  /** `named` when the user asked for this very file: a damaged archive is then a gap, not something passed over. */
  readonly content: (content: Buffer, path: string, named: boolean) => Promise<void>;
  readonly skip: (what: string, reason: string) => void;
  readonly miss: (what: string, reason: string) => void;
  readonly sighted: () => Sighted;
}

export const createTally = (inspect: Inspect): Tally => {
  const sightings: Sighting[] = [];
  const missing: Missing[] = [];
  const skipped = new Map<string, Skipped>();
  let files = 0;
  let bytes = 0;

  const skip = (what: string, reason: string): void => {
    const key = `${what}\0${reason}`;
    skipped.set(key, { what, reason, count: (skipped.get(key)?.count ?? 0) + 1 });
  };
  const miss = (what: string, reason: string): void => void missing.push({ what, reason });

  const look = (content: Buffer, path: string): void => {
    const kind = mediaKind(content);
    if (kind !== undefined) {
      skip(kind, whyPassedOver(kind));
      return;
    }
    for (const { inner, hit } of hitsInTexts(content, inspect)) {
      const location = { kind: "file" as const, path: `${path}${inner}`, ...span(hit), present: true };
      sightings.push({ hit, location, order: Number.MAX_SAFE_INTEGER });
    }
  };

  const content = async (whole: Buffer, path: string, named: boolean): Promise<void> => {
    files++;
    bytes += whole.length;
    for await (const member of membersOf(whole, inspect)) {
      const at = `${path}${member.inner}`;
      if (member.kind === "content") look(member.content, at);
      else if (member.kind === "limit") miss(at, member.reason);
      else if (member.kind === "skipped") skip(member.what, member.reason);
      else if (named) miss(at, "a damaged archive: what is behind the damage was not unpacked");
      else skip("archive", "damaged: scanned without unpacking the rest");
    }
  };

  const sighted = (): Sighted => ({ sightings, coverage: { files, bytes, missing, skipped: [...skipped.values()] } });
  return { content, skip, miss, sighted };
};
