import type { Missing, Skipped } from "../finding.ts";
import type { Inspect, Sighted } from "../sighting.ts";
import type { RunAllowance } from "./allowance.ts";
import { readCompanion } from "./companion.ts";
import { type ConfigPlace, configNotes, historyNotes, manifestNotes } from "./config-notes.ts";
import type { Dockerfile } from "./dockerfile.ts";
import { historyOf } from "./history.ts";
import { ImageError } from "./image-error.ts";
import type { LayerReading, LayerTask } from "./layer.ts";
import type { Layers } from "./layers.ts";
import { matchDockerfile } from "./match-dockerfile.ts";
import { inspectNotes, type Note } from "./notes.ts";
import { createPlaces, type Places } from "./place.ts";
import { type ConfigHit, inspectConfig, placeConfig } from "./place-config.ts";
import { placeLayers, type ScanRepository } from "./place-layers.ts";
import type { Shadow } from "./shadow.ts";
import type { ImageSource } from "./source.ts";
import { diffIdsOf, type KnownImage, storyOf } from "./story.ts";
import { type Companion, type PlatformImage, type Walked, walkImage } from "./walk.ts";

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
  readonly allowance: RunAllowance;
  readonly signal?: AbortSignal | undefined;
}

/** More or fewer diff IDs than layers: what a layer unpacks to cannot be checked then. */
const unevenLayers = ({ layers, manifest, config }: PlatformImage): readonly Missing[] => {
  const known = diffIdsOf(config).length;
  if (known === layers.length || known === 0) return [];
  const reason = `its configuration knows ${known} layers, itself ${layers.length}: one of them is wrong`;
  return [{ what: `manifest ${manifest.digest}`, reason }];
};

const unreadLayers = ({ manifest }: PlatformImage, count: number): Missing => ({
  what: `manifest ${manifest.digest}`,
  reason: `${count} of its layers are not read: what the images of a run may cost is spent`,
});

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

const placeHits = (places: Places, hits: readonly ConfigHit[], platform: string): void => {
  for (const { of, hit } of hits) places.add(hit, { kind: "config", path: of.path, present: true }, platform);
};

/** With more, a configuration is a trap: no instruction is shown then, as each would be searched for each secret. */
const maxTold = 500;

const scanPlatform = async (places: Places, image: PlatformImage, scan: ImageScan, source: ImageSource) => {
  const inConfig = inspectConfig(image, scan.inspect);
  const tasks = tasksOf(image);
  const { readings, unread } = await scan.layers.read(tasks);
  const gaps = [
    ...unevenLayers(image),
    ...(unread > 0 && scan.allowance.isSpent() ? [unreadLayers(image, unread)] : []),
  ];
  const isWorthTelling = inConfig.length > 0 || readings.some(holdsSomething);
  if (!isWorthTelling) return gaps;
  const isTold = inConfig.length <= maxTold;
  const history = isTold ? historyOf(image.config) : [];
  const story = storyOf(isTold ? image : { ...image, config: { ...image.config, history } }, {
    secrets: isTold ? inConfig.map(({ hit }) => hit.secret) : [],
    dockerfile: matchDockerfile(await scan.dockerfiles(), history),
    known: scan.known,
  });
  if (isTold) placeConfig(places, image, inConfig, story);
  else placeHits(places, inConfig, image.platform);
  const shadows = await shadowsOf(tasks, readings, scan, source);
  const missing = await placeLayers(places, image, { readings, shadows }, story, scan);
  return [...missing, ...gaps];
};

type Notes = readonly Note<ConfigPlace>[];

const placeNotes = (places: Places, notes: Notes, { inspect }: ImageScan, platform = ""): void =>
  placeHits(places, inspectNotes(notes, inspect), platform);

/** What a companion says beside its layers. */
const companionNotes = ({ document, config }: Companion): Notes => [
  ...manifestNotes(document),
  ...[...configNotes(config), ...historyNotes(historyOf(config))].map(({ of, text }) => ({
    of: { path: `attestation/${of.path}` },
    text,
  })),
];

const placeCompanions = async (
  places: Places,
  { companions, images }: Walked,
  scan: ImageScan,
  source: ImageSource,
) => {
  const missing: Missing[] = [];
  for (const companion of companions) {
    const platform = images.find(({ manifest }) => manifest.digest === companion.about)?.platform ?? "";
    const gathering = await readCompanion(source, companion, scan);
    missing.push(...gathering.missing);
    for (const { hit, file, inner } of gathering.hits)
      places.add(hit, { kind: "config", path: `${file}${inner}`, present: true }, platform);
    placeNotes(places, companionNotes(companion), scan, platform);
  }
  return missing;
};

const maxLabel = 300;

export interface ScannedImage {
  readonly sighted: Sighted;
  /** Its images by platform, for those that are built on them. */
  readonly known: readonly KnownImage[];
  readonly contents: readonly string[];
}

const knownOf = (name: string, { images }: Walked): readonly KnownImage[] =>
  images.map(({ config, label }) => ({ name: label || name, diffIds: diffIdsOf(config) }));

/** Looks at an image: every layer of every platform once, and all that its documents say. */
export const scanImage = async (
  source: ImageSource,
  scan: ImageScan,
  contentsBefore?: ReadonlySet<string>,
): Promise<ScannedImage> => {
  const places = createPlaces(source.name);
  const missing: Missing[] = [];
  const skipped: Skipped[] = [];
  let known: readonly KnownImage[] = [];
  let contents: readonly string[] = [];
  let begun: Promise<void> | undefined;
  try {
    const walked = await walkImage(source, scan.platforms, contentsBefore);
    contents = walked.images.map((image) => image.contents);
    known = knownOf(source.name, walked);
    missing.push(...walked.missing);
    skipped.push(...walked.skipped);
    begun = scan.layers.begin(source, walked.images.flatMap(tasksOf));
    placeNotes(
      places,
      [
        ...walked.indexes.flatMap((index) => manifestNotes(index, "index")),
        ...Object.entries(source.around ?? {}).flatMap(([path, value]) => manifestNotes(value, path)),
      ],
      scan,
    );
    missing.push(...(await placeCompanions(places, walked, scan, source)));
    const isOne = new Set(walked.images.map(({ label }) => label)).size < 2;
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
  const coverage = { missing: missing.map(inImage), skipped };
  return { sighted: { sightings: places.sightings(), coverage }, known, contents };
};
