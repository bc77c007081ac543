import type { Cluster, Context, Kubeconfig, User } from "./kubeconfig.ts";
import { moreExposed, readServer, type Server } from "./reach.ts";

/** The cluster that a user of a kubeconfig gets into. */
export interface Entrance {
  readonly context: string | undefined;
  readonly contextNamespace: string | undefined;
  readonly cluster: string | undefined;
  readonly server: Server;
  readonly insecureSkipTlsVerify: boolean;
  /** The other clusters that contexts join the same user to. */
  readonly others: readonly string[];
}

const maxOthers = 20;

const through = (context: Context | undefined, cluster: Cluster | undefined): Entrance => ({
  context: context?.name,
  contextNamespace: context?.namespace,
  cluster: cluster?.name ?? context?.cluster,
  server: readServer(cluster?.server),
  insecureSkipTlsVerify: cluster?.insecureSkipTlsVerify ?? false,
  others: [],
});

/**
 * Finds where a user leads. Of several clusters the most exposed is named, among equals the current one;
 * without a context it is the only cluster that there is.
 */
export const entranceOf = (config: Kubeconfig, user: User): Entrance => {
  const own = config.contexts.filter((context) => context.user !== undefined && context.user === user.name);
  if (own.length === 0) return through(undefined, config.clusters.length === 1 ? config.clusters[0] : undefined);
  const current = (entrance: Entrance): number => (entrance.context === config.currentContext ? 0 : 1);
  const entrances = own
    .slice(0, maxOthers)
    .map((context) =>
      through(
        context,
        config.clusters.find(({ name }) => name === context.cluster),
      ),
    )
    .sort((a, b) => moreExposed(a.server.reach, b.server.reach) || current(a) - current(b));
  const [first, ...rest] = entrances;
  const others = rest.flatMap(({ cluster }) => (cluster === undefined || cluster === first!.cluster ? [] : [cluster]));
  return { ...first!, others: [...new Set(others)] };
};
