import type { Severity } from "../../finding.ts";
import { isInExample } from "../generic/example-text.ts";
import { lineBefore } from "../view.ts";
import type { Prover } from "./prover.ts";

interface Kind {
  readonly name: string;
  readonly pattern: RegExp;
  readonly severity: Severity;
}

/** Schemes of crypt(5) and of Apache's password files; a machine tries billions of the weak ones a second. */
const kinds: readonly Kind[] = [
  { name: "bcrypt", pattern: /^\$2[abxy]?\$/, severity: "low" },
  { name: "yescrypt", pattern: /^\$(?:y|gy|7)\$/, severity: "low" },
  { name: "argon2", pattern: /^\$argon2/, severity: "low" },
  { name: "sha512-crypt", pattern: /^\$6\$/, severity: "low" },
  { name: "sha256-crypt", pattern: /^\$5\$/, severity: "low" },
  { name: "apr1-md5", pattern: /^\$apr1\$/, severity: "medium" },
  { name: "md5-crypt", pattern: /^\$1\$/, severity: "medium" },
  { name: "sha1", pattern: /^\{SHA\}/, severity: "medium" },
];

/** The hash of a password in a file of users. Group: user. */
export const provePasswordHash: Prover = ({ secret, groups, content, start }) => {
  const kind = kinds.find(({ pattern }) => pattern.test(secret));
  if (kind === undefined) return { verdict: "unknown" };
  const user = groups["user"];
  return {
    verdict: "unknown",
    vetted: true,
    severity: isInExample(content, start, lineBefore(content, start)) ? "low" : kind.severity,
    facts: { hash: kind.name, ...(user === undefined ? {} : { user }) },
  };
};
