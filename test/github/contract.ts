import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";

/** One operation of the slice of GitHub's OpenAPI description in `fixtures/github-openapi/`. */
export interface Operation {
  readonly method: string;
  /** As the description writes it, such as `/repos/{owner}/{repo}/check-runs`. */
  readonly template: string;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: { readonly type?: string };
}

interface Described {
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, { readonly $ref?: string }>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly parameters: Readonly<Record<string, Parameter>> };
}

const document = JSON.parse(
  readFileSync(new URL("../../fixtures/github-openapi/api.github.com.json", import.meta.url), "utf8"),
) as Document;

const ajv = new Ajv({ strict: false, allErrors: false });
(addFormats as unknown as (ajv: Ajv) => void)(ajv);
ajv.addFormat("int64", true);
ajv.addSchema(document, "github");

const escaped = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1");
const compiled = new Map<string, ValidateFunction>();

const schemaAt = (pointer: string): ValidateFunction => {
  const known = compiled.get(pointer);
  if (known !== undefined) return known;
  const made = ajv.compile({ $ref: `github#${encodeURI(pointer)}` });
  compiled.set(pointer, made);
  return made;
};

const complaint = (pointer: string, value: unknown): string | undefined => {
  const validate = schemaAt(pointer);
  if (validate(value)) return undefined;
  const [error] = validate.errors ?? [];
  return `${error?.instancePath} ${error?.message}`;
};

const templates = Object.keys(document.paths).map((template) => ({
  template,
  pattern: new RegExp(`^${template.replace(/\{[^}]+\}/g, "([^/]+)")}$`),
}));

/** The operation that a request means, with the values of its path. */
export const operationOf = (
  method: string,
  path: string,
): (Operation & { readonly values: readonly string[] }) | undefined => {
  for (const { template, pattern } of templates) {
    const found = pattern.exec(path);
    if (found !== null && document.paths[template]?.[method.toLowerCase()] !== undefined)
      return { method: method.toLowerCase(), template, values: found.slice(1) };
  }
  return undefined;
};

const described = ({ method, template }: Operation): Described => document.paths[template]![method]!;
const pointerTo = ({ method, template }: Operation): string => `/paths/${escaped(template)}/${method}`;
const json = `/content/${escaped("application/json")}/schema`;

const parametersOf = (operation: Operation): readonly Parameter[] =>
  (described(operation).parameters ?? []).map((parameter) =>
    "$ref" in parameter ? document.components.parameters[parameter.$ref.split("/").at(-1)!]! : parameter,
  );

/** Names that the description lists for an object of a request; it calls any other one fine, GitHub ignores it, we do not. */
const knownProperties: Readonly<Record<string, readonly string[]>> = {
  "/repos/{owner}/{repo}/check-runs": [
    "name",
    "head_sha",
    "status",
    "conclusion",
    "output",
    "external_id",
    "details_url",
  ],
  "/repos/{owner}/{repo}/check-runs/{check_run_id}": ["output"],
  "/repos/{owner}/{repo}/issues/{issue_number}/comments": ["body"],
  "/repos/{owner}/{repo}/issues/comments/{comment_id}": ["body"],
};
const outputProperties = ["title", "summary", "text", "annotations"];
const annotationProperties = [
  "path",
  "start_line",
  "end_line",
  "start_column",
  "end_column",
  "annotation_level",
  "message",
  "title",
  "raw_details",
];

interface Output {
  readonly title?: string;
  readonly annotations?: readonly Readonly<Record<string, unknown>>[];
}

const unknown = (value: object | undefined, known: readonly string[]): readonly string[] =>
  Object.keys(value ?? {})
    .filter((key) => !known.includes(key))
    .map((key) => `unknown property ${key}`);

const columnsOnTwoLines = (one: Readonly<Record<string, unknown>>): boolean =>
  one["start_line"] !== one["end_line"] && ("start_column" in one || "end_column" in one);

/** What GitHub refuses and its description does not say: facts/github.md, 1.5 and 1.6. */
const unwritten = ({ template }: Operation, body: Readonly<Record<string, unknown>>): readonly string[] => {
  const output = body["output"] as Output | undefined;
  const annotations = output?.annotations ?? [];
  return [
    ...unknown(body, knownProperties[template] ?? []),
    ...unknown(output, outputProperties),
    ...annotations.flatMap((one) => unknown(one, annotationProperties)),
    ...(String(body["body"] ?? "").length > 65_536 ? ["body is too long (maximum is 65536 characters)"] : []),
    ...((output?.title ?? "").length > 255 ? ["title is too long"] : []),
    ...(body["status"] === "completed" && body["conclusion"] === undefined ? ["completed without a conclusion"] : []),
    ...(annotations.some(columnsOnTwoLines) ? ["columns on an annotation of several lines"] : []),
    ...(annotations.some(({ title }) => String(title ?? "").length > 255) ? ["an annotation's title is too long"] : []),
  ];
};

/** What is wrong with a request; empty when GitHub would take it. */
export const requestFaults = (operation: Operation, query: URLSearchParams, body: unknown): readonly string[] => {
  const faults: string[] = [];
  const known = parametersOf(operation);
  for (const [name, value] of query) {
    const parameter = known.find((one) => one.in === "query" && one.name === name);
    if (parameter === undefined) faults.push(`unknown query parameter ${name}`);
    else if (parameter.schema.type === "integer" && !/^\d+$/.test(value)) faults.push(`${name} is no number`);
  }
  if (described(operation).requestBody === undefined) return faults;
  const fault = complaint(`${pointerTo(operation)}/requestBody${json}`, body);
  return [...faults, ...(fault === undefined ? [] : [fault]), ...unwritten(operation, body as Record<string, unknown>)];
};

/** What is wrong with an answer of the double itself, against the description. */
export const answerFault = (operation: Operation, status: number, body: unknown): string | undefined => {
  const response = described(operation).responses[String(status)];
  if (response === undefined) return status < 400 ? `${status} is no answer to ${operation.template}` : undefined;
  const pointer = response.$ref?.slice(1) ?? `${pointerTo(operation)}/responses/${status}`;
  return complaint(`${pointer}${json}`, body);
};
