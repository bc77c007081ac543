import { entropy } from "../placeholder.ts";
import type { Prover } from "./prover.ts";

const leastBits = 4;

/** Words of the samples in whose place a generated text belongs. */
const sample = /phrase|change|your|secret|example|insert|replace|random|\{\{|\$\{|<\?/i;

const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/];

/** A generated text with signs of all kinds, among which those of templates occur by chance: salts, keys of frameworks. */
export const proveRandomText: Prover = ({ secret }) =>
  entropy(secret) < leastBits || sample.test(secret) || classes.filter((kind) => kind.test(secret)).length < 3
    ? { verdict: "silent" }
    : { verdict: "unknown", vetted: true };
