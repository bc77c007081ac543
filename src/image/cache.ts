/** A layer by what is checked whenever it is read: its digest as stored, and that of what it unpacks to. */
export interface LayerId {
  readonly digest: string;
  readonly diffId: string;
}

/**
 * What was found out about a layer: that it holds nothing, or the only entries whose content holds something, by their number in its
 * tar, from 1. What is told beside contents, such as names, may hold something too where it is not clean.
 */
export type KnownLayer = "clean" | readonly number[];

/** Remembers layers that were read to their end, for one set of rules. */
export interface LayerCache {
  readonly known: (id: LayerId) => KnownLayer | undefined;
  readonly remember: (id: LayerId, what: KnownLayer) => void;
}

export const noCache: LayerCache = { known: () => undefined, remember: () => {} };
