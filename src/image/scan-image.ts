import type { Missing, Skipped } from "../finding.ts";
import type { Inspect, Sighted } from "../sighting.ts";
import { companionAnnotations, readCompanion } from "./companion.ts";
import { annotationNotes } from "./config-notes.ts";
import type { Dockerfile } from "./dockerfile.ts";
import { historyOf } from "./history.ts";
import { ImageError } from "./image-error.ts";
import type { LayerReading, LayerTask } from "./layer.ts";
import type { Layers } from "./layers.ts";
import { matchDockerfile } from "./match-dockerfile.ts";
import { inspectNotes } from "./notes.ts";
import { createPlaces, type Places } from "./place.ts";
import { inspectConfig, placeConfig } from "./place-config.ts";
import { placeLayers, type ScanRepository } from "./place-layers.ts";
import type { Shadow } from "./shadow.ts";
import type { ImageSource } from "./source.ts";
import { diffIdsOf, type KnownImage, storyOf } from "./story.ts";
import { type PlatformImage, type Walked, walkImage } from "./walk.ts";

export interface ImageScan {
  /** `linux/arm64`; all when empty. */
  readonly platforms: readonly string[];
  readonly inspect: Inspect;
  readonly layers: Layers;
  readonly scanRepository: ScanRepository;
  /** Of the repository; asked when something was found. */
  readonly dockerfiles: () => Promise<readonly Dockerfile[]>;
  /** Images that were looked at before. */
  readonly known: readonly KnownImage[];
  readonly signal?: AbortSignal | undefined;
}

/** More or fewer diff IDs than layers: what a layer unpacks to cannot be checked then. */
const unevenLayers = ({ layers, manifest, config }: PlatformImage): readonly Missing[] => {
  const known = diffIdsOf(config).length;
  if (known === layers.length || known === 0) return [];
  const reason = `its configuration knows ${known} layers, itself ${layers.length}: one of them is wrong`;
  return [{ what: `manifest ${manifest.digest}`, reason }];
};

const tasksOf = ({ config, layers }: PlatformImage): readonly LayerTask[] => {
  const diffIds = diffIdsOf(config);
  return layers.map((descriptor, i) => ({ descriptor, diffId: diffIds[i] }));
};

const holdsSomething = ({ hits, repositories }: LayerReading): boolean => hits.length + repositories.length > 0;

/** What each layer does to those below it, as far as there is something below it to tell of. */
const shadowsOf = async (
  tasks: readonly LayerTask[],
  readings: readonly LayerReading[],
  { layers }: ImageScan,
  source: ImageSource,
) => {
  const lowest = readings.findIndex(holdsSomething);
  const shadows: (Shadow | undefined)[] = [];
  for (const i of readings.keys())
    shadows.push(lowest !== -1 && i > lowest ? await layers.shadowOf(source, tasks[i]!) : undefined);
  return shadows;
};

const scanPlatform = async (places: Places, image: PlatformImage, scan: ImageScan, source: ImageSource) => {
  const inConfig = inspectConfig(image, scan.inspect);
  const tasks = tasksOf(image);
  const readings = await scan.layers.read(tasks);
  const isWorthTelling = inConfig.length > 0 || readings.some(holdsSomething);
  if (!isWorthTelling) return unevenLayers(image);
  const story = storyOf(image, {
    secrets: inConfig.map(({ hit }) => hit.secret),
    dockerfile: matchDockerfile(await scan.dockerfiles(), historyOf(image.config)),
    known: scan.known,
  });
  placeConfig(places, image, inConfig, story);
  const shadows = await shadowsOf(tasks, readings, scan, source);
  const missing = await placeLayers(places, image, { readings, shadows }, story, scan.scanRepository);
  return [...missing, ...unevenLayers(image)];
};

const placeAnnotations = (
  places: Places,
  annotations: Walked["annotations"],
  { inspect }: ImageScan,
  platform = "",
) => {
  for (const { of, hit } of inspectNotes(annotationNotes(annotations), inspect))
    places.add(hit, { kind: "config", path: of.path, present: true }, platform);
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
    for (const { hit, file, inner } of gathering.hits)
      places.add(hit, { kind: "config", path: `${file}${inner}`, present: true }, platform);
    placeAnnotations(places, companionAnnotations(companion), scan, platform);
  }
  return missing;
};

const maxLabel = 300;

export interface ScannedImage {
  readonly sighted: Sighted;
  /** Its images by platform, for those that are built on them. */
  readonly known: readonly KnownImage[];
}

const knownOf = (name: string, { images }: Walked): readonly KnownImage[] =>
  images.map(({ config, label }) => ({ name: label || name, diffIds: diffIdsOf(config) }));

/** Looks at an image: every layer of every platform once, and all that its documents say. */
export const scanImage = async (source: ImageSource, scan: ImageScan): Promise<ScannedImage> => {
  const places = createPlaces(source.name);
  const missing: Missing[] = [];
  const skipped: Skipped[] = [];
  let known: readonly KnownImage[] = [];
  let begun: Promise<void> | undefined;
  try {
    const walked = await walkImage(source, scan.platforms);
    known = knownOf(source.name, walked);
    missing.push(...walked.missing);
    skipped.push(...walked.skipped);
    placeAnnotations(places, walked.annotations, scan);
    missing.push(...(await placeCompanions(places, walked, scan, source)));
    const isOne = new Set(walked.images.map(({ label }) => label)).size < 2;
    begun = scan.layers.begin(source, walked.images.flatMap(tasksOf));
    for (const image of walked.images) {
      const called = isOne ? places : places.within(`${source.name} (${image.label.slice(0, maxLabel)})`);
      missing.push(...(await scanPlatform(called, image, { ...scan, known: [...scan.known, ...known] }, source)));
    }
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    missing.push({ what: "image", reason: error.message });
  } finally {
    await begun;
  }
  if (scan.signal?.aborted === true) missing.push({ what: "the rest of the image", reason: "interrupted" });
  const inImage = ({ what, reason }: Missing): Missing => ({ what: `${source.name}: ${what}`, reason });
  return { sighted: { sightings: places.sightings(), coverage: { missing: missing.map(inImage), skipped } }, known };
};
