import { n as early, o as unsupported, t as damaged } from "./damage.js";
// src/files/lzma.ts
/** LZMA as the public domain specification of its author has it ("LZMA specification", Igor Pavlov, 2015); offsets into one table of probabilities. */
const [isMatch, isRep, isRepG0, isRepG1, isRepG2, isRep0Long] = [
	0,
	192,
	204,
	216,
	228,
	240
];
const [posSlots, specialPos, align, matchLength, repLength, literals] = [
	432,
	688,
	816,
	832,
	1346,
	1860
];
/** Within the coder of a length: short ones by position, then middle ones, then all others. */
const [second, low, middle, high] = [
	1,
	2,
	130,
	258
];
const literalSize = 768;
const longestMatch = 273;
/** Undefined for a byte that stands for none. */
const propertiesOf = (byte) => byte >= 225 ? void 0 : {
	lc: byte % 9,
	lp: Math.floor(byte / 9) % 5,
	pb: Math.floor(byte / 45)
};
const createLzma = (input, at) => ({
	input,
	at,
	range: -1,
	code: 0,
	probabilities: /* @__PURE__ */ new Uint16Array(0),
	properties: {
		lc: 3,
		lp: 0,
		pb: 2
	},
	state: 0,
	distances: /* @__PURE__ */ new Int32Array(4),
	window: Buffer.alloc(0),
	position: 0,
	start: 0,
	total: 0
});
const resetState = (lzma, properties) => {
	const size = literals + (literalSize << properties.lc + properties.lp);
	if (lzma.probabilities.length !== size) lzma.probabilities = new Uint16Array(size);
	lzma.probabilities.fill(1024);
	lzma.properties = properties;
	lzma.state = 0;
	lzma.distances.fill(0);
};
/** Five bytes, of which the first is zero. */
const startRange = (lzma) => {
	const { input, at } = lzma;
	if (at + 5 > input.length) throw early();
	if (input[at] !== 0) throw damaged();
	lzma.range = -1;
	lzma.code = input.readInt32BE(at + 1);
	lzma.at = at + 5;
};
/** What is kept at most to copy from, whatever the dictionary's size is said to be. */
const mostKept = 64 << 20;
const doubledUpTo = 8 << 20;
/** Makes room for so many bytes behind the position, and keeps what may still be copied. */
const makeRoom = (lzma, size, dictionary) => {
	const needed = lzma.position + size + longestMatch;
	if (needed <= lzma.window.length) return;
	const kept = Math.min(lzma.position, dictionary, mostKept);
	const most = kept + size + longestMatch;
	if (lzma.position - kept >= kept >> 2 && most <= lzma.window.length) lzma.window.copyWithin(0, lzma.position - kept, lzma.position);
	else {
		const larger = Buffer.allocUnsafeSlow(Math.max(most + (kept >> 2), Math.min(needed * 2, doubledUpTo)));
		lzma.window.copy(larger, 0, lzma.position - kept, lzma.position);
		lzma.window = larger;
	}
	lzma.start = Math.max(0, lzma.start - (lzma.position - kept));
	lzma.position = kept;
};
const bit = (lzma, index) => {
	const { probabilities } = lzma;
	const probability = probabilities[index];
	const bound = Math.imul(lzma.range >>> 11, probability);
	let value = 0;
	if (lzma.code >>> 0 < bound >>> 0) {
		lzma.range = bound;
		probabilities[index] = probability + (2048 - probability >> 5);
	} else {
		lzma.range = lzma.range - bound | 0;
		lzma.code = lzma.code - bound | 0;
		probabilities[index] = probability - (probability >> 5);
		value = 1;
	}
	if (lzma.range >>> 24 === 0) {
		lzma.range <<= 8;
		lzma.code = lzma.code << 8 | lzma.input[lzma.at++];
	}
	return value;
};
/** Bits that are as likely one as the other. */
const directBits = (lzma, count) => {
	let value = 0;
	for (let i = 0; i < count; i++) {
		lzma.range >>>= 1;
		const isOne = lzma.code >>> 0 >= lzma.range >>> 0;
		if (isOne) lzma.code = lzma.code - lzma.range | 0;
		value = value << 1 | (isOne ? 1 : 0);
		if (lzma.range >>> 24 === 0) {
			lzma.range <<= 8;
			lzma.code = lzma.code << 8 | lzma.input[lzma.at++];
		}
	}
	return value;
};
const tree = (lzma, base, bits) => {
	let node = 1;
	for (let i = 0; i < bits; i++) node = node << 1 | bit(lzma, base + node);
	return node - (1 << bits);
};
const reversedTree = (lzma, base, bits) => {
	let node = 1;
	let value = 0;
	for (let i = 0; i < bits; i++) {
		const one = bit(lzma, base + node);
		node = node << 1 | one;
		value |= one << i;
	}
	return value;
};
const lengthAt = (lzma, base, place) => {
	if (bit(lzma, base) === 0) return 2 + tree(lzma, base + low + (place << 3), 3);
	if (bit(lzma, base + second) === 0) return 10 + tree(lzma, base + middle + (place << 3), 3);
	return 18 + tree(lzma, base + high, 8);
};
const distanceFor = (lzma, length) => {
	const slot = tree(lzma, posSlots + (Math.min(length - 2, 3) << 6), 6);
	if (slot < 4) return slot;
	const bits = (slot >> 1) - 1;
	const base = (2 | slot & 1) << bits;
	if (slot < 14) return base + reversedTree(lzma, specialPos + base - slot, bits);
	return base + (directBits(lzma, bits - 4) << 4) + reversedTree(lzma, align, 4) | 0;
};
const literal = (lzma) => {
	const { window, position, properties, state, total } = lzma;
	const before = position > lzma.start ? window[position - 1] : 0;
	const place = ((total & (1 << properties.lp) - 1) << properties.lc) + (before >> 8 - properties.lc);
	const base = literals + literalSize * place;
	let symbol = 1;
	if (state >= 7) {
		let match = window[position - lzma.distances[0] - 1];
		for (let same = 256; symbol < 256;) {
			match <<= 1;
			const expected = match & same;
			const one = bit(lzma, base + same + expected + symbol);
			symbol = symbol << 1 | one;
			same &= one === 1 ? match : ~match;
		}
	} else while (symbol < 256) symbol = symbol << 1 | bit(lzma, base + symbol);
	window[position] = symbol & 255;
	lzma.position++;
	lzma.total++;
	lzma.state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
};
/** A match at a distance that came before; gives its length, zero for a single byte. */
const repeated = (lzma, place) => {
	const { state, distances } = lzma;
	if (bit(lzma, isRepG0 + state) === 0) {
		if (bit(lzma, isRep0Long + (state << 4) + place) === 0) {
			lzma.state = state < 7 ? 9 : 11;
			return 1;
		}
	} else {
		const which = bit(lzma, isRepG1 + state) === 0 ? 1 : 2 + bit(lzma, isRepG2 + state);
		const distance = distances[which];
		distances.copyWithin(1, 0, which);
		distances[0] = distance;
	}
	lzma.state = state < 7 ? 8 : 11;
	return lengthAt(lzma, repLength, place);
};
const fresh = (lzma, place) => {
	const { state, distances } = lzma;
	distances.copyWithin(1, 0, 3);
	const length = lengthAt(lzma, matchLength, place);
	distances[0] = distanceFor(lzma, length);
	lzma.state = state < 7 ? 7 : 10;
	return length;
};
const copy = (lzma, length) => {
	const { window, position } = lzma;
	const distance = lzma.distances[0] + 1;
	if (distance <= 0 || distance > position - lzma.start) throw damaged();
	for (let at = position; at < position + length; at++) window[at] = window[at - distance];
	lzma.position += length;
	lzma.total += length;
};
/** Unpacks up to a position, or as far beyond as the last match goes. True where a mark said that this is the end. */
const unpackTo = (lzma, limit) => {
	const mask = (1 << lzma.properties.pb) - 1;
	while (lzma.position < limit) {
		if (lzma.at > lzma.input.length) throw early();
		const place = lzma.total & mask;
		if (bit(lzma, isMatch + (lzma.state << 4) + place) === 0) literal(lzma);
		else {
			const length = bit(lzma, isRep + lzma.state) === 0 ? fresh(lzma, place) : repeated(lzma, place);
			if (lzma.distances[0] === -1) return true;
			copy(lzma, length);
		}
	}
	return false;
};
// src/files/xz.ts
/** So much comes at once. */
const piece = 1 << 18;
/** What a window has since a position. */
const since = (lzma, position) => lzma.window.subarray(position, lzma.position);
/** A file of `lzma`: properties, the dictionary's size, the size or ones; then one stream ("LZMA file format", section 1.1). */
const unlzma = function* (packed) {
	const properties = propertiesOf(packed.readUInt8(0));
	if (properties === void 0) throw damaged();
	const dictionary = packed.readUInt32LE(1);
	const size = packed.readBigUInt64LE(5) === 2n ** 64n - 1n ? Infinity : Number(packed.readBigUInt64LE(5));
	const lzma = createLzma(packed, 13);
	resetState(lzma, properties);
	startRange(lzma);
	return yield* unpackStream(lzma, size, dictionary);
};
/** One stream of LZMA. Gives where it ends. */
function* unpackStream(lzma, size, dictionary) {
	for (let left = size, isEnd = false; left > 0 && !isEnd;) {
		makeRoom(lzma, Math.min(piece, left), dictionary);
		const from = lzma.position;
		isEnd = unpackTo(lzma, from + Math.min(piece, left));
		left -= lzma.position - from;
		if (left < 0) throw damaged();
		yield since(lzma, from);
	}
	return lzma.at;
}
/** A chunk of LZMA2 that is not packed. */
function* plainChunk(lzma, dictionary) {
	const size = lzma.input.readUInt16BE(lzma.at + 1) + 1;
	const start = lzma.at + 3;
	if (start + size > lzma.input.length) throw early();
	makeRoom(lzma, size, dictionary);
	const from = lzma.position;
	lzma.input.copy(lzma.window, from, start, start + size);
	lzma.position += size;
	lzma.total += size;
	lzma.at = start + size;
	yield since(lzma, from);
}
function* packedChunk(lzma, control, dictionary) {
	const { input, at } = lzma;
	const size = ((control & 31) << 16) + input.readUInt16BE(at + 1) + 1;
	const end = input.readUInt16BE(at + 3) + 1;
	const hasProperties = control >= 192;
	const properties = hasProperties ? propertiesOf(input.readUInt8(at + 5)) : lzma.properties;
	if (properties === void 0 || properties.lc + properties.lp > 4) throw damaged();
	if (control >= 160) resetState(lzma, properties);
	if (lzma.probabilities.length === 0) throw damaged();
	lzma.at = at + (hasProperties ? 6 : 5);
	const expected = lzma.at + end;
	startRange(lzma);
	makeRoom(lzma, size, dictionary);
	const from = lzma.position;
	if (unpackTo(lzma, from + size) || lzma.position !== from + size || lzma.at !== expected) throw damaged();
	yield since(lzma, from);
}
/** LZMA2: chunks, each with a byte that tells of what kind it is, up to a zero. */
function* lzma2(lzma, dictionary) {
	for (;;) {
		const control = lzma.input.readUInt8(lzma.at);
		if (control === 0) break;
		if (control === 1 || control >= 224) [lzma.start, lzma.total] = [lzma.position, 0];
		if (control < 128 && control > 2) throw damaged();
		if (control < 128) yield* plainChunk(lzma, dictionary);
		else yield* packedChunk(lzma, control, dictionary);
	}
	lzma.at++;
}
const lzma2Filter = 33;
/** Filters for programs that change no byte of a text in ASCII: x86, ARM, ARM-Thumb, ARM64. What they did to programs stays. */
const harmless = /* @__PURE__ */ new Set([
	4,
	7,
	8,
	10
]);
/** Of numbers in seven bits a byte; gives where they end (The .xz File Format, section 1.2). */
const numberAt = (bytes, at) => {
	let value = 0;
	for (let i = 0; i < 9; i++) {
		const byte = bytes.readUInt8(at + i);
		value += (byte & 127) * 2 ** (7 * i);
		if (byte < 128) return [value, at + i + 1];
	}
	throw damaged();
};
/** The header of a block (section 3.1). */
const blockAt = (packed, at) => {
	const flags = packed.readUInt8(at + 1);
	let next = at + 2;
	for (const mark of [64, 128]) if ((flags & mark) !== 0) [, next] = numberAt(packed, next);
	let dictionary = -1;
	for (let filter = 0; filter <= (flags & 3); filter++) {
		const [id, sizeAt] = numberAt(packed, next);
		const [size, start] = numberAt(packed, sizeAt);
		const property = size === 0 ? 0 : packed.readUInt8(start);
		if (id === lzma2Filter) dictionary = (2 | property & 1) * 2 ** (Math.floor(property / 2) + 11);
		else if (!harmless.has(id)) throw unsupported("xz with a filter that is for numbers or rarer processors");
		next = start + size;
	}
	if (dictionary < 0) throw damaged();
	return {
		dictionary,
		dataAt: at + (packed.readUInt8(at) + 1) * 4
	};
};
/** Bytes of a check by its kind (section 2.1.1.2). */
const checkSize = (kind) => kind === 0 ? 0 : 4 << Math.floor((kind - 1) / 3);
const aligned = (from, at) => at + (-(at - from) & 3);
/** The index of a stream and its footer (sections 2.1.2 and 4); gives where they end. */
const passIndex = (packed, start) => {
	let [records, at] = numberAt(packed, start + 1);
	for (; records > 0; records--) for (let i = 0; i < 2; i++) [, at] = numberAt(packed, at);
	return aligned(start, at) + 4 + 12;
};
const headerSize = 12;
const magic = Buffer.from("ý7zXZ\0", "latin1");
const isStream = (packed, at) => packed.compare(magic, 0, 6, at, at + 6) === 0;
function* unpackBlock(packed, at) {
	const { dictionary, dataAt } = blockAt(packed, at);
	const lzma = createLzma(packed, dataAt);
	yield* lzma2(lzma, dictionary);
	yield since(lzma, lzma.position);
	return aligned(at, lzma.at);
}
/** Files of `xz` (The .xz File Format 1.2.1), one stream after another. Checks of contents are not made. */
const unxz = function* (packed) {
	let at = 0;
	while (at + headerSize < packed.length && isStream(packed, at)) {
		const check = checkSize(packed.readUInt8(at + 7) & 15);
		at += headerSize;
		while (packed.readUInt8(at) !== 0) at = (yield* unpackBlock(packed, at)) + check;
		at = passIndex(packed, at);
		if (at > packed.length) throw early();
		while (at + 4 <= packed.length && packed.readUInt32LE(at) === 0) at += 4;
	}
	return at;
};
export { unlzma, unxz };
