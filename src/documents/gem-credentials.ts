import type { DocumentParser, Match } from "../detect/rule.ts";
import { type Check, keyMatch, present } from "./credential.ts";

export const gemCheck: Check = {
  id: "secrets/rubygems-credentials-file",
  provider: "rubygems",
  title: "Key in RubyGems' credentials file",
  severity: "high",
  opens: "Pushes and yanks gems at the server beside it as its owner.",
  remediation: "Revoke the key at the server, and keep `.gem/credentials` out of the repository.",
};

export const gemPaths = "(?:^|/)\\.?gem/credentials$";

const longest = 16_384;

/** A key by its name, or by the address of its server (guides.rubygems.org, `gem push --key` and `--host`). */
const line =
  /^(?::(?<name>[\w.-]{1,64})|(?<host>[\w.:/-]{1,200}?)):[ \t]{1,4}["']?(?:(?:Bearer|Basic) )?(?<secret>[^\s"']{16,200})["']?$/d;

/** Every line but the first is a key, or it is a file of another kind. */
export const gemKeys = (text: string): readonly Match[] => {
  if (text.length > longest) return [];
  const matches: (Match | undefined)[] = [];
  let at = 0;
  for (const written of text.split("\n")) {
    const start = at;
    at += written.length + 1;
    const content = written.replace(/\r$/, "");
    if (/^(?:---\s{0,4}|\s*|#.*)$/.test(content)) continue;
    const found = line.exec(content);
    if (found === null) return [];
    const [from, to] = found.indices!.groups!["secret"]!;
    const { name, host, secret } = found.groups!;
    matches.push(keyMatch(gemCheck, { value: secret!, start: start + from, end: start + to }, { keyPath: name, host }));
  }
  return present(matches);
};

/** `~/.gem/credentials`: the first key is by custom that of rubygems.org. */
export const gemParser: DocumentParser = {
  anchors: [":rubygems_api_key:"],
  parse: (content) => (content.length > longest ? [] : gemKeys(content.toString("latin1"))),
};
