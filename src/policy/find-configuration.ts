import { UsageError } from "../usage-error.ts";

export const configurationFiles = [".github/tidewaiter.yml", "tidewaiter.yml"] as const;

/** Names that people write by habit and that would silently do nothing. */
const mistaken = [".github/tidewaiter.yaml", "tidewaiter.yaml", ".tidewaiter.yml", ".tidewaiter.yaml"];

/** Gives a file's text by its path in the repository, or undefined where there is none; refuses one above `most` bytes. */
export type ReadFile = (path: string, most?: number) => Promise<string | undefined>;

export interface Found {
  readonly file: string;
  readonly text: string;
}

/**
 * The configuration of a repository, from its folder or from a commit: `read` knows which. Rejects with a UsageError
 * where two files would be one, or where a file has a name that is never read.
 */
export const findConfiguration = async (read: ReadFile): Promise<Found | undefined> => {
  const found: Found[] = [];
  for (const file of configurationFiles) {
    const text = await read(file);
    if (text !== undefined) found.push({ file, text });
  }
  if (found.length > 1)
    throw new UsageError(`both ${found.map(({ file }) => file).join(" and ")} are there: keep one of them`);
  for (const file of mistaken)
    if ((await read(file)) !== undefined)
      throw new UsageError(`${file} would not be read: rename it to ${configurationFiles[0]}`);
  return found[0];
};
