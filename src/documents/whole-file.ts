import { createDecipheriv, createHash } from "node:crypto";
import { passwordSeverity } from "../detect/generic/password.ts";
import { type DocumentParser, type Match, ranks } from "../detect/rule.ts";
import type { Scalar } from "../detect/structure/text.ts";
import { type Check, keyMatch, matchOf, passwordMatch, present } from "./credential.ts";
import { gemKeys, gemPaths } from "./gem-credentials.ts";
import { wholeFileChecks } from "./whole-file-checks.ts";
import { wildflyCheck } from "./wildfly-users.ts";

/** The path is asked when overlapping matches are joined already, so that this one gives way to all that know more. */
const at = (match: Match | undefined, paths: string): Match | undefined =>
  match && { ...match, rank: ranks.place, onlyAt: paths };

/** One line, with or without its end. */
const only = /^([^\s]{6,300})\r?\n?$/;

const vaultPaths = "(?:^|/)\\.?(?:[\\w-]{0,20}[-_.])?vault[-_.]?pass(?:wd|word|phrase)?(?:[-_.]?file)?(?:\\.txt)?$";
const secretPaths = "(?:^|/)\\.?secrets?/[\\w.-]{0,40}(?:pass(?:word|wd|phrase)?|pwd|secret|token)(?:\\.txt)?$";

const railsPaths = "(?:^|/)config/(?:master|credentials|secrets\\.yml|credentials/[\\w.-]{1,40})\\.key$";

/** What installers draw as 32 hexadecimal digits; Jenkins' asks for its own until the first user is made (jenkins.io, Installing Jenkins). */
const sixteenBytes = (scalar: Scalar): readonly (Match | undefined)[] => [
  at(keyMatch(wholeFileChecks.rails, scalar, {}), railsPaths),
  at(keyMatch(wholeFileChecks.jenkinsAdmin, scalar, { user: "admin" }), "(?:^|/)initialAdminPassword$"),
  at(keyMatch(wholeFileChecks.password, scalar, {}), `${vaultPaths}|${secretPaths}`),
];

const singleLine = (value: string): Match | undefined => {
  const scalar: Scalar = { value, start: 0, end: value.length };
  if (/^[0-9a-f]{256}$/.test(value))
    return at(matchOf(wholeFileChecks.jenkins, scalar, {}, { proof: "structural" }), "(?:^|/)secrets/master\\.key$");
  if (/^s\.[A-Za-z0-9]{24}$/.test(value))
    return at(keyMatch(wholeFileChecks.vault, scalar, {}), "(?:^|/)[\\w.-]{0,30}vault[\\w.-]{0,20}token[\\w.-]{0,10}$");
  if (passwordSeverity(value, true) !== "medium" || /^[\d.]+$|[:/]/.test(value)) return undefined;
  return at(passwordMatch(wholeFileChecks.password, scalar, {}), `${vaultPaths}|${secretPaths}`);
};

interface LineForm {
  readonly check: Check;
  /** Groups: user, secret. Every line but comments has this form. */
  readonly line: RegExp;
  readonly paths: string;
}

const lineForms: readonly LineForm[] = [
  {
    check: wholeFileChecks.apiUsers,
    line: /^(?<secret>[^\s,"]{6,200}), ?"?(?<user>[\w.@:-]{1,100})"?, ?"?[\w.:-]{1,64}"?(?:, ?"[^"]{0,300}"|, ?[\w:.-]{1,60})?$/d,
    paths: "(?:^|/)[\\w.-]{0,30}(?:basic[-_]?auth|tokens?|static[-_]?\\w{0,8}|known[-_]\\w{1,10}|users)\\.csv$",
  },
  {
    check: wholeFileChecks.users,
    line: /^(?<user>[\w.@*-]{1,64}):(?:[\w.@-]{1,64}:)?(?<secret>[^\s:]{6,128})$/d,
    paths: "(?:^|/)(?:rsyncd?\\.secrets|passwd\\.client|\\.?htpasswd[\\w.-]{0,20}|[\\w.-]{1,30}\\.htpasswd)$",
  },
  {
    check: wholeFileChecks.users,
    line: /^"?(?<user>[\w.@\\-]{1,64})"?[ \t]+"?[\w.*-]{1,64}"?[ \t]+"?(?<secret>[^\s"]{6,128})"?(?:[ \t]+[\w.*:/-]{1,64})?$/d,
    paths: "(?:^|/)(?:chap|pap)-secrets(?:\\.\\w{1,8})?$",
  },
  {
    check: wholeFileChecks.users,
    line: /^https?:\/\/[^\s]{3,200} (?<user>[\w.@-]{1,64}) "?(?<secret>[^\s"]{6,128})"?$/d,
    paths: "(?:^|/)\\.?davfs2?/secrets$",
  },
  {
    check: wildflyCheck,
    line: /^(?<user>[\w.@-]{1,64})=(?<secret>[0-9a-f]{32})$/d,
    paths: "(?:^|/)(?:mgmt|application)-users\\.properties$",
  },
];

const linesOf = (text: string): readonly { readonly line: string; readonly start: number }[] => {
  let start = 0;
  return text.split("\n").flatMap((written) => {
    const here = start;
    start += written.length + 1;
    const line = written.replace(/\r$/, "");
    return /^\s*(?:#|$)/.test(line) ? [] : [{ line, start: here }];
  });
};

/** The first line that says something: of most contents it has none of the forms, and no other line is looked at. */
const firstLine = /^(?:[ \t]*(?:#[^\n]*)?\r?\n){0,200}([^\r\n]+)/;

const listed = (text: string): readonly Match[] => {
  const first = firstLine.exec(text)?.[1] ?? "";
  const possible = lineForms.filter(({ line }) => line.test(first));
  if (possible.length === 0) return [];
  const lines = linesOf(text);
  const form = possible.find(({ line: wanted }) => lines.every(({ line }) => wanted.test(line)));
  if (form === undefined) return [];
  return present(
    lines.map(({ line, start }) => {
      const found = form.line.exec(line);
      const [from = 0, to = 0] = found?.indices?.groups?.["secret"] ?? [];
      const scalar = { value: line.slice(from, to), start: start + from, end: start + to };
      return at(passwordMatch(form.check, scalar, { user: found?.groups?.["user"] }), form.paths);
    }),
  );
};

/** A user on the first line, the password on the second (openvpn.net, reference manual, `--auth-user-pass`). */
const vpnLogin = (text: string): Match | undefined => {
  const found = /^(?<user>[\w.@-]{2,64})\r?\n(?<secret>[^\s]{6,128})\r?\n?$/d.exec(text);
  const [start, end] = found?.indices?.groups?.["secret"] ?? [];
  if (found === null || start === undefined || end === undefined) return undefined;
  const scalar = { value: found.groups!["secret"]!, start, end };
  return at(
    passwordMatch(wholeFileChecks.vpn, scalar, { user: found.groups!["user"] }),
    "vpn[^/]{0,40}/(?:[^/]{1,40}/)?[\\w.-]{0,30}(?:auth|pass|login|cred|user)[\\w.-]{0,20}$|(?:^|/)auth-user-pass[\\w.-]{0,10}$",
  );
};

const container = (check: Check, content: Buffer, paths: string | undefined): Match => {
  const value = createHash("sha256").update(content).digest("hex");
  const match = matchOf(check, { value, start: 0, end: Math.min(8, content.length) }, {}, { proof: "structural" });
  return paths === undefined ? match : { ...match, onlyAt: paths };
};

/** Four unused bytes, a key of twenty, then each line with its length before it (mysys_ssl, my_default). */
const isLoginPath = (content: Buffer): boolean =>
  content.length > 44 && content.readUInt32LE(0) === 0 && content.readUInt32LE(24) % 16 === 0 && content[24] !== 0;

/** Version 5.2, then the length of an entry (web.mit.edu/kerberos, keytab file format). */
const isKeytab = (content: Buffer): boolean => {
  if (content.length < 40 || content[0] !== 5 || content[1] !== 2) return false;
  const length = content.readInt32BE(2);
  return length > 20 && length <= content.length - 6;
};

/** The key that stands in DBeaver's source (DefaultSecretKey). */
const dbeaverKey = Buffer.from("babb4a9f774ab853c96c2d653dfe544a", "hex");

/** AES in CBC mode behind its initial vector, of JSON. */
const isDbeaver = (content: Buffer): boolean => {
  if (content.length < 48 || content.length % 16 !== 0) return false;
  const reader = createDecipheriv("aes-128-cbc", dbeaverKey, content.subarray(0, 16)).setAutoPadding(false);
  return /^\{\s{0,4}"[\x20-\x7e]{6}/.test(reader.update(content.subarray(16, 32)).toString("latin1"));
};

const binary = (content: Buffer): Match | undefined => {
  if (isLoginPath(content)) return container(wholeFileChecks.mylogin, content, "(?:^|/)\\.?mylogin\\.cnf$");
  if (isKeytab(content)) return container(wholeFileChecks.keytab, content, "keytab[\\w.-]{0,20}$");
  return isDbeaver(content) ? container(wholeFileChecks.dbeaver, content, undefined) : undefined;
};

const longest = 2048;
const longestText = 512;

/** Text begins with letters, digits, quotes and signs of comments. */
const isText = (content: Buffer): boolean => {
  for (let at = 0; at < content.length && at < 32; at++) {
    const byte = content[at]!;
    if (byte > 126 || (byte < 32 && byte !== 10 && byte !== 13 && byte !== 9)) return false;
  }
  return true;
};

/** So many words in the first line, and no comma, are a sentence: of a commit's message, mostly. */
const sentence = /^[^\s#,]{1,80}(?: [^\s,]{1,80}){5}/;

const parse = (content: Buffer): readonly Match[] => {
  if (content.length === 0 || content.length > longest) return [];
  if (!isText(content)) return present([binary(content)]);
  if (content.length > longestText) return [];
  const text = content.toString("latin1");
  if (sentence.test(text)) return [];
  const users = text.startsWith("---") ? present(gemKeys(text).map((key) => at(key, gemPaths))) : listed(text);
  if (users.length > 0) return users;
  const line = only.exec(text)?.[1];
  if (line === undefined) return present([vpnLogin(text)]);
  if (/^[0-9a-f]{32}$/.test(line)) return present(sixteenBytes({ value: line, start: 0, end: line.length }));
  return present([singleLine(line)]);
};

/** Files that are nothing but a key, or a list of passwords: what their content alone says is little, so that their paths decide. */
export const wholeFileParser: DocumentParser = { anchors: [], parse, upTo: longest };
