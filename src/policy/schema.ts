import { configurationShape } from "./configuration-keys.ts";
import type { Key, MapShape, Shape } from "./shape.ts";

type Json = { readonly [key: string]: unknown };

const listSchema = ({ of, minLength }: Extract<Shape, { kind: "list" }>): Json => ({
  type: "array",
  items: schemaOf(of),
  ...(minLength === undefined ? {} : { minItems: minLength }),
});

const textSchema = ({ pattern, maxLength, allowed }: Extract<Shape, { kind: "text" }>): Json => ({
  type: "string",
  description: allowed,
  ...(pattern === undefined ? {} : { pattern: pattern.source }),
  ...(maxLength === undefined ? {} : { maxLength }),
});

const keySchema = ({ shape, meaning, default: value }: Key): Json => ({
  ...schemaOf(shape),
  description: meaning,
  ...(value === undefined ? {} : { default: shape.kind === "boolean" ? value === "true" : value }),
});

const mapSchema = ({ keys, oneOf }: MapShape): Json => {
  const required = Object.keys(keys).filter((name) => keys[name]!.required === true);
  return {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, keySchema(key)])),
    ...(required.length === 0 ? {} : { required }),
    ...(oneOf === undefined ? {} : { anyOf: oneOf.map((name) => ({ required: [name] })) }),
  };
};

const schemaOf = (shape: Shape): Json => {
  switch (shape.kind) {
    case "text":
      return textSchema(shape);
    case "choice":
      return { type: "string", enum: shape.choices };
    case "boolean":
      return { type: "boolean" };
    case "date":
      return { type: "string", format: "date" };
    case "number":
      return { type: "number", minimum: shape.least, maximum: shape.most };
    case "list":
      return listSchema(shape);
    case "map":
      return mapSchema(shape);
  }
};

/** The JSON Schema of the configuration, for editors: `docs/configuration.schema.json` is this. */
export const configurationSchema = (): Json => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Tidewaiter configuration",
  ...mapSchema(configurationShape),
});
