import type { Extract } from "tar-stream";

/** The content of an extended header that belongs to no member, or says something more than once. */
export interface Apart {
  readonly kind: "global" | "repeated";
  readonly content: Buffer;
  /** Of a global header: what it sets that readers differ in, such as `path`. */
  readonly disputed: readonly string[];
}

export type TakeApart = (apart: Apart) => void;

/**
 * POSIX has the records of a global header hold for all members that follow; Go, and so Docker, containerd and podman, passes
 * over them (archive/tar, `TypeXGlobalHeader`).
 */
const disputed = /^\d+ (path|linkpath|size)=/gm;

/** Parts of the library's reader (tar-stream 3, extract.js) that it does not promise to keep: a test tells when they are gone. */
interface Inside {
  readonly _header: { readonly type: string } | null;
  _pax: Readonly<Record<string, string>> | null;
  _decodeLongHeader: (content: Buffer) => void;
}

/** Whether a header says more than the records that were read from it: some replace others, or could not be read. */
export const isRepeating = (content: Buffer, records: Readonly<Record<string, string>>): boolean => {
  let length = 0;
  for (const [key, value] of Object.entries(records)) {
    const bare = Buffer.byteLength(key) + Buffer.byteLength(value) + 3; // a space, `=` and the end of the line
    length += bare + `${bare + `${bare}`.length}`.length;
  }
  return length < content.length;
};

/**
 * Has the library's reader give away what it drops: global headers, of which it would hold the records for those members
 * alone that have records of their own, and records that later ones of the same member replace.
 */
export const setApart = (reader: Extract, take: TakeApart): void => {
  const inside = reader as unknown as Inside;
  const decode = inside._decodeLongHeader.bind(reader);
  inside._decodeLongHeader = (content) => {
    const type = inside._header?.type;
    if (type === "pax-global-header") {
      const names = [...content.toString("latin1").matchAll(disputed)].map(([, name]) => name!);
      return take({ kind: "global", content, disputed: [...new Set(names)] });
    }
    const isSecond = type === "pax-header" && inside._pax !== null;
    if (isSecond) take({ kind: "repeated", content: Buffer.from(JSON.stringify(inside._pax)), disputed: [] });
    decode(content);
    if (inside._pax !== null && type === "pax-header" && isRepeating(content, inside._pax))
      take({ kind: "repeated", content, disputed: [] });
  };
};
