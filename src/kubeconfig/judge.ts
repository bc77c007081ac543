import { type Match, ranks } from "../detect/rule.ts";
import { type Credential, credentialsOf, type KeyReader } from "./credentials.ts";
import { type Account, detailOf, remediationOf, titles } from "./describe.ts";
import { entranceOf } from "./entrance.ts";
import { optional } from "./evidence.ts";
import type { Kubeconfig, User } from "./kubeconfig.ts";
import { privilegeOf, severityOf } from "./strength.ts";

const provider = "kubernetes";

const factsOf = ({ user, credential, entrance, privilege, expired }: Account): Match["facts"] => {
  const { evidence } = credential;
  return {
    provider,
    ...optional("user", user),
    ...optional("context", entrance.context),
    ...optional("contextNamespace", entrance.contextNamespace),
    ...optional("cluster", entrance.cluster),
    ...(entrance.others.length === 0 ? {} : { otherClusters: entrance.others }),
    ...optional("server", entrance.server.address),
    reach: entrance.server.reach,
    insecureSkipTlsVerify: entrance.insecureSkipTlsVerify,
    ...optional("subject", evidence.subject),
    ...(evidence.groups.length === 0 ? {} : { groups: evidence.groups }),
    privilege,
    ...optional("notBefore", evidence.notBefore?.toISOString()),
    ...optional("notAfter", evidence.notAfter?.toISOString()),
    ...(evidence.notAfter === undefined ? {} : { expired }),
    ...(evidence.neverExpires === true ? { neverExpires: true } : {}),
    ...evidence.facts,
  };
};

/** Keys and tokens are the same secret however their lines are broken. */
const secretOf = ({ kind, scalar }: Credential): string =>
  kind === "password" ? scalar.value : scalar.value.replaceAll(/\s+/g, "");

/** The secrets of a login helper belong to another service, whose own rule knows more of them. */
const rankOf = ({ kind }: Credential): number => (kind === "exec-secret" ? ranks.contextual : ranks.parser);

const toMatch = (account: Account): Match => {
  const { credential, privilege, entrance, expired } = account;
  return {
    check: `kubeconfig/${credential.kind}`,
    provider,
    title: titles[credential.kind],
    severity: severityOf(credential, privilege, entrance, expired),
    proof: credential.evidence.proof,
    detail: detailOf(account),
    remediation: remediationOf(account),
    facts: factsOf(account),
    secret: secretOf(credential),
    start: credential.scalar.start,
    end: credential.scalar.end,
    rank: rankOf(credential),
  };
};

/** A list of users with tokens and passwords alone is no kubeconfig yet: other programs write such lists too. */
const isKubeconfig = ({ clusters, contexts, currentContext }: Kubeconfig, user: User): boolean =>
  clusters.length > 0 ||
  contexts.length > 0 ||
  currentContext !== undefined ||
  user.keyData !== undefined ||
  user.certificateData !== undefined;

/** One match for each credential of a kubeconfig. */
export const judgeKubeconfig = (config: Kubeconfig, now: Date, readKey: KeyReader): readonly Match[] =>
  config.users
    .filter((user) => isKubeconfig(config, user))
    .flatMap((user) => {
      const entrance = entranceOf(config, user);
      return credentialsOf(user, readKey).map((credential) => {
        const { notAfter } = credential.evidence;
        const expired = notAfter !== undefined && notAfter.getTime() < now.getTime();
        const privilege = privilegeOf(credential, user.name);
        return toMatch({ user: user.name, credential, entrance, privilege, expired });
      });
    });
