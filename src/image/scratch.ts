import { giveBack } from "./give-back.ts";
import { createSmallGunzip, type SmallGunzip } from "./inflater.ts";

/**
 * Memory that files are put together in, one after the other, since a buffer for each would be most of the work of the
 * garbage collector. What lies in it holds until the next file of the same depth is gathered.
 */
export interface Scratch {
  /** Room for so many bytes of a file at a depth, with what the first of it hold so far. */
  readonly room: (depth: number, size: number, filled: number) => Buffer;
  readonly gunzip: SmallGunzip["gunzip"];
  /** Gives all of it back. */
  readonly close: () => void;
}

const smallest = 1 << 20;
const gunzipRoom = 1 << 20;

export const createScratch = (): Scratch => {
  const buffers: Buffer[] = [];
  const room: Scratch["room"] = (depth, size, filled) => {
    const known = buffers[depth];
    if (known !== undefined && known.length >= size) return known;
    const larger = Buffer.allocUnsafeSlow(Math.max(smallest, 2 ** Math.ceil(Math.log2(size || 1))));
    known?.copy(larger, 0, 0, filled);
    if (known !== undefined) giveBack(known);
    buffers[depth] = larger;
    return larger;
  };
  let small: SmallGunzip | undefined;
  const gunzip: Scratch["gunzip"] = (packed) => {
    small ??= createSmallGunzip(gunzipRoom);
    return small.gunzip(packed);
  };
  const close = (): void => {
    small?.close();
    for (const buffer of buffers.splice(0)) if (buffer !== undefined) giveBack(buffer);
  };
  return { room, gunzip, close };
};
