import { t as createCleanStore } from "./clean-store.js";
import { crc32 } from "node:zlib";
import { createHash, randomBytes } from "node:crypto";
import { closeSync, fstatSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
// src/cache/cache-file.ts
/** A larger file is neither read nor written: room for three million objects. */
const maxBytes = 64 << 20;
const magic = Buffer.from("tidewaiter cache 2\n", "latin1");
/** The sections whose entries are bytes: a text, and records. */
const [noteKind, recordsKind] = ["note", "records"];
const rulesAt = magic.length;
const rulesBytes = 32;
const tableAt = rulesAt + rulesBytes + 4;
const checkBytes = 4;
/** A section's row: length of its kind's name, the name, bytes of an id, number of ids. */
const nameBytes = 30;
const rowBytes = 36;
const maxSections = 64;
/** Names a set of rules: what one set finds nothing in may be full of what another looks for. */
const rulesName = (engine, customRules) => createHash("sha256").update(engine).update("\0").update(JSON.stringify(customRules)).digest();
const kindForm = /^(?:object|tree|layer|passed\/[a-zA-Z0-9 -]+)$/;
/** Why a file is not used. */
var UnusableError = class extends Error {
	name = "UnusableError";
};
/** Where the rows of sections end. Throws an UnusableError for what is no cache for these rules. */
const checkFrame = (file, rules) => {
	if (file.length < tableAt + checkBytes || !file.subarray(0, rulesAt).equals(magic)) throw new UnusableError("it is no cache of this version of Tidewaiter");
	const end = file.length - checkBytes;
	if (crc32(file.subarray(0, end)) !== file.readUInt32LE(end)) throw new UnusableError("it is damaged");
	if (!file.subarray(rulesAt, rulesAt + rulesBytes).equals(rules)) throw new UnusableError("it was made with other rules or by another version");
	const count = file.readUInt32LE(rulesAt + rulesBytes);
	if (count > maxSections || tableAt + count * rowBytes > end) throw new UnusableError("it is damaged");
	return tableAt + count * rowBytes;
};
/** Reads what `encode` wrote. Throws an UnusableError for anything else. */
const decode = (file, rules) => {
	const table = checkFrame(file, rules);
	const sections = [];
	let note;
	let records;
	let at = table;
	for (let row = tableAt; row < table; row += rowBytes) {
		const kind = file.toString("latin1", row + 1, row + 1 + Math.min(file[row], nameBytes));
		const idBytes = file[row + 1 + nameBytes];
		const next = at + idBytes * file.readUInt32LE(row + 2 + nameBytes);
		if (next > file.length - checkBytes) throw new UnusableError("it is damaged");
		if (kind === noteKind && idBytes === 1) note = file.toString("utf8", at, next);
		else if (kind === recordsKind && idBytes === 1) records = file.subarray(at, next);
		else if (kindForm.test(kind) && (idBytes === 20 || idBytes === 32)) sections.push({
			kind,
			idBytes,
			ids: file.subarray(at, next)
		});
		else throw new UnusableError("it is damaged");
		at = next;
	}
	return {
		sections,
		note,
		...records === void 0 ? {} : { records }
	};
};
const encode = ({ sections, note = "", records = Buffer.alloc(0) }, rules) => {
	const named = [
		...sections,
		{
			kind: noteKind,
			idBytes: 1,
			ids: Buffer.from(note)
		},
		{
			kind: recordsKind,
			idBytes: 1,
			ids: records
		}
	].filter(({ kind, ids }) => kind.length <= nameBytes && ids.length > 0).slice(-64);
	const table = Buffer.alloc(4 + named.length * rowBytes);
	table.writeUInt32LE(named.length);
	named.forEach(({ kind, ids, idBytes }, i) => {
		const row = 4 + i * rowBytes;
		table[row] = kind.length;
		table.write(kind, row + 1, "latin1");
		table[row + 1 + nameBytes] = idBytes;
		table.writeUInt32LE(ids.length / idBytes, row + 2 + nameBytes);
	});
	const body = Buffer.concat([
		magic,
		rules,
		table,
		...named.map(({ ids }) => ids)
	]);
	const check = Buffer.alloc(checkBytes);
	check.writeUInt32LE(crc32(body));
	return Buffer.concat([body, check]);
};
/** The bytes of a file, or undefined where there is none. Throws an UnusableError for what is no plain file, or too large. */
const readBounded = (file) => {
	let handle;
	try {
		handle = openSync(file, "r");
	} catch (error) {
		if (error.code === "ENOENT") return void 0;
		throw new UnusableError(error.message);
	}
	try {
		const stat = fstatSync(handle);
		if (!stat.isFile()) throw new UnusableError("it is no file");
		if (stat.size > maxBytes) throw new UnusableError(`its ${stat.size} bytes exceed the limit of ${maxBytes}`);
		return readFileSync(handle);
	} finally {
		closeSync(handle);
	}
};
const nothing = {
	sections: [],
	note: void 0
};
const knownIn = (file, rules, warn) => {
	try {
		const bytes = readBounded(file);
		return bytes === void 0 ? nothing : decode(bytes, rules);
	} catch (error) {
		if (!(error instanceof UnusableError)) throw error;
		warn(`the cache ${file} is not used: ${error.message}`);
		return nothing;
	}
};
/** Opens a cache for one set of rules; what cannot be used is as good as absent, and `warn` hears why. Never throws. */
const openCache = (file, rules, warn) => {
	const { contents, ...store } = createCleanStore(knownIn(file, rules, warn));
	const save = () => {
		const all = contents(maxBytes - tableAt - 2304 - checkBytes);
		if (all === void 0) return;
		const draft = `${file}.${randomBytes(6).toString("hex")}.tmp`;
		try {
			writeFileSync(draft, encode(all, rules), {
				flag: "wx",
				mode: 384
			});
			renameSync(draft, file);
		} catch (error) {
			rmSync(draft, { force: true });
			warn(`the cache ${file} was not written: ${error.message}`);
		}
	};
	return {
		...store,
		save
	};
};
export { openCache, rulesName };
