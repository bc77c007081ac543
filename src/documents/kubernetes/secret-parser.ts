import { isTemplate } from "../../detect/password-worth.ts";
import type { DocumentParser, Match } from "../../detect/rule.ts";
import { below, type JsonNode, memberOf, textOf, walkJson } from "../../detect/structure/json.ts";
import { jsonAround } from "../../detect/structure/json-find.ts";
import { pairsOf, scalarOf, type Tree } from "../../detect/structure/nodes.ts";
import { type Text, wholeText } from "../../detect/structure/text.ts";
import { kindWords, yamlManifests } from "./manifests.ts";
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

const yamlKind = kindWords("Secret");

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

const secretsWithin = (root: JsonNode): readonly Secret[] => {
  const secrets: Secret[] = [];
  for (const { node, path } of walkJson(root))
    if (node.kind === "object" && textOf(node, "kind") === "Secret") secrets.push(jsonSecret(node, path));
  return secrets;
};

const jsonKind = /"kind"\s{0,8}:\s{0,8}"Secret"/g;
const jsonSecrets = (content: Buffer): readonly Secret[] =>
  jsonAround(wholeText(content), jsonKind).flatMap(secretsWithin);

const quotationMark = 0x22;

const parse = (content: Buffer, at: readonly number[]): readonly Match[] => {
  const isJson = at.some((place) => content[place] === quotationMark);
  const secrets = [
    ...yamlManifests(content, at, yamlKind, hasValues).map(yamlSecret),
    ...(isJson ? jsonSecrets(content) : []),
  ];
  return secrets.flatMap((secret) => secretMatches(content, secret));
};

/** Secrets of Kubernetes in YAML and JSON, in lists, templates of Helm, annotations, heredocs. */
export const kubernetesSecretParser: DocumentParser = {
  anchors: ["kind: Secret", 'kind: "Secret"', "kind: 'Secret'", '"kind": "Secret"', '"kind":"Secret"'],
  parse,
};
