import { isJsonObject, type JsonObject } from "../json-object.ts";
import { textsOf } from "./document.ts";
import type { HistoryEntry } from "./history.ts";
import type { Note } from "./notes.ts";

/** Where in an image's configuration or history a text stands. */
export interface ConfigPlace {
  /** `config/Env/API_KEY`, `history/4`: how ignores and reports name it. */
  readonly path: string;
  /** What sets it: the verb of the instruction and the name that it sets. */
  readonly setBy?: { readonly verb: string; readonly name?: string };
  /** Repeats what stands elsewhere, mostly. */
  readonly isCopy?: boolean;
  /** The entry of the history that it is. */
  readonly entry?: number;
}

const maxName = 200;
const shortName = (name: string): string => name.slice(0, maxName);

const envNotes = (config: JsonObject): readonly Note<ConfigPlace>[] =>
  textsOf(config["Env"]).map((text) => {
    const name = shortName(text.split("=", 1)[0]!);
    return { of: { path: `config/Env/${name}`, setBy: { verb: "ENV", name } }, text };
  });

const labelNotes = (config: JsonObject): readonly Note<ConfigPlace>[] =>
  Object.entries(isJsonObject(config["Labels"]) ? config["Labels"] : {}).map(([key, value]) => {
    const name = shortName(key);
    return { of: { path: `config/Labels/${name}`, setBy: { verb: "LABEL", name } }, text: `${key}=${String(value)}` };
  });

const commands: Readonly<Record<string, string>> = {
  Cmd: "CMD",
  Entrypoint: "ENTRYPOINT",
  Shell: "SHELL",
  OnBuild: "ONBUILD",
};

const commandNotes = (config: JsonObject): readonly Note<ConfigPlace>[] =>
  Object.entries(commands).flatMap(([key, verb]) => {
    const words = textsOf(config[key]);
    return words.length === 0 ? [] : [{ of: { path: `config/${key}`, setBy: { verb } }, text: words.join(" ") }];
  });

const healthNotes = (config: JsonObject): readonly Note<ConfigPlace>[] => {
  const test = isJsonObject(config["Healthcheck"]) ? textsOf(config["Healthcheck"]["Test"]) : [];
  return test.length === 0
    ? []
    : [{ of: { path: "config/Healthcheck", setBy: { verb: "HEALTHCHECK" } }, text: test.join(" ") }];
};

const read = new Set(["Env", "Labels", "Healthcheck", ...Object.keys(commands)]);
const maxDepth = 20;

/** Every other text, since clients add keys of their own. */
const leaves = (value: unknown, path: string, key: string, depth = 0): readonly Note<ConfigPlace>[] => {
  if (typeof value === "string") return value === "" ? [] : [{ of: { path }, text: `${key}=${value}` }];
  if (typeof value !== "object" || value === null) return [];
  if (depth > maxDepth) return [{ of: { path }, text: JSON.stringify(value) }];
  return Object.entries(value).flatMap(([name, inner]) => [
    // names of volumes and ports are keys without a value
    ...(typeof inner === "string" || Array.isArray(value) ? [] : [{ of: { path }, text: name }]),
    ...leaves(inner, `${path}/${shortName(name)}`, name, depth + 1),
  ]);
};

const isText = (value: unknown): boolean => typeof value === "string";

/** Whether a setting is what its own notes tell of in full, as engines write it. */
const isUsual = (key: string, value: unknown): boolean => {
  if (key === "Labels") return isJsonObject(value) && Object.values(value).every(isText);
  if (key !== "Healthcheck") return Array.isArray(value) && value.every(isText);
  if (!isJsonObject(value)) return false;
  const { Test: test = [], ...times } = value;
  return isUsual("Cmd", test) && Object.values(times).every((time) => typeof time === "number");
};

const otherSettings = (config: unknown): readonly Note<ConfigPlace>[] => {
  if (!isJsonObject(config)) return leaves(config, "config", "");
  const others = Object.entries(config).filter(([key, value]) => !read.has(key) || !isUsual(key, value));
  return leaves(Object.fromEntries(others), "config", "");
};

const date = /^[\d:TZ.+-]{0,40}$/;

/** What of an entry of the history is not told of as such. */
const otherHistory = (entry: unknown): unknown => {
  if (!isJsonObject(entry)) return entry;
  const { created_by: made, comment, author, created, ...others } = entry;
  const odd = [made, comment, author].filter((value) => value !== undefined && !isText(value));
  if (created !== undefined && !(isText(created) && date.test(created as string))) odd.push(created);
  return { ...others, ...(odd.length === 0 ? {} : { odd }) };
};

const otherNotes = (document: JsonObject): readonly Note<ConfigPlace>[] => {
  const { history, rootfs, config, container_config: copy, ...top } = document;
  const { diff_ids: _, ...root } = isJsonObject(rootfs) ? rootfs : { diff_ids: [] };
  const entries = Array.isArray(history)
    ? Object.fromEntries(history.map((entry, i) => [i + 1, otherHistory(entry)]))
    : history;
  return [
    ...leaves({ ...top, rootfs: root }, "config", ""),
    ...otherSettings(config),
    ...otherSettings(copy).map(({ of, text }) => ({ of: { ...of, isCopy: true }, text })),
    ...leaves(entries, "history", ""),
  ];
};

const settingNotes = (config: JsonObject): readonly Note<ConfigPlace>[] => [
  ...envNotes(config),
  ...labelNotes(config),
  ...commandNotes(config),
  ...healthNotes(config),
];

/** Texts of an image's configuration (image specification 1.1, config.md), and of what engines of old add to it. */
export const configNotes = (document: JsonObject): readonly Note<ConfigPlace>[] => {
  const [config, copy] = [document["config"], document["container_config"]];
  const copied = isJsonObject(copy) ? settingNotes(copy) : [];
  return [
    ...(isJsonObject(config) ? settingNotes(config) : []),
    ...copied.map(({ of, text }) => ({ of: { ...of, isCopy: true }, text })),
    ...otherNotes(document),
  ];
};

export const historyNotes = (history: readonly HistoryEntry[]): readonly Note<ConfigPlace>[] =>
  history.flatMap(({ createdBy, comment, author }, entry) =>
    [createdBy, comment, author].flatMap((text, i) =>
      text === "" ? [] : [{ of: { path: `history/${entry + 1}`, ...(i === 0 ? { entry } : {}) }, text }],
    ),
  );

const annotationNotes = (annotations: Readonly<Record<string, string>>): readonly Note<ConfigPlace>[] =>
  Object.entries(annotations).map(([key, value]) => ({
    of: { path: `annotations/${shortName(key)}` },
    text: `${key}=${value}`,
  }));

const digest = /^[a-z0-9]+:[0-9a-f]{32,}$/;

/** Texts of a manifest or index: annotations, also of its descriptors, data that they carry, keys of clients' own. */
export const manifestNotes = (value: unknown, path = "manifest", key = "", depth = 0): readonly Note<ConfigPlace>[] => {
  if (typeof value === "string" && digest.test(value)) return [];
  if (typeof value !== "object" || value === null || depth > maxDepth) return leaves(value, path, key, depth);
  return Object.entries(value).flatMap(([name, inner]) =>
    name === "annotations" && isJsonObject(inner) && Object.values(inner).every(isText)
      ? annotationNotes(inner as Readonly<Record<string, string>>)
      : manifestNotes(inner, `${path}/${shortName(name)}`, name, depth + 1),
  );
};
