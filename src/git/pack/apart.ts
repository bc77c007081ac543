import { archiveFirstBytes, tarMagicAt } from "../../files/archive.ts";
import { isReadApart } from "../../files/inspect-archive.ts";
import { mediaFirstBytes, mediaKind } from "../../files/media.ts";

/** Why a blob is not scanned as it stands: it holds no text, or wants a reader of its own. */
export type Apart = { readonly kind: "media"; readonly media: string } | { readonly kind: "reader" };

/** Texts in UTF-16 with a byte order mark are turned into UTF-8 before their scan. */
const isUtf16 = (content: Buffer): boolean => {
  const mark = content.length < 2 ? 0 : content.readUInt16BE(0);
  return mark === 0xfffe || mark === 0xfeff;
};

/** Bytes with which no plain text begins, or seldom. */
const telling = new Uint8Array(256);
for (const byte of [...mediaFirstBytes, ...archiveFirstBytes, 0xfe, 0xff]) telling[byte] = 1;

/** A cheap look: whether a content may be one that is not scanned as it stands. Compiled Python has a line end behind two bytes. */
const mayBeApart = (memory: Buffer, address: number, size: number): boolean =>
  telling[memory[address]!] === 1 ||
  memory[address + 2] === 0x0d ||
  (size > tarMagicAt && memory[address + tarMagicAt] === 0x75);

const reader: Apart = { kind: "reader" };

/** What a blob in the kernel's memory is, where it is not scanned as it stands. */
export const apartOf = (memory: Buffer, address: number, size: number): Apart | undefined => {
  if (!mayBeApart(memory, address, size)) return undefined;
  const content = memory.subarray(address, address + size);
  const media = mediaKind(content);
  if (media !== undefined) return { kind: "media", media };
  return isUtf16(content) || isReadApart(content) ? reader : undefined;
};
