import { isPlainRecord } from "../files/plain-header.ts";
import type { Inspect } from "../sighting.ts";
import { found, type Gathering } from "./found.ts";
import { inspectNotes, type Note } from "./notes.ts";
import type { TarEntry } from "./tar-entries.ts";

interface Where {
  readonly file: string;
  readonly inner: string;
}

const batch = 1 << 17;

/** Names, link targets and attributes of files, of a layer or of an archive in it (`where` tells then): looked at many at a time. */
export const createNames = (
  gathering: Gathering,
  inspect: Inspect,
  where: (path: string, what: string) => Where = (file, inner) => ({ file, inner }),
) => {
  let notes: Note<Where>[] = [];
  let size = 0;
  let lastPax: TarEntry["pax"] = {};
  const flush = (): void => {
    for (const { of, hit } of inspectNotes(notes, inspect)) found(gathering, { hit, ...of });
    notes = [];
    size = 0;
  };
  const note = (path: string, what: string, text: string): void => {
    notes.push({ of: where(path, what), text });
    size += text.length;
  };
  const addRecords = (file: string, pax: TarEntry["pax"]): void => {
    for (const [key, value] of Object.entries(pax)) {
      if (isPlainRecord(key) || lastPax[key] === value) continue;
      const name = key.replace(/^SCHILY\.xattr\./, "");
      note(file, ` (attribute ${name.slice(0, 100)})`, `${name}=${value}`);
    }
    lastPax = pax;
  };
  const add = ({ linkName, pax }: Pick<TarEntry, "linkName" | "pax">, path: string): void => {
    note(path, " (its name)", path);
    if (linkName) note(path, " (link target)", linkName);
    addRecords(path, pax);
    if (size > batch) flush();
  };
  return { add, end: flush };
};
