/** What a value of the configuration may be. Parser, JSON schema and documentation are made from it. */
export type Shape =
  | { readonly kind: "text"; readonly pattern?: RegExp; readonly allowed: string; readonly maxLength?: number }
  | { readonly kind: "choice"; readonly choices: readonly string[] }
  | { readonly kind: "boolean" }
  | { readonly kind: "date" }
  | { readonly kind: "number"; readonly least: number; readonly most: number }
  | { readonly kind: "list"; readonly of: Shape; readonly minLength?: number }
  | MapShape;

export interface MapShape {
  readonly kind: "map";
  readonly keys: Readonly<Record<string, Key>>;
  /** At least one of these keys must be there. */
  readonly oneOf?: readonly string[];
  /** What one entry is called in errors. */
  readonly called: string;
}

export interface Key {
  readonly shape: Shape;
  readonly meaning: string;
  readonly required?: boolean;
  readonly default?: string;
}

/** A value that has passed its shape. */
export type Value = string | boolean | number | readonly Value[] | { readonly [key: string]: Value };

export const isDate = (text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** What a shape allows, in words for an error. */
export const describe = (shape: Shape): string => {
  switch (shape.kind) {
    case "text":
      return shape.allowed;
    case "choice":
      return `one of ${shape.choices.join(", ")}`;
    case "boolean":
      return "true or false";
    case "date":
      return "a date as YYYY-MM-DD";
    case "number":
      return `a number from ${shape.least} to ${shape.most}`;
    case "list":
      return `a list, each entry ${describe(shape.of)}`;
    case "map":
      return `${shape.called} with the keys ${Object.keys(shape.keys).join(", ")}`;
  }
};
