import type { Environment } from "../environment.ts";
import { parseReference, type Reference } from "../reference.ts";
import type { Descriptor, ImageSource } from "../source.ts";
import { readBlob } from "./blobs.ts";
import { type Patience, usualPatience } from "./body.ts";
import { type Client, openClient, type Surroundings } from "./client.ts";
import { acceptManifests, type Root, readDocument, readManifest, takeWhole } from "./documents.ts";
import { endpointsFor, type Hosts, hostsIn } from "./endpoints.ts";
import { readReferrers } from "./referrers.ts";
import { RegistryError } from "./registry-error.ts";

export interface RegistryOptions extends Hosts {
  readonly environment: Environment;
  /** For `ghcr.io`, where the environment has no `GITHUB_TOKEN`. */
  readonly workflowToken?: string | undefined;
  readonly signal?: AbortSignal;
  /**
   * False for a name that a stranger wrote, in a file of a repository say: it may lead to public addresses alone, unless the
   * environment names its registry as one that may be near.
   */
  readonly mayBeLocal?: boolean;
  readonly patience?: Patience;
}

export interface RegistrySource extends ImageSource {
  readonly reference: Reference;
  /** What another tag of the same repository stands for (`sha256-….sig` of cosign); undefined when there is none. */
  readonly tagged: (tag: string) => Promise<Descriptor | undefined>;
}

/** A mirror that cannot be reached is not waited for again. */
const down = new Set<RegistryError["fault"]>(["unreachable", "silent", "nowhere"]);
const mirrorAttempts = 2;

type AskFirst = <Value>(ask: (client: Client) => Promise<Value>) => Promise<Value>;

/** Asks mirrors in turn until one has it, then the registry, whose word is the last. */
const askInTurn = (clients: readonly Client[]): AskFirst => {
  const left = new Set(clients.slice(0, -1));
  return async (ask) => {
    for (const client of left) {
      try {
        return await ask(client);
      } catch (error) {
        if (!(error instanceof RegistryError) || error.fault === "interrupted") throw error;
        if (down.has(error.fault)) left.delete(client);
      }
    }
    return ask(clients.at(-1)!);
  };
};

const hostsOf = ({ mirrors = {}, insecure = [], near = [], environment }: RegistryOptions): Required<Hosts> => {
  const named = hostsIn(environment);
  return {
    mirrors: { ...named.mirrors, ...mirrors },
    insecure: [...named.insecure, ...insecure],
    near: [...named.near, ...near],
  };
};

/** An image in a registry; nothing is asked before something is wanted. Throws a UsageError for what is no reference. */
export const openRegistry = (text: string, options: RegistryOptions): RegistrySource => {
  const reference = parseReference(text);
  const { registry, repository } = reference;
  const { environment, patience = usualPatience, signal, mayBeLocal = true } = options;
  const hosts = hostsOf(options);
  const isNamed = [...hosts.near, ...hosts.insecure].some((host) => host.toLowerCase() === registry);
  const surroundings = (mirror: boolean): Surroundings => ({
    environment,
    workflowToken: options.workflowToken,
    patience: mirror ? { ...patience, attempts: Math.min(mirrorAttempts, patience.attempts) } : patience,
    signal,
    mayBeLocal: mirror || mayBeLocal || isNamed,
  });
  const clients = endpointsFor(registry, hosts).map((endpoint) =>
    openClient(endpoint, registry, repository, surroundings(endpoint.mirror)),
  );
  const first = askInTurn(clients);
  const take = takeWhole(patience, signal);

  const manifest = (asked: string): Promise<Root> =>
    first(async (client) =>
      readManifest(await client.get({ path: `manifests/${asked}`, headers: acceptManifests }, take), asked),
    );
  let stored = 0;
  async function* counted(blob: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of blob) {
      stored += chunk.length;
      yield chunk;
    }
  }
  let root: Promise<Root> | undefined;
  const rootOf = (): Promise<Root> => (root ??= manifest(reference.digest ?? reference.tag!));

  const tagged = async (tag: string): Promise<Descriptor | undefined> => {
    try {
      return (await manifest(tag)).descriptor;
    } catch (error) {
      if (error instanceof RegistryError && error.fault === "absent") return undefined;
      throw error;
    }
  };
  return {
    name: text,
    reference,
    root: async () => (await rootOf()).descriptor,
    document: async (descriptor) => {
      const known = await root?.catch(() => undefined);
      if (known?.descriptor.digest === descriptor.digest) return known.body;
      return first((client) => readDocument(client, descriptor, take));
    },
    blob: (descriptor) =>
      counted(
        readBlob(descriptor, {
          patience,
          signal,
          get: (ask, found) => first((client) => client.get(ask, found)),
        }),
      ),
    stored: () => stored,
    referrers: (digest) =>
      first(async (client) => {
        const found = await readReferrers(client, digest, take);
        // a mirror may keep images without what refers to them
        if (found.length === 0 && client !== clients.at(-1)) throw new RegistryError("absent", "no referrers here");
        return found;
      }),
    tagged,
    close: async () => {
      for (const client of clients) client.close();
    },
  };
};
