import { crc32 } from "node:zlib";
import { base36, inDigits } from "./based.ts";
import { checked } from "./checked.ts";
import type { Prover } from "./prover.ts";

const width = 7;

/** Seven digits of base36 at the end of a routable token: CRC-32 of all before, prefix included. */
export const gitlabRoutableChecksum = (covered: string): string =>
  inDigits(crc32(Buffer.from(covered, "latin1")), base36, width);

/** Fields of the routing payload that are worth telling: organisation, user, group, project, each a number in base36. */
const fields: Readonly<Record<string, string>> = { o: "organization", u: "user", g: "group", p: "project" };

const routing = (payload: string): Record<string, number> => {
  const found: Record<string, number> = {};
  for (const line of Buffer.from(payload, "base64url").toString("latin1").split("\n")) {
    const field = /^([ougp]):([0-9a-z]{1,10})$/.exec(line);
    if (field !== null) found[fields[field[1]!]!] = Number.parseInt(field[2]!, 36);
  }
  return found;
};

/** Source: docs.gitlab.com, design document of Cells, "Routable tokens". The expression names the payload `payload`. */
export const proveGitlabRoutable: Prover = ({ secret, groups, options }) => {
  const evidence = checked(gitlabRoutableChecksum(secret.slice(0, -width)) === secret.slice(-width), options);
  return evidence.verdict === "holds" ? { ...evidence, facts: routing(groups["payload"] ?? "") } : evidence;
};
