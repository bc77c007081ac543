const noBytes = Array.from({ length: 256 }, () => false);
/** More repetitions of a part that may be absent are taken for any number: the automaton lets more pass, and stays small. */
const maxOptional = 4;
/** More states are no longer worth it. */
const maxStates = 4e3;
/** The automaton of a part of an expression; of more repetitions than `most` it asks for that many. Throws a RangeError where it would be too large. */
const statesOf = (whole, mostRepeats = 64) => {
	const sets = [void 0];
	const before = [void 0];
	const next = [[]];
	const ends = /* @__PURE__ */ new Set();
	const add = (to, set, behind) => {
		if (sets.length > maxStates) throw new RangeError("too many states");
		sets.push(set);
		before.push(behind);
		next.push([...to]);
		return sets.length - 1;
	};
	/** Any number of a part, then what comes after it. */
	const loop = (part, after) => {
		const again = add([after]);
		next[again].push(build(part, again));
		return again;
	};
	const repeat = (part, least, most, after) => {
		let from = after;
		if (most - least > maxOptional) from = loop(part, from);
		else for (let i = least; i < most; i++) from = add([build(part, from), after]);
		for (let i = 0; i < Math.min(least, mostRepeats); i++) from = build(part, from);
		return from;
	};
	/** The state from which a part is matched and what comes after it follows. */
	const build = (part, after) => {
		switch (part.kind) {
			case "bytes": return add([after], part.set);
			case "sequence": return part.parts.reduceRight((following, one) => build(one, following), after);
			case "choice": return add(part.parts.map((one) => build(one, after)));
			case "repeat": return repeat(part.part, part.least, part.most, after);
			case "ahead": return after === 0 ? build(part.part, after) : after;
			case "end":
				ends.add(add([after], noBytes));
				return sets.length - 1;
			case "behind": return add([after], void 0, part.set);
		}
	};
	return {
		sets,
		ends,
		before,
		next,
		start: build(whole, 0)
	};
};
/**
* All that some states lead to without reading, ascending: states that read, and the accepting one. `byte` stands before; where none is
* known any may.
*/
const closure = ({ sets, before, next }, from, byte) => {
	const seen = /* @__PURE__ */ new Set();
	const waiting = [...from];
	const reached = [];
	for (let state = waiting.pop(); state !== void 0; state = waiting.pop()) {
		if (seen.has(state)) continue;
		seen.add(state);
		if (sets[state] !== void 0 || state === 0) reached.push(state);
		else if (byte === void 0 || before[state]?.[byte] !== false) waiting.push(...next[state]);
	}
	return reached.length > 1 ? reached.sort((a, b) => a - b) : reached;
};
// src/detect/sieve/automaton.ts
/** No text that goes on like this is matched; every text that goes on like this may be. */
const [dead, passed] = [0, 1];
/** Larger automata let pass what they no longer tell apart: half of where a row begins must fit 16 bits. */
const maxTable = 12e4;
/** Bytes that no state tells apart are one class; per class one of its bytes. */
const byteClasses = ({ sets, before }) => {
	const distinct = [.../* @__PURE__ */ new Set([...sets, ...before])].filter((set) => set !== void 0);
	const classOf = /* @__PURE__ */ new Uint8Array(256);
	const samples = [];
	const known = /* @__PURE__ */ new Map();
	for (let byte = 0; byte < 256; byte++) {
		const sign = distinct.map((set) => set[byte] ? "1" : "0").join("");
		if (!known.has(sign)) {
			known.set(sign, samples.length);
			samples.push(byte);
		}
		classOf[byte] = known.get(sign);
	}
	return {
		classOf,
		samples
	};
};
/** The states that a byte leads to. */
const step = (states, from, byte) => {
	const after = [];
	for (const state of from) if (states.sets[state]?.[byte] === true) after.push(states.next[state][0]);
	return after.length === 0 ? after : closure(states, after, byte);
};
/** Whether a match is complete where the content ends. */
const endsWell = (states, reached) => closure(states, reached.filter((state) => states.ends.has(state)).flatMap((state) => states.next[state])).some((state) => state === 0 || states.ends.has(state) && endsWell(states, [state]));
/** Tells, by the bytes from some place on, whether a match can begin there. It may say yes too often, never no. */
const automatonOf = (states) => {
	const { classOf, samples } = byteClasses(states);
	const numbers = /* @__PURE__ */ new Map();
	let isWhole = true;
	const rows = [];
	const numberOf = (reached) => {
		if (reached.length === 0) return dead;
		if (reached.includes(0)) return passed;
		const key = reached.join();
		const known = numbers.get(key);
		if (known !== void 0) return known;
		isWhole &&= (rows.length + 1) * (samples.length + 1) <= maxTable;
		if (!isWhole) return passed;
		rows.push(reached);
		numbers.set(key, rows.length - 1 + 2);
		return rows.length - 1 + 2;
	};
	const table = [];
	numberOf(closure(states, [states.start]));
	for (const reached of rows) {
		for (const byte of samples) table.push(numberOf(step(states, reached, byte)));
		table.push(endsWell(states, reached) ? passed : dead);
	}
	return {
		classOf,
		classes: samples.length + 1,
		table,
		isWhole
	};
};
export { step as a, endsWell as i, byteClasses as n, closure as o, dead as r, statesOf as s, automatonOf as t };
