import { descriptorOf } from "../document.ts";
import type { Descriptor } from "../source.ts";
import type { Client } from "./client.ts";
import { acceptManifests, checkedDigest, type Fetched, readManifest, type takeWhole, unwanted } from "./documents.ts";
import { nameOf } from "./exchange.ts";
import { RegistryError } from "./registry-error.ts";

const maxPages = 100;
const maxReferrers = 10_000;
const maxLink = 8 << 10;

/**
 * Answers of registries that do not know the API: the specification's 404, and what is seen in its place. GHCR sends to a page of
 * its web site (artifacthub/hub#4785), Artifactory says 406 (go-containerregistry#1962), Quay 400 (quay#3071).
 */
const unknownApi = new Set([301, 302, 303, 307, 308, 400, 404, 405, 406, 415, 501]);

interface Page {
  readonly entries: readonly Descriptor[];
  readonly next: string | undefined;
}

const manifestsIn = (body: Buffer): readonly unknown[] | undefined => {
  try {
    const { manifests } = JSON.parse(body.toString()) as { manifests?: unknown };
    return Array.isArray(manifests) ? manifests : undefined;
  } catch {
    return undefined;
  }
};

const entriesOf = (body: Buffer, url: URL): readonly Descriptor[] => {
  try {
    return manifestsIn(body)!.map(descriptorOf);
  } catch {
    throw new RegistryError("refused", `${nameOf(url)} is no index of referrers`);
  }
};

/** The path of the next page (RFC 8288); pages stay where the first one is. */
const nextPath = ({ answer, url }: Fetched): string | undefined => {
  const link = String(answer.headers["link"] ?? "").slice(0, maxLink);
  const [, target] = /<([^<>]{1,4096})>\s*;[^,]*\brel="?next"?/.exec(link) ?? [];
  if (target === undefined) return undefined;
  const next = URL.canParse(target, url.href) ? new URL(target, url) : undefined;
  if (next?.origin !== url.origin || next.pathname !== url.pathname)
    throw new RegistryError("refused", `${nameOf(url)} continues somewhere else: refused`);
  return `${next.pathname}${next.search}`;
};

const pageOf = (fetched: Fetched): Page => ({ entries: entriesOf(fetched.body, fetched.url), next: nextPath(fetched) });

/** Undefined when the registry does not know the API; some answer with a page of HTML. */
const firstPage = (fetched: Fetched): Page | undefined => {
  const { status } = fetched.answer;
  if (unknownApi.has(status)) return undefined;
  if (status !== 200) throw unwanted(fetched, fetched.body);
  return manifestsIn(fetched.body) === undefined ? undefined : pageOf(fetched);
};

const byTag = async (
  client: Client,
  digest: string,
  take: ReturnType<typeof takeWhole>,
): Promise<readonly Descriptor[]> => {
  const tag = digest.replace(":", "-");
  const fetched = await client.get({ path: `manifests/${tag}`, headers: acceptManifests }, take);
  if (fetched.answer.status === 404) return [];
  const { descriptor, body } = readManifest(fetched, tag);
  // GitLab takes the tag for the digest and gives the image itself (oras-go#1396)
  return descriptor.digest === digest ? [] : entriesOf(body, fetched.url);
};

/** Undefined when it is denied to who may read images, as Harbor did before it knew the API (harbor#18305). */
const askApi = async (ask: () => Promise<Fetched>): Promise<Page | undefined> => {
  try {
    return firstPage(await ask());
  } catch (error) {
    if (error instanceof RegistryError && error.fault === "denied") return undefined;
    throw error;
  }
};

/** What refers to a digest: by the API, else by the tag schema (distribution specification, "Listing Referrers"). */
export const readReferrers = async (
  client: Client,
  digest: string,
  take: ReturnType<typeof takeWhole>,
): Promise<readonly Descriptor[]> => {
  const ask = (path: string): Promise<Fetched> => client.get({ path, headers: acceptManifests, stay: true }, take);
  const first = await askApi(() => ask(`referrers/${checkedDigest(digest)}`));
  if (first === undefined) return byTag(client, digest, take);
  const found = [...first.entries];
  let { next } = first;
  for (let pages = 1; next !== undefined; pages++) {
    const fetched = await ask(next);
    if (fetched.answer.status !== 200) throw unwanted(fetched, fetched.body);
    const page = pageOf(fetched);
    found.push(...page.entries);
    if (pages >= maxPages || found.length > maxReferrers)
      throw new RegistryError(
        "refused",
        `${digest} has more than ${maxReferrers} referrers or ${maxPages} pages of them`,
      );
    next = page.next;
  }
  return found;
};
