import type { FingerprintKey } from "../finding.ts";
import { oldestRoot } from "../git/oldest-root.ts";
import type { Repository } from "../git/repository.ts";
import type { Plan } from "../plan.ts";

/** What keys the fingerprints of a run: its public name for the report, and the key itself. */
export interface KeyOfRun {
  readonly name: FingerprintKey;
  readonly key: string | undefined;
}

const fromRoot = (root: string): KeyOfRun => ({ name: { kind: "root", root }, key: root });

/** Oldest root commits that scans tell once they are done, by repository. */
export type ToldRoots = ReadonlyMap<Repository, Promise<string | undefined>>;

/** An organisation's key, else the baseline's, so that both can be compared, else the oldest root commit. */
export const fingerprintKey = async (
  { key, sources, policy, cache, root: askForRoot }: Plan,
  signal: AbortSignal,
  told: ToldRoots,
): Promise<KeyOfRun> => {
  if (key !== undefined) return { name: { kind: "organisation" }, key };
  if (policy.baseline?.root !== undefined) return fromRoot(policy.baseline.root);
  for (const source of sources) {
    const repository = source.kind === "files" ? undefined : source.repository;
    const root = repository && ((await told.get(repository)) ?? (await oldestRoot(repository, signal, cache)));
    if (root !== undefined) return fromRoot(root);
  }
  const asked = await askForRoot?.();
  return asked === undefined ? { name: { kind: "constant" }, key: undefined } : fromRoot(asked);
};
