// src/cache/id-list.ts
const countOf = ({ ids, idBytes }) => Math.floor(ids.length / idBytes);
/** Whether an id is in a list. A list that is not in order may lack ids that it holds, and never holds one that it lacks. */
const holds = ({ ids, idBytes }, id) => {
	let low = 0;
	let high = countOf({
		ids,
		idBytes
	}) - 1;
	while (low <= high) {
		const middle = low + high >> 1;
		const order = ids.compare(id, 0, idBytes, middle * idBytes, (middle + 1) * idBytes);
		if (order === 0) return true;
		if (order < 0) low = middle + 1;
		else high = middle - 1;
	}
	return false;
};
/** Ascending or not at one place of each: first by four bytes as a number, which is most often enough. */
const compareAt = (a, i, b, j) => {
	const { idBytes } = a;
	const [atA, atB] = [i * idBytes, j * idBytes];
	const first = a.ids.readUInt32BE(atA) - b.ids.readUInt32BE(atB);
	return first !== 0 ? first : a.ids.compare(b.ids, atB, atB + idBytes, atA, atA + idBytes);
};
/** Calls with the place in `a` of every id that both lists hold. */
const forShared = (a, b, call) => {
	const [countA, countB] = [countOf(a), countOf(b)];
	for (let i = 0, j = 0; i < countA && j < countB;) {
		const order = compareAt(a, i, b, j);
		if (order === 0) call(i);
		if (order <= 0) i++;
		if (order >= 0) j++;
	}
};
/** All ids of both lists, each once; no more than `most` of them. */
const union = (a, b, most) => {
	const { idBytes } = a;
	const [countA, countB] = [countOf(a), countOf(b)];
	const ids = Buffer.allocUnsafe(Math.min(countA + countB, most) * idBytes);
	let at = 0;
	for (let i = 0, j = 0; (i < countA || j < countB) && at < ids.length; at += idBytes) {
		const order = i === countA ? 1 : j === countB ? -1 : compareAt(a, i, b, j);
		if (order <= 0) a.ids.copy(ids, at, i * idBytes, (i + 1) * idBytes);
		else b.ids.copy(ids, at, j * idBytes, (j + 1) * idBytes);
		if (order <= 0) i++;
		if (order >= 0) j++;
	}
	return {
		ids: ids.subarray(0, at),
		idBytes
	};
};
/** A list of ids in hexadecimal, which may be in any order and repeat. */
const listOf = (hex, idBytes) => ({
	ids: Buffer.from([...new Set(hex)].sort().join(""), "hex"),
	idBytes
});
// src/cache/clean-store.ts
const isHex = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const nothing = (idBytes) => ({
	ids: Buffer.alloc(0),
	idBytes
});
const createCleanStore = (known) => {
	const shelves = /* @__PURE__ */ new Map();
	const shelfOf = (kind, idBytes) => {
		const key = `${kind} ${idBytes}`;
		const shelf = shelves.get(key) ?? {
			kind,
			old: nothing(idBytes),
			added: [],
			lists: []
		};
		shelves.set(key, shelf);
		return shelf;
	};
	for (const { kind, ids, idBytes } of known) shelfOf(kind, idBytes).old = {
		ids,
		idBytes
	};
	const isClean = (kind, id) => {
		const shelf = shelves.get(`${kind} ${id.length / 2}`);
		return shelf !== void 0 && isHex.test(id) && holds(shelf.old, Buffer.from(id, "hex"));
	};
	const add = (kind, id) => {
		if (isHex.test(id) && !isClean(kind, id)) shelfOf(kind, id.length / 2).added.push(id);
	};
	const forKnown = (kind, list, call) => {
		const shelf = shelves.get(`${kind} ${list.idBytes}`);
		if (shelf !== void 0) forShared(list, shelf.old, call);
	};
	const addAll = (kind, list) => {
		if (list.ids.length > 0) shelfOf(kind, list.idBytes).lists.push(list);
	};
	const learned = ({ added, lists, old: { idBytes } }) => lists.reduce((all, list) => union(all, list, Number.POSITIVE_INFINITY), listOf(added, idBytes));
	const sections = (maxBytes) => {
		const all = [...shelves.values()].map((shelf) => ({
			shelf,
			fresh: learned(shelf)
		}));
		if (all.every(({ fresh }) => fresh.ids.length === 0)) return void 0;
		let room = maxBytes;
		const take = (list) => {
			const count = Math.min(countOf(list), Math.floor(room / list.idBytes));
			room -= count * list.idBytes;
			return count;
		};
		const counts = all.map(({ fresh }) => take(fresh));
		return all.map(({ shelf: { kind, old }, fresh }, i) => {
			const { idBytes } = fresh;
			const cut = {
				ids: fresh.ids.subarray(0, counts[i] * idBytes),
				idBytes
			};
			return {
				kind,
				...union(cut, old, counts[i] + take(old))
			};
		});
	};
	return {
		isClean,
		add,
		forKnown,
		addAll,
		kinds: () => [...shelves.values()].map(({ kind }) => kind),
		sections
	};
};
/** For runs without a cache. */
const forgetful = {
	isClean: () => false,
	add: () => {},
	forKnown: () => {},
	addAll: () => {},
	kinds: () => []
};
export { forgetful as n, createCleanStore as t };
