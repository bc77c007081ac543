/** What the threads that scan the trees of a pack share with whoever started them. */
export interface Control {
  /** By `place`: the number of the next root to take, and why no more are taken. */
  readonly state: Int32Array;
  /** By `place`: objects, the bytes that they have unpacked, the bytes that they take in the pack. */
  readonly done: BigInt64Array;
  /** Unpacked bytes after which the scan ends. */
  readonly maxBytes: number;
}

const place = { next: 0, ending: 1, objects: 0, bytes: 1, packed: 2 } as const;

/** Why a scan ended before its last tree: 0 when it did not. */
export const ending = { none: 0, asked: 1, limit: 2 } as const;

/** Real histories unpack to less than a hundredth of this; a pack made to keep a scanner busy does not. */
const leastUnpacked = 2 ** 38;
const unpackedRatio = 1000;

/** Unpacked bytes of a pack after which the rest is given up. */
export const mostUnpacked = (packBytes: number): number => Math.max(leastUnpacked, unpackedRatio * packBytes);

export const createControl = (maxBytes: number): Control => ({
  state: new Int32Array(new SharedArrayBuffer(8)),
  done: new BigInt64Array(new SharedArrayBuffer(24)),
  maxBytes,
});

/** Takes the next root; several threads take from one list. */
export const takeRoot = ({ state }: Control): number => Atomics.add(state, place.next, 1);

export const endScan = ({ state }: Control, why: number = ending.asked): void =>
  void Atomics.compareExchange(state, place.ending, ending.none, why);

/** Ends what threads do when a signal says so, for as long as some work lasts. */
export const endedBy = async <Result>(
  signal: AbortSignal | undefined,
  control: Control,
  work: () => Promise<Result>,
): Promise<Result> => {
  const end = (): void => endScan(control);
  signal?.addEventListener("abort", end);
  if (signal?.aborted === true) end();
  return work().finally(() => signal?.removeEventListener("abort", end));
};

export const endingOf = ({ state }: Control): number => Atomics.load(state, place.ending);

/** What all threads did so far. */
export interface Amounts {
  readonly objects: number;
  readonly bytes: number;
  /** Bytes of the pack. */
  readonly packed: number;
}

export const amountsOf = ({ done }: Control): Amounts => ({
  objects: Number(Atomics.load(done, place.objects)),
  bytes: Number(Atomics.load(done, place.bytes)),
  packed: Number(Atomics.load(done, place.packed)),
});

/** One thread's count, and its ear for the end. */
export interface Pace {
  /** After each object; false when the scan is to end. */
  readonly goesOn: (bytes: number, packed: number) => boolean;
}

/** Threads tell each other what they did no more often than this: shared counters are slow. */
const [objectsBetween, bytesBetween] = [64, 1 << 20];

export const createPace = (control: Control): Pace => {
  const { done, maxBytes } = control;
  let [objects, bytes, packed] = [0, 0, 0];
  const tell = (): void => {
    Atomics.add(done, place.objects, BigInt(objects));
    Atomics.add(done, place.packed, BigInt(packed));
    const before = Number(Atomics.add(done, place.bytes, BigInt(bytes)));
    if (before + bytes > maxBytes) endScan(control, ending.limit);
    [objects, bytes, packed] = [0, 0, 0];
  };
  const goesOn = (some: number, ofPack: number): boolean => {
    objects++;
    bytes += some;
    packed += ofPack;
    if (objects >= objectsBetween || bytes >= bytesBetween) tell();
    return endingOf(control) === ending.none;
  };
  return { goesOn };
};
