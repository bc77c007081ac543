import { textIn } from "../view.ts";
import { judgeAccess } from "./access-evidence.ts";
import type { Prover } from "./prover.ts";
import { serviceFact } from "./service-names.ts";
import { stringAround } from "./surroundings.ts";
import { percentDecoded } from "./url-password.ts";
import { withNaming } from "./with-naming.ts";

/** Keys that name the server in ADO.NET, ODBC, OLE DB, libpq and JDBC strings, and those that name who signs in. */
const hostKey =
  /(?:^|[;,\s?&"'-])(?:server|data source|address|addr|network address|host|hostaddr|hostname|endpoint)\s*=\s*["']?(?:tcp:|np:|lpc:)?([^;"'\s,&]{1,200})/i;
const userKey = /(?:^|[;,\s?&"'-])(?:user id|userid|uid|user name|username|user)\s*=\s*["']?([^;"'\s&,]{1,100})/i;
const jdbcHost = /jdbc:[\w:]{2,40}:(?:@|\/\/|@\/\/)([\w.${}-]{1,200})/i;

/** `.`, `(local)` and `(localdb)\x` are this machine to SQL Server. */
const hostOf = (text: string): string | undefined => {
  const named = hostKey.exec(text)?.[1] ?? jdbcHost.exec(text)?.[1];
  if (named === undefined) return undefined;
  return named === "." || /^\.\\|^\(local/i.test(named) ? "localhost" : named.replace(/[:\\/].*$/, "");
};

/** Other keys of the same string stand within this many bytes. */
const neighbourhood = 400;

/** `cfg.Password`, `getenv(…)`, `:password`, `PWD=/home/app`: an expression, a parameter or a folder, not its value. */
const isCode = (text: string): boolean =>
  /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_]\w*|[([]|->|::)/.test(text) ||
  /^:[A-Za-z_]\w*,?$|^\/[\w.-]+(?:\/|$)/.test(text) ||
  /^[A-Za-z_]\w*[),:]+$|^(?:None|nil|null|undefined|true|false)\b/.test(text);

/**
 * A password among the keys of a connection string; it is one when a server or a user stands beside it.
 */
export const proveConnectionString: Prover = (candidate) => {
  const { secret } = candidate;
  if (isCode(secret)) return { verdict: "silent" };
  const [before, after] = stringAround(candidate, neighbourhood);
  const text = `${before};${after}`;
  const [host, user] = [hostOf(text), userKey.exec(text)?.[1]];
  if (host === undefined && user === undefined) return { verdict: "silent" };
  const isUrl = /[?&;][\w.-]*$/.test(before.replace(/(?:password|pwd) ?= ?["']?$/i, "")) && /\w:\/\//.test(before);
  return judgeAccess({ user, host, password: isUrl ? percentDecoded(secret) : secret });
};

/** `connection.password`, `args->pass`: without quotes an expression. */
const isMember = (text: string): boolean =>
  /^[A-Za-z_]\w*(?:(?:\.|->|::)[A-Za-z_]\w*)+$/.test(text) && !/\d/.test(text);

/**
 * A user, a password and a host that the expression itself has told apart. Groups: user, secret, host, client (a program that tells the service).
 * Option `names`: what a finding of the service at a host beside it is called, such as `password`.
 */
export const proveUserAtHost: Prover = ({ secret, groups, content, start, end, options }) => {
  if (isMember(secret) && !/["'`]/.test(textIn(content, start - 1, start))) return { verdict: "silent" };
  const host = groups["host"]?.replace(/(?<=[^:]):\d{0,5}$/, "");
  const access = { user: groups["user"], host, password: secret, facts: serviceFact(groups["client"]) };
  return withNaming(judgeAccess(access), { content, start, end, options });
};
