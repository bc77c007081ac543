import { configurationShape } from "../../src/policy/configuration-keys.ts";
import type { Key, MapShape, Shape } from "../../src/policy/shape.ts";

const kindOf = (shape: Shape): string => {
  switch (shape.kind) {
    case "choice":
      return shape.choices.map((choice) => `\`${choice}\``).join(", ");
    case "list":
      return shape.of.kind === "map" ? "list, see below" : `list: ${kindOf(shape.of)}`;
    case "date":
      return "`YYYY-MM-DD`";
    case "boolean":
      return "`true`, `false`";
    case "number":
      return `${shape.least} to ${shape.most}`;
    case "map":
      return shape.called;
    case "text":
      return shape.allowed;
  }
};

const row = (name: string, key: Key): string => {
  const notes = [
    key.required === true ? " Required." : "",
    key.default === undefined ? "" : ` Default: \`${key.default}\`.`,
  ];
  return `| \`${name}\` | ${kindOf(key.shape)} | ${key.meaning}${notes.join("")} |`;
};

const entriesOf = (shape: Shape): MapShape | undefined =>
  shape.kind === "list" && shape.of.kind === "map" ? shape.of : undefined;

/** The table of keys in docs/configuration.md. */
export const keyTable = (): string => {
  const rows = Object.entries(configurationShape.keys).flatMap(([name, key]) => [
    row(name, key),
    ...Object.entries(entriesOf(key.shape)?.keys ?? {}).map(([inner, innerKey]) => row(`${name}[].${inner}`, innerKey)),
  ]);
  return ["| key | value | meaning |", "| --- | --- | --- |", ...rows].join("\n");
};
