import type { PartOfFile } from "./parts.ts";

/**
 * A place in shared memory where the thread that reads a layer leaves files for other threads to look at. It looks at a file itself
 * where nobody helps, or all who do are busy: so none of them ever waits for the other.
 */

/** A file, or a part of one, and where what is found in it belongs. */
export interface Offered {
  /** Counted from the first that was offered. */
  readonly number: number;
  /** How many hits the reading thread had before it. */
  readonly at: number;
  readonly file: string;
  /** Of a file in parts. */
  readonly part?: PartOfFile;
}

/** Takes what was offered. Its content holds until the next is taken. */
export type TakeOffered = (offered: Offered, content: Buffer) => void;

/** Numbers that the threads share, and then for each slot its state and how many bytes it holds. */
const [signalAt, closedAt, helpersAt, statesAt, sizesAt] = [0, 1, 2, 4, 8] as const;
const [empty, full, taken] = [0, 1, 2] as const;

/** One for files, one also for a part of a large file and what is said of it. */
const sizes = [1 << 20, (4 << 20) + (1 << 16)] as const;
const numbersSize = 64;
/** Handing over costs little, so a helper soon has something to do. */
const enough = 256 << 10;
/** Two lengths before each file. */
const prefix = 8;

export type DeskMemory = SharedArrayBuffer;

export const createDeskMemory = (): DeskMemory => new SharedArrayBuffer(numbersSize + sizes[0] + sizes[1]);

const numbersOf = (memory: DeskMemory): Int32Array => new Int32Array(memory, 0, numbersSize / 4);

const slotsOf = (memory: DeskMemory): readonly Buffer[] =>
  sizes.map((size, slot) =>
    Buffer.from(memory as unknown as ArrayBuffer, numbersSize + (slot === 0 ? 0 : sizes[0]), size),
  );

const tell = (numbers: Int32Array): void => {
  Atomics.add(numbers, signalAt, 1);
  Atomics.notify(numbers, signalAt);
};

/** Makes it ready for another layer; no thread may be at it. */
export const clearDesk = (memory: DeskMemory): void => void numbersOf(memory).fill(0);

/** Ends all help: the layer is read, or will not be. */
export const closeDesk = (memory: DeskMemory): void => {
  const numbers = numbersOf(memory);
  Atomics.store(numbers, closedAt, 1);
  tell(numbers);
};

/** By which one helper is asked to leave. */
export type LeaveMemory = SharedArrayBuffer;

export const createLeaveMemory = (): LeaveMemory => new SharedArrayBuffer(4);

/** What it did not take is left for the others, at last for the reading thread. */
export const askToLeave = (memory: DeskMemory, leave: LeaveMemory): void => {
  Atomics.store(new Int32Array(leave), 0, 1);
  tell(numbersOf(memory));
};

/** Takes apart what one slot holds: a file after another, until a length of zero. */
const takeApart = (slot: Buffer, take: TakeOffered): void => {
  for (let at = 0; ; ) {
    const [said, size] = [slot.readUInt32LE(at), slot.readUInt32LE(at + 4)];
    if (said === 0) return;
    const start = at + prefix + said;
    take(JSON.parse(slot.toString("utf8", at + prefix, start)) as Offered, slot.subarray(start, start + size));
    at = start + size;
  }
};

/** The side of the thread that reads the layer. */
export interface Desk {
  /** False where it should look itself. */
  readonly offer: (offered: Omit<Offered, "number">, content: Buffer) => boolean;
  /** Ends it, and gives what nobody took. */
  readonly close: (take: TakeOffered) => void;
}

export const createDesk = (memory: DeskMemory): Desk => {
  const numbers = numbersOf(memory);
  const rooms = slotsOf(memory);
  let number = 0;
  /** The slot that is being filled, and how far. */
  let open: { readonly slot: number; filled: number } | undefined;

  const find = (size: number): typeof open => {
    const slot = sizes.findIndex((room, i) => size <= room && Atomics.load(numbers, statesAt + i) === empty);
    return slot === -1 ? undefined : { slot, filled: 0 };
  };
  const handOver = (): void => {
    if (open === undefined) return;
    rooms[open.slot]!.writeUInt32LE(0, open.filled);
    rooms[open.slot]!.writeUInt32LE(0, open.filled + 4);
    numbers[sizesAt + open.slot] = open.filled + prefix;
    Atomics.store(numbers, statesAt + open.slot, full);
    tell(numbers);
    open = undefined;
  };
  const offer: Desk["offer"] = (offered, content) => {
    if (Atomics.load(numbers, helpersAt) === 0) return false;
    const said = Buffer.from(JSON.stringify({ ...offered, number }));
    const size = prefix + said.length + content.length;
    if (open !== undefined && open.filled + size + prefix > sizes[open.slot]!) handOver();
    open ??= find(size + prefix);
    if (open === undefined) return false;
    const room = rooms[open.slot]!;
    room.writeUInt32LE(said.length, open.filled);
    room.writeUInt32LE(content.length, open.filled + 4);
    said.copy(room, open.filled + prefix);
    content.copy(room, open.filled + prefix + said.length);
    open.filled += size;
    number++;
    if (open.filled >= enough) handOver();
    return true;
  };
  const close: Desk["close"] = (take) => {
    handOver();
    Atomics.store(numbers, closedAt, 1);
    tell(numbers);
    for (const [slot, room] of rooms.entries())
      if (Atomics.compareExchange(numbers, statesAt + slot, full, taken) === full) takeApart(room, take);
  };
  return { offer, close };
};

/** How long a helper sleeps at most before it looks for an interrupt. */
const longest = 200;

/** The side of a helper: takes what is offered until the layer is read, it is asked to leave, or does not want to go on. */
export const helpAt = (memory: DeskMemory, leave: LeaveMemory, take: TakeOffered, isOver: () => boolean): void => {
  const isAskedToLeave = (): boolean => Atomics.load(new Int32Array(leave), 0) !== 0;
  const numbers = numbersOf(memory);
  const rooms = slotsOf(memory);
  let own = Buffer.alloc(0);
  /** A copy, so that the slot is free again at once. */
  const takeOne = (): Buffer | undefined => {
    const slot = rooms.findIndex((_, i) => Atomics.compareExchange(numbers, statesAt + i, full, taken) === full);
    if (slot === -1) return undefined;
    const size = numbers[sizesAt + slot]!;
    if (own.length < size) own = Buffer.allocUnsafeSlow(size);
    rooms[slot]!.copy(own, 0, 0, size);
    Atomics.store(numbers, statesAt + slot, empty);
    return own;
  };
  Atomics.add(numbers, helpersAt, 1);
  try {
    while (!isAskedToLeave() && !isOver()) {
      const signal = Atomics.load(numbers, signalAt);
      const isClosed = Atomics.load(numbers, closedAt) !== 0;
      const batch = takeOne();
      if (batch !== undefined) takeApart(batch, take);
      else if (isClosed) return;
      else Atomics.wait(numbers, signalAt, signal, longest);
    }
  } finally {
    Atomics.sub(numbers, helpersAt, 1);
  }
};
