interface Signature {
  readonly kind: string;
  readonly at: number;
  readonly bytes: Buffer;
}

const signature = (kind: string, text: string, at = 0): Signature => ({ kind, at, bytes: Buffer.from(text, "latin1") });

/** First bytes of formats that hold pictures, sound, video, fonts or compressed data, from their specifications. */
const signatures: readonly Signature[] = [
  signature("picture", "\x89PNG\r\n\x1a\n"),
  signature("picture", "\xff\xd8\xff"),
  signature("picture", "GIF87a"),
  signature("picture", "GIF89a"),
  signature("picture", "WEBP", 8),
  signature("picture", "\0\0\x01\0"),
  signature("video", "ftyp", 4),
  signature("video", "\x1aE\xdf\xa3"),
  signature("sound", "ID3"),
  signature("sound", "OggS"),
  signature("sound", "fLaC"),
  signature("font", "wOFF"),
  signature("font", "wOF2"),
  signature("font", "\0\x01\0\0\0"),
  signature("font", "OTTO"),
  signature("compressed data", "\xfd7zXZ\0"),
  signature("compressed data", "BZh"),
  signature("compressed data", "\x28\xb5\x2f\xfd"),
  signature("compressed data", "7z\xbc\xaf\x27\x1c"),
  signature("compressed data", "Rar!\x1a\x07"),
];

/** What a content is by its first bytes when no text can be read from it; undefined for all that is worth a scan. */
export const mediaKind = (content: Buffer): string | undefined => {
  if (content.length < 12) return undefined;
  return signatures.find(({ at, bytes }) => content.compare(bytes, 0, bytes.length, at, at + bytes.length) === 0)?.kind;
};
