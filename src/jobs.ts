import { availableParallelism } from "node:os";
import { ownPackBytes } from "./git/pack/stores.ts";
import type { Plan } from "./plan.ts";

/** A second thread has to load and compile all that the first has: with less for each, two are no faster on two cores than one (measured). */
const [worthAllCores, worthThread] = [16 << 20, 4 << 20];

const packBytesOf = ({ sources }: Plan): number => {
  let bytes = 0;
  for (const source of sources) if (source.kind === "history") bytes += ownPackBytes(source.repository);
  return bytes;
};

/** Whether this thread reads histories alone, since starting another takes as long: a fifth less processor time, and 40 MB (measured). */
export const readsAlone = (plan: Plan): boolean => {
  const bytes = packBytesOf(plan);
  return plan.jobs === undefined && bytes > 0 && bytes < worthThread;
};

/** How many threads read histories, where nobody says: of small ones as few as leave a core to git, to this thread and to V8's compiler. */
export const jobsFor = (plan: Plan): number | undefined => {
  if (plan.jobs !== undefined) return plan.jobs;
  const bytes = packBytesOf(plan);
  if (bytes === 0 || bytes >= worthAllCores) return undefined;
  return Math.max(1, Math.min(availableParallelism() - 1, 1 + Math.floor(bytes / worthThread)));
};
