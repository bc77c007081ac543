import type { Heap } from "./heap.ts";

/** Behind a content: room for the kernel's wide loads. */
const slack = 48;

/** Most contents fit in so much; memory that is not written to costs nothing. */
const smallest = [4 << 20, 64 << 10] as const;

/** Places for contents that are looked at one after the other, one for each depth of what is decoded from what. */
export interface Rooms {
  /** Copies bytes to the depth's place and gives its address; they hold until others of that depth come. */
  readonly place: (depth: number, bytes: Buffer) => number;
}

interface Room {
  readonly address: number;
  readonly size: number;
}

/**
 * A room grows with the largest content, by twofold steps: a block for each content would leave one for each size behind, as
 * freed blocks are never merged (measured: 25 MB a thread on an image of a gigabyte).
 */
export const createRooms = (heap: Heap): Rooms => {
  const rooms: Room[] = [];
  const roomFor = (depth: number, size: number): Room => {
    const known = rooms[depth];
    if (known !== undefined && known.size >= size) return known;
    const larger = Math.max(smallest[Math.min(depth, 1)]!, 2 ** Math.ceil(Math.log2(size)));
    const room = { address: heap.allocate(larger), size: larger };
    if (known !== undefined) heap.free(known.address, known.size);
    rooms[depth] = room;
    return room;
  };
  const place: Rooms["place"] = (depth, bytes) => {
    const { address } = roomFor(depth, bytes.length + slack);
    heap.bytes().set(bytes, address);
    return address;
  };
  return { place };
};
