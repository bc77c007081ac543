import type { Hit } from "../detect/hit.ts";
import type { Location } from "../finding.ts";
import { type Sighting, span } from "../sighting.ts";
import type { Authorship } from "./people.ts";
import type { Origin } from "./provenance.ts";
import type { HitObject } from "./reading.ts";

/** Where an object came from, and whether a ref still reaches that commit. */
export interface Known {
  readonly origin: Origin;
  readonly reachable: boolean;
}

/** All that is known of the objects with hits. */
export interface Whereabouts {
  readonly known: ReadonlyMap<string, Known>;
  readonly people: ReadonlyMap<string, Authorship>;
  /** The commit whose tree tells what is still present: HEAD, or the end of a range. */
  readonly tip: string | undefined;
  readonly tipPaths: ReadonlyMap<string, readonly string[]>;
  readonly stagedPaths: ReadonlyMap<string, readonly string[]>;
  /** Whether refs could be followed, so that what they do not reach is known. */
  readonly walked: boolean;
}

/** Later than every commit: what HEAD, the index or nothing at all holds. */
const last = Number.MAX_SAFE_INTEGER;

/** A tree of notes names its blobs after the objects that they annotate, with slashes where git fans out. */
const notePath = /^(?:[0-9a-f]{2}\/)*[0-9a-f]{4,64}$/;
const isNote = (path: string): boolean => notePath.test(path) && [40, 64].includes(path.replaceAll("/", "").length);

/** The path of a content inside an archive follows the archive's own. */
const inside = (path: string, { inner }: HitObject): string => `${path}${inner}`;

const reach = (known: Known | undefined, { walked }: Whereabouts) =>
  known === undefined && !walked ? {} : { reachable: known?.reachable ?? false };

const commitOf = ({ id, type, target }: HitObject, known: Known | undefined): string | undefined => {
  if (type === "commit") return id;
  return type === "tag" ? target : known?.origin.commit;
};

const originOf = (object: HitObject, where: Whereabouts): Sighting["location"] | undefined => {
  const { id, type, by } = object;
  const known = where.known.get(id);
  const commit = commitOf(object, known);
  const who = by ?? (commit === undefined ? undefined : where.people.get(commit));
  const blobPath = known?.origin.path ?? "";
  const path = type === "blob" ? blobPath : `${type} message`;
  if (type === "blob" && path === "") return undefined;
  return {
    kind: type === "blob" && !isNote(path) ? "commit" : "message",
    path: inside(path, object),
    line: 0,
    column: 0,
    endLine: 0,
    endColumn: 0,
    ...(commit === undefined ? {} : { commit }),
    ...who,
    ...reach(known, where),
    present: where.tipPaths.get(id)?.includes(path) === true,
  };
};

const filesOf = (object: HitObject, where: Whereabouts): readonly Omit<Location, keyof ReturnType<typeof span>>[] => {
  const tip = where.tip === undefined ? {} : { commit: where.tip, reachable: true };
  const file = (path: string) => ({ kind: "file" as const, path: inside(path, object), present: true });
  const atTip = (where.tipPaths.get(object.id) ?? []).map((path) => ({ ...file(path), ...tip }));
  const staged = (where.stagedPaths.get(object.id) ?? []).map(file);
  return [...atTip, ...staged];
};

const nowhere = (object: HitObject, where: Whereabouts) => ({
  kind: "commit" as const,
  path: inside(`object ${object.id}`, object),
  ...reach(undefined, where),
  present: false,
});

/** Every place of every hit: the commit that brought it in, and the files in which the tip or the index still holds it. */
export const sightingsOf = (object: HitObject, where: Whereabouts): readonly Sighting[] => {
  const origin = originOf(object, where);
  const files = filesOf(object, where);
  const order = where.known.get(object.id)?.origin.order ?? last;
  const at = (
    hit: Hit,
    place: Omit<Location, "line" | "column" | "endLine" | "endColumn">,
    when: number,
  ): Sighting => ({
    hit,
    location: { ...place, ...span(hit) },
    order: when,
  });
  return object.hits.flatMap((hit) => [
    ...(origin === undefined ? [] : [at(hit, origin, order)]),
    ...files.map((file) => at(hit, file, last)),
    ...(origin === undefined && files.length === 0 ? [at(hit, nowhere(object, where), last)] : []),
  ]);
};
