/** A file of an archive or a layout: its bytes can be read more than once. */
export interface StoredFile {
  readonly size: number;
  /** The same for two paths that lead to the same bytes. */
  readonly id: string;
  readonly read: () => AsyncIterable<Buffer>;
}

/** Files by their path: of an archive or of a folder. */
export interface FileHolder {
  /** Undefined where there is none. Links are followed inside the holder and no further. */
  readonly find: (path: string) => Promise<StoredFile | undefined>;
  /** Bytes on disk of what was found, each file once; of an archive all of it. */
  readonly stored: () => number;
  /** Of what was found: paths that stand in the archive more than once with different content, of which `find` gives the last. */
  readonly doubtful: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** The first bytes of a file. */
export const headOf = async (file: StoredFile, length: number): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of file.read()) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= length) break;
  }
  return Buffer.concat(chunks).subarray(0, length);
};
