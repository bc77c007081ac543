import type { Missing } from "../finding.ts";
import type { Repository } from "../git/repository.ts";
import type { Sighted } from "../sighting.ts";
import type { RunAllowance } from "./allowance.ts";
import { assembleRepository, type ImageRepository, joinRepositories } from "./git-repositories.ts";
import type { LayerReading } from "./layer.ts";
import type { Place, Places } from "./place.ts";
import { scrubbed, secretsInNames } from "./scrub.ts";
import type { Shadow } from "./shadow.ts";
import { removalOf, type Story } from "./story.ts";
import type { PlatformImage } from "./walk.ts";

/** Scans the history of a repository that lies in an image. */
export type ScanRepository = (repository: Repository, signal: AbortSignal) => Promise<Sighted>;

/** How histories are scanned, and for how long. */
export interface HistoryMeans {
  readonly scanRepository: ScanRepository;
  readonly allowance: Pick<RunAllowance, "historyTime" | "useHistoryTime">;
}

const tooSlow = "its history takes far longer than others of its size: the rest is not read";

/** Scans for as long as the run allows. */
const scanInTime = async (repository: Repository, { scanRepository, allowance }: HistoryMeans): Promise<Sighted> => {
  const left = allowance.historyTime();
  const slow = { what: "history", reason: tooSlow };
  if (left === 0) return { sightings: [], coverage: { missing: [slow] } };
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), left);
  const start = performance.now();
  try {
    const { sightings, coverage } = await scanRepository(repository, stop.signal);
    const missing = [...(coverage.missing ?? []), ...(stop.signal.aborted ? [slow] : [])];
    return { sightings, coverage: { ...coverage, missing } };
  } finally {
    clearTimeout(timer);
    allowance.useHistoryTime(performance.now() - start);
  }
};

type PlaceOf = (file: string, layer: number, path: string) => Place;

/** The layers of an image, as they were read. */
export interface ReadLayers {
  readonly readings: readonly LayerReading[];
  /** What each does to those below it, where there is something to tell of. */
  readonly shadows: readonly (Shadow | undefined)[];
}

const placer = (image: PlatformImage, { readings, shadows }: ReadLayers, story: Story): PlaceOf => {
  return (file, i, path) => {
    const removed = removalOf(file, i, shadows, story);
    return {
      kind: "layer",
      path,
      layer: image.layers[i]!.digest,
      layerNumber: i + 1,
      layerCount: readings.length,
      present: removed === undefined,
      ...story.ofLayer(i),
      ...(removed === undefined ? {} : { removed }),
    };
  };
};

/** What a commit brought in, in the words of a location; what HEAD shows is told with the commit. */
const placeHistory = async (
  places: Places,
  repository: ImageRepository,
  toPlace: (path: string) => Place,
  platform: string,
  means: HistoryMeans,
): Promise<readonly Missing[]> => {
  const { repository: assembled, folder } = await assembleRepository(repository);
  try {
    const { sightings, coverage } = await scanInTime(assembled, means);
    for (const { hit, location } of sightings) {
      if (location.kind === "file") continue;
      const { path, commit, author, date, reachable } = location;
      const who = Object.fromEntries(
        Object.entries({ commit, author, date, reachable }).filter(([, value]) => value !== undefined),
      );
      places.add(hit, { ...toPlace(`${repository.path}!${path}`), ...who }, platform);
    }
    return (coverage.missing ?? []).map(({ what, reason }) => ({ what: `${repository.path}: ${what}`, reason }));
  } finally {
    await folder.remove();
  }
};

/** Places what the layers of an image hold, and what the repositories in them hold. */
export const placeLayers = async (
  places: Places,
  image: PlatformImage,
  layers: ReadLayers,
  story: Story,
  means: HistoryMeans,
): Promise<readonly Missing[]> => {
  const { readings } = layers;
  const placeOf = placer(image, layers, story);
  for (const [i, { hits }] of readings.entries()) {
    const secrets = secretsInNames(hits);
    for (const { hit, file, inner } of hits)
      places.add(hit, placeOf(file, i, scrubbed(`${file}${inner}`, secrets)), image.platform);
  }
  const missing: Missing[] = [];
  for (const repository of joinRepositories(readings.map(({ repositories }) => repositories))) {
    const toPlace = (path: string): Place => placeOf(repository.mark, repository.layer, path);
    missing.push(...(await placeHistory(places, repository, toPlace, image.platform, means)));
  }
  return missing;
};
