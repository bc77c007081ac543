/** A layer by what is checked whenever it is read: its digest as stored, and that of what it unpacks to. */
export interface LayerId {
  readonly digest: string;
  readonly diffId: string;
}

/** Remembers layers that were read to their end, for one set of rules. */
export interface LayerCache {
  /** Whether nothing at all was found in it. */
  readonly isClean: (id: LayerId) => boolean;
  /** What was found out about it, sealed (sealed.ts). */
  readonly sealed: (id: LayerId) => Buffer | undefined;
  readonly remember: (id: LayerId, isClean: boolean, sealed: () => Buffer | undefined) => void;
}

export const noCache: LayerCache = { isClean: () => false, sealed: () => undefined, remember: () => {} };
