import { a as listOf, n as findId, o as union, r as forShared, t as countOf } from "./id-list.js";
// src/cache/records.ts
const [keyBytes, lengthBytes] = [32, 4];
const headBytes = keyBytes + lengthBytes;
const encode = (key, bytes) => {
	const head = Buffer.alloc(headBytes);
	head.write(key, "hex");
	head.writeUInt32LE(bytes.length, keyBytes);
	return Buffer.concat([head, bytes]);
};
const decode = (encoded) => {
	const records = /* @__PURE__ */ new Map();
	for (let at = 0; at + headBytes <= encoded.length;) {
		const end = at + headBytes + encoded.readUInt32LE(at + keyBytes);
		if (end > encoded.length) break;
		records.set(encoded.toString("hex", at, at + keyBytes), encoded.subarray(at + headBytes, end));
		at = end;
	}
	return records;
};
/** Records as `encoded` wrote them, and new ones. */
const createRecords = (known) => {
	const old = decode(known);
	const used = /* @__PURE__ */ new Map();
	let isNew = false;
	const get = (key) => {
		const bytes = used.get(key) ?? old.get(key);
		if (bytes !== void 0) used.set(key, bytes);
		return bytes;
	};
	const add = (key, bytes) => {
		used.set(key, bytes);
		isNew = true;
	};
	const encoded = (maxBytes) => {
		const kept = [];
		let room = maxBytes;
		for (const [key, bytes] of new Map([...used, ...[...old].filter(([one]) => !used.has(one))])) {
			room -= headBytes + bytes.length;
			if (room < 0) break;
			kept.push(encode(key, bytes));
		}
		return Buffer.concat(kept);
	};
	return {
		get,
		add,
		hasNew: () => isNew,
		encoded
	};
};
// src/cache/clean-store.ts
/** Whether a kind is one of git's objects. */
const isOfObjects = (kind) => kind !== "layer";
const isHex = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** Of a cache's bytes records may take so many. */
const maxRecords = 24 << 20;
const nothing = (idBytes) => ({
	ids: Buffer.alloc(0),
	idBytes
});
const createCleanStore = ({ sections: known, note: oldNote, records: oldRecords }) => {
	let note = oldNote;
	const records = createRecords(oldRecords ?? Buffer.alloc(0));
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
		if (all.every(({ fresh }) => fresh.ids.length === 0) && note === oldNote && !records.hasNew()) return void 0;
		const recorded = records.encoded(Math.min(maxRecords, maxBytes));
		let room = maxBytes - recorded.length - (note?.length ?? 0) * 3;
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
			note,
			records: recorded
		};
	};
	return {
		isClean,
		add,
		forKnown,
		addAll,
		kinds: () => [...shelves.values()].map(({ kind }) => kind),
		note: () => note,
		takeNote: (text) => {
			note = text;
		},
		record: records.get,
		addRecord: records.add,
		contents
	};
};
/** For runs without a cache. */
const forgetful = {
	isClean: () => false,
	add: () => {},
	forKnown: () => {},
	addAll: () => {},
	kinds: () => [],
	note: () => void 0,
	takeNote: () => {},
	record: () => void 0,
	addRecord: () => {}
};
export { forgetful as n, isOfObjects as r, createCleanStore as t };
