import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { temporaryFolder } from "../repositories.ts";

/** A database that SQLite itself wrote, with pages of this size. */
export const databaseOf = (pageSize: number, rows: readonly (readonly [string, string])[], index = ""): Buffer => {
  const path = join(temporaryFolder(), "a.db");
  const database = new DatabaseSync(path);
  database.exec(`pragma page_size = ${pageSize}; create table t(n integer, a text, b text, c blob)${index}`);
  const insert = database.prepare("insert into t values(?, ?, ?, ?)");
  for (const [i, [a, b]] of rows.entries()) insert.run(i * 1000, a, b, Buffer.from(`blob of ${b.slice(0, 20)}`));
  database.close();
  return readFileSync(path);
};
