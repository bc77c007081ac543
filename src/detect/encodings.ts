import { decodeBase64 } from "./base64-decode.ts";
import type { DecodedRun } from "./decoded.ts";
import { decodeHex } from "./hex-run.ts";
import type { Rule } from "./rule.ts";
import { decodeUtf16 } from "./utf16-run.ts";

/** How the text around an anchor is written. */
export type Encoding = "utf16le" | "utf16be" | "base64" | "hex";

/** What a decoder needs to know of an image. */
export interface ImageForm {
  readonly encoding: Encoding;
  /** For base64: offset of the image's first character from the start of its group of four, modulo 4. */
  readonly phase: number;
}

/** An anchor as it looks in some encoding. */
export interface Image extends ImageForm {
  /** Its bytes, as Latin-1 characters. */
  readonly text: string;
}

/** Shorter base64 images occur by chance too often to be worth a decode; of base64 in base64, which has more forms of an anchor, longer ones. */
const minBase64Image = 4;
const minNestedImage = 6;

/** Shorter anchors are not looked for in base64 of UTF-16: each image costs the gate comparisons. */
const minWide = 4;

const utf16 = (anchor: string, littleEndian: boolean): string =>
  [...anchor].map((char) => (littleEndian ? `${char}\0` : `\0${char}`)).join("");

/**
 * The characters of base64 that depend on the anchor alone, when `shift` bytes precede it in its group of three.
 * Anchor bits run from 8 × shift; whole characters are the sixes of bits inside (RFC 4648, section 4).
 */
const base64Image = (text: string, shift: 0 | 1 | 2): string => {
  const padded = Buffer.from(`${"\0".repeat(shift)}${text}\0\0`, "latin1").toString("base64");
  return padded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + text.length) * 8) / 6));
};

/** A text in the three alignments of base64, standard and URL-safe. */
const base64Images = (text: string): readonly Image[] =>
  ([0, 1, 2] as const).flatMap((shift) => {
    const standard = base64Image(text, shift);
    const urlSafe = standard.replaceAll("+", "-").replaceAll("/", "_");
    const forms = standard === urlSafe ? [standard] : [standard, urlSafe];
    return forms.map((form): Image => ({ text: form, encoding: "base64", phase: Math.ceil((shift * 8) / 6) % 4 }));
  });

const hexImages = (anchor: string): readonly Image[] => {
  const lower = Buffer.from(anchor, "latin1").toString("hex");
  return [...new Set([lower, lower.toUpperCase()])].map(
    (digits): Image => ({ text: digits, encoding: "hex", phase: 0 }),
  );
};

/** An encoding that hides an anchor: how it looks there, and how to read what stands around it. */
interface Codec {
  /** As reports name it. */
  readonly name: string;
  readonly images: (anchor: string) => readonly Image[];
  /** The encoded run around a place, told by its own bytes and `runReach` on either side. */
  readonly decode: (content: Buffer, at: number, phase: number) => DecodedRun;
}

const wide = (encoding: "utf16le" | "utf16be"): Codec => ({
  name: "utf-16",
  images: (anchor) => [{ text: utf16(anchor, encoding === "utf16le"), encoding, phase: 0 }],
  decode: (content, at) => decodeUtf16(content, at, encoding === "utf16le"),
});

const codecs: Readonly<Record<Encoding, Codec>> = {
  utf16le: wide("utf16le"),
  utf16be: wide("utf16be"),
  base64: {
    name: "base64",
    images: (anchor) => [
      ...base64Images(anchor).filter(({ text }) => text.length >= minBase64Image),
      // of UTF-16, as PowerShell takes its commands
      ...(anchor.length < minWide ? [] : base64Images(utf16(anchor, true))),
      ...base64Images(anchor)
        .filter(({ text }) => text.length >= minBase64Image)
        .flatMap(({ text }) => base64Images(text))
        .filter(({ text }) => text.length >= minNestedImage),
    ],
    decode: decodeBase64,
  },
  hex: {
    name: "hex",
    images: hexImages,
    decode: decodeHex,
  },
};

/**
 * Words beside which secrets without a form of their own stand. Too common to be looked for as they are; encoded they are rare, and whoever
 * encodes a document of them hides all that it holds.
 */
export const telltaleWords: readonly string[] =
  `password Password PASSWORD passwd _PASS _SECRET _TOKEN _token _KEY= secret_key secretKey SECRET_KEY api_key apiKey api-key
  access_key accessKey AccessKey ACCESS_KEY auth_key access_token client_secret connectionString Authorization:`.split(
    /\s+/,
  );

/** All forms in which an anchor is looked for beside its own. */
export const encodedImages = (anchor: string): readonly Image[] =>
  Object.values(codecs).flatMap(({ images }) => images(anchor));

/** Of an anchor that is looked for in UTF-16 though it is too common for other encodings: there it hardly occurs by chance. */
const shortestWide = 3;

/** The forms in which a rule's anchor is looked for beside its own. */
export const imagesOfAnchor = (anchor: string, rule: Pick<Rule, "encoded" | "ignoreCase">): readonly Image[] => {
  if (rule.encoded) return encodedImages(anchor);
  if (anchor.length < shortestWide) return [];
  const forms = rule.ignoreCase ? [anchor, anchor.toUpperCase()] : [anchor];
  return forms.flatMap((form) => [...codecs.utf16le.images(form), ...codecs.utf16be.images(form)]);
};

export const encodingName = ({ encoding }: ImageForm): string => codecs[encoding].name;

export const decodeAround = (content: Buffer, at: number, { encoding, phase }: ImageForm): DecodedRun =>
  codecs[encoding].decode(content, at, phase);
