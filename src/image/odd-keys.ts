import { isJsonObject, type JsonObject } from "../json-object.ts";

/** Keys that decide what is read. Go, and so every engine, takes them in any case, and the last of two. */
const deciding = new Map(
  ["manifests", "layers", "config", "subject", "rootfs", "diff_ids", "digest", "fsLayers"].map((key) => [
    key.toLowerCase(),
    key,
  ]),
);

const stringToken = /"(?:[^"\\]|\\.)*"/g;

/** Keys and texts of a parsed document. */
const countStrings = (value: unknown): number => {
  let count = 0;
  const stack: unknown[] = [value];
  while (stack.length > 0) {
    const one = stack.pop();
    if (typeof one === "string") count++;
    else if (Array.isArray(one)) for (const item of one) stack.push(item);
    else if (isJsonObject(one)) {
      const entries = Object.entries(one);
      count += entries.length;
      for (const [, item] of entries) stack.push(item);
    }
  }
  return count;
};

const variantIn = (object: unknown): string | undefined =>
  isJsonObject(object)
    ? Object.keys(object).find((key) => (deciding.get(key.toLowerCase()) ?? key) !== key)
    : undefined;

/** Where the keys stand that decide: at the top, and in descriptors and `rootfs`. */
const decidingObjects = (document: JsonObject): readonly unknown[] => [
  document,
  ...["manifests", "layers"].flatMap((key) => (Array.isArray(document[key]) ? (document[key] as unknown[]) : [])),
  document["config"],
  document["subject"],
  document["rootfs"],
];

/** Why engines may read a document in another way than it is read here; undefined where they cannot. */
export const oddKeys = (content: Buffer, document: JsonObject): string | undefined => {
  const variant = decidingObjects(document)
    .map(variantIn)
    .find((key) => key !== undefined);
  if (variant !== undefined)
    return `engines read its key ${JSON.stringify(variant.slice(0, 20))} as ${JSON.stringify(deciding.get(variant.toLowerCase()))}`;
  let tokens = 0;
  for (const _ of content.toString("latin1").matchAll(stringToken)) tokens++;
  return tokens === countStrings(document)
    ? undefined
    : "a key stands in it twice, of which engines take one or the other";
};
