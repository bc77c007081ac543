import type { Detector } from "./detect/detector.ts";
import type { Match } from "./detect/rule.ts";
import type { Kernel } from "./kernel/kernel.ts";

/** Larger contents are scanned as the detector does it. */
const largest = 4 << 20;

/** Behind a content: room for the kernel's wide loads. */
const slack = 32;

/**
 * A detector's `scan` for contents of all sizes one after the other, which go to one place in the kernel's memory. With a block for each
 * size a thread would keep 25 MB more (measured): the kernel's memory never becomes smaller.
 */
export const steadyScan = (detector: Detector, { heap }: Kernel): Detector["scan"] => {
  let place: number | undefined;
  return (content): readonly Match[] => {
    if (content.length === 0 || content.length > largest) return detector.scan(content);
    place ??= heap.allocate(largest + slack);
    heap.bytes().set(content, place);
    const scanned = detector.scanInPlace({ address: place, size: content.length });
    if (scanned === undefined) return detector.scan(content);
    detector.discard(scanned.trace);
    return scanned.matches;
  };
};
