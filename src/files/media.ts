interface Signature {
  readonly kind: string;
  /** Bytes and where they stand. */
  readonly parts: readonly (readonly [at: number, bytes: Buffer])[];
}

const signature = (kind: string, ...parts: readonly (readonly [at: number, text: string])[]): Signature => ({
  kind,
  parts: parts.map(([at, text]) => [at, Buffer.from(text, "latin1")]),
});

/**
 * First bytes of formats that hold pictures, sound, video, fonts or compressed data, from their specifications. Each holds
 * a byte that no text begins with, or is long enough not to be the start of one.
 */
const signatures: readonly Signature[] = [
  signature("picture", [0, "\x89PNG\r\n\x1a\n"]),
  signature("picture", [0, "\xff\xd8\xff"]),
  signature("picture", [0, "GIF87a"]),
  signature("picture", [0, "GIF89a"]),
  signature("picture", [0, "RIFF"], [8, "WEBP"]),
  signature("picture", [0, "\0\0\x01\0"]),
  signature("video", [0, "\0\0"], [4, "ftyp"]),
  signature("video", [0, "\x1aE\xdf\xa3"]),
  ...["\x02", "\x03", "\x04"].map((version) => signature("sound", [0, `ID3${version}`])),
  signature("sound", [0, "OggS\0"]),
  signature("sound", [0, "fLaC\0"]),
  signature("font", [0, "wOFF\0"]),
  signature("font", [0, "wOF2\0"]),
  signature("font", [0, "\0\x01\0\0\0"]),
  signature("font", [0, "OTTO\0"]),
  signature("compressed data", [0, "\xfd7zXZ\0"]),
  signature("compressed data", [0, "BZh"], [4, "1AY&SY"]),
  signature("compressed data", [0, "\x28\xb5\x2f\xfd"]),
  signature("compressed data", [0, "7z\xbc\xaf\x27\x1c"]),
  signature("compressed data", [0, "Rar!\x1a\x07"]),
];

const holds = (content: Buffer, at: number, bytes: Buffer): boolean =>
  content[at] === bytes[0] && content.compare(bytes, 0, bytes.length, at, at + bytes.length) === 0;

/** What a content is by its first bytes when no text can be read from it; undefined for all that is worth a scan. */
export const mediaKind = (content: Buffer): string | undefined => {
  if (content.length < 12) return undefined;
  return signatures.find(({ parts }) => parts.every(([at, bytes]) => holds(content, at, bytes)))?.kind;
};

/** The bytes with which contents of such kinds begin: others need no look. */
export const mediaFirstBytes: ReadonlySet<number> = new Set(
  signatures.flatMap(({ parts }) => parts.filter(([at]) => at === 0).map(([, bytes]) => bytes[0]!)),
);
