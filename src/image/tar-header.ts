import { posix } from "node:path";
import { blockSize, recordsOf } from "../files/plain-header.ts";

const textAt = (header: Buffer, start: number, end: number): string => {
  const field = header.subarray(start, end);
  const zero = field.indexOf(0);
  return field.toString("utf8", 0, zero === -1 ? field.length : zero);
};

/** Octal digits, or a big-endian number when the first bit is set (GNU). */
const numberAt = (header: Buffer, start: number, length: number): number => {
  if ((header[start]! & 0x80) === 0) return Number.parseInt(textAt(header, start, start + length).trim() || "0", 8);
  let value = header[start]! & 0x7f;
  for (let at = start + 1; at < start + length; at++) value = value * 256 + header[at]!;
  return value;
};

const checksumAt = 148;

/** The sum of a header's bytes, its own field counted as spaces (POSIX.1-1988, "ustar"). */
export const isTarHeader = (header: Buffer): boolean => {
  if (header.length < blockSize) return false;
  let sum = 8 * 0x20;
  for (let at = 0; at < blockSize; at++) if (at < checksumAt || at >= checksumAt + 8) sum += header[at]!;
  return numberAt(header, checksumAt, 8) === sum;
};

export const isZero = (header: Buffer): boolean => header.every((byte) => byte === 0);

export const normal = (path: string): string => posix.normalize(path).replace(/^(?:\.{0,2}\/)+/, "");

export const linkTarget = (path: string, type: string, target: string): string =>
  normal(type === "1" ? target : posix.join(posix.dirname(path), target));

interface Header {
  readonly type: string;
  readonly path: string;
  readonly target: string;
  readonly size: number;
}

export const headerOf = (header: Buffer): Header => {
  const prefix = header.toString("latin1", 257, 263) === "ustar\0" ? textAt(header, 345, 500) : "";
  const name = textAt(header, 0, 100);
  return {
    type: String.fromCharCode(header[156]!),
    path: prefix === "" ? name : `${prefix}/${name}`,
    target: textAt(header, 157, 257),
    size: numberAt(header, 124, 12),
  };
};

/** What headers of their own say of the next member. */
export interface Extended {
  path?: string;
  target?: string;
  size?: number;
}

export const extend = (extended: Extended, type: string, content: Buffer): Extended => {
  if (type === "L") return { ...extended, path: textAt(content, 0, content.length) };
  if (type === "K") return { ...extended, target: textAt(content, 0, content.length) };
  if (type !== "x") return extended;
  const { path, linkpath: target, size } = recordsOf(content);
  return {
    ...extended,
    ...(path === undefined ? {} : { path }),
    ...(target === undefined ? {} : { target }),
    ...(size === undefined ? {} : { size: Number(size) }),
  };
};
