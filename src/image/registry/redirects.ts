import type { Environment } from "../environment.ts";
import { maySendTo, type Vicinity } from "./address.ts";
import { discard } from "./body.ts";
import { type Answer, exchange, nameOf, type Request, type Route } from "./exchange.ts";
import { proxyFor } from "./proxy.ts";
import { RegistryError } from "./registry-error.ts";

const maxRedirects = 5;
const redirecting = new Set([301, 302, 303, 307, 308]);

/** Two ways out: to what the user named, whatever its address, and to where that sends us. */
export interface Routes {
  readonly named: Pick<Route, "connections" | "guard">;
  readonly sent: Pick<Route, "connections" | "guard">;
  /** Told where the named server turned out to lie. */
  readonly met: (vicinity: Vicinity) => void;
  readonly environment: Environment;
  readonly silence: number;
  readonly signal: AbortSignal | undefined;
}

/** Lets through what a server at the place that `vicinity` gives may send us to. */
export const sentGuard =
  (vicinity: () => Vicinity) =>
  (to: Vicinity): boolean =>
    maySendTo(vicinity(), to);

const targetOf = (from: URL, location: string | undefined): URL => {
  const refuse = (why: string): never => {
    throw new RegistryError("refused", `${nameOf(from)} redirects ${why}: refused`);
  };
  if (location === undefined) return refuse("to nowhere");
  const target = URL.canParse(location, from.href) ? new URL(location, from) : refuse("to what is no address");
  if (target.username !== "" || target.password !== "") return refuse("to an address with a password in it");
  if (target.protocol === "http:" && from.protocol === "https:") return refuse(`from https to http (${target.host})`);
  if (!["http:", "https:"].includes(target.protocol)) return refuse("to neither http nor https");
  return target;
};

const without = (headers: Readonly<Record<string, string>>, name: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).filter(([key]) => key.toLowerCase() !== name));

export interface Followed {
  readonly answer: Answer;
  /** Where it came from in the end. */
  readonly url: URL;
}

const routeTo = (url: URL, home: string, routes: Routes): Route => ({
  ...(url.origin === home ? routes.named : routes.sent),
  proxy: proxyFor(url, routes.environment),
  silence: routes.silence,
  signal: routes.signal,
});

/**
 * Follows redirects of a GET. The `Authorization` header stays with the origin that it is for, and is not taken up again.
 * With `stay` a redirect that leaves the origin is the answer.
 */
export const follow = async (request: Request, home: string, routes: Routes, stay = false): Promise<Followed> => {
  let { url, headers } = request;
  for (let redirects = 0; redirects <= maxRedirects; redirects++) {
    const answer = await exchange({ ...request, url, headers }, routeTo(url, home, routes));
    if (url.origin === home && answer.vicinity !== undefined) routes.met(answer.vicinity);
    if (request.method !== "GET" || !redirecting.has(answer.status)) return { answer, url };
    const target = targetOf(url, answer.headers.location);
    if (stay && target.origin !== url.origin) return { answer, url };
    discard(answer.message);
    if (target.origin !== url.origin) headers = without(headers, "authorization");
    url = target;
  }
  throw new RegistryError("refused", `${nameOf(request.url)} redirects more than ${maxRedirects} times: given up`);
};
