import { g as sharedAllowance, n as readLayer } from "./layer.js";
import { t as receiveBlob } from "./blob-port.js";
import { a as readPart, f as givenBack } from "./spill.js";
// src/image/thread-reading.ts
/** Reads a layer on a thread. */
const readLayerFrom = (from, { task, limits, ledger }, inspect) => {
	const allowance = sharedAllowance(limits.work, ledger);
	const stored = "descriptor" in from ? readPart(from, allowance.isStopped) : givenBack(receiveBlob(from));
	return readLayer(stored, task, {
		inspect: allowance.timed(inspect),
		limits,
		allowance
	});
};
export { readLayerFrom };
