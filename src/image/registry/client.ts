import type { IncomingHttpHeaders } from "node:http";
import type { Environment } from "../environment.ts";
import { createAccess } from "./access.ts";
import { type Vicinity, vicinityOfHost } from "./address.ts";
import { discard, type Patience } from "./body.ts";
import { openConnections } from "./connections.ts";
import { candidatesFor } from "./credentials.ts";
import type { Endpoint } from "./endpoints.ts";
import { exchange, nameOf } from "./exchange.ts";
import { proxyFor } from "./proxy.ts";
import { type Followed, follow, type Routes, sentGuard } from "./redirects.ts";
import { RegistryError } from "./registry-error.ts";
import { persistently } from "./retry.ts";

export interface Surroundings {
  readonly environment: Environment;
  /** Of a GitHub workflow: what the Action was given, where the environment has none. */
  readonly workflowToken: string | undefined;
  readonly patience: Patience;
  readonly signal: AbortSignal | undefined;
  /** Whether the registry's name may lead to private and local addresses, as one that the user wrote may. */
  readonly mayBeLocal: boolean;
}

/** One repository at one endpoint. */
export interface Client {
  readonly host: string;
  /**
   * GET of a path below the repository, let in and followed. `take` reads what is wanted of the answer, within the tries; the
   * answer may have any status but 401.
   */
  readonly get: <Got extends Followed>(ask: Ask, take: (followed: Followed) => Promise<Got>) => Promise<Got>;
  readonly close: () => void;
}

export interface Ask {
  /** After `/v2/REPOSITORY/`, or from `/` on. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A redirect to another host is an answer, not a way to go. */
  readonly stay?: boolean;
}

/** A server that speaks http does not answer a greeting of TLS; one that waits for more is not waited for. */
const probeSilence = 5_000;
const maxRefusals = 4;

const headerOf = (headers: IncomingHttpHeaders, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value.join(", ") : value;
};

const probe = async (host: string, routes: Routes): Promise<string> => {
  const url = new URL(`https://${host}/v2/`);
  const route = { ...routes, ...routes.named, silence: probeSilence, proxy: proxyFor(url, routes.environment) };
  try {
    discard((await exchange({ method: "GET", url, headers: {} }, route)).message);
    return url.origin;
  } catch (error) {
    const { fault } = error as RegistryError;
    if (fault === "unreachable" || fault === "silent") return `http://${url.host}`;
    throw error;
  }
};

const originOf = async ({ host, scheme }: Endpoint, routes: Routes): Promise<string> => {
  if (scheme === "either") return probe(host, routes);
  return new URL(`${scheme}://${host}`).origin;
};

const routesOf = ({ host }: Endpoint, { environment, patience, signal, mayBeLocal }: Surroundings): Routes => {
  let vicinity: Vicinity = vicinityOfHost(new URL(`https://${host}`).hostname) ?? "public";
  const guarded = sentGuard(() => vicinity);
  const named = (to: Vicinity): boolean => mayBeLocal || to === "public";
  return {
    named: { connections: openConnections(named), guard: named },
    sent: { connections: openConnections(guarded), guard: guarded },
    met: (found) => {
      vicinity = found;
    },
    environment,
    silence: patience.silence,
    signal,
  };
};

export const openClient = (
  endpoint: Endpoint,
  registry: string,
  repository: string,
  surroundings: Surroundings,
): Client => {
  const { environment, workflowToken, patience, signal } = surroundings;
  const there = `${endpoint.prefix}${repository}`;
  const routes = routesOf(endpoint, surroundings);
  let home = "";
  let origin: Promise<string> | undefined;
  const loginHost = endpoint.mirror ? endpoint.host : registry;
  const access = createAccess(
    () => candidatesFor(loginHost, there, environment, workflowToken),
    () => ({ home: new URL(home), scope: `repository:${there}:pull`, routes, patience }),
  );

  const urlOf = (path: string): URL => {
    const url = new URL(path.startsWith("/") ? path : `/v2/${there}/${path}`, home);
    if (endpoint.mirror) url.searchParams.set("ns", registry); // as containerd tells a mirror of many
    return url;
  };
  const fetch = (ask: Ask, authorization: string | undefined): Promise<Followed> => {
    const headers = {
      ...ask.headers,
      ...(authorization !== undefined && { authorization }),
      "user-agent": "tidewaiter",
    };
    return follow({ method: "GET", url: urlOf(ask.path), headers }, home, routes, ask.stay);
  };
  const denied = (url: URL, status: number): RegistryError =>
    new RegistryError("denied", `${nameOf(url)} is absent or not for us (${status}): ${access.story()}`);

  const get: Client["get"] = async (ask, take) => {
    origin ??= originOf(endpoint, routes);
    home = await origin;
    for (let refusals = 0; ; refusals++) {
      const pass = access.pass();
      const got = await persistently(async () => take(await fetch(ask, pass.authorization)), patience, signal);
      const { status, headers, message } = got.answer;
      if (status !== 401 && status !== 403) {
        access.accepted(pass);
        return got;
      }
      discard(message);
      const refusal = { status, challenge: headerOf(headers, "www-authenticate") } as const;
      const ours = got.url.origin === home;
      if (!ours || refusals === maxRefusals || !(await access.renew(pass, refusal))) throw denied(got.url, status);
    }
  };
  const close = (): void => {
    routes.named.connections.close();
    routes.sent.connections.close();
  };
  return { host: endpoint.host, get, close };
};
