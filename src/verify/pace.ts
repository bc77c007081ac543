import type { Exchange, Exchanged } from "./exchange.ts";
import type { Request } from "./request.ts";

export type Wait = (milliseconds: number) => Promise<void>;

/** Between two requests to one host. */
const pause = 250;

/** A host that asks for more patience than this many seconds is not asked again. */
const maxRetryAfter = 30;

/** After so many failures in a row a host is given up: a run must not wait ten seconds for each of its findings. */
const maxFailures = 3;

const tooMany = 429;

interface Host {
  last: Promise<unknown>;
  /** When it may be asked again, in milliseconds since the epoch. */
  free: number;
  failures: number;
  givenUp: string | undefined;
}

/** Asks each host one request at a time and not too fast; gives up a host that is overloaded or out of reach. */
export const paced = (exchange: Exchange, wait: Wait): Exchange => {
  const hosts = new Map<string, Host>();

  const once = async (host: Host, request: Request): Promise<Exchanged> => {
    const exchanged = await exchange(request);
    host.free = Date.now() + pause;
    host.failures = "failure" in exchanged ? host.failures + 1 : 0;
    if ("failure" in exchanged && host.failures >= maxFailures)
      host.givenUp = `not asked after ${maxFailures} failures: ${exchanged.failure}`;
    return exchanged;
  };

  const patiently = async (host: Host, request: Request): Promise<Exchanged> => {
    if (host.givenUp !== undefined) return { failure: host.givenUp };
    const early = host.free - Date.now();
    if (early > 0) await wait(early);
    const first = await once(host, request);
    if ("failure" in first || first.response.status !== tooMany) return first;
    const { retryAfter = 1 } = first.response;
    const second = retryAfter > maxRetryAfter ? first : await wait(retryAfter * 1000).then(() => once(host, request));
    if ("failure" in second || second.response.status !== tooMany) return second;
    host.givenUp = "it asks for fewer requests (429)";
    return { failure: host.givenUp };
  };

  return (request) => {
    const host = hosts.get(request.host) ?? { last: Promise.resolve(), free: 0, failures: 0, givenUp: undefined };
    hosts.set(request.host, host);
    const answer = host.last.then(() => patiently(host, request));
    host.last = answer;
    return answer;
  };
};
