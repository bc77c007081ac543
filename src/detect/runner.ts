import { compileExpression, type Expression, type Occurrence, shifted } from "./expression.ts";
import type { RuleRegion } from "./gate.ts";
import { judge, surroundings } from "./judge.ts";
import { createPatience, type OnStopped } from "./patience.ts";
import { silentNearby } from "./proofs/registry.ts";
import { type Region, regionsHolding } from "./regions.ts";
import type { Match, Rule } from "./rule.ts";
import type { Verdict } from "./trace.ts";

/** Runs rules' expressions in stretches of contents and judges what they find. Rules are given by number. */
export interface Runner {
  readonly run: (region: RuleRegion, content: Content) => Verdict;
  /** A custom rule may be given up on the way, so its regions are run together. */
  readonly runCustom: (rule: number, content: Buffer, regions: readonly Region[]) => readonly Match[];
}

/** A content, and its text as Latin-1 where so many expressions run in it that it is worth to have that whole. */
export interface Content {
  readonly bytes: Buffer;
  readonly text: string | undefined;
}

interface View {
  readonly bytes: Buffer;
  /** Offset of the view in the content. */
  readonly from: number;
  /** Offset of the region in the content. */
  readonly start: number;
}

const clean: Verdict = { judged: false, matches: [] };

/** How many bytes around a region are enough for a rule's prover to fall silent; 0 where there are no such. */
export const nearbyOf = ({ prover }: Rule): number => (prover === undefined ? 0 : (silentNearby[prover.name] ?? 0));

export const createRunner = async (rules: readonly Rule[], onStopped: OnStopped): Promise<Runner> => {
  const expressions: readonly Expression[] = await Promise.all(rules.map(compileExpression));
  const patience = createPatience(onStopped);

  /** What a prover may see of a content around a region: one view for all occurrences, since provers remember what they read. */
  const viewOf = (content: Buffer, { start, end }: Region, reach: number): View => {
    const from = Math.max(0, start - reach);
    return { bytes: content.subarray(from, end + reach), from, start };
  };

  /** What an occurrence in a region is worth. */
  const judgeIn = (index: number, { bytes, from, start }: View, occurrence: Occurrence): Match | undefined => {
    const match = judge(rules[index]!, shifted(occurrence, start - from), bytes);
    return match === undefined ? undefined : { ...match, start: match.start + from, end: match.end + from };
  };

  const occurrencesIn = ({ rule, start, end, at }: RuleRegion, { bytes, text }: Content): Iterable<Occurrence> => {
    const stretch = text === undefined ? bytes.toString("latin1", start, end) : text.slice(start, end);
    return expressions[rule]!(stretch, at === undefined ? undefined : at - start);
  };

  const run = (region: RuleRegion, content: Content): Verdict => {
    const rule = rules[region.rule]!;
    if (regionsHolding(content.bytes, [region], rule.requires).length === 0) return clean;
    const isQuiet = nearbyOf(rule) > 0;
    let view: View | undefined;
    const matches: Match[] = [];
    let judged = false;
    for (const occurrence of occurrencesIn(region, content)) {
      if (occurrence.end === occurrence.start) continue;
      view ??= viewOf(content.bytes, region, surroundings);
      const match = judgeIn(region.rule, view, occurrence);
      if (match !== undefined) matches.push(match);
      judged ||= match !== undefined || !isQuiet;
    }
    return judged ? { judged, matches } : clean;
  };

  /** Occurrences until the rule is given up. */
  function* patiently(index: number, content: Buffer, regions: readonly Region[]): Generator<[View, Occurrence]> {
    const rule = rules[index]!;
    for (const region of patience.pieces(rule, regionsHolding(content, regions, rule.requires))) {
      const view = viewOf(content, region, surroundings);
      for (const occurrence of expressions[index]!(content.toString("latin1", region.start, region.end))) {
        yield [view, occurrence];
        if (patience.isOver(rule)) return;
      }
    }
  }

  const runCustom = (index: number, content: Buffer, regions: readonly Region[]): readonly Match[] => {
    const found: Match[] = [];
    for (const [view, occurrence] of patiently(index, content, regions)) {
      if (occurrence.end === occurrence.start) continue;
      const match = judgeIn(index, view, occurrence);
      if (match !== undefined) found.push(match);
    }
    return found;
  };
  return { run, runCustom };
};
