import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { rules } from "../../../patterns/load.ts";
import { createDetector } from "../../../src/detect/detector.ts";
import { provers } from "../../../src/detect/proofs/registry.ts";
import { supabaseChecksum } from "../../../src/detect/proofs/supabase-key.ts";
import type { Match } from "../../../src/detect/rule.ts";
import { viewAround } from "../../../src/detect/view.ts";
import { templatesOf, written } from "../../tokens/templates.ts";
import { fill } from "../../tokens.ts";

const ruleOf = (check: string) => rules.find(({ id }) => id === check)!;

const only = async (check: string, template: string): Promise<Match> => {
  const detector = await createDetector([ruleOf(check)]);
  const matches = detector.scan(Buffer.from(fill(template).text, "latin1"));
  expect(matches).toHaveLength(1);
  return matches[0]!;
};

/** Whatever stands in the place of one character, the last one excepted: some formats leave bits of it free. */
const damaged = (text: string, at: number): string =>
  text.slice(0, at) + (text[at] === "a" ? "b" : "a") + text.slice(at + 1);

const decided = [
  "github-personal-access-token",
  "github-oauth-token",
  "github-user-to-server-token",
  "github-refresh-token",
  "github-fine-grained-token",
  "gitlab-routable-access-token",
  "npm-access-token",
  "vercel-access-token",
  "atlassian-api-token",
  "atlassian-bitbucket-access-token",
  "atlassian-bitbucket-app-password",
  "grafana-service-account-token",
  "zuplo-api-key",
  "confluent-api-secret",
  "azure-storage-account-key",
  "azure-cosmos-db-key",
  "azure-function-key",
  "azure-search-key",
  "azure-entra-client-secret",
  "azure-devops-token",
  "azure-event-grid-key",
  "azure-sql-password",
  "age-secret-key",
  "age-post-quantum-secret-key",
  "matrix-access-token",
  "nats-nkey-seed",
  "bitcoin-wif-key",
  "bitcoin-extended-private-key",
  "cardano-signing-key",
  "near-private-key",
  "nostr-secret-key",
  "solana-secret-key",
  "stellar-secret-seed",
  "sui-private-key",
  "tezos-secret-key",
  "xrp-ledger-family-seed",
].map((name) => `secrets/${name}`);

describe("a checksum", () => {
  test.each(decided)("%s proves what is whole and lowers what is damaged", async (check) => {
    const detector = await createDetector([ruleOf(check)]);
    const { text, start, secret } = fill(written.get(check)!.match[0]!);
    expect(detector.scan(Buffer.from(text, "latin1"))[0]).toMatchObject({ proof: "proven" });
    const at = start + Math.floor(secret.length / 2);
    const broken = /[a-z]/.test(text[at]!) ? damaged(text, at) : damaged(text, at + 1);
    for (const match of detector.scan(Buffer.from(broken, "latin1"))) expect(match.severity).toBe("info");
  });

  test("that not every token carries lowers nothing", async () => {
    const check = "secrets/github-server-to-server-token";
    expect((await only(check, "ghs_{base62:30}{crc32-base62:30}")).proof).toBe("proven");
    expect(await only(check, "ghs_{base62:36}")).toMatchObject({ proof: "structural", severity: "high" });
  });
});

describe("a Supabase key", () => {
  const project = "abcdefghijklmnopqrst";
  const body = fill("sb_secret_{base64url:22}").text;
  const key = `${body}_${supabaseChecksum(body, project)}`;

  test("is proven where its project stands nearby, and keeps what its form says elsewhere", async () => {
    const detector = await createDetector([ruleOf("secrets/supabase-secret-key")]);
    const scan = (text: string) => detector.scan(Buffer.from(text))[0];
    expect(scan(`SUPABASE_URL=https://${project}.supabase.co\nSUPABASE_KEY=${key}\n`)).toMatchObject({
      proof: "proven",
      facts: { project },
    });
    expect(scan(`SUPABASE_KEY=${key}\n`)).toMatchObject({ proof: "structural", severity: "critical" });
  });
});

describe("what everybody has is no secret", () => {
  test.each([
    ["secrets/wallet-seed-phrase", `mnemonic = "${"abandon ".repeat(11)}about"`],
    ["secrets/wallet-seed-phrase", `mnemonic = "${"test ".repeat(11)}junk"`],
    ["secrets/wallet-seed-phrase", `mnemonic = "${"zoo ".repeat(11)}wrong"`],
  ])("%s: %s", async (check, text) => {
    const detector = await createDetector([ruleOf(check)]);
    expect(detector.scan(Buffer.from(text)).map(({ severity }) => severity)).toEqual(["info"]);
  });

  test("a phrase whose last word is wrong is made up", async () => {
    const detector = await createDetector([ruleOf("secrets/wallet-seed-phrase")]);
    const scan = (last: string) =>
      detector.scan(
        Buffer.from(`mnemonic = "${"legal winner thank year wave sausage worth useful legal winner thank"} ${last}"`),
      );
    expect(scan("yellow")[0]).toMatchObject({ severity: "info" });
    expect(scan("notaword")).toEqual([]);
  });
});

describe("what a token says of itself becomes facts", () => {
  test.each([
    ["secrets/aws-access-key-id", "AKIA{one-of:Q|R|S|T}{base32:15}", "account", /^\d{12}$/],
    ["secrets/telegram-bot-token", "{digits:10}:AA{base64url:33}", "bot", /^\d{10}$/],
    ["secrets/sentry-organization-token", undefined, "organization", /^[a-z]{8}$/],
    ["secrets/grafana-cloud-token", undefined, "organization", /^\d{6}$/],
    ["secrets/jfrog-reference-token", undefined, "expires", /^20\d\d-/],
    ["secrets/1password-service-account-token", undefined, "account", /@1passwordserviceaccounts\.com$/],
    ["secrets/slack-bot-token", undefined, "team", /^\d{12}$/],
    ["secrets/mailchimp-api-key", undefined, "region", /^us\d\d$/],
    ["secrets/azure-cosmos-db-key", undefined, "rights", /^read and write$/],
    ["secrets/nats-nkey-seed", undefined, "kind", /^user$/],
    ["secrets/azure-common-annotated-key", undefined, "made", /^2025-\d\d$/],
    ["secrets/aws-bedrock-api-key", undefined, "account", /^\d{12}$/],
    ["secrets/azure-common-annotated-key-v2", undefined, "made", /^20\d\d-\d\d-\d\dT/],
    ["secrets/wallet-seed-phrase", undefined, "words", /^12$/],
  ] as const)("%s", async (check, template, fact, value) => {
    const match = await only(check, template ?? written.get(check)!.match[0]!);
    expect(String(match.facts[fact])).toMatch(value);
  });
});

describe("provers", () => {
  test("say something of anything and never throw", () => {
    const options = rules.flatMap(({ prover }) => (prover === undefined ? [] : [prover]));
    const samples = rules
      .filter(({ prover }) => prover !== undefined)
      .flatMap(({ id }) => templatesOf(id).map((template) => fill(template)));
    const call = fc.record({
      prover: fc.constantFrom(...options),
      secret: fc.oneof(
        fc.string(),
        fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString("latin1")),
        fc.constantFrom(...samples.map(({ secret }) => secret)),
        fc.tuple(fc.constantFrom(...samples), fc.nat(400)).map(([{ secret }, at]) => secret.slice(at)),
      ),
      group: fc.option(fc.base64String(), { nil: undefined }),
    });
    fc.assert(
      fc.property(call, ({ prover, secret, group }) => {
        const content = Buffer.from(` ${secret}\n`, "latin1");
        const groups = { secret, payload: group, id: group, user: group, name: group };
        const evidence = provers[prover.name]!({
          secret,
          groups,
          content: viewAround(content, { start: 1, end: 1 + secret.length }),
          start: 1,
          end: 1 + secret.length,
          options: prover.options,
        });
        expect(["holds", "unknown", "fails", "silent"]).toContain(evidence.verdict);
      }),
      { numRuns: 3000 },
    );
  });
});
