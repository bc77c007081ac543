import { byteIn, textIn, type View } from "../view.ts";
import { judgeAccess } from "./access-evidence.ts";
import type { Prover } from "./prover.ts";
import { serviceFact } from "./service-names.ts";

/** Percent-decoding that leaves alone what is no escape (RFC 3986, section 2.1). */
export const percentDecoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** JSON's `\u0026` and its kin, which stand for characters of the URL. */
const jsonDecoded = (text: string): string =>
  text.replace(/\\u00([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** `image:tag@sha256:…` and Go's or npm's `name:1.2@registry` look like credentials and are none. */
const isDigest = (host: string): boolean => /^sha(?:1|256|384|512)$/i.test(host);

const web = /^(?:https?|wss?)$/i;

const isNoCredential = (scheme: string, password: string, host: string): boolean =>
  isDigest(host) ||
  /^\d{1,5},/.test(password) || // the port of the first of several hosts
  (web.test(scheme) && /[?#&]/.test(password)) ||
  /^(?:docker|oci|docker-image|image|pkg|otpauth|motp)$/i.test(scheme); // of the last two, an issuer and an account

/** Go's MySQL driver writes `tcp(host:port)` after the at sign, also behind a scheme. */
const hostOf = (host: string, content: View, end: number): string => {
  if (host !== "tcp" && host !== "unix") return host;
  return /^@(?:tcp|unix)\(([^\s()]{0,255})\)/.exec(textIn(content, end, end + 270))?.[1] || host;
};

/** A template with a colon in it, such as `${USER:-app}`, reads as half a user and half a password. */
const isCut = (user: string): boolean => user.includes("{") !== user.includes("}");

/** A host that goes on with a letter beyond ASCII: hosts are written in ASCII (RFC 5890), examples in translations are not. */
const isTranslated = (host: string, content: View, end: number): boolean =>
  (byteIn(content, end + 1 + host.length) ?? 0) >= 0x80;

/** A password between the user and the host of a URL (RFC 3986, section 3.2.1). Groups: scheme, user, secret, host. */
export const proveUrlPassword: Prover = ({ secret, groups, content, end }) => {
  const scheme = (groups["scheme"] ?? "").toLowerCase();
  const host = hostOf(groups["host"] ?? "", content, end);
  const password = percentDecoded(jsonDecoded(secret));
  if (isNoCredential(scheme, password, host) || isCut(groups["user"] ?? "")) return { verdict: "silent" };
  if (isTranslated(host, content, end)) return { verdict: "silent" };
  const name = host.replace(/(?<=[^:]):\d{0,5}$/, "");
  return judgeAccess({
    user: percentDecoded(groups["user"] ?? ""),
    password,
    host: name,
    facts: { scheme, ...serviceFact(scheme) },
  });
};
