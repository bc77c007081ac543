import type { Breath } from "../../breath.ts";

/** Goes through one delta tree after the other (walk.ts). */
export interface Walker {
  /** Unpacks a root; false when the scan ended by that. */
  readonly begin: (root: number) => boolean;
  /** Unpacks what builds on it, until all is done or a pause is due; false when the scan ended. */
  readonly goOn: (isPause: () => boolean) => boolean;
  /** Whether nothing is left of the tree. */
  readonly isWhole: () => boolean;
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
