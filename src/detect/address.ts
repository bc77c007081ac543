import { isIPv6 } from "node:net";

/** From where an IP address answers, as standards assign it. `example` for what they keep for documentation. */
export type AddressReach = "loopback" | "private" | "public" | "example";

/** RFC 1122 (loopback), RFC 1918 and 6598 (private), RFC 3927 (link-local), RFC 5737 (documentation). */
const reachOfIpv4 = ([a = 0, b = 0, c = 0]: readonly number[]): AddressReach => {
  if (a === 127 || a === 0) return "loopback";
  const isPrivate =
    a === 10 ||
    (a === 172 && b >> 4 === 1) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    (a === 100 && b >> 6 === 1);
  if (isPrivate) return "private";
  return ["192.0.2", "198.51.100", "203.0.113"].includes(`${a}.${b}.${c}`) ? "example" : "public";
};

/** The URL parser's form (WHATWG URL, IPv6 serializer): lower case, without leading zeros, the longest gap left out. */
const shortest = (address: string): string => new URL(`http://[${address}]`).hostname.slice(1, -1);

/** RFC 3849 (documentation), 4193 (unique local), 4291 (link-local, IPv4-mapped). */
const reachOfIpv6 = (address: string): AddressReach => {
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(address);
  if (mapped !== null) {
    const [high, low] = [Number.parseInt(mapped[1]!, 16), Number.parseInt(mapped[2]!, 16)];
    return reachOfIpv4([high >> 8, high & 255, low >> 8, low & 255]);
  }
  if (address === "::1" || address === "::") return "loopback";
  if (address.startsWith("2001:db8:")) return "example";
  return /^f[cd]|^fe[89ab]/.test(address) ? "private" : "public";
};

const ipv4 = (host: string): readonly number[] | undefined => {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(host)?.slice(1).map(Number);
  return parts?.every((part) => part < 256) ? parts : undefined;
};

/** Undefined for what is no IP address. Without brackets around IPv6. */
export const reachOfAddress = (host: string): AddressReach | undefined => {
  const octets = ipv4(host);
  if (octets !== undefined) return reachOfIpv4(octets);
  return host.includes(":") && isIPv6(host) && !host.includes("%") ? reachOfIpv6(shortest(host)) : undefined;
};
