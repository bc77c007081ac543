import type { Rule } from "../rule.ts";
import { type Automaton, automatonOf, byteClasses, step } from "./automaton.ts";
import { accepting, closure, type States, statesOf } from "./states.ts";
import { type Part, parseExpression } from "./syntax.ts";

/** What can be told of a rule's matches before its expression runs. */
export interface Sieve {
  /** Every match begins with an anchor. */
  readonly anchored: boolean;
  /** From an anchor on all of them must let the bytes pass. */
  readonly automata: readonly Automaton[];
}

const untold: Sieve = { anchored: false, automata: [] };

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
    if (reached.includes(accepting)) return false;
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

/** A user's expression is one of RE2, which may say other things with the same signs. */
export const sieveOf = (rule: Rule): Sieve => {
  if (rule.custom || rule.expression === "") return untold;
  try {
    const demands = demandsOf(parseExpression(rule.expression, rule.ignoreCase));
    if (!beginsWithAnchor(statesOf(demands[0]!), rule)) return untold;
    return { anchored: true, automata: demands.map(sieved) };
  } catch (error) {
    if (error instanceof RangeError) return untold;
    throw error;
  }
};
