import { isHarmless } from "../detect/generic/harmless-value.ts";
import { worthOf } from "../detect/password-worth.ts";
import { isPlaceholder } from "../detect/placeholder.ts";
import type { DocumentParser, Match } from "../detect/rule.ts";
import { below, type JsonNode, memberOf, textOf, walkJson } from "../detect/structure/json.ts";
import { jsonAround } from "../detect/structure/json-find.ts";
import { type Scalar, wholeText } from "../detect/structure/text.ts";
import { type Check, isSilent, matchOf, type Place, passwordMatch, present, type Weight } from "./credential.ts";
import { kindOfName } from "./secret-name.ts";

export const stateCheck: Check = {
  id: "secrets/terraform-state",
  provider: "terraform",
  title: "Sensitive value in a Terraform state",
  severity: "high",
  opens: "Opens the resource that the state describes: Terraform keeps values in it as they are.",
  remediation:
    "Rotate the value at its resource, keep state in an encrypted backend with access control, and take the file out of the repository.",
};

/** Values of one state; a larger state is reported by its first ones. */
const maxValues = 2000;

type StringNode = Extract<JsonNode, { kind: "string" }>;

/** The last attribute of each path that the provider's schema calls sensitive (state format 4). */
const sensitiveNames = (instance: JsonNode): ReadonlySet<string> => {
  const names = new Set<string>();
  const paths = memberOf(instance, "sensitive_attributes");
  for (const { node } of walkJson(paths)) {
    const value = textOf(node, "type") === "get_attr" ? textOf(node, "value") : undefined;
    if (value !== undefined) names.add(value);
  }
  return names;
};

const lastName = (path: string): string => /([\w%-]+)(?:\[\d+\])*$/.exec(path.replace(/"\]$/, ""))?.[1] ?? "";

const isPem = (value: string): boolean => /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/.test(value);

const weightOf = (value: string, flagged: boolean): Weight | undefined => {
  if (isPem(value)) return { severity: "critical", proof: "structural" };
  const worth = worthOf(value);
  if (value.includes("\n") || value.length > 4096 || worth === "template" || worth === "filler") return undefined;
  if (isPlaceholder(value) || (isHarmless(value) && !flagged)) return undefined;
  return worth === "strong" ? { proof: "structural" } : { severity: "medium" };
};

const judged = (scalar: StringNode, name: string, flagged: boolean, place: Place): Match | undefined => {
  if (isSilent(scalar.value)) return undefined;
  const kind = kindOfName(name);
  if (kind === "password") return passwordMatch(stateCheck, scalar, place);
  if (kind !== "key" && !flagged && !(name === "private_key_pem" || name === "secret")) return undefined;
  const { user, host, ...rest } = place;
  const weight = weightOf(scalar.value, flagged);
  return weight && matchOf(stateCheck, scalar, rest, weight);
};

const attributesOf = (attributes: JsonNode | undefined, path: string, sensitive: ReadonlySet<string>, place: Place) => {
  const found: (Match | undefined)[] = [];
  const sign = {
    user: textOf(attributes, "username", "user", "administrator_login", "master_username"),
    host: textOf(attributes, "address", "endpoint", "host", "fqdn"),
    accessKeyId: textOf(attributes, "ses_smtp_password_v4") === undefined ? undefined : textOf(attributes, "id"),
  };
  for (const { node, path: inner } of walkJson(attributes)) {
    if (node.kind !== "string" || node.value.length < 4) continue;
    const name = lastName(inner);
    const flagged = sensitive.has(name);
    found.push(
      judged(node, name, flagged, {
        ...place,
        ...sign,
        keyPath: `${path}.${inner}`,
        ...(flagged ? { sensitive: true } : {}),
      }),
    );
  }
  return present(found);
};

const addressOf = (resource: JsonNode): string =>
  [textOf(resource, "module"), textOf(resource, "type"), textOf(resource, "name")].filter(Boolean).join(".");

/** What `terraform show -json` says of the attributes that are sensitive. */
const shownSensitive = (resource: JsonNode): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const { node, path } of walkJson(memberOf(resource, "sensitive_values")))
    if (node.kind === "literal" && node.value === "true") names.add(lastName(path));
  return names;
};

const resourceMatches = (resource: JsonNode, path: string): readonly Match[] => {
  const place = { resource: addressOf(resource) };
  const instances = memberOf(resource, "instances");
  if (instances?.kind === "array")
    return instances.items.flatMap((instance, i) =>
      attributesOf(
        memberOf(instance, "attributes"),
        below(`${path}.instances[${i}]`, "attributes"),
        sensitiveNames(instance),
        place,
      ),
    );
  const shown = memberOf(resource, "values");
  if (shown !== undefined) return attributesOf(shown, `${path}.values`, shownSensitive(resource), place);
  const primary = memberOf(memberOf(resource, "primary"), "attributes");
  return attributesOf(primary, `${path}.primary.attributes`, new Set(), place);
};

const outputMatch = (output: JsonNode, name: string, path: string): Match | undefined => {
  const value = memberOf(output, "value");
  const sensitive = memberOf(output, "sensitive");
  const flagged = sensitive?.kind === "literal" && sensitive.value === "true";
  if (value?.kind !== "string") return undefined;
  return judged(value as StringNode & Scalar, name, flagged, {
    keyPath: `${path}.value`,
    ...(flagged ? { sensitive: true } : {}),
  });
};

/** Where resources stand: in formats 3 and 4, and in what `terraform show -json` prints. */
const resourcePath =
  /^(?:modules\[\d+\]\.|(?:values\.)?root_module\.(?:child_modules\[\d+\]\.)*)?resources(?:\[\d+\]|\.[\w$-]+|\["[^"]{0,200}"\])$/;
const outputPath = /^(?:modules\[\d+\]\.|values\.)?outputs(?:\.[\w$-]+|\["[^"]{0,200}"\])$/;

const stateMatches = (root: JsonNode): readonly Match[] => {
  const matches: Match[] = [];
  for (const { node, path } of walkJson(root)) {
    if (matches.length > maxValues) break;
    if (outputPath.test(path)) {
      const found = outputMatch(node, lastName(path), path);
      if (found !== undefined) matches.push(found);
    } else if (resourcePath.test(path)) matches.push(...resourceMatches(node, path));
  }
  return matches;
};

const mark = /"terraform_version"/g;

/** States of Terraform and OpenTofu, formats 3 and 4. */
export const terraformStateParser: DocumentParser = {
  anchors: ['"terraform_version"'],
  parse: (content) => jsonAround(wholeText(content), mark).flatMap(stateMatches),
};
