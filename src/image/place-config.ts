import type { Inspect } from "../sighting.ts";
import { type ConfigPlace, configNotes, historyNotes, manifestNotes } from "./config-notes.ts";
import { historyOf } from "./history.ts";
import { nameAt } from "./instruction.ts";
import { inspectNotes, type NoteHit } from "./notes.ts";
import type { Places } from "./place.ts";
import { scrubbed } from "./scrub.ts";
import type { Story } from "./story.ts";
import type { PlatformImage } from "./walk.ts";

export type ConfigHit = NoteHit<ConfigPlace>;

/** Looks at all that an image's configuration and history say. */
export const inspectConfig = ({ config, document }: PlatformImage, inspect: Inspect): readonly ConfigHit[] =>
  inspectNotes([...configNotes(config), ...historyNotes(historyOf(config)), ...manifestNotes(document)], inspect);

/** A setting is told where it takes effect, not once more in the history; a build argument at the first step that knows it. */
const withoutRepeats = (all: readonly ConfigHit[], story: Story): readonly ConfigHit[] => {
  const told = new Set(all.filter(({ of }) => of.isCopy !== true).map(({ hit }) => hit.secret));
  const hits = all.filter(({ of, hit }) => of.isCopy !== true || !told.has(hit.secret));
  const settings = hits.filter(({ of }) => of.setBy !== undefined);
  const isSetAt = new Set(
    settings.map(({ of, hit }) => `${story.entrySetting(of.setBy!.verb, of.setBy!.name)} ${hit.secret}`),
  );
  const seen = new Set<string>();
  return hits.filter(({ of, hit }) => {
    if (of.entry === undefined) return true;
    const isRepeat = seen.has(hit.secret) || isSetAt.has(`${of.entry} ${hit.secret}`);
    seen.add(hit.secret);
    return !isRepeat;
  });
};

/** The entry to blame: of a build argument the ARG that lets it in, where there is one. */
const entryOf = ({ setBy, entry }: ConfigPlace, name: string | undefined, story: Story): number | undefined => {
  if (setBy !== undefined) return story.entrySetting(setBy.verb, setBy.name);
  return (name === undefined ? undefined : story.entrySetting("ARG", name)) ?? entry;
};

const nameOf = ({ of, hit }: ConfigHit, { history }: Story): string | undefined =>
  of.entry === undefined ? undefined : nameAt(history[of.entry]!.createdBy, hit.start);

export const placeConfig = (places: Places, image: PlatformImage, found: readonly ConfigHit[], story: Story): void => {
  const secrets = found.map(({ hit }) => hit.secret);
  for (const at of withoutRepeats(found, story)) {
    const name = nameOf(at, story);
    const path = name === undefined ? at.of.path : `${at.of.path}/${name}`;
    places.add(
      at.hit,
      { kind: "config", path: scrubbed(path, secrets), present: true, ...story.ofEntry(entryOf(at.of, name, story)) },
      image.platform,
    );
  }
};
