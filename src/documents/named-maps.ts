import { isHarmless, isHarmlessPassword } from "../detect/generic/harmless-value.ts";
import { nameStrength } from "../detect/generic/key-name.ts";
import { passwordSeverity } from "../detect/generic/password.ts";
import { isRandomKey } from "../detect/generic/random-key.ts";
import { isPlaceholder } from "../detect/placeholder.ts";
import { type DocumentParser, type Match, ranks } from "../detect/rule.ts";
import { wholeText } from "../detect/structure/text.ts";
import { type Check, isSilent, matchOf, present } from "./credential.ts";

const remediation =
  "Change it where it is used, and read it from the environment or a secret store; removing it from the file is not enough.";

export const mapChecks = {
  password: {
    id: "secrets/generic-password-in-map",
    provider: "generic",
    title: "Password in a map or list of passwords",
    severity: "medium",
    opens: "Lets whoever reads the repository log in where the password is used.",
    remediation,
  },
  key: {
    id: "secrets/generic-key-in-map",
    provider: "generic",
    title: "Key or token in a map or list of them",
    severity: "medium",
    opens: "Lets whoever reads the repository call the service as its owner.",
    remediation,
  },
} as const satisfies Readonly<Record<string, Check>>;

const passwordNames = ["passwords"];
const keyNames = ["secrets", "api_keys", "apiKeys", "auth_tokens", "access_tokens", "api_tokens"];

/** HCL aligns the signs of neighbouring lines. */
const aligned = Array.from({ length: 8 }, (_, spaces) => `${" ".repeat(spaces + 1)}= `);
const joints = [...aligned, "=", " => ", ": ", '": ', '" : ', "' => "];

const anchors = [...passwordNames, ...keyNames].flatMap((name) =>
  joints.flatMap((joint) => [`${name}${joint}{`, `${name}${joint}[`]),
);

const opening =
  /([\w.-]{0,60}(?:passwords|secrets|api_keys|apiKeys|(?:auth|access|api)_tokens))["']?\s{0,9}(?:=>?|:)\s?([{[])/y;

const longestName = 60;
const mostEntries = 200;
const mostMaps = 1000;

/** What an entry may be: a name and its value, or a value alone, with comments between. */
const entry =
  /(?:[\s,]|(?:#|\/\/)[^\n]{0,300}\n){0,400}(?:["']?([\w.@/ -]{1,80}?)["']?\s{0,20}(?:=>?|:)\s{0,20})?"([^"\\\r\n]{0,300})"(?=\s*[,}\]#/\n])/y;

interface Entry {
  readonly name: string | undefined;
  readonly value: string;
  readonly start: number;
}

/** Entries up to the first that is no text in quotes: a map of maps names its values itself. */
const entriesAt = (text: string, from: number): readonly Entry[] => {
  const entries: Entry[] = [];
  entry.lastIndex = from;
  while (entries.length < mostEntries) {
    const found = entry.exec(text);
    if (found === null) break;
    const [whole, name, value = ""] = found;
    entries.push({ name, value, start: found.index + whole.length - value.length - 1 });
  }
  return entries;
};

/** What says itself what it is needs no map for that. */
const saysWhatItIs = (name: string): boolean =>
  nameStrength(name, "password") === "strong" || nameStrength(name, "key") === "strong";

const matchFor = (map: string, isPassword: boolean, { name, value, start }: Entry): Match | undefined => {
  if (isSilent(value) || isPlaceholder(value) || (name !== undefined && saysWhatItIs(name))) return undefined;
  const isOne = isPassword
    ? passwordSeverity(value, true) === "medium" && !isHarmlessPassword(value, true)
    : isRandomKey(value) && !isHarmless(value);
  if (!isOne) return undefined;
  const keyPath = name === undefined ? map : `${map}.${name}`;
  const check = isPassword ? mapChecks.password : mapChecks.key;
  const scalar = { value, start, end: start + value.length };
  return matchOf(check, scalar, { keyPath }, { proof: "generic", rank: ranks.generic });
};

const mapAt = (text: string, at: number): readonly Match[] => {
  let start = at;
  while (start > 0 && at - start < longestName && /[\w.-]/.test(text[start - 1]!)) start--;
  opening.lastIndex = start;
  const found = opening.exec(text);
  if (found === null) return [];
  const name = found[1]!;
  if (/public|hash|encrypt|sealed|external|i18n/i.test(name)) return [];
  return present(entriesAt(text, opening.lastIndex).map((each) => matchFor(name, /passwords$/.test(name), each)));
};

/** `db_passwords = { staging = "…", live = "…" }`: entries are called by what they open, and the map says what they are. */
export const namedMapsParser: DocumentParser = {
  anchors,
  parse: (content, at) => {
    const { text } = wholeText(content);
    return at.slice(0, mostMaps).flatMap((anchor) => mapAt(text, anchor));
  },
};
