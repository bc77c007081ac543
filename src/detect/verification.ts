/** An answer of a provider: one of these statuses, and what its body holds where that tells more than the status. */
export interface Answer {
  readonly status: readonly number[];
  /** Values that fields of a JSON body may have, by their path with slashes; `*` stands for any that is there. */
  readonly json?: Readonly<Record<string, readonly Scalar[]>>;
}

export type Scalar = string | number | boolean;

/**
 * One harmless, documented request that tells whether a credential still works. Texts hold placeholders in braces:
 * `{secret}`, and names of groups of `parts`, of facts of the finding, or of `beside`.
 */
export interface Verification {
  readonly method: "GET" | "POST";
  /** `https://` with the provider's host; a placeholder in the host stands for one label, left of the provider's own. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** An expression that the secret matches, or nothing is asked; its named groups become placeholders. */
  readonly parts?: string;
  /** The other half of a pair: the check whose nearest secret in the same file fills the placeholder of this name. */
  readonly beside?: Readonly<Record<string, string>>;
  /** How the request is signed, where headers cannot tell. */
  readonly sign?: "aws";
  readonly active: readonly Answer[];
  readonly inactive: readonly Answer[];
  /** Where else such a credential may be at home: a refusal here proves nothing then, unless the configuration says so. */
  readonly elsewhere?: string;
  /** The provider's page about this request. */
  readonly source: string;
}

type OneOrMore<T> = T | readonly T[];

interface WrittenAnswer {
  readonly status: OneOrMore<number>;
  readonly json?: Readonly<Record<string, OneOrMore<Scalar>>>;
}

/** The block `verify` of a rule, as pattern files write it: docs/verification.md. */
export interface WrittenVerification {
  readonly get?: string;
  readonly post?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** User and password of Basic authentication, with a colon between them. */
  readonly basic?: string;
  readonly body?: string;
  readonly parts?: string;
  readonly beside?: Readonly<Record<string, string>>;
  readonly sign?: "aws";
  readonly active: OneOrMore<number | WrittenAnswer>;
  readonly inactive?: OneOrMore<number | WrittenAnswer>;
  readonly elsewhere?: string;
  readonly source: string;
}

const listOf = <T>(value: OneOrMore<T>): readonly T[] => (Array.isArray(value) ? value : [value as T]);

const answerOf = (written: number | WrittenAnswer): Answer => {
  if (typeof written === "number") return { status: [written] };
  const { status, json } = written;
  return {
    status: listOf(status),
    ...(json === undefined
      ? {}
      : { json: Object.fromEntries(Object.entries(json).map(([path, values]) => [path, listOf(values)])) }),
  };
};

/** Where the host is the provider's whatever fills a placeholder: at most one label is open, and two follow it. */
const urlForm = /^https:\/\/(?:[a-z0-9-]*\{[a-z]\w*\}(?:\.[a-z0-9-]+){2,}|[a-z0-9-]+(?:\.[a-z0-9-]+)+)\/[^\s#]*$/;

const known = new Set("get post headers basic body parts beside sign active inactive elsewhere source".split(" "));

const problemOf = (written: WrittenVerification): string | undefined => {
  const stranger = Object.keys(written).find((key) => !known.has(key));
  if (stranger !== undefined) return `verify.${stranger} is unknown`;
  if ((written.get === undefined) === (written.post === undefined)) return "verify needs either get or post";
  if (!urlForm.test((written.get ?? written.post)!)) return "verify: no https URL of the provider's own host";
  if (written.active === undefined) return "verify needs active";
  if (!/^https:\/\/\S+$/.test(written.source ?? ""))
    return "verify needs source, the provider's page about the request";
  return undefined;
};

/** Turns the block `verify` of a pattern file into data. Throws a RangeError that begins with `where`. */
export const parseVerification = (where: string, written: WrittenVerification): Verification => {
  const problem = problemOf(written);
  if (problem !== undefined) throw new RangeError(`${where}: ${problem}`);
  const {
    get,
    post,
    headers = {},
    basic,
    active,
    inactive = [],
    source,
    body,
    parts,
    beside,
    sign,
    elsewhere,
  } = written;
  return {
    method: get === undefined ? "POST" : "GET",
    url: (get ?? post)!,
    headers: basic === undefined ? headers : { ...headers, authorization: `Basic ${basic}` },
    ...(body === undefined ? {} : { body }),
    ...(parts === undefined ? {} : { parts }),
    ...(beside === undefined ? {} : { beside }),
    ...(sign === undefined ? {} : { sign }),
    active: listOf(active).map(answerOf),
    inactive: listOf(inactive).map(answerOf),
    ...(elsewhere === undefined ? {} : { elsewhere }),
    source,
  };
};
