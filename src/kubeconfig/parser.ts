import type { DocumentParser, Match } from "../detect/rule.ts";
import { wholeText } from "../detect/structure/text.ts";
import { readKey, unreadKey } from "./certificate.ts";
import type { KeyReader } from "./credentials.ts";
import { findKubeconfigs } from "./find.ts";
import { loneKeys, loneUsers } from "./fragments.ts";
import { judgeKubeconfig } from "./judge.ts";
import type { Kubeconfig } from "./kubeconfig.ts";

/** Without one of these words a content has no way into a cluster, or none that a kubeconfig's shape could tell. */
const anchors: readonly string[] = [
  "client-key-data",
  "client-certificate-data",
  "certificate-authority-data",
  "current-context",
  "insecure-skip-tls-verify",
  "contexts:",
  'contexts":',
  'contexts\\":',
  "kind: Config\n",
  "kind: Config\r",
];

/** How many keys of one content are compared with their certificates; further ones are reported by their place alone. */
const maxKeys = 2000;

const boundedKeyReader = (): KeyReader => {
  let count = 0;
  return (keyData, certificateData) => (count++ < maxKeys ? readKey(keyData, certificateData) : unreadKey);
};

/** Whoever gets into a cluster stands under one of these keys, quoted and escaped in any way: by each of them one way of looking tells. */
const [usersKey, userKey, dataKey] = [Buffer.from("users"), Buffer.from("user"), Buffer.from("client-key-data")];
const signs = new Set([...":="].map((char) => char.charCodeAt(0)));
const between = new Set([...` \t\r\n"'\\`].map((char) => char.charCodeAt(0)));
const mostBetween = 40;

const hasKey = (content: Buffer, key: Buffer): boolean => {
  for (let at = content.indexOf(key); at !== -1; at = content.indexOf(key, at + 1)) {
    let end = at + key.length;
    while (end < at + key.length + mostBetween && between.has(content[end]!)) end++;
    if (signs.has(content[end]!)) return true;
  }
  return false;
};

/** Two ways may lead to the same secret; the first knew more of its surroundings. */
const addNew = (matches: Map<number, Match>, found: readonly Match[]): void => {
  for (const match of found) if (!matches.has(match.start)) matches.set(match.start, match);
};

const parse = (content: Buffer, now: Date): readonly Match[] => {
  const [hasUsers, hasUser, hasData] = [usersKey, userKey, dataKey].map((key) => hasKey(content, key));
  if (!hasUsers && !hasUser && !hasData) return [];
  const source = wholeText(content);
  const reader = boundedKeyReader();
  const matches = new Map<number, Match>();
  const add = (find: () => readonly Kubeconfig[]): void => {
    try {
      for (const config of find()) addNew(matches, judgeKubeconfig(config, now, reader));
    } catch {
      // Hostile text may exhaust the stack of a parser; the next way needs none.
    }
  };
  if (hasUsers) add(() => findKubeconfigs(source));
  if (hasUser) add(() => loneUsers(source));
  if (hasData) add(() => loneKeys(source, (at) => matches.has(at)));
  return [...matches.values()].sort((a, b) => a.start - b.start);
};

/** A parser that takes the time from `clock`, so that what has expired can be tested. */
export const createKubeconfigParser = (clock: () => Date): DocumentParser => ({
  anchors,
  parse: (content) => parse(content, clock()),
});

/** Finds the credentials of kubeconfigs. */
export const kubeconfigParser: DocumentParser = createKubeconfigParser(() => new Date());
