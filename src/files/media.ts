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
  signature("7-Zip archive", [0, "7z\xbc\xaf\x27\x1c"]),
  signature("RAR archive", [0, "Rar!\x1a\x07"]),
  signature("Cabinet archive", [0, "MSCF\0\0\0\0"]),
  ...[2, 3].map((version) => signature("git bundle archive", [0, `# v${version} git bundle\n`])),
];

const holds = (content: Buffer, at: number, bytes: Buffer): boolean =>
  content[at] === bytes[0] &&
  at + bytes.length <= content.length &&
  content.compare(bytes, 0, bytes.length, at, at + bytes.length) === 0;

const firstByteOf = ({ parts }: Signature): number => parts.find(([at]) => at === 0)![1][0]!;

/** By the byte with which they begin: most contents begin with none of these. */
const signaturesBy: ReadonlyMap<number, readonly Signature[]> = new Map(
  signatures.map((one) => [firstByteOf(one), signatures.filter((other) => firstByteOf(other) === firstByteOf(one))]),
);

/** What a content is by its first bytes when no text can be read from it; undefined for all that is worth a scan. */
export const mediaKind = (content: Buffer): string | undefined => {
  if (content.length < 12) return undefined;
  const alike = signaturesBy.get(content[0]!);
  return alike?.find(({ parts }) => parts.every(([at, bytes]) => holds(content, at, bytes)))?.kind;
};

/** Why a content of such a kind is passed over. */
export const whyPassedOver = (kind: string): string =>
  / archive$/.test(kind) ? "not unpacked: this version reads no such compression" : "holds no text";

/** The bytes with which contents of such kinds begin: others need no look. */
export const mediaFirstBytes: ReadonlySet<number> = new Set(signaturesBy.keys());
