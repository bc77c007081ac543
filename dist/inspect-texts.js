// src/files/pyc.ts
/** By the number with which a file begins, the newest first: 3.11, 3.8, 3.7, 3.3; those of Python 2 are far above. */
const layouts = [
	[
		3495,
		4999,
		{
			header: 16,
			numbers: 5,
			tables: 2
		}
	],
	[
		3413,
		3494,
		{
			header: 16,
			numbers: 6,
			tables: 1
		}
	],
	[
		3392,
		3412,
		{
			header: 16,
			numbers: 5,
			tables: 1
		}
	],
	[
		3210,
		3391,
		{
			header: 12,
			numbers: 5,
			tables: 1
		}
	],
	[
		62041,
		62211,
		{
			header: 8,
			numbers: 4,
			tables: 1
		}
	]
];
const layoutOf = (content) => {
	if (content.length < 32 || content[2] !== 13 || content[3] !== 10) return void 0;
	const magic = content.readUInt16LE(0);
	return layouts.find(([from, to]) => from <= magic && magic <= to)?.[2];
};
/** Whether a content is compiled Python of a release that is known here. */
const isCompiledPython = (content) => layoutOf(content) !== void 0;
const code = (kind) => kind.charCodeAt(0);
const codes = (kinds) => new Set([...kinds].map(code));
/** Bytes of objects that hold nothing. */
const sizes = new Map([
	...[...codes("0NFTS.")].map((kind) => [kind, 0]),
	...[...codes("irR")].map((kind) => [kind, 4]),
	...[...codes("Ig")].map((kind) => [kind, 8]),
	[code("y"), 16]
]);
const [shortTexts, longTexts, collections] = [
	codes("zZ"),
	codes("stuaA"),
	codes("([<>")
];
const [shortTuple, dictionary, codeObject] = [
	code(")"),
	code("{"),
	code("c")
];
const [long, slice, null_] = [
	code("l"),
	code(":"),
	code("0")
];
const maxDepth = 100;
const byte = (cursor) => cursor.content.readUInt8(cursor.at++);
const word = (cursor) => {
	cursor.at += 4;
	return cursor.content.readUInt32LE(cursor.at - 4);
};
const skip = (cursor, size) => {
	cursor.at += size;
	if (cursor.at > cursor.content.length) throw new RangeError("it ends early");
};
const passText = (cursor, size) => {
	const start = cursor.at;
	skip(cursor, size);
	cursor.take(start, cursor.at);
};
const passObjects = (cursor, count, depth) => {
	for (let i = 0; i < count; i++) passObject(cursor, depth);
};
const passCode = (cursor, depth) => {
	const { numbers, tables } = cursor.layout;
	skip(cursor, numbers * 4);
	passObjects(cursor, 8, depth);
	skip(cursor, 4);
	passObjects(cursor, tables, depth);
};
/** Gives the kind of what it went past. Throws a RangeError for what it does not know. */
const passObject = (cursor, depth) => {
	if (depth > maxDepth) throw new RangeError("it is nested too deep");
	const kind = byte(cursor) & -129;
	const size = sizes.get(kind);
	if (size !== void 0) skip(cursor, size);
	else if (shortTexts.has(kind)) passText(cursor, byte(cursor));
	else if (longTexts.has(kind)) passText(cursor, word(cursor));
	else if (collections.has(kind)) passObjects(cursor, word(cursor), depth + 1);
	else if (kind === shortTuple) passObjects(cursor, byte(cursor), depth + 1);
	else if (kind === dictionary) while (passObject(cursor, depth + 1) !== null_);
	else if (kind === codeObject) passCode(cursor, depth + 1);
	else if (kind === slice) passObjects(cursor, 3, depth + 1);
	else if (kind === long) skip(cursor, Math.abs(word(cursor) | 0) * 2);
	else throw new RangeError("of a kind that is not known");
	return kind;
};
/**
* Compiled Python has its texts set apart by zeros, anything else is given back as it is. There a text's length stands before it and the
* mark of the next object behind it, either of which may be a letter, which then seems to belong to the text.
*/
const withTextsApart = (content) => {
	const layout = layoutOf(content);
	if (layout === void 0) return content;
	const apart = Buffer.from(content);
	const take = (start, end) => {
		apart[start - 1] = 0;
		if (end < apart.length) apart[end] = 0;
	};
	try {
		passObject({
			content,
			layout,
			take,
			at: layout.header
		}, 0);
	} catch (error) {
		if (error.name !== "RangeError") throw error;
	}
	return apart;
};
// src/files/sqlite.ts
/** SQLite keeps the values of a row one behind the other, with nothing between (sqlite.org/fileformat2.html). */
const magic = Buffer.from("SQLite format 3\0", "latin1");
const [tableLeaf, indexLeaf] = [13, 10];
const headerSize = 100;
const databaseOf = (content) => {
	if (content[0] !== magic[0] || content.length < 512 || content.compare(magic, 0, 16, 0, 16) !== 0) return void 0;
	const written = content.readUInt16BE(16);
	const pageSize = written === 1 ? 65536 : written;
	return pageSize < 512 ? void 0 : {
		content,
		pageSize,
		usable: pageSize - content[20]
	};
};
const isDatabase = (content) => databaseOf(content) !== void 0;
/** A number of up to nine bytes, and where it ends; larger ones than a file can have are all the same. */
const numberAt = (bytes, start) => {
	let value = 0;
	for (let at = start; at < start + 8; at++) {
		const byte = bytes.readUInt8(at);
		value = value * 128 + (byte & 127);
		if (byte < 128) return [value, at + 1];
	}
	return [value * 256 + bytes.readUInt8(start + 8), start + 9];
};
/** How much of a payload lies in its cell ("Cell Payload Overflow Pages"). */
const localSize = (size, usable, isTable) => {
	const most = isTable ? usable - 35 : Math.floor((usable - 12) * 64 / 255) - 23;
	if (size <= most) return size;
	const least = Math.floor((usable - 12) * 32 / 255) - 23;
	const some = least + (size - least) % (usable - 4);
	return some <= most ? some : least;
};
/** A whole payload, of which most may lie in a chain of other pages. */
const payloadAt = ({ content, pageSize, usable }, start, size, isTable) => {
	const local = localSize(size, usable, isTable);
	const here = content.subarray(start, start + local);
	if (local === size) return here;
	const pieces = [here];
	let left = Math.min(size, content.length) - local;
	for (let page = content.readUInt32BE(start + local); page > 0 && left > 0;) {
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
const numbers = [
	0,
	1,
	2,
	3,
	4,
	6,
	8,
	8,
	0,
	0
];
/** Texts and blobs of a row ("Record Format"). */
const valuesOf = (payload) => {
	const [bodyAt, first] = numberAt(payload, 0);
	const values = [];
	let value = bodyAt;
	for (let at = first; at < bodyAt;) {
		const [type, next] = numberAt(payload, at);
		const size = type < 12 ? numbers[type] ?? 0 : Math.floor((type - 12) / 2);
		if (type >= 12 && size > 0) values.push(payload.subarray(value, value + size));
		value += size;
		at = next;
	}
	return values;
};
const lineFeed = Buffer.from("\n");
/** Cells may lead to the same pages again and again. */
const mostOf = ({ content }) => content.length * 2;
/** Bytes that could be copied in the time that a cell takes, or more. */
const cellCost = 16;
const readPage = (database, page, rows) => {
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
const rowsOf = (content) => {
	const database = databaseOf(content);
	if (database === void 0) return void 0;
	const rows = {
		lines: [],
		size: 0
	};
	for (let page = 0; (page + 1) * database.pageSize <= content.length; page++) try {
		readPage(database, page, rows);
	} catch (error) {
		if (error.name !== "RangeError") throw error;
	}
	return Buffer.concat(rows.lines);
};
// src/files/inspect-texts.ts
/** Whether a content is of a format that runs texts into each other. */
const runsTextsTogether = (content) => isCompiledPython(content) || isDatabase(content);
/** Looks at a content that is no archive, in formats that run texts into each other also at each text by itself. Gives what holds something. */
const inspectTexts = (content, inspect) => {
	const hits = inspect(withTextsApart(content));
	const rows = rowsOf(content);
	if (rows === void 0) return hits.length === 0 ? [] : [{
		inner: "",
		hits
	}];
	const known = new Set(hits.map(({ secret }) => secret));
	const fresh = inspect(rows).filter(({ secret }) => !known.has(secret));
	return [{
		inner: "",
		hits
	}, {
		inner: "!(rows)",
		hits: fresh
	}].filter((text) => text.hits.length > 0);
};
/** The same, each hit by itself. */
const hitsInTexts = (content, inspect) => inspectTexts(content, inspect).flatMap(({ inner, hits }) => hits.map((hit) => ({
	inner,
	hit
})));
export { inspectTexts as n, runsTextsTogether as r, hitsInTexts as t };
