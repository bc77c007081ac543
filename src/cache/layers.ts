import type { CleanStore } from "./clean-store.ts";

const algorithm = "sha256:";

/** A diff ID (`sha256:…`) as the store knows it; empty, which is never known, for other algorithms. */
const idOf = (diffId: string): string => (diffId.startsWith(algorithm) ? diffId.slice(algorithm.length) : "");

/** The layers of images that a store knows as clean, by diff ID. */
export const layersIn = (store: CleanStore) => ({
  isClean: (diffId: string): boolean => store.isClean("layer", idOf(diffId)),
  markClean: (diffId: string): void => store.add("layer", idOf(diffId)),
});
