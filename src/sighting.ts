import type { Hit } from "./detect/hit.ts";
import type { Coverage, Location } from "./finding.ts";

/** A hit and one place where its content stands. */
export interface Sighting {
  readonly hit: Hit;
  readonly location: Location;
  /** How many commits came before the one that brought it in; of sightings at one path the first is reported. */
  readonly order: number;
}

/** Scans bytes. The one thing that a source knows of detection. */
export interface Inspect {
  (content: Buffer): readonly Hit[];
  /** Whether archives are scanned as the bytes that they are, and not opened. */
  readonly leavesClosed?: boolean;
}

/** A scan that treats archives as another does. */
export const inspectAs = (
  { leavesClosed = false }: Pick<Inspect, "leavesClosed">,
  scan: (content: Buffer) => readonly Hit[],
): Inspect => Object.assign(scan, { leavesClosed });

/** What a source found and what it looked at; `complete` and `seconds` are the conductor's. */
export interface Sighted {
  readonly sightings: readonly Sighting[];
  readonly coverage: Partial<Omit<Coverage, "complete" | "seconds">>;
}

/** The part of a location that the hit itself knows. */
export const span = ({ line, column, endLine, endColumn, lineHash }: Hit) => ({
  line,
  column,
  endLine,
  endColumn,
  ...(lineHash === undefined ? {} : { lineHash }),
});
