import { itemsOf, pairsOf, scalarOf, type Tree } from "../detect/structure/nodes.ts";
import { readable, type Scalar } from "../detect/structure/text.ts";
import type { Cluster, Context, Kubeconfig, NamedScalar, User } from "./kubeconfig.ts";

/** What `users`, `clusters` and `contexts` hold, each with the tree that it was parsed from. */
export interface Section {
  readonly kind: "users" | "clusters" | "contexts" | "current-context";
  readonly tree: Tree;
  readonly node: unknown;
}

type Fields = ReadonlyMap<string, unknown>;

/** The first of two equal keys wins: a merge never overrides. */
const fieldsOf = (tree: Tree, node: unknown): Fields => {
  const fields = new Map<string, unknown>();
  for (const [name, value] of pairsOf(tree, node)) if (!fields.has(name)) fields.set(name, value);
  return fields;
};

/** More entries of one list are not looked at here; the line rule still sees their keys. */
const maxEntries = 2000;

const nameOf = (tree: Tree, node: unknown): string | undefined => {
  const value = scalarOf(tree, node)?.value;
  return value === undefined ? undefined : readable(value);
};

const namedScalars = (tree: Tree, node: unknown): readonly NamedScalar[] =>
  pairsOf(tree, node).flatMap(([name, value]) => {
    const scalar = scalarOf(tree, value);
    return scalar === undefined ? [] : [{ name, scalar }];
  });

const environment = (tree: Tree, node: unknown): readonly NamedScalar[] =>
  itemsOf(tree, node)
    .slice(0, maxEntries)
    .flatMap((item) => {
      const fields = fieldsOf(tree, item);
      const name = nameOf(tree, fields.get("name"));
      const scalar = scalarOf(tree, fields.get("value"));
      return name === undefined || scalar === undefined ? [] : [{ name, scalar }];
    });

const defined = (scalar: Scalar | undefined): scalar is Scalar => scalar !== undefined;

/** Reads what stands below `user:`. */
export const readUser = (tree: Tree, name: string | undefined, node: unknown): User => {
  const user = fieldsOf(tree, node);
  const provider = fieldsOf(tree, user.get("auth-provider"));
  const exec = fieldsOf(tree, user.get("exec"));
  const scalar = (field: string): Scalar | undefined => scalarOf(tree, user.get(field));
  return {
    name,
    keyData: scalar("client-key-data"),
    certificateData: scalar("client-certificate-data"),
    token: scalar("token"),
    username: scalar("username"),
    password: scalar("password"),
    providerName: nameOf(tree, provider.get("name")),
    providerConfig: namedScalars(tree, provider.get("config")),
    execCommand: nameOf(tree, exec.get("command")),
    execEnv: environment(tree, exec.get("env")),
    execArgs: itemsOf(tree, exec.get("args"))
      .slice(0, maxEntries)
      .map((item) => scalarOf(tree, item))
      .filter(defined),
  };
};

const entries = ({ tree, node }: Section): readonly Fields[] =>
  itemsOf(tree, node)
    .slice(0, maxEntries)
    .map((item) => fieldsOf(tree, item));

const readUsers = (section: Section): readonly User[] =>
  entries(section).map((entry) => readUser(section.tree, nameOf(section.tree, entry.get("name")), entry.get("user")));

const readClusters = (section: Section): readonly Cluster[] =>
  entries(section).map((entry) => {
    const cluster = fieldsOf(section.tree, entry.get("cluster"));
    return {
      name: nameOf(section.tree, entry.get("name")),
      server: scalarOf(section.tree, cluster.get("server"))?.value,
      insecureSkipTlsVerify: scalarOf(section.tree, cluster.get("insecure-skip-tls-verify"))?.value === "true",
    };
  });

const readContexts = (section: Section): readonly Context[] =>
  entries(section).map((entry) => {
    const context = fieldsOf(section.tree, entry.get("context"));
    const name = (field: string): string | undefined => nameOf(section.tree, context.get(field));
    return {
      name: nameOf(section.tree, entry.get("name")),
      cluster: name("cluster"),
      user: name("user"),
      namespace: name("namespace"),
    };
  });

const readGroup = (sections: readonly Section[]): Kubeconfig => {
  const of = (kind: Section["kind"]): readonly Section[] => sections.filter((section) => section.kind === kind);
  return {
    users: of("users").flatMap(readUsers),
    clusters: of("clusters").flatMap(readClusters),
    contexts: of("contexts").flatMap(readContexts),
    currentContext: of("current-context")
      .map(({ tree, node }) => nameOf(tree, node))
      .find((name) => name !== undefined),
  };
};

/** Sections in the order of the content become kubeconfigs: where a kind comes again, the next one begins. */
export const readSections = (sections: readonly Section[]): readonly Kubeconfig[] => {
  const groups: Section[][] = [];
  let seen = new Set<Section["kind"]>();
  for (const section of sections) {
    if (groups.length === 0 || seen.has(section.kind)) {
      groups.push([]);
      seen = new Set();
    }
    groups.at(-1)!.push(section);
    seen.add(section.kind);
  }
  return groups.map(readGroup);
};

export const sectionKinds: ReadonlySet<string> = new Set(["users", "clusters", "contexts", "current-context"]);
