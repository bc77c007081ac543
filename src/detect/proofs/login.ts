import { type Severity, severityRank } from "../../finding.ts";
import { isInExample } from "../generic/example-text.ts";
import { isHarmlessPassword } from "../generic/harmless-value.ts";
import { passwordSeverity } from "../generic/password.ts";
import { isTemplate, worthOf } from "../password-worth.ts";
import { lineBefore, textIn } from "../view.ts";
import { judgeAccess } from "./access-evidence.ts";
import type { Candidate, Evidence, Prover } from "./prover.ts";

/** Siblings stand within this many bytes of the password, on either side. */
const reach = 800;

const silent: Evidence = { verdict: "silent" };

/** Of objects, of arrays in PHP, of calls with named arguments: 1 for what opens, -1 for what closes, by Latin-1 code. */
const brackets = new Int8Array(256);
for (const char of "{[(") brackets[char.charCodeAt(0)] = 1;
for (const char of "}])") brackets[char.charCodeAt(0)] = -1;

const indexOfOpening = (text: string): number => {
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    depth -= brackets[text.charCodeAt(at)]!;
    if (depth < 0) return at;
  }
  return -1;
};

const indexOfClosing = (text: string): number => {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    depth += brackets[text.charCodeAt(at)]!;
    if (depth < 0) return at;
  }
  return text.length;
};

/** The members beside a password in the brackets around it; without brackets, the text nearby. Undefined where no host stands anywhere near, as mostly. */
const around = ({ content, start, end }: Candidate, host: RegExp): string | undefined => {
  const before = textIn(content, start - reach, start);
  const after = textIn(content, end, end + reach);
  if (!host.test(`${before}\n${after}`)) return undefined;
  const own = `${before.slice(indexOfOpening(before) + 1)}\n${after.slice(0, indexOfClosing(after))}`;
  return own.replaceAll(/\{[^{}]*\}/g, "{}");
};

const value = `\\\\?["']?\\s{0,4}(?:=>|[:=])\\s{0,4}\\\\?["']?([^\\s"'\`,;\\\\]{1,200})`;
const hostWords =
  "host|host_?name|server(?:_?(?:name|host|address))?|url|uri|endpoint|addr|address|remote|jdbc[_.-]?url|hosts";
const userWords = "user|user[_-]?name|login|usr|uid|user[_-]?id|email";

interface Siblings {
  readonly host: RegExp;
  readonly user: RegExp;
}

/** Members of an object: any name that ends so. */
const members: Siblings = {
  host: new RegExp(`(?:${hostWords})${value}`, "i"),
  user: new RegExp(`(?:${userWords})${value}`, "i"),
};

const known = new Map<string, Siblings>();
const maxKnown = 500;

/** Lines of configuration: names that begin as the password's does. */
const linesOf = (prefix: string): Siblings => {
  const found = known.get(prefix);
  if (found !== undefined) return found;
  const escaped = prefix.replaceAll(/[.]/g, "\\.");
  const start = "(?<![\\w.-])";
  const siblings = {
    host: new RegExp(`${start}${escaped}(?:${hostWords})${value}`, "i"),
    user: new RegExp(`${start}${escaped}(?:${userWords})${value}`, "i"),
  };
  if (known.size < maxKnown) known.set(prefix, siblings);
  return siblings;
};

const inUrl = /^[a-z][\w+.:-]{1,40}:\/{0,2}(?:[^@/]{1,200}@)?\/{0,2}([\w.-]{1,200}|\$\{[^}]{1,60}\})/i;

/** A number or a type is no host. */
const noHost = /^(?:\d+|string|str|text|true|false|null|None|nil)$/i;

/** Without a user beside it, only what is written like a host is one. */
const isHost = (host: string, user: string | undefined): boolean =>
  !noHost.test(host) && (user !== undefined || /[.:]|^localhost$/.test(host));

const hostOf = (written: string): string => (inUrl.exec(written)?.[1] ?? written).replace(/(?<=[^:]):\d{0,5}.*$/, "");

/** A path, or an expression of a language: nobody's password, but where it stands. */
const isReference = (text: string): boolean =>
  /^(?:~?\/|\.{1,2}\/|[A-Za-z]:\\)|^[A-Za-z_]\w*(?:(?:\.|->|::)[A-Za-z_]\w*)+$/.test(text);

const fewestOfSentence = 5;

/** Five words and more, most of them letters alone: what a form says under a field. */
const isSentence = (text: string): boolean => {
  const words = text.split(/\s+/);
  const plain = words.filter((word) => /^["'(]?[A-Za-z]+(?:['-][A-Za-z]+)?[.,:;!?)"']{0,2}$/.test(word)).length;
  return words.length >= fewestOfSentence && plain >= 0.7 * words.length;
};

/** Words with a space between them: what a form calls its fields. */
const isLabel = (text: string): boolean => /^[^\d]*\s[^\d]*$/.test(text) || isSentence(text);

const beforeName = ({ content, start, groups }: Candidate): string => {
  const line = lineBefore(content, start);
  const at = line.lastIndexOf(groups["name"] ?? "");
  return at === -1 ? line : line.slice(0, at);
};

/** A host that only the machine itself reaches lowers a word; what the name of the value alone would weigh stays. */
const noLower = (severity: Severity, password: string, user: string): Severity => {
  const byName = worthOf(password, user) === "weak" ? passwordSeverity(password, true) : undefined;
  return byName !== undefined && severityRank(byName) > severityRank(severity) ? byName : severity;
};

/** In an example a word is nothing, and what looks like more is low. */
const weighed = (
  evidence: Extract<Evidence, { verdict: "holds" | "unknown" }>,
  candidate: Candidate,
  user: string,
): Evidence => {
  if (!isInExample(candidate.content, candidate.start, beforeName(candidate)))
    return { ...evidence, severity: noLower(evidence.severity ?? "high", candidate.secret, user) };
  return evidence.proof === "structural" ? { ...evidence, severity: "low" } : silent;
};

const isNobodys = (secret: string, quoted: boolean): boolean =>
  isReference(secret) || isTemplate(secret) || isHarmlessPassword(secret, quoted) || isLabel(secret);

/**
 * A password beside the host and the user that it is for: in an object (`host: 'h', user: 'u', password: 'p'`), or in lines
 * whose names begin alike (`DB_HOST=h`, `DB_USER=u`, `DB_PASSWORD=p`). Silent without a host. A word proves no more than
 * its name does: its path may lower it. Group: name.
 */
export const proveLogin: Prover = (candidate) => {
  const { secret, groups, options } = candidate;
  const lines = options["shape"] === "lines";
  if (isNobodys(secret, !lines)) return silent;
  const prefix = (groups["name"] ?? "").replace(/(?:password|passwd|passphrase|pass|pwd)$/i, "");
  const siblings = lines ? linesOf(prefix) : members;
  const text = around(candidate, siblings.host);
  if (text === undefined) return silent;
  const host = siblings.host.exec(text)?.[1];
  const user = siblings.user.exec(text)?.[1];
  if (host === undefined || !isHost(host, user)) return silent;
  const evidence = judgeAccess({
    user: user === undefined || isTemplate(user) ? undefined : user,
    password: secret,
    host: hostOf(host),
  });
  if (evidence.verdict !== "holds" || (user === undefined && evidence.proof !== "structural")) return silent;
  const proof = evidence.proof === "structural" ? "structural" : "generic";
  return weighed({ ...evidence, proof }, candidate, user ?? "");
};
