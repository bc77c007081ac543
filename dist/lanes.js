// src/lanes.ts
/** Lanes that soon have work anyway are sent on no errand. */
const moment = 20;
const createLanes = (lanes, errandFor = () => void 0) => {
	const free = [...lanes];
	const waiting = [];
	/** Those that were not asked to end. */
	const errands = /* @__PURE__ */ new Set();
	let isSending = false;
	const leave = (lane) => {
		const next = waiting.shift();
		if (next === void 0) {
			free.push(lane);
			sendLater();
		} else next(lane);
	};
	const send = () => {
		isSending = false;
		for (const lane of [...free]) {
			const errand = errandFor(lane);
			if (errand === void 0) return;
			free.splice(free.indexOf(lane), 1);
			errands.add(errand);
			errand.done.catch(() => {}).then(() => {
				errands.delete(errand);
				leave(lane);
			});
		}
	};
	const sendLater = () => {
		if (isSending || free.length === 0) return;
		isSending = true;
		setTimeout(send, moment).unref();
	};
	const wait = () => {
		const [errand] = errands;
		if (errand !== void 0) {
			errands.delete(errand);
			errand.leave();
		}
		return new Promise((resolve) => waiting.push(resolve));
	};
	return async (work) => {
		const lane = free.shift() ?? await wait();
		const result = work(lane);
		sendLater();
		return result.finally(() => leave(lane));
	};
};
export { createLanes as t };
