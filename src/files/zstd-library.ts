import { ZSTDDecoder } from "zstddec/stream";

/** What the package's WebAssembly offers: zstd's own streaming interface (zstd.h). Addresses and sizes are bytes of its memory. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly malloc: (size: number) => number;
  readonly ZSTD_createDCtx: () => number;
  readonly ZSTD_freeDCtx: (context: number) => void;
  readonly ZSTD_decompressStream: (context: number, output: number, input: number) => number;
}

/** What came of one call: bytes taken of a piece, bytes of the target that were filled, and whether a frame ended there. */
export interface ZstdStep {
  readonly taken: number;
  readonly filled: number;
  readonly isEnd: boolean;
}

/** Unpacks frames, one after the other, with a memory of its own. */
export interface ZstdDecoder {
  /** Unpacks what follows `from` in a piece, as much as fits, up to the end of a frame. Throws for damage, and then begins anew. */
  readonly write: (piece: Buffer, from: number, target: Buffer) => ZstdStep;
  /** Forgets a frame that was begun. */
  readonly reset: () => void;
  /** Bytes of its memory, of which it gives none back. */
  readonly held: () => number;
}

/** How many bytes go in and come out at once. */
const roomSize = 1 << 17;

/** A buffer of zstd: where it is, its size, and how much of it is done with. */
const bufferSize = 12;

/** Codes of errors are the highest numbers (zstd_errors.h, `ZSTD_error_maxCode`). */
const lowestError = 2 ** 32 - 120;

const damage = (): Error => Object.assign(new Error("zstd data is damaged"), { code: "ZSTD_error" });

const createDecoder = ({ memory, malloc, ...zstd }: Exports): ZstdDecoder => {
  const [input, output] = [malloc(bufferSize), malloc(bufferSize)];
  const [inputRoom, outputRoom] = [malloc(roomSize), malloc(roomSize)];
  let context = zstd.ZSTD_createDCtx();
  const reset = (): void => {
    zstd.ZSTD_freeDCtx(context);
    context = zstd.ZSTD_createDCtx();
  };
  const set = (buffer: number, room: number, size: number): void => {
    const view = new DataView(memory.buffer);
    for (const [i, word] of [room, size, 0].entries()) view.setUint32(buffer + i * 4, word, true);
  };
  const doneIn = (buffer: number): number => new DataView(memory.buffer).getUint32(buffer + 8, true);
  const write: ZstdDecoder["write"] = (piece, from, target) => {
    const part = piece.subarray(from, from + roomSize);
    new Uint8Array(memory.buffer).set(part, inputRoom);
    set(input, inputRoom, part.length);
    set(output, outputRoom, Math.min(roomSize, target.length));
    const left = zstd.ZSTD_decompressStream(context, output, input) >>> 0; // it may have moved to other memory since
    if (left >= lowestError) {
      reset();
      throw damage();
    }
    const filled = doneIn(output);
    target.set(new Uint8Array(memory.buffer, outputRoom, filled));
    return { taken: doneIn(input), filled, isEnd: left === 0 };
  };
  return { write, reset, held: () => memory.buffer.byteLength };
};

let compiled: Promise<WebAssembly.Module> | undefined;

/** The package keeps one instance, whose memory only grows; here each decoder has its own, which goes with it. */
const compile = (): Promise<WebAssembly.Module> =>
  new Promise((resolve, reject) => {
    const package_ = new ZSTDDecoder();
    package_._init = (compiledSource) => resolve((compiledSource as { readonly module: WebAssembly.Module }).module);
    package_.init().catch(reject);
  });

/** Makes decoders: zstd itself, compiled to WebAssembly, for Node before 22.15, which has none. It checks what frames carry to check them by, as Node's does. */
export const loadZstd = async (): Promise<() => ZstdDecoder> => {
  compiled ??= compile();
  const module = await compiled;
  const imports = { env: { emscripten_notify_memory_growth: () => {} } };
  return () => createDecoder(new WebAssembly.Instance(module, imports).exports as Exports);
};
