import { type Patience, wholeBody } from "./body.ts";
import { type Challenge, parseChallenges } from "./challenge.ts";
import { nameOf, type Request } from "./exchange.ts";
import { basic, type Login } from "./login.ts";
import { type Followed, follow, type Routes } from "./redirects.ts";
import { RegistryError } from "./registry-error.ts";
import { persistently } from "./retry.ts";

const maxTokenAnswer = 1 << 20;
/** What goes into a header as it is. */
const headerSafe = /^[\x21-\x7e]+$/;

/** The endpoint that asked, and how to get to where it sends us for a token. */
export interface Asking {
  readonly home: URL;
  /** Scope when the challenge names none. */
  readonly scope: string;
  readonly routes: Routes;
  readonly patience: Patience;
}

const refuse = (home: URL, why: string): never => {
  throw new RegistryError("refused", `${home.host} asks for a token ${why}: refused`);
};

const realmOf = (challenge: Challenge, home: URL): URL => {
  const text = challenge.parameters["realm"] ?? "";
  const realm = URL.canParse(text) ? new URL(text) : refuse(home, "at what is no address");
  if (realm.username !== "" || realm.password !== "") refuse(home, "at an address with a password in it");
  if (realm.protocol === "http:" && home.protocol === "https:") refuse(home, `over http (${realm.host})`);
  if (!["http:", "https:"].includes(realm.protocol)) refuse(home, "over neither http nor https");
  realm.hash = "";
  return realm;
};

const tokenRequest = (realm: URL, challenge: Challenge, scope: string, login: Login | undefined): Request => {
  const { service } = challenge.parameters;
  if (login?.kind === "identity") {
    const form = new URLSearchParams({ grant_type: "refresh_token", client_id: "tidewaiter", scope });
    if (service !== undefined) form.set("service", service);
    form.set("refresh_token", login.token);
    const headers = { accept: "application/json", "content-type": "application/x-www-form-urlencoded" };
    return { method: "POST", url: realm, headers, body: form.toString() };
  }
  const url = new URL(realm);
  if (service !== undefined) url.searchParams.set("service", service);
  for (const one of scope.split(" ").filter(Boolean)) url.searchParams.append("scope", one);
  const authorization = login?.kind === "password" ? { authorization: basic(login.user, login.password) } : {};
  return { method: "GET", url, headers: { accept: "application/json", ...authorization } };
};

const tokenIn = (body: Buffer, url: URL): string => {
  const read = (): unknown => {
    try {
      const answer = JSON.parse(body.toString()) as { token?: unknown; access_token?: unknown };
      return answer.token || answer.access_token;
    } catch {
      return undefined;
    }
  };
  const token = read();
  if (typeof token === "string" && headerSafe.test(token)) return token;
  throw new RegistryError("refused", `${nameOf(url)} answers without a token`);
};

const fetchToken = async (challenge: Challenge, login: Login | undefined, asking: Asking): Promise<string> => {
  const { home, routes, patience } = asking;
  const scope = challenge.parameters["scope"] || asking.scope;
  const request = tokenRequest(realmOf(challenge, home), challenge, scope, login);
  const ask = async (): Promise<Followed & { body: Buffer }> => {
    const followed = await follow(request, home.origin, routes);
    return {
      ...followed,
      body: await wholeBody(followed.url, followed.answer, maxTokenAnswer, patience, routes.signal),
    };
  };
  const { answer, url, body } = await persistently(ask, patience, routes.signal);
  if (answer.status === 200) return tokenIn(body, url);
  const denied = answer.status >= 400 && answer.status < 500;
  throw new RegistryError(
    denied ? "denied" : "unreachable",
    `${nameOf(url)} gives no token: it answers ${answer.status}`,
  );
};

/** Value of the `Authorization` header that answers a challenge; undefined when the login cannot answer any. */
export const authorize = async (
  header: string | undefined,
  login: Login | undefined,
  asking: Asking,
): Promise<string | undefined> => {
  const challenges = parseChallenges(header);
  const bearer = challenges.find(({ scheme }) => scheme === "bearer");
  if (bearer !== undefined && login?.kind === "bearer") return `Bearer ${login.token}`;
  if (bearer !== undefined) return `Bearer ${await fetchToken(bearer, login, asking)}`;
  const wantsBasic = challenges.some(({ scheme }) => scheme === "basic");
  return wantsBasic && login?.kind === "password" ? basic(login.user, login.password) : undefined;
};
