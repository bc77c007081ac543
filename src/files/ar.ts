import { type Budget, exceeded } from "./budget.ts";
import type { Member } from "./member.ts";

const magicSize = 8;
const headerSize = 60;
const headerEnd = "`\n";
const extended = /^#1\/(\d{1,4})$/;

const field = (archive: Buffer, at: number, length: number): string =>
  archive.toString("latin1", at, at + length).replace(/ +$/, "");

/** A name of System V and GNU: `name/`, or `/OFFSET` into the member `//`. */
const nameOf = (written: string, names: Buffer): string => {
  if (!/^\/\d+$/.test(written)) return written.replace(/\/$/, "");
  const start = Number(written.slice(1));
  const rest = names.toString("latin1", start, start + 1024);
  return rest.split(/\/?\n/, 1)[0]!;
};

interface Header {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const headerAt = (archive: Buffer, at: number): Header | undefined => {
  const size = field(archive, at + 48, 10);
  if (!/^\d{1,10}$/.test(size) || field(archive, at + 58, 2) !== headerEnd) return undefined;
  const start = at + headerSize;
  return { name: field(archive, at, 16), start, end: start + Number(size) };
};

const memberOf = (written: string, content: Buffer, names: Buffer): Member => {
  const inHead = Number(extended.exec(written)?.[1] ?? 0); // BSD writes a long name before the content
  if (inHead === 0) return { kind: "content", inner: nameOf(written, names) || "symbols", content };
  const inner = content.toString("latin1", 0, inHead).replace(/\0+$/, "");
  return { kind: "content", inner, content: content.subarray(inHead) };
};

/** The members of an `ar` archive, and at the end their names: Debian packages and static libraries (ar(5); deb(5)). */
export function* readAr(archive: Buffer, budget: Budget): Generator<Member> {
  const told: string[] = [];
  for (const member of readMembers(archive, budget)) {
    if (member.kind === "content") told.push(member.inner);
    yield member;
  }
  if (told.length > 0) yield { kind: "content", inner: "(headers)", content: Buffer.from(`${told.join("\n")}\n`) };
}

function* readMembers(archive: Buffer, budget: Budget): Generator<Member> {
  let names: Buffer = Buffer.alloc(0);
  for (let at = magicSize; at + headerSize <= archive.length; ) {
    if (--budget.members < 0) return yield { kind: "limit", inner: "", reason: exceeded };
    const header = headerAt(archive, at);
    if (header === undefined) return yield { kind: "damaged", inner: "" };
    const { name, start, end } = header;
    const content = archive.subarray(start, end);
    if (name === "//") names = content;
    else if (content.length > 0) yield memberOf(name, content, names);
    if (end > archive.length) return yield { kind: "damaged", inner: "" };
    at = end + (end % 2);
  }
}
