import { a as listOf, i as idsBeginning, n as findId, o as union, r as forShared, t as countOf } from "./id-list.js";
// src/cache/clean-store.ts
const layerKinds = /* @__PURE__ */ new Set([
	"layer",
	"holding",
	"entry"
]);
/** Whether a kind is one of git's objects. */
const isOfObjects = (kind) => !layerKinds.has(kind);
const isHex = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const nothing = (idBytes) => ({
	ids: Buffer.alloc(0),
	idBytes
});
const createCleanStore = ({ sections: known, note: oldNote }) => {
	let note = oldNote;
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
		return shelf !== void 0 && isHex.test(id) && findId(shelf.old, Buffer.from(id, "hex")) !== -1;
	};
	const add = (kind, id) => {
		if (isHex.test(id) && !isClean(kind, id)) shelfOf(kind, id.length / 2).added.push(id);
	};
	const beginningWith = (kind, beginning, most) => {
		const shelf = shelves.get(`${kind} 32`);
		return shelf === void 0 ? [] : idsBeginning(shelf.old, Buffer.from(beginning, "hex"), most);
	};
	const forKnown = (kind, list, call) => {
		const shelf = shelves.get(`${kind} ${list.idBytes}`);
		if (shelf !== void 0) forShared(list, shelf.old, call);
	};
	const addAll = (kind, list) => {
		if (list.ids.length > 0) shelfOf(kind, list.idBytes).lists.push(list);
	};
	const learned = ({ added, lists, old: { idBytes } }) => lists.reduce((all, list) => union(all, list, Number.POSITIVE_INFINITY), listOf(added, idBytes));
	const contents = (maxBytes) => {
		const all = [...shelves.values()].map((shelf) => ({
			shelf,
			fresh: learned(shelf)
		}));
		if (all.every(({ fresh }) => fresh.ids.length === 0) && note === oldNote) return void 0;
		let room = maxBytes - (note?.length ?? 0) * 3;
		const take = (list) => {
			const count = Math.min(countOf(list), Math.floor(room / list.idBytes));
			room -= count * list.idBytes;
			return count;
		};
		const counts = all.map(({ fresh }) => take(fresh));
		return {
			sections: all.map(({ shelf: { kind, old }, fresh }, i) => {
				const { idBytes } = fresh;
				const cut = {
					ids: fresh.ids.subarray(0, counts[i] * idBytes),
					idBytes
				};
				return {
					kind,
					...union(cut, old, counts[i] + take(old))
				};
			}),
			note
		};
	};
	return {
		isClean,
		add,
		beginningWith,
		forKnown,
		addAll,
		kinds: () => [...shelves.values()].map(({ kind }) => kind),
		note: () => note,
		takeNote: (text) => {
			note = text;
		},
		contents
	};
};
/** For runs without a cache. */
const forgetful = {
	isClean: () => false,
	add: () => {},
	beginningWith: () => [],
	forKnown: () => {},
	addAll: () => {},
	kinds: () => [],
	note: () => void 0,
	takeNote: () => {}
};
export { forgetful as n, isOfObjects as r, createCleanStore as t };
