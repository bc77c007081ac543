/** What can be told of all texts that a part of an expression matches. */
export interface Extent {
  /** Every text that it can match, where these are few. */
  readonly exact: readonly string[] | undefined;
  /** Texts of which every match contains at least one. */
  readonly required: readonly string[] | undefined;
  /** The longest match, in bytes. */
  readonly longest: number;
}

/** More alternatives than these are not worth an anchor each. */
const maxTexts = 32;
const maxText = 64;

export const nothing: Extent = { exact: [""], required: undefined, longest: 0 };
export const anyByte: Extent = { exact: undefined, required: undefined, longest: 1 };

export const oneOf = (texts: readonly string[]): Extent => ({
  exact: texts.length <= maxTexts ? texts : undefined,
  required: undefined,
  longest: Math.max(0, ...texts.map((text) => text.length)),
});

const shortest = (texts: readonly string[]): number => Math.min(...texts.map((text) => text.length));

/** The better set of anchors: a longer shortest text, then fewer texts. */
const better = (a: readonly string[] | undefined, b: readonly string[] | undefined): readonly string[] | undefined => {
  if (a === undefined || a.length === 0) return b;
  if (b === undefined || b.length === 0) return a;
  return shortest(b) > shortest(a) || (shortest(b) === shortest(a) && b.length < a.length) ? b : a;
};

const nonEmpty = (texts: readonly string[] | undefined): readonly string[] | undefined =>
  texts === undefined || texts.length === 0 || shortest(texts) === 0 ? undefined : texts;

/** The best anchors of a part. */
export const anchorsOf = ({ exact, required }: Extent): readonly string[] | undefined =>
  better(nonEmpty(exact), required);

const joined = (a: readonly string[], b: readonly string[]): readonly string[] | undefined => {
  if (a.length * b.length > maxTexts) return undefined;
  const texts = a.flatMap((start) => b.map((end) => start + end));
  return texts.some((text) => text.length > maxText) ? undefined : [...new Set(texts)];
};

/** Parts one after another: runs of exact parts join, and the best run is required. */
export const sequence = (parts: readonly Extent[]): Extent => {
  let run: readonly string[] = [""];
  let whole = true;
  let required: readonly string[] | undefined;
  for (const part of parts) {
    const longer = part.exact === undefined ? undefined : joined(run, part.exact);
    if (longer !== undefined) {
      run = longer;
      continue;
    }
    required = better(better(required, nonEmpty(run)), part.required);
    whole = false;
    run = part.exact ?? [""];
  }
  const longest = parts.reduce((sum, part) => sum + part.longest, 0);
  return whole
    ? { exact: run, required: undefined, longest }
    : { exact: undefined, required: better(required, nonEmpty(run)), longest };
};

export const alternatives = (parts: readonly Extent[]): Extent => {
  const exact = parts.every((part) => part.exact !== undefined)
    ? [...new Set(parts.flatMap((p) => p.exact!))]
    : undefined;
  const each = parts.map(anchorsOf);
  const required = each.every((texts) => texts !== undefined)
    ? [...new Set(each.flatMap((texts) => texts!))]
    : undefined;
  const few = (texts: readonly string[] | undefined) =>
    texts !== undefined && texts.length <= maxTexts ? texts : undefined;
  return { exact: few(exact), required: few(required), longest: Math.max(...parts.map((part) => part.longest)) };
};

const atMost = (part: Extent, most: number): Extent => ({
  exact: most === 1 && part.exact !== undefined ? [...new Set(["", ...part.exact])] : most === 0 ? [""] : undefined,
  required: undefined,
  longest: part.longest === 0 || most === 0 ? 0 : part.longest * most,
});

/** A part `least` to `most` times, as what must come and what may follow; `most` may be infinite. */
export const repeated = (part: Extent, least: number, most: number): readonly Extent[] => {
  const written = Math.min(least, maxText);
  const must = sequence(Array.from({ length: written }, () => part));
  return [must, atMost(part, most - written)];
};
