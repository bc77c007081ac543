import { open } from "node:fs/promises";
import { join } from "node:path";
import { isAbsent } from "../files/absent.ts";
import { maxBaseline } from "../policy/baseline.ts";
import type { Shelf } from "../policy/judging.ts";
import { maxConfiguration } from "../policy/yaml-document.ts";
import { UsageError } from "../usage-error.ts";

const readBounded = async (path: string, most: number): Promise<string> => {
  const handle = await open(path, "r");
  try {
    const { size } = await handle.stat();
    if (size > most) throw new UsageError(`${path}: its ${size} bytes are more than the ${most} that are read`);
    return await handle.readFile("utf8");
  } finally {
    await handle.close();
  }
};

/** A file that somebody named: without it there is no run. */
const readNamed = async (path: string, what: "configuration" | "baseline"): Promise<string> => {
  try {
    return await readBounded(path, what === "baseline" ? maxBaseline : maxConfiguration);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = isAbsent(error) ? "there is no such file" : (error as Error).message;
    throw new UsageError(`${what} ${path}: ${reason}`, { cause: error });
  }
};

/** Files below a folder; the configuration's own limit is the parser's. */
const readIfThere =
  (folder: string) =>
  async (file: string): Promise<string | undefined> => {
    try {
      return await readBounded(join(folder, file), maxBaseline);
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error instanceof UsageError
        ? error
        : new UsageError(`${file}: ${(error as Error).message}`, { cause: error });
    }
  };

/** On disk: `folder` is the top of what is scanned; what flags and variables name is relative to the working directory. */
export const shelfAt = (folder: string): Shelf => {
  const inRepository = readIfThere(folder);
  const named: Shelf["named"] = async (path, what, from) => {
    if (from !== "configuration") return readNamed(path, what);
    const text = await inRepository(path);
    if (text === undefined) throw new UsageError(`${what} ${path}: there is no such file in the repository`);
    return text;
  };
  return { inRepository, named };
};
