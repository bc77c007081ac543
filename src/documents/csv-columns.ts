import { isHarmlessPassword } from "../detect/generic/harmless-value.ts";
import { passwordSeverity } from "../detect/generic/password.ts";
import { isRandomKey } from "../detect/generic/random-key.ts";
import { isPlaceholder } from "../detect/placeholder.ts";
import { type DocumentParser, type Match, ranks } from "../detect/rule.ts";
import { wholeText } from "../detect/structure/text.ts";
import { type Check, isSilent, matchOf, present } from "./credential.ts";

const remediation =
  "Change it where it is used, and keep exports of password managers and of users out of the repository.";

export const columnChecks = {
  password: {
    id: "secrets/generic-password-column",
    provider: "generic",
    title: "Password in a table of users or logins",
    severity: "medium",
    opens: "Signs in as the user of its row.",
    remediation,
  },
  key: {
    id: "secrets/generic-key-column",
    provider: "generic",
    title: "Key or token in a table",
    severity: "medium",
    opens: "Calls the service of its row as the key's owner.",
    remediation,
  },
} as const satisfies Readonly<Record<string, Check>>;

const headerReach = 1000;
const maxRows = 100;
const maxLine = 2000;

const passwordColumn = /^(?:[\w ]{0,20}[_ ])?(?:password|passwd|pwd|passphrase)$/i;
const keyColumn =
  /^(?:[\w ]{0,20}[_ ])?(?:api[_ -]?key|access[_ ]?token|auth[_ ]?token|token|secret|client[_ ]?secret|secret[_ ]?key|secret access key)$/i;
const userColumn = /^(?:user|user[_ ]?name|login|login_username|email|name|account)$/i;
const hostColumn = /^(?:host|hostname|server|url|login_uri|site|service|domain|address)$/i;

interface Cell {
  readonly value: string;
  readonly start: number;
}

/** Cells of a line, quotes undone; a quoted cell with quotes in it is left as it is. */
const cellsOf = (line: string, delimiter: string, from: number): readonly Cell[] => {
  const cells: Cell[] = [];
  for (let at = 0; at <= line.length; ) {
    const quoted = line[at] === '"';
    const close = quoted ? line.indexOf('"', at + 1) : -1;
    const start = close === -1 ? at : at + 1;
    const stop = line.indexOf(delimiter, close === -1 ? at : close);
    const end = stop === -1 ? line.length : stop;
    cells.push({ value: line.slice(start, close === -1 ? end : close), start: from + start });
    at = end + 1;
  }
  return cells;
};

interface Header {
  readonly delimiter: string;
  readonly names: readonly string[];
  readonly end: number;
}

/** The first line, when it is nothing but names. */
const headerOf = (text: string): Header | undefined => {
  const end = text.indexOf("\n");
  if (end === -1 || end > headerReach) return undefined;
  const line = text
    .slice(0, end)
    .replace(/^\xef\xbb\xbf/, "")
    .replace(/\r$/, "");
  if (/^(?:from|import|use|using|select|var|let|const|def|return)\b/i.test(line)) return undefined;
  if (!/^"?[A-Za-z_][\w ./-]{0,40}"?(?:[,;\t|]"?[\w ./-]{0,40}"?){1,60}$/.test(line)) return undefined;
  const delimiter = /[,;\t|]/.exec(line)![0];
  return { delimiter, names: cellsOf(line, delimiter, 0).map(({ value }) => value.trim()), end: end + 1 };
};

/** People whom fakenamegenerator.com makes up, in tables that tests load: by two of its columns. */
const isMadeUp = ({ names }: Header): boolean => names.includes("GivenName") && names.includes("MiddleInitial");

/** Tables of users keep what a hash makes of their passwords. */
const isHash = (value: string): boolean => /^[0-9a-fA-F]{32,128}$/.test(value) || isHarmlessPassword(value, true);

const columnMatch = (cell: Cell, isPassword: boolean, place: Readonly<Record<string, string | undefined>>) => {
  const { value, start } = cell;
  if (isSilent(value) || isPlaceholder(value)) return undefined;
  if (isPassword && isHash(value)) return undefined;
  const severity = isPassword ? passwordSeverity(value, true) : isRandomKey(value) ? "medium" : undefined;
  if (severity === undefined) return undefined;
  const scalar = { value, start, end: start + value.length };
  const check = isPassword ? columnChecks.password : columnChecks.key;
  return matchOf(check, scalar, place, { severity, proof: "generic", rank: ranks.generic });
};

const rowMatches = (cells: readonly Cell[], { names }: Header): readonly Match[] => {
  const cellOf = (column: RegExp): string | undefined => cells[names.findIndex((name) => column.test(name))]?.value;
  const place = { user: cellOf(userColumn), host: cellOf(hostColumn) };
  return present(
    names.map((name, column) => {
      const cell = cells[column];
      const isPassword = passwordColumn.test(name);
      if (cell === undefined || cells.length !== names.length || !(isPassword || keyColumn.test(name)))
        return undefined;
      return columnMatch(cell, isPassword, { ...place, keyPath: name });
    }),
  );
};

const parse = (content: Buffer, at: readonly number[]): readonly Match[] => {
  if (at.length > 0 && at[0]! > headerReach) return [];
  const header = headerOf(content.toString("latin1", 0, headerReach + 1)); // most have none, and may be large
  if (
    header === undefined ||
    isMadeUp(header) ||
    !header.names.some((name) => passwordColumn.test(name) || keyColumn.test(name))
  )
    return [];
  const { text } = wholeText(content);
  const found: Match[] = [];
  let start = header.end;
  for (let row = 0; row < maxRows && start < text.length; row++) {
    const stop = text.indexOf("\n", start);
    const end = stop === -1 ? text.length : stop;
    const line = text.slice(start, Math.min(end, start + maxLine)).replace(/\r$/, "");
    if (line !== "") found.push(...rowMatches(cellsOf(line, header.delimiter, start), header));
    start = end + 1;
  }
  return found;
};

/** Tables with a line of names on top (RFC 4180): exports of password managers, lists of users. */
export const csvColumnsParser: DocumentParser = {
  anchors: [
    ",password",
    ",Password",
    "password,",
    "Password,",
    ';"password"',
    ',"password"',
    ";password;",
    "\tpassword",
    ",api_key",
    "api_key,",
    ",access_token",
    ",secret_key",
    ",client_secret",
    ",token\n",
    ",token\r",
  ],
  parse,
};
