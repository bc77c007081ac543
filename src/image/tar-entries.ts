import { Readable } from "node:stream";
import { extract } from "tar-stream";
import { ImageError } from "./image-error.ts";
import { setApart, type TakeApart } from "./tar-apart.ts";

/** A member of a layer. Its content must be read, or left, before the next one is asked for. */
export interface TarEntry {
  readonly name: string;
  readonly type: string;
  readonly linkName: string | undefined;
  /** Records of extended headers: extended attributes among them. */
  readonly pax: Readonly<Record<string, string>>;
  readonly content: AsyncIterable<Buffer>;
}

const nothing: Readonly<Record<string, string>> = {};

const reasonOf = (error: unknown): Error => {
  if (error instanceof ImageError || (error as NodeJS.ErrnoException).code !== undefined) return error as Error;
  const { message } = error as Error;
  return new ImageError(
    message === "Unexpected end of data" ? "its tar ends early" : `its tar is damaged (${message})`,
  );
};

/**
 * Reads a tar as it comes; `apart` takes the headers that are no member's. Throws an ImageError where it is cut or damaged;
 * errors of the stream itself pass through.
 */
export async function* tarEntries(
  stream: AsyncIterable<Buffer>,
  apart: TakeApart = () => {},
): AsyncGenerator<TarEntry> {
  const reader = extract();
  setApart(reader, apart);
  const input = Readable.from(stream, { objectMode: false, highWaterMark: 1 << 18 });
  let failure: unknown;
  input.on("error", (error) => {
    failure = error;
    reader.destroy(error);
  });
  reader.on("error", () => {}); // the loop below hears of it
  input.pipe(reader);
  let cut: unknown;
  /** Of a member that ends early this gives what there is of it. */
  async function* whatThereIs(entry: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of entry) yield chunk as Buffer;
    } catch (error) {
      cut = error;
    }
  }
  try {
    for await (const entry of reader) {
      const { name, type, linkname, pax } = entry.header;
      const content = type === "directory" ? Readable.from([]) : whatThereIs(entry);
      yield {
        name,
        type: type ?? "file",
        linkName: linkname ?? undefined,
        pax: (pax as TarEntry["pax"] | null) ?? nothing,
        content,
      };
      if (cut !== undefined) throw cut;
      if (type !== "directory") entry.resume();
    }
  } catch (error) {
    throw reasonOf(failure ?? error);
  } finally {
    input.destroy();
  }
}
