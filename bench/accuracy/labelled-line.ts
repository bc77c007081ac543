/** A line that was judged by hand, in the file in which the scanners see it. */
export interface LabelledLine {
  /** Relative to the folder that is scanned. */
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  /** Whether it holds a credential. */
  readonly holds: boolean;
  /** What `--list` calls it. */
  readonly name: string;
}

/** Writes a file below the folder that is scanned. */
export type Write = (file: string, content: string | Uint8Array) => void;
