import { textIn } from "../view.ts";
import { judgeAccess } from "./access-evidence.ts";
import { decodePrintable, decodeUserAndPassword } from "./decoded-text.ts";
import type { Prover } from "./prover.ts";
import { stringAround } from "./surroundings.ts";
import { withNaming } from "./with-naming.ts";

/**
 * Basic credentials of a header: base64 of `user:password` (RFC 7617). Decodes to that, or is none; Aladdin's are the
 * example of the RFC.
 */
export const proveBasicAuth: Prover = (candidate) => {
  const pair = decodeUserAndPassword(candidate.secret);
  if (pair === undefined || pair.user === "Aladdin" || (pair.password === "" && pair.user.length < 16))
    return { verdict: "silent" };
  const token = pair.password === "" || pair.password === "x-oauth-basic" || pair.password === "X";
  const evidence = judgeAccess({
    user: token ? undefined : pair.user,
    password: token ? pair.user : pair.password,
    host: undefined,
  });
  return evidence.verdict === "silent" && worthALine(pair.user, pair.password)
    ? { verdict: "fails", detail: "It decodes to a user and password that documentation uses." }
    : withNaming(evidence, candidate);
};

const worthALine = (user: string, password: string): boolean => user !== "" && password.length > 3;

/** The registry above an `auth` key of a Docker configuration: `"registry": {`. */
const registryAbove = (text: string): string | undefined =>
  /\\*"((?:https?:\/\/)?[\w.-]{1,200}(?::\d{1,5})?(?:\/[\w./-]{0,100})?)\\*"\s*:\s*\{[^{}]*$/.exec(text)?.[1];

const registryReach = 600;

/** Passwords of Amazon ECR work for twelve hours (AWS, GetAuthorizationToken). */
const isPassing = (user: string, registry: string | undefined): boolean =>
  user === "AWS" && (registry === undefined || registry.includes(".ecr."));

/** `auth` of a Docker configuration: base64 of `user:password`, below its registry. */
export const proveDockerAuth: Prover = ({ secret, content, start }) => {
  const pair = decodeUserAndPassword(secret);
  if (pair === undefined || pair.user === "" || pair.password === "") return { verdict: "silent" };
  const registry = registryAbove(textIn(content, start - registryReach, start).replace(/\\+[nrt]/g, " "));
  const host = registry?.replace(/^https?:\/\//, "").replace(/[:/].*$/, "");
  const evidence = judgeAccess({
    user: pair.user,
    password: pair.password,
    host,
    facts: { ...(registry === undefined ? {} : { registry }) },
  });
  if (evidence.verdict !== "holds" || !isPassing(pair.user, registry)) return evidence;
  return { ...evidence, severity: "low", detail: "Amazon's registry passwords work for twelve hours." };
};

/** base64 of a password alone, as `_password` of npm's configuration. */
export const proveBase64Password: Prover = (candidate) => {
  const password = decodePrintable(candidate.secret);
  const host = /\/\/([\w.-]{1,200})[^\s]{0,300}$/.exec(stringAround(candidate, 300)[0])?.[1];
  return password === undefined ? { verdict: "silent" } : judgeAccess({ user: undefined, password, host });
};
