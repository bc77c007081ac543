export const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

/** A byte in both cases, lower case first; one that is no letter alone. */
export const cases = (byte: number): readonly number[] => (isLetter(byte) ? [byte | 0x20, byte & ~0x20] : [byte]);
