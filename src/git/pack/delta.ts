import { PackError } from "./pack-index.ts";

const broken = (): PackError => new PackError("its delta is broken");

/** Reads a delta's numbers. */
const createReader = (delta: Buffer) => {
  let at = 0;
  const byte = (): number => {
    if (at >= delta.length) throw broken();
    return delta[at++]!;
  };
  const size = (): number => {
    let [value, scale] = [0, 1];
    for (;;) {
      const next = byte();
      value += (next & 127) * scale;
      if (next < 128 || scale > 2 ** 42) return value;
      scale *= 128;
    }
  };
  /** The bytes of a number that a command's bits say are there, lowest first. */
  const sparse = (bits: number, count: number): number => {
    let value = 0;
    for (let i = 0; i < count; i++) if (bits & (1 << i)) value += byte() * 256 ** i;
    return value;
  };
  const bytes = (length: number): Buffer => {
    if (at + length > delta.length) throw broken();
    at += length;
    return delta.subarray(at - length, at);
  };
  return { byte, size, sparse, bytes, isAtEnd: () => at >= delta.length };
};

/** Applies a delta (gitformat-pack, "Deltified representation") that makes at most `limit` bytes. Throws a PackError. */
export const applyDelta = (base: Buffer, delta: Buffer, limit: number): Buffer => {
  const reader = createReader(delta);
  if (reader.size() !== base.length) throw new PackError("its delta does not fit its base");
  const size = reader.size();
  if (size > limit) throw new PackError(`its ${size} bytes exceed the limit of ${limit}`);
  const target = Buffer.alloc(size);
  let filled = 0;
  const append = (part: Buffer): void => {
    if (filled + part.length > size) throw broken();
    part.copy(target, filled);
    filled += part.length;
  };
  while (!reader.isAtEnd()) {
    const command = reader.byte();
    if (command === 0) throw broken();
    if (command < 128) append(reader.bytes(command));
    else {
      const offset = reader.sparse(command, 4);
      const length = reader.sparse(command >> 4, 3) || 0x10000;
      if (offset + length > base.length) throw broken();
      append(base.subarray(offset, offset + length));
    }
  }
  if (filled !== size) throw broken();
  return target;
};
