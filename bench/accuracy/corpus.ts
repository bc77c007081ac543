import { gzipSync } from "node:zlib";
import { checksums } from "../../test/tokens/functions.ts";
import { patternFiles } from "../../test/tokens/pattern-files.ts";
import { fill, type Sample } from "../../test/tokens.ts";
import { awayCases, awayFifthCases, awayFourthCases, awaySecondCases, awayThirdCases } from "./away.ts";
import { fileKinds } from "./file-kinds.ts";

/** A file of the corpus and what is true of it. */
export interface Case {
  readonly file: string;
  readonly content: Buffer;
  readonly class: CaseClass;
  /** How it is written: the kind of file, or the encoding. */
  readonly form: string;
  readonly provider: string;
  readonly check: string;
  /** What our rule says a finding is worth: `info` and `low` are no misses when they are not louder. */
  readonly severity: string;
}

export const caseClasses = [
  "positive",
  "near miss",
  "wrong checksum",
  "encoded",
  "away from home",
  "away, second",
  "away, third",
  "away, fourth",
  "away, fifth",
] as const;
export type CaseClass = (typeof caseClasses)[number];

interface Written {
  readonly check: string;
  readonly provider: string;
  readonly severity: string;
  /** Whether a wrong checksum condemns a value: some kinds have values with one and values without. */
  readonly condemns: boolean;
  readonly match: readonly string[];
  readonly miss: readonly string[];
}

const written = (): readonly Written[] =>
  patternFiles.flatMap(({ file }) =>
    file.rules.map(({ id, severity, match, miss, prove }) => ({
      check: `secrets/${file.provider}-${id}`,
      provider: file.provider,
      severity,
      condemns: prove?.["bonus"] !== true && prove?.by !== "supabase-key", // which needs the project beside it
      match,
      miss,
    })),
  );

const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");

/** A bare value stands beside a name; text that brings its own context stands as lines of its own. */
const isBare = ({ text, secret }: Sample): boolean => text === secret && !/[\0-\x08\x0e-\x1f]/.test(text);

const inKind = (kind: string, name: string, sample: Sample): Buffer => {
  const { write } = fileKinds[kind]!;
  if (isBare(sample)) return latin1(write(name, sample.text));
  const [head, ...rest] = write("placeholder_line", "0").split("\n");
  const at = rest.findIndex((line) => /placeholder/i.test(line));
  return latin1([head, ...rest.slice(0, at), sample.text, ...rest.slice(at + 1)].join("\n"));
};

/** Another character of the same class in the middle of the secret, which a checksum covers whatever stands at its ends. */
const damaged = ({ text, secret, start, end }: Sample): string => {
  const middle = Math.floor(secret.length * 0.6);
  const at = middle + Math.max(0, secret.slice(middle).search(/[A-Za-z0-9]/));
  const next = (c: string): string => {
    for (const alphabet of ["0123456789", "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"])
      if (alphabet.includes(c))
        return alphabet[(alphabet.indexOf(c) + 1) % (c >= "a" && c <= "f" ? 6 : alphabet.length)]!;
    return c;
  };
  return text.slice(0, start) + secret.slice(0, at) + next(secret[at]!) + secret.slice(at + 1) + text.slice(end);
};

const hasChecksum = (template: string): boolean => Object.keys(checksums).some((name) => template.includes(`{${name}`));

type Encoder = (text: string) => Buffer;

const percent = (text: string): string =>
  text.replace(/[^A-Za-z0-9]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`);

/** Ways in which a secret is carried about. */
const encoders: Readonly<Record<string, Encoder>> = {
  base64: (text) => latin1(`data:\n  config: ${latin1(`# settings\n${text}\n`).toString("base64")}\n`),
  "base64 twice": (text) => latin1(`payload=${latin1(latin1(`x: ${text}\n`).toString("base64")).toString("base64")}\n`),
  "utf-16 with mark": (text) =>
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`; settings\r\n${text}\r\n`, "utf16le")]),
  "utf-16 without mark": (text) => Buffer.from(`; settings\r\n${text}\r\n`, "utf16le"),
  hex: (text) => latin1(`blob = ${latin1(`${text}\n`).toString("hex")}\n`),
  percent: (text) => latin1(`https://internal.example.org/callback?state=1&value=${percent(text)}&next=2\n`),
  "\\u": (text) =>
    latin1(
      `{"value": "${[...text].map((c) => (/[A-Za-z0-9]/.test(c) ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)).join("")}"}\n`,
    ),
  entities: (text) =>
    latin1(`<p>${[...text].map((c) => (/[A-Za-z0-9]/.test(c) ? c : `&#${c.charCodeAt(0)};`)).join("")}</p>\n`),
  gzip: (text) => gzipSync(latin1(`settings\n${text}\n`)),
};

const encodedExtension: Readonly<Record<string, string>> = { gzip: "gz" };

/** Names that the vendor's own name gives: a person who calls it `TOKEN` alone is another class. */
const nameOf = (check: string): string => check.slice("secrets/".length).replaceAll("-", "_");

type Drawn = Omit<Case, "file">;

const about = ({ check, provider, severity }: Written) => ({ check, provider, severity });

/** A rule's template in every kind of file, whole and, where it has a checksum, damaged. */
const positives = (rule: Written, template: string, seed: string): readonly Drawn[] =>
  Object.keys(fileKinds).flatMap((form): Drawn[] => {
    const sample = fill(template, `${seed} ${form}`);
    const content = inKind(form, nameOf(rule.check), sample);
    const whole: Drawn = { ...about(rule), class: "positive", form, content };
    if (!rule.condemns || !hasChecksum(template)) return [whole];
    const text = damaged(sample);
    const wrong = { ...sample, text, secret: isBare(sample) ? text : sample.secret };
    return [whole, { ...whole, class: "wrong checksum", content: inKind(form, nameOf(rule.check), wrong) }];
  });

/** Near misses stand as lines of their own: beside a name that says key they would be findings of another rule. */
const nearMisses = (rule: Written, template: string, seed: string): readonly Drawn[] =>
  Object.keys(fileKinds)
    .slice(0, 4)
    .map((form) => {
      const sample = { ...fill(template, `${seed} ${form}`), secret: "" };
      return { ...about(rule), class: "near miss", form, content: inKind(form, nameOf(rule.check), sample) };
    });

const encodedForms = (rule: Written, seed: string): readonly Drawn[] =>
  Object.entries(encoders).map(([form, encode]) => {
    const { text } = fill(rule.match[0]!, `${seed} ${form}`);
    return { ...about(rule), class: "encoded", form, content: encode(text) };
  });

const drawnFor = (rule: Written, seed: string): readonly Drawn[] => [
  ...rule.match.flatMap((template, index) => positives(rule, template, `${seed} ${index}`)),
  ...rule.miss.flatMap((template, index) => nearMisses(rule, template, `${seed} ${index}`)),
  ...encodedForms(rule, seed),
];

const fileName = ({ class: name, form }: Drawn): string =>
  `settings.${name === "encoded" ? (encodedExtension[form] ?? "txt") : fileKinds[form]!.extension}`;

/** Every case, in a fixed order; the same seed gives the same bytes. Each stands in a folder of its own, a hundred in a part. */
export function* corpus(seed: string): Generator<Case> {
  let number = 0;
  const folder = (name: string): string => {
    const digits = String(number++).padStart(5, "0");
    return `part-${digits.slice(0, -2)}/${name.replaceAll(" ", "-")}-${digits}`;
  };
  for (const rule of written())
    for (const drawn of drawnFor(rule, seed)) yield { ...drawn, file: `${folder(drawn.class)}/${fileName(drawn)}` };
  for (const [name, cases] of [
    ["away from home", awayCases],
    ["away, second", awaySecondCases],
    ["away, third", awayThirdCases],
    ["away, fourth", awayFourthCases],
    ["away, fifth", awayFifthCases],
  ] as const)
    for (const { provider, file, template, form } of cases) {
      const content = latin1(fill(template, `${seed} ${provider}`).text);
      const shared = { class: name, form, provider, check: "", severity: "medium" } as const;
      yield { ...shared, content, file: `${folder("away")}/${file}` };
    }
}
