import type { Breath } from "../../breath.ts";
import { type Control, ending, endingOf, takeRoot } from "./control.ts";
import type { Forest } from "./forest.ts";

/** Goes through one delta tree after the other (walk.ts). */
export interface Walker {
  /** Unpacks a root; false when the scan ended by that. */
  readonly begin: (root: number) => boolean;
  /** Unpacks what builds on it, until all is done or a pause is due; false when the scan ended. */
  readonly goOn: (isPause: () => boolean) => boolean;
  /** Whether nothing is left of the tree. */
  readonly isWhole: () => boolean;
  /** Gives its room in the kernel's memory back. */
  readonly close: () => void;
}

/** Roots that no other thread has taken, until the scan ends. */
export function* rootsLeft({ roots }: Pick<Forest, "roots">, control: Control): Generator<number> {
  for (let i = takeRoot(control); i < roots.length && endingOf(control) === ending.none; i = takeRoot(control))
    yield roots[i]!;
}

const never = (): boolean => false;

/** Unpacks the tree below a root at one go; false when the scan ended on the way. */
export const walkWhole = ({ begin, goOn }: Walker, root: number): boolean => begin(root) && goOn(never);

/** The same with pauses, where there are to be some. */
export const walkTree = async (walker: Walker, root: number, breath: Breath | undefined): Promise<boolean> => {
  if (breath === undefined) return walkWhole(walker, root);
  let isOn = walker.begin(root);
  for (let isLeft = true; isOn && isLeft; isLeft = !walker.isWhole()) {
    isOn = walker.goOn(breath.isDue);
    if (breath.isDue()) await breath.take();
  }
  return isOn;
};
