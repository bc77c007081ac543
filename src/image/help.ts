import { hitsInTexts } from "../files/inspect-texts.ts";
import type { Missing } from "../finding.ts";
import type { Inspect } from "../sighting.ts";
import { sharedAllowance } from "./allowance.ts";
import { type DeskMemory, helpAt, type LeaveMemory, type Offered, type TakeOffered } from "./desk.ts";
import { found, type LayerHit } from "./found.ts";
import { ImageError } from "./image-error.ts";
import type { LayerOrder, LayerReading } from "./layer.ts";
import { hitsOfPart } from "./parts.ts";

/** A hit in a file that was offered, and where it belongs among those of the reading thread. */
export interface HitAside extends Pick<Offered, "number" | "at"> {
  readonly hit: LayerHit;
}

/** What a thread found in another one's layer. Plain data: threads pass it on. */
export interface Help {
  readonly aside: readonly HitAside[];
  readonly missing: readonly Missing[];
}

/** What a thread is asked that helps at a desk. */
export interface HelpOrder extends Pick<LayerOrder, "limits" | "ledger"> {
  readonly desk: DeskMemory;
  readonly leave: LeaveMemory;
  /** The layer, in words. */
  readonly what: string;
}

/** Looks at what was offered, and keeps what is found. */
export const lookAside = (inspect: Inspect) => {
  const hits: LayerHit[] = [];
  const aside: HitAside[] = [];
  const take: TakeOffered = ({ number, at, file, part }, content) => {
    const those =
      part === undefined
        ? hitsInTexts(content, inspect)
        : hitsOfPart(inspect, content, part).map((hit) => ({ inner: "", hit }));
    for (const { inner, hit } of those) {
      found({ hits }, { hit, file, inner });
      aside.push({ number, at, hit: hits.at(-1)! });
    }
  };
  return { take, aside };
};

/** Helps a thread that reads a layer, until it is done or this one is needed elsewhere. */
export const help = ({ desk, leave, what, limits, ledger }: HelpOrder, inspect: Inspect): Help => {
  const allowance = sharedAllowance(limits.work, ledger);
  const { take, aside } = lookAside(allowance.timed(inspect));
  try {
    helpAt(desk, leave, take, allowance.isStopped);
    return { aside, missing: [] };
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    return { aside, missing: [{ what, reason: error.message }] };
  }
};

/** A reading with what others found for it, each hit where it belongs. */
export const joined = ({ aside = [], ...reading }: LayerReading, helps: readonly Help[]): LayerReading => {
  const others = [...aside, ...helps.flatMap((one) => one.aside)].sort((a, b) => a.at - b.at || a.number - b.number);
  const missing = helps
    .flatMap((one) => one.missing)
    .filter(({ reason }) => reading.missing.every((gap) => gap.reason !== reason));
  if (others.length + missing.length === 0) return reading;
  const hits: LayerHit[] = [];
  let next = 0;
  for (const [at, hit] of [...reading.hits, undefined].entries()) {
    while (next < others.length && others[next]!.at <= at) hits.push(others[next++]!.hit);
    if (hit !== undefined) hits.push(hit);
  }
  return { ...reading, hits, missing: [...reading.missing, ...missing] };
};
