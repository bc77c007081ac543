import type { Region } from "./regions.ts";

/**
 * What judges may read of a content, and how far they have read: bytes further off had no say in what they told. `from` and `to` are the
 * ends of all stretches that were asked for, also of what lies beyond the content's own ends.
 */
export interface View {
  readonly bytes: Buffer;
  from: number;
  to: number;
}

/** A view around a stretch that was read before. */
export const viewAround = (bytes: Buffer, { start, end }: Region): View => ({ bytes, from: start, to: end });

const note = (view: View, from: number, to: number): void => {
  if (from < view.from) view.from = from;
  if (to > view.to) view.to = to;
};

/** A stretch as Latin-1 characters, one a byte; what lies outside of the content is left out. */
export const textIn = (view: View, start: number, end: number): string => {
  note(view, start, end);
  return view.bytes.toString("latin1", Math.max(0, start), Math.max(0, end));
};

/** A byte; undefined outside of the content. */
export const byteIn = (view: View, at: number): number | undefined => {
  note(view, at, at + 1);
  return view.bytes[at];
};

/** All of it. */
export const allIn = (view: View): Buffer => {
  note(view, -1, view.bytes.length + 1);
  return view.bytes;
};

/** What stands on its line before an offset, as far as some bytes back. */
export const lineBefore = (view: View, at: number, reach = 160): string =>
  /[^\n]*$/.exec(textIn(view, at - reach, at))![0];
