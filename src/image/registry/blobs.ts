import type { Descriptor } from "../source.ts";
import { bytesOf, discard, type Patience } from "./body.ts";
import type { Ask } from "./client.ts";
import { checkedDigest, unwanted } from "./documents.ts";
import { nameOf } from "./exchange.ts";
import type { Followed } from "./redirects.ts";
import { RegistryError } from "./registry-error.ts";
import { waitFor } from "./retry.ts";

/** So often a stream is taken up again without having come further by `progress` bytes, and so often in all. */
const maxResumptions = { fruitless: 2, all: 20 };
const progress = 1 << 20;

export interface Reading {
  readonly get: (ask: Ask, take: (followed: Followed) => Promise<Followed>) => Promise<Followed>;
  readonly patience: Patience;
  readonly signal: AbortSignal | undefined;
}

const refuse = (url: URL, why: string): never => {
  throw new RegistryError("refused", `${nameOf(url)} ${why}`);
};

const checkLength = ({ answer, url }: Followed, length: number): void => {
  const announced = answer.headers["content-length"];
  if (announced !== undefined && Number(announced) !== length) {
    answer.message.destroy();
    refuse(url, `announces ${announced.slice(0, 20)} bytes where its manifest leaves ${length}`);
  }
};

const checkRange = ({ answer, url }: Followed, offset: number): void => {
  const [, start] = /^bytes (\d+)-/.exec(answer.headers["content-range"] ?? "") ?? [];
  if (start === String(offset)) return;
  answer.message.destroy();
  refuse(url, `resumes at another place than byte ${offset}`);
};

/** The rest of a blob. Undefined when the server would begin anew. */
const openAt = async (
  { digest, size }: Descriptor,
  offset: number,
  { get }: Reading,
): Promise<Followed | undefined> => {
  const range = offset === 0 ? {} : { range: `bytes=${offset}-` };
  const headers = { ...range, accept: "*/*", "accept-encoding": "identity" };
  const wanted = offset === 0 ? 200 : 206;
  const followed = await get({ path: `blobs/${checkedDigest(digest)}`, headers }, (found) => {
    if (found.answer.status === 404) throw unwanted(found);
    return Promise.resolve(found);
  });
  const { status, message } = followed.answer;
  if (status !== wanted) discard(message);
  if (offset > 0 && status === 200) return undefined;
  if (status !== wanted) throw unwanted(followed);
  if (offset > 0) checkRange(followed, offset);
  checkLength(followed, size - offset);
  return followed;
};

const cutShort = ({ digest, size }: Descriptor, offset: number): RegistryError =>
  new RegistryError("unreachable", `${digest} ends after ${offset} of ${size} bytes`);

const isPassing = (error: unknown): error is RegistryError =>
  error instanceof RegistryError && (error.fault === "unreachable" || error.fault === "silent");

interface Position {
  offset: number;
}

/** What one answer gives; moves the position and returns the fault that ended it early, if it may pass. */
async function* stretch(
  { size }: Descriptor,
  { answer, url }: Followed,
  position: Position,
  { patience, signal }: Reading,
): AsyncGenerator<Uint8Array, RegistryError | undefined> {
  try {
    for await (const piece of bytesOf(url, answer, patience, signal)) {
      position.offset += piece.length;
      if (position.offset > size) refuse(url, `is longer than the ${size} bytes that its manifest names`);
      yield piece;
    }
    return undefined;
  } catch (error) {
    if (isPassing(error)) return error;
    throw error;
  }
}

const checkSize = ({ digest, size }: Descriptor): void => {
  if (!Number.isSafeInteger(size) || size < 0)
    throw new RegistryError("refused", `a manifest gives ${checkedDigest(digest)} no valid size`);
};

/** A blob's bytes, exactly as many as its descriptor says. A stream that is cut goes on where it stopped, if the server can do so. */
export async function* readBlob(descriptor: Descriptor, reading: Reading): AsyncGenerator<Uint8Array> {
  checkSize(descriptor);
  const position: Position = { offset: 0 };
  let fruitless = 0;
  let fault = cutShort(descriptor, 0);
  for (let resumptions = 0; resumptions <= maxResumptions.all; resumptions++) {
    const began = position.offset;
    const followed = await openAt(descriptor, began, reading);
    if (followed === undefined) throw new RegistryError(fault.fault, `${fault.message}, and the server cannot resume`);
    const ended = yield* stretch(descriptor, followed, position, reading);
    if (position.offset === descriptor.size) return;
    fault = ended ?? cutShort(descriptor, position.offset);
    fruitless = position.offset - began >= progress ? 0 : fruitless + 1;
    if (fruitless > maxResumptions.fruitless) throw fault;
    await waitFor(reading.patience.pause, reading.signal);
  }
  throw fault;
}
