import { gzipSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import type { Hit } from "../../src/detect/hit.ts";
import { createAllowance } from "../../src/image/allowance.ts";
import { clearDesk, createDesk, createDeskMemory, createLeaveMemory, helpAt } from "../../src/image/desk.ts";
import { joined, lookAside } from "../../src/image/help.ts";
import { type LayerReading, readLayer, usualLimits } from "../../src/image/layer.ts";
import type { Inspect } from "../../src/sighting.ts";
import { createRandom } from "../tokens/random.ts";
import { digestOf, type Entries, tarOf } from "./images.ts";

/** Finds words such as `key123`. */
const inspect: Inspect = (content) => {
  let [line, start] = [1, 0];
  return [...content.toString("latin1").matchAll(/key\d+|\n/g)].flatMap(({ index, 0: secret }) => {
    if (secret === "\n") {
      [line, start] = [line + 1, index + 1];
      return [];
    }
    const [column, end] = [index - start + 1, index + secret.length];
    const place = { line, column, endLine: line, endColumn: column + secret.length };
    return [{ check: "secrets/key", secret, start: index, end, ...place } as unknown as Hit];
  });
};

const allowance = createAllowance(usualLimits.work, () => 2 ** 30);

/** Reads a layer; between its chunks a helper takes what lies on the desk, if it comes at all. */
const reading = async (tar: Buffer, comes?: () => boolean): Promise<{ whole: LayerReading; helped: number }> => {
  const memory = createDeskMemory();
  clearDesk(memory);
  const { take, aside } = lookAside(inspect);
  const task = {
    descriptor: { mediaType: "layer.tar", digest: digestOf(tar), size: tar.length },
    diffId: digestOf(tar),
  };
  const numbers = new Int32Array(memory, 0, 16);
  if (comes !== undefined) numbers[2] = 1; // somebody is there
  async function* chunks(): AsyncGenerator<Buffer> {
    for (let at = 0; at < tar.length; at += 1 << 16) {
      yield tar.subarray(at, at + (1 << 16));
      let looks = 0;
      const isOffered = numbers[4] === 1 || numbers[5] === 1; // else it would wait
      if (comes?.() === true && isOffered) helpAt(memory, createLeaveMemory(), take, () => looks++ > 0);
    }
  }
  const desk = comes === undefined ? undefined : createDesk(memory);
  const read = await readLayer(chunks(), task, { inspect, limits: usualLimits, allowance, desk });
  return { whole: joined(read, [{ aside, missing: [] }]), helped: aside.length };
};

const entriesOf = (seed: string): Entries => {
  const { below } = createRandom(seed);
  const text = (size: number): string => {
    let said = "";
    while (said.length < size)
      said += below(9) === 0 ? `key${below(1e6)}\n` : "some words of a file ".repeat(below(200));
    return said;
  };
  const names = Array.from({ length: 60 }, (_, i) => [`d/${i}`, text(below(8) === 0 ? 300_000 : 3_000)] as const);
  return {
    ...Object.fromEntries(names.slice(0, 30)),
    large: text(6 << 20),
    "a.gz": gzipSync(text(2000)),
    "names/key77": names[0]![1],
    ...Object.fromEntries(names.slice(30)),
    "media.png": Buffer.from("\x89PNG\r\n\x1a\n key5", "latin1"),
  };
};

describe("a layer that others help with", () => {
  test.each(["one", "two", "three"])("says the same as read alone, in the same order: %s", async (seed) => {
    const tar = await tarOf(entriesOf(seed));
    const alone = (await reading(tar)).whole;
    expect(alone.hits.length).toBeGreaterThan(500);
    const { below } = createRandom(seed);
    for (const comes of [() => true, () => below(3) === 0, () => below(60) === 0, () => false]) {
      const { whole, helped } = await reading(tar, comes);
      if (comes() === true) expect(helped).toBeGreaterThan(0);
      expect(JSON.stringify(whole)).toBe(JSON.stringify(alone)); // one look at much of it takes Jest a minute
    }
  });

  test("is read whole when nobody takes what was offered, and tells of a cut all the same", async () => {
    const tar = await tarOf(entriesOf("cut"));
    const [alone, helped] = [
      await reading(tar.subarray(0, -700_000)),
      await reading(tar.subarray(0, -700_000), () => false),
    ];
    expect(helped.helped).toBe(0);
    expect(helped.whole.missing).toEqual(alone.whole.missing);
    expect(helped.whole.missing.length).toBeGreaterThan(0);
    expect(helped.whole.hits).toEqual(alone.whole.hits);
  });
});
