import { rules } from "#patterns";
import { createDetector, type Detector } from "./detect/detector.ts";
import type { OnStopped } from "./detect/patience.ts";
import { preparedByBuild } from "./detect/prepared-file.ts";
import type { Rule } from "./detect/rule.ts";
import { documentParsers } from "./documents/registry.ts";
import { createKernel, type Kernel } from "./kernel/kernel.ts";
import { kubeconfigParser } from "./kubeconfig/parser.ts";

/** A detector of everything that this version knows, and of a user's rules. */
export const createWholeDetector = (
  customRules: readonly Rule[],
  onStopped: OnStopped,
  kernel: Kernel = createKernel(),
): Promise<Detector> => {
  const parsers = [kubeconfigParser, ...documentParsers];
  const prepared = preparedByBuild(rules, customRules, parsers);
  return createDetector([...rules, ...customRules], parsers, onStopped, kernel, prepared);
};
