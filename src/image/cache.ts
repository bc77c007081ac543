/** Remembers layers in which nothing was found, by diff ID, for one set of rules. */
export interface LayerCache {
  readonly isClean: (diffId: string) => boolean;
  readonly markClean: (diffId: string) => void;
}

export const noCache: LayerCache = { isClean: () => false, markClean: () => {} };
