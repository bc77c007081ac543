import type { Verification } from "../detect/verification.ts";
import { awsScopeOf, signForAws } from "./aws-signature.ts";

/** What goes over the wire. It holds the secret: it is never logged, and no error quotes it. */
export interface Request {
  readonly method: "GET" | "POST";
  readonly host: string;
  readonly port: number;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What fills placeholders, by name. Values are byte strings, as detection sees them. */
export type Values = ReadonlyMap<string, string>;

/** The base of the provider's interface: of the rule, or where the configuration says that it is. */
export type Base = URL;

const placeholder = /\{([a-z]\w*)\}/g;

/** A value that a request needs and that is not known; the message names it. */
export class UnknownValueError extends Error {
  override readonly name = "UnknownValueError";
}

const filled = (template: string, values: Values, encode: (value: string) => string): string =>
  template.replace(placeholder, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new UnknownValueError(`its ${name} is not known`);
    return encode(value);
  });

/** Everything but what may stand in a path segment and in a query as it is (RFC 3986, section 3.3). */
const inUrl = (value: string): string =>
  value.replace(/[^0-9A-Za-z._~:@-]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);

/** A value may name a label of the provider's domain, never a host of its own. */
const inHost = (value: string): string => {
  if (!/^[0-9A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z])?$/.test(value))
    throw new UnknownValueError("what names its host is no label of a domain");
  return value.toLowerCase();
};

const inText = (value: string): string => value;

const inJson = (value: string): string => JSON.stringify(value).slice(1, -1);

const basic = "Basic ";

const headersOf = ({ headers }: Verification, values: Values): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, template]) => {
      const value = filled(template, values, inText);
      const encoded = name === "authorization" && template.startsWith(basic);
      return [name, encoded ? basic + Buffer.from(value.slice(basic.length), "latin1").toString("base64") : value];
    }),
  );

const split = (url: string): { readonly host: string; readonly path: string } => {
  const [, host, path] = /^https:\/\/([^/]+)(\/.*)$/.exec(url)!;
  return { host: host!, path: path! };
};

/** The host and path of a request, at the base that the configuration names or else at the rule's own. */
const addressOf = ({ url }: Verification, values: Values, base: Base | undefined) => {
  const { host, path } = split(url);
  const rest = filled(path, values, inUrl);
  if (base === undefined) return { host: filled(host, values, inHost), port: 443, path: rest };
  return {
    host: base.hostname,
    port: base.port === "" ? 443 : Number(base.port),
    path: base.pathname.replace(/\/+$/, "") + rest,
  };
};

/** Fills in a rule's request. Throws an UnknownValueError where something is missing. */
export const requestFor = (verification: Verification, values: Values, base: Base | undefined, now: Date): Request => {
  const address = addressOf(verification, values, base);
  const body = Buffer.from(filled(verification.body ?? "", values, inJson), "latin1");
  const headers = {
    accept: "application/json",
    "user-agent": "tidewaiter",
    ...headersOf(verification, values),
    ...(body.length === 0 ? {} : { "content-type": "application/json" }),
    ...(verification.method === "GET" ? {} : { "content-length": String(body.length) }),
    host: address.port === 443 ? address.host : `${address.host}:${address.port}`,
  };
  const request: Request = { method: verification.method, ...address, headers, body };
  if (verification.sign === undefined) return request;
  const { accessKeyId: id, secret, token } = Object.fromEntries(values);
  if (id === undefined || secret === undefined) throw new UnknownValueError("its access key id is not known");
  return { ...request, headers: signForAws(request, { id, secret, token }, awsScopeOf(request.host), now) };
};
