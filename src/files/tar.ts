import { extract } from "tar-stream";
import { type Budget, exceeded } from "./budget.ts";
import type { Member } from "./member.ts";
import { isPlainRecord } from "./plain-header.ts";
import { plainMembers } from "./plain-tar.ts";

interface Taken {
  readonly content: Buffer;
  /** Why the rest of it is not there. */
  readonly error: unknown;
}

const take = async (entry: AsyncIterable<unknown>): Promise<Taken> => {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    return { content: Buffer.concat(chunks), error: undefined };
  } catch (error) {
    return { content: Buffer.concat(chunks), error };
  }
};

const limit: Member = { kind: "limit", inner: "", reason: exceeded };

/** What a header says beside the content. */
export interface Told {
  readonly name: string;
  readonly linkname?: string | null | undefined;
  readonly pax?: unknown;
}

/** The same as text, a line each. */
export const toldBy = ({ name, linkname, pax }: Told): string => {
  const records = Object.entries((pax as Readonly<Record<string, string>> | null) ?? {});
  const others = records.filter(([key]) => !isPlainRecord(key)).map(([key, value]) => `${key}=${value}`);
  return [name, linkname ?? "", ...others].filter((text) => text !== "").join("\n");
};

/** Hears of each header. */
type Tell = (header: Told) => void;

/**
 * The files of a tar, and at the end all that their headers say. A header may announce any size: only bytes that are there count.
 */
export async function* readTar(content: Buffer, budget: Budget): AsyncGenerator<Member> {
  const told: string[] = [];
  yield* readFiles(content, budget, (header) => told.push(toldBy(header)));
  if (told.length > 0) yield { kind: "content", inner: "(headers)", content: Buffer.from(`${told.join("\n")}\n`) };
}

export async function* readFiles(tar: Buffer, budget: Budget, tell: Tell): AsyncGenerator<Member> {
  const members = plainMembers(tar);
  let step = members.next();
  for (; step.done !== true; step = members.next()) {
    if (--budget.members < 0) {
      yield limit;
      return;
    }
    tell(step.value);
    const { name, isFolder, content } = step.value;
    if (!isFolder && content.length > 0) yield { kind: "content", inner: name, content };
  }
  if (step.value < tar.length) yield* readByLibrary(tar.subarray(step.value), budget, tell);
}

/** What has rarer headers, or broken ones: the library reads them as everybody does. */
export async function* readByLibrary(content: Buffer, budget: Budget, tell: Tell): AsyncGenerator<Member> {
  const reader = extract();
  reader.on("error", () => {}); // the loop below hears of it
  reader.end(content);
  try {
    for await (const entry of reader) {
      if (--budget.members < 0) {
        yield limit;
        return;
      }
      tell(entry.header);
      // Some write a size for folders; nothing follows, and this reader's stream of one never ends.
      if (entry.header.type === "directory") continue;
      const taken = await take(entry);
      if (taken.content.length > 0) yield { kind: "content", inner: entry.header.name, content: taken.content };
      if (taken.error !== undefined) throw taken.error;
    }
  } catch {
    yield { kind: "damaged", inner: "" };
  }
}
