import type { DocumentParser, Match } from "../detect/rule.ts";
import { wholeText } from "../detect/structure/text.ts";
import { type Check, passwordMatch, present } from "./credential.ts";

export const winscpCheck: Check = {
  id: "secrets/winscp-password",
  provider: "winscp",
  title: "Password of a WinSCP session",
  severity: "high",
  opens: "Signs in to the server as the user beside it; without a master password WinSCP only disguises it.",
  remediation:
    "Change the password at the server, set a master password in WinSCP, and keep its settings out of the repository.",
};

const mask = 0xa3;
const withUserAndHost = 0xff;

/**
 * Undoes the disguise of WinSCP's `SimpleEncryptChar` (source/core/Security.cpp): bytes inverted and masked; a flag, a
 * length, a gap, then user, host and password in one. Undefined for what does not come out as it should.
 */
export const revealWinscp = (hex: string, user: string, host: string): string | undefined => {
  const bytes = [...Buffer.from(hex, "hex")].map((byte) => ~(byte ^ mask) & 0xff);
  const flagged = bytes[0] === withUserAndHost;
  const length = bytes[flagged ? 2 : 0];
  const at = flagged ? 3 : 1;
  const gap = bytes[at];
  if (length === undefined || gap === undefined) return undefined;
  const text = Buffer.from(bytes.slice(at + 1 + gap, at + 1 + gap + length)).toString("latin1");
  if (text.length !== length || !/^[\x20-\x7e\x80-\xff]+$/.test(text)) return undefined;
  const key = `${user}${host}`;
  if (!flagged) return text;
  return key !== "" && text.startsWith(key) ? text.slice(key.length) : undefined;
};

const maxSessions = 2000;
const maxSession = 16 << 10;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const setting = (session: string, name: string): string =>
  decoded(new RegExp(`^${name}=([^\\r\\n]{1,300})`, "m").exec(session)?.[1] ?? "");

const parse = (content: Buffer): readonly Match[] => {
  const { text } = wholeText(content);
  const heads = [...text.matchAll(/^\[Sessions\\([^\]\r\n]{1,300})\]/gm)].slice(0, maxSessions);
  return present(
    heads.map(({ 0: head, 1: name = "", index }, i) => {
      const end = Math.min(heads[i + 1]?.index ?? text.length, index + maxSession);
      const session = text.slice(index + head.length, end);
      const found = /^Password=([0-9A-Fa-f]{6,2000})\r?$/m.exec(session);
      const [user, host] = [setting(session, "UserName"), setting(session, "HostName")];
      const value = found === null ? undefined : revealWinscp(found[1]!, user, host);
      if (found === null || value === undefined || value === "") return undefined;
      const start = index + head.length + found.index + "Password=".length;
      const scalar = { value, start, end: start + found[1]!.length };
      return passwordMatch(winscpCheck, scalar, { user, host, keyPath: `Sessions\\${decoded(name)}\\Password` });
    }),
  );
};

/** `WinSCP.ini`. */
export const winscpParser: DocumentParser = { anchors: ["[Sessions\\"], parse };
