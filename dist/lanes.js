// src/lanes.ts
const createLanes = (lanes) => {
	const free = [...lanes];
	const waiting = [];
	const leave = (lane) => {
		const next = waiting.shift();
		if (next === void 0) free.push(lane);
		else next(lane);
	};
	return async (work) => {
		const lane = free.shift() ?? await new Promise((resolve) => waiting.push(resolve));
		return work(lane).finally(() => leave(lane));
	};
};
export { createLanes as t };
