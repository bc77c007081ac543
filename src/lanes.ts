/** Runs a piece of work on the first lane that is free; those that wait for one go in the order in which they came. */
export type RunOnLane<Lane> = <Result>(work: (lane: Lane) => Promise<Result>) => Promise<Result>;

/** Something that a lane does as long as there is nothing better to do. */
export interface Errand {
  readonly done: Promise<unknown>;
  /** Asks it to end soon. */
  readonly leave: () => void;
}

/** Lanes that soon have work anyway are sent on no errand. */
const moment = 20;

export const createLanes = <Lane>(
  lanes: readonly Lane[],
  errandFor: (lane: Lane) => Errand | undefined = () => undefined,
): RunOnLane<Lane> => {
  const free = [...lanes];
  const waiting: ((lane: Lane) => void)[] = [];
  /** Those that were not asked to end. */
  const errands = new Set<Errand>();
  let isSending = false;
  const leave = (lane: Lane): void => {
    const next = waiting.shift();
    if (next === undefined) {
      free.push(lane);
      sendLater();
    } else next(lane);
  };
  const send = (): void => {
    isSending = false;
    for (const lane of [...free]) {
      const errand = errandFor(lane);
      if (errand === undefined) return;
      free.splice(free.indexOf(lane), 1);
      errands.add(errand);
      void errand.done
        .catch(() => {}) // whoever gave it hears
        .then(() => {
          errands.delete(errand);
          leave(lane);
        });
    }
  };
  const sendLater = (): void => {
    if (isSending || free.length === 0) return;
    isSending = true;
    setTimeout(send, moment).unref();
  };
  const wait = (): Promise<Lane> => {
    const [errand] = errands;
    if (errand !== undefined) {
      errands.delete(errand);
      errand.leave();
    }
    return new Promise<Lane>((resolve) => waiting.push(resolve));
  };
  return async (work) => {
    const lane = free.shift() ?? (await wait());
    const result = work(lane);
    sendLater();
    return result.finally(() => leave(lane));
  };
};
