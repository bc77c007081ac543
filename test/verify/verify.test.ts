import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "@jest/globals";
import type { Finding, Report } from "../../src/finding.ts";
import type { Policy } from "../../src/policy/policy.ts";
import { run } from "../../src/scan.ts";
import { policyWith } from "../policy/findings.ts";
import { githubToken, temporaryFolder } from "../repositories.ts";
import { fill } from "../tokens.ts";
import { answer, type Behaviour, type Provider, startProvider } from "./provider.ts";

const stripeKey = fill("sk_live_{base62:99}", "verify").text;
const npmToken = fill("npm_{base62:30}{crc32-base62:30}", "verify").text;
const github = githubToken("verify");

let provider: Provider | undefined;
afterEach(async () => {
  await provider?.close();
  provider = undefined;
});

interface Asked {
  readonly endpoints?: Readonly<Record<string, string>>;
  readonly policy?: Partial<Policy>;
}

/** The report on a file with this text after its credentials were asked about. */
const verifiedScan = async (
  text: string,
  behave: Behaviour,
  { endpoints = {}, policy = {} }: Asked = {},
): Promise<Report> => {
  provider = await startProvider(behave);
  const file = join(temporaryFolder(), "settings.txt");
  writeFileSync(file, text);
  const { report } = await run({
    sources: [{ kind: "files", paths: [file] }],
    customRules: [],
    policy: policyWith(policy),
    key: "a key of the tests",
    verification: {
      endpoints: new Map(Object.entries(endpoints).map(([name, url]) => [name, new URL(url)])),
      dial: provider.dial,
    },
  });
  return report;
};

const findingOf = ({ findings }: Report, check: string): Finding =>
  findings.find((finding) => finding.check === check)!;

describe("what a provider says of a credential", () => {
  test("one that works is a step more severe than its kind, and the report says who said so", async () => {
    const report = await verifiedScan(`a = ${fill("rk_live_{base62:99}", "v").text}`, (_, response) =>
      answer(response, 200),
    );
    const finding = findingOf(report, "secrets/stripe-restricted-key");
    expect([finding.severity, finding.facts["verification"]]).toEqual(["critical", "active"]);
    expect(finding.detail).toContain("It works: api.stripe.com accepted it");
    expect(report.notes[0]).toBe("Verification: 1 active, 0 inactive, 0 unknown.");
  });

  test("one that does not work is information only, and fails nothing", async () => {
    const report = await verifiedScan(`a = ${stripeKey}`, (_, response) => answer(response, 401));
    const finding = findingOf(report, "secrets/stripe-secret-key");
    expect([finding.severity, finding.facts["verification"]]).toEqual(["info", "inactive"]);
    expect(finding.detail).toContain("api.stripe.com refused it");
    expect(report.verdict.conclusion).toBe("pass");
  });

  test.each([
    ["an error", (_: unknown, response) => answer(response, 500)],
    [
      "a redirect, which is not followed",
      (_: unknown, response) => response.writeHead(302, { location: "https://elsewhere.test/" }).end(),
    ],
    ["a status of another meaning", (_: unknown, response) => answer(response, 403, "<html>")],
    ["a connection that ends", (_: unknown, response) => response.destroy()],
    ["no HTTP at all", (_: unknown, response) => response.socket!.end("SSH-2.0-x\r\n")],
    [
      "a header without end",
      (_: unknown, response) => response.socket!.write(`HTTP/1.1 200 OK\r\nx: ${"y".repeat(1 << 17)}`),
    ],
  ] as readonly (readonly [string, Behaviour])[])("%s changes nothing", async (_, behave) => {
    const report = await verifiedScan(`a = ${stripeKey}`, behave);
    const { severity, detail, facts } = findingOf(report, "secrets/stripe-secret-key");
    expect([severity, facts["verification"]]).toEqual(["critical", "unknown"]);
    expect(detail).not.toContain("accepted");
    expect(report.notes[1]).toMatch(/^Not known: 1 × api\.stripe\.com: /);
    expect(report.verdict.conclusion).toBe("fail");
    expect(provider!.dialled).toEqual(["api.stripe.com:443"]);
  });

  test("no more of an answer is read than decides", async () => {
    let sent = 0;
    const endless: Behaviour = (_, response) => {
      response.writeHead(200);
      const more = (): void => {
        sent += 1 << 16;
        if (!response.destroyed) response.write("x".repeat(1 << 16), more);
      };
      more();
    };
    const report = await verifiedScan(`a = ${stripeKey}`, endless);
    expect(findingOf(report, "secrets/stripe-secret-key").facts["verification"]).toBe("active");
    expect(sent).toBeLessThan(16 << 20);
  });
});

describe("who is asked", () => {
  test("each credential once at the host of its rule, with a request that changes nothing", async () => {
    await verifiedScan(`a = ${stripeKey}\nb = ${stripeKey}\nc = ${npmToken}`, (_, response) => answer(response, 200));
    const requests = provider!.seen.map(({ method, host, path }) => `${method} ${host}${path}`);
    expect(requests.sort()).toEqual(["GET api.stripe.com/v1/balance", "GET registry.npmjs.org/-/whoami"]);
    expect(provider!.seen.map(({ headers }) => headers.authorization).sort()).toEqual(
      [`Bearer ${npmToken}`, `Bearer ${stripeKey}`].sort(),
    );
  });

  test("not about what does not count", async () => {
    await verifiedScan(
      `a = ${stripeKey} # tidewaiter:ignore\nb = ${npmToken}`,
      (_, response) => answer(response, 200),
      {
        policy: { ignores: [{ check: "secrets/npm", reason: "known" }] },
      },
    );
    expect(provider!.seen).toEqual([]);
  });

  test("nobody that the scanned text names: a server of one's own is asked when the configuration says so", async () => {
    const text = `url = https://github.evil.test\na = ${github}`;
    const refuse: Behaviour = (_, response) => answer(response, 401);
    const asked = await verifiedScan(text, refuse);
    expect(provider!.dialled).toEqual(["api.github.com:443"]);
    expect(findingOf(asked, "secrets/github-personal-access-token").facts["verification"]).toBe("unknown");
    expect(asked.notes[1]).toContain("it may be of a GitHub Enterprise Server: name github under `endpoints`");
    await provider!.close();
    const own = await verifiedScan(text, refuse, { endpoints: { github: "https://code.example.test:8443/api/v3/" } });
    expect(provider!.dialled).toEqual(["code.example.test:8443"]);
    expect(provider!.seen[0]).toMatchObject({ host: "code.example.test:8443", path: "/api/v3/user" });
    expect(findingOf(own, "secrets/github-personal-access-token").severity).toBe("info");
  });

  test("both halves of a pair are sent together, and a guess is not held against either", async () => {
    const id = (seed: string) => fill("AKIA{one-of:Q|R|S|T}{base32:15}", seed).text;
    const secret = `aws_secret_access_key = ${fill("{base64:40}", "pair").text}`;
    const refused: Behaviour = (_, response) => answer(response, 403, { Error: { Code: "InvalidClientTokenId" } });
    const endpoints = { aws: "https://sts.us-east-1.amazonaws.com" };
    const one = await verifiedScan(`aws_access_key_id = ${id("1")}\n\nregion = x\n${secret}`, refused, { endpoints });
    expect(provider!.seen[0]!.headers.authorization).toContain(`Credential=${id("1")}/`);
    expect(one.findings.find(({ check }) => /secret-access-key|pair/.test(check))!.facts["verification"]).toBe(
      "inactive",
    );
    await provider!.close();
    const two = await verifiedScan(`${id("1")}\n\n${id("2")}\n\n\nregion = x\n${secret}`, refused, { endpoints });
    expect(two.findings.find(({ check }) => /secret-access-key|pair/.test(check))!.facts["verification"]).toBe(
      "unknown",
    );
  });
});

test("what was asked is in no report: neither the value nor anything that an answer says", async () => {
  const echo: Behaviour = ({ headers }, response) => answer(response, 200, { error: headers.authorization, ok: false });
  const report = await verifiedScan(`a = ${fill("{digits:9}:AA{base64url:33}", "t").text}\nb = ${stripeKey}`, echo);
  const text = JSON.stringify(report);
  for (const { headers, path } of provider!.seen)
    for (const part of [headers.authorization?.split(" ")[1] ?? "", path.split("/bot")[1]?.split("/")[0] ?? ""])
      if (part !== "") expect(text.includes(part.slice(8))).toBe(false);
  expect(provider!.seen).toHaveLength(2);
});
