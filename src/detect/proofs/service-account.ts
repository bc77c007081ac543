import type { Facts } from "../../finding.ts";
import { textIn } from "../view.ts";
import { provePrivateKey } from "./private-key.ts";
import type { Candidate, Prover } from "./prover.ts";

/** The other members of a Google key file stand within this many bytes of the key. */
const neighbourhood = 3000;

const around = ({ content, start, end }: Candidate): string =>
  `${textIn(content, start - neighbourhood, start)} ${textIn(content, end, end + neighbourhood)}`;

/** A string member of JSON, however often its quotes are escaped. */
const member = (text: string, name: string): string | undefined =>
  new RegExp(`\\\\*"${name}\\\\*"\\s*:\\s*\\\\*"([^"\\\\]{1,300})`).exec(text)?.[1];

const pick = (text: string, names: Readonly<Record<string, string>>): Facts =>
  Object.fromEntries(
    Object.entries(names).flatMap(([fact, name]) => {
      const value = member(text, name);
      return value === undefined ? [] : [[fact, value]];
    }),
  );

const accountMembers = { clientEmail: "client_email", privateKeyId: "private_key_id", project: "project_id" };

/** The private key of a Google service account: a key that decodes, beside the account's address. */
export const proveServiceAccount: Prover = (candidate) => {
  const facts = pick(around(candidate), accountMembers);
  const email = String(facts["clientEmail"] ?? "");
  if (!email.endsWith(".gserviceaccount.com")) return { verdict: "silent" };
  const evidence = provePrivateKey(candidate);
  return evidence.verdict === "silent" ? evidence : { ...evidence, facts: { ...evidence.facts, ...facts } };
};

/** The refresh token of application default credentials, beside its client (gcloud auth application-default login). */
export const proveAuthorizedUser: Prover = (candidate) => {
  const text = around(candidate);
  if (member(text, "client_secret") === undefined && member(text, "type") !== "authorized_user")
    return { verdict: "silent" };
  return {
    verdict: "holds",
    proof: "structural",
    facts: pick(text, { clientId: "client_id", quotaProject: "quota_project_id" }),
  };
};
