import type { ArchiveReading } from "../files/inspect-archive.ts";

/** A content that is to be looked at. */
export interface Unread {
  readonly content: Buffer;
  /** The message of a commit or tag: no archive, whatever it looks like. */
  readonly isText: boolean;
}

/** Looks into archives, and at other contents, which are their own only member; an interrupt may leave the last ones out. */
export type InspectContents = (
  contents: readonly Unread[],
  signal?: AbortSignal,
) => Promise<readonly (ArchiveReading | undefined)[]>;

/** A content that waits until others were looked at. */
export interface Waiting extends Unread {
  readonly add: (reading: ArchiveReading) => void;
}

/** Contents in the order in which they came, some at a time. */
export interface Queue {
  readonly put: (waiting: Waiting) => void;
  /** Waits where enough contents do: for those before them. */
  readonly pause: () => Promise<void>;
  /** Settles when all were looked at. */
  readonly end: () => Promise<void>;
}

/** While so many objects, or bytes, are looked at, the next are read. */
const atATime = { objects: 500, bytes: 32 << 20 };

export const createQueue = (inspectContents: InspectContents, signal: AbortSignal | undefined): Queue => {
  let group: Waiting[] = [];
  let held = 0;
  let looking: Promise<void> = Promise.resolve();
  const lookAt = async (some: readonly Waiting[]): Promise<void> => {
    const readings = await inspectContents(some, signal);
    for (const [i, { add }] of some.entries()) if (readings[i] !== undefined) add(readings[i]);
  };
  const handOver = async (): Promise<void> => {
    const waiting = group;
    [group, held] = [[], 0];
    await looking;
    looking = lookAt(waiting);
    looking.catch(() => {}); // awaited before the next
  };
  return {
    put: (waiting) => {
      group.push(waiting);
      held += waiting.content.length;
    },
    pause: async () => {
      if (group.length >= atATime.objects || held >= atATime.bytes) await handOver();
    },
    end: async () => {
      await handOver();
      await looking;
    },
  };
};
