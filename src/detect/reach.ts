import { type AddressReach, reachOfAddress } from "./address.ts";

/** From where a host answers. `template` for a name that is filled in later. */
export type Reach = AddressReach | "template";

const reserved =
  /(?:^|\.)(?:example|test|invalid|tld|faketld)$|(?:^|\.)example\.(?:com|org|net|edu)$|(?:^|\.)(?:foo|bar|baz|foobar)\.(?:com|org|net|io)$|(?:^|\.)(?:domain|my-?domain|your-?domain|company|acme|mysite|yoursite)\.(?:com|tld)$/;
const stand =
  /^(?:host|hostname|host[-_]?name|server|servername|address|addr|ip|url|endpoint|fqdn|domain|(?:my|your|some|db|database|proxy|remote|the)[-_]?(?:host|hostname|server|domain|proxy|endpoint|registry)|foo|bar|baz|example|x+|a|b|h|d)$/;
const internal = /(?:^|\.)(?:local|internal|lan|intranet|corp|home|cluster|svc|localdomain|docker)$|\.svc\./;

/** No standard keeps it for documentation, but documentation is where it stands. */
const exampleAddress = /^1\.2\.3\.\d{1,3}$/;

/** What a host's name alone says, without asking any resolver. The host may be an address in brackets. */
export const reachOf = (host: string): Reach => {
  const name = host
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "");
  if (name === "" || /[^a-z0-9._:-]/.test(name)) return "template";
  if (name === "localhost" || name.endsWith(".localhost")) return "loopback";
  if (exampleAddress.test(name)) return "example";
  const address = reachOfAddress(name);
  if (address !== undefined) return address;
  if (name.includes(":")) return "public";
  if (reserved.test(name) || stand.test(name)) return "example";
  return internal.test(name) || !name.includes(".") ? "private" : "public";
};
