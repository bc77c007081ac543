import { BlockList, isIP } from "node:net";

/** Where an address lies, as seen from this machine. `link` also holds the clouds' metadata services and what is no host's. */
export type Vicinity = "public" | "private" | "loopback" | "link";

const blocks = (subnets: readonly (readonly [address: string, prefix: number])[]): BlockList => {
  const list = new BlockList();
  for (const [address, prefix] of subnets) list.addSubnet(address, prefix, isIP(address) === 6 ? "ipv6" : "ipv4");
  return list;
};

/** IANA special-purpose registries (RFC 6890 and what followed). */
const loopback = blocks([
  ["127.0.0.0", 8],
  ["::1", 128],
]);
const link = blocks([
  ["0.0.0.0", 8],
  ["169.254.0.0", 16],
  ["192.0.0.0", 24],
  ["224.0.0.0", 3],
  ["100.100.100.200", 32], // metadata at Alibaba Cloud
  ["168.63.129.16", 32], // and at Azure
  ["::", 128],
  ["fe80::", 10],
  ["ff00::", 8],
  ["fd00:ec2::", 32], // and at AWS
]);
const privateUse = blocks([
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["100.64.0.0", 10],
  ["198.18.0.0", 15],
  ["fc00::", 7],
  ["fec0::", 10],
  ["64:ff9b:1::", 48],
]);

const groupsOf = (address: string): readonly number[] => {
  const [head = "", tail] = new URL(`http://[${address.replace(/%.*$/, "")}]/`).hostname.slice(1, -1).split("::");
  const read = (text: string): number[] =>
    text === "" ? [] : text.split(":").map((group) => Number.parseInt(group, 16));
  if (tail === undefined) return read(head);
  const [before, after] = [read(head), read(tail)];
  return [...before, ...new Array<number>(8 - before.length - after.length).fill(0), ...after];
};

/** The IPv4 address that an IPv6 one carries: mapped, compatible, NAT64 (RFC 6052) and 6to4 (RFC 3056). */
const carried = (address: string): string | undefined => {
  const groups = groupsOf(address);
  const dotted = (high: number, low: number): string => [high >> 8, high & 255, low >> 8, low & 255].join(".");
  const leading = groups
    .slice(0, 6)
    .map((group) => group.toString(16))
    .join(":");
  const inTail = ["0:0:0:0:0:ffff", "0:0:0:0:ffff:0", "0:0:0:0:0:0", "64:ff9b:0:0:0:0"].includes(leading);
  if (inTail && groups[6]! + groups[7]! > 1) return dotted(groups[6]!, groups[7]!);
  return groups[0] === 0x2002 ? dotted(groups[1]!, groups[2]!) : undefined;
};

export const vicinityOf = (address: string): Vicinity => {
  const version = isIP(address);
  if (version === 6) {
    const inner = carried(address);
    if (inner !== undefined) return vicinityOf(inner);
  }
  const family = version === 6 ? "ipv6" : "ipv4";
  if (loopback.check(address, family)) return "loopback";
  if (link.check(address, family)) return "link";
  return privateUse.check(address, family) ? "private" : "public";
};

/** Of a host name as a URL holds it, where that can be told without asking anybody. */
export const vicinityOfHost = (hostname: string): Vicinity | undefined => {
  const bare = hostname.replace(/^\[|\]$/g, "");
  if (isIP(bare) !== 0) return vicinityOf(bare);
  return /(?:^|\.)localhost\.?$/.test(hostname) ? "loopback" : undefined;
};

/** What a server at each place may send us to: its own neighbourhood and the open network. */
const reachable: Readonly<Record<Vicinity, readonly Vicinity[]>> = {
  public: ["public"],
  private: ["public", "private"],
  loopback: ["public", "private", "loopback"],
  link: ["public", "link"],
};

/** Whether a server may send us to an address: an open one must not make us speak to what only we can reach (SSRF). */
export const maySendTo = (from: Vicinity, to: Vicinity): boolean => reachable[from].includes(to);
