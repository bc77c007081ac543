/** Ids of equal length, ascending, one after the other. */
export interface IdList {
  readonly ids: Buffer;
  /** Bytes of one id: 20 or 32. */
  readonly idBytes: number;
}

export const countOf = ({ ids, idBytes }: IdList): number => Math.floor(ids.length / idBytes);

/** The id at a place, in hexadecimal. */
export const idAt = ({ ids, idBytes }: IdList, place: number): string =>
  ids.toString("hex", place * idBytes, (place + 1) * idBytes);

/**
 * Position of an id in a list, -1 when it is not there. A list that is not in order may lack ids that it holds, and never
 * holds one that it lacks.
 */
export const findId = ({ ids, idBytes }: IdList, id: Buffer): number => {
  let low = 0;
  let high = countOf({ ids, idBytes }) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = ids.compare(id, 0, idBytes, middle * idBytes, (middle + 1) * idBytes);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
};

/** Ascending or not at one place of each: first by four bytes as a number, which is most often enough. */
const compareAt = (a: IdList, i: number, b: IdList, j: number): number => {
  const { idBytes } = a;
  const [atA, atB] = [i * idBytes, j * idBytes];
  const first = a.ids.readUInt32BE(atA) - b.ids.readUInt32BE(atB);
  return first !== 0 ? first : a.ids.compare(b.ids, atB, atB + idBytes, atA, atA + idBytes);
};

/** Calls with the place in `a` of every id that both lists hold. */
export const forShared = (a: IdList, b: IdList, call: (place: number) => void): void => {
  const [countA, countB] = [countOf(a), countOf(b)];
  for (let i = 0, j = 0; i < countA && j < countB; ) {
    const order = compareAt(a, i, b, j);
    if (order === 0) call(i);
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
};

/** All ids of both lists, each once; no more than `most` of them. */
export const union = (a: IdList, b: IdList, most: number): IdList => {
  const { idBytes } = a;
  const [countA, countB] = [countOf(a), countOf(b)];
  const ids = Buffer.allocUnsafe(Math.min(countA + countB, most) * idBytes);
  let at = 0;
  for (let i = 0, j = 0; (i < countA || j < countB) && at < ids.length; at += idBytes) {
    const order = i === countA ? 1 : j === countB ? -1 : compareAt(a, i, b, j);
    if (order <= 0) a.ids.copy(ids, at, i * idBytes, (i + 1) * idBytes);
    else b.ids.copy(ids, at, j * idBytes, (j + 1) * idBytes);
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  return { ids: ids.subarray(0, at), idBytes };
};

/** A list of ids in hexadecimal, which may be in any order and repeat. */
export const listOf = (hex: Iterable<string>, idBytes: number): IdList => ({
  ids: Buffer.from([...new Set(hex)].sort().join(""), "hex"),
  idBytes,
});
