/** Bytes by a key of 64 hexadecimal digits. */
export interface Records {
  readonly get: (key: string) => Buffer | undefined;
  readonly add: (key: string, bytes: Buffer) => void;
  readonly hasNew: () => boolean;
  /** All of them in at most so many bytes: what this run added or asked for comes first. */
  readonly encoded: (maxBytes: number) => Buffer;
}

const [keyBytes, lengthBytes] = [32, 4] as const;
const headBytes = keyBytes + lengthBytes;

const encode = (key: string, bytes: Buffer): Buffer => {
  const head = Buffer.alloc(headBytes);
  head.write(key, "hex");
  head.writeUInt32LE(bytes.length, keyBytes);
  return Buffer.concat([head, bytes]);
};

const decode = (encoded: Buffer): Map<string, Buffer> => {
  const records = new Map<string, Buffer>();
  for (let at = 0; at + headBytes <= encoded.length; ) {
    const end = at + headBytes + encoded.readUInt32LE(at + keyBytes);
    if (end > encoded.length) break;
    records.set(encoded.toString("hex", at, at + keyBytes), encoded.subarray(at + headBytes, end));
    at = end;
  }
  return records;
};

/** Records as `encoded` wrote them, and new ones. */
export const createRecords = (known: Buffer): Records => {
  const old = decode(known);
  const used = new Map<string, Buffer>();
  let isNew = false;
  const get = (key: string): Buffer | undefined => {
    const bytes = used.get(key) ?? old.get(key);
    if (bytes !== undefined) used.set(key, bytes);
    return bytes;
  };
  const add = (key: string, bytes: Buffer): void => {
    used.set(key, bytes);
    isNew = true;
  };
  const encoded = (maxBytes: number): Buffer => {
    const kept: Buffer[] = [];
    let room = maxBytes;
    for (const [key, bytes] of new Map([...used, ...[...old].filter(([one]) => !used.has(one))])) {
      room -= headBytes + bytes.length;
      if (room < 0) break;
      kept.push(encode(key, bytes));
    }
    return Buffer.concat(kept);
  };
  return { get, add, hasNew: () => isNew, encoded };
};
