import type { Hit } from "../detect/hit.ts";
import type { Location, Removed } from "../finding.ts";
import { type Sighting, span } from "../sighting.ts";
import { ImageError } from "./image-error.ts";
import { scrubbed } from "./scrub.ts";

/** Later than every commit: what brought a secret into the history comes first. */
const order = Number.MAX_SAFE_INTEGER;

export type Place = Omit<Location, keyof ReturnType<typeof span>>;

/** Sightings of one image: what several platforms share is one place. */
export interface Places {
  readonly add: (hit: Hit, place: Place, platform: string) => void;
  /** The same for one of several images that the name stands for. */
  readonly within: (image: string) => Places;
  readonly sightings: () => readonly Sighting[];
}

/** A layer of many findings in many images is a trap; real ones stay far below. */
const maxPlaces = 200_000;

interface Shared {
  readonly hit: Hit;
  readonly place: Place;
  readonly platforms: Set<string>;
}

const removalKey = (removed: Removed | undefined): string =>
  removed === undefined ? "" : `${removed.how} ${removed.layer}`;

const keyOf = (hit: Hit, { kind, path, layer, layerNumber, commit, removed, instruction }: Place): string =>
  [hit.check, hit.secret, kind, path, hit.start, layer, layerNumber, commit, removalKey(removed), instruction].join(
    "\0",
  );

export const createPlaces = (name: string): Places => {
  const places = new Map<string, Shared>();
  let count = 0;
  const addTo = (image: string, hit: Hit, place: Place, platform: string): void => {
    if (++count > maxPlaces) throw new ImageError(`its findings stand in more than ${maxPlaces} places`);
    const key = `${keyOf(hit, place)}\0${image}`;
    const known = places.get(key);
    if (known !== undefined) known.platforms.add(platform);
    else {
      const path = scrubbed(place.path, [hit.secret]); // a name may be the secret: of a label, an annotation, a member of an archive
      places.set(key, { hit, place: { ...place, path, image }, platforms: new Set([platform]) });
    }
  };
  const sightings = (): readonly Sighting[] =>
    [...places.values()].map(({ hit, place, platforms }) => {
      const platform = [...platforms].filter(Boolean).sort().join(", ");
      const location: Location = { ...place, ...(platform === "" ? {} : { platform }), ...span(hit) };
      return { hit, location, order };
    });
  const within = (image: string): Places => ({
    add: (hit, place, platform) => addTo(image, hit, place, platform),
    within,
    sightings,
  });
  return within(name);
};
