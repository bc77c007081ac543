import type { Missing, Skipped } from "../finding.ts";
import type { Repository } from "../git/repository.ts";
import type { Inspect, Sighted } from "../sighting.ts";
import { companionAnnotations, readCompanion } from "./companion.ts";
import { annotationNotes, type ConfigPlace, configNotes, historyNotes } from "./config-notes.ts";
import { assembleRepository, type ImageRepository, joinRepositories } from "./git-repositories.ts";
import { historyOf } from "./history.ts";
import { ImageError } from "./image-error.ts";
import { nameAt } from "./instruction.ts";
import type { Layers } from "./layers.ts";
import { inspectNotes, type NoteHit } from "./notes.ts";
import { createPlaces, type Place, type Places } from "./place.ts";
import type { ImageSource } from "./source.ts";
import { removalOf, type Story, storyOf } from "./story.ts";
import { type PlatformImage, type Walked, walkImage } from "./walk.ts";

export interface ImageScan {
  /** `linux/arm64`; all when empty. */
  readonly platforms: readonly string[];
  readonly inspect: Inspect;
  readonly layers: Layers;
  /** Scans the history of a repository that lies in an image. */
  readonly scanRepository: (repository: Repository) => Promise<Sighted>;
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
  const placeOf = (file: string, i: number, path: string): Place => {
    const removed = removalOf(file, i, shadows, story);
    return {
      kind: "layer",
      path,
      layer: image.layers[i]!.digest,
      layerNumber: i + 1,
      layerCount: tasks.length,
      present: removed === undefined,
      ...absent("instruction", story.instruction(story.entryOf(i))),
      ...(removed === undefined ? {} : { removed }),
    };
  };
  for (const [i, { hits }] of readings.entries()) {
    const secrets = hits.filter(({ inner }) => inner.startsWith(" (")).map(({ hit }) => hit.secret);
    for (const { hit, file, inner } of hits)
      places.add(hit, placeOf(file, i, scrubbed(`${file}${inner}`, secrets)), image.platform);
  }
  const missing: Missing[] = [];
  for (const repository of joinRepositories(readings.map(({ repositories }) => repositories))) {
    const toPlace = (path: string): Place => placeOf(repository.mark, repository.layer, path);
    const coverage = await placeHistory(places, repository, toPlace, image.platform, scan);
    missing.push(
      ...(coverage.missing ?? []).map(({ what, reason }) => ({ what: `${repository.path}: ${what}`, reason })),
    );
  }
  return missing;
};

/** Where the history of a repository in an image holds a secret; what its HEAD shows is told with the commit. */
const placeHistory = async (
  places: Places,
  repository: ImageRepository,
  toPlace: (path: string) => Place,
  platform: string,
  scan: ImageScan,
): Promise<Sighted["coverage"]> => {
  const { repository: assembled, folder } = await assembleRepository(repository);
  try {
    const { sightings, coverage } = await scan.scanRepository(assembled);
    for (const { hit, location } of sightings) {
      const { path, commit, author, date, reachable } = location;
      if (location.kind === "file") continue;
      const who = { ...absent("commit", commit), ...absent("author", author), ...absent("date", date) };
      const place = {
        ...toPlace(`${repository.path}!${path}`),
        ...who,
        ...(reachable === undefined ? {} : { reachable }),
      };
      places.add(hit, place, platform);
    }
    return coverage;
  } finally {
    await folder.remove();
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
  const missing = await placeLayers(places, image, story, scan, source);
  return [...missing, ...unevenLayers(image, story)];
};

const placeAnnotations = (places: Places, { annotations }: Walked, { inspect }: ImageScan): void => {
  for (const { of, hit } of inspectNotes(annotationNotes(annotations), inspect))
    places.add(hit, { kind: "config", path: of.path, present: true }, "");
};

const placeCompanions = async (
  places: Places,
  { companions, images }: Walked,
  scan: ImageScan,
  source: ImageSource,
) => {
  const missing: Missing[] = [];
  for (const companion of companions) {
    const platform = images.find(({ manifest }) => manifest.digest === companion.about)?.platform ?? "";
    const gathering = await readCompanion(source, companion, scan.inspect);
    missing.push(...gathering.missing);
    const config = (path: string) => ({ kind: "config" as const, path, present: true });
    for (const { hit, file, inner } of gathering.hits) places.add(hit, config(`${file}${inner}`), platform);
    const notes = annotationNotes(companionAnnotations(companion));
    for (const { of, hit } of inspectNotes(notes, scan.inspect)) places.add(hit, config(of.path), platform);
  }
  return missing;
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
    missing.push(...(await placeCompanions(places, walked, scan, source)));
    for (const image of walked.images) missing.push(...(await scanPlatform(places, image, scan, source)));
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    missing.push({ what: "image", reason: error.message });
  }
  if (scan.signal?.aborted === true) missing.push({ what: "the rest of the image", reason: "interrupted" });
  const inImage = ({ what, reason }: Missing): Missing => ({ what: `${source.name}: ${what}`, reason });
  return { sightings: places.sightings(), coverage: { missing: missing.map(inImage), skipped } };
};
