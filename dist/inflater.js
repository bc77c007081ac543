import * as zlib from "node:zlib";
// src/image/give-back.ts
/** Smaller buffers may share their memory with others: Node keeps a pool of 8 KiB. */
const smallest = 65536;
/**
* Gives the memory of a buffer back at once when its last bytes are done with; whatever else looks into it sees nothing from then on.
* Left to the collector, a gigabyte of unpacked bytes has it search the heap a hundred times (measured: a fifth of all time).
*/
const giveBack = ({ buffer, byteOffset, length }) => {
	if (byteOffset + length === buffer.byteLength && buffer.byteLength >= smallest) buffer.transfer?.(0);
};
/** Chunks of a stream that are nobody else's: each holds until the next is asked for. */
async function* givenBack(stream) {
	for await (const chunk of stream) {
		yield chunk;
		giveBack(chunk);
	}
}
// src/image/inflater.ts
/** How many bytes come at once: so few that they are still in the processor's cache when they are looked at. */
const chunkSize = 1 << 18;
const streamOf = (packing) => packing === "zstd" ? zlib.createZstdDecompress({ chunkSize }) : zlib.createGunzip({ chunkSize });
const flushes = {
	gzip: {
		goOn: zlib.constants.Z_NO_FLUSH,
		finish: zlib.constants.Z_FINISH
	},
	zstd: {
		goOn: zlib.constants.ZSTD_e_continue,
		finish: zlib.constants.ZSTD_e_end
	}
};
const nothing = Buffer.alloc(0);
const decompressor = (packing) => {
	const stream = streamOf(packing);
	const { _handle: handle, _writeState: state } = stream;
	const close = () => void stream.destroy();
	if (handle?.writeSync === void 0 || handle.reset === void 0 || !ArrayBuffer.isView(state)) {
		close();
		return;
	}
	let failure;
	handle.onerror = (message, errno, code) => {
		failure = Object.assign(new Error(message), {
			errno,
			code
		});
	};
	const write = (flush, piece, from, target) => {
		handle.writeSync(flush, piece, from, piece.length - from, target, 0, target.length);
		if (failure !== void 0) throw failure;
		const [unfilled = 0, untaken = 0] = state;
		return {
			taken: piece.length - from - untaken,
			filled: target.length - unfilled
		};
	};
	const reset = () => {
		failure = void 0;
		handle.reset();
	};
	return {
		write,
		reset,
		close
	};
};
/** Unpacks on this thread, always into the same memory. Undefined where this Node's streams have other parts. */
const inflateHere = (packing) => {
	const inside = decompressor(packing);
	if (inside === void 0) return void 0;
	const target = Buffer.allocUnsafeSlow(chunkSize);
	function* write(flush, piece) {
		for (let from = 0;;) {
			const { taken, filled } = inside.write(flush, piece, from, target);
			from += taken;
			if (filled > 0) yield target.subarray(0, filled);
			if (filled < target.length) return from;
		}
	}
	const { goOn, finish } = flushes[packing];
	function* end() {
		yield* write(finish, nothing);
	}
	return {
		take: (piece) => write(goOn, piece),
		end,
		close: inside.close
	};
};
/**
* Unpacks small gzips one after the other with one decompressor into one memory: an image has thousands of manual pages, and new ones for
* each left 60 MB of holes in a thread's memory (measured).
*/
const createSmallGunzip = (room) => {
	const inside = decompressor("gzip");
	let target;
	const gunzip = (packed) => {
		if (inside === void 0) return void 0;
		target ??= Buffer.allocUnsafeSlow(room);
		try {
			inside.reset();
			const { taken, filled } = inside.write(flushes.gzip.finish, packed, 0, target);
			return filled === room ? void 0 : {
				content: target.subarray(0, filled),
				taken
			};
		} catch {
			return;
		}
	};
	const close = () => {
		inside?.close();
		if (target !== void 0) giveBack(target);
	};
	return {
		gunzip,
		close
	};
};
/** Unpacks as Node's streams do: on a thread beside, into new memory each time. That takes a third more time than the work itself (bench/image.md). */
const inflateByStream = (packing) => {
	const stream = streamOf(packing);
	const waiting = [];
	let failure;
	let hasEnded = false;
	let wake = () => {};
	stream.on("data", (chunk) => {
		waiting.push(chunk);
		stream.pause();
		wake();
	});
	stream.on("error", (error) => {
		failure = error;
		wake();
	});
	stream.on("end", () => {
		hasEnded = true;
		wake();
	});
	async function* until(isOver) {
		for (;;) {
			const chunk = waiting.shift();
			if (chunk !== void 0) {
				yield chunk;
				giveBack(chunk);
			} else if (failure !== void 0) throw failure;
			else if (isOver()) return;
			else await new Promise((resolve) => {
				wake = resolve;
				stream.resume();
			});
		}
	}
	async function* take(piece) {
		const before = stream.bytesWritten;
		let isDone = false;
		stream.write(piece, () => {
			isDone = true;
			wake();
		});
		yield* until(() => isDone);
		return stream.bytesWritten - before;
	}
	async function* end() {
		stream.end();
		yield* until(() => hasEnded);
	}
	return {
		take,
		end,
		close: () => stream.destroy()
	};
};
const inflaterOf = (packing) => inflateHere(packing) ?? inflateByStream(packing);
export { givenBack as i, inflaterOf as n, giveBack as r, createSmallGunzip as t };
