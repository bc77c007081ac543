import { type Service, serviceWords } from "../detect/lexicon/services.ts";

/** A service of the lexicon with the words by which code calls it. */
export interface KnownService {
  readonly name: string;
  /** What its checks begin with. */
  readonly checks: string;
  readonly severity: Service["severity"];
  readonly words: readonly string[];
  /** Expression of its keys, where that is known. */
  readonly keys: string | undefined;
  readonly rotate: string | undefined;
}

/** All services, by name. */
export const knownServices = (): readonly KnownService[] => {
  const words = new Map<Service, string[]>();
  for (const [word, { service }] of serviceWords()) words.set(service, [...(words.get(service) ?? []), word]);
  return [...words]
    .map(([{ name, provider, severity, keys, rotate }, own]) => ({
      name,
      checks: `secrets/${provider}-`,
      severity,
      words: own,
      keys: keys?.source,
      rotate,
    }))
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
};

/** One service a line. */
export const servicesTable = (services: readonly KnownService[]): string => {
  const widest = Math.max(0, ...services.map(({ checks }) => checks.length));
  const lines = services.map(
    ({ name, checks, severity, words }) =>
      `${checks.padEnd(widest)}  ${severity.padEnd(8)}  ${name}: ${words.join(", ")}`,
  );
  return [...lines, `${services.length} services, known by the words beside their keys`].join("\n");
};
