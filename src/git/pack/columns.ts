// Columns of tables that threads share: sent to a thread, they are not copied.

export const sharedFloats = (count: number): Float64Array =>
  new Float64Array(new SharedArrayBuffer(count * Float64Array.BYTES_PER_ELEMENT));

export const sharedIntegers = (count: number): Int32Array =>
  new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT));

export const sharedPositions = (count: number): Uint32Array =>
  new Uint32Array(new SharedArrayBuffer(count * Uint32Array.BYTES_PER_ELEMENT));

export const sharedBytes = (count: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(count));
