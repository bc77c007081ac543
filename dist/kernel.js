import { readFileSync } from "node:fs";
// src/kernel/heap.ts
const pageSize$1 = 65536;
const smallest = 256;
/** Memory grows by at least this much, to grow seldom. */
const growth = 16 << 20;
const limit = 4294967296;
/** Sizes come in four steps per power of two: at most a quarter of a block is waste. */
const sizeClass = (size) => {
	if (size <= smallest) return smallest;
	const step = 2 ** (Math.floor(Math.log2(size - 1)) - 2);
	return Math.ceil(size / step) * step;
};
/** Hands out memory from `start` on; freed blocks wait in lists by size. */
const createHeap = (memory, start) => {
	const free = /* @__PURE__ */ new Map();
	let top = start;
	let view = Buffer.from(memory.buffer);
	const bytes = () => {
		if (view.length !== memory.buffer.byteLength) view = Buffer.from(memory.buffer);
		return view;
	};
	const allocate = (size) => {
		const rounded = sizeClass(size);
		const reused = free.get(rounded)?.pop();
		if (reused !== void 0) return reused;
		const address = top;
		const needed = address + rounded - memory.buffer.byteLength;
		if (address + rounded > limit) throw new RangeError(`no room for ${size} bytes`);
		if (needed > 0) memory.grow(Math.ceil(Math.min(Math.max(needed, growth), limit - memory.buffer.byteLength) / pageSize$1));
		top += rounded;
		return address;
	};
	const release = (address, size) => {
		const rounded = sizeClass(size);
		const list = free.get(rounded);
		if (list === void 0) free.set(rounded, [address]);
		else list.push(address);
	};
	return {
		bytes,
		allocate,
		free: release
	};
};
// src/kernel/kernel.ts
const pageSize = 65536;
/** Of the module's own tables, but for the gate's megabyte behind them. */
const tables = 262144;
const reserved = 1310720;
const maxPages = 65536;
let compiled;
const instanceIn = (memory) => {
	compiled ??= new WebAssembly.Module(readFileSync(new URL("kernel.wasm", import.meta.url)));
	const abort = () => {
		throw new Error("the kernel aborted");
	};
	return new WebAssembly.Instance(compiled, { env: {
		memory,
		abort
	} }).exports;
};
/** An instance with memory of its own: one per thread. */
const createKernel = () => {
	const memory = new WebAssembly.Memory({
		initial: (16 << 20) / pageSize,
		maximum: maxPages
	});
	return {
		...instanceIn(memory),
		heap: createHeap(memory, reserved)
	};
};
/** An instance that does nothing but unpack, with so much memory for that, which does not grow. */
const createDeflate = (size) => {
	const pages = Math.ceil((tables + size) / pageSize);
	const memory = new WebAssembly.Memory({
		initial: pages,
		maximum: pages
	});
	const { beginDeflate, continueDeflate, inputAt, outputAt } = instanceIn(memory);
	return {
		beginDeflate,
		continueDeflate,
		inputAt,
		outputAt,
		room: Buffer.from(memory.buffer, tables, size),
		address: tables
	};
};
export { createKernel as n, createDeflate as t };
