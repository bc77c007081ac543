import { m as sharedAllowance, y as createDesk } from "./help.js";
import { t as receiveBlob } from "./blob-port.js";
import { i as givenBack } from "./inflater.js";
import { n as readLayer } from "./layer.js";
import { d as readPart } from "./spill.js";
// src/image/thread-reading.ts
/** Reads a layer on a thread. */
const readLayerFrom = (from, { task, limits, ledger, desk: memory }, inspect) => {
	const allowance = sharedAllowance(limits.work, ledger);
	const stored = "descriptor" in from ? readPart(from, allowance.isStopped) : givenBack(receiveBlob(from));
	const desk = memory === void 0 ? void 0 : createDesk(memory);
	return readLayer(stored, task, {
		inspect: allowance.timed(inspect),
		limits,
		allowance,
		desk
	});
};
export { readLayerFrom };
