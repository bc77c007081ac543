import { n as ImageError } from "./image-error.js";
// src/image/blob-port.ts
/** Chunks that are sent before the first of them was asked for: the sender is busy at times. */
const ahead = 8;
const isExpected = (error) => error instanceof ImageError || error.code !== void 0;
/** A chunk that has its memory for itself goes over as it is, of others a copy: a message would carry all of the memory that they look into. */
const alone = (chunk) => chunk.buffer.byteLength === chunk.byteLength ? chunk : new Uint8Array(chunk);
const untilAborted = (signal) => {
	if (signal?.aborted === true) throw new ImageError("interrupted");
};
/**
* Sends a blob, whose chunks are the receiver's from then on, as fast as it is read at the other end, until that end is closed.
* What goes wrong on the way is told there; faults of ours are thrown here as well.
*/
const sendBlob = async (stored, port, signal) => {
	let asked = ahead;
	let isOpen = true;
	let wake = () => {};
	const send = (message) => port.postMessage(message);
	const sendChunk = (chunk) => port.postMessage({ chunk }, [chunk.buffer]);
	port.on("message", () => {
		asked++;
		wake();
	});
	port.on("close", () => {
		isOpen = false;
		wake();
	});
	const isWanted = async () => {
		while (asked === 0 && isOpen) await new Promise((resolve) => {
			wake = resolve;
		});
		return isOpen;
	};
	try {
		for await (const chunk of stored) {
			untilAborted(signal);
			if (!await isWanted()) return;
			asked--;
			sendChunk(alone(chunk));
		}
		send("end");
	} catch (error) {
		send({ failed: error.message });
		if (!isExpected(error)) throw error;
	}
};
/** The blob that is sent to a port, which it closes. Throws an ImageError where the sender could not go on. */
async function* receiveBlob(port) {
	const waiting = [];
	let wake = () => {};
	port.on("message", (message) => {
		waiting.push(message);
		wake();
	});
	try {
		for (;;) {
			const sent = waiting.shift();
			if (sent === void 0) await new Promise((resolve) => {
				wake = resolve;
			});
			else if (sent === "end") return;
			else if ("failed" in sent) throw new ImageError(sent.failed);
			else {
				port.postMessage("more");
				yield Buffer.from(sent.chunk.buffer, sent.chunk.byteOffset, sent.chunk.byteLength);
			}
		}
	} finally {
		port.close();
	}
}
export { sendBlob as n, receiveBlob as t };
