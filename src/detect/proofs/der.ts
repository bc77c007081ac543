/** One element of DER (ITU-T X.690): its tag and the bytes of its value. */
export interface DerElement {
  readonly tag: number;
  readonly value: Buffer;
  /** Offset after the element. */
  readonly end: number;
}

const sequence = 0x30;
const objectIdentifier = 0x06;

/** The element at an offset, or undefined where the bytes are none or stop short. Indefinite lengths are not DER. */
const readElement = (bytes: Buffer, at = 0): DerElement | undefined => {
  if (at + 2 > bytes.length) return undefined;
  const first = bytes[at + 1]!;
  let length = first;
  let start = at + 2;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 4 || start + count > bytes.length) return undefined;
    length = bytes.readUIntBE(start, count);
    start += count;
  }
  return start + length > bytes.length
    ? undefined
    : { tag: bytes[at]!, value: bytes.subarray(start, start + length), end: start + length };
};

/** The elements of a sequence's value, as far as they can be read. */
const readElements = (bytes: Buffer, limit = 32): readonly DerElement[] => {
  const elements: DerElement[] = [];
  for (let at = 0; at < bytes.length && elements.length < limit; ) {
    const element = readElement(bytes, at);
    if (element === undefined) break;
    elements.push(element);
    at = element.end;
  }
  return elements;
};

/** The elements of the sequence that begins the bytes; undefined when they begin with none or with a cut one. */
export const readSequence = (bytes: Buffer): readonly DerElement[] | undefined => {
  const outer = readElement(bytes);
  return outer?.tag === sequence ? readElements(outer.value) : undefined;
};

/** Every object identifier inside, as hexadecimal of its value, depth first. */
export const objectIdentifiers = (bytes: Buffer, depth = 0): readonly string[] =>
  readElements(bytes).flatMap(({ tag, value }) => {
    if (tag === objectIdentifier) return [value.toString("hex")];
    return tag === sequence && depth < 6 ? objectIdentifiers(value, depth + 1) : [];
  });
