/** A module as Python 3.11 writes it whose one constant is a text, with the mark of a code object behind it. */
export const moduleOf = (text: string): Buffer => {
  const texts = (value: string): Buffer => Buffer.concat([Buffer.from([0xda, value.length]), Buffer.from(value)]);
  const nothing = Buffer.from(")\0");
  const code = Buffer.concat([Buffer.from("\xe3", "latin1"), Buffer.alloc(20), Buffer.from("s\x02\0\0\0d\0")]);
  const constants = Buffer.concat([Buffer.from(")\x02"), texts(text), Buffer.from("N")]);
  const rest = Buffer.concat([nothing, nothing, texts(""), texts("f"), texts("n"), texts("q"), Buffer.alloc(4)]);
  const tables = Buffer.concat([texts(""), texts("")]);
  const header = Buffer.from([0xa7, 0x0d, 0x0d, 0x0a, ...new Array<number>(12).fill(0)]);
  return Buffer.concat([header, code, constants, rest, tables]);
};
