import type { Facts } from "../../finding.ts";
import { decodedWrong } from "./checked.ts";
import type { Prover } from "./prover.ts";

const parse = (payload: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(payload, "base64").toString("utf8"));
    return typeof parsed === "object" && parsed !== null ? (parsed as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
};

/** Longer values of a decoded field are not repeated. */
const longestFact = 200;

/** `from=to` pairs: which field becomes which fact. */
const picked = (json: Readonly<Record<string, unknown>>, pairs: string): Facts =>
  Object.fromEntries(
    pairs.split(",").flatMap((pair) => {
      const [from, to] = pair.split("=");
      const value = json[from!];
      const short = (typeof value === "string" && value.length <= longestFact) || typeof value === "number";
      return to !== undefined && short ? [[to, value as string | number]] : [];
    }),
  );

/**
 * The group `payload`, else the whole secret, is base64 of a JSON object. Options: `keys`, fields that it must have;
 * `facts`, pairs such as `org=organization` of fields to report. Both comma-separated.
 */
export const proveBase64Json: Prover = ({ secret, groups, options }) => {
  const json = parse(groups["payload"] ?? secret);
  if (json === undefined) return decodedWrong;
  const keys = String(options["keys"]).split(",");
  if (!keys.every((key) => Object.hasOwn(json, key))) return decodedWrong;
  return { verdict: "holds", proof: "structural", facts: picked(json, String(options["facts"] ?? "")) };
};
