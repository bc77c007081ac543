import { posix } from "node:path";
import { partitionPoint } from "../partition-point.ts";

/** How a layer hides what lower layers hold (image specification 1.1, layer.md, "Whiteouts"). */
export type Removal = "deleted" | "overwritten";

/** What a layer does to the paths below it. */
export interface Shadow {
  /** Undefined when the layer leaves a path of a lower one as it is. */
  readonly on: (path: string) => Removal | undefined;
}

const whiteout = ".wh.";
const opaque = ".wh..wh..opq";

/** A part of a path that `normalize` would take away, a slash at its end too. */
const oddPart = /(?:^|\/)\.{0,2}(?:\/|$)/;

/** As the paths of all layers are compared: without a leading slash or dot. */
export const normalPath = (name: string): string => {
  const path = name.startsWith("./") ? name.slice(2) : name; // as most tars write it
  if (path !== "" && !oddPart.test(path)) return path;
  return posix
    .normalize(name)
    .replace(/^(?:\.{0,2}\/)+/, "")
    .replace(/\/$/, "");
};

/** Of a whiteout file; such files are no content. */
export const isWhiteout = (path: string): boolean => path.startsWith(whiteout, path.lastIndexOf("/") + 1);

/** FNV-1a over UTF-16 units, twice with other seeds, as one number of 52 bits: millions of paths, eight bytes each. */
const hashOf = (kind: number, path: string): number => {
  let low = 0x811c9dc5 ^ kind;
  let high = 0xcbf29ce4 ^ kind;
  for (let at = 0; at < path.length; at++) {
    const unit = path.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x01000197);
  }
  return (high >>> 12) * 2 ** 32 + (low >>> 0);
};

const entryKind = 1;
const solidKind = 2;
const whiteoutKind = 3;
const opaqueKind = 4;

const ancestorsOf = (path: string): readonly string[] => {
  const ancestors: string[] = [];
  for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) ancestors.push(path.slice(0, at));
  return [...ancestors, ""];
};

/** Hashes of a layer's paths, ascending: plain data, which threads pass on. */
export type ShadowPaths = Float64Array;

export interface ShadowBuilder {
  /** A member by its normal path. */
  readonly add: (path: string, isDirectory: boolean) => void;
  /** By which `shadowFrom` knows what was added. */
  readonly build: () => ShadowPaths;
}

const search = (sorted: Float64Array, value: number): boolean =>
  sorted[partitionPoint(sorted.length, (place) => sorted[place]! < value)] === value;

export const createShadow = (): ShadowBuilder => {
  let hashes = new Float64Array(1024);
  let count = 0;
  const push = (kind: number, path: string): void => {
    if (count === hashes.length) {
      const larger = new Float64Array(hashes.length * 2);
      larger.set(hashes);
      hashes = larger;
    }
    hashes[count++] = hashOf(kind, path);
  };
  const add = (path: string, isDirectory: boolean): void => {
    if (!isWhiteout(path)) {
      push(entryKind, path);
      if (!isDirectory) push(solidKind, path);
      return;
    }
    const [folder, name] = [posix.dirname(path) === "." ? "" : posix.dirname(path), posix.basename(path)];
    if (name === opaque) push(opaqueKind, folder);
    else push(whiteoutKind, posix.join(folder, name.slice(whiteout.length)));
  };
  return { add, build: () => hashes.slice(0, count).sort() };
};

export const shadowFrom = (paths: ShadowPaths): Shadow => {
  const has = (kind: number, path: string): boolean => search(paths, hashOf(kind, path));
  const on = (path: string): Removal | undefined => {
    if (has(entryKind, path)) return "overwritten";
    if (has(whiteoutKind, path)) return "deleted";
    const isHidden = ancestorsOf(path).some(
      (folder) => has(whiteoutKind, folder) || has(opaqueKind, folder) || (folder !== "" && has(solidKind, folder)),
    );
    return isHidden ? "deleted" : undefined;
  };
  return { on };
};
