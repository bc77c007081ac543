import type { Carrier } from "./pack/survey.ts";
import type { Origin } from "./provenance.ts";

interface Span {
  first: string;
  firstOrder: number;
  last: string;
  lastOrder: number;
}

/**
 * Of the many versions of a file that carry one secret, those whose place is reported: per secret and path the first and
 * the last, all that the tip holds, and all that no ref reaches.
 */
export const chooseCarriers = (
  carriers: readonly Carrier[],
  origins: ReadonlyMap<string, Origin>,
  isAtTip: (id: string) => boolean,
): ReadonlySet<string> => {
  const spans = new Map<string, Span>();
  const chosen = new Set<string>();
  for (const { id, traits } of carriers) {
    const origin = origins.get(id);
    if (origin === undefined || isAtTip(id)) chosen.add(id);
    if (origin === undefined) continue;
    for (const { check, secret } of traits) {
      const key = `${check}\0${origin.path}\0${secret}`;
      const span = spans.get(key);
      if (span === undefined) {
        spans.set(key, { first: id, firstOrder: origin.order, last: id, lastOrder: origin.order });
        continue;
      }
      if (origin.order < span.firstOrder) [span.first, span.firstOrder] = [id, origin.order];
      if (origin.order > span.lastOrder) [span.last, span.lastOrder] = [id, origin.order];
    }
  }
  for (const { first, last } of spans.values()) chosen.add(first).add(last);
  return chosen;
};
