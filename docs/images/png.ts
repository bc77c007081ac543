import { crc32, deflateSync, inflateSync } from "node:zlib";

/** Chunks of a PNG (third edition, section 5.3). */
const chunksOf = (png: Buffer): readonly { readonly type: string; readonly data: Buffer }[] => {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
};

const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

const paeth = (a: number, b: number, c: number): number => {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
};

/** What each filter adds to a byte, from the one to the left, the one above and the one above that to the left. */
const filters: readonly ((a: number, b: number, c: number) => number)[] = [
  () => 0,
  (a) => a,
  (_, b) => b,
  (a, b) => (a + b) >> 1,
  paeth,
];

/** Undoes the filters of rows of 8-bit pixels. */
const unfiltered = (rows: Buffer, width: number, height: number, channels: number): Buffer => {
  const stride = width * channels;
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = filters[rows[y * (stride + 1)]!]!;
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x < channels ? 0 : pixels[at - channels]!;
      const above = y === 0 ? 0 : pixels[at - stride]!;
      const corner = x < channels || y === 0 ? 0 : pixels[at - stride - channels]!;
      pixels[at] = rows[y * (stride + 1) + 1 + x]! + filter(left, above, corner);
    }
  }
  return pixels;
};

/** Steps between the levels of a channel, finest first. */
const steps = [5, 8, 17, 36, 51];

const indexed = (pixels: Buffer, channels: number, step: number): { palette: readonly number[]; indices: Buffer } => {
  const level = (value: number): number => Math.min(255, Math.round(value / step) * step);
  const palette = new Map<number, number>();
  const indices = Buffer.alloc(pixels.length / channels);
  for (let i = 0; i < indices.length; i++) {
    const [r, g, b] = [0, 1, 2].map((channel) => level(pixels[i * channels + channel]!)) as [number, number, number];
    const color = (r << 16) | (g << 8) | b;
    if (!palette.has(color)) palette.set(color, palette.size);
    indices[i] = palette.get(color)!;
  }
  return { palette: [...palette.keys()], indices };
};

/** A picture of text with few colours, from one in true colour: a fraction of its size. */
export const withFewColours = (png: Buffer): Buffer => {
  const chunks = chunksOf(png);
  const header = Buffer.from(chunks[0]!.data);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = header[9] === 6 ? 4 : 3;
  const data = chunks.filter(({ type }) => type === "IDAT").map((one) => one.data);
  const pixels = unfiltered(inflateSync(Buffer.concat(data)), width, height, channels);
  const { palette, indices } = steps
    .map((step) => indexed(pixels, channels, step))
    .find((one) => one.palette.length <= 256)!;
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.concat([Buffer.from([0]), indices.subarray(y * width, (y + 1) * width)]),
  );
  header[9] = 3; // indexed colour
  const colours = Buffer.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]));
  const packed = deflateSync(Buffer.concat(rows), { level: 9 });
  const parts = [chunk("IHDR", header), chunk("PLTE", colours), chunk("IDAT", packed), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([png.subarray(0, 8), ...parts]);
};
