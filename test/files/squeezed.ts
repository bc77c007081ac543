import { spawnSync } from "node:child_process";

/** What a program writes that compresses its input; undefined where it is not installed. */
export const squeezedBy = (content: Buffer, program: string, ...args: readonly string[]): Buffer | undefined => {
  const { status, stdout } = spawnSync(program, args, { input: content, maxBuffer: 1 << 28 });
  return status === 0 ? stdout : undefined;
};

export const hasProgram = (program: string): boolean => squeezedBy(Buffer.from("x"), program, "-c") !== undefined;

/** A file of xz with a content of up to 64 KiB that is not compressed. Its checks are zeros, which nobody looks at here. */
export const storedXz = (content: Buffer): Buffer => {
  const head = Buffer.from("fd377a585a0000000000000002002101160000000000000001", "hex");
  const size = Buffer.from([(content.length - 1) >> 8, (content.length - 1) & 0xff]);
  const padding = Buffer.alloc(-(13 - 1 + 4 + content.length) & 3);
  const index = Buffer.from("0000000000000000", "hex");
  return Buffer.concat([head, size, content, Buffer.from([0]), padding, index, Buffer.alloc(12)]);
};

/** A file of lz4 with a content of up to 64 KiB that is not compressed. */
export const storedLz4 = (content: Buffer): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(content.length + 0x80000000);
  return Buffer.concat([Buffer.from("04224d18604000", "hex"), size, content, Buffer.alloc(4)]);
};
