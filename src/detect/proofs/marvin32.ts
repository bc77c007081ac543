const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

/** The two halves of the state, mixed in place. */
type State = [low: number, high: number];

const mix = (state: State): void => {
  let [low, high] = state;
  high ^= low;
  low = (rotate(low, 20) + high) | 0;
  high = rotate(high, 9) ^ low;
  low = (rotate(low, 27) + high) | 0;
  high = rotate(high, 19);
  state[0] = low;
  state[1] = high;
};

/** The last zero to three bytes and the byte 0x80 that closes them, least significant byte first. */
const tailOf = (data: Uint8Array, from: number): number => {
  let tail = 0x80;
  for (let at = data.length - 1; at >= from; at--) tail = (tail << 8) | data[at]!;
  return tail;
};

/**
 * Marvin32, folded to 32 bits: the checksum in Microsoft's identifiable keys. The seed is eight characters, most
 * significant first, such as `Default0`. Source: github.com/microsoft/SymCrypt, lib/marvin32.c.
 */
export const marvin32 = (data: Uint8Array, seed: Uint8Array): number => {
  const view = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const start = Buffer.from(seed);
  const state: State = [start.readInt32BE(4), start.readInt32BE(0)];
  const whole = data.length & ~3;
  for (let at = 0; at < whole; at += 4) {
    state[0] = (state[0] + view.readInt32LE(at)) | 0;
    mix(state);
  }
  state[0] = (state[0] + tailOf(data, whole)) | 0;
  mix(state);
  mix(state);
  return (state[0] ^ state[1]) >>> 0;
};
