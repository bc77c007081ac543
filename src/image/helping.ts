import type { Errand } from "../lanes.ts";
import { askToLeave, clearDesk, closeDesk, createDeskMemory, createLeaveMemory, type DeskMemory } from "./desk.ts";
import { type Help, type HelpOrder, joined } from "./help.ts";
import type { LayerOrder, LayerReading } from "./layer.ts";

/** A layer that is being read. */
interface Ongoing {
  readonly order: LayerOrder;
  readonly desk: DeskMemory;
  readonly helps: Promise<Help>[];
}

/** Threads without a layer of their own help those that have one: a layer is divided by its files. */
export interface Helpers {
  /** Reads a layer on a lane, with whoever comes to help. */
  readonly reading: (
    lane: number,
    order: LayerOrder,
    read: (order: LayerOrder) => Promise<LayerReading | undefined>,
  ) => Promise<LayerReading | undefined>;
  /** Where help is worth it most, if anywhere; a thread that is not started yet is for large layers alone. */
  readonly errand: (isStarted: boolean, ask: (order: HelpOrder) => Promise<Help>) => Errand | undefined;
}

/** Stored bytes of a layer from which on help is worth the messages, and starting a thread for it. */
const [worthHelp, worthThread] = [1 << 20, 16 << 20];

export const createHelpers = (): Helpers => {
  const desks = new Map<number, DeskMemory>();
  const ongoing = new Set<Ongoing>();

  const deskOf = (lane: number): DeskMemory => {
    const known = desks.get(lane) ?? createDeskMemory();
    desks.set(lane, known);
    clearDesk(known);
    return known;
  };
  const reading: Helpers["reading"] = async (lane, order, read) => {
    if (order.task.descriptor.size < worthHelp) return read(order);
    const desk = deskOf(lane);
    const mine: Ongoing = { order, desk, helps: [] };
    ongoing.add(mine);
    try {
      const result = await read({ ...order, desk });
      return result === undefined ? undefined : joined(result, await Promise.all(mine.helps));
    } finally {
      ongoing.delete(mine);
      closeDesk(desk);
      await Promise.allSettled(mine.helps);
    }
  };
  const share = ({ order, helps }: Ongoing): number => order.task.descriptor.size / (1 + helps.length);
  const errand: Helpers["errand"] = (isStarted, ask) => {
    const least = isStarted ? worthHelp : worthThread;
    const [most] = [...ongoing].sort((a, b) => share(b) - share(a));
    if (most === undefined || share(most) < least) return undefined;
    const { desk, order } = most;
    const leave = createLeaveMemory();
    const what = `layer ${order.task.descriptor.digest}`;
    const done = ask({ desk, leave, what, limits: order.limits, ledger: order.ledger });
    most.helps.push(done);
    return { done, leave: () => askToLeave(desk, leave) };
  };
  return { reading, errand };
};
