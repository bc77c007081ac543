import type { LineIndex } from "./position.ts";
import type { Match } from "./rule.ts";

/** A comment beside a secret that says it is no finding. */
export interface InlineIgnore {
  /** The comment's keyword, such as `tidewaiter:ignore` or `gitleaks:allow`. */
  readonly by: string;
  readonly reason?: string;
}

const ours = /tidewaiter:ignore(?:\s+([\w/*,-]+))?(?:\s+--\s+([^\r\n]{1,200}))?/;

/** The comment on the secret's own lines that excuses it, if there is one for its check. */
export const findInlineIgnore = (content: Buffer, match: Match, lines: LineIndex): InlineIgnore | undefined => {
  const first = lines.startOf(lines.at(match.start).line);
  const last = lines.endOf(lines.at(match.end).line);
  const found = ours.exec(content.toString("utf8", first, Math.min(last, first + 65_536)));
  if (found === null) return undefined;
  return { by: "tidewaiter:ignore", ...(found[2] === undefined ? {} : { reason: found[2] }) };
};
