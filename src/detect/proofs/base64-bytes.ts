import { decodedWrong } from "./checked.ts";
import type { Prover } from "./prover.ts";

/**
 * The group `payload`, else the whole secret, is base64 of bytes that begin with one of those that option `starts`
 * lists in hexadecimal, comma-separated: macaroons, protobuf messages.
 */
export const proveBase64Bytes: Prover = ({ secret, groups, options }) => {
  const hex = Buffer.from(groups["payload"] ?? secret, "base64").toString("hex");
  const starts = String(options["starts"]).split(",");
  return starts.some((start) => hex.startsWith(start)) ? { verdict: "holds", proof: "structural" } : decodedWrong;
};
