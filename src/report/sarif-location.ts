import type { DockerfileLine, Location } from "../finding.ts";
import { showUnseen } from "./escape-terminal.ts";
import { placesOf } from "./places.ts";
import { encodePath } from "./uri-path.ts";

/** GitHub takes 1,000 locations of a result and shows 100 (docs, "SARIF results exceed one or more limits"). */
const maxLocations = 1000;

/** A path as an artifact's address: relative ones stay relative, absolute ones are files of this machine. */
const uriOf = (path: string): string => (path.startsWith("/") ? `file://${encodePath(path)}` : encodePath(path));

/**
 * The place that an alert stands on: a file that still shows the secret, since code scanning shows alerts on the head
 * tree; else what brought it in.
 */
const primaryOf = (locations: readonly Location[]): Location | undefined =>
  locations.find(({ kind, present }) => kind === "file" && present === true) ??
  locations.find(({ kind, present }) => kind === "commit" && present === true) ??
  locations.find(({ dockerfile }) => dockerfile !== undefined) ??
  locations[0];

/** What an image holds has no place in the repository but the instruction that brought it in. */
const atInstruction = ({ path, line, endLine }: DockerfileLine) => ({
  artifactLocation: { uri: uriOf(path) },
  region: { startLine: line, endLine },
});

const physical = ({ path, line, column, endLine, endColumn, dockerfile }: Location) => {
  if (dockerfile !== undefined) return atInstruction(dockerfile);
  const startLine = Math.max(1, line);
  const lastLine = Math.max(startLine, endLine);
  return {
    artifactLocation: { uri: uriOf(path) },
    region: {
      startLine,
      startColumn: Math.max(1, column),
      endLine: lastLine,
      endColumn: Math.max(lastLine === startLine ? Math.max(1, column) : 1, endColumn),
    },
  };
};

/** What SARIF has no word for. */
const properties = ({
  line: _line,
  column: _column,
  endLine: _endLine,
  endColumn: _endColumn,
  lineHash: _hash,
  path,
  ...known
}: Location) => (known.image === undefined ? known : { ...known, path });

export interface SarifPlaces {
  readonly locations: readonly object[];
  readonly relatedLocations: readonly object[];
  readonly leftOut: number;
  readonly lineHash: string | undefined;
}

/** The places of a finding: one that the alert stands on, the others related to it. */
export const sarifPlaces = (all: readonly Location[]): SarifPlaces => {
  const primary = primaryOf(all);
  if (primary === undefined) return { locations: [], relatedLocations: [], leftOut: 0, lineHash: undefined };
  const others = all.filter((location) => location !== primary);
  const related = others.slice(0, maxLocations - 1).map((location, id) => ({
    id: id + 1,
    physicalLocation: physical(location),
    message: { text: showUnseen(placesOf([location], true)[0]!.story.join(", ") || location.kind) },
    properties: properties(location),
  }));
  return {
    locations: [{ physicalLocation: physical(primary), properties: properties(primary) }],
    relatedLocations: related,
    leftOut: others.length - related.length,
    lineHash: primary.lineHash,
  };
};
