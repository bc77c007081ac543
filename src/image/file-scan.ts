import { hitsInTexts } from "../files/inspect-texts.ts";
import { mediaKind, whyPassedOver } from "../files/media.ts";
import type { Inspect } from "../sighting.ts";
import { found, type Gathering, skip } from "./found.ts";
import { ImageError, LimitError } from "./image-error.ts";
import type { PartOfFile } from "./parts.ts";

/** What the archives in one file may unpack to. */
interface Budget {
  bytes: number;
  members: number;
}

/** The look at one file of a layer. */
export interface Scan {
  readonly gathering: Gathering;
  readonly inspect: Inspect;
  readonly file: string;
  readonly budget: Budget;
  /** Secrets that were found in it, as far as somebody asked, and the number of the next finding to look at. */
  readonly known: { secrets?: Set<string>; next: number };
}

const maxUnpacked = 4 * 2 ** 30;
/** Of all files of a layer: small bombs may be many. */
const maxInLayer = 16 * 2 ** 30;
const maxMembers = 200_000;

/** Why the rest of a file's archives is not looked at. */
export const exceeded = `its archives unpack to more than ${maxUnpacked} bytes or ${maxMembers} members: unpack it and scan its files`;

export const beginScan = (gathering: Gathering, inspect: Inspect, file: string): Scan => ({
  gathering,
  inspect,
  file,
  budget: { bytes: maxUnpacked, members: maxMembers },
  known: { next: gathering.hits.length },
});

/** The secrets that were found in the file so far; each finding is looked at once, since a file may hold thousands of damaged archives. */
export const secretsIn = ({ gathering: { hits }, file, known }: Scan): ReadonlySet<string> => {
  known.secrets ??= new Set();
  for (; known.next < hits.length; known.next++) {
    const { file: holder, hit } = hits[known.next]!;
    if (holder === file) known.secrets.add(hit.secret);
  }
  return known.secrets;
};

/** Whether another thread looks at it: files as they are, whose hits nobody here waits for. */
export const isOffered = ({ gathering, file }: Scan, content: Buffer, inner: string, part?: PartOfFile): boolean => {
  const { desk, hits } = gathering;
  if (desk === undefined || inner !== "") return false;
  return desk.offer({ at: hits.length, file, ...(part === undefined ? {} : { part }) }, content);
};

export const look = (scan: Scan, content: Buffer, inner: string): void => {
  const { gathering, inspect, file } = scan;
  const kind = mediaKind(content);
  if (kind !== undefined) skip(gathering, kind, whyPassedOver(kind));
  else if (!isOffered(scan, content, inner))
    for (const { inner: where, hit } of hitsInTexts(content, inspect))
      found(gathering, { hit, file, inner: `${inner}${where}` });
};

/** Counts what was unpacked. Throws an ImageError beyond what one file may unpack to, a LimitError beyond what the layer's files may. */
export const spend = ({ budget, gathering }: Scan, bytes: number): void => {
  gathering.allowance.spend(bytes);
  budget.bytes -= bytes;
  gathering.unpacked += bytes;
  if (gathering.unpacked > maxInLayer) throw new LimitError(`its archives unpack to more than ${maxInLayer} bytes`);
  if (budget.bytes < 0) throw new ImageError(exceeded);
};
