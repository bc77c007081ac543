import { decodePrintable } from "../detect/proofs/decoded-text.ts";
import type { DocumentParser, Match } from "../detect/rule.ts";
import { type Text, wholeText } from "../detect/structure/text.ts";
import { type Check, passwordMatch, present } from "./credential.ts";

export const filezillaCheck: Check = {
  id: "secrets/filezilla-password",
  provider: "filezilla",
  title: "Password in FileZilla's list of servers",
  severity: "high",
  opens: "Signs in to the server as the user beside it.",
  remediation:
    "Change the password at the server, set a master password in FileZilla, and keep its settings out of the repository.",
};

/** Servers of one list. */
const maxServers = 2000;

/** How far a server's other elements may stand from its password. */
const reach = 1500;

const password = /<Pass(?: encoding="(base64|plain)")?>([^<]{1,1024})<\/Pass>/g;

const element = (text: string, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]{1,300})</${name}>`).exec(text)?.[1]?.trim();

/** The server's own element around an index, as far as it reaches. */
const serverAround = ({ text }: Text, start: number, end: number): string => {
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(end, end + reach);
  const close = after.indexOf("</Server>");
  return before.slice(Math.max(0, before.lastIndexOf("<Server"))) + after.slice(0, close === -1 ? reach : close);
};

const parse = (content: Buffer): readonly Match[] => {
  const source = wholeText(content);
  const found: (Match | undefined)[] = [];
  let index = 0;
  let tries = 0;
  for (const match of source.text.matchAll(password)) {
    if (tries++ >= maxServers) break;
    const [whole, encoding, written = ""] = match;
    const start = match.index + whole.indexOf(">") + 1;
    const end = start + written.length;
    const value = encoding === "base64" ? decodePrintable(written.trim()) : written;
    const server = serverAround(source, match.index, end);
    const host = element(server, "Host");
    if (value === undefined || host === undefined) continue;
    const place = {
      host,
      user: element(server, "User"),
      port: element(server, "Port"),
      keyPath: `Server[${index++}].Pass`,
      ...(encoding === "base64" ? { encoding } : {}),
    };
    found.push(passwordMatch(filezillaCheck, { value, start, end }, place));
  }
  return present(found);
};

/** `sitemanager.xml`, `recentservers.xml` and `filezilla.xml`. */
export const filezillaParser: DocumentParser = { anchors: ['<Pass encoding="', "<Pass>"], parse };
