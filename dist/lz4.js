import { n as early, o as unsupported, t as damaged } from "./damage.js";
import "./lz4-magic.js";
// src/files/lz4.ts
const window = 65536;
/** Lengths of fifteen go on in bytes until one is not full; gives the length and where it ends. */
const lengthAt = (packed, start, nibble) => {
	let [length, at] = [nibble, start];
	if (nibble === 15) for (let more = 255; more === 255;) {
		more = packed.readUInt8(at++);
		length += more;
	}
	return [length, at];
};
/** Unpacks a block (LZ4 Block Format) behind what came before it; gives where it ends. */
const unpackBlock = (packed, target, from) => {
	let filled = from;
	for (let at = 0; at < packed.length;) {
		const token = packed[at];
		const [size, start] = lengthAt(packed, at + 1, token >> 4);
		if (start + size > packed.length || filled + size > target.length) throw damaged();
		packed.copy(target, filled, start, start + size);
		filled += size;
		at = start + size;
		if (at === packed.length) break;
		const distance = packed.readUInt16LE(at);
		const [length, next] = lengthAt(packed, at + 2, token & 15);
		if (distance === 0 || distance > filled || filled + length + 4 > target.length) throw damaged();
		for (let i = 0; i < length + 4; i++, filled++) target[filled] = target[filled - distance];
		at = next;
	}
	return filled;
};
const frameAt = (packed, at) => {
	const [flags, sizes] = [packed.readUInt8(at + 4), packed.readUInt8(at + 5)];
	if (flags >> 6 !== 1 || sizes >> 4 < 4) throw damaged();
	if ((flags & 1) !== 0) throw unsupported("lz4 with a dictionary");
	return {
		dataAt: at + 7 + ((flags & 8) === 0 ? 0 : 8),
		mostInBlock: 1 << 8 + 2 * (sizes >> 4 & 7),
		blockCheck: (flags & 16) === 0 ? 0 : 4,
		check: (flags & 4) === 0 ? 0 : 4
	};
};
const unpackedMark = 2147483648;
function* unpackFrame(packed, frame, target) {
	const { dataAt, mostInBlock, blockCheck, check } = frame;
	let [at, kept] = [dataAt, 0];
	for (;;) {
		const word = packed.readUInt32LE(at);
		const size = word % unpackedMark;
		at += 4;
		if (word === 0) return at + check;
		if (at + size > packed.length) throw early();
		const block = packed.subarray(at, at + size);
		if (word >= unpackedMark && size > mostInBlock) throw damaged();
		const room = target.subarray(0, kept + mostInBlock);
		const end = word >= unpackedMark ? kept + block.copy(target, kept) : unpackBlock(block, room, kept);
		yield target.subarray(kept, end);
		const from = Math.max(0, end - window);
		target.copyWithin(0, from, end);
		kept = end - from;
		at += size + blockCheck;
	}
}
/** Files of lz4, one frame after another (LZ4 Frame Format 1.6.4). Checks of contents are not made. */
const unlz4 = function* (packed) {
	let [at, target] = [0, Buffer.alloc(0)];
	while (at + 11 <= packed.length && packed.readUInt32LE(at) === 407708164) {
		const frame = frameAt(packed, at);
		const size = window + frame.mostInBlock;
		if (target.length < size) target = Buffer.allocUnsafeSlow(size);
		yield target.subarray(0, 0);
		at = yield* unpackFrame(packed, frame, target);
		if (at > packed.length) throw early();
	}
	return at;
};
export { unlz4 };
