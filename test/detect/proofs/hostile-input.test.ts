import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { provers } from "../../../src/detect/proofs/registry.ts";
import { viewAround } from "../../../src/detect/view.ts";
import { ecKey, edKey, openSshKey, pem, pgpKey, puttyKey, rsaKey } from "../../generated-keys.ts";

const seeds = [
  pem(rsaKey(), "pkcs1"),
  pem(rsaKey(), "pkcs8", "a passphrase"),
  pem(ecKey(), "sec1"),
  openSshKey(edKey()),
  puttyKey(edKey(), 3),
  pgpKey(rsaKey()),
  `${Buffer.from('{"alg":"HS256"}').toString("base64url")}.${Buffer.from('{"exp":1e999}').toString("base64url")}.x`,
  Buffer.from("user:password").toString("base64"),
  "app:%zz%41@[::1]:99999",
];

const latin1 = fc.string({
  unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)),
  maxLength: 300,
});

/** A sample with a stretch replaced, or whatever bytes. */
const hostile = fc.oneof(
  latin1,
  fc.tuple(fc.constantFrom(...seeds), fc.nat(), fc.nat(8), latin1).map(([seed, at, cut, noise]) => {
    const from = at % seed.length;
    return seed.slice(0, from) + noise.slice(0, cut) + seed.slice(from + cut);
  }),
);

const groups = fc.record({ user: hostile, host: hostile, scheme: hostile }, { requiredKeys: [] });

describe("provers take anything", () => {
  test.each(Object.entries(provers))("%s never throws", (_, prove) => {
    fc.assert(
      fc.property(hostile, latin1, latin1, groups, (secret, before, after, named) => {
        const content = Buffer.from(before + secret + after, "latin1");
        const [start, end] = [before.length, before.length + secret.length];
        const evidence = prove({
          secret,
          groups: { ...named, secret },
          content: viewAround(content, { start, end }),
          start,
          end,
          options: { kind: "other" },
        });
        expect(["holds", "unknown", "fails", "silent"]).toContain(evidence.verdict);
      }),
      { numRuns: 150 },
    );
  });
});
