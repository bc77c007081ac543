import { isPlaceholder } from "../../detect/placeholder.ts";
import type { DocumentParser, Match } from "../../detect/rule.ts";
import { itemsOf, pairsOf, scalarOf, type Tree } from "../../detect/structure/nodes.ts";
import type { Scalar, Text } from "../../detect/structure/text.ts";
import { type Check, isSilent, matchOf, present } from "../credential.ts";
import { bootstrapCheck } from "./bootstrap-token.ts";
import { kindWords, yamlManifests } from "./manifests.ts";

export const encryptionCheck: Check = {
  id: "secrets/kubernetes-encryption-key",
  provider: "kubernetes",
  title: "Key that encrypts a cluster's Secrets at rest",
  severity: "critical",
  opens: "Decrypts every Secret in a copy or backup of etcd.",
  remediation:
    "Add a new key as the first, restart the API servers, rewrite all Secrets (`kubectl get secrets -A -o json | kubectl replace -f -`), then remove this one; a KMS provider keeps no key in the file.",
};

/** The same check as the rule of patterns/kubernetes.yaml. */
export const certificateKeyCheck: Check = {
  id: "secrets/kubernetes-certificate-key",
  provider: "kubernetes",
  title: "kubeadm certificate key",
  severity: "high",
  opens: "Decrypts the control plane’s certificates and keys that kubeadm uploaded to the cluster, for two hours.",
  remediation:
    "Delete the Secret kubeadm-certs in kube-system, or let it expire, and keep the key out of the repository.",
};

type Members = ReadonlyMap<string, unknown>;

const members = (tree: Tree, node: unknown): Members => new Map(pairsOf(tree, node));

const ciphers = ["aescbc", "aesgcm", "secretbox"] as const;
const keySizes = [16, 24, 32];

const keyMatch = (secret: Scalar, keyPath: string, cipher: string, name: string | undefined): Match | undefined => {
  const base64 = secret.value.replaceAll(/\s+/g, "");
  if (isSilent(base64) || !/^[A-Za-z0-9+/]{20,64}={0,2}$/.test(base64)) return undefined;
  const bytes = Buffer.from(base64, "base64");
  if (!keySizes.includes(bytes.length)) return undefined;
  const words = /^[\x20-\x7e]+$/.test(bytes.toString("latin1"));
  return matchOf(
    encryptionCheck,
    secret,
    { keyPath, cipher, keyName: name, bits: bytes.length * 8 },
    words && isPlaceholder(bytes.toString("latin1"))
      ? { severity: "info", detail: "It decodes to words that documentation uses." }
      : words
        ? { severity: "low", detail: "It decodes to text: chosen by a person, or an example." }
        : { proof: "structural" },
  );
};

const encryptionKeys = (tree: Tree): readonly Match[] =>
  itemsOf(tree, members(tree, tree.root).get("resources")).flatMap((resource, r) =>
    itemsOf(tree, members(tree, resource).get("providers")).flatMap((provider, p) => {
      const kinds = members(tree, provider);
      return ciphers.flatMap((cipher) =>
        itemsOf(tree, members(tree, kinds.get(cipher)).get("keys")).flatMap((key, k) => {
          const fields = members(tree, key);
          const secret = scalarOf(tree, fields.get("secret"));
          const path = `resources[${r}].providers[${p}].${cipher}.keys[${k}].secret`;
          return secret === undefined
            ? []
            : present([keyMatch(secret, path, cipher, scalarOf(tree, fields.get("name"))?.value)]);
        }),
      );
    }),
  );

const encryptionKind = kindWords("EncryptionConfig(?:uration)?");

/** Configuration of encryption at rest (kubernetes.io/docs/tasks/administer-cluster/encrypt-data). */
export const encryptionConfigurationParser: DocumentParser = {
  anchors: ["kind: EncryptionConfig"],
  parse: (content, at) => yamlManifests(content, at, encryptionKind).flatMap(encryptionKeys),
};

const tokenMatch = (token: Scalar | undefined, keyPath: string): Match | undefined => {
  if (token === undefined || !/^[a-z0-9]{6}\.[a-z0-9]{16}$/.test(token.value) || isPlaceholder(token.value))
    return undefined;
  return matchOf(bootstrapCheck, token, { keyPath, tokenId: token.value.slice(0, 6) }, { proof: "structural" });
};

const certificateKey = (key: Scalar | undefined, keyPath: string): Match | undefined =>
  key === undefined || !/^[0-9a-f]{64}$/.test(key.value) || isPlaceholder(key.value)
    ? undefined
    : matchOf(certificateKeyCheck, key, { keyPath }, { proof: "structural" });

/** Where kubeadm's configuration holds tokens and keys (kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4). */
const kubeadmCredentials = (tree: Tree): readonly Match[] => {
  const root = members(tree, tree.root);
  const discovery = members(tree, root.get("discovery"));
  const scalar = (node: unknown): Scalar | undefined => scalarOf(tree, node);
  const controlPlane = members(tree, root.get("controlPlane"));
  return present([
    ...itemsOf(tree, root.get("bootstrapTokens")).map((token, i) =>
      tokenMatch(scalar(members(tree, token).get("token")), `bootstrapTokens[${i}].token`),
    ),
    tokenMatch(scalar(members(tree, discovery.get("bootstrapToken")).get("token")), "discovery.bootstrapToken.token"),
    tokenMatch(scalar(discovery.get("tlsBootstrapToken")), "discovery.tlsBootstrapToken"),
    ...["token", "discoveryToken", "tlsBootstrapToken"].map((name) => tokenMatch(scalar(root.get(name)), name)),
    certificateKey(scalar(root.get("certificateKey")), "certificateKey"),
    certificateKey(scalar(controlPlane.get("certificateKey")), "controlPlane.certificateKey"),
  ]);
};

const kubeadmKind = kindWords("(?:Init|Join|Master|Node|Cluster)Configuration");

const mayHold = ({ text }: Text): boolean => /token|certificateKey/i.test(text);

/** Configuration of kubeadm. */
export const kubeadmParser: DocumentParser = {
  anchors: [
    "kind: InitConfiguration",
    "kind: JoinConfiguration",
    "kind: MasterConfiguration",
    "kind: NodeConfiguration",
  ],
  parse: (content, at) => yamlManifests(content, at, kubeadmKind, mayHold).flatMap(kubeadmCredentials),
};
