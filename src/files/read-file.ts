import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, statSync } from "node:fs";

/** Larger files are not read: a limit of ours, reported as missing. */
export const maxFile = 1 << 30;

/** A file that was not read; the message is the reason for coverage. */
export class UnreadError extends Error {
  override readonly name = "UnreadError";
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOENT: "does not exist",
  ENAMETOOLONG: "its path is too long to open",
  ELOOP: "a link that leads to itself",
  EISDIR: "is a folder",
};

export const reasonOf = (error: unknown): string => {
  if (error instanceof UnreadError) return error.message;
  const code = (error as NodeJS.ErrnoException).code;
  return code === undefined ? String(error) : (reasons[code] ?? code);
};

/** A pipe without a writer would otherwise hold up the open for good. Windows has neither. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

const chunkSize = 1 << 20;

/** Sizes lie: files of `/proc` say 0, others grow. What counts is what can be read. */
const readToEnd = (descriptor: number, expected: number): Buffer => {
  let buffer = Buffer.allocUnsafe(Math.max(expected + 1, 4096));
  let filled = 0;
  for (;;) {
    if (filled === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
    const bytesRead = readSync(descriptor, buffer, filled, Math.min(chunkSize * 64, buffer.length - filled), null);
    if (bytesRead === 0) return buffer.subarray(0, filled);
    filled += bytesRead;
    if (filled > maxFile) throw new UnreadError(`its more than ${maxFile} bytes exceed the limit`);
  }
};

const notRegular = "a device, socket or pipe: give what it holds on standard input, as in `tidewaiter files -`";

/**
 * Opens nothing but regular files; with `followLinks` also one that a link leads to. Throws what `reasonOf` explains. Waits for the disk: for small
 * files, as most are, promises take several times as long as reading them (measured).
 */
export const readRegularFile = (path: string | Buffer, followLinks: boolean): Buffer => {
  const before = followLinks ? statSync(path) : lstatSync(path);
  if (before.isDirectory()) throw new UnreadError("is a folder");
  if (!before.isFile()) throw new UnreadError(notRegular);
  const descriptor = openSync(path, flags);
  try {
    const { size, dev, ino } = fstatSync(descriptor);
    if (dev !== before.dev || ino !== before.ino) throw new UnreadError("was replaced while it was read");
    if (size > maxFile) throw new UnreadError(`its ${size} bytes exceed the limit of ${maxFile}`);
    return readToEnd(descriptor, size);
  } finally {
    closeSync(descriptor);
  }
};
