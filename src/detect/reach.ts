/** From where a host answers. `template` for a name that is filled in later, `example` for one reserved for documentation. */
export type Reach = "loopback" | "private" | "public" | "example" | "template";

const reserved =
  /(?:^|\.)(?:example|test|invalid|tld|faketld)$|(?:^|\.)example\.(?:com|org|net|edu)$|(?:^|\.)(?:domain|my-?domain|your-?domain|company|acme|mysite|yoursite)\.(?:com|tld)$/;
const stand =
  /^(?:host|hostname|host[-_]?name|server|servername|address|addr|ip|url|endpoint|fqdn|domain|(?:my|your|some|db|database|proxy|remote|the)[-_]?(?:host|hostname|server|domain|proxy|endpoint|registry)|foo|bar|baz|example|x+|a|b|h|d)$/;
const internal = /(?:^|\.)(?:local|internal|lan|intranet|corp|home|cluster|svc|localdomain|docker)$|\.svc\./;

const ipv4 = (host: string): readonly number[] | undefined => {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(host)?.slice(1).map(Number);
  return parts?.every((part) => part < 256) ? parts : undefined;
};

/** RFC 1122 (loopback), RFC 1918 and 6598 (private), RFC 3927 (link-local), RFC 5737 (documentation). */
const ipv4Reach = ([a, b, c]: readonly number[]): Reach => {
  if (a === 127 || a === 0) return "loopback";
  const isPrivate =
    a === 10 ||
    (a === 172 && b! >> 4 === 1) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    (a === 100 && b! >> 6 === 1);
  if (isPrivate) return "private";
  const net = `${a}.${b}.${c}`;
  return net === "192.0.2" || net === "198.51.100" || net === "203.0.113" || net === "1.2.3" ? "example" : "public";
};

const ipv6Reach = (host: string): Reach => {
  if (host === "::1" || host === "::") return "loopback";
  if (/^2001:0?db8:/i.test(host)) return "example";
  return /^f[cd]|^fe[89ab]/i.test(host) ? "private" : "public";
};

/** What a host's name alone says, without asking any resolver. The host may be an address in brackets. */
export const reachOf = (host: string): Reach => {
  const name = host
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "");
  if (name === "" || /[^a-z0-9._:-]/.test(name)) return "template";
  if (name === "localhost" || name.endsWith(".localhost")) return "loopback";
  const address = ipv4(name);
  if (address !== undefined) return ipv4Reach(address);
  if (name.includes(":")) return ipv6Reach(name);
  if (reserved.test(name) || stand.test(name)) return "example";
  return internal.test(name) || !name.includes(".") ? "private" : "public";
};
