import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { rules } from "#patterns";
import { createDetector } from "../../src/detect/detector.ts";
import { prepare } from "../../src/detect/prepared.ts";
import { createKernel } from "../../src/kernel/kernel.ts";

/** Rules whose judges read around a region, each to another distance. */
const readers = rules.filter(({ id }) =>
  [
    "secrets/generic-password",
    "secrets/generic-api-key",
    "secrets/generic-service-key",
    "secrets/login-object",
    "secrets/login-lines",
    "secrets/url-password",
    "secrets/database-connection-string",
    "secrets/docker-config-auth",
  ].includes(id),
);

const password = ["Tr0ub", "4dor&", "3x"].join("");
const candidates = [
  `password: '${password}'`,
  `DB_PASSWORD=${password}`,
  `"auth": "${Buffer.from(`deploy:${password}`).toString("base64")}"`,
  `;Password=${password};`,
  `apiKey = "${["q8Zr", "2LkV", "9xWm", "4TbN", "7cYp", "1JdH"].join("")}"`,
];
const neighbours = [
  "host: 'db.internal', user: 'shop', ",
  "DB_HOST=db.internal\nDB_USER=shop\n",
  "Server=db.internal;User Id=shop",
  '"registry.internal": { ',
  "example:\n",
  "EXAMPLES = '''\n",
  "from mailgun import client\n",
  "{ ",
  " }\n",
  "# \n",
];
const gaps = [0, 10, 100, 300, 700, 900, 2700, 5000, 8000, 8300].map((count) => `${"x ".repeat(count / 2)}\n`);
const text = fc
  .array(fc.oneof(fc.constantFrom(...candidates), fc.constantFrom(...neighbours), fc.constantFrom(...gaps)), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => Buffer.from(parts.join(""), "latin1"));

const prepared = await prepare(readers, []);
const create = () => createDetector(readers, [], undefined, createKernel(), prepared);

describe("regions that were looked at before", () => {
  test("are passed over, or told of, only where the same would be found again", async () => {
    const experienced = await create();
    let told = 0;
    await fc.assert(
      fc.asyncProperty(text, async (content) => {
        const fresh = await create();
        const found = experienced.scan(content);
        expect(found).toEqual(fresh.scan(content));
        told += found.length;
      }),
      { numRuns: 400 },
    );
    expect(told).toBeGreaterThan(100);
  }, 60_000);
  test("are judged anew where something else stands as far off as judges read", async () => {
    const experienced = await create();
    const names = new Set<string>();
    for (const candidate of candidates)
      for (const gap of gaps.filter((_, i) => i % 2 === 0))
        for (const neighbour of ["", ...neighbours.filter((_, i) => i % 2 === 0)]) {
          const content = Buffer.from(`${neighbour}${gap}${candidate}\n`, "latin1");
          const found = experienced.scan(content);
          expect(found).toEqual((await create()).scan(content));
          for (const { check } of found) names.add(check);
        }
    expect(names).toContain("secrets/mailgun-api-key");
    expect(names).toContain("secrets/generic-api-key");
  }, 60_000);
});

const bits64 = (1n << 64n) - 1n;
const rotated = (word: bigint, by: bigint): bigint => ((word << by) | (word >> (64n - by))) & bits64;

/** SipHash-1-3, as the paper has it. */
const sipHash13 = (key: readonly [bigint, bigint], message: Buffer): bigint => {
  let [v0, v1, v2, v3] = [
    key[0] ^ 0x736f6d6570736575n,
    key[1] ^ 0x646f72616e646f6dn,
    key[0] ^ 0x6c7967656e657261n,
    key[1] ^ 0x7465646279746573n,
  ] as [bigint, bigint, bigint, bigint];
  const round = (): void => {
    v0 = (v0 + v1) & bits64;
    v2 = (v2 + v3) & bits64;
    v1 = rotated(v1, 13n) ^ v0;
    v3 = rotated(v3, 16n) ^ v2;
    v0 = rotated(v0, 32n);
    v2 = (v2 + v1) & bits64;
    v0 = (v0 + v3) & bits64;
    v1 = rotated(v1, 17n) ^ v2;
    v3 = rotated(v3, 21n) ^ v0;
    v2 = rotated(v2, 32n);
  };
  const padded = Buffer.alloc((Math.floor(message.length / 8) + 1) * 8);
  message.copy(padded);
  padded[padded.length - 1] = message.length & 255;
  for (let at = 0; at < padded.length; at += 8) {
    const word = padded.readBigUInt64LE(at);
    v3 ^= word;
    round();
    v0 ^= word;
  }
  v2 ^= 255n;
  for (let i = 0; i < 3; i++) round();
  return v0 ^ v1 ^ v2 ^ v3;
};

test("marks are SipHash-1-3 of the rule, the place and the bytes", () => {
  const kernel = createKernel();
  const { heap } = kernel;
  const table = heap.allocate(1 << 10);
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: bits64 }),
      fc.bigInt({ min: 0n, max: bits64 }),
      fc.uint8Array({ maxLength: 100 }),
      (first, second, bytes) => {
        const address = heap.allocate(bytes.length + 32);
        heap.bytes().set(bytes, address);
        kernel.configureKnown(table, 4, second, first);
        const message = Buffer.alloc(16 + bytes.length);
        message.writeBigUInt64LE(first, 0);
        message.writeBigUInt64LE(second, 8);
        message.set(bytes, 16);
        const mark = BigInt.asUintN(64, kernel.markOf(first, second, address, address + bytes.length));
        expect(mark).toBe(sipHash13([second, first], message));
        heap.free(address, bytes.length + 32);
      },
    ),
  );
});
