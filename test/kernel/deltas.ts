/** A step of a delta: bytes of the base, or new ones. */
export type Step =
  | { readonly kind: "copy"; readonly offset: number; readonly length: number }
  | { readonly kind: "insert"; readonly bytes: Buffer };

const varint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varint(value >> 7)]);

const copy = (offset: number, length: number): number[] => {
  const bytes = [
    offset & 255,
    (offset >> 8) & 255,
    (offset >> 16) & 255,
    (offset >> 24) & 255,
    length & 255,
    (length >> 8) & 255,
  ];
  const present = bytes.map((byte, i) => (byte === 0 ? 0 : 1 << i));
  return [0x80 | present.reduce((a, b) => a | b, 0), ...bytes.filter((byte) => byte !== 0)];
};

const insert = (bytes: Buffer): number[] => {
  const out: number[] = [];
  for (let at = 0; at < bytes.length; at += 127)
    out.push(Math.min(127, bytes.length - at), ...bytes.subarray(at, at + 127));
  return out;
};

export const applySteps = (base: Buffer, steps: readonly Step[]): Buffer =>
  Buffer.concat(
    steps.map((step) => (step.kind === "insert" ? step.bytes : base.subarray(step.offset, step.offset + step.length))),
  );

/** A delta as git writes it (gitformat-pack, "Deltified representation"). */
export const encodeDelta = (base: Buffer, steps: readonly Step[]): Buffer => {
  const body = steps.flatMap((step) => (step.kind === "insert" ? insert(step.bytes) : copy(step.offset, step.length)));
  return Buffer.from([...varint(base.length), ...varint(applySteps(base, steps).length), ...body]);
};
