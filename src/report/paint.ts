import type { Conclusion, Severity } from "../finding.ts";

/** Select Graphic Rendition parameters (ECMA-48, section 8.3.117), the 16 colours that every terminal theme has. */
const codes = { bold: "1", faint: "2", red: "31", green: "32", yellow: "33", blue: "34", alarm: "1;97;41" } as const;
export type Color = keyof typeof codes;

export type Paint = (color: Color, text: string) => string;

export const painter =
  (color: boolean): Paint =>
  (name, text) =>
    color ? `\x1b[${codes[name]}m${text}\x1b[0m` : text;

export const severityColor: Readonly<Record<Severity, Color>> = {
  critical: "alarm",
  high: "red",
  medium: "yellow",
  low: "blue",
  info: "faint",
};

export const conclusionColor: Readonly<Record<Conclusion, Color>> = {
  pass: "green",
  fail: "red",
  incomplete: "yellow",
};
