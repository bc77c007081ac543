import { decodeUserAndPassword } from "../detect/proofs/decoded-text.ts";
import type { DocumentParser, Match } from "../detect/rule.ts";
import { below, type JsonNode, readJson, stringOf, textOf } from "../detect/structure/json.ts";
import { type Text, wholeText } from "../detect/structure/text.ts";
import { type Check, keyMatch, type Place, passwordMatch, present } from "./credential.ts";

const provider = "docker-config";
const remediation = "Revoke the token or change the password at the registry, and use a credential helper.";

/** The same checks as the rules of patterns/docker-config.yaml, which find what is cut off or escaped. */
export const dockerChecks = {
  auth: {
    id: "secrets/docker-config-auth",
    provider,
    title: "Registry password in a Docker configuration",
    severity: "high",
    opens: "Pulls, and often pushes, the images of the registry as the user inside.",
    remediation,
  },
  identityToken: {
    id: "secrets/docker-config-identity-token",
    provider,
    title: "Registry identity token in a Docker configuration",
    severity: "high",
    opens: "Obtains access to the images of the registry as its owner until it is revoked.",
    remediation,
  },
} as const satisfies Readonly<Record<string, Check>>;

const hostOf = (registry: string): string => registry.replace(/^https?:\/\//, "").replace(/[:/].*$/, "");

/** Passwords of Amazon ECR work for twelve hours (AWS, GetAuthorizationToken). */
const lowered = (match: Match | undefined, user: string | undefined, registry: string): Match | undefined =>
  match !== undefined && user === "AWS" && registry.includes(".ecr.") && match.severity !== "info"
    ? {
        ...match,
        severity: "low",
        detail: `${dockerChecks.auth.opens} Amazon's registry passwords work for twelve hours.`,
      }
    : match;

const passwordOf = (entry: JsonNode, registry: string, place: Place, path: string): Match | undefined => {
  const auth = stringOf(entry, "auth");
  const pair = auth === undefined ? undefined : decodeUserAndPassword(auth.value);
  const plain = stringOf(entry, "password");
  const user = pair?.user ?? textOf(entry, "username", "user");
  const shared = { ...place, registry, user, host: hostOf(registry) };
  if (auth !== undefined && pair !== undefined && pair.user !== "") {
    const judged = passwordMatch(
      dockerChecks.auth,
      { ...auth, value: pair.password },
      { ...shared, keyPath: `${path}.auth` },
    );
    return judged === undefined ? undefined : { ...judged, secret: auth.value };
  }
  return plain === undefined
    ? undefined
    : passwordMatch(dockerChecks.auth, plain, { ...shared, keyPath: `${path}.password` });
};

const tokensOf = (entry: JsonNode, registry: string, place: Place, path: string): readonly (Match | undefined)[] =>
  ["identitytoken", "registrytoken"].map((name) => {
    const token = stringOf(entry, name);
    return token && keyMatch(dockerChecks.identityToken, token, { ...place, registry, keyPath: `${path}.${name}` });
  });

/** Registries of one file; nobody signs in to more. */
const maxRegistries = 500;

const credentialsOf = (auths: JsonNode | undefined, place: Place, above: string): readonly Match[] => {
  if (auths?.kind !== "object") return [];
  return auths.entries.slice(0, maxRegistries).flatMap(({ key: registry, node }) => {
    const path = below(above, registry);
    const password = passwordOf(node, registry, place, path);
    const user = password?.facts["user"];
    return present([
      lowered(password, typeof user === "string" ? user : undefined, registry),
      ...tokensOf(node, registry, place, path),
    ]);
  });
};

/** More lists of registries of one content are left to the line rule. */
const maxLists = 50;

/** The credentials of Docker configurations in a text; `place` is added to their facts, `above` to their key path. */
export const dockerCredentials = (source: Text, place: Place = {}, above = ""): readonly Match[] => {
  const matches: Match[] = [];
  let done = 0;
  let lists = 0;
  for (const { 0: key, index } of source.text.matchAll(/"auths"\s{0,20}:\s{0,20}(?=\{)/g)) {
    if (source.at(index) < done || lists++ >= maxLists) continue;
    const auths = readJson(source, index + key.length);
    if (auths?.kind === "object") done = auths.end;
    matches.push(...credentialsOf(auths, place, above === "" ? "auths" : `${above}.auths`));
  }
  return matches;
};

/** `.dockercfg`, the form before 2014 and of `kubernetes.io/dockercfg`: registries without a list around them. */
export const legacyDockerCredentials = (source: Text, place: Place = {}, above = ""): readonly Match[] =>
  /^\s*\{/.test(source.text) ? credentialsOf(readJson(source), place, above) : [];

/** Credentials of registries: `~/.docker/config.json` and what Kubernetes makes of it. */
export const dockerConfigParser: DocumentParser = {
  anchors: ['"auths"'],
  parse: (content) => dockerCredentials(wholeText(content)),
};
