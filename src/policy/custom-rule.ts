import type { Rule, Window } from "../detect/rule.ts";
import type { Proof, Severity } from "../finding.ts";
import { ExpressionError, toByteExpression } from "./byte-expression.ts";
import { extentOf } from "./expression-extent.ts";
import { anchorsOf, type Extent } from "./extent.ts";
import type { Placed } from "./read-shape.ts";
import type { Source } from "./yaml-document.ts";

/** A rule as it is written in the configuration. */
interface Written {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly expression: string;
  readonly anchors?: readonly string[];
  readonly ignoreCase?: boolean;
  readonly minEntropy?: number;
  readonly except?: readonly string[];
  readonly proof?: Proof;
  readonly opens?: string;
  readonly remediation?: string;
}

/** Bytes on either side of an anchor in which an expression without a longest match is searched. */
const defaultReach = 4096;

/** A longest match beyond this is as good as none. */
const maxReach = 65_536;

/** Instructions of RE2's program: each byte of content costs at most this many steps. */
const maxProgram = 2000;

const minAnchor = 2;
const minEncodedAnchor = 4;

const refusals: readonly (readonly [when: RegExp, because: string])[] = [
  [/`\(\?<?[=!]/, "it has no look-around, since that cannot run in linear time"],
  [/`\(\?>/, "it has no atomic groups; it never backtracks, so they are not needed"],
  [/`\\[1-9]/, "it has no back-references, since these cannot run in linear time"],
  [/nested repetition/, "it has no possessive or double repeats"],
  [/invalid repeat count|too large/, "a counted repeat may reach 1000, those inside each other in all"],
];

const refusal = (message: string): string => {
  const because = refusals.find(([when]) => when.test(message))?.[1];
  return `RE2 refuses it: ${message.replace(/^error parsing regexp: /, "")}${because === undefined ? "" : `; ${because}`}`;
};

/** Compiles as detection will, to fail before the scan. */
const tryExpression = async (expression: string, ignoreCase: boolean): Promise<void> => {
  const { RE2JS } = await import("re2js");
  let size: number;
  let matchesNothing: boolean;
  try {
    const pattern = RE2JS.compile(expression, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
    size = pattern.programSize();
    matchesNothing = pattern.matches("");
  } catch (cause) {
    throw new ExpressionError(refusal((cause as Error).message), { cause });
  }
  if (size > maxProgram) throw new ExpressionError(`it is too large: ${size} steps, ${maxProgram} are allowed`);
  if (matchesNothing) throw new ExpressionError("it matches the empty text, so it would match everywhere");
};

/** What a match's secret must not contain. */
const tryException = async (text: string): Promise<string> => {
  try {
    const expression = toByteExpression(text);
    await tryExpression(expression, false);
    return expression;
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new ExpressionError(`its exception ${JSON.stringify(text.slice(0, 60))}: ${error.message}`, { cause: error });
  }
};

const anchorBytes = (anchor: string): string => Buffer.from(anchor).toString("latin1");

const windowOf = (extent: Extent | undefined, explicit: boolean): Window => {
  const longest = extent?.longest ?? Number.POSITIVE_INFINITY;
  const reach = longest <= maxReach ? longest + 1 : defaultReach;
  return { before: explicit ? Math.max(reach, 64) : reach, after: explicit ? Math.max(reach, 64) : reach };
};

const anchorsFor = ({ anchors }: Written, extent: Extent | undefined): readonly string[] => {
  if (anchors !== undefined) return anchors.map(anchorBytes);
  const derived = extent === undefined ? undefined : anchorsOf(extent);
  if (derived === undefined || derived.some((text) => text.length < minAnchor))
    throw new ExpressionError(
      "no text of 2 characters or more is in all its matches: name under `anchors` texts of which each match contains at least one",
    );
  return derived;
};

const build = async (written: Written): Promise<Rule> => {
  const expression = toByteExpression(written.expression);
  const ignoreCase = written.ignoreCase === true || /^\(\?[msU]*i[imsU]*\)/.test(expression);
  await tryExpression(expression, ignoreCase);
  const extent = extentOf(ignoreCase ? expression.replace(/^\(\?[imsU]+\)/, "") : expression);
  const anchors = anchorsFor(written, extent);
  const exceptions = await Promise.all((written.except ?? []).map(tryException));
  return {
    id: `secrets/custom-${written.id}`,
    provider: "custom",
    title: written.title,
    severity: written.severity,
    opens: written.opens ?? "Found by a rule of this repository's configuration.",
    remediation:
      written.remediation ??
      "Revoke it where it was issued and issue a new one; removing it from the file is not enough.",
    anchors,
    ignoreCase,
    expression,
    window: windowOf(extent, written.anchors !== undefined),
    proof: written.proof ?? "structural",
    ...(written.minEntropy === undefined ? {} : { minEntropy: written.minEntropy }),
    ...(exceptions.length === 0 ? {} : { except: exceptions }),
    encoded: !ignoreCase && anchors.every((text) => text.length >= minEncodedAnchor),
    run: 0,
    custom: true,
  };
};

/** Turns a checked entry of `rules` into a rule. Rejects with a UsageError at the expression's place. */
export const customRule = async (entry: Placed, fail: Source["errorAt"]): Promise<Rule> => {
  const written = entry.value as unknown as Written;
  try {
    return await build(written);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw fail(entry.parts.get("expression")!.at, `the expression of rule ${written.id}: ${error.message}`, error);
  }
};
