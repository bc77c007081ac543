import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import { readRegularFile, reasonOf } from "../files/read-file.ts";
import { UsageError } from "../usage-error.ts";

/** A file or text that somebody named, with the line that they ask about. */
export interface NamedSubject {
  readonly title: string;
  /** Relative to the folder whose configuration judges. */
  readonly path: string | undefined;
  readonly content: Buffer;
  readonly line: number | undefined;
}

/** Explaining costs more than scanning. */
const maxExplained = 64 << 20;

const readInput = async (): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > maxExplained)
      throw new UsageError(`standard input has more than the ${maxExplained} bytes that are explained`);
  }
  return Buffer.concat(chunks);
};

const readFile = (path: string): Buffer => {
  if (!existsSync(path)) throw new UsageError(`${path} does not exist`);
  let content: Buffer;
  try {
    content = readRegularFile(path, true);
  } catch (error) {
    throw new UsageError(`${path}: ${reasonOf(error)}`, { cause: error });
  }
  if (content.length > maxExplained)
    throw new UsageError(`${path}: its ${content.length} bytes are more than the ${maxExplained} that are explained`);
  return content;
};

/** Reads `FILE`, `FILE:LINE` or `-`. */
export const readSubject = async (word: string, top: string): Promise<NamedSubject> => {
  if (word === "-") return { title: "standard input", path: undefined, content: await readInput(), line: undefined };
  const [, file, line] = /^(.+):([1-9]\d{0,8})$/s.exec(word) ?? [];
  const path = file === undefined || existsSync(word) ? word : file;
  return {
    title: word,
    path: relative(top, resolve(path)),
    content: readFile(path),
    line: path === word ? undefined : Number(line),
  };
};
