/** A capturing group of an expression: where its parenthesis opens, and the name that it has. */
interface Capture {
  readonly at: number;
  /** Length of what opens it: `(` or `(?P<name>`. */
  readonly length: number;
}

const tokens = /\\Q[\s\S]*?(?:\\E|$)|\\[\s\S]|\[\^?\]?(?:\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*\]|\(\?P?<\w+>|\(\?|\(/g;

const capturesOf = (expression: string): readonly Capture[] =>
  [...expression.matchAll(tokens)]
    .filter(([token]) => token === "(" || /^\(\?P?</.test(token))
    .map((found) => ({ at: found.index, length: found[0].length }));

export interface Grouped {
  readonly expression: string;
  readonly problem?: string;
}

/** Names the group that holds the secret. gitleaks takes group `wanted`, or where that is 0 the first group that has text. */
export const nameSecretGroup = (expression: string, wanted: number | undefined): Grouped => {
  if (/\(\?P?<secret>/.test(expression)) return { expression };
  const captures = capturesOf(expression);
  if (captures.length === 0)
    return wanted === undefined || wanted === 0
      ? { expression }
      : { expression, problem: `its expression has no group ${wanted}` };
  const index = wanted === undefined || wanted === 0 ? 0 : wanted - 1;
  const capture = captures[index];
  if (capture === undefined) return { expression, problem: `its expression has no group ${wanted}` };
  const named = `${expression.slice(0, capture.at)}(?P<secret>${expression.slice(capture.at + capture.length)}`;
  if ((wanted === undefined || wanted === 0) && captures.length > 1)
    return {
      expression: named,
      problem: `its expression has ${captures.length} groups: the first one is taken for the secret`,
    };
  return { expression: named };
};
