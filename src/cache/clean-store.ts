import { countOf, findId, forShared, type IdList, listOf, union } from "../id-list.ts";
import { createRecords } from "./records.ts";

/**
 * What is known about an id: `object` and `layer` hold nothing that the rules look for, whatever their name and surroundings; a `tree`
 * is not searched; `passed/picture` and its like are passed over for what they are.
 */
export type Kind = "object" | "tree" | "layer" | `passed/${string}`;

/** Whether a kind is one of git's objects. */
export const isOfObjects = (kind: Kind): boolean => kind !== "layer";

/** Remembers contents in which a set of rules found nothing. Ids are in hexadecimal. */
export interface CleanStore {
  readonly isClean: (kind: Kind, id: string) => boolean;
  readonly add: (kind: Kind, id: string) => void;
  /** Calls with the place in `list` of every id that is known as this kind. */
  readonly forKnown: (kind: Kind, list: IdList, call: (place: number) => void) => void;
  readonly addAll: (kind: Kind, list: IdList) => void;
  readonly kinds: () => readonly Kind[];
  /** A text that a source left for its next run. */
  readonly note: () => string | undefined;
  readonly takeNote: (text: string | undefined) => void;
  /** Bytes that a source left for later runs, by a key of 64 hexadecimal digits. */
  readonly record: (key: string) => Buffer | undefined;
  readonly addRecord: (key: string, bytes: Buffer) => void;
}

/** A kind's ids of one length. */
export interface Section extends IdList {
  readonly kind: Kind;
}

interface Shelf {
  readonly kind: Kind;
  old: IdList;
  readonly added: string[];
  readonly lists: IdList[];
}

const isHex = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

export interface Remembered extends CleanStore {
  /** All that is known, in at most so many bytes; what this run learned comes first. Undefined when it learned nothing. */
  readonly contents: (maxBytes: number) => Contents | undefined;
}

/** All that a cache holds. */
export interface Contents {
  readonly sections: readonly Section[];
  readonly note: string | undefined;
  /** Encoded (records.ts). */
  readonly records?: Buffer;
}

/** Of a cache's bytes records may take so many. */
const maxRecords = 24 << 20;

const nothing = (idBytes: number): IdList => ({ ids: Buffer.alloc(0), idBytes });

export const createCleanStore = ({ sections: known, note: oldNote, records: oldRecords }: Contents): Remembered => {
  let note = oldNote;
  const records = createRecords(oldRecords ?? Buffer.alloc(0));
  const shelves = new Map<string, Shelf>();
  const shelfOf = (kind: Kind, idBytes: number): Shelf => {
    const key = `${kind} ${idBytes}`;
    const shelf = shelves.get(key) ?? { kind, old: nothing(idBytes), added: [], lists: [] };
    shelves.set(key, shelf);
    return shelf;
  };
  for (const { kind, ids, idBytes } of known) shelfOf(kind, idBytes).old = { ids, idBytes };

  const isClean = (kind: Kind, id: string): boolean => {
    const shelf = shelves.get(`${kind} ${id.length / 2}`);
    return shelf !== undefined && isHex.test(id) && findId(shelf.old, Buffer.from(id, "hex")) !== -1;
  };
  const add = (kind: Kind, id: string): void => {
    if (isHex.test(id) && !isClean(kind, id)) shelfOf(kind, id.length / 2).added.push(id);
  };
  const forKnown = (kind: Kind, list: IdList, call: (place: number) => void): void => {
    const shelf = shelves.get(`${kind} ${list.idBytes}`);
    if (shelf !== undefined) forShared(list, shelf.old, call);
  };
  const addAll = (kind: Kind, list: IdList): void => {
    if (list.ids.length > 0) shelfOf(kind, list.idBytes).lists.push(list);
  };
  const learned = ({ added, lists, old: { idBytes } }: Shelf): IdList =>
    lists.reduce((all, list) => union(all, list, Number.POSITIVE_INFINITY), listOf(added, idBytes));
  const contents = (maxBytes: number): Contents | undefined => {
    const all = [...shelves.values()].map((shelf) => ({ shelf, fresh: learned(shelf) }));
    if (all.every(({ fresh }) => fresh.ids.length === 0) && note === oldNote && !records.hasNew()) return undefined;
    const recorded = records.encoded(Math.min(maxRecords, maxBytes));
    let room = maxBytes - recorded.length - (note?.length ?? 0) * 3; // at most, in UTF-8
    const take = (list: IdList): number => {
      const count = Math.min(countOf(list), Math.floor(room / list.idBytes));
      room -= count * list.idBytes;
      return count;
    };
    const counts = all.map(({ fresh }) => take(fresh));
    const sections = all.map(({ shelf: { kind, old }, fresh }, i) => {
      const { idBytes } = fresh;
      const cut = { ids: fresh.ids.subarray(0, counts[i]! * idBytes), idBytes };
      const both = union(cut, old, counts[i]! + take(old));
      return { kind, ...both };
    });
    return { sections, note, records: recorded };
  };
  return {
    isClean,
    add,
    forKnown,
    addAll,
    kinds: () => [...shelves.values()].map(({ kind }) => kind),
    note: () => note,
    takeNote: (text) => {
      note = text;
    },
    record: records.get,
    addRecord: records.add,
    contents,
  };
};

/** For runs without a cache. */
export const forgetful: CleanStore = {
  isClean: () => false,
  add: () => {},
  forKnown: () => {},
  addAll: () => {},
  kinds: () => [],
  note: () => undefined,
  takeNote: () => {},
  record: () => undefined,
  addRecord: () => {},
};
