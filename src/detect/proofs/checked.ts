import type { Evidence } from "./prover.ts";

/** What a checksum says: a wrong one condemns the value, unless it is a `bonus` that not every token of the kind carries. */
export const checked = (holds: boolean, options: Readonly<Record<string, unknown>> = {}): Evidence => {
  if (holds) return { verdict: "holds", detail: "Its checksum holds." };
  if (options["bonus"] === true) return { verdict: "unknown" };
  return { verdict: "fails", detail: "Its checksum does not hold: a made-up or damaged value." };
};

/** What decoding says: a value that decodes to nothing sensible is none of its kind. */
export const decodedWrong: Evidence = {
  verdict: "fails",
  detail: "It does not decode to what such a token holds: a made-up or damaged value.",
};
