import { isTemplate } from "../../detect/password-worth.ts";
import type { DocumentParser, Match } from "../../detect/rule.ts";
import { cutBlock } from "../../detect/structure/blocks.ts";
import { below, type JsonNode, memberOf, readJson, textOf, walkJson } from "../../detect/structure/json.ts";
import { type Budget, newBudget, pairsOf, parseWithin, scalarOf, type Tree } from "../../detect/structure/nodes.ts";
import { type Text, wholeText } from "../../detect/structure/text.ts";
import type { Entry, Secret } from "./secret.ts";
import { secretMatches } from "./secret-value.ts";

const fields = ["data", "stringData"] as const;

/** Keys of one Secret; more are nobody's. */
const maxEntries = 1000;

const yamlEntries = (tree: Tree, parts: ReadonlyMap<string, unknown>): readonly Entry[] =>
  fields.flatMap((field) =>
    pairsOf(tree, parts.get(field))
      .slice(0, maxEntries)
      .flatMap(([key, node]): readonly Entry[] => {
        const scalar = scalarOf(tree, node);
        return scalar === undefined ? [] : [{ key, scalar, path: below(field, key), encoded: field === "data" }];
      }),
  );

const yamlSecret = (tree: Tree): Secret => {
  const parts = new Map(pairsOf(tree, tree.root));
  const metadata = new Map(pairsOf(tree, parts.get("metadata")));
  const text = (node: unknown): string | undefined => {
    const value = scalarOf(tree, node)?.value;
    return value === undefined || isTemplate(value) ? undefined : value;
  };
  return {
    name: text(metadata.get("name")),
    namespace: text(metadata.get("namespace")),
    type: text(parts.get("type")),
    entries: yamlEntries(tree, parts),
  };
};

const yamlKind = /^([ \t>#*+|/-]{0,80}?)kind:[ \t]{0,8}["']?Secret["']?[ \t]{0,80}(?:#[^\n]*)?\r?$/gm;

/** More Secrets, or larger, are no longer a file that somebody wrote. */
const maxSecrets = 500;
const reach = 256 << 10;
const maxWork = 8 << 20;

/** What a template engine fills in becomes a mask, so that the rest of the line is YAML. */
const masked = (block: Text): Text => ({
  ...block,
  text: block.text.replaceAll(/\{\{[^\n]{0,2000}?\}\}/g, (slot) => "x".repeat(slot.length)),
});

const mapKey = /^["']?(?:data|stringData)["']?:/;
const ownValue = /:[ \t]+(?!["']?x{4}|["']{2}\s*$)[^\s#]|^[ \t]+(?!x{4})[^\s#:]+\s*$/;

/** Whether a map of the Secret has a value that is not all template: most Secrets of charts have none and need no parser. */
const hasValues = ({ text }: Text): boolean => {
  let within = false;
  for (const line of text.split("\n")) {
    if (mapKey.test(line)) within = true;
    else if (/^[^\s#]/.test(line)) within = false;
    if (within && ownValue.test(line)) return true;
  }
  return false;
};

const yamlSecrets = (source: Text, budget: Budget): readonly Secret[] => {
  const secrets: Secret[] = [];
  const ends = new Map<string, number>();
  let work = 0;
  for (const { 1: prefix = "", index } of source.text.matchAll(yamlKind)) {
    if (secrets.length >= maxSecrets || work > maxWork) break;
    if (index < (ends.get(prefix) ?? 0)) continue;
    const { text, end } = cutBlock(source, index + prefix.length, reach);
    work += text.text.length + 64;
    ends.set(prefix, end);
    const filled = masked(text);
    const tree = hasValues(filled) ? parseWithin(budget, filled) : undefined;
    if (tree !== undefined) secrets.push(yamlSecret(tree));
  }
  return secrets;
};

const jsonSecret = (node: JsonNode, path: string): Secret => {
  const metadata = memberOf(node, "metadata");
  const entries = fields.flatMap((field) => {
    const map = memberOf(node, field);
    if (map?.kind !== "object") return [];
    return map.entries.slice(0, maxEntries).flatMap(({ key, node: value }): readonly Entry[] => {
      if (value.kind !== "string") return [];
      return [{ key, scalar: value, path: below(below(path, field), key), encoded: field === "data" }];
    });
  });
  return {
    name: textOf(metadata, "name"),
    namespace: textOf(metadata, "namespace"),
    type: textOf(node, "type"),
    entries,
  };
};

const secretsWithin = (root: JsonNode | undefined): readonly Secret[] => {
  const secrets: Secret[] = [];
  for (const { node, path } of walkJson(root))
    if (node.kind === "object" && textOf(node, "kind") === "Secret") secrets.push(jsonSecret(node, path));
  return secrets;
};

const jsonKind = /"kind"\s{0,8}:\s{0,8}"Secret"/g;
const backward = 64 << 10;

/** The bracket that opens the object around an index, strings not told apart; -1 without one near. */
const openingBrace = (text: string, index: number): number => {
  let depth = 0;
  for (let at = index - 1; at >= 0 && index - at < backward; at--) {
    const char = text[at];
    if (char === "}") depth++;
    else if (char === "{" && --depth < 0) return at;
  }
  return -1;
};

const jsonSecrets = (source: Text): readonly Secret[] => {
  const found = [...source.text.matchAll(jsonKind)].slice(0, maxSecrets);
  if (found.length === 0) return [];
  if (/^\s*[[{]/.test(source.text)) return secretsWithin(readJson(source));
  let done = 0;
  return found.flatMap(({ index }) => {
    const open = index < done ? -1 : openingBrace(source.text, index);
    const root = open === -1 ? undefined : readJson(source, open);
    if (root?.kind === "object") done = root.end;
    return secretsWithin(root);
  });
};

const parse = (content: Buffer): readonly Match[] => {
  const source = wholeText(content);
  const secrets = [...yamlSecrets(source, newBudget()), ...jsonSecrets(source)];
  return secrets.flatMap((secret) => secretMatches(content, secret));
};

/** Secrets of Kubernetes in YAML and JSON, in lists, templates of Helm, annotations, heredocs. */
export const kubernetesSecretParser: DocumentParser = {
  anchors: ["kind: Secret", 'kind: "Secret"', "kind: 'Secret'", '"kind": "Secret"', '"kind":"Secret"'],
  parse,
};
