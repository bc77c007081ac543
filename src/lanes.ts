/** Runs a piece of work on the first lane that is free; those that wait for one go in the order in which they came. */
export type RunOnLane<Lane> = <Result>(work: (lane: Lane) => Promise<Result>) => Promise<Result>;

export const createLanes = <Lane>(lanes: readonly Lane[]): RunOnLane<Lane> => {
  const free = [...lanes];
  const waiting: ((lane: Lane) => void)[] = [];
  const leave = (lane: Lane): void => {
    const next = waiting.shift();
    if (next === undefined) free.push(lane);
    else next(lane);
  };
  return async (work) => {
    const lane = free.shift() ?? (await new Promise<Lane>((resolve) => waiting.push(resolve)));
    return work(lane).finally(() => leave(lane));
  };
};
