import { r as LimitError } from "./image-error.js";
// src/image/allowance.ts
const usualWork = {
	bytes: 2 * 2 ** 30,
	ratio: 200,
	milliseconds: 8e3,
	millisecondsForMebibyte: 1e3,
	history: {
		milliseconds: 2e4,
		millisecondsForMebibyte: 2e3
	}
};
/** Bytes that could be unpacked in the time that other things take (measured). */
const costs = {
	layer: 65536,
	member: 4096,
	frame: 16384
};
/** Absent from Node before 22.19. */
const { threadCpuUsage } = process;
/** Milliseconds of this thread's work where that can be told, else of the clock: a busy machine is no hostile image. */
const clock = () => {
	if (threadCpuUsage === void 0) return performance.now();
	const { user, system } = threadCpuUsage.call(process);
	return (user + system) / 1e3;
};
/** Places in a ledger: bytes, microseconds of detection, and the bytes that are stored of the images. */
const [bytesAt, microsecondsAt, storedAt] = [
	0,
	1,
	2
];
const createLedger = () => new BigInt64Array(new SharedArrayBuffer(3 * BigInt64Array.BYTES_PER_ELEMENT));
/** Adds, and gives the sum: of what all threads added. */
const add = (ledger, at, more) => Number(Atomics.add(ledger, at, BigInt(Math.ceil(more)))) + more;
const standing = (ledger, at) => Number(Atomics.load(ledger, at));
const reason = "the images unpack to far more than is stored of them, as made to hold up a scan: the rest is not read";
const slow = "looking at the images takes far longer than at others of their size: the rest is not read";
const countingOn = (ledger, limits, stored) => {
	const isOver = (bytes) => bytes > limits.bytes && bytes > limits.bytes + limits.ratio * stored();
	const isSlow = (milliseconds) => milliseconds > limits.milliseconds && milliseconds > limits.milliseconds + limits.millisecondsForMebibyte * stored() / 2 ** 20;
	const spend = (more) => {
		if (isOver(add(ledger, bytesAt, more))) throw new LimitError(reason);
	};
	const timed = (inspect) => (...asked) => {
		const start = clock();
		const hits = inspect(...asked);
		if (isSlow(add(ledger, microsecondsAt, (clock() - start) * 1e3) / 1e3)) throw new LimitError(slow);
		return hits;
	};
	const isSpent = () => isOver(standing(ledger, bytesAt)) || isSlow(standing(ledger, microsecondsAt) / 1e3);
	return {
		spend,
		isSpent,
		timed
	};
};
/** A thread's part of what a run may cost: it counts on what all have spent. */
const sharedAllowance = (limits, ledger) => countingOn(ledger, limits, () => standing(ledger, storedAt));
/** `stored` gives the bytes that are stored of the images, each counted once however often it is named. */
const createAllowance = (limits, stored) => {
	const ledger = createLedger();
	let inHistories = 0;
	const historyTime = () => {
		const { milliseconds: least, millisecondsForMebibyte } = limits.history;
		return Math.max(0, least + millisecondsForMebibyte * stored() / 2 ** 20 - inHistories);
	};
	const share = () => {
		Atomics.store(ledger, storedAt, BigInt(Math.floor(stored())));
		return ledger;
	};
	return {
		...countingOn(ledger, limits, stored),
		share,
		historyTime,
		useHistoryTime: (more) => {
			inHistories += more;
		}
	};
};
/** For what is bounded by its own. */
const noAllowance = { spend: () => {} };
export { usualWork as a, sharedAllowance as i, createAllowance as n, noAllowance as r, costs as t };
