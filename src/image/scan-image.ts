import type { Missing, Skipped } from "../finding.ts";
import type { Inspect, Sighted } from "../sighting.ts";
import { annotationNotes, type ConfigPlace, configNotes, historyNotes } from "./config-notes.ts";
import { historyOf } from "./history.ts";
import { ImageError } from "./image-error.ts";
import { nameAt } from "./instruction.ts";
import type { Layers } from "./layers.ts";
import { inspectNotes, type NoteHit } from "./notes.ts";
import { createPlaces, type Places } from "./place.ts";
import type { ImageSource } from "./source.ts";
import { removalOf, type Story, storyOf } from "./story.ts";
import { type PlatformImage, type Walked, walkImage } from "./walk.ts";

export interface ImageScan {
  /** `linux/arm64`; all when empty. */
  readonly platforms: readonly string[];
  readonly inspect: Inspect;
  readonly layers: Layers;
  readonly signal?: AbortSignal;
}

/** Without what was found as a secret in names. */
const scrubbed = (path: string, secrets: readonly string[]): string =>
  secrets.reduce((text, secret) => (secret === "" ? text : text.replaceAll(secret, "…")), path);

const absent = (name: string, value: string | undefined) => (value === undefined ? {} : { [name]: value });

/** A setting is told where it takes effect, not once more in the history; a build argument at the first step that knows it. */
const withoutRepeats = (hits: readonly NoteHit<ConfigPlace>[], story: Story): readonly NoteHit<ConfigPlace>[] => {
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

const placeConfig = (
  places: Places,
  image: PlatformImage,
  found: readonly NoteHit<ConfigPlace>[],
  story: Story,
): void => {
  for (const { of, hit } of withoutRepeats(found, story)) {
    const entry = of.entry ?? (of.setBy === undefined ? undefined : story.entrySetting(of.setBy.verb, of.setBy.name));
    const name = of.entry === undefined ? undefined : nameAt(story.history[of.entry]!.createdBy, hit.start);
    const place = {
      kind: "config" as const,
      path: name === undefined ? of.path : `${of.path}/${name}`,
      present: true,
      ...absent("instruction", story.instruction(entry)),
    };
    places.add(hit, place, image.platform);
  }
};

const placeLayers = async (
  places: Places,
  image: PlatformImage,
  story: Story,
  scan: ImageScan,
  source: ImageSource,
) => {
  const tasks = image.layers.map((descriptor, i) => ({ descriptor, diffId: story.diffIds[i] }));
  const readings = [];
  for (const task of tasks) readings.push(await scan.layers.read(source, task));
  const shadows = readings.map(({ shadow }) => shadow);
  for (const [i, { hits }] of readings.entries()) {
    const secrets = hits.filter(({ inner }) => inner.startsWith(" (")).map(({ hit }) => hit.secret);
    for (const { hit, file, inner } of hits) {
      const removed = removalOf(file, i, shadows, story);
      const place = {
        kind: "layer" as const,
        path: scrubbed(`${file}${inner}`, secrets),
        layer: image.layers[i]!.digest,
        layerNumber: i + 1,
        layerCount: tasks.length,
        present: removed === undefined,
        ...absent("instruction", story.instruction(story.entryOf(i))),
        ...(removed === undefined ? {} : { removed }),
      };
      places.add(hit, place, image.platform);
    }
  }
};

/** More or fewer diff IDs than layers: what a layer unpacks to cannot be checked then. */
const unevenLayers = ({ layers, manifest }: PlatformImage, story: Story): readonly Missing[] =>
  story.diffIds.length === layers.length || story.diffIds.length === 0
    ? []
    : [
        {
          what: `manifest ${manifest.digest}`,
          reason: `its configuration knows ${story.diffIds.length} layers, itself ${layers.length}: one of them is wrong`,
        },
      ];

const scanPlatform = async (places: Places, image: PlatformImage, scan: ImageScan, source: ImageSource) => {
  const notes = [
    ...configNotes(image.config),
    ...historyNotes(historyOf(image.config)),
    ...annotationNotes(image.annotations),
  ];
  const found = inspectNotes(notes, scan.inspect);
  const story = storyOf(
    image,
    found.map(({ hit }) => hit.secret),
  );
  placeConfig(places, image, found, story);
  await placeLayers(places, image, story, scan, source);
  return unevenLayers(image, story);
};

const placeAnnotations = (places: Places, { annotations }: Walked, { inspect }: ImageScan): void => {
  for (const { of, hit } of inspectNotes(annotationNotes(annotations), inspect))
    places.add(hit, { kind: "config", path: of.path, present: true }, "");
};

/** Looks at an image: every layer of every platform once, and all that its documents say. */
export const scanImage = async (source: ImageSource, scan: ImageScan): Promise<Sighted> => {
  const places = createPlaces(source.name);
  const missing: Missing[] = [];
  const skipped: Skipped[] = [];
  try {
    const walked = await walkImage(source, scan.platforms);
    missing.push(...walked.missing);
    skipped.push(...walked.skipped);
    placeAnnotations(places, walked, scan);
    for (const image of walked.images) missing.push(...(await scanPlatform(places, image, scan, source)));
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    missing.push({ what: "image", reason: error.message });
  }
  if (scan.signal?.aborted === true) missing.push({ what: "the rest of the image", reason: "interrupted" });
  const inImage = ({ what, reason }: Missing): Missing => ({ what: `${source.name}: ${what}`, reason });
  return { sightings: places.sightings(), coverage: { missing: missing.map(inImage), skipped } };
};
