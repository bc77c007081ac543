import type { Facts, Proof, Severity } from "../finding.ts";

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
  /** Letters, digits, `_` and `-` that follow an anchor at least in every match: keeps short anchors cheap. */
  readonly run: number;
  /** Whether anchors and expression ignore case (ASCII). */
  readonly ignoreCase: boolean;
  readonly expression: string;
  /** Whether every match begins with its anchor: the expression is then tried just there. */
  readonly anchored?: boolean;
  /** Literals that every match contains too, all of them: where the window lacks one the expression is not run. */
  readonly requires?: readonly string[];
  readonly window: Window;
  /** What a match proves before its prover has spoken. */
  readonly proof: Proof;
  readonly prover?: ProverCall;
  /** Bits per character below which a match is dropped (Shannon entropy of the secret). */
  readonly minEntropy?: number;
  /** Whether anchors are distinctive enough to be looked for in base64 and UTF-16 too. */
  readonly encoded: boolean;
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
}

export const ranks = { generic: 0, contextual: 1, format: 2, parser: 3 } as const;

/** Finds credentials that only a parser of the whole content can tell. */
export interface DocumentParser {
  readonly anchors: readonly string[];
  /** Never throws: what does not parse has no matches. */
  readonly parse: (content: Buffer) => readonly Match[];
}
