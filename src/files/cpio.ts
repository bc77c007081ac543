import { type Budget, exceeded } from "./budget.ts";
import type { Member } from "./member.ts";

/** cpio as `newc` writes it (cpio(5), "New ASCII Format"): packages of RPM, images of the kernel's first file system. */
const headerSize = 110;
const [sizeAt, nameSizeAt, digits] = [54, 94, 8] as const;
const magic = /^07070[12]/;
const lastName = "TRAILER!!!";

export const isCpio = (content: Buffer): boolean =>
  content.length >= headerSize &&
  content[0] === 0x30 &&
  /^07070[12][0-9A-Fa-f]{104}$/.test(content.toString("latin1", 0, headerSize));

interface Header {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const aligned = (at: number): number => at + (-at & 3);

const numberAt = (content: Buffer, at: number): number =>
  Number.parseInt(content.toString("latin1", at, at + digits), 16);

const headerAt = (content: Buffer, at: number): Header | undefined => {
  if (!magic.test(content.toString("latin1", at, at + 6))) return undefined;
  const nameEnd = at + headerSize + numberAt(content, at + nameSizeAt);
  const start = aligned(nameEnd);
  const end = start + numberAt(content, at + sizeAt);
  return Number.isNaN(end) ? undefined : { name: content.toString("utf8", at + headerSize, nameEnd - 1), start, end };
};

/** Where the next header is: archives may follow each other, with zeros between them. */
const pastZeros = (content: Buffer, from: number): number => {
  let at = from;
  while (content[at] === 0) at++;
  return at;
};

/** The files of a cpio, what follows it, and at the end all names. */
export function* readCpio(content: Buffer, budget: Budget): Generator<Member> {
  const told: string[] = [];
  yield* readFiles(content, budget, (name) => told.push(name));
  if (told.length > 0) yield { kind: "content", inner: "(headers)", content: Buffer.from(`${told.join("\n")}\n`) };
}

/** What stands where a header is to be: something else behind the last file, or damage. */
const otherwise = (content: Buffer, at: number, isBehind: boolean): Member =>
  isBehind ? { kind: "content", inner: "(rest)", content: content.subarray(at) } : { kind: "damaged", inner: "" };

function* readFiles(content: Buffer, budget: Budget, tell: (name: string) => void): Generator<Member> {
  let isBehind = false;
  for (let at = 0; at < content.length; ) {
    if (--budget.members < 0) return yield { kind: "limit", inner: "", reason: exceeded };
    const header = headerAt(content, at);
    if (header === undefined) return yield otherwise(content, at, isBehind);
    const { name, start, end } = header;
    isBehind = name === lastName;
    if (!isBehind) tell(name);
    if (end > start) yield { kind: "content", inner: name, content: content.subarray(start, end) };
    if (end > content.length) return yield { kind: "damaged", inner: "" };
    at = isBehind ? pastZeros(content, aligned(end)) : aligned(end);
  }
}
