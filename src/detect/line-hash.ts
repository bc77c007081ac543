/** `primaryLocationLineHash` of the lines asked for (counted from 1), by line. */
export const lineHashes = (_content: Buffer, _lines: ReadonlySet<number>): ReadonlyMap<number, string> => new Map();
