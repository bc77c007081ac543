/** SQLite keeps the values of a row one behind the other, with nothing between (sqlite.org/fileformat2.html). */

const magic = Buffer.from("SQLite format 3\0", "latin1");
const [tableLeaf, indexLeaf] = [0x0d, 0x0a] as const;
const headerSize = 100;

interface Database {
  readonly content: Buffer;
  readonly pageSize: number;
  /** Bytes of a page that are in use. */
  readonly usable: number;
}

const databaseOf = (content: Buffer): Database | undefined => {
  if (content[0] !== magic[0] || content.length < 512 || content.compare(magic, 0, 16, 0, 16) !== 0) return undefined;
  const written = content.readUInt16BE(16);
  const pageSize = written === 1 ? 65_536 : written;
  return pageSize < 512 ? undefined : { content, pageSize, usable: pageSize - content[20]! };
};

export const isDatabase = (content: Buffer): boolean => databaseOf(content) !== undefined;

/** A number of up to nine bytes, and where it ends; larger ones than a file can have are all the same. */
const numberAt = (bytes: Buffer, start: number): readonly [value: number, end: number] => {
  let value = 0;
  for (let at = start; at < start + 8; at++) {
    const byte = bytes.readUInt8(at);
    value = value * 128 + (byte & 127);
    if (byte < 128) return [value, at + 1];
  }
  return [value * 256 + bytes.readUInt8(start + 8), start + 9];
};

/** How much of a payload lies in its cell ("Cell Payload Overflow Pages"). */
const localSize = (size: number, usable: number, isTable: boolean): number => {
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (size <= most) return size;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const some = least + ((size - least) % (usable - 4));
  return some <= most ? some : least;
};

/** A whole payload, of which most may lie in a chain of other pages. */
const payloadAt = ({ content, pageSize, usable }: Database, start: number, size: number, isTable: boolean): Buffer => {
  const local = localSize(size, usable, isTable);
  const here = content.subarray(start, start + local);
  if (local === size) return here;
  const pieces = [here];
  let left = Math.min(size, content.length) - local;
  for (let page = content.readUInt32BE(start + local); page > 0 && left > 0; ) {
    const at = (page - 1) * pageSize;
    const piece = content.subarray(at + 4, at + 4 + Math.min(left, usable - 4));
    if (piece.length === 0) break;
    pieces.push(piece);
    left -= piece.length;
    page = content.readUInt32BE(at);
  }
  return Buffer.concat(pieces);
};

/** Bytes of numbers, by the type that is written of them. */
const numbers = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

/** Texts and blobs of a row ("Record Format"). */
const valuesOf = (payload: Buffer): readonly Buffer[] => {
  const [bodyAt, first] = numberAt(payload, 0);
  const values: Buffer[] = [];
  let value = bodyAt;
  for (let at = first; at < bodyAt; ) {
    const [type, next] = numberAt(payload, at);
    const size = type < 12 ? (numbers[type] ?? 0) : Math.floor((type - 12) / 2);
    if (type >= 12 && size > 0) values.push(payload.subarray(value, value + size));
    value += size;
    at = next;
  }
  return values;
};

const lineFeed = Buffer.from("\n");

/** Cells may lead to the same pages again and again. */
const mostOf = ({ content }: Database): number => content.length * 2;

/** Bytes that could be copied in the time that a cell takes, or more. */
const cellCost = 16;

interface Rows {
  readonly lines: Buffer[];
  /** Bytes of all payloads so far. */
  size: number;
}

const readPage = (database: Database, page: number, rows: Rows): void => {
  const { content, pageSize } = database;
  const start = page * pageSize;
  const header = page === 0 ? headerSize : start;
  const kind = content.readUInt8(header);
  if (kind !== tableLeaf && kind !== indexLeaf) return;
  const isTable = kind === tableLeaf;
  const cells = content.readUInt16BE(header + 3);
  for (let cell = 0; cell < cells && rows.size < mostOf(database); cell++) {
    const [size, after] = numberAt(content, start + content.readUInt16BE(header + 8 + cell * 2));
    const at = isTable ? numberAt(content, after)[1] : after;
    const payload = payloadAt(database, at, size, isTable);
    for (const value of valuesOf(payload)) rows.lines.push(value, lineFeed);
    rows.size += payload.length + cellCost;
  }
};

/** The texts of all rows of a database, a line each; undefined for anything else. */
export const rowsOf = (content: Buffer): Buffer | undefined => {
  const database = databaseOf(content);
  if (database === undefined) return undefined;
  const rows: Rows = { lines: [], size: 0 };
  for (let page = 0; (page + 1) * database.pageSize <= content.length; page++)
    try {
      readPage(database, page, rows);
    } catch (error) {
      if ((error as Error).name !== "RangeError") throw error; // a page that leads out of the file
    }
  return Buffer.concat(rows.lines);
};
