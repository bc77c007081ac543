import { quoteExpression } from "../../quote-expression.ts";
import type { Rule, RunKind } from "../rule.ts";
import { type Automaton, automatonOf, byteClasses, endsWell, step } from "./automaton.ts";
import type { Beginning } from "./beginning.ts";
import { accepting, closure, type States, statesOf } from "./states.ts";
import { type Part, parseExpression } from "./syntax.ts";

/** What can be told of a rule's matches before its expression runs. */
export interface Sieve {
  readonly beginning: Beginning;
  /** From an anchor on all of them must let the bytes pass. */
  readonly automata: readonly Automaton[];
}

const untold: Sieve = { beginning: "open", automata: [] };

interface Trie {
  readonly children: Map<number, Trie>;
  isEnd: boolean;
}

const lower = (byte: number): number => (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte);

const trieOf = (anchors: readonly string[], ignoreCase: boolean): Trie => {
  const root: Trie = { children: new Map(), isEnd: false };
  for (const anchor of anchors) {
    let node = root;
    for (const byte of Buffer.from(anchor, "latin1")) {
      const key = ignoreCase ? lower(byte) : byte;
      const child = node.children.get(key) ?? { children: new Map(), isEnd: false };
      node.children.set(key, child);
      node = child;
    }
    node.isEnd = true;
  }
  return root;
};

type Reached = readonly number[];

/** Whether every text that the automaton matches begins with an anchor. */
const beginsWithAnchor = (states: States, { anchors, ignoreCase }: Rule): boolean => {
  const { classOf, samples } = byteClasses(states);
  const done = new Set<string>();
  const nodes = new Map<Trie, number>();
  const isNew = (reached: Reached, node: Trie): boolean => {
    const number = nodes.get(node) ?? nodes.size;
    nodes.set(node, number);
    return done.size !== done.add(`${number} ${reached.join()}`).size;
  };
  const goesOn = (steps: readonly Reached[], byte: number, node: Trie): boolean => {
    const next = steps[classOf[byte]!]!;
    if (next.length === 0) return true;
    const child = node.children.get(ignoreCase ? lower(byte) : byte);
    return child !== undefined && holds(next, child);
  };
  const holds = (reached: Reached, node: Trie): boolean => {
    if (node.isEnd) return true;
    if (reached.includes(accepting) || endsWell(states, reached)) return false;
    if (!isNew(reached, node)) return true;
    const steps = samples.map((sample) => step(states, reached, sample));
    return classOf.every((_, byte) => goesOn(steps, byte, node));
  };
  return holds(closure(states, [states.start]), trieOf(anchors, ignoreCase));
};

const spineOf = (part: Part): readonly Part[] => (part.kind === "sequence" ? part.parts.flatMap(spineOf) : [part]);

/** What an expression asks for, and what it asks for at each look-ahead on the way. */
const demandsOf = (whole: Part): readonly Part[] => {
  const spine = spineOf(whole);
  const upTo = (end: number) => spine.slice(0, end).filter(({ kind }) => kind !== "ahead");
  const aheads = spine.flatMap((part, i): readonly Part[] =>
    part.kind === "ahead" && i < spine.length - 1 ? [{ kind: "sequence", parts: [...upTo(i), part.part] }] : [],
  );
  return [whole, ...aheads];
};

/** Where an expression branches too much for long runs, fewer repetitions are asked for. */
const fewRepeats = 4;

const sieved = (part: Part): Automaton => {
  const automaton = automatonOf(statesOf(part));
  return automaton.isWhole ? automaton : automatonOf(statesOf(part, fewRepeats));
};

const anchorsAsPart = ({ anchors, ignoreCase }: Rule): Part => ({
  kind: "choice",
  parts: anchors.map((anchor) => parseExpression(quoteExpression(anchor).replaceAll("/", "\\/"), ignoreCase)),
});

const alphabets: Readonly<Record<RunKind, string>> = {
  token: "[0-9A-Za-z_-]",
  hex: "[0-9a-f]",
  digits: "[0-9]",
  base32: "[A-Z2-7]",
};

/** What a rule says of the run behind its anchors, as an expression. */
const runAsText = ({ run, runOf = "token", runHasDigit }: Rule): string =>
  `${runHasDigit === true ? `(?=${alphabets[runOf]}{0,${run - 1}}[0-9])` : ""}${alphabets[runOf]}{${run}}`;

/** What stands from an anchor on in every match, and where matches begin. */
const tellingOf = (rule: Rule): readonly [Beginning, Part] | undefined => {
  const followed = (part: Part): Part => ({ kind: "sequence", parts: [anchorsAsPart(rule), part] });
  const whole = parseExpression(rule.expression, rule.ignoreCase);
  if (rule.afterAnchor === true) return ["after", followed(whole)];
  if (beginsWithAnchor(statesOf(whole), rule)) return ["at", whole];
  return rule.run === 0 ? undefined : ["open", followed(parseExpression(runAsText(rule), rule.ignoreCase))];
};

/** A user's expression is one of RE2, which may say other things with the same signs. */
export const sieveOf = (rule: Rule): Sieve => {
  if (rule.custom || rule.expression === "") return untold;
  try {
    const telling = tellingOf(rule);
    if (telling === undefined) return untold;
    return { beginning: telling[0], automata: demandsOf(telling[1]).map(sieved) };
  } catch (error) {
    if (error instanceof RangeError) return untold;
    throw error;
  }
};
