import type { Facts, Proof, Severity } from "../finding.ts";
import type { Verification } from "./verification.ts";

/** How many bytes before an anchor's first byte and after its last one an expression may look at. */
export interface Window {
  readonly before: number;
  readonly after: number;
}

/** The name of a prover in `proofs/`, with its options. */
export interface ProverCall {
  readonly name: string;
  readonly options: Readonly<Record<string, string | number | boolean>>;
}

/** The other half of a credential of two parts. */
export interface Pair {
  /** What it looks like: the group named `id`, else the whole match. Runs only around a secret that was found. */
  readonly expression: string;
  readonly ignoreCase: boolean;
  /** The check that finds it when it stands alone; beside its secret it is no finding of its own. */
  readonly check?: string;
  /** How many bytes may lie between the two. */
  readonly within: number;
  /** The fact that carries it. */
  readonly as: string;
  /** It is secret too: the fact says no more than that it is there. */
  readonly secret: boolean;
  /** Without it the other is no credential. */
  readonly required: boolean;
  /** What the two together are worth, where that is not what the rule says. */
  readonly severity?: Severity;
}

/** Alphabets of a run: letters, digits, `_` and `-`; `0-9a-f`; `0-9`; `A-Z2-7`. */
export const runKinds = ["token", "hex", "digits", "base32"] as const;
export type RunKind = (typeof runKinds)[number];

/**
 * What one kind of credential looks like and what to do about it: data, read from `patterns/`.
 * Expressions see bytes as Latin-1 characters; the secret is the group named `secret`, else the whole match.
 */
export interface Rule {
  /** The check, such as `secrets/github-personal-access-token`. */
  readonly id: string;
  readonly provider: string;
  readonly title: string;
  readonly severity: Severity;
  /** What somebody who holds the secret can do. */
  readonly opens: string;
  readonly remediation: string;
  /** Literals of which every match contains at least one. */
  readonly anchors: readonly string[];
  /** How many characters of an alphabet follow an anchor at least in every match: keeps short anchors cheap. */
  readonly run: number;
  /** That alphabet; `token` when absent. */
  readonly runOf?: RunKind;
  /** Whether a digit stands among those characters in every match: `run` long at most. */
  readonly runHasDigit?: boolean;
  /** Whether anchors and expression ignore case (ASCII). */
  readonly ignoreCase: boolean;
  readonly expression: string;
  /** Whether every match begins right after an anchor: what the expression says of the bytes before, it says in look-behinds. */
  readonly afterAnchor?: boolean;
  /** Literals that every match contains too, all of them: where the window lacks one the expression is not run. */
  readonly requires?: readonly string[];
  readonly window: Window;
  /** What a match proves before its prover has spoken. */
  readonly proof: Proof;
  readonly prover?: ProverCall;
  /** Bits per character below which a match is dropped (Shannon entropy of the secret). */
  readonly minEntropy?: number;
  /** The other halves that may stand beside the secret. */
  readonly pairs?: readonly Pair[];
  /** What the secret is worth without any of them, where that is not what the rule says. */
  readonly lone?: Severity;
  /** Of a custom rule: expressions of RE2 of which a secret must contain none. */
  readonly except?: readonly string[];
  /** Whether anchors are distinctive enough to be looked for in base64 and UTF-16 too. */
  readonly encoded: boolean;
  /** How to ask the provider whether one still works; only `--verify` does. */
  readonly verification?: Verification;
  /** Written by a user: runs on a linear-time engine. */
  readonly custom: boolean;
}

/**
 * A hit of a rule or parser in one content.
 * `secret` is the raw value: it goes to the vault and into the fingerprint, never into a report.
 */
export interface Match {
  readonly check: string;
  readonly provider: string;
  readonly title: string;
  readonly severity: Severity;
  readonly proof: Proof;
  readonly detail: string;
  readonly remediation: string;
  readonly facts: Facts;
  readonly secret: string;
  /** Byte offset of the secret's first byte in the content; where it was encoded, of the encoded text. */
  readonly start: number;
  /** Byte offset after the secret's last byte. */
  readonly end: number;
  /** Which of two overlapping matches stays: parsers know more than formats, formats more than names. */
  readonly rank: number;
  /** Of a content that says nothing by itself: an expression of the paths at which it is a credential. */
  readonly onlyAt?: string;
}

/**
 * `document` is a parser that knows the place of a value and not its form: a rule that knows the form says more of it, and
 * takes over what the document says of the place. `place`: what its path alone tells, before which everything else goes.
 */
export const ranks = { place: -1, generic: 0, contextual: 1, document: 2, format: 3, parser: 4 } as const;

/** Finds credentials that only a parser of the whole content can tell. */
export interface DocumentParser {
  readonly anchors: readonly string[];
  /** `at`: where its anchors stand, ascending. Never throws, and keeps nothing of the content: what does not parse has no matches. */
  readonly parse: (content: Buffer, at: readonly number[]) => readonly Match[];
  /** A content of at most so many bytes it reads without any anchor. */
  readonly upTo?: number;
}
