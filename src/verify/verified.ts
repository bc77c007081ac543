import { setTimeout as wait } from "node:timers/promises";
import type { Rule } from "../detect/rule.ts";
import type { Finding } from "../finding.ts";
import { byUrgency } from "../findings/join.ts";
import type { Vault } from "../findings/vault.ts";
import { createDial, type Dial } from "./dial.ts";
import { createExchange } from "./exchange.ts";
import { notesOnResults, withResult } from "./outcome.ts";
import { paced } from "./pace.ts";
import { type Endpoints, verifyFindings } from "./verify.ts";

interface Asked {
  readonly verification?: { readonly endpoints: Endpoints; readonly dial?: Dial };
  readonly signal?: AbortSignal;
}

/** All findings after providers were asked about those that count, in their new order, and what is to be said about it. */
export const verified = async (
  findings: readonly Finding[],
  counting: readonly Finding[],
  vault: Vault,
  rules: readonly Rule[],
  { verification, signal }: Asked,
): Promise<{ readonly findings: readonly Finding[]; readonly notes: readonly string[] }> => {
  const dial = verification?.dial ?? createDial(process.env);
  const results = await verifyFindings(counting, vault, {
    rules,
    endpoints: verification?.endpoints ?? new Map(),
    exchange: paced(createExchange(dial), (milliseconds) => wait(milliseconds)),
    ...(signal === undefined ? {} : { signal }),
  });
  const usual = new Map(rules.map(({ id, severity }) => [id, severity]));
  const answered = findings.map((finding) =>
    withResult(finding, results.get(finding.fingerprint), usual.get(finding.check) ?? finding.severity),
  );
  return { findings: answered.sort(byUrgency), notes: notesOnResults([...results.values()]) };
};
