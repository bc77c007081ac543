import type { DocumentParser, Match } from "../detect/rule.ts";
import { wholeText } from "../detect/structure/text.ts";
import { type Check, passwordMatch, present } from "./credential.ts";

export const jetbrainsCheck: Check = {
  id: "secrets/jetbrains-server-password",
  provider: "jetbrains-ide",
  title: "Password of a deployment server of a JetBrains IDE",
  severity: "high",
  opens: "Signs in to the server as the user beside it; the IDE only disguises it.",
  remediation: "Change the password at the server, and let the IDE keep it in the system's keychain.",
};

const mask = 0xdfaa;

/** `PasswordUtil` of the IntelliJ platform: four hexadecimal digits a character, masked with 0xDFAA. */
export const revealJetbrains = (hex: string): string | undefined => {
  if (hex.length % 4 !== 0 || !/^[0-9a-f]+$/i.test(hex)) return undefined;
  const text = hex.match(/.{4}/g)!.map((four) => String.fromCharCode(Number.parseInt(four, 16) ^ mask));
  return text.every((char) => char >= " " && char <= "\xff") ? text.join("") : undefined;
};

const element = /<(?:fileTransfer|webServer|sftpServer|host|data|configuration)\s[^<>]{1,3000}>/g;
const maxElements = 5000;

const attribute = (text: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"<>]{1,2000})"`).exec(text)?.[1];

const parse = (content: Buffer): readonly Match[] => {
  const { text } = wholeText(content);
  const found: (Match | undefined)[] = [];
  for (const { 0: tag, index } of text.matchAll(element)) {
    if (found.length >= maxElements) break;
    const written = attribute(tag, "password");
    const value = written === undefined ? undefined : revealJetbrains(written);
    if (written === undefined || value === undefined) continue;
    const start = index + tag.indexOf(`password="${written}"`) + 'password="'.length;
    const place = {
      host: attribute(tag, "host"),
      user: attribute(tag, "username") ?? attribute(tag, "user"),
      keyPath: `${/^<(\w+)/.exec(tag)![1]}.password`,
    };
    found.push(passwordMatch(jetbrainsCheck, { value, start, end: start + written.length }, place));
  }
  return present(found);
};

/** `WebServers.xml` and its kin, in which older IDEs kept passwords. The mask shows in every character's first two digits. */
export const jetbrainsParser: DocumentParser = { anchors: ['password="df'], parse };
