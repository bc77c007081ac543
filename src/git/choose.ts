import type { Carrier } from "./pack/collect.ts";
import type { Origin } from "./provenance.ts";

interface Version {
  readonly id: string;
  readonly order: number;
}

interface Span {
  readonly first: Version;
  readonly last: Version;
}

const widened = (span: Span | undefined, version: Version): Span => ({
  first: span === undefined || version.order < span.first.order ? version : span.first,
  last: span === undefined || version.order > span.last.order ? version : span.last,
});

/** First and last version per secret and path. */
const spansOf = (carriers: readonly Carrier[], origins: ReadonlyMap<string, Origin>): Iterable<Span> => {
  const spans = new Map<string, Span>();
  for (const { id, traits } of carriers) {
    const origin = origins.get(id);
    if (origin === undefined) continue;
    for (const { check, secret } of traits) {
      const key = `${check}\0${origin.pathKey ?? origin.path}\0${secret}`;
      spans.set(key, widened(spans.get(key), { id, order: origin.order }));
    }
  }
  return spans.values();
};

/**
 * Of the many versions of a file that carry one secret, those whose place is reported: per secret and path the first and
 * the last, all that the tip holds, and all that no ref reaches.
 */
export const chooseCarriers = (
  carriers: readonly Carrier[],
  origins: ReadonlyMap<string, Origin>,
  isAtTip: (id: string) => boolean,
): ReadonlySet<string> => {
  const chosen = new Set(carriers.map(({ id }) => id).filter((id) => !origins.has(id) || isAtTip(id)));
  for (const { first, last } of spansOf(carriers, origins)) chosen.add(first.id).add(last.id);
  return chosen;
};
