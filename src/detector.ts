import { rules } from "#patterns";
import { createDetector, type Detector, detectorOf } from "./detect/detector.ts";
import type { OnStopped } from "./detect/patience.ts";
import type { Prepared } from "./detect/prepared.ts";
import { preparedByBuild } from "./detect/prepared-file.ts";
import type { Rule } from "./detect/rule.ts";
import { createRunner } from "./detect/runner.ts";
import { documentParsers } from "./documents/registry.ts";
import { createKernel, type Kernel } from "./kernel/kernel.ts";
import { kubeconfigParser } from "./kubeconfig/parser.ts";
import { optimizeLate } from "./tiering.ts";

const parsers = [kubeconfigParser, ...documentParsers];

/** A detector looks at these for good, and would keep with them the five megabytes that they are a part of, in each thread. */
const withOwn = (prepared: Prepared): Prepared => ({ ...prepared, others: Buffer.from(prepared.others) });

const preparedFor = (customRules: readonly Rule[]): Prepared | undefined => {
  const prepared = preparedByBuild(rules, customRules, parsers);
  return prepared && withOwn(prepared);
};

/** A detector, and the kernel in whose memory it works. */
export interface Scanner {
  readonly kernel: Kernel;
  readonly detector: Detector;
}

/** A detector of everything that this version knows, and of a user's rules. */
export const createWholeDetector = async (
  customRules: readonly Rule[],
  onStopped: OnStopped,
  kernel: Kernel = createKernel(),
): Promise<Detector> => {
  const prepared = preparedFor(customRules);
  const detector = await createDetector([...rules, ...customRules], parsers, onStopped, kernel, prepared);
  optimizeLate();
  return detector;
};

/**
 * The same, made when it is first asked for: where threads look at everything, it never is. A user's expressions are compiled at once, so that a
 * wrong one is told before anything is scanned.
 */
export const createLateScanner = async (customRules: readonly Rule[], onStopped: OnStopped): Promise<() => Scanner> => {
  const all = [...rules, ...customRules];
  if (!isBuilt) {
    // without a build there is nothing to make it of in no time
    const kernel = createKernel();
    const early = { kernel, detector: await createWholeDetector(customRules, onStopped, kernel) };
    return () => early;
  }
  const runner = await createRunner(all, onStopped);
  let scanner: Scanner | undefined;
  return () => {
    if (scanner === undefined) {
      const kernel = createKernel();
      const prepared = required(customRules);
      scanner = { kernel, detector: detectorOf({ rules: all, parsers, runner, kernel, prepared }) };
      optimizeLate();
    }
    return scanner;
  };
};

const isBuilt = !import.meta.url.endsWith(".ts");

const required = (customRules: readonly Rule[]) => {
  const prepared = preparedFor(customRules);
  if (prepared === undefined) throw new Error("literals.bin is not of this build: build or install Tidewaiter again");
  return prepared;
};
