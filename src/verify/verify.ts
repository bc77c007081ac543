import type { Rule } from "../detect/rule.ts";
import type { Verification } from "../detect/verification.ts";
import type { Finding } from "../finding.ts";
import type { Vault } from "../findings/vault.ts";
import { readAnswer } from "./answer.ts";
import type { Exchange } from "./exchange.ts";
import { type Request, requestFor, UnknownValueError } from "./request.ts";
import { type Known, valuesFor } from "./values.ts";

/** Where providers are asked, by name, when it is not where their rules say. */
export type Endpoints = ReadonlyMap<string, URL>;

export interface Means {
  readonly rules: readonly Rule[];
  readonly endpoints: Endpoints;
  /** Paced already. */
  readonly exchange: Exchange;
  readonly signal?: AbortSignal;
}

export interface Result {
  readonly verification: "active" | "inactive" | "unknown";
  /** Who was asked, or would have been. */
  readonly host: string;
  /** Of `unknown`: why. */
  readonly reason?: string;
}

interface Question {
  readonly finding: Finding;
  readonly rule: Rule;
  readonly verification: Verification;
}

/** More findings of one run than this are not asked about. */
const maxQuestions = 1000;

/** However slow providers are, a run asks no longer than this. */
const maxTime = 300_000;

const hostOf = ({ rule, verification }: Question, { endpoints }: Means): string =>
  endpoints.get(rule.provider)?.host ?? verification.url.split("/")[2]!;

const unknown = (host: string, reason: string): Result => ({ verification: "unknown", host, reason });

/** A refusal that says nothing: the credential may be at home where nobody asked, or its other half is a guess. */
const doubtOf = ({ rule, verification }: Question, known: Known, { endpoints }: Means): string | undefined => {
  if (known.guessed) return "refused, but its other half may be another one of the same file";
  if (verification.elsewhere === undefined || endpoints.has(rule.provider)) return undefined;
  return `refused, but it may be ${verification.elsewhere}: name ${rule.provider} under \`endpoints\` to settle it`;
};

const preparedRequest = (question: Question, known: Known, { endpoints }: Means): Request | string => {
  try {
    return requestFor(question.verification, known.values, endpoints.get(question.rule.provider), new Date());
  } catch (error) {
    if (error instanceof UnknownValueError) return error.message;
    throw error;
  }
};

const ask = async (question: Question, known: Known | undefined, means: Means): Promise<Result> => {
  const host = hostOf(question, means);
  if (known === undefined) return unknown(host, "of a form that cannot be asked about");
  const request = preparedRequest(question, known, means);
  if (typeof request === "string") return unknown(host, request);
  const exchanged = await means.exchange(request);
  if ("failure" in exchanged) return unknown(request.host, exchanged.failure);
  const verification = readAnswer(question.verification, exchanged.response);
  if (verification === undefined)
    return unknown(request.host, `an answer that tells nothing (${exchanged.response.status})`);
  const doubt = verification === "inactive" ? doubtOf(question, known, means) : undefined;
  return doubt === undefined ? { verification, host: request.host } : unknown(request.host, doubt);
};

/**
 * Asks providers whether credentials still work: one request for each finding whose rule says how, and at most one
 * more where a host asks to wait. The vault's third and last customer: what it gives goes into the request alone.
 */
export const verifyFindings = async (
  findings: readonly Finding[],
  vault: Vault,
  means: Means,
): Promise<ReadonlyMap<string, Result>> => {
  const rules = new Map(means.rules.map((rule) => [rule.id, rule]));
  const questions = findings.flatMap((finding): Question[] => {
    const rule = rules.get(finding.check);
    return rule?.verification === undefined ? [] : [{ finding, rule, verification: rule.verification }];
  });
  const over = AbortSignal.any([AbortSignal.timeout(maxTime), ...(means.signal === undefined ? [] : [means.signal])]);
  const answer = async (question: Question, index: number): Promise<readonly [string, Result]> => {
    const known = valuesFor(question.finding, question.verification, findings, vault);
    const timely: Exchange = (request) =>
      over.aborted ? Promise.resolve({ failure: "not asked: the run was over" }) : means.exchange(request);
    const result =
      index < maxQuestions
        ? await ask(question, known, { ...means, exchange: timely })
        : unknown(hostOf(question, means), `not asked: a run asks about ${maxQuestions} findings at most`);
    return [question.finding.fingerprint, result];
  };
  return new Map(await Promise.all(questions.map(answer)));
};
