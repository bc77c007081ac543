import { describe, expect, test } from "@jest/globals";
import type { Exchanged } from "../../src/verify/exchange.ts";
import { paced } from "../../src/verify/pace.ts";
import type { Request } from "../../src/verify/request.ts";

const to = (host: string): Request => ({
  method: "GET",
  host,
  port: 443,
  path: "/",
  headers: {},
  body: Buffer.alloc(0),
});

const status = (code: number, retryAfter?: number): Exchanged => ({
  response: { status: code, body: "", retryAfter },
});

/** Answers from a list, and what was waited for. */
const setting = (answers: readonly Exchanged[]) => {
  const waits: number[] = [];
  let open = 0;
  let most = 0;
  let count = 0;
  const exchange = async (): Promise<Exchanged> => {
    most = Math.max(most, ++open);
    await Promise.resolve();
    open--;
    return answers[Math.min(count++, answers.length - 1)]!;
  };
  const ask = paced(exchange, async (milliseconds) => void waits.push(milliseconds));
  return { ask, waits, most: () => most, count: () => count };
};

describe("a host", () => {
  test("is asked one thing at a time, with pauses", async () => {
    const { ask, waits, most, count } = setting([status(200)]);
    await Promise.all(Array.from({ length: 5 }, () => ask(to("a.test"))));
    expect([most(), count()]).toEqual([1, 5]);
    expect(waits).toHaveLength(4);
    expect(Math.min(...waits)).toBeGreaterThan(100);
  });

  test("does not hold up another", async () => {
    const { ask, most } = setting([status(200)]);
    await Promise.all([ask(to("a.test")), ask(to("b.test"))]);
    expect(most()).toBe(2);
  });

  test("that asks to wait a little is asked once more", async () => {
    const { ask, waits } = setting([status(429, 7), status(200)]);
    expect(await ask(to("a.test"))).toEqual(status(200));
    expect(waits).toContain(7000);
  });

  test.each([[[status(429, 3600)]], [[status(429, 1), status(429, 1)]]])(
    "that is overloaded is left alone",
    async (answers) => {
      const { ask, count } = setting(answers);
      const first = await ask(to("a.test"));
      const asked = count();
      expect([first, await ask(to("a.test"))]).toEqual(Array(2).fill({ failure: "it asks for fewer requests (429)" }));
      expect(count()).toBe(asked);
    },
  );

  test("that is out of reach is given up after three failures", async () => {
    const { ask, count } = setting([{ failure: "no connection" }]);
    for (let i = 0; i < 10; i++) await ask(to("a.test"));
    expect(count()).toBe(3);
  });
});
