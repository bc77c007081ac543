import { n as early, t as damaged } from "./damage.js";
// src/files/bzip2.ts
/** Has so many bits at hand. Behind the end come some zeros, which nothing that is whole makes use of. */
const holdBits = (bits, size) => {
	while (bits.count < size) {
		if (bits.at > bits.bytes.length + 4) throw early();
		bits.held = bits.held << 8 | (bits.bytes[bits.at++] ?? 0);
		bits.count += 8;
	}
};
const takeBits = (bits, size) => {
	bits.count -= size;
	bits.held &= (1 << bits.count) - 1;
};
const readBits = (bits, size) => {
	holdBits(bits, size);
	const value = bits.held >>> bits.count - size;
	takeBits(bits, size);
	return value;
};
const longestCode = 20;
const inGroup = 50;
/** Codes of so many bits at most are looked up. */
const shortCode = 10;
const codeOf = (lengths) => {
	const short = /* @__PURE__ */ new Uint16Array(1024);
	const [firsts, places] = [/* @__PURE__ */ new Int32Array(22), /* @__PURE__ */ new Int32Array(22)];
	const symbols = new Uint16Array(lengths.length);
	let [code, filled] = [0, 0];
	for (let length = 1; length <= longestCode; length++, code <<= 1) {
		[firsts[length], places[length]] = [code, filled];
		for (let symbol = 0; symbol < lengths.length; symbol++) {
			if (lengths[symbol] !== length) continue;
			symbols[filled++] = symbol;
			const [from, to] = [code << shortCode - length, code + 1 << shortCode - length];
			if (length <= shortCode) short.fill(symbol << 5 | length, from, to);
			code++;
		}
	}
	places[21] = filled;
	return {
		short,
		firsts,
		places,
		symbols
	};
};
const longSymbol = (bits, { firsts, places, symbols }) => {
	const ahead = bits.held >>> bits.count - longestCode;
	for (let length = 11; length <= longestCode; length++) {
		const place = places[length] + (ahead >>> longestCode - length) - firsts[length];
		if (place < places[length] || place >= places[length + 1]) continue;
		takeBits(bits, length);
		return symbols[place];
	}
	throw damaged();
};
const nextSymbol = (bits, code) => {
	holdBits(bits, longestCode);
	const found = code.short[bits.held >>> bits.count - shortCode];
	if (found === 0) return longSymbol(bits, code);
	takeBits(bits, found & 31);
	return found >> 5;
};
const toFront = (list, place) => {
	const value = list[place];
	for (let i = place; i > 0; i--) list[i] = list[i - 1];
	list[0] = value;
	return value;
};
const readUsed = (bits) => {
	const ranges = readBits(bits, 16);
	const used = [];
	for (let range = 0; range < 16; range++) {
		if ((ranges >> 15 - range & 1) === 0) continue;
		const those = readBits(bits, 16);
		for (let i = 0; i < 16; i++) if ((those >> 15 - i & 1) === 1) used.push(range * 16 + i);
	}
	return Uint8Array.from(used);
};
const readSelectors = (bits, groups) => {
	const selectors = new Uint8Array(readBits(bits, 15));
	const order = Uint8Array.from({ length: groups }, (_, i) => i);
	for (let i = 0; i < selectors.length; i++) {
		let place = 0;
		while (readBits(bits, 1) === 1) if (++place >= groups) throw damaged();
		selectors[i] = toFront(order, place);
	}
	return selectors;
};
const readCode = (bits, size) => {
	const lengths = new Uint8Array(size);
	let length = readBits(bits, 5);
	for (let i = 0; i < size; i++) {
		while (readBits(bits, 1) === 1) length += readBits(bits, 1) === 1 ? -1 : 1;
		if (length < 1 || length > longestCode) throw damaged();
		lengths[i] = length;
	}
	return codeOf(lengths);
};
/** Gives the code for each symbol that follows. */
const codesIn = (bits, symbols) => {
	const groups = readBits(bits, 3);
	if (groups < 2 || groups > 6) throw damaged();
	const selectors = readSelectors(bits, groups);
	const codes = Array.from({ length: groups }, () => readCode(bits, symbols));
	let [group, left] = [0, 0];
	let code;
	return () => {
		if (left === 0) {
			code = codes[selectors[group++] ?? groups];
			left = inGroup;
		}
		left--;
		if (code === void 0) throw damaged();
		return code;
	};
};
/** Reads a block's bytes into a table, in the order of the last column; gives how many there are. */
const readColumn = (bits, table) => {
	const front = readUsed(bits);
	if (front.length === 0) throw damaged();
	const next = codesIn(bits, front.length + 2);
	let [filled, run, weight] = [
		0,
		0,
		1
	];
	for (;;) {
		const symbol = nextSymbol(bits, next());
		if (symbol < 2) {
			run += weight << symbol;
			weight <<= 1;
			if (run > table.length) throw damaged();
			continue;
		}
		const isEnd = symbol > front.length;
		if (filled + run + (isEnd ? 0 : 1) > table.length) throw damaged();
		table.fill(front[0], filled, filled + run);
		filled += run;
		if (isEnd) return filled;
		[run, weight] = [0, 1];
		table[filled++] = toFront(front, symbol - 1);
	}
};
/** Has each place of the table lead to the next: its number in all but the lowest eight bits. */
const linkColumn = (table, size) => {
	const starts = /* @__PURE__ */ new Uint32Array(257);
	for (let i = 0; i < size; i++) starts[table[i] + 1]++;
	for (let byte = 0; byte < 256; byte++) starts[byte + 1] += starts[byte];
	for (let i = 0; i < size; i++) {
		const byte = table[i] & 255;
		table[starts[byte]++] |= i << 8;
	}
};
const piece = 65536;
/** Four bytes alike are followed by how often the byte comes again. */
const alike = 4;
function* walkColumn(table, size, origin) {
	const target = Buffer.allocUnsafe(65792);
	let [filled, same, last] = [
		0,
		0,
		-1
	];
	for (let i = 0, entry = table[origin]; i < size; i++) {
		entry = table[entry >>> 8];
		const byte = entry & 255;
		if (same === alike) {
			target.fill(last, filled, filled + byte);
			filled += byte;
			same = 0;
		} else {
			same = byte === last ? same + 1 : 1;
			last = byte;
			target[filled++] = byte;
		}
		if (filled >= piece) {
			yield target.subarray(0, filled);
			filled = 0;
		}
	}
	yield target.subarray(0, filled);
}
const blockStart = [3227993, 2511705];
const streamEnd = [1536581, 3690640];
function* unpackBlock(bits, table) {
	for (let i = 0; i < 4; i++) readBits(bits, 8);
	if (readBits(bits, 1) === 1) throw damaged();
	const origin = readBits(bits, 24);
	const size = readColumn(bits, table);
	if (origin >= size) throw damaged();
	linkColumn(table, size);
	yield* walkColumn(table, size, origin);
}
const nothing = Buffer.alloc(0);
/** Unpacks what follows the first four bytes of a stream. */
function* unpackStream(bits, table) {
	yield nothing;
	for (;;) {
		const [first, then] = [readBits(bits, 24), readBits(bits, 24)];
		if (first === streamEnd[0] && then === streamEnd[1]) break;
		if (first !== blockStart[0] || then !== blockStart[1]) throw damaged();
		yield* unpackBlock(bits, table);
	}
	for (let i = 0; i < 4; i++) readBits(bits, 8);
}
/** Files of bzip2, one stream after another ("BZIP2: Format Specification", Joe Tsai, 2016). Checks of contents are not made. */
const bunzip2 = function* (packed) {
	let [at, table] = [0, /* @__PURE__ */ new Uint32Array(0)];
	while (at + 14 <= packed.length && /^BZh[1-9]$/.test(packed.toString("latin1", at, at + 4))) {
		const size = 1e5 * (packed[at + 3] - 48);
		if (table.length < size) table = new Uint32Array(size);
		const bits = {
			bytes: packed,
			at: at + 4,
			held: 0,
			count: 0
		};
		yield* unpackStream(bits, table.subarray(0, size));
		at = bits.at - (bits.count >> 3);
		if (at > packed.length) throw early();
	}
	return at;
};
export { bunzip2 };
