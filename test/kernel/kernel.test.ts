import { deflateSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { createKernel, type Kernel, slack } from "../../src/kernel/kernel.ts";
import { applySteps, encodeDelta, type Step } from "./deltas.ts";

const put = ({ heap }: Kernel, bytes: Uint8Array): number => {
  const address = heap.allocate(bytes.length + slack);
  heap.bytes().set(bytes, address);
  return address;
};

/** Runs of few letters compress to matches; the rest to literals and stored blocks. */
const content = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ maxLength: 40 }).map((text) => Buffer.from(text.repeat(20))),
    ),
    {
      maxLength: 8,
    },
  )
  .map((parts) => Buffer.concat(parts));

describe("inflate", () => {
  const kernel = createKernel();
  const inflate = (stream: Buffer, size: number) => {
    const source = put(kernel, stream);
    const target = kernel.heap.allocate(size + slack);
    const result = kernel.inflate(source, stream.length, target, size);
    const bytes = Buffer.from(kernel.heap.bytes().subarray(target, target + size));
    kernel.heap.free(source, stream.length + slack);
    kernel.heap.free(target, size + slack);
    return { result, bytes };
  };

  test("gives what zlib gives, at every level", () => {
    fc.assert(
      fc.property(content, fc.integer({ min: 0, max: 9 }), (bytes, level) => {
        const stream = deflateSync(bytes, { level });
        const { result, bytes: inflated } = inflate(stream, bytes.length);
        expect(result).toBe(stream.length);
        expect(inflated.equals(bytes)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
  test("refuses broken streams and wrong sizes, and never leaves its memory", () => {
    fc.assert(
      fc.property(content, fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, at, flip) => {
        const stream = deflateSync(bytes);
        stream[at % stream.length]! ^= flip;
        const { result, bytes: inflated } = inflate(stream, bytes.length);
        if (result > 0) expect(inflated.equals(bytes)).toBe(true);
      }),
      { numRuns: 1500 },
    );
    expect(inflate(deflateSync(Buffer.from("abc")), 2).result).toBe(-3);
    expect(inflate(deflateSync(Buffer.from("abc")), 4).result).toBe(-3);
    expect(inflate(Buffer.from("not zlib"), 4).result).toBe(-1);
  });
});

describe("deltas", () => {
  const kernel = createKernel();
  const steps = (length: number) =>
    fc.array(
      fc.oneof(
        fc
          .uint8Array({ minLength: 1, maxLength: 300 })
          .map((bytes): Step => ({ kind: "insert", bytes: Buffer.from(bytes) })),
        ...(length === 0
          ? []
          : [
              fc.tuple(fc.nat(length - 1), fc.nat(length)).map(([offset, size]): Step => {
                const fits = Math.max(1, Math.min(size, length - offset, 0xffff));
                return { kind: "copy", offset, length: fits };
              }),
            ]),
      ),
      { minLength: 1, maxLength: 12 },
    );
  const input = content.chain((base) => fc.tuple(fc.constant(base), steps(base.length)));

  test("make what their steps say, and tell which bytes are copied from where", () => {
    fc.assert(
      fc.property(input, ([base, how]) => {
        const expected = applySteps(base, how);
        const delta = encodeDelta(base, how);
        const [from, at] = [put(kernel, base), put(kernel, delta)];
        expect(kernel.deltaResultSize(at, delta.length, base.length)).toBe(expected.length);
        const target = kernel.heap.allocate(expected.length + slack);
        const table = kernel.heap.allocate(delta.length * 12);
        const count = kernel.applyDelta(from, base.length, at, delta.length, target, expected.length, table);
        expect(
          kernel.heap
            .bytes()
            .subarray(target, target + expected.length)
            .equals(expected),
        ).toBe(true);
        const segments = new Uint32Array(kernel.heap.bytes().buffer, table, count * 3);
        let end = 0;
        for (let i = 0; i < segments.length; i += 3) {
          const [offset, source, word] = segments.subarray(i, i + 3) as unknown as [number, number, number];
          const length = word & 0x7fff_ffff;
          const isGlued = word !== length;
          expect(offset).toBe(end);
          end += length;
          if (isGlued)
            expect(base.subarray(source - 24, source).equals(expected.subarray(offset - 24, offset))).toBe(true);
          if (source !== 0xffff_ffff)
            expect(base.subarray(source, source + length).equals(expected.subarray(offset, end))).toBe(true);
        }
        expect(end).toBe(expected.length);
      }),
      { numRuns: 1000 },
    );
  });
  test("that are broken are refused", () => {
    fc.assert(
      fc.property(input, fc.nat(), fc.integer({ min: 1, max: 255 }), ([base, how], at, flip) => {
        const delta = encodeDelta(base, how);
        delta[at % delta.length]! ^= flip;
        const [from, address] = [put(kernel, base), put(kernel, delta)];
        const size = kernel.deltaResultSize(address, delta.length, base.length);
        if (size < 0 || size > 1 << 20) return;
        const target = kernel.heap.allocate(size + slack);
        const table = kernel.heap.allocate(delta.length * 12 + 12);
        expect(kernel.applyDelta(from, base.length, address, delta.length, target, size, table)).toBeGreaterThanOrEqual(
          -1,
        );
      }),
      { numRuns: 1000 },
    );
  });
});
