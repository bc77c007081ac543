import { createHash } from "node:crypto";
import type { CleanStore } from "./clean-store.ts";

/** Both digests of a layer: whoever unpacks an image checks at least one of them, so none but this very layer goes by the two. */
interface LayerId {
  readonly digest: string;
  readonly diffId: string;
}

/** Layers with more entries that hold something are read in full every time. */
const maxHolding = 1_000;

/** Digits of an id in the store, of a number at its end, and so of what is left for the layer. */
const [idDigits, numberDigits] = [64, 8] as const;
const layerDigits = idDigits - numberDigits;

const keyOf = ({ digest, diffId }: LayerId): string => createHash("sha256").update(`${digest} ${diffId}`).digest("hex");

/** The id of a number that belongs to a layer. */
const numbered = (key: string, number: number): string =>
  key.slice(0, layerDigits) + number.toString(16).padStart(numberDigits, "0");

/**
 * The layers of images that a store knows: clean ones by their key; for others an id that ends with the number of entries that hold
 * something, and one for each of these. Where not all of them are there, as in a file that was full, nothing is known.
 */
export const layersIn = (store: CleanStore) => {
  const numbersOf = (kind: "holding" | "entry", key: string): readonly number[] =>
    store
      .beginningWith(kind, key.slice(0, layerDigits), maxHolding + 1)
      .map((id) => Number.parseInt(id.slice(layerDigits), 16));
  const known = (id: LayerId): "clean" | readonly number[] | undefined => {
    const key = keyOf(id);
    if (store.isClean("layer", key)) return "clean";
    const [count, ...others] = numbersOf("holding", key);
    const entries = numbersOf("entry", key);
    return others.length === 0 && entries.length === count ? entries : undefined;
  };
  const remember = (id: LayerId, what: "clean" | readonly number[]): void => {
    const key = keyOf(id);
    if (what === "clean") store.add("layer", key);
    else if (what.length <= maxHolding) {
      store.add("holding", numbered(key, what.length));
      for (const entry of what) store.add("entry", numbered(key, entry));
    }
  };
  return { known, remember };
};
