import { createHash } from "node:crypto";
import type { CleanStore } from "./clean-store.ts";

/** Both digests of a layer: whoever unpacks an image checks at least one of them, so none but this very layer goes by the two. */
interface LayerId {
  readonly digest: string;
  readonly diffId: string;
}

/**
 * The layers of images that a store knows: which are clean, and what was found out about them, as the image's side sealed it. `kind` parts
 * runs that want different things to be found out.
 */
export const layersIn = (store: CleanStore, kind = "") => {
  const keyOf = ({ digest, diffId }: LayerId): string =>
    createHash("sha256").update(`${digest} ${diffId} ${kind}`).digest("hex");
  return {
    isClean: (id: LayerId): boolean => store.isClean("layer", keyOf(id)),
    sealed: (id: LayerId): Buffer | undefined => store.record(keyOf(id)),
    remember: (id: LayerId, isClean: boolean, sealed: () => Buffer | undefined): void => {
      const key = keyOf(id);
      const record = sealed();
      if (isClean) store.add("layer", key);
      if (record !== undefined) store.addRecord(key, record);
    },
  };
};
