import { readFileSync } from "node:fs";
import { fill } from "../../test/tokens.ts";
import type { LabelledLine, Write } from "./labelled-line.ts";

const words =
  "harbour|buffalo|snowball|liverpool|orchid|citrus|pepper|falcon|walnut|thunder|marigold|hedgehog|lantern|pumpkin";

/** What stands for `«NAME»`: passwords as people choose them, and keys as services and generators make them. */
const values: Readonly<Record<string, string>> = {
  L: `{one-of:${words}}{one-of:blend|light|house|rock|bear|fish}`,
  W: `{one-of:${words}}{digits:3}`,
  C: "{one-of:Harbour|Winter|Orchid|Falcon|Acme|Lantern}{digits:2}{one-of:@|!|#|*}{digits:2}",
  M: "{base62:6}{one-of:!|#|%}{base62:4}{one-of:@|*|+}{base62:5}",
  N: "{digits:7}",
  R: "{base62:16}",
  R8: "{base62:8}",
  K: "{base62:32}",
  B: "{base64:43}=",
  H: "{hex:32}",
  H40: "{hex:40}",
  H64: "{hex:64}",
  HU32: "{HEX:32}",
  HU64: "{HEX:64}",
  X: "{lower:8}",
  Y: "{letters:10}",
  Z: "{lower-digits:9}",
  D2: "{digits:2}",
  BASIC: "{to-base64:{lower:6}:{base62:14}}",
};

const drawn = (template: string, seed: string): string =>
  template
    .replaceAll("⏎", "\n")
    .replace(/«([^»]+)»/g, (_, name: string, at: number) => fill(values[name]!, `${seed} ${template} ${at}`).text);

/** Fills the lines of a list that we wrote ourselves, and writes each into a file of its own. */
export const writeTemplates = (list: URL, seed: string, write: Write): readonly LabelledLine[] => {
  let path = "";
  return readFileSync(list, "utf8")
    .split("\n")
    .flatMap((text, number): readonly LabelledLine[] => {
      if (text.startsWith("@ ")) path = text.slice(2);
      if (!/^[+-] /.test(text)) return [];
      const [file, content] = [`c${number}/${path}`, drawn(text.slice(2), seed)];
      write(file, `\n${content}\n`);
      return [{ file, line: 1, endLine: Infinity, holds: text.startsWith("+"), name: `${path}: ${content}` }];
    });
};
