import { i as idAt } from "./id-list.js";
import { S as openPackBytes, T as sharedPositions, _ as PackError, b as closePackBytes, g as readEntries, h as noBase, m as entryType, v as readPackIndex, w as sharedIntegers, y as bytesAt } from "./apart.js";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { setImmediate } from "node:timers/promises";
// src/git/pack/order.ts
const digits = 2 ** 16;
/** One digit of each key. */
const digitsOf = (keys, divisor) => {
	const found = new Uint16Array(keys.length);
	for (let i = 0; i < keys.length; i++) found[i] = Math.floor(keys[i] / divisor) % digits;
	return found;
};
/** Numbers of positions by the digit of their keys, moved on to where each digit's positions begin. */
const beginnings = (digitAt) => {
	const counts = new Uint32Array(digits + 1);
	for (let i = 0; i < digitAt.length; i++) counts[digitAt[i] + 1]++;
	for (let digit = 0; digit < digits; digit++) counts[digit + 1] += counts[digit];
	return counts;
};
/** The positions of `keys` (whole numbers, not negative) in ascending order of key, equal ones in ascending order of position. */
const orderBy = (keys) => {
	const count = keys.length;
	let largest = 0;
	for (let i = 0; i < count; i++) if (keys[i] > largest) largest = keys[i];
	let order = sharedPositions(count);
	let next = sharedPositions(count);
	for (let i = 0; i < count; i++) order[i] = i;
	for (let divisor = 1; divisor <= largest; divisor *= digits) {
		const digitAt = digitsOf(keys, divisor);
		const places = beginnings(digitAt);
		for (let i = 0; i < count; i++) {
			const position = order[i];
			next[places[digitAt[position]]++] = position;
		}
		[order, next] = [next, order];
	}
	return order;
};
// src/git/pack/forest.ts
/**
* Links deltas to their bases. Siblings are in ascending order of weight, so that the heaviest comes last, when its base may go.
*/
const growForest = (entries, wanted) => {
	const { count, bases, starts, types } = entries;
	const weights = new Float64Array(count);
	for (let i = 0; i < count; i++) weights[i] = starts[i + 1] - starts[i];
	for (const i of childrenFirst(bases)) if (bases[i] >= 0) weights[bases[i]] += weights[i];
	const firstChild = sharedIntegers(count).fill(-1);
	const nextSibling = sharedIntegers(count).fill(-1);
	const heaviestFirst = orderBy(weights).reverse();
	const roots = [];
	for (const i of heaviestFirst) {
		const base = bases[i];
		if (base >= 0) {
			nextSibling[i] = firstChild[base];
			firstChild[base] = i;
		} else if (base === noBase.whole && wanted(types[i])) roots.push(i);
	}
	const shared = sharedIntegers(roots.length);
	shared.set(roots);
	return {
		firstChild,
		nextSibling,
		roots: shared
	};
};
/** Entries in an order in which each comes before its base. Bases by offset always lie in front; those by id may lie anywhere. */
const childrenFirst = (bases) => {
	const count = bases.length;
	if (bases.every((base, i) => base < i)) return new Uint32Array(count).map((_, i) => count - 1 - i);
	return orderBy(depthsOf(bases)).reverse();
};
const depthsOf = (bases) => {
	const depths = new Float64Array(bases.length);
	const chain = [];
	for (let i = 0; i < bases.length; i++) {
		chain.length = 0;
		let at = i;
		for (; bases[at] >= 0 && depths[at] === 0; at = bases[at]) chain.push(at);
		let depth = depths[at];
		for (const member of chain.reverse()) depths[member] = ++depth;
	}
	return depths;
};
// src/git/pack/multi-pack-index.ts
const headerLength$1 = 12;
const tableEntry = 12;
const fanOut = 1024;
const large = 2147483648;
/** The chunks of a multi-pack index, by their four letters (gitformat-pack, "multi-pack-index (MIDX) files"). */
const readChunks = (file, data) => {
	if (data.length < headerLength$1 || data.toString("latin1", 0, 4) !== "MIDX") throw new PackError(`${file} is no multi-pack index`);
	if (data[4] !== 1) throw new PackError(`${file} has version ${data[4]}, which this reader does not know`);
	const count = data[6];
	const chunks = /* @__PURE__ */ new Map();
	if (data.length < headerLength$1 + (count + 1) * tableEntry) throw new PackError(`${file} is truncated`);
	for (let i = 0; i < count; i++) {
		const at = headerLength$1 + i * tableEntry;
		const start = Number(data.readBigUInt64BE(at + 4));
		const end = Number(data.readBigUInt64BE(at + tableEntry + 4));
		if (start > end || end > data.length) throw new PackError(`${file} is truncated`);
		chunks.set(data.toString("latin1", at, at + 4), data.subarray(start, end));
	}
	return chunks;
};
const readTable = (file, idBytes) => {
	const data = readFileSync(file);
	const chunks = readChunks(file, data);
	const [names, fan, ids, places] = [
		"PNAM",
		"OIDF",
		"OIDL",
		"OOFF"
	].map((name) => chunks.get(name));
	if (names === void 0 || fan === void 0 || ids === void 0 || places === void 0) throw new PackError(`${file} lacks a table`);
	const count = fan.length < fanOut ? -1 : fan.readUInt32BE(1020);
	if (count < 0 || ids.length < count * idBytes || places.length < count * 8) throw new PackError(`${file} is truncated`);
	const packs = names.toString("utf8").split("\0").slice(0, data.readUInt32BE(8));
	return {
		count,
		ids,
		places,
		large: chunks.get("LOFF") ?? Buffer.alloc(0),
		packs
	};
};
const offsetAt = (file, { places, large: large64 }, at) => {
	const offset = places.readUInt32BE(at * 8 + 4);
	if (offset < large || large64.length === 0) return offset;
	const from = (offset - large) * 8;
	if (from + 8 > large64.length) throw new PackError(`${file}: the offset of object ${at} is beyond its end`);
	return Number(large64.readBigUInt64BE(from));
};
const stem = (name) => basename(name).replace(/\.(idx|pack)$/, "");
/** Names of the packs that a multi-pack index covers, without their endings; none where it cannot be read. */
const packsIn = (file, idBytes) => {
	try {
		return new Set(readTable(file, idBytes).packs.map(stem));
	} catch (error) {
		if (error instanceof PackError || error.code !== void 0) return /* @__PURE__ */ new Set();
		throw error;
	}
};
/**
* What a multi-pack index says of one pack: an object that several packs hold is listed for one of them only. Throws a
* PackError.
*/
const readMultiPackIndex = (file, pack, idBytes) => {
	const table = readTable(file, idBytes);
	const number = table.packs.findIndex((name) => stem(name) === stem(pack));
	const members = [];
	for (let i = 0; i < table.count; i++) if (table.places.readUInt32BE(i * 8) === number) members.push(i);
	const ids = Buffer.alloc(members.length * idBytes);
	const offsets = new Float64Array(members.length);
	members.forEach((from, to) => {
		table.ids.copy(ids, to * idBytes, from * idBytes, (from + 1) * idBytes);
		offsets[to] = offsetAt(file, table, from);
	});
	return {
		count: members.length,
		idBytes,
		ids,
		offsets,
		whole: false
	};
};
// src/git/pack/pack-file.ts
const headerLength = 12;
/** `PACK`, version 2 or 3, number of objects (gitformat-pack, "Pack files"). */
const checkHeader = (file, pack, index) => {
	const header = bytesAt(pack, 0, headerLength);
	if (header.length < headerLength || header.toString("latin1", 0, 4) !== "PACK") throw new PackError(`${file} is no pack`);
	const version = header.readUInt32BE(4);
	if (version !== 2 && version !== 3) throw new PackError(`${file} has version ${version}, which this reader does not know`);
	const count = header.readUInt32BE(8);
	if (index.whole ? count !== index.count : count < index.count) throw new PackError(`${file} and its index differ in their number of objects`);
};
const allButTrees = (type) => type !== entryType.tree;
/** Reads the index of a pack. Throws a PackError. */
const indexOf = ({ file, index, multiPackIndex }, idBytes) => index === void 0 ? readMultiPackIndex(multiPackIndex, file, idBytes) : readPackIndex(index, idBytes);
/** Reads what an open pack holds, and its index. */
const readPack = async (place, pack, idBytes, { signal, wanted = allButTrees }) => {
	const { file } = place;
	const listen = async () => {
		await setImmediate();
		signal?.throwIfAborted();
	};
	const index = indexOf(place, idBytes);
	await listen();
	const order = orderBy(index.offsets);
	checkHeader(file, pack, index);
	const entries = await readEntries({
		file,
		pack,
		index,
		order
	}, listen);
	return {
		file,
		pack,
		index,
		entries,
		forest: growForest(entries, wanted)
	};
};
/**
* Opens a pack for as long as it is used. Throws a PackError for one that cannot be read; the signal's reason when it is given up, and then
* leaves the file open: a thread that was not waited for may still read.
*/
const withPack = async (place, idBytes, options, use) => {
	const pack = openPackBytes(place.file);
	try {
		return await use(await readPack(place, pack, idBytes, options));
	} finally {
		if (options.signal?.aborted !== true) closePackBytes(pack);
	}
};
/** The id of an entry, in hexadecimal. */
const idOfEntry = ({ index, entries }, entry) => idAt(index, entries.positions[entry]);
/** Ids of all commits in a pack. */
const commitsOf = (pack) => {
	const ids = [];
	for (let entry = 0; entry < pack.entries.count; entry++) if (pack.entries.types[entry] === entryType.commit) ids.push(idOfEntry(pack, entry));
	return ids;
};
export { packsIn as a, withPack as i, idOfEntry as n, indexOf as r, commitsOf as t };
