import type { Severity } from "../finding.ts";
import type { Credential } from "./credentials.ts";
import type { Entrance } from "./entrance.ts";

/** How much a credential opens, as far as its names tell. */
export type Privilege = "unlimited" | "administrator" | "unknown";

/** Everything is allowed to it and no RBAC rule takes that away (kubernetes.io, "Using RBAC Authorization"). */
const unlimitedGroup = "system:masters";

const administrator =
  /(?:^|[^a-z])(?:cluster-?admins?|administrators?|admins?|root|super-?user|cluster-?owner|tiller)(?:$|[^a-z])|clusteradmin|^system:(?:bootstrappers|nodes)$/i;

/** What the groups, the subject, the service account and the name of the user say. */
export const privilegeOf = ({ evidence }: Credential, userName: string | undefined): Privilege => {
  if (evidence.groups.includes(unlimitedGroup)) return "unlimited";
  const names = [evidence.subject, evidence.serviceAccount?.name, userName, ...evidence.groups];
  return names.some((name) => name !== undefined && administrator.test(name)) ? "administrator" : "unknown";
};

const ladder: readonly Severity[] = ["info", "low", "medium", "high", "critical"];
const base: Readonly<Record<Privilege, number>> = { unlimited: 4, administrator: 3, unknown: 2 };

/**
 * Begins at the privilege; one step up for a public server, one for a token that never ends; at most medium where only
 * the own machine is reached, low when expired or made up, info when it cannot work.
 */
export const severityOf = (
  { evidence }: Credential,
  privilege: Privilege,
  { server }: Entrance,
  expired: boolean,
): Severity => {
  if (evidence.broken !== undefined) return "info";
  if (expired || evidence.madeUp === true) return "low";
  const raised = base[privilege] + (server.reach === "public" ? 1 : 0) + (evidence.neverExpires === true ? 1 : 0);
  const limit = server.reach === "loopback" || server.reach === "example" ? 2 : 4;
  return ladder[Math.min(raised, limit)]!;
};
