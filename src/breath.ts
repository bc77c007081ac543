import { setImmediate } from "node:timers/promises";

/** Pauses in long work, in which a thread hears of interrupts, of what other programs wrote, and of time. */
export interface Breath {
  readonly isDue: () => boolean;
  readonly take: () => Promise<void>;
}

/** A pause is due after so many milliseconds. */
export const createBreath = (every: number): Breath => {
  let last = performance.now();
  return {
    isDue: () => performance.now() - last >= every,
    take: async () => {
      await setImmediate();
      last = performance.now();
    },
  };
};
