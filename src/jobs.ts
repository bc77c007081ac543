import { availableParallelism } from "node:os";
import { ownPackBytes } from "./git/pack/stores.ts";
import type { Plan } from "./plan.ts";

/** A second thread has to load and compile all that the first has: with less for each, two are no faster on two cores than one (measured). */
const [worthAllCores, worthThread] = [16 << 20, 4 << 20];

/** How many threads read histories, where nobody says: of small ones as few as leave a core to git, to this thread and to V8's compiler. */
export const jobsFor = ({ sources, jobs }: Plan): number | undefined => {
  if (jobs !== undefined) return jobs;
  let bytes = 0;
  for (const source of sources) if (source.kind === "history") bytes += ownPackBytes(source.repository);
  if (bytes === 0 || bytes >= worthAllCores) return undefined;
  return Math.max(1, Math.min(availableParallelism() - 1, 1 + Math.floor(bytes / worthThread)));
};
