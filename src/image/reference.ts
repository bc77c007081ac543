import { UsageError } from "../usage-error.ts";

/** An image's full name: what it connects to is what it says, whatever short form was written. */
export interface Reference {
  /** Host, with a port unless it is 443; lower case; `docker.io` for Docker Hub under any of its names. */
  readonly registry: string;
  readonly repository: string;
  readonly tag?: string;
  /** When there is one it decides, and the tag is only shown. */
  readonly digest?: string;
}

const dockerHub = "docker.io";
const hubAliases = new Set([dockerHub, "index.docker.io", "registry-1.docker.io", "registry.hub.docker.com"]);

const longest = 4096;
/** Limits and grammar: github.com/distribution/reference, reference.go and regexp.go. */
const longestRepository = 255;
const hostPattern =
  /^(?:\[[0-9a-f:.]{2,45}\]|[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*)(?::[0-9]{1,5})?$/i;
const componentPattern = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const digestPattern = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const imageId = /^[0-9a-f]{64}$/;

export const isDigest = (text: string): boolean => digestPattern.test(text);

/** What is shown of a text that cannot be read: never what may be a password before an `@`. */
const shown = (text: string): string => JSON.stringify(text.slice(text.lastIndexOf("@") + 1).slice(0, 200));

const wrong = (text: string, why: string): UsageError =>
  new UsageError(`${shown(text)} is no image reference: ${why}. Write it like registry.example/team/app:1.2`);

/** An address may be written in many ways (`0x7f.1`, `[0::1]`): the one that a connection uses is kept. */
const normalHost = (host: string, text: string): string => {
  if (!hostPattern.test(host)) throw wrong(text, "its registry is no host name or address with an optional port");
  try {
    return new URL(`https://${host}`).host;
  } catch {
    throw wrong(text, "its registry is no address or has no valid port");
  }
};

const namesHost = (component: string): boolean =>
  component.includes(".") || component.includes(":") || component.toLowerCase() === "localhost";

const splitRegistry = (name: string, text: string): Pick<Reference, "registry" | "repository"> => {
  const slash = name.indexOf("/");
  const first = name.slice(0, Math.max(0, slash));
  const registry = namesHost(first) ? normalHost(first, text) : dockerHub;
  const path = namesHost(first) ? name.slice(slash + 1) : name;
  if (!hubAliases.has(registry)) return { registry, repository: path };
  return { registry: dockerHub, repository: path.includes("/") ? path : `library/${path}` };
};

const splitDigest = (text: string): readonly [string, string | undefined] => {
  const at = text.indexOf("@");
  if (at === -1) return [text, undefined];
  const digest = text.slice(at + 1);
  if (isDigest(digest)) return [text.slice(0, at), digest];
  if (/^[a-z0-9+._-]+:[0-9a-z=_-]*$/i.test(digest) && !digest.includes("/"))
    throw wrong(text, "its digest is not sha256 with 64 or sha512 with 128 lower-case hexadecimal digits");
  throw wrong(text, "after @ stands a digest; credentials do not belong in it");
};

const splitTag = (text: string): readonly [string, string | undefined] => {
  const colon = text.lastIndexOf(":");
  if (colon <= text.lastIndexOf("/")) return [text, undefined];
  return [text.slice(0, colon), text.slice(colon + 1)];
};

const checkRepository = (repository: string, text: string): void => {
  if (repository.length > longestRepository)
    throw wrong(text, `its repository is longer than ${longestRepository} characters`);
  if (repository.split("/").every((component) => componentPattern.test(component))) return;
  const upper = /[A-Z]/.test(repository);
  throw wrong(text, upper ? "a repository is in lower case" : "its repository has an empty or ill-formed part");
};

/** Reads a reference as Docker does; `latest` stands for neither tag nor digest. Throws a UsageError. */
export const parseReference = (text: string): Reference => {
  if (text.length > longest) throw wrong(text, `it is longer than ${longest} characters`);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) throw wrong(text, "it begins with a scheme");
  const [named, digest] = splitDigest(text);
  const [name, tag] = splitTag(named);
  if (tag !== undefined && !tagPattern.test(tag)) throw wrong(text, "its tag has characters that no tag has");
  if (imageId.test(name)) throw wrong(text, "it is the id of a local image, which no registry knows");
  const { registry, repository } = splitRegistry(name, text);
  checkRepository(repository, text);
  const shownTag = tag ?? (digest === undefined ? "latest" : undefined);
  return {
    registry,
    repository,
    ...(shownTag !== undefined && { tag: shownTag }),
    ...(digest !== undefined && { digest }),
  };
};

/** The whole name, tag and digest included; two references mean the same when these are equal. */
export const formatReference = ({ registry, repository, tag, digest }: Reference): string =>
  `${registry}/${repository}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
