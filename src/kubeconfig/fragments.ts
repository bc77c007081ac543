import { cutBlock } from "../detect/structure/blocks.ts";
import { newBudget, pairsOf, parseWithin, scalarOf } from "../detect/structure/nodes.ts";
import { readable, type Scalar, type Text } from "../detect/structure/text.ts";
import type { Cluster, Kubeconfig, User } from "./kubeconfig.ts";
import { readUser } from "./read.ts";

/** How far around a lone credential its certificate and server are looked for, in characters. */
const neighbourhood = 8192;

/** More lone users of one content are not cut out; lone keys have no limit. */
const maxFragments = 50;

const userKey = /^([ \t>#*+|/-]{0,80}?)user:[ \t]*$/gm;
/** The same without what stands before it: found by its letters, and mostly not there. */
const mayBeUserKey = /user:[ \t]*$/m;
const kubernetesWord = /cluster|context|kube|certificate-authority|server:/i;

const noUser: User = {
  name: undefined,
  keyData: undefined,
  certificateData: undefined,
  token: undefined,
  username: undefined,
  password: undefined,
  providerName: undefined,
  providerConfig: [],
  execCommand: undefined,
  execEnv: [],
  execArgs: [],
};

const around = (text: string, index: number): string =>
  text.slice(Math.max(0, index - neighbourhood), index + neighbourhood);

/** The value of a field that stands nearest to the middle of a stretch. */
const nearest = (stretch: string, pattern: RegExp, middle: number): string | undefined => {
  const found = [...stretch.matchAll(pattern)].sort((a, b) => Math.abs(a.index - middle) - Math.abs(b.index - middle));
  return found[0]?.[1];
};

const serverField = /server\\*["']?\s{0,10}[:=]\s{0,10}\\*["']?(https?:\/\/[^\s"'\\,<>]{1,300})/g;
const insecureField = /insecure-skip-tls-verify\\*["']?\s{0,10}[:=]\s{0,10}(true)/;

const clusterNear = (text: string, index: number): readonly Cluster[] => {
  const stretch = around(text, index);
  const server = nearest(stretch, serverField, Math.min(index, neighbourhood));
  return server === undefined ? [] : [{ name: undefined, server, insecureSkipTlsVerify: insecureField.test(stretch) }];
};

const lone = (user: User, clusters: readonly Cluster[], currentContext?: string): Kubeconfig => ({
  users: [user],
  clusters,
  contexts: [],
  currentContext,
});

/** Users cut out of their list, as documentation shows them. */
export const loneUsers = (source: Text): readonly Kubeconfig[] => {
  const found: Kubeconfig[] = [];
  if (!mayBeUserKey.test(source.text)) return found;
  const budget = newBudget();
  for (const { 0: _, 1: prefix, index } of source.text.matchAll(userKey)) {
    if (found.length >= maxFragments) break;
    const stretch = around(source.text, index);
    if (!kubernetesWord.test(stretch)) continue;
    const { text } = cutBlock(source, index + prefix!.length, neighbourhood);
    const tree = parseWithin(budget, text);
    if (tree === undefined) continue;
    const pairs = new Map([...pairsOf(tree, tree.root)].reverse());
    const name = scalarOf(tree, pairs.get("name"))?.value;
    const user = readUser(tree, name === undefined ? undefined : readable(name), pairs.get("user"));
    // the word nearby stands for the rest of the kubeconfig
    found.push(lone(user, clusterNear(source.text, index), "unknown"));
  }
  return found;
};

const keyField =
  /client-key-data\\*["']?\s{0,10}[:=]\s{0,10}(?:[|>][+-]?\d?\s{1,200})?\\*["']?([A-Za-z0-9+/_-]{64,}={0,2})/g;
const certificateField =
  /client-certificate-data\\*["']?\s{0,10}[:=]\s{0,10}(?:[|>][+-]?\d?\s{1,200})?\\*["']?([A-Za-z0-9+/_-]{64,}={0,2})/g;

/** Keys by the name of their field alone: the last resort, for what no parser takes. */
export const loneKeys = (source: Text, isKnown: (at: number) => boolean): readonly Kubeconfig[] => {
  const found: Kubeconfig[] = [];
  for (const { 0: field, 1: value, index } of source.text.matchAll(keyField)) {
    const from = index + field.length - value!.length;
    const start = source.at(from);
    if (isKnown(start)) continue;
    const keyData: Scalar = { value: value!, start, end: source.at(from + value!.length - 1) + 1 };
    const certificate = nearest(around(source.text, index), certificateField, Math.min(index, neighbourhood));
    const certificateData = certificate === undefined ? undefined : { value: certificate, start, end: start };
    found.push(lone({ ...noUser, keyData, certificateData }, clusterNear(source.text, index)));
  }
  return found;
};
