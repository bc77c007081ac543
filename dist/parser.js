import { n as parseObject, t as isJsonObject } from "./json-object.js";
import { i as severityRank, r as severities, t as proofRank } from "./finding.js";
import { n as partitionPoint, t as lastAtOrBefore } from "./partition-point.js";
import { n as createKernel } from "./kernel.js";
import { r as dead } from "./automaton.js";
import { t as quoteExpression } from "./quote-expression.js";
import { t as ranks } from "./rule.js";
import { t as require_dist } from "./dist.js";
import { isIPv6 } from "node:net";
import { isAscii } from "node:buffer";
import { crc32 } from "node:zlib";
import { X509Certificate, createDecipheriv, createECDH, createHash, createHmac, createPrivateKey, createPublicKey, pbkdf2Sync, randomFillSync, sign, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
// patterns/load.ts
const rules = JSON.parse(readFileSync(new URL("rules.json", import.meta.url), "utf8"));
// src/detect/secretlint-blocks.ts
const word = Buffer.from("secretlint-", "latin1");
const longest$9 = 17;
/** One pass per content, however many secrets it holds. */
const known$5 = /* @__PURE__ */ new WeakMap();
const readToggles = (content) => {
	const toggles = [];
	for (let at = content.indexOf(word); at !== -1; at = content.indexOf(word, at + word.length)) {
		const from = at + word.length;
		const kind = /^(disable|enable)(?![\w-])/.exec(content.toString("latin1", from, from + longest$9))?.[1];
		const disabled = toggles.length % 2 === 1;
		if (kind === "disable" && !disabled || kind === "enable" && disabled) toggles.push(at);
	}
	return toggles;
};
/**
* Whether an offset lies between `secretlint-disable` and the next `secretlint-enable`, or the end. Names of
* secretlint's rules are not ours, so a comment that names some counts for all (secretlint-rule-filter-comments).
*/
const insideDisabledBlock = (content, offset) => {
	let toggles = known$5.get(content);
	if (toggles === void 0) {
		toggles = readToggles(content);
		known$5.set(content, toggles);
	}
	const ascending = toggles;
	return partitionPoint(ascending.length, (place) => ascending[place] < offset) % 2 === 1;
};
// src/detect/inline-ignore.ts
/** How far a comment may stand from its secret on a long line, in bytes: a line of 100 MB costs no more. */
const reach$6 = 16384;
const maxReason = 200;
const keyword = (by, source = by) => ({
	by,
	expression: new RegExp(`(?<![\\w-])${source}(?![\\w-])`, "g")
});
/**
* Comments of other scanners on the secret's own line, as their documentation and sources have them: gitleaks and
* betterleaks (README), trufflehog (README), kingfisher (docs/USAGE.md), detect-secrets (README, "Inline Allowlisting"),
* secretlint (rule-filter-comments), ggshield ("ignoring secrets").
*/
const onSameLine = [
	keyword("gitleaks:allow"),
	keyword("betterleaks:allow"),
	keyword("trufflehog:ignore"),
	keyword("kingfisher:ignore"),
	keyword("kingfisher:allow"),
	keyword("pragma: allowlist secret", "pragma: ?(?:allow|white)list[ -]secret"),
	keyword("secretlint-disable-line"),
	keyword("ggignore")
];
const onLineBefore = [
	keyword("pragma: allowlist nextline secret", "pragma: ?allowlist[ -]nextline[ -]secret"),
	keyword("secretlint-disable-next-line"),
	keyword("kingfisher:ignore")
];
const ours = keyword("tidewaiter:ignore");
const oursBefore = keyword("tidewaiter:ignore-next-line");
/** What may stand before a comment that is alone on its line, in the languages that people write. */
const onlyCommentBefore = /^\s*(?:#+|\/{2,}|\/\*+|\*+|--+|;+|%+|<!--|'+|"+|\{\{!?(?:--|\/\*)|\{#|\(\*|@?rem|dnl|!)?\s*$/i;
const areas = [
	"secrets",
	"kubeconfig",
	"signatures",
	"base-images",
	"kubernetes",
	"cluster",
	"dockerfile"
];
const isCheck = (word) => word.includes("/") || areas.includes(word);
const tidy = (text) => {
	const end = text.search(/\*\/|--+>|#\}|\}\}|\*\)|"""/);
	const plain = (end === -1 ? text : text.slice(0, end)).replace(/[\0-\x1f\x7f]/g, " ").trim();
	return plain === "" ? void 0 : plain.slice(0, maxReason);
};
/** Reads `CHECK,CHECK -- reason`; words that cannot be checks are a reason whose dashes were forgotten. */
const understand = (rest) => {
	const line = rest.split(/[\r\n]/, 1)[0];
	const [, words = "", dashed] = /^(.*?)(?:\s--\s+(.*))?$/.exec(line) ?? [];
	const [, list = "", after = ""] = /^\s*([\w/*-]+(?:\s*,\s*[\w/*-]+)*)?(.*)$/.exec(words) ?? [];
	const checks = list.split(",").map((word) => word.trim().replace(/\*+$/, ""));
	if (list !== "" && isCheck(checks[0])) return {
		checks,
		reason: tidy(dashed ?? after)
	};
	return {
		checks: [],
		reason: tidy(dashed ?? words)
	};
};
const covers = ({ checks }, check) => checks.length === 0 || checks.some((prefix) => check.startsWith(prefix));
const oursIn = (text, { by, expression }, check) => {
	for (const found of text.matchAll(expression)) {
		const said = understand(text.slice(found.index + found[0].length, found.index + found[0].length + 1024));
		if (covers(said, check)) return {
			by,
			...said.reason === void 0 ? {} : { reason: said.reason }
		};
	}
};
/** The reason after another scanner's keyword, where its author gave one. */
const reasonAfter = (rest) => {
	const found = /^\s*(?:--|:|—|-)\s+([^\r\n]+)/.exec(rest);
	return found === null ? void 0 : tidy(found[1]);
};
const othersIn = (text, keywords) => {
	for (const { by, expression } of keywords) for (const found of text.matchAll(expression)) {
		const reason = reasonAfter(text.slice(found.index + found[0].length, found.index + found[0].length + 1024));
		return {
			by,
			...reason === void 0 ? {} : { reason }
		};
	}
};
/** The secret's first and last line around it, without the secret itself: a value cannot excuse itself. */
const besides = (content, { start, end }, lines) => {
	const first = lines.startOf(lines.at(start).line);
	const last = lines.endOf(lines.at(end).line);
	return [content.toString("utf8", Math.max(first, start - reach$6), start), content.toString("utf8", end, Math.min(last, end + reach$6))];
};
const lineBefore$2 = (content, { start }, lines) => {
	const { line } = lines.at(start);
	if (line === 1) return "";
	const from = lines.startOf(line - 1);
	return content.toString("utf8", from, Math.min(lines.endOf(line - 1), from + reach$6));
};
const aloneBefore = (text, check) => {
	const found = text.search(ours.expression);
	return found !== -1 && onlyCommentBefore.test(text.slice(0, found).slice(0, 1024)) && found <= 1024 ? oursIn(text, ours, check) : void 0;
};
/**
* The comment that excuses a secret, if there is one for its check: `tidewaiter:ignore [CHECK,...] [-- reason]` on the
* secret's first or last line or alone on the line before, `tidewaiter:ignore-next-line`, or another scanner's.
*/
const findInlineIgnore = (content, match, lines) => {
	const { check } = match;
	for (const text of besides(content, match, lines)) {
		const found = oursIn(text, ours, check) ?? othersIn(text, onSameLine);
		if (found !== void 0) return found;
	}
	const before = lineBefore$2(content, match, lines);
	return oursIn(before, oursBefore, check) ?? aloneBefore(before, check) ?? othersIn(before, onLineBefore) ?? (insideDisabledBlock(content, match.start) ? { by: "secretlint-disable" } : void 0);
};
// src/detect/line-hash.ts
/**
* `primaryLocationLineHash`, by which GitHub's code scanning knows an alert again when lines move. It is what
* github/codeql-action computes (src/fingerprints.ts): a rolling hash, h = 37 h + c modulo 2^64, over the 100 UTF-16
* units from the start of a line that are neither space nor tab; every line end is one line feed; after the last
* line come 0xFFFF and zeros. `:n` counts lines of equal hash. A lone carriage return ends a line here, as it does there.
*/
const block = 100;
const factor = 37;
const endOfFile = 65535;
const tab$1 = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space$2 = 32;
/** 37^100 modulo 2^64 in two halves: what a character weighs when it leaves the block. */
const leaving = BigInt.asUintN(64, BigInt(factor) ** BigInt(block));
const leavingHigh = Number(leaving >> 32n);
const leavingLow = Number(leaving & 4294967295n);
/** Larger contents get no hash: code scanning shows no files of this size, and the walk takes seconds. */
const maxContent = 64 << 20;
const chunkSize = 65536;
const createRoller = (onHash) => {
	const units = new Uint16Array(block);
	/** The line that starts at a place of the block, or 0. */
	const starts = new Int32Array(block);
	let high = 0;
	let low = 0;
	let index = 0;
	let line = 0;
	let atStart = true;
	let afterReturn = false;
	const emit = () => {
		const started = starts[index];
		starts[index] = 0;
		return onHash(started, high, low);
	};
	/** All products stay below 2^53, where doubles are exact; `>>> 0` takes them modulo 2^32. */
	const roll = (unit) => {
		const gone = units[index];
		units[index] = unit;
		const sum = low * factor + unit - leavingLow * gone;
		high = high * factor - leavingHigh * gone + Math.floor(sum / 4294967296) >>> 0;
		low = sum >>> 0;
		index = index + 1 === block ? 0 : index + 1;
	};
	const take = (unit) => {
		const skipped = unit === space$2 || unit === tab$1 || afterReturn && unit === lineFeed;
		afterReturn = unit === carriageReturn;
		if (skipped) return true;
		if (starts[index] !== 0 && emit()) return false;
		if (atStart) starts[index] = ++line;
		atStart = unit === lineFeed || unit === carriageReturn;
		roll(unit === carriageReturn ? lineFeed : unit);
		return true;
	};
	const flush = () => {
		for (let i = 0; i < block; i++) {
			if (starts[index] !== 0 && emit()) return;
			roll(0);
		}
	};
	return {
		take,
		flush
	};
};
const hashEachLine = (content, onHash) => {
	const { take, flush } = createRoller(onHash);
	const decoder = new StringDecoder("utf8");
	const takeAll = (text) => {
		for (let i = 0; i < text.length; i++) if (!take(text.charCodeAt(i))) return false;
		return true;
	};
	for (let at = 0; at < content.length; at += chunkSize) if (!takeAll(decoder.write(content.subarray(at, at + chunkSize)))) return;
	if (takeAll(decoder.end()) && take(endOfFile)) flush();
};
const hexOf = (high, low) => high === 0 ? low.toString(16) : `${high.toString(16)}${low.toString(16).padStart(8, "0")}`;
/**
* `primaryLocationLineHash` of the lines asked for (counted from 1), by line. Two walks, so that memory does not grow
* with the number of lines: one for the hashes asked for, one that counts their equals. Nothing for a content beyond 64 MiB.
*/
const lineHashes = (content, lines) => {
	const found = /* @__PURE__ */ new Map();
	if (content.length > maxContent || lines.size === 0) return found;
	const counts = /* @__PURE__ */ new Map();
	const lows = /* @__PURE__ */ new Set();
	let left = lines.size;
	hashEachLine(content, (line, high, low) => {
		if (!lines.has(line)) return false;
		counts.set(hexOf(high, low), 0);
		lows.add(low);
		return --left === 0;
	});
	left = lines.size;
	hashEachLine(content, (line, high, low) => {
		const asked = lines.has(line);
		if (!asked && !lows.has(low)) return false;
		const hex = hexOf(high, low);
		const count = (counts.get(hex) ?? 0) + 1;
		counts.set(hex, count);
		if (asked) found.set(line, `${hex}:${count}`);
		return asked && --left === 0;
	});
	return found;
};
// src/detect/position.ts
/** Text longer than V8's longest string is measured in pieces. */
const pieceSize$2 = 64 << 20;
const utf16Length = (content, from, to) => {
	let units = 0;
	for (let at = from; at < to; at += pieceSize$2) {
		const piece = content.subarray(at, Math.min(to, at + pieceSize$2));
		units += isAscii(piece) ? piece.length : piece.toString("utf8").length;
	}
	return units;
};
/** Lines of a content, as editors and git count them: each ends with a line feed. It is read as far as somebody asks. */
const lineIndex = (content) => {
	const starts = [0];
	let feed = content.indexOf(10);
	const readOn = () => {
		starts.push(feed + 1);
		feed = content.indexOf(10, feed + 1);
	};
	const readTo = (line) => {
		while (feed !== -1 && starts.length < line) readOn();
	};
	const startOf = (line) => {
		readTo(line);
		return starts[line - 1] ?? content.length;
	};
	const endOf = (line) => {
		readTo(line + 1);
		return line < starts.length ? starts[line] - 1 : content.length;
	};
	const at = (offset, wide = false) => {
		while (feed !== -1 && feed < offset) readOn();
		const index = lastAtOrBefore(starts, offset);
		const start = starts[index];
		const units = wide ? Math.floor((offset - start) / 2) : utf16Length(content, start, offset);
		return {
			line: index + 1,
			column: units + 1
		};
	};
	return {
		at,
		startOf,
		endOf
	};
};
// src/detect/hit.ts
const place = (match, lines) => {
	const wide = /^utf-16\b/.test(String(match.facts["encoding"]));
	const from = lines.at(match.start, wide);
	const to = lines.at(match.end, wide);
	return {
		line: from.line,
		column: from.column,
		endLine: to.line,
		endColumn: to.column
	};
};
/** UTF-16 as UTF-8. Node's TextDecoder would take sixteen times the memory (measured). */
const reencoded = (text) => Buffer.from(text.toString("utf16le"));
/**
* UTF-16 with a byte order mark becomes UTF-8, so that rules, lines and columns see its text. Secrets are ASCII, of which
* every character has a zero byte in UTF-16: a content without one only looks like it.
*/
const asUtf8 = (content) => {
	const mark = content.length >= 2 ? content.readUInt16BE(0) : 0;
	if ((mark === 65534 || mark === 65279) && !content.includes(0)) return content;
	if (mark === 65534) return reencoded(content.subarray(2));
	if (mark === 65279) return reencoded(Buffer.from(content.subarray(2, content.length & -2)).swap16());
	return content;
};
const none$1 = /* @__PURE__ */ new Map();
/** Places what was found in a content; line hashes, which read it once more, only where they are wanted. */
const placed = (content, matches, wantsHashes) => {
	if (matches.length === 0) return [];
	const lines = lineIndex(content);
	const places = matches.map((match) => place(match, lines));
	const hashes = wantsHashes ? lineHashes(content, new Set(places.map(({ line }) => line))) : none$1;
	return matches.map((match, i) => ({
		...match,
		...places[i],
		lineHash: hashes.get(places[i].line),
		inlineIgnore: findInlineIgnore(content, match, lines)
	}));
};
/** Scans a content and places what was found. */
const inspect = (detector, bytes, wantsHashes) => {
	const content = asUtf8(bytes);
	return placed(content, detector.scan(content), wantsHashes);
};
// src/kernel/rooms.ts
/** Behind a content: room for the kernel's wide loads. */
const slack = 48;
/** Most contents fit in so much; memory that is not written to costs nothing. */
const smallest = [4 << 20, 65536];
/**
* A room grows with the largest content, by twofold steps: a block for each content would leave one for each size behind, as
* freed blocks are never merged (measured: 25 MB a thread on an image of a gigabyte).
*/
const createRooms = (heap) => {
	const rooms = [];
	const roomFor = (depth, size) => {
		const known = rooms[depth];
		if (known !== void 0 && known.size >= size) return known;
		const larger = Math.max(smallest[Math.min(depth, 1)], 2 ** Math.ceil(Math.log2(size)));
		const room = {
			address: heap.allocate(larger),
			size: larger
		};
		if (known !== void 0) heap.free(known.address, known.size);
		rooms[depth] = room;
		return room;
	};
	const place = (depth, bytes) => {
		const { address } = roomFor(depth, bytes.length + slack);
		heap.bytes().set(bytes, address);
		return address;
	};
	return { place };
};
// src/detect/asked.ts
/** Names an anchor: at one place it may read as base64 of two alignments. */
const anchorKey = ({ image: { encoding, phase }, at }) => `${encoding} ${phase} ${at}`;
/**
* One byte further along, UTF-16 reads as UTF-16 of the other byte order. Where both would do, text begins at an even
* offset.
*/
const withoutShifted = (anchors) => [...anchors.values()].filter(({ at, image }) => {
	const { encoding } = image;
	if (encoding === "base64" || encoding === "hex" || at % 2 === 0) return true;
	const [other, shifted] = encoding === "utf16be" ? ["utf16le", at + 1] : ["utf16be", at - 1];
	return !anchors.has(anchorKey({
		at: shifted,
		image: {
			...image,
			encoding: other
		}
	}));
});
/** Sorts the hits of a content to those parsers and decoders that asked for them. */
const sortOut = (hits, othersOf) => {
	const parsers = /* @__PURE__ */ new Map();
	const encoded = /* @__PURE__ */ new Map();
	for (const { literal, offset: at } of hits) for (const target of othersOf(literal)) if (target.kind === "parser") {
		const places = parsers.get(target.parser);
		if (places === void 0) parsers.set(target.parser, [at]);
		else places.push(at);
	} else {
		const anchor = {
			at,
			image: target.image
		};
		encoded.set(anchorKey(anchor), anchor);
	}
	return {
		parsers,
		encoded: withoutShifted(encoded)
	};
};
// src/detect/base64-run.ts
const base64Class = /* @__PURE__ */ new Uint8Array(256);
for (const char of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_") base64Class[char.charCodeAt(0)] = 1;
/** A run is followed up to this far from its anchor on either side; kubeconfigs are smaller. */
const maxRun$2 = 1 << 20;
/** Encoders break lines at 60, 64 or 76 characters; a shorter line is text that only looks like base64, a much longer one is no line of many. */
const minWidth = 48;
const maxWidth = 1024;
/** Wider indentation than this is not looked through. */
const maxIndentation = 64;
/** Bytes around a run that decide where it begins and ends: a line that is none of its own, and what leads to it. */
const runReach = 1096;
const [feed$1, carriage$1, space$1, tab, backslash$1, letterN, letterR] = [
	10,
	13,
	32,
	9,
	92,
	110,
	114
];
const isFullLine = (length, width) => length >= minWidth && length <= maxWidth && length % 4 === 0 && (width === 0 || length === width);
const runBackward = (content, from) => {
	let start = from;
	while (start > 0 && from - start < 1048576 && base64Class[content[start - 1]] === 1) start--;
	return content[start] === letterN && content[start - 1] === backslash$1 ? start + 1 : start;
};
const runForward = (content, from) => {
	let end = from;
	while (end < content.length && end - from < 1048576 && base64Class[content[end]] === 1) end++;
	return end;
};
/** The end of the line before the one that begins at `start`, or -1 where something else stands before it. */
const previousLineEnd = (content, start) => {
	if (content[start - 1] === letterN && content[start - 2] === backslash$1) return content[start - 3] === letterR && content[start - 4] === backslash$1 ? start - 4 : start - 2;
	let at = start;
	while (start - at < maxIndentation && (content[at - 1] === space$1 || content[at - 1] === tab)) at--;
	if (content[at - 1] !== feed$1) return -1;
	return content[at - 2] === carriage$1 ? at - 2 : at - 1;
};
/** The start of the line after the one that ends at `end`, its indentation left out, or -1. */
const nextLineStart = (content, end) => {
	let at = end;
	if (content[at] === backslash$1 && content[at + 1] === letterR) at += 2;
	if (content[at] === backslash$1 && content[at + 1] === letterN) return at + 2;
	if (content[at] === carriage$1) at++;
	if (content[at] !== feed$1) return -1;
	at++;
	for (const line = at; at - line < maxIndentation && (content[at] === space$1 || content[at] === tab);) at++;
	return at;
};
const linesBefore$1 = (content, at, first) => {
	const lines = [];
	let width = 0;
	for (let end = previousLineEnd(content, first); end > 0 && at - end < 1048576;) {
		const start = runBackward(content, end);
		if (!isFullLine(end - start, width)) break;
		width = end - start;
		lines.push([start, end]);
		end = previousLineEnd(content, start);
	}
	return lines.reverse();
};
const linesAfter = (content, at, line, known) => {
	const lines = [];
	let [start, end] = line;
	let width = known;
	while (end - at < 1048576 && isFullLine(end - start, width)) {
		width = end - start;
		start = nextLineStart(content, end);
		end = start === -1 ? -1 : runForward(content, start);
		if (end <= start || end - start > width) break;
		lines.push([start, end]);
	}
	return lines;
};
/** The run of base64 around `at`, also where an encoder has broken it into lines, indented or escaped. */
const base64Run = (content, at) => {
	const line = [runBackward(content, at), runForward(content, at)];
	const above = linesBefore$1(content, at, line[0]);
	const width = above.length === 0 ? 0 : above[0][1] - above[0][0];
	const fits = width === 0 || line[1] - line[0] <= width;
	return { parts: [
		...fits ? above : [],
		line,
		...linesAfter(content, at, line, fits ? width : 0)
	] };
};
// src/detect/base64-decode.ts
/** Decodes the run of base64 characters around `at`, aligned by the image's phase. */
const decodeBase64 = (content, at, phase) => {
	const { parts } = base64Run(content, at);
	const starts = [];
	const firsts = [];
	let length = 0;
	for (const [start, end] of parts) {
		starts.push(start);
		firsts.push(length);
		length += end - start;
	}
	const indexOf = (place) => {
		const part = Math.max(0, lastAtOrBefore(starts, place));
		return firsts[part] + place - starts[part];
	};
	const contentOf = (index) => {
		const part = Math.max(0, lastAtOrBefore(firsts, index));
		return Math.min(parts[part][1], parts[part][0] + index - firsts[part]);
	};
	const skipped = ((indexOf(at) - phase) % 4 + 4) % 4;
	const text = parts.map(([start, end]) => content.toString("latin1", start, end)).join("");
	const end = parts.at(-1)[1];
	const sure = end - at >= 1048576 ? at + maxRun$2 / 2 : end;
	return {
		bytes: Buffer.from(text.slice(skipped), "base64"),
		start: contentOf(skipped),
		toContent: (offset) => contentOf(skipped + Math.floor(offset * 4 / 3)),
		after: (offset) => contentOf(skipped + Math.floor((offset * 4 + 3) / 3)) + 1,
		holds: (place, otherPhase) => place >= at && place < sure && (indexOf(place) - otherPhase - skipped) % 4 === 0
	};
};
// src/detect/decoded.ts
/** A run around `at` in which two bytes stand for one; where it is cut off it holds the anchors of its first half. */
const unitsOfTwo = (bytes, start, at, end, maxRun) => {
	const sure = end - at >= maxRun ? at + maxRun / 2 : end;
	return {
		bytes,
		start,
		toContent: (offset) => start + offset * 2,
		after: (offset) => start + offset * 2 + 2,
		holds: (place) => place >= at && place < sure && (place - start) % 2 === 0
	};
};
const hexValues = (/* @__PURE__ */ new Int8Array(256)).fill(-1);
for (const [value, digit] of [..."0123456789abcdef"].entries()) {
	hexValues[digit.charCodeAt(0)] = value;
	hexValues[digit.toUpperCase().charCodeAt(0)] = value;
}
/** The value of a hexadecimal digit, or -1; also where a content has no byte any more. */
const hexDigit = (byte) => byte === void 0 ? -1 : hexValues[byte];
// src/detect/hex-run.ts
/** A run is followed up to this far from its anchor on either side. */
const maxRun$1 = 1 << 20;
/** Decodes the run of hexadecimal digits around `at`, where a pair begins. */
const decodeHex = (content, at) => {
	const isPair = (pair) => hexDigit(content[pair]) >= 0 && hexDigit(content[pair + 1]) >= 0;
	let start = at;
	while (at - start < maxRun$1 && isPair(start - 2)) start -= 2;
	let end = at;
	while (end - at < maxRun$1 && isPair(end)) end += 2;
	return unitsOfTwo(Buffer.from(content.toString("latin1", start, end), "hex"), start, at, end, maxRun$1);
};
// src/detect/utf16-run.ts
/** UTF-16 around an anchor is narrowed this many bytes on either side. */
const maxRun = 16384;
/** Narrows the UTF-16 stretch around `at` to bytes; it ends at the first unit above 0xFF or at a NUL. */
const decodeUtf16 = (content, at, littleEndian) => {
	const high = littleEndian ? 1 : 0;
	const isText = (unit) => content[unit + high] === 0 && content[unit + 1 - high] !== 0;
	let start = at;
	while (start >= 2 && at - start < maxRun && isText(start - 2)) start -= 2;
	let end = at;
	while (end + 1 < content.length && end - at < maxRun && isText(end)) end += 2;
	const bytes = Buffer.alloc((end - start) / 2);
	for (let i = 0; i < bytes.length; i++) bytes[i] = content[start + i * 2 + 1 - high];
	return unitsOfTwo(bytes, start, at, end, maxRun);
};
// src/detect/encodings.ts
/** Shorter base64 images occur by chance too often to be worth a decode; of base64 in base64, which has more forms of an anchor, longer ones. */
const minBase64Image = 4;
const minNestedImage = 6;
/** Shorter anchors are not looked for in base64 of UTF-16: each image costs the gate comparisons. */
const minWide = 4;
const utf16 = (anchor, littleEndian) => [...anchor].map((char) => littleEndian ? `${char}\0` : `\0${char}`).join("");
/**
* The characters of base64 that depend on the anchor alone, when `shift` bytes precede it in its group of three.
* Anchor bits run from 8 × shift; whole characters are the sixes of bits inside (RFC 4648, section 4).
*/
const base64Image = (text, shift) => {
	return Buffer.from(`${"\0".repeat(shift)}${text}\0\0`, "latin1").toString("base64").slice(Math.ceil(shift * 8 / 6), Math.floor((shift + text.length) * 8 / 6));
};
/** A text in the three alignments of base64, standard and URL-safe. */
const base64Images = (text) => [
	0,
	1,
	2
].flatMap((shift) => {
	const standard = base64Image(text, shift);
	const urlSafe = standard.replaceAll("+", "-").replaceAll("/", "_");
	return (standard === urlSafe ? [standard] : [standard, urlSafe]).map((form) => ({
		text: form,
		encoding: "base64",
		phase: Math.ceil(shift * 8 / 6) % 4
	}));
});
const hexImages = (anchor) => {
	const lower = Buffer.from(anchor, "latin1").toString("hex");
	return [.../* @__PURE__ */ new Set([lower, lower.toUpperCase()])].map((digits) => ({
		text: digits,
		encoding: "hex",
		phase: 0
	}));
};
const wide = (encoding) => ({
	name: "utf-16",
	images: (anchor) => [{
		text: utf16(anchor, encoding === "utf16le"),
		encoding,
		phase: 0
	}],
	decode: (content, at) => decodeUtf16(content, at, encoding === "utf16le")
});
const codecs = {
	utf16le: wide("utf16le"),
	utf16be: wide("utf16be"),
	base64: {
		name: "base64",
		images: (anchor) => [
			...base64Images(anchor).filter(({ text }) => text.length >= minBase64Image),
			...anchor.length < minWide ? [] : base64Images(utf16(anchor, true)),
			...base64Images(anchor).filter(({ text }) => text.length >= minBase64Image).flatMap(({ text }) => base64Images(text)).filter(({ text }) => text.length >= minNestedImage)
		],
		decode: decodeBase64
	},
	hex: {
		name: "hex",
		images: hexImages,
		decode: decodeHex
	}
};
/**
* Words beside which secrets without a form of their own stand. Too common to be looked for as they are; encoded they are rare, and whoever
* encodes a document of them hides all that it holds.
*/
const telltaleWords = `password Password PASSWORD passwd _PASS _SECRET _TOKEN _token _KEY= secret_key secretKey SECRET_KEY api_key apiKey api-key
  access_key accessKey AccessKey ACCESS_KEY auth_key access_token client_secret connectionString Authorization:`.split(/\s+/);
/** All forms in which an anchor is looked for beside its own. */
const encodedImages = (anchor) => Object.values(codecs).flatMap(({ images }) => images(anchor));
/** Of an anchor that is looked for in UTF-16 though it is too common for other encodings: there it hardly occurs by chance. */
const shortestWide = 3;
/** The forms in which a rule's anchor is looked for beside its own. */
const imagesOfAnchor = (anchor, rule) => {
	if (rule.encoded) return encodedImages(anchor);
	if (anchor.length < shortestWide) return [];
	return (rule.ignoreCase ? [anchor, anchor.toUpperCase()] : [anchor]).flatMap((form) => [...codecs.utf16le.images(form), ...codecs.utf16be.images(form)]);
};
const encodingName = ({ encoding }) => codecs[encoding].name;
const decodeAround = (content, at, { encoding, phase }) => codecs[encoding].decode(content, at, phase);
// src/detect/letter-case.ts
const isLetter = (byte) => (byte | 32) >= 97 && (byte | 32) <= 122;
/** A byte in both cases, lower case first; one that is no letter alone. */
const cases = (byte) => isLetter(byte) ? [byte | 32, byte & -33] : [byte];
// src/detect/sieve/beginning.ts
/** Where every match of a rule begins: anywhere around its anchor, at the anchor's first byte, or right after its last one. The order is known to src/kernel/assembly/visit.ts. */
const beginnings = [
	"open",
	"at",
	"after"
];
// src/detect/sieve/pack.ts
/** In a word with a number and a count: what the count is multiplied by. */
const countUnit = 16777216;
const beginningUnit = 1073741824;
const headBytes = 260;
const packAutomaton = ({ classes, classOf, table }) => {
	const width = classes + (classes & 1);
	const bytes = Buffer.alloc(headBytes + table.length / classes * width * 2);
	bytes.writeUInt32LE(classes);
	bytes.set(classOf, 4);
	table.forEach((state, i) => {
		const cell = state < 2 ? state : (state - 2) * width / 2 + 2;
		bytes.writeUInt16LE(cell, headBytes + (Math.floor(i / classes) * width + i % classes) * 2);
	});
	return bytes;
};
const words$2 = (numbers) => Buffer.from(Uint32Array.from(numbers).buffer);
const packSieves = (sieves) => {
	const packed = sieves.flatMap(({ automata }) => automata.map(packAutomaton));
	const starts = [];
	let end = 0;
	for (const { length } of packed) {
		starts.push(end);
		end += length;
	}
	let next = 0;
	const ofRules = sieves.map(({ beginning, automata }) => {
		const word = next + automata.length * countUnit + beginnings.indexOf(beginning) * beginningUnit;
		next += automata.length;
		return word;
	});
	return {
		automata: Buffer.concat(packed),
		automatonStarts: words$2(starts),
		sieveOfRule: words$2(ofRules)
	};
};
/** An automaton among others: what it makes of a byte in the state that a cell names, or of the end. */
const stepsOf = ({ automata, automatonStarts }, automaton) => {
	const start = automatonStarts.readUInt32LE(automaton * 4);
	return (cell, byte) => automata.readUInt16LE(start + headBytes + (cell - 2) * 4 + automata[start + 4 + byte] * 2);
};
/** The bytes that may follow a text with which matches begin, as the first automaton tells; undefined where nothing need follow, or anything may. */
const followersOf = (sieves, sieve, text) => {
	if (sieve === 0) return void 0;
	const after = stepsOf(sieves, sieve % countUnit);
	let cell = 2;
	for (const byte of text) {
		cell = after(cell, byte);
		if (cell < 2) return void 0;
	}
	return Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => after(cell, byte) !== dead);
};
const lookOf = (sieves, automaton, text, ignoreCase) => {
	const after = stepsOf(sieves, automaton);
	let [cell, behind] = [2, 0];
	for (const byte of text) {
		const [next, other = next] = (ignoreCase ? cases(byte) : [byte]).map((one) => after(cell, one));
		if (next < 2 || next !== other) break;
		cell = next;
		behind++;
	}
	return {
		start: sieves.automatonStarts.readUInt32LE(automaton * 4),
		cell,
		behind
	};
};
/** What a literal's automata need not do again each time. */
const looksOf = (sieves, sieve, text, ignoreCase) => Array.from({ length: Math.floor(sieve / countUnit) }, (_, i) => lookOf(sieves, sieve % countUnit + i, text, ignoreCase));
/** The automata of a rule as one number; 0 where it has none. */
const automataOf = (sieveOfRule) => {
	const automata = sieveOfRule % beginningUnit;
	return automata >= 16777216 ? automata : 0;
};
const beginningOf = (sieveOfRule) => beginnings[Math.floor(sieveOfRule / beginningUnit)];
// src/detect/words.ts
/** The 32-bit words of some bytes: a copy that begins at a multiple of four. */
const wordsOf = (bytes) => new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
// src/detect/literals.ts
/** Longer anchors are looked for by their beginning: what a delta makes new is searched with a margin of the longest literal. */
const longest$8 = 24;
const longestImage = 20;
/** By how much the longest of some anchors is longer than the literal that stands for it. */
const cutBy = (anchors) => Math.max(0, ...anchors.map((anchor) => anchor.length - longest$8));
/** Bytes that decide whether a literal stands somewhere. */
const spanOf = ({ bytes, sieve }) => sieve === 0 ? bytes.length : 64;
const isSame = (a, b) => a.kind === "rule" && b.kind === "rule" && a.rule === b.rule || a.kind === "image" && b.kind === "image" && a.image.encoding === b.image.encoding && a.image.phase === b.image.phase;
/** The literals of all rules, each with its sieve, and of parsers, with the encoded images of the distinctive ones. */
const collectLiterals = (rules, parsers, sieves) => {
	const words = wordsOf(sieves.sieveOfRule);
	const literals = /* @__PURE__ */ new Map();
	const add = (text, ignoreCase, target, sieve = 0) => {
		const key = `${ignoreCase ? "i" : ""} ${sieve} ${text}`;
		const known = literals.get(key);
		if (known === void 0) {
			const bytes = Buffer.from(text, "latin1");
			const followedBy = followersOf(sieves, sieve, bytes);
			literals.set(key, {
				bytes,
				ignoreCase,
				followedBy,
				sieve,
				targets: [target]
			});
		} else if (!known.targets.some((other) => isSame(other, target))) known.targets.push(target);
	};
	const addImages = (images) => {
		for (const image of images) add(image.text.slice(0, longestImage), false, {
			kind: "image",
			image
		});
	};
	rules.forEach((rule, index) => {
		for (const text of rule.anchors) {
			add(text.slice(0, longest$8), rule.ignoreCase, {
				kind: "rule",
				rule: index
			}, automataOf(words[index]));
			addImages(imagesOfAnchor(text, rule));
		}
	});
	addImages(telltaleWords.flatMap(encodedImages));
	parsers.forEach((parser, index) => {
		for (const text of parser.anchors) {
			add(text.slice(0, longest$8), false, {
				kind: "parser",
				parser: index
			});
			addImages(encodedImages(text));
		}
	});
	return [...literals.values()];
};
// src/detect/askers.ts
/** Set in a row's last number when parsers or decoders asked for the literal, too. */
const askedByOthers = 2147483648;
const encodings = [
	"utf16le",
	"utf16be",
	"base64",
	"hex"
];
/** Parsers are packed as negative numbers, images as the others. */
const packed = (target) => target.kind === "parser" ? -1 - target.parser : encodings.indexOf(target.image.encoding) * 4 + target.image.phase;
const unpacked = (target) => target < 0 ? {
	kind: "parser",
	parser: -1 - target
} : {
	kind: "image",
	image: {
		encoding: encodings[target >> 2],
		phase: target & 3
	}
};
const lookBytes = 8;
const packLooks = (looks) => {
	const bytes = Buffer.alloc(looks.length * lookBytes);
	for (const [i, { start, cell, behind }] of looks.entries()) {
		bytes.writeUInt32LE(start, i * lookBytes);
		bytes.writeUInt16LE(cell, i * lookBytes + 4);
		bytes.writeUInt16LE(behind, i * lookBytes + 6);
	}
	return bytes;
};
const collectAskers = (literals, sieves) => {
	const rows = new Uint32Array(literals.length * 4);
	const rules = [];
	const others = [];
	const looks = [];
	const looksOfLiteral = literals.map(({ sieve, bytes, ignoreCase }) => {
		const own = looksOf(sieves, sieve, bytes, ignoreCase);
		looks.push(...own);
		return looks.length - own.length + own.length * countUnit;
	});
	literals.forEach((literal, i) => {
		const first = rules.length;
		const before = others.length;
		for (const target of literal.targets) if (target.kind === "rule") rules.push(target.rule);
		else others.push(i, packed(target));
		const count = rules.length - first + (others.length > before ? askedByOthers : 0);
		rows.set([
			literal.bytes.length,
			spanOf(literal),
			first,
			count
		], i * 4);
	});
	return {
		rows: Buffer.from(rows.buffer),
		looksOfLiteral: Buffer.from(Uint32Array.from(looksOfLiteral).buffer),
		looks: packLooks(looks),
		rules: Buffer.from(Uint32Array.from(rules).buffer),
		others: Buffer.from(Int32Array.from(others).buffer)
	};
};
/** Parsers and decoders by literal; read when the first of their literals is met. */
const othersOf = ({ others }) => {
	let known;
	const read = () => {
		const byLiteral = /* @__PURE__ */ new Map();
		const words = new Int32Array(wordsOf(others).buffer);
		for (let i = 0; i < words.length; i += 2) {
			const list = byLiteral.get(words[i]);
			if (list === void 0) byLiteral.set(words[i], [unpacked(words[i + 1])]);
			else list.push(unpacked(words[i + 1]));
		}
		return byLiteral;
	};
	return (literal) => {
		known ??= read();
		return known.get(literal) ?? [];
	};
};
// src/detect/encoded-runs.ts
/** Runs of one encoding that may hold an anchor at once: of base64, one for each alignment. */
const maxOpen = 4;
/** The encoded stretches around anchors, which ascend by offset, each once. */
const encodedRuns = (anchors, content) => {
	const runs = /* @__PURE__ */ new Map();
	const open = /* @__PURE__ */ new Map();
	for (const anchor of anchors) {
		const { encoding, phase } = anchor.image;
		const near = open.get(encoding) ?? [];
		const holder = near.find(({ decoded }) => decoded.holds(anchor.at, phase));
		if (holder !== void 0) {
			holder.anchors.push(anchor);
			continue;
		}
		const decoded = decodeAround(content, anchor.at, anchor.image);
		const key = `${anchor.image.encoding} ${decoded.start}`;
		const run = runs.get(key);
		const followed = {
			decoded,
			image: anchor.image,
			anchors: [...run?.anchors ?? [], anchor]
		};
		runs.set(key, followed);
		open.set(encoding, [followed, ...near].slice(0, maxOpen));
	}
	return runs.values();
};
const encodingOf$1 = (outer, { facts: { encoding: inner } }) => typeof inner === "string" ? `${outer} of ${inner}` : outer;
/** A match of decoded bytes as one of the content that encodes them. */
const asEncoded = (match, decoded, encoding, from = 0) => ({
	...match,
	facts: {
		...match.facts,
		encoding: encodingOf$1(encoding, match)
	},
	start: from + decoded.toContent(match.start),
	end: from + decoded.after(match.end - 1)
});
// src/detect/escape-forms.ts
const hexAt = (content, at, digits) => {
	let value = 0;
	for (let i = 0; i < digits; i++) {
		const digit = hexDigit(content[at + i]);
		if (digit < 0) return -1;
		value = value * 16 + digit;
	}
	return value;
};
const ascii = 128;
const utf8 = (code) => code < ascii ? [code] : [...Buffer.from(String.fromCodePoint(code))];
/** Half of a pair is no character; neither is what lies beyond Unicode. */
const isCharacter = (code) => code >= 0 && code <= 1114111 && (code < 55296 || code > 57343);
const simple = new Map([..."nrtbfv0"].map((letter, i) => [letter.charCodeAt(0), [
	10,
	13,
	9,
	8,
	12,
	11,
	0
][i]]));
for (const char of "\"'`/\\") simple.set(char.charCodeAt(0), char.charCodeAt(0));
const [backslash, letterU, letterX, digit0, digit7] = [
	92,
	117,
	120,
	48,
	55
];
const octalAt = (content, at) => {
	let value = 0;
	for (let i = 0; i < 3; i++) {
		const byte = content[at + i] ?? 0;
		if (byte < digit0 || byte > digit7) return -1;
		value = value * 8 + byte - digit0;
	}
	return value < 256 ? value : -1;
};
/** Escapes of strings in JSON (RFC 8259, section 7) and in languages after C. */
const reverseSolidus = (content, at) => {
	if (content[at] !== backslash || at + 1 >= content.length) return void 0;
	const next = content[at + 1];
	if (next === letterU) {
		const code = hexAt(content, at + 2, 4);
		return isCharacter(code) ? {
			length: 6,
			bytes: utf8(code)
		} : void 0;
	}
	if (next === letterX) {
		const code = hexAt(content, at + 2, 2);
		return code < 0 ? void 0 : {
			length: 4,
			bytes: [code]
		};
	}
	const octal = octalAt(content, at + 1);
	if (octal >= 0) return {
		length: 4,
		bytes: [octal]
	};
	const meant = simple.get(next);
	return meant === void 0 ? void 0 : {
		length: 2,
		bytes: [meant]
	};
};
const named$2 = new Map(Object.entries({
	quot: "\"",
	apos: "'",
	amp: "&",
	lt: "<",
	gt: ">",
	equals: "=",
	colon: ":",
	plus: "+",
	sol: "/"
}));
named$2.set("commat", "@").set("num", "#").set("lowbar", "_").set("period", ".").set("nbsp", " ");
const [ampersand, semicolon] = [38, 59];
const maxEntity = 10;
const codeOf = (name) => {
	const numeric = /^#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
	if (numeric === null) return named$2.get(name)?.charCodeAt(0) ?? -1;
	return numeric[1] === void 0 ? Number(numeric[2]) : Number.parseInt(numeric[1], 16);
};
/** Character references of HTML and XML (HTML, section 13.5): those of ASCII by name, and all by number. */
const entity = (content, at, end) => {
	if (content[at] !== ampersand) return void 0;
	const stop = content.subarray(at, Math.min(end, at + maxEntity + 1)).indexOf(semicolon);
	if (stop < 2) return void 0;
	const code = codeOf(content.toString("latin1", at + 1, at + stop));
	return isCharacter(code) ? {
		length: stop + 1,
		bytes: utf8(code)
	} : void 0;
};
const [equals, carriage, feed] = [
	61,
	13,
	10
];
/** Quoted-printable (RFC 2045, section 6.7): an equals sign at the end of a line stands for nothing. */
const quotedPrintable = (content, at) => {
	if (content[at] !== equals) return void 0;
	if (content[at + 1] === feed) return {
		length: 2,
		bytes: []
	};
	if (content[at + 1] === carriage && content[at + 2] === feed) return {
		length: 3,
		bytes: []
	};
	const code = hexAt(content, at + 1, 2);
	return code < 0 ? void 0 : {
		length: 3,
		bytes: [code]
	};
};
// src/detect/escapes.ts
const [percentSign, plus, space] = [
	37,
	43,
	32
];
const percentAt = (content, at) => {
	const [high, low] = [hexDigit(content[at + 1]), hexDigit(content[at + 2])];
	return high < 0 || low < 0 ? -1 : high * 16 + low;
};
const inUrl$1 = /* @__PURE__ */ new Uint8Array(256);
for (const char of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%") inUrl$1[char.charCodeAt(0)] = 1;
/** The address around a place. Forms write a space as `+`, and a plus as `%2B`; paths write a space as `%20`. */
const addressAround = (content, place, end) => {
	let start = place;
	while (start > 0 && inUrl$1[content[start - 1]] === 1) start--;
	let encoded = false;
	let spaced = false;
	let at = start;
	for (; at < end && inUrl$1[content[at]] === 1; at++) {
		if (content[at] !== percentSign) continue;
		const value = percentAt(content, at);
		if (value === space) spaced = true;
		if (value >= 0) encoded = true;
	}
	return {
		end: at,
		isForm: encoded && !spaced
	};
};
/** Percent-encoding (RFC 3986, section 2.1), with the plus of forms where the address is one. */
const percent = () => {
	let address = {
		end: -1,
		isForm: false
	};
	return (content, at, end) => {
		if (content[at] === percentSign) {
			const value = percentAt(content, at);
			return value < 0 ? void 0 : {
				length: 3,
				bytes: [value]
			};
		}
		if (at >= address.end) address = addressAround(content, at, end);
		return address.isForm ? {
			length: 1,
			bytes: [space]
		} : void 0;
	};
};
/** Where a byte stands next, from `at` on; `end` where it does not. */
const nextOf = (byte, content, at, end) => {
	const found = content.indexOf(byte, at);
	return found === -1 ? end : Math.min(found, end);
};
const formOf = (encoding, marks, leads, form) => {
	const known = new Set(marks);
	const lengths = [...new Set(marks.map(({ length }) => length))];
	const isMark = (content, at) => lengths.some((length) => known.has(content.toString("latin1", at, at + length)));
	const hasMark = (content, start, end) => {
		for (let at = start; at < end; at++) if (content[at] === leads[0] && isMark(content, at)) return true;
		return false;
	};
	const anyMark = new RegExp(marks.map(quoteExpression).join("|"));
	return {
		encoding,
		marks,
		leads,
		mayMatter: (text) => anyMark.test(text),
		hasMark,
		form
	};
};
const bothCases = (texts) => [...new Set(texts.flatMap((text) => [text, text.replace(/[0-9a-f]{2}/g, (digits) => digits.toUpperCase())]))];
const letters = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter) => letter.charCodeAt(0));
const hexLetters = letters.map((code) => code.toString(16));
const forms = [
	formOf("percent", bothCases([...[
		"%0a",
		"%22",
		"%2b",
		"%2d",
		"%3a",
		"%3d",
		"%5f",
		"%253",
		"%2522"
	], ...hexLetters.map((digits) => `%${digits}`)]), [percentSign, plus], percent),
	formOf("backslash", [
		"\\\":",
		"\\/",
		...bothCases([
			"\\u0022",
			"\\u0027",
			"\\u002b",
			"\\u002d",
			"\\u002f",
			"\\u003a",
			"\\u003d"
		]),
		...[
			"\\u004",
			"\\u005",
			"\\u006",
			"\\u007",
			"\\x4",
			"\\x5",
			"\\x6",
			"\\x7"
		],
		...[
			"\\10",
			"\\11",
			"\\12",
			"\\13",
			"\\14",
			"\\15",
			"\\16",
			"\\17"
		]
	], [92], () => reverseSolidus),
	formOf("html", [
		...[
			"&quot;",
			"&apos;",
			"&#34;",
			"&#39;",
			"&#43;",
			"&#47;",
			"&#58;",
			"&#61;",
			"&#45;",
			"&#95;"
		],
		...[
			"&equals;",
			"&lowbar;",
			"&#x4",
			"&#x5",
			"&#x6",
			"&#x7"
		],
		...bothCases([
			"&#x22;",
			"&#x27;",
			"&#x2b;",
			"&#x2d;",
			"&#x2f;",
			"&#x3a;",
			"&#x3d;"
		]),
		...letters.map((code) => `&#${code};`)
	], [38], () => entity),
	formOf("quoted-printable", ["=3D"], [61], () => quotedPrintable)
];
/**
* Asks the gate for the regions around escapes, as any rule does: they are looked at where a delta changed something, and only there. Its
* expression is never run; `decodeEscapes` takes its place.
*/
const escapesRule = {
	id: "encoding/escapes",
	provider: "",
	title: "",
	severity: "info",
	opens: "",
	remediation: "",
	anchors: forms.flatMap(({ marks }) => marks),
	run: 0,
	ignoreCase: false,
	expression: "",
	window: {
		before: 512,
		after: 2048
	},
	proof: "generic",
	encoded: false,
	custom: false
};
const longestMark = Math.max(...escapesRule.anchors.map(({ length }) => length));
/** Where an escape may begin next. */
const nextLead = (content, at, end, leads) => {
	if (leads.length === 1) return nextOf(leads[0], content, at, end);
	let place = at;
	while (place < end && !leads.includes(content[place])) place++;
	return place;
};
/** A text in plain bytes; undefined where none of its escapes is one that matters. */
const decodeWith = (content, { start, end }, { leads, hasMark, form }) => {
	const bytes = Buffer.allocUnsafe(end - start);
	const undone = {
		starts: [],
		ends: [],
		plainStarts: [],
		plainEnds: []
	};
	const undo = form();
	let isWorth = false;
	let length = 0;
	let copied = start;
	for (let at = nextLead(content, start, end, leads); at < end; at = nextLead(content, at, end, leads)) {
		const there = undo(content, at, end);
		if (there === void 0 || at + there.length > end) {
			at++;
			continue;
		}
		isWorth ||= hasMark(content, at, at + there.length);
		length += content.copy(bytes, length, copied, at);
		undone.starts.push(at);
		undone.plainStarts.push(length);
		for (const meant of there.bytes) bytes[length++] = meant;
		at += there.length;
		undone.ends.push(at);
		undone.plainEnds.push(length);
		copied = at;
	}
	if (!isWorth) return void 0;
	length += content.copy(bytes, length, copied, end);
	return {
		...undone,
		bytes: bytes.subarray(0, length)
	};
};
const countUpTo = (places, offset) => partitionPoint(places.length, (place) => places[place] <= offset);
/** Where a plain byte stands in the content. */
const placeOf$3 = ({ starts, ends, plainStarts, plainEnds }, start, offset) => {
	const last = countUpTo(plainStarts, offset) - 1;
	if (last < 0) return start + offset;
	return offset < plainEnds[last] ? starts[last] : ends[last] + offset - plainEnds[last];
};
/** A region that escapes fill is decoded in pieces, which overlap by more than what escapes a key: memory has bounds. */
const pieceSize$1 = 4 << 20;
function* piecesOf$1({ start, end }) {
	for (let from = start;; from += 4128768) {
		yield {
			start: from,
			end: Math.min(end, from + pieceSize$1)
		};
		if (from + pieceSize$1 >= end) return;
	}
}
/** A region in plain bytes, once for each way in which some of it is escaped. */
function* decodeEscapes(content, region) {
	for (const piece of piecesOf$1(region)) {
		const text = content.toString("latin1", piece.start, piece.end + longestMark);
		for (const form of forms) {
			const plain = form.mayMatter(text) ? decodeWith(content, piece, form) : void 0;
			if (plain === void 0) continue;
			const { bytes, plainEnds } = plain;
			const toContent = (offset) => placeOf$3(plain, piece.start, offset);
			yield {
				encoding: form.encoding,
				bytes,
				start: piece.start,
				toContent,
				after: (offset) => Math.max(toContent(offset + 1), toContent(offset) + 1),
				isUndone: (from, to) => countUpTo(plainEnds, to) > countUpTo(plainEnds, from)
			};
		}
	}
}
// src/detect/common-grams.ts
/**
* The 1200 most frequent sequences of three bytes in 179 MB of source text, letters in lower case, most frequent first; the first occurs
* 3.6 times in 1,000 bytes, the last 0.09 times. Made by bench/train-common-grams.ts.
*/
const commonGrams = "ionerringtiotheconretstrintentameturnamtriresetuurnrinterateonsprotypestypeationtvalectforrronteserrorvercomstadatuncnilfunagetesithtorersandessnerode.cotedreaaluluetatineataapplictruextallindmetistaindesptiortervuesiceendcreetekeypatperilegettinequsetusechemesnotreqcatparratntasioitedefsecultfilassnseicataiourporndedereadargasereppectexblegitrceesprefaliopthttcesttpwitertabloutope---codmplquelenathstetemockfieimees.rottimspaonfon:thilsesoulinounntiurcposescotoytecalbytizeaceaddpaceleeranfiritmenprealsscrctiredackivehiscriexpostworareeri0x6nstriphubepothunetme:untntsckefiguinom/eta000pliiptere0x0.reorematirerunensraninspe:cliencifilierompenitincespelistraapinewer.atuormustienlocvicernb.cub.tenitydexrsimitmaplogtchctoeatlabntrecostiangsonchasysoinfalartommullevedocesorvirouctxnfovarrecnalsporuesizfroponplestohercaninfattesearssag.ermanrenorkhanlididelasssaaulefajececrshaure0x1://faulatactferppltusngeimplesrveeldthadetclaleaielsca0x7imaramuctorsgenooltreemoinicaspoien(achfinmarps:teckermagbelempe\":tpsjsoclutarpanefiaildisler.vaoneumessiantoveledamprucgindeniesssenitemearahatatcundabeetrs:/ompelssedademodenaplacur.stor)er(t64emaberrgof(\"cenheathovendinpributlowwarautownputnumctebufard{{-accesuddrrmaignbooufferfme\"dleregceroryetsgesrti(ctcop.selecialsinedeharannwrinodsigdel0x2eth/coobjminmpoadaclosulcoutroordnt6es:eneokegert.con.easfmtken}byshohenstsndiedinneancrs.remschkingrehosondutiutet.eflengstteribetwgroxpe0x8roputhtrytadrrello{}bermdir.nancotwoppefictabbjes\",ses}ste()letualtokccelusloaissocacorrolinc\"gipolgle.inorgnatx00ng.dedillhalollotext.0x4rsese,relnc(factagecuose.neticrnallehem.dedeptalditied\"stninibuurlmoner)s=\"anyinaquirojyoubasss=senarrmt.updng\"olioriildrgsil,sitpdattrnt.exaor(rr)tifrshdreng(osiastnd(rt.efedpooluricuirte(orfst.(t,bacxamrmihasonawhembeakethsnt,ed.fulecint(ndls.snedt32on\"urirf(cka###lemrifotabuihecuilrivs.i/lilit/rees\"tx,me.libecksyn.ioer-aryer\"subrgeer,ato\":\"invnabuberneffemptdifrtehelitondpopy/goouponnts.devlumeineptkubdectivmmaracolescofixwan/depesst-nt3volcepoduinkcac.meanase.{}synccarptrptsnt)ng,ptoonlegilanio/topoadunimovrove\",(reshialprfaquablokags.cigh0x3houepretttac***nsimisegertss/{le.grat()engnvame,ifyriaaskmaxeam\"li(),tia.ge\"contptas\"rele:ue,eplnulfloomieofovieryptyes,omenexvidevialtal(memce.revmsgre.nlyaniarimerunsimis\":its.apket//gnowenvfaiilirocns/tombinflacollteulelostiemouexiidatco\",\"anscif0x5iltwil(ergoc.pruldoulyscsol{stinp(dat\",seehint.sap{dowunkbitng)ercrawmused:es/selio.winli>umbrns-palim(coocded\".engs.eac/git-pght(innnoncluraoff.portyagshorthrr()plu...iffngt\"paawsldst\":ludrpcns./trmorxte.clrigamlrraealmaigoonpud()yamllyliziftook.maoraed,ootttiigurodtillugduc\"inphafflte).sptitmakecaexesumv1.ltsinue.nta{xpo.un\"},|x0ct.icygurlagbliothuercedugi{},nt:onclaytnatsendser:heds.e=\"leflrierufogldivtstnon/sptpttelng{eanuppwirpaste,ng}ublmedsprgisepatand\",ashojese\"0xc.pasuppubroooog</snt\"knos.rntolobpkgtegef:ridetc.ext.n.lo({}gthrrichinage.pwhitea64(sucpinhodnctp{svelrowstd0xacapcco.0.rongo-etyeronoricse.s/do*tean>avenecet.nesystbilstgmmionipodeedapsxt,onv-reude<sptr(hifraphreowssna.no\"htunendo\"nontfnch\"caet(earrchetipul())emsisitpuongoceon,/arsslrnoaleppoams.caodieenhesrayutprdelpherdll.elatp.reeswag.ts.agotssuocsepes.nved.op-corco\"debodlart(cody0xbs.mst)urr/apxecow\"iseon-pe\"nmasafte.ewarypucevismeoaaaobyafees(.orta:gnasocpcoitcgrpmobry.gattlsexcrrnzertpa0x9(stcaaeliusin:\"slitobhic().on(on)ts:tlemasck(xxxon/ltiha1wnes()old\"nae(cdon.fi.gi.sirstoggis..chggenaparmarcctuopr/v3olvte:ski1alv1aichx80/mo$renretfodrin\",ibcnknpi.ue:asiaaccs./pkiscid:rg/oti,ca65,x65zed0.0orrdultgrts,oco.t)sreddefounveark=\"cumm";
// src/detect/literal-table.ts
const gramSize = 3;
/** Under jest each look at a global goes through its sandbox, and this one is taken a million times. */
const { imul } = Math;
/** As in src/kernel/assembly/scan.ts: 16 bits of three bytes. */
const hashBits = 16;
const hash3 = (a, b, c) => imul((a | b << 8 | c << 16) << 8, 2654435761) >>> 16;
/** Likewise: where it is said which bytes may follow three. */
const gateBits = 20;
const gateSlot = (a, b, c) => (a & 127) << 13 | (b & 127) << 6 | c & 63;
const everyByte = Array.from({ length: 256 }, (_, byte) => byte);
/** What a literal may show at an offset in it, which may lie outside: before it stands any byte, behind it what may follow. */
const bytesAt = ({ bytes, ignoreCase, followedBy }, offset) => {
	const known = bytes[offset];
	if (known !== void 0) return ignoreCase ? cases(known) : [known];
	return (offset === bytes.length ? followedBy : void 0) ?? everyByte;
};
/** By three bytes, letters in lower case: how often they occur, in arbitrary units, where that is often. */
const frequencies = new Map(Array.from({ length: 3600 / gramSize }, (_, rank) => [commonGrams.slice(rank * gramSize, (rank + 1) * gramSize), 2e4 / (rank + 20)]));
/** Bytes that occur seldom in text, in twos and threes more so. */
const isRare = (byte) => byte < 9 || byte > 127 || byte > 13 && byte < 32;
const isUpper = (byte) => byte >= 65 && byte <= 90;
/** How often three bytes occur in text, in the same units. */
const frequencyOf = (gram) => {
	if (gram.some(isRare)) return 0;
	const frequency = frequencies.get(String.fromCharCode(...gram).toLowerCase()) ?? (gram.includes(32) ? 40 : 1);
	return gram.some(isUpper) ? frequency / 20 : frequency;
};
/** How often what a literal may show at an offset occurs in text. */
const costAt = (literal, offset) => {
	const bytes = [
		0,
		1,
		2
	].map((i) => bytesAt(literal, offset + i));
	if (offset < 0 || offset + gramSize > literal.bytes.length) return bytes.reduce((product, { length }) => product * length, 4);
	return frequencyOf(bytes.map((choices) => choices[0]));
};
/** The same where the byte after those three is looked at, too. */
const weightAt = (literal, offset) => costAt(literal, offset) * (bytesAt(literal, offset + gramSize).length < everyByte.length ? 1 : 16);
/** Every second position is looked at: a literal is known by its rarest three bytes at an even offset in it, and at an odd one. */
const gramsOf = (literal) => [0, 1].map((parity) => {
	let best = parity === 0 ? 0 : -1;
	for (let at = parity; at + gramSize <= literal.bytes.length + (literal.followedBy === void 0 ? 0 : 1); at += 2) if (weightAt(literal, at) < weightAt(literal, best)) best = at;
	return best;
});
/** Calls back with each sequence of three bytes that may stand at an offset of a literal. */
const forGramsAt = (literal, at, call) => {
	const [second, third] = [bytesAt(literal, at + 1), bytesAt(literal, at + 2)];
	for (const a of bytesAt(literal, at)) for (const b of second) for (const c of third) call(a, b, c);
};
const candidatesByHash = (literals, grams) => {
	const byHash = /* @__PURE__ */ new Map();
	literals.forEach((of, literal) => {
		if (of.bytes.length < 2) throw new RangeError("an anchor needs at least two bytes");
		for (const at of grams[literal]) forGramsAt(of, at, (a, b, c) => {
			const hashed = hash3(a, b, c);
			const list = byHash.get(hashed);
			const last = list?.at(-1);
			if (list === void 0) byHash.set(hashed, [{
				literal,
				at
			}]);
			else if (last?.literal !== literal || last.at !== at) list.push({
				literal,
				at
			});
		});
	});
	return byHash;
};
const foldedFlag = 2147483648;
/** Where a record names its text, and where its literal's first eight bytes stand. */
const recordField = {
	text: 4,
	first: 8
};
const lower = (byte) => isLetter(byte) ? byte | 32 : byte;
/** Writes a literal as `stands` of src/kernel/assembly/scan.ts reads it: but with its text by offset. */
const writeRecord = (into, literal, { bytes, ignoreCase }, text) => {
	const start = literal * 32;
	into.writeUInt32LE(bytes.length + (ignoreCase ? foldedFlag : 0), start);
	into.writeUInt32LE(text, start + recordField.text);
	for (let i = 0; i < Math.min(8, bytes.length); i++) {
		const folds = ignoreCase && isLetter(bytes[i]);
		into[start + recordField.first + i] = folds ? lower(bytes[i]) : bytes[i];
		into[start + 16 + i] = folds ? 32 : 0;
		into[start + 24 + i] = 255;
	}
};
/** The bytes that may follow a literal's rarest three, by their low three bits. */
const gateOf = (literals, grams) => {
	const gate = Buffer.alloc(2 ** gateBits);
	for (const [i, literal] of literals.entries()) for (const at of grams[i]) {
		const followers = bytesAt(literal, at + gramSize).reduce((bits, byte) => bits | 1 << (byte & 7), 0);
		forGramsAt(literal, at, (a, b, c) => {
			gate[gateSlot(a, b, c)] |= followers;
		});
	}
	return gate;
};
/** Makes the tables: some hundred milliseconds of work, so for the rules of `patterns/` the build does it (build/tables.ts). */
const buildLiteralTable = (literals) => {
	const grams = literals.map(gramsOf);
	const byHash = candidatesByHash(literals, grams);
	const records = Buffer.alloc(literals.length * 32);
	let text = 0;
	literals.forEach((literal, i) => {
		writeRecord(records, i, literal, text);
		text += literal.bytes.length;
	});
	const counts = new Uint16Array(2 ** hashBits);
	for (const [hashed, list] of byHash) counts[hashed] = list.length;
	const inOrder = [...byHash].sort(([a], [b]) => a - b).flatMap(([, list]) => list);
	const candidates = Uint32Array.from(inOrder, ({ literal, at }) => literal * 256 + at + 1);
	const texts = Buffer.concat(literals.map(({ bytes, ignoreCase }) => ignoreCase ? bytes.map(lower) : bytes));
	return {
		gate: gateOf(literals, grams),
		counts: Buffer.from(counts.buffer),
		candidates: Buffer.from(candidates.buffer),
		records,
		texts
	};
};
// src/detect/load-table.ts
const copied = ({ heap }, bytes) => {
	const address = heap.allocate(bytes.length + 1);
	heap.bytes().set(bytes, address);
	return address;
};
/** Writes where each hash's candidates begin. */
const loadStarts = ({ heap }, counts) => {
	const halves = new Uint16Array(Uint8Array.from(counts).buffer);
	const address = heap.allocate((halves.length + 1) * 4);
	const starts = new Uint32Array(heap.bytes().buffer, address, halves.length + 1);
	let next = 0;
	for (let hashed = 0; hashed < halves.length; hashed++) {
		starts[hashed] = next;
		next += halves[hashed];
	}
	starts[halves.length] = next;
	return address;
};
/** Bytes of a candidate in the kernel's memory. */
const candidateBytes = 12;
/** Writes beside each candidate what its literal begins with, without regard to case; 0 counts for any byte. */
const loadCandidates = ({ heap }, candidates, records) => {
	const source = wordsOf(candidates);
	const from = wordsOf(records);
	const address = heap.allocate(source.length * candidateBytes + 16);
	const target = new Uint32Array(heap.bytes().buffer, address, source.length * 3);
	const [first, counting] = [recordField.first / 4, recordField.first / 4 + 4];
	for (let i = 0, at = 0; i < source.length; i++, at += 3) {
		const record = (source[i] >>> 8) * 8;
		target[at] = from[record + first] | 538976288 & from[record + counting];
		target[at + 1] = from[record + first + 1] | 538976288 & from[record + counting + 1];
		target[at + 2] = source[i];
	}
	return address;
};
const loadRecords = (kernel, records, texts) => {
	const address = copied(kernel, records);
	const words = new Uint32Array(kernel.heap.bytes().buffer, address, records.length / 4);
	for (let at = recordField.text / 4; at < words.length; at += 8) words[at] += texts;
	return address;
};
/** Copies the tables of literals into the kernel's memory. */
const loadTable = (kernel, prepared) => {
	const { gate, counts, candidates, records, texts } = prepared;
	kernel.heap.bytes().set(gate, kernel.gateTable());
	kernel.configureGate(loadStarts(kernel, counts), loadCandidates(kernel, candidates, records), loadRecords(kernel, records, copied(kernel, texts)));
	const [automata, looks, looksOfLiteral] = [
		prepared.automata,
		prepared.looks,
		prepared.looksOfLiteral
	].map((part) => copied(kernel, part));
	kernel.configureSieves(automata, looks, looksOfLiteral, 64, 25);
};
// src/detect/gate.ts
/** Hits and regions of one content for which there is room at first, and at most: only hostile contents hold so many anchors. */
const firstCapacity = 1 << 17;
const lastCapacity = 1 << 24;
const hitBytes = 8;
const regionBytes = 24;
const nowhere = 4294967295;
/** Set in the literal of a hit that a sieve holds back. */
const asleep = 2147483648;
/** A literal may be the beginning of an anchor only: the window reaches that much further. */
const afterOf = ({ window, anchors }) => window.after + cutBy(anchors);
/** What may join a region, and what judges read around it. */
const reachesOf = (rules, rows, asking, begin, read) => {
	const spans = new Uint32Array(rules.length);
	for (let row = 0; row < rows.length; row += 4) {
		const [span, first, count] = [
			rows[row + 1],
			rows[row + 2],
			(rows[row + 3] & 2147483647) >>> 0
		];
		for (let i = first; i < first + count; i++) spans[asking[i]] = Math.max(spans[asking[i]], span);
	}
	return spans.map((span, i) => {
		const joining = begin[i] !== "open" ? 0 : rules[i].window.before + afterOf(rules[i]) + span;
		return Math.max(joining, read(rules[i]));
	});
};
/** Writes who asked for each literal, and the rules' windows, as src/kernel/assembly/visit.ts reads them. */
const writeRules = (kernel, prepared, rules, begin, reaches, read) => {
	const { heap } = kernel;
	const table = copied(kernel, prepared.rows);
	const ruleList = copied(kernel, prepared.rules);
	const ruleTable = heap.allocate(rules.length * 32 + 32);
	const open = heap.allocate(rules.length * 4 + 4);
	const nearby = heap.allocate(rules.length * 4 + 4);
	const words = new Uint32Array(heap.bytes().buffer);
	rules.forEach((rule, i) => {
		const row = [
			rule.window.before,
			afterOf(rule),
			reaches[i],
			0,
			0,
			0,
			0,
			beginnings.indexOf(begin[i])
		];
		words.set(row, ruleTable / 4 + i * 8);
		words[nearby / 4 + i] = rule.custom ? nowhere : read(rule);
	});
	kernel.configureRules(table, ruleList, ruleTable, open, nearby);
};
/** A megabyte for the marks of regions in which nothing was found. */
const knownBits = 17;
const makeKnown = ({ heap, configureKnown }) => {
	const size = 8 * 2 ** knownBits;
	const table = heap.allocate(size);
	heap.bytes().fill(0, table, table + size);
	const [first, second] = randomFillSync(/* @__PURE__ */ new BigUint64Array(2));
	configureKnown(table, knownBits, first, second);
};
const tableSizes = (capacity) => ({
	fresh: capacity * hitBytes,
	hits: capacity * hitBytes,
	origins: capacity * 4,
	regions: capacity * regionBytes
});
const makeTables = ({ heap, configureResults }, capacity, old) => {
	if (old !== void 0) for (const [name, size] of Object.entries(tableSizes(old.capacity))) heap.free(old[name], size);
	const sizes = tableSizes(capacity);
	const tables = {
		capacity,
		fresh: heap.allocate(sizes.fresh),
		hits: heap.allocate(sizes.hits),
		origins: heap.allocate(sizes.origins),
		regions: heap.allocate(sizes.regions)
	};
	configureResults(tables.fresh, tables.hits, tables.origins, tables.regions, capacity);
	return tables;
};
/** Compiles literals and windows into a gate: one per kernel. `read` tells how far around a region a rule's judges look for every verdict. */
const createGate = (kernel, prepared, rules, read) => {
	const rows = wordsOf(prepared.rows);
	const begin = Array.from(wordsOf(prepared.sieveOfRule), beginningOf);
	const reaches = reachesOf(rules, rows, wordsOf(prepared.rules), begin, read);
	loadTable(kernel, prepared);
	writeRules(kernel, prepared, rules, begin, reaches, read);
	makeKnown(kernel);
	let tables = makeTables(kernel, firstCapacity);
	const isSpecial = (literal) => literal < asleep && rows[literal * 4 + 3] >= 2147483648;
	const regions = () => {
		const count = kernel.regionCount();
		const { buffer } = kernel.heap.bytes();
		const words = new Uint32Array(buffer, tables.regions, count * 6);
		const marks = new BigUint64Array(buffer, tables.regions, count * 3);
		const found = [];
		for (let i = 0; i < words.length; i += 6) {
			const region = {
				rule: words[i],
				start: words[i + 1],
				end: words[i + 2],
				mark: marks[i / 2 + 2]
			};
			const at = words[i + 3];
			found.push(at === nowhere ? region : {
				...region,
				at
			});
		}
		return found;
	};
	const specialAmong = (count) => {
		const words = new Uint32Array(kernel.heap.bytes().buffer, tables.hits, count * 2);
		const found = [];
		for (let i = 0; i < words.length; i += 2) if (isSpecial(words[i])) found.push({
			literal: words[i],
			offset: words[i + 1]
		});
		return found;
	};
	const lookOf = (hitCount) => ({
		hitCount,
		hasSpecial: kernel.hasSpecial() !== 0,
		regions,
		special: () => specialAmong(hitCount),
		keep: (address) => void kernel.heap.bytes().copyWithin(address, tables.hits, tables.hits + hitCount * hitBytes)
	});
	const nothing = {
		hitCount: 0,
		hasSpecial: false,
		regions: () => [],
		special: () => [],
		keep: () => {}
	};
	const look = (address, size, origin) => {
		const count = origin === void 0 ? kernel.visitContent(address, size, 0, 0, 0, 0, -1) : kernel.visitContent(address, size, origin.hits, origin.hitCount, origin.size, origin.segments, origin.segmentCount);
		if (count < 0) return void 0;
		return count === 0 ? nothing : lookOf(count);
	};
	const grow = () => {
		if (tables.capacity >= lastCapacity) return false;
		tables = makeTables(kernel, tables.capacity * 8, tables);
		return true;
	};
	const remember = ({ mark = 0n }) => {
		if (mark !== 0n) kernel.remember(mark);
	};
	return {
		look,
		grow,
		remember,
		reaches
	};
};
// src/detect/inheritance.ts
const inserted = 4294967295;
/** Without the flag of a glued copy (src/kernel/assembly/delta.ts). */
const lengthMask = 2147483647;
const firstFrom = (carried, start) => partitionPoint(carried.length, (place) => carried[place].start < start);
/**
* The base's verdicts, of which there are some, that a content inherits, by the same rule as the kernel's (`isInherited` in src/kernel/assembly/visit.ts): a copy
* carried the stretch over with more than `reach` bytes on either side, or the content begins or ends there as its base did.
*/
const inherit = (base, { segments, size, baseSize }, reach) => {
	const found = [];
	const first = base[0].start;
	const last = base.at(-1).start;
	for (let i = 0; i < segments.length; i += 3) {
		const [offset, from, length] = [
			segments[i],
			segments[i + 1],
			segments[i + 2] & lengthMask
		];
		const stop = from + length;
		if (from === inserted || stop <= first || from > last) continue;
		const begins = offset === 0 && from === 0;
		const ends = offset + length === size && stop === baseSize;
		const covers = ({ start, end }, around = 0) => (begins || start - around > from) && (ends || end + around < stop);
		for (let c = firstFrom(base, from); c < base.length && base[c].start < stop; c++) {
			const carried = base[c];
			if (carried.end <= stop && covers(carried, reach(carried.task))) found.push({
				carried,
				moved: offset - from,
				withSeen: carried.seen === void 0 || covers(carried.seen)
			});
		}
	}
	return found;
};
const movedMatch = (match, by) => ({
	...match,
	start: match.start + by,
	end: match.end + by
});
/** A verdict as it stands in a content to which it moved. */
const movedBy = (carried, by) => by === 0 ? carried : {
	...carried,
	start: carried.start + by,
	end: carried.end + by,
	matches: carried.matches.map((match) => movedMatch(match, by)),
	...carried.seen && { seen: {
		start: carried.seen.start + by,
		end: carried.seen.end + by
	} },
	...carried.at === void 0 ? {} : { at: carried.at + by },
	...carried.anchors && { anchors: carried.anchors.map(({ at, image }) => ({
		at: at + by,
		image
	})) }
};
// src/detect/view.ts
/** A view around a stretch that was read before. */
const viewAround = (bytes, { start, end }) => ({
	bytes,
	from: start,
	to: end
});
const note = (view, from, to) => {
	if (from < view.from) view.from = from;
	if (to > view.to) view.to = to;
};
/** A stretch as Latin-1 characters, one a byte; what lies outside of the content is left out. */
const textIn = (view, start, end) => {
	note(view, start, end);
	return view.bytes.toString("latin1", Math.max(0, start), Math.max(0, end));
};
/** A byte; undefined outside of the content. */
const byteIn = (view, at) => {
	note(view, at, at + 1);
	return view.bytes[at];
};
/** All of it. */
const allIn = (view) => {
	note(view, -1, view.bytes.length + 1);
	return view.bytes;
};
/** What stands on its line before an offset, as far as some bytes back. */
const lineBefore$1 = (view, at, reach = 160) => /[^\n]*$/.exec(textIn(view, at - reach, at))[0];
// src/detect/pairs.ts
const compiled = /* @__PURE__ */ new WeakMap();
const patternOf = (pair) => {
	const known = compiled.get(pair);
	if (known !== void 0) return known;
	const pattern = new RegExp(pair.expression, pair.ignoreCase ? "dgi" : "dg");
	compiled.set(pair, pattern);
	return pattern;
};
/** The nearest other half within reach, before or after the secret. */
const nearest$1 = (pair, content, start, end) => {
	const from = Math.max(0, start - pair.within);
	const text = textIn(content, start - pair.within, end + pair.within);
	let best;
	let bestGap = Number.POSITIVE_INFINITY;
	for (const found of text.matchAll(patternOf(pair))) {
		const [first, last] = found.indices?.groups?.["id"] ?? found.indices[0];
		const gap = Math.max(from + first - end, start - (from + last));
		if (gap < 0 || gap >= bestGap) continue;
		best = text.slice(first, last);
		bestGap = gap;
	}
	return best;
};
/**
* The other halves of a rule's secret at a place. Undefined where one is missing that the rule cannot do without: then it
* is no credential.
*/
const halvesAround = (rule, content, start, end) => {
	const facts = {};
	let severity;
	for (const pair of rule.pairs ?? []) {
		const half = nearest$1(pair, content, start, end);
		if (half === void 0 && pair.required) return void 0;
		if (half === void 0) continue;
		facts[pair.as] = pair.secret ? true : half;
		severity ??= pair.severity;
	}
	severity ??= Object.keys(facts).length === 0 ? rule.lone : void 0;
	return {
		facts,
		...severity === void 0 ? {} : { severity }
	};
};
/** Index of the first of ascending matches that ends after an offset. */
const firstEndingAfter = (matches, offset) => partitionPoint(matches.length, (place) => matches[place].end <= offset);
const joinedTo = ({ pair, matches }, half) => {
	for (let i = firstEndingAfter(matches, half.start - pair.within); i < matches.length; i++) {
		const match = matches[i];
		if (match.start - half.end > pair.within) return void 0;
		if (match.facts[pair.as] === (pair.secret ? true : half.secret)) return match;
	}
};
/**
* Drops the halves that a match of another rule has joined to itself, so that a pair is one finding; what they say of
* themselves goes to that match.
*/
const createPairing = (rules) => {
	const pairs = rules.flatMap(({ id, pairs = [] }) => pairs.map((pair) => ({
		id,
		pair
	})));
	const halves = new Set(pairs.flatMap(({ pair }) => pair.check ?? []));
	const joinIn = (matches) => {
		const ascending = [...matches].sort((a, b) => a.start - b.start || a.end - b.end);
		const joined = pairs.map(({ id, pair }) => ({
			pair,
			matches: ascending.filter(({ check, facts }) => check === id && facts[pair.as] !== void 0)
		}));
		const told = /* @__PURE__ */ new Map();
		return ascending.filter((half) => {
			const owners = joined.flatMap((one) => one.pair.check === half.check ? joinedTo(one, half) ?? [] : []);
			for (const owner of owners) told.set(owner, {
				...half.facts,
				...told.get(owner),
				...owner.facts
			});
			return owners.length === 0;
		}).map((match) => told.has(match) ? {
			...match,
			facts: told.get(match)
		} : match);
	};
	return (matches) => matches.some(({ check }) => halves.has(check)) ? joinIn(matches) : matches;
};
// src/detect/walks.ts
const reversed = (text) => [...text].reverse().join("");
/** Orders that fingers and people follow: alphabet, digits, rows, columns and zigzags of keyboards. */
const paths = [
	"abcdefghijklmnopqrstuvwxyz",
	"01234567890",
	"qwertyuiop",
	"qwertzuiop",
	"azertyuiop",
	"asdfghjkl",
	"zxcvbnm",
	"qazwsxedcrfvtgbyhnujmikolp",
	"1q2w3e4r5t6y7u8i9o0p",
	"1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik"
].flatMap((path) => [path, reversed(path)]);
/** Pairs of neighbours on some path: most positions of a token begin none. */
const steps = new Set(paths.flatMap((path) => [...path].slice(1).map((char, i) => path[i] + char)));
/** How many characters from `at` on follow one path. */
const walkFrom = (lower, at) => {
	let longest = 1;
	for (const path of paths) {
		const start = path.indexOf(lower[at]);
		if (start === -1) continue;
		let length = 1;
		while (start + length < path.length && lower[at + length] === path[start + length]) length++;
		longest = Math.max(longest, length);
	}
	return longest;
};
/** Lengths of the stretches of four and more characters that follow a path, from left to right. */
const walkLengths = (text) => {
	const lower = text.toLowerCase();
	const lengths = [];
	for (let at = 0; at + 3 < lower.length;) {
		const length = steps.has(lower.slice(at, at + 2)) ? walkFrom(lower, at) : 1;
		if (length >= 4) lengths.push(length);
		at += length >= 4 ? length : 1;
	}
	return lengths;
};
// src/detect/placeholder.ts
/** Shannon entropy in bits per character. */
const entropy = (text) => {
	const counts = /* @__PURE__ */ new Map();
	for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
	let bits = 0;
	for (const count of counts.values()) bits -= count / text.length * Math.log2(count / text.length);
	return bits;
};
/** Longer than any filler, as texts of several lines are: keys in armour and documents, in which short marks have other reasons. */
const longText = 512;
/** What a filler is, its beginning tells. */
const longest$7 = 16384;
/**
* Fillers that may stand anywhere in a value. Six letters of either case occur in a random base62 token of 40 about once
* in 10^7, so each word here costs next to nothing; shorter ones are asked for as words of their own, below.
*/
const fillers$1 = /example|placeholder|change.?(?:me|this|it\b)|replace.?(?:me|this|with)|redacted|dummy.?|sample|insert.?(?:your|here|key|token)|(?:put|enter|add|paste).?your|your.?(?:own|key|token|secret|password|passwd|api|access|client|auth|app|account|project|private|company|domain|user)|goes.?here|not.?(?:a.?)?(?:real|secret)|removed.?for|fill.?(?:me|this|in)|to.?be.?(?:set|filled|defined|replaced)|some.?(?:secret|password|token|random)|my.?(?:secret|password|token|api.?key|passwd)|secret.?key.?here|lorem.?ipsum|deadbeef|cafebabe|c0ffee|foobar/i;
/** Short words that mark a filler when nothing but the ends or punctuation stands around them. */
const shortFillers = /(?:^|[^A-Za-z0-9])(?:your|fake|todo|fixme|tbd|n\/a|xxx+|yyy+|zzz+|foo|bar|baz|mock|here|hidden|masked|secret[-_ ]?here|none|null|nil|undefined|empty|unset)(?=$|[^A-Za-z0-9])/i;
/** Masks and ellipses. `•`, `●` and `…` are read as Latin-1 here, three characters each. */
const masks$1 = /\*{3}|\.{3}|_{4}|#{4}|xxxx|XXXX|\?{3}|(?:\xe2\x80\xa2){2}|(?:\xe2\x97\x8f){2}|\xe2\x80\xa6|[•●]{2}|…/;
const templates$1 = [
	/^<[^<>]*>$|^\[[^[\]]*\]$|^\{[^{}]*\}$|^%[A-Za-z_]\w*%$|^\$[A-Za-z_]\w*$|^@[A-Za-z_.]+@$|^__\w+__$|^:[a-z_]+$/,
	/<[A-Za-z][\w .-]+>|\{\{[- ]*[\w.$]|(?:\$\{|\$\(|#\{|<%|%\{|\$\[)[-= !]*\w{2}|\{\d?\}|%\([A-Za-z_]\w*\)s|\{[a-z_][\w.:-]+\}/,
	/(?:^|[^A-Za-z0-9%])%[sdvqx@](?=$|[-_:/. ])/,
	/^(?:[Yy]our[A-Z_ -]|YOUR[_ -])/
];
const lookups = /process\.env\b|import\.meta\.env|os\.environ|\bgetenv\b|\bENV\[|\$env:|\$_(?:ENV|SERVER)\b|\bSystem\.getProperty|\bstd::env\b|\b(?:secrets|vars|env|var|local|inputs|values)\.[A-Za-z_]/i;
/** Words that fillers are made of. A value of nothing else is nobody's key. */
const fillerWords = new Set("a access admin an and api app auth basic bearer bot client code config credential credentials data database db default demo dev development doc docs empty enter env fake false field foo for from get hello here hidden id in input invalid is it key keys localhost login local me mock my name new no not null of old or pass passphrase passwd password private prod production public pw pwd random real root secret secrets sekret service session set some staging string super temp temporary test testing tests text the this to token tokens top true type undefined unknown use user username valid value var very with world your abc bar baz qux x y".split(" "));
/** Words that mark a made-up value even when digits follow: a password may be `admin123`, a key is never `test123`. */
const madeUpWords = /^(?:test|testing|example|sample|dummy|fake|foo|bar|baz|my|your|mock|demo|abc|some|invalid|the|this)$/;
/** Words and numbers of a name in whatever case it is written, in lower case. */
const partsOf = (text) => text.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g)?.map((part) => part.toLowerCase()) ?? [];
const isFillerWord = (word) => fillerWords.has(word);
const isMadeOfFillerWords = (text) => {
	if (!/^(?=.*[A-Za-z])[\w .:/-]+$/.test(text)) return false;
	const parts = partsOf(text);
	const words = parts.filter((part) => !/^\d/.test(part));
	if (words.join("").length < .6 * parts.join("").length || !words.every((word) => fillerWords.has(word))) return false;
	return words.length === parts.length || words.some((word) => madeUpWords.test(word));
};
/** The shortest length after which a text repeats itself, a last repetition cut short included; linear (Knuth, Morris, Pratt). */
const periodOf = (text) => {
	const border = new Uint32Array(text.length);
	for (let i = 1, length = 0; i < text.length; i++) {
		while (length > 0 && text[i] !== text[length]) length = border[length - 1];
		if (text[i] === text[length]) length++;
		border[i] = length;
	}
	return text.length - border[text.length - 1];
};
/** A unit of up to eight characters three times and more, or a longer one twice: no random token of 16 repeats itself. */
const isRepetitive = (text) => {
	const times = text.length / periodOf(text);
	return times >= 3 || times >= 2 && text.length >= 16 || /(.)\1{7}/s.test(text);
};
const hasFewCharacters = (text) => {
	const distinct = new Set(text).size;
	return distinct <= 2 || text.length >= 12 && distinct <= 3 || text.length >= 24 && distinct <= 5;
};
/** Sequences (`abcdefgh`, `87654321`) and keyboard walks (`qwertz`, `1q2w3e4r`): eight in a row, or most of the value. */
const isWalk = (text) => {
	const lengths = walkLengths(text);
	const covered = lengths.reduce((sum, length) => sum + length, 0);
	return Math.max(0, ...lengths) >= 8 || covered > 0 && covered >= .6 * text.replace(/[^A-Za-z0-9]/g, "").length;
};
/** What documentation writes in a value's place: fillers, slots, look-ups, masks, and words that mean nothing. */
const isFillerText = (secret) => hasFewCharacters(secret) || fillers$1.test(secret) || shortFillers.test(secret) || masks$1.test(secret) || templates$1.some((template) => template.test(secret)) || lookups.test(secret) || isMadeOfFillerWords(secret);
/**
* Whether a value stands for a secret instead of being one: documentation's fillers, template slots, look-ups of the
* environment, masks, runs, sequences, keyboard walks. Of random tokens of 32 characters and more it calls fewer than
* one in 10,000 a filler (`placeholder.test.ts`).
*/
const isPlaceholder = (secret) => {
	if (secret.trim() === "") return true;
	if (isRepetitive(secret.slice(0, longest$7))) return true;
	if (secret.length > longText || /[\r\n]/.test(secret)) return /example|placeholder|redacted|\.{3}|\{\{|\$\{/i.test(secret);
	return isFillerText(secret) || isWalk(secret);
};
/** The same of a password that somebody chose: a walk over the keyboard is a poor one, and one all the same. */
const isPasswordPlaceholder = (password) => !(/[0-9]/.test(password) && isWalk(password)) || isFillerText(password) ? isPlaceholder(password) : false;
// src/detect/proofs/published.ts
/** Whether a text is one of those that everybody has: of them only the SHA-256 is written, or as many of its first digits as tell them apart. */
const publishedBy = (hashes) => {
	const published = new Set(hashes);
	const length = hashes[0]?.length;
	return (text) => published.has(createHash("sha256").update(text).digest("hex").slice(0, length));
};
/**
* SHA-256, cut short, of keys that standards and vendors' references show and everybody copies: RFC 5849, 6749, 6750, 7009, 7515, 7591,
* 7636 and 8628, OpenID Connect Core, the API reference of Docker Engine for swarms, the documentation of Django REST framework,
* and of Google Authenticator (Key Uri Format).
*/
const isInTextbook = publishedBy([
	"00cf4c781dc37003f7c7dd7d4c9a6ef1",
	"13d31e961a1ad8ec2f16b10c4c982e08",
	"293257ab6495ebb11cf9e4aee0686ca3",
	"2c31d647d56670580effa322c4e0d261",
	"2ff8b0fb93aca981c78f1e94355c298c",
	"33a6d3750d9a769b1c15ed2c4c2aa19f",
	"3e6099e82cea8b701718e015aae2c66d",
	"441c66009c2ab92078dcfbac9126e998",
	"4c20e6f5cc11b93731e74cbe20739821",
	"53f5da0aaa93d64cd5772c554cbf940f",
	"649e1f5c769e718ba10d1a702a36499a",
	"6aa14267d94944e6b6483c81f5ad37f8",
	"6c96130f130ab0d6d158397e24d2bcc1",
	"78314b11be2e581549ac1c4f616563fa",
	"80f8b7c904d4a43f3b7036db73247daa",
	"8b1b17a9740c068accab5c3d0d652c8e",
	"8be5d113c0871ce1a122d68a7dff940a",
	"90fd21a668f4b1211fbcb4f6d06d3694",
	"9e309cccd311ea64d04133daf7760f71",
	"9ec0be036c22f06fc32c70cf32aac22a",
	"a35b81a7d7927b70ec99270dd2362b88",
	"a71b359a87afde133e6d9731de69f882",
	"ad71fb4165536675d80a8bbfe957697e",
	"b5b17ca1d65733bbbdf82a5ca9164a54",
	"b87dad10a32a2d81aa2e36e31e258b36",
	"b8e148545b13c78bc74da2f1a7275dd7",
	"b9904b8ed45bc574ee1851896a4deb1c",
	"bb9b1163338b2a51495834ad5c654204",
	"c20fbc2b96183894fb46187909d02afb",
	"ca7459e2b26776de081b9a07e40227fd",
	"cb87c87e4a138d9a72259d2a01bab156",
	"cfee8a24c17aef53d02974ae20701541",
	"e9897976005540a696eae0c401c7156d",
	"e9974c507d2a802143f614c878fcbb62",
	"ea9bdfd02c0c412c8cc36ba67f6c17f9"
]);
/** The class of a character code: 0–25 lower case, 26–51 upper case, then digits, then the rest. */
const classOf = (code) => {
	if (code >= 97 && code <= 122) return code - 97;
	if (code >= 65 && code <= 90) return code - 65 + 26;
	return code >= 48 && code <= 57 ? 52 : 53;
};
// src/detect/identifier-model.ts
/** Written by bench/train-identifier-model.ts from 259588 distinct words; one row for each preceding class. */
const identifierTable = [
	"9-+,22,9-93)++>,;*+(-211/5::6:9:<::?:99:<8<978<;:?@@4.",
	")213*565,,4'20+26.-2*678-95747678847585873:635899:<;/)",
	"*8.5)36*.:*,17(38+/).79:/;594787996<576685<44599:=>>2+",
	"*/1,'618*15.24,1=--3.567/;02.102531822221070/0343;;;1)",
	"-3++2.18597+-*3/0()*500-/:24032385186333419112555>>>4*",
	"*734+-08&96-64)76..-/:6;/;794878974:976576;636999=9<0)",
	".854&7./);:/1,-3=++/.:5:5634021175184233327112445:893)",
	")504(7::(:7304)58/.--77:0624.112541:5113217//0445::62*",
	"..+,,.+<::4+-().6-**8.=0=/==7<=;==:>:<==;:>:8;?>=?AB8/",
	")444'445/83435*454'7.4.66445355556545555554645746556/+",
	"/151%207*86120/274,0-0195913/122640741133170./355;992)",
	"*26,',46);4+77*1:7.++27</;442544674:754453;423765><>5+",
	").60'32:+;70-1)*:8-3/8:<194323445637744553:314567<;<3+",
	"+9,**+*6-6002/-1:5*(0/5;4;451323752;7434429211555;?=5+",
	"00,+73.:05-+,'.,>(-,+/.2696866789:89;78897=5468:9?@<7.",
	")53.(620,:1*56),9*-*-47<0<362354883;844563:323767===3+",
	"45144654676*32435204$6555744324434366743445333557556/*",
	"*6..(2.9*=/0-/*2=-++0/4=-<341324762;635342;313555<==4+",
	".5.5(35-+;0255.-32+'-5170<3413237637633342;222555>=94(",
	"*6/3(47*)>:235+2=,,./915-:11/11254094222308000434;=<4*",
	"/,//*1-<,;8),)1+=**(7:<2;8;<::=<;;;<<;<<>;<;;:=?<;==62",
	"(816&649(;8345,6853776778:773556:96:6767759544928:99+,",
	")752+540)8225+(7:+,286/68902-111430540023/50/01338791*",
	"/6-4+385+775225'965'7970-62303225529/243129200434989.)",
	"1125-554298-/,3(<3*-560975/0.00054-62/0/1/6.-.122::61(",
	")154%141,52211+46433/547-124374545254535526555443564.-",
	"83**6007899*3+6.9,.,*139:51/,/33/7073,--7-2-.+.42235/0",
	"(877,9.5+68,96+47-32)766)7-202/435035+46045013/54737/-",
	"*9::-32+3:9*18&4:,420:7<78.52306601:0/35.0801.359:782/",
	")699'958)5:875*8:,07.9682:.-/1+354.6323//24/.31578590,",
	"0:41947::99..(830*358-7)9:/2,.3/26577-/,103+,.83401:/*",
	"+763.867'88+60(69*26+64877,7241/77+97165.652/2287858//",
	"-746'775078/75/48*752825730401+62'-75340007-/31547660,",
	")746(868.78556)65751156628+4/6.7670653/4.4421-186856/'",
	"470+81477:98+'61:6+-9979;80//)/104376.0+-+70..5/839321",
	"/2230143/43333)133*3.30423.023-431130342/112&112.231,2",
	"3454%465*656221666651066672113*444-653223263122.5674.-",
	"+:73*979(>9997'998288:<998.32.*425,75.46-272.-046837/-",
	"'788(268+:5677(:9707-87929,122,/59.95014..65034677580.",
	"'997(577388788(99817-94798-40..0.7073332-373+,2057591,",
	"8,178-7728224,4(:+53,.298722--52/7.6/..*//8*-..105772.",
	"'<99,963.82+99)69(34-.9949-505.534.92/54/17-100579592.",
	"32120214323243132113%32333.100-222041*13211/24+203/3+/",
	"+:38%:782;885:*98958,9879:.421,328-94-11.190-01338192-",
	"/6.8(:9.+:3162.-666',60:-;/500,530-:3324/121.-2433492,",
	"+8::'89/+=::4:):9,842943*:.715,47/-:8.48-/9/..2958/83,",
	"84646767/6636(6)6.(0675667101/04/6-96+0,2.5*-,06636501",
	"&766(556+65347*48656544554*544+433.69213325444555555,0",
	"*647.64/&74664,76(65565676-6540434061130/451.2445465./",
	"/2141/20322104021112121120-1,/+.01-12//0.,11-+013-+0*)",
	"0213,122031313032213212314,01//2211121//0)11*-3201/0,'",
	"/200)/20.02012*10102001110.112*1/0,01/100.0./0/00001)-",
	"0000004344442244433343434412122234243323324323333444%(",
	",.*,---/,21---.,4,*+//056702.001020651102/8/..23299:/K"
].join("");
// src/detect/randomness.ts
/** Bits of surprise of each pair of classes, from the printable table. */
const bits = Float64Array.from(identifierTable, (char) => (char.charCodeAt(0) - 35) / 2);
/** A digit's class says nothing of which digit it is. */
const bitsOfDigit = Math.log2(10);
/** The least bits that a character drawn at random from the smallest common alphabet of the text carries. */
const alphabetBits = (text) => {
	if (/^[0-9]+$/.test(text)) return Math.log2(10);
	if (/^(?:[0-9a-f]+|[0-9A-F]+)$/.test(text)) return 4;
	if (/^(?:[0-9a-z_-]+|[0-9A-Z_-]+)$/.test(text)) return Math.log2(36);
	return 6;
};
/**
* How much likelier a text is as random characters than as something that people name things, in bits: positive for
* keys and tokens, negative for identifiers, words and paths. A likelihood ratio of two models: characters drawn evenly
* from the text's alphabet, and the pairs of characters of identifiers (`bench/train-identifier-model.ts`).
*/
const randomness = (text) => {
	let surprise = 0;
	let previous = 53;
	for (let i = 0; i < text.length; i++) {
		const next = classOf(text.charCodeAt(i));
		surprise += bits[previous * 54 + next] + (next === 52 ? bitsOfDigit : 0);
		previous = next;
	}
	return surprise - text.length * alphabetBits(text);
};
// src/detect/generic/drawn.ts
/** Letters in any case, with what stands between the words of names and sentences, and at most one digit or mark behind. */
const lettersOnly = /^[A-Za-z]+(?:[_. -][A-Za-z]+){0,4}[\d.!*]?$/;
/**
* Bits by which letters must look drawn at random before they are no name, by their length. Of 290,000 quoted names and words of sixty
* repositories one in fifty passes, of letters drawn at random nine in ten.
*/
const enough = (length) => length < 7 ? 6 : 4;
const shortest$4 = 5;
const longest$6 = 24;
/** How much more likely letters are as drawn than as words, whatever their case says: names change it where a word begins. */
const drawnBits = (text) => randomness(text.replace(/[\d.!*]$/, "").toLowerCase());
/** What names of fields and constants are made of, which the model takes for drawn where they are cut short. */
const nameParts = /pass|pwd|passwd|secret|token|cred|key|user|login|auth|http|url|jdbc|xml|json|sql|db$/i;
/** Whether letters stand in an order that no words have: `zgqXtbw`, `kxqv_pzt`. */
const isDrawnText = (text) => text.length >= shortest$4 && text.length <= longest$6 && lettersOnly.test(text) && drawnBits(text) >= enough(text.length) && !nameParts.test(text);
/** Bits that are enough where the name beside the letters calls them a key, and says nothing of who chose it. */
const enoughForKey = 10;
/** The same for keys, which services draw. */
const isDrawnKey = (text) => text.length >= 10 && text.length <= 64 && lettersOnly.test(text) && drawnBits(text) >= enoughForKey;
/** A number behind letters is no part of a word, so that less is enough. */
const enoughForStem = 3;
/** `MOHFI432`: drawn letters with a number behind. */
const isDrawnStem = (text) => {
	const stem = /^([A-Za-z]{5,16})\d{1,4}$/.exec(text)?.[1];
	return stem !== void 0 && !nameParts.test(stem) && drawnBits(stem) >= enoughForStem;
};
// src/detect/generic/example-text.ts
const nearBack = 1e3;
/** Python's names for documentation that tools read, as the modules of Ansible and Salt carry it. */
const documentationNames = [
	"EXAMPLES",
	"DOCUMENTATION",
	"RETURN",
	"__doc__"
];
const opening$1 = /^\w+\s{0,2}=\s{0,2}[rbu]{0,2}("""|''')/;
const blocksNamed = (content, name) => {
	const blocks = [];
	for (let at = content.indexOf(name); at !== -1;) {
		const found = opening$1.exec(content.toString("latin1", at, at + 40));
		const start = at + (found?.[0].length ?? name.length);
		const close = found === null ? start : content.indexOf(found[1], start);
		const end = close === -1 ? content.length : close;
		if (found !== null) blocks.push([start, end]);
		at = content.indexOf(name, end);
	}
	return blocks;
};
/** A content with many candidates is searched for documentation once. */
const known$4 = /* @__PURE__ */ new WeakMap();
const documentationOf = (content) => {
	const bytes = allIn(content);
	const blocks = known$4.get(content) ?? documentationNames.flatMap((name) => blocksNamed(bytes, name)).sort(([a], [b]) => a - b);
	known$4.set(content, blocks);
	return blocks;
};
/** Blocks of one name do not overlap; of two names, the later start is the inner one. */
const isInDocumentation = (content, offset) => {
	const blocks = documentationOf(content);
	const begun = partitionPoint(blocks.length, (place) => blocks[place][0] <= offset);
	return begun > 0 && offset < blocks[begun - 1][1];
};
const near = /\bexamples?["']?\s{0,4}[:=]|\.\. code-block::|\bexample\b[^\n]{0,80}:\s{0,4}\n|@example\b|\be\.g\.|\bdescription["']?:\s{0,4}\|[^\0]*```/i;
/** A doc comment, a session of a shell, a sample that is commented out, JSON in a comment: an answer of some service. */
const shown = /(?:^|\\n)\s*(?:(?:\*|\/\/\/|>>>|\.\.\.|#\s+)\s(?:(?!\\n).)*|(?:\/\/|#)\s[^=]*["']|\/\/\s{3,}[^=]*)$/;
/** Whether what stands at an offset is shown as an example: an OpenAPI example, a documentation string, a doc comment. */
const isInExample = (content, offset, lineBefore) => shown.test(lineBefore) || near.test(textIn(content, offset - nearBack, offset)) || isInDocumentation(content, offset);
// src/detect/generic/harmless-value.ts
/** Shapes of values that are no secrets, whatever they are called. Each line says what it is. */
const shapes$1 = [
	/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
	/^(?:sha(?:1|224|256|384|512)|md5|blake2b?|blake3|h1|scram-sha)[-:_]/i,
	/^(?:\$(?:2[abxy]?|\d|y|argon2\w*|pbkdf2[\w-]*|scrypt|apr1|P|S|H)\$|\{(?:S?SHA-?\d*|S?MD5|CRYPT|BCRYPT)\}|(?:pbkdf2|bcrypt|unsalted)[_:]|(?:md5|sha1|sha256|sha512|bcrypt|argon2|scrypt|crypt)\$[\w./+]*\$)/i,
	/^[a-z][a-z0-9+.-]*:\/\//i,
	/^(?:\.{0,2}\/|~\/|[A-Za-z]:[\\/])(?![A-Za-z0-9+/]{30,}=)/,
	/^[\w.-]+(?:\/[\w.-]+)*\.(?:[cm]?[jt]sx?|json|ya?ml|pem|key|crt|cer|txt|go|py|rb|java|php|html?|css|md|conf|cfg|ini|env|sh|svg|png|proto|toml|xml)$/i,
	/^(?:arn:|projects\/|vault:|secret\/|kv\/|op:\/\/|ssm:|sm:|ref\+|env:|file:|data:|ENC[[(]|AQICAH|urn:|base64:$)/i,
	/^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-|AAAA[BCE]3Nza|MII[A-Z]|-----|iVBORw0|R0lGOD|\/9j\/|PHN2Zy|eyJ)/,
	/^(?:\d+|(?=.*[.,\s-])[MmLlHhVvCcSsQqTtAaZz0-9.,\s-]+)$/,
	/^-?0x(?![0-9a-f]{64}$)[0-9a-f]+$/i,
	/^\d{4}_[a-z]\w*$/,
	/\$\{|\{%/,
	/^(?:PBKDF2|PBEWith|HMAC|AES|DES|DESede|RSA|RC4|Blowfish|ChaCha20)(?:With|SHA|MD5|[-_/]|\d)[\w/-]*$/i,
	/^cpe:(?:\/|2\.3:)/i,
	/^\d*\*\d*(?:[A-Z]{2,}|\()/,
	/^[A-Za-z_]\w*\[[^\]]*[*+:][^\]]*\]$/,
	/^\)[,;.)\]}]/,
	/^\$\/[\w-]{1,40}:$/,
	/^\.\$/,
	/^wx[0-9a-f]{16}$/,
	/^\w+:\$\w+\$/,
	/^#?[0-9a-fA-F]{3,8}$/,
	/^(?:[\^~<>=v]|>=|<=)*\d+\.\d+/,
	/^\^.*\$$/,
	/^["'`]\$\{?\w+\}?["'`]$/,
	/^["']?\s?\+.*\+\s?["']?$/,
	/^\d{1,4}([-/.:])\d{1,4}(?:\1\d{1,4})*/,
	/^[\w.+-]+@[\w-]+\.[\w.]+$/,
	/\w\((?![^\w'"$)]{1,3}\)\w)|\)\s*[;,]?$|=>|->|::|&&|\|\||\(\)|\[\w+\]|\[['"]|\.\*|\\[dwsnrtu]|\^\[|\[a-z|\[\^|<\/?\w|\/>/i,
	/^(?:true|false|yes|no|on|off|null|nil|none|undefined|string|boolean|number|int|integer|object|array|any|required|optional|self|this|default|always|never|auto|hidden|text)\b/i,
	/^[A-Za-z]\w*(?:\|[A-Za-z]\w*)+;?$/,
	/^[a-z_]+(?::[\w,=.-]+)?(?:\|[a-z_]+(?::[\w,=.-]+)?)+$/,
	/^--?[a-z]|\w=[A-Za-z]/,
	/^\$?[A-Za-z_]+\d?(?:\.[$@A-Za-z_]+\d?)+$/,
	/[^\x20-\x7e]/
];
/** YAML's anchors, tags and blocks, and decorators. */
const marked = /^[&*!|>@]/;
const number$2 = /^\d{4,12}$/;
/** Whether a value is known to be something other than a secret: a digest, a reference, code, a path, a translation. */
const isHarmless = (value) => marked.test(value) || shapes$1.some((shape) => shape.test(value));
/** The same of a password: any may be a number, and one in quotes may begin with a mark. */
const isHarmlessPassword = (value, quoted) => !number$2.test(value) && (!quoted && marked.test(value) || shapes$1.some((shape) => shape.test(value)));
const digestContext = /sha-?\d|\bsha\b|md5|checksum|digest|integrity|commit|revision|\brev\b|etag|fingerprint|\bhash|nonce|thumbprint|\buses:|public.?key|pub.?key|csrf|xsrf|contract|0x$/i;
/** `SIGNING_KEY=` and forty digits: which key of OpenPGP signs, by its fingerprint (RFC 9580, section 5.5.4). */
const keyOfOpenPgp = /(?:sign(?:ing)?|gpg|pgp)[_-]?key(?:[_-]?id)?["']?\s{0,4}[:=]\s{0,4}["']?$/i;
/** Other names with their values before it: `public_key="…", secret_key=`. */
const settled = /^[^"']{0,80}[:=]\s?["'][^"']{0,200}["'],\s?(?=[\w"'])/;
/** Whether a line speaks of digests, so that a hexadecimal value on it is one. */
const isDigestBeside = (line, value) => /^(?:0x)?[0-9a-f]+$/i.test(value) && (digestContext.test(line.replace(settled, "")) || /^(?:0x)?(?:[0-9A-F]{16}|[0-9A-F]{40})$/.test(value) && keyOfOpenPgp.test(line));
// src/detect/recently.ts
/**
* Keeps what was computed of the last texts, up to so many characters of them: the versions of a file, and the members of its archives,
* repeat most of what they hold. Only for what depends on the text alone.
*/
const recently = (compute, maxCharacters) => {
	const known = /* @__PURE__ */ new Map();
	let characters = 0;
	return (text) => {
		if (known.has(text)) return known.get(text);
		const computed = compute(text);
		characters += text.length;
		if (characters > maxCharacters) {
			known.clear();
			characters = text.length;
		}
		known.set(text, computed);
		return computed;
	};
};
// src/detect/generic/key-name.ts
const ends = {
	password: /(?:passw(?:or[dt]|d)|passphrase|passcode|pwd|identifiedby|senha|contrase(?:na)?|contrase\xf1a|kennwort|wachtwoord|haslo|motdepasse)$|^pw$|^(?:\w*(?:user|db|admin|root|sql|smtp|mail|ftp|ssh|bind|redis|auth|login|key|store|my|app|http|proxy|ldap|imap|rpc|wifi|pg|web|api|svc|sudo|require|vnc|new|old|cert|default|site|ota|mqtt|server|remote|rcon|sip|game|host|conn|master|system|sys|backup|ap))?pass$/,
	key: /(?:secret|token|credentials?|(?:api|access|auth|app|application|account|private|encryption|crypt|crypto|signing|signature|master|shared|storage|secret|client|hmac|jwt|session|cookie|aes|subscription|consumer|license|validation|decryption|deploy|service|webhook|integration|write|ingest|admin|root|server)keys?)$/
};
/** Words after the secret's name that leave it one: copies, stages, encodings, numbers. */
const harmless$1 = /^(?:value|val|default|string|str|raw|plain|plaintext|clear|text|b64|base64|hex|old|new|current|previous|prev|prod|production|prd|dev|development|stage|staging|stg|live|local|sandbox|uat|qa|ci|main|primary|secondary|backup|base|enc|key|v|env|here|wo|confirmation|confirm|confirmed|repeat|again|test|tests|\d+)$/;
/** Words after the secret's name that make its value something else. */
const others$1 = /^(?:s|type|types|id|ids|name|names|path|paths|file|files|filename|dir|folder|url|urls|uri|uris|endpoint|host|field|fields|label|labels|title|message|messages|msg|error|errors|placeholder|hint|help|description|desc|prompt|question|regex|regexp|pattern|format|length|len|maxlen|minlen|size|min|max|count|counts|num|number|expiry|expires|expire|expired|expiration|ttl|lifetime|age|timeout|duration|interval|date|time|at|policy|policies|rule|rules|column|header|headers|prefix|suffix|class|style|icon|selector|inputs|event|action|state|status|mode|kind|version|algorithm|alg|hash|hashed|hashes|digest|checksum|sha|md5|fingerprint|arn|ref|refs|reference|var|variable|param|params|parameter|parameters|arg|argument|option|options|config|template|example|schema|property|properties|attribute|attr|element|node|list|map|array|table|index|position|pos|offset|start|end|begin|range|scope|scopes|audience|issuer|owner|user|username|email|provider|providers|source|store|storage|manager|service|factory|handler|helper|generator|validator|strength|score|required|enabled|disabled|enable|disable|allowed|visible|visibility|reset|recovery|change|changed|verification|request|response|result|callback|function|func|method|page|screen|view|dialog|form|button|link|izer|izers|ize|izing|kinds|names|stream|parser|scanner|symbol|symbols|separator|delimiter|less|word|words|through|port|ed|ing|es|age|ive|able|set|get|contract|address|mint|rotation|cache|group|groups|encoding|engine|binding|usage|limit|limits|metadata|annotation|env|placeholder|mask|masked|char|chars|character|literal|is|not|salt|salts|nonce|iv)$/;
/** Words anywhere in a name that say that its value is shown to everybody. */
const publicWords = /^(?:public|pub|csrf|xsrf|csrfmiddleware|next|page|pagination|continuation|continue|cursor|max|min|num|has|is|no|show|hide|toggle|reset|forgot|forgotten|invalid|missing|wrong|bad|expected|hashed|encrypted|encoded|hash|sealed|syntax|lex|design|total|count|completion|cached|compass|bypass|bypassed|sync|publishable|anon|site|recaptcha|sitekey|label|placeholder|regex|err|error|unexpected|idempotency|primary|foreign|unique|partition|sort|row|i18n|msg|translation|client_id|integrity|sha|md5|checksum|digest|commit|etag|revision)$/;
/** A field of a form, a stand-in of a test: what looks like a word says nothing there, anything else may be one. */
const doubtful = /^(?:input|example|sample|some|dummy|fake|mock|mocked|stub)$/;
/** Index after the last word of the part of a name that names a secret; -1 without one. Words may be glued: `dbpassword`. */
const endOfSecret = (words, kind) => {
	for (let end = words.length; end > 0; end--) {
		const joined = words.slice(Math.max(0, end - 2), end).join("");
		if (ends[kind].test(words[end - 1]) || ends[kind].test(joined)) return end;
	}
	return -1;
};
const strengthOf$1 = (name, kind) => {
	const words = partsOf(name.replace(/(?:^|[_.-])(?:API|Api)(?=[A-Z_-])/g, "_api_"));
	const end = endOfSecret(words, kind);
	if (end === -1 || words.some((word) => publicWords.test(word)) || /amz-credential$/i.test(name)) return "none";
	const tail = words.slice(end);
	if (tail.some((word) => others$1.test(word))) return "none";
	if (words.some((word) => doubtful.test(word))) return "weak";
	return tail.every((word) => harmless$1.test(word)) ? "strong" : "weak";
};
const mostRemembered = 65536;
const strengths = {
	password: recently((name) => strengthOf$1(name, "password"), mostRemembered),
	key: recently((name) => strengthOf$1(name, "key"), mostRemembered)
};
/** Judges a name as it stands in source or configuration, such as `DB_PASSWORD`, `spring.mail.password`, `apiKey`. */
const nameStrength = (name, kind, quoted = false) => /^(?:OLD)?PWD$/.test(name) && !quoted ? "none" : strengths[kind](name);
// src/detect/generic/named-nearby.ts
const reach$5 = 250;
/** What stands before a word that is a password once more. */
const givenAsPassword = /pass(?:wor[dt]|wd|phrase)?["'`]?\s{0,3}(?:=>|[:=])\s{0,3}["'`]?$/i;
const isNamedIn = (text, word) => text.toLowerCase().split(word.toLowerCase()).slice(0, -1).some((before) => !givenAsPassword.test(before.slice(-40)));
/**
* Whether a word stands nearby once more as the name of a user, a database, a product: `user: shop`, `password: shop`. Where it is the
* password of another user besides, it names nothing.
*/
const isNamedNearby = (word, { content, start, end }) => isNamedIn(textIn(content, start - reach$5, start), word) || isNamedIn(textIn(content, end, end + reach$5), word);
// src/detect/password-worth.ts
/** Shell, Make, Jinja, Helm, Ruby, printf, Python, Windows, XML and Ansible ways to leave a place open. */
const templates = /\$\{|\$\(|\{\{|\{%|#\{|<%|%\(\w|\$\[|\[\[|\$[A-Za-z_]\w*(?:\W|$)|^\$\w+$|^%\w+%$|^%[-+ #0]*\d*[a-zA-Z]$|%[svdqr](?![0-9A-Fa-f])|\{[\w.,:!|$ -]*\}|^<.*>?$|^\[.*\]$|^\(.*\)$|^@@|^__.*__$|^&[a-z]+;|^(?:ENC|SOPS|vault)[[:(]|^!|\+ ?["'`]|["'`] ?\+|&lt;|%3C|%7B%7B|^\[\^?[^\]]*\][+*]|^\.[+*]|^[A-Za-z_][\w.]*[[(]$/;
const words$1 = (text) => text.trim().split(/\s+/);
/** Words that documentation and development set-ups write in a password's place. */
const fillers = new Set(words$1(`
  pass passwd password pwd pw secret token key apikey auth user username usr login admin root guest test
  testing tester demo foo bar baz qux foobar abc xyz hello world default value string null undefined none
  nil true false todo tbd changeme changethis placeholder example sample dummy fake mock redacted removed
  hidden masked private sensitive postgres postgresql mysql mongo mongodb redis rabbitmq minio minioadmin
  sa oracle elastic neo4j tiger masterkey letmein qwerty hunter2 bitnami docker ubuntu vagrant wordpress drupal laravel
  symfony app db database something anything whatever blah asdf anonymous optional host hostname port pa
  ss
  changeit deadbeef cafebabe tiger scott change-it change-this change_me change-me x-oauth-basic x-token-auth api-key api_key p@ssword p@ssw0rd
  kennwort passwort geheim heslo haslo senha contrasena contrasenya clave motdepasse mdp wachtwoord parola sifre salasana losenord
  passord adgangskode kodeord parool parole jelszo lozinka geslo slaptazodis kupuhipa scope prefix suffix
  yourstrong masked redacted omitted obfuscated pa$$word pa$$w0rd pa55word pa55w0rd passw0rd s3cr3t s3cret sekret credential yourpassword
  sudo beep boop
`));
/** Words that stand beside those: `my-secret-password`. */
const companions = words$1(`
  my your our some the this is an here goes insert enter put use new old real actual very super strong
  long secure random top not url encoded with of for and in to client server service account access github
  gitlab personal npm bot proxy smtp ftp http basic raw plain text sql word phrase me it pls please application
`);
/** Whether a word is what manuals write for a password: `minioadmin`. Oracle's `tiger` is in use all the same. */
const isKnownFiller = (word) => word !== "tiger" && fillers.has(word);
const vocabulary = /* @__PURE__ */ new Set([...fillers, ...companions]);
const longestWord$1 = Math.max(...[...vocabulary].map((word) => word.length));
const longestFiller = 64;
const joint = /[-_. +*!@#()\d]/;
const isArticle = (value, at) => value[at] === "a" && value[at + 1] === " " && (at === 0 || value[at - 1] === " ");
/** Whether a value is nothing but words of the vocabulary, digits and marks. Takes a step per letter and word length. */
const isMadeOfWords = (value) => {
	if (value.length > longestFiller || !/[a-z]/.test(value)) return false;
	const reached = new Array(value.length + 1).fill(false);
	reached[0] = true;
	for (let at = 0; at < value.length; at++) {
		if (!reached[at]) continue;
		if (joint.test(value[at]) || isArticle(value, at)) reached[at + 1] = true;
		for (let end = at + 2; end <= Math.min(value.length, at + longestWord$1); end++) if (vocabulary.has(value.slice(at, end))) reached[end] = true;
	}
	return reached[value.length];
};
/** What somebody put in a password's place: stars, dots, one character repeated. */
const masked$1 = /^(.)\1{2,}$|^[.*•…_-]+$|\*{3}|\.{3}|x{4}|X{4}|\xe2\x80\xa6/;
/** Short numbers and sequences. */
const sequence$1 = /^(.)\1*$|^\d{1,6}$|^(?:1234|0123).{0,8}$|^abcd?e?f?\d*$|^[a-z]{0,3}123\d*$|^qwe/i;
/** Names of variables, and passwords that call themselves so. */
const selfNamed = /^[A-Za-z_.-]*(?:pass(?:word|wd|phrase)?|pwd|secret|token|changeme)[A-Za-z_.-]*\d{0,3}[=%!.]?$/i;
const isFiller$1 = (value) => {
	const plain = value.toLowerCase();
	return value.length < 4 || sequence$1.test(value) || selfNamed.test(value) || isMadeOfWords(plain);
};
/** Letters of one case with at most a short number behind are words to a person who guesses. */
const isWordLike = (value) => value.length < 8 || /^(?:[A-Za-z]?[a-z]*(?:[A-Z][a-z]+)*|[A-Z]+|[a-z]+(?:[-_.][a-z]+)*)[-_.]?\d{0,4}[!@#$.]?$/.test(value) || entropy(value) < 2.5;
/** Whether the value is left open or blotted out. */
const isTemplate = (value) => templates.test(value) || masked$1.test(value);
/** Detection reads bytes as Latin-1; accents do not make a word rarer. */
const withoutAccents = (value) => /[\x80-\xff]/.test(value) ? Buffer.from(value, "latin1").toString("utf8").normalize("NFKD").replace(/\p{M}/gu, "") : value;
/** Judges a password by itself; `user` is who signs in with it, where that is known. */
const worthOf = (written, user = "") => {
	const password = withoutAccents(written);
	if (isTemplate(password)) return "template";
	if (user !== "" && password.toLowerCase() === user.toLowerCase() || isFiller$1(password)) return "filler";
	return isWordLike(password) ? "weak" : "strong";
};
// src/detect/generic/passphrase.ts
/** Words of sentences and of labels: who writes them writes to people. */
const prose = /^(?:the|your|our|a|an|is|are|be|must|should|please|enter|type|use|used|using|for|to|of|in|on|at|and|or|not|no|with|from|new|old|this|that|you|it|if|when|will|can|cannot|may|has|have|was|been|invalid|incorrect|wrong|missing|required|forgot|forgotten|reset|change|changed|confirm|confirmation|password|passwords|passphrase|secret|token|key|login|sign|user|username|field|value|string|text|characters?|letters?|digits?|show|hide|set|get|does|do|match|too|short|long|weak|strong|current|default|optional|file|name|by|as|an?)$/;
const fewestWords = 4;
const mostWords = 9;
/** `correct horse battery staple`: words in a row, without the ones that sentences and labels are made of. */
const isPassphrase = (value) => {
	const words = value.split(" ");
	return words.length >= fewestWords && words.length <= mostWords && words.every((word) => /^[a-z0-9][a-z0-9-]{1,14}$/.test(word) && !prose.test(word)) && new Set(words).size === words.length;
};
// src/detect/generic/password.ts
const classes$1 = [
	/[a-z]/,
	/[A-Z]/,
	/[0-9]/,
	/[^A-Za-z0-9_./: -]/
];
/** Kinds of characters in a text, of four: lower case, upper case, digits, other signs but those of names and paths. */
const classesIn = (text) => classes$1.filter((kind) => kind.test(text)).length;
/** Names with a number at the end (`input1`, `sha256`) and camel-cased or separated names without any. */
const isIdentifier$1 = (text) => /^[A-Za-z_$][A-Za-z_$.-]*\d?$/.test(text);
const signsForLetters = {
	"@": "a",
	"4": "a",
	"3": "e",
	"1": "i",
	"!": "i",
	"0": "o",
	"5": "s",
	$: "s"
};
/** `P@ssw0rd` as it is meant. */
const plain$2 = (text) => text.replace(/[@4310!5$](?=[A-Za-z@4310!5$])/g, (sign) => signsForLetters[sign]);
const isMadeOfFillers = (text) => {
	const words = partsOf(text).filter((part) => !/^\d/.test(part));
	return words.length > 0 && words.every(isFillerWord);
};
/** `admin123`, `Test1234!`, `P@ssw0rd`: a dictionary word and decoration. Somebody's password perhaps, an example more often. */
const isDecoratedWord = (text) => isMadeOfFillers(text) || isMadeOfFillers(plain$2(text).toLowerCase());
/** Capitals alone are read as if they were small: the model knows few words written so. */
const sameCase = (text) => /[a-z]/.test(text) ? text : text.toLowerCase();
/** What code, schemas and forms say about passwords in a password's place, and what a password is called in other languages. */
const said = /^(?:required?|needed|optional|missing|invalid|valid|correct|incorrect|wrong|weak|strong|medium|short|toolong|tooshort|simple|complex|empty|blank|unset|filled|given|present|absent|provided|specified|supplied|entered|typed|changed?|changing|updated?|create|created|confirm|confirmed|confirmation|verify|verified|mismatch|matching|match|equals?|same|different|expired?|expires|expiring|forgot|forgotten|remember|recover|recovery|reset|resetting|reveal|visible|visibility|hidden|shown|hide|mask|masked|obscured|obfuscated|obscure|omitted|suppressed|scrubbed|filtered|encrypted?|encryption|encoded?|hashed?|hashing|salted?|bcrypt|scrypt|argon|pbkdf|plain|plaintext|cleartext|clear|crypt|cipher|digest|random|generated?|auto|automatic|manual|interactive|prompt|stdin|keyring|keychain|vault|environment|file|basic|digest|bearer|oauth|ldap|kerberos|saml|local|remote|external|internal|native|none|never|always|only|disabled?|enabled?|allow|allowed|deny|denied|forbidden|prohibit|prohibited|locked|unlocked|lock|unlock|varchar|nvarchar|string|text|textfield|textbox|input|field|column|label|button|submit|icon|title|header|footer|widget|dialog|modal|error|errors|warning|danger|success|failed|failure|fail|primary|secondary|info|current|previous|ignore|ignored|skip|skipped|sensitive|private|protected|public|internal|unchanged|unknown|unsupported|deprecated|nullable|boolean|number|integer|object|array|bytes|binary|base|ascii|unicode|hexadecimal|alphanumeric|numeric|letters|digits|length|minlength|maxlength|pattern|regex|format|validator|validation|policy|strength|score|rule|rules|access|account|accounts|authentication|authenticate|authorization|authorize|identity|signin|signup|signout|login|logout|register|registration|session|username|email|mail|phone|address|first|last|name|kennwort|passwort|losenwort|motdepasse|contrasena|contrasenya|senha|palavra|wachtwoord|wagwoord|lozinka|heslo|haslo|parola|salasana|salasanat|adgangskode|passord|losenord|jelszo|jelszava|sifre|parool|parole|slaptazodis|geslo|zaporka|fjalekalim|sandi|katasandi|matkhau|kodeord|lykilord|pasahitza|contrasinal|parul|clave|secreto|geheim|geheimnis)$/i;
const isSaid = (text) => said.test(text);
const shortestWord = 5;
const longestWord = 24;
/** One word, small or with a capital, or two and more glued together: what people choose who choose badly. */
const isWord = (text) => /^[A-Za-z]?[a-z]+$|^[A-Z]+$/.test(text) && text.length >= shortestWord && text.length <= longestWord && !said.test(text) && !/pass|pwd|pw$|secret|token|credential|login|user/i.test(text);
const shortestDrawn = 6;
/** Bits by which letters must look drawn at random before they are no word: nineteen words in twenty have none. */
const drawnEnough = 3;
/** Four letters are less sure. */
const drawnEnoughForFour = 6;
/** Letters of one case in an order that no word has. */
const isDrawn = (text) => text.length >= shortestDrawn && text.length <= longestWord && randomness(sameCase(text)) >= drawnEnough;
/** `xkqv`: too short for more than a hint. */
const isShortAndDrawn = (text) => /^[a-z]{4}$/.test(text) && randomness(text) >= drawnEnoughForFour;
/** `hunter3`, `Bigger_Cats2`: a word and a digit, which names have too. */
const isNumberedWord = (text) => /^[A-Za-z]{4,16}(?:[_-][A-Za-z]{2,12})?\d$/.test(text) && !said.test(text.replace(/\d$/, ""));
/** Bits by which eight and more characters must look drawn at random before letters alone are a password. */
const randomEnough = 12;
/** A number, a walk over the keyboard: the passwords that are tried first, and in use all the same. */
const isPoor = (value) => /^\d{4,12}$/.test(value) || isWalk(value);
/** `94728031`: longer than what is tried first, and no date. */
const isLongNumber = (value) => value.length >= 8 && new Set(value).size >= 5 && !isWalk(value) && !/^(?:19|20)\d\d(?:0\d|1[0-2])|(?:19|20)\d\d$/.test(value);
/** Capitals begin the words of names, so letters alone are judged without them. */
const judged$2 = (value) => /^[A-Za-z_-]+$/.test(value) ? value.toLowerCase() : sameCase(value);
/** Whether characters look drawn at random, letters alone too. */
const isRandomPassword = (value) => value.length >= 10 && randomness(judged$2(value)) >= randomEnough;
const shortestMixed = 6;
/** `sha256`, `utf8mb4`: words with digits that everybody writes. */
const isAlgorithm = (value) => /^(?:sha|md|utf|base|aes|rsa|des|hmac|oauth|ipv|x|v|http|tls|ssl|argon|scram|pbkdf|win|rc|crc|int|uint|float|iso|latin|mp|h|s|k)[-_]?\d/i.test(value);
const isWorthLittle = (value) => isPoor(value) || isDecoratedWord(value) || value.length < shortestMixed || isAlgorithm(value) || /passw|secret|token/i.test(value);
/** A word that no list of fillers knows may be a password, and may be much else. */
const wordSeverity$1 = (word) => {
	if (worthOf(word) === "filler" || isMadeOfFillers(word)) return void 0;
	return isDrawn(word) && !isWalk(word) ? "medium" : "low";
};
/** Bits by which letters and digits must look drawn at random where little else tells. */
const mixedEnough = 8;
/** Letters and digits in no order that names have. */
const isMixedKey = (value) => /^(?=.*[A-Za-z])(?=.*\d)[\w-]+$/.test(value) && !isWorthLittle(value) && randomness(sameCase(value)) >= mixedEnough;
/** Of letters with digits and signs. */
const mixedSeverity = (value, quoted) => {
	const kinds = classesIn(value);
	if (isIdentifier$1(value) && isNumberedWord(value)) return isMadeOfFillers(value) ? void 0 : "low";
	if (kinds < 2 || !/[^A-Za-z_./: -]/.test(value) || isIdentifier$1(value)) return void 0;
	if (isWorthLittle(value)) return "low";
	const digits = value.replace(/\D/g, "").length;
	return kinds >= 3 || randomness(sameCase(value)) >= mixedEnough || digits >= 2 && (quoted || digits >= 3) ? "medium" : "low";
};
/** `zyg$ 3a jPhpokmz`: no word of a sentence stands between the spaces. */
const isDrawnPhrase = (value) => value.length <= 40 && /\d/.test(value) && /[^\w\s.,:;'"()/-]/.test(value) && isRandomPassword(value.replace(/\s/g, ""));
/** As long as SHA-1, SHA-2 and their kin in hexadecimal: in a password's place more often what a table keeps of one. */
const isDigestLike = /^(?:[0-9a-fA-F]{40}|[0-9a-fA-F]{64}|[0-9a-fA-F]{96}|[0-9a-fA-F]{128})$/;
const phraseSeverity = (value) => {
	if (isDrawnPhrase(value)) return "medium";
	return isPassphrase(value) ? "low" : void 0;
};
/**
* How sure a password that people choose is one, given that its name says so. Letters alone are a word or an identifier;
* undefined: no password.
*/
const passwordSeverity = (value, quoted) => {
	if (value.length > 128) return void 0;
	if (/^\d{4,12}$/.test(value)) return isLongNumber(value) ? "medium" : "low";
	if (isDrawnText(value) && !isWalk(value)) return "medium";
	if (value.length < 5) return isShortAndDrawn(value) ? "low" : void 0;
	if (/\s/.test(value)) return phraseSeverity(value);
	if (isDigestLike.test(value)) return "low";
	if (isRandomPassword(value) && !isWalk(value)) return "medium";
	return isWord(value) ? wordSeverity$1(value) : mixedSeverity(value, quoted);
};
/** Whether a value is one that no name and no word looks like: drawn, or with digits enough. */
const isSurePassword = (value) => isDrawnText(value) || /\d/.test(value) && passwordSeverity(value, false) === "medium";
// src/detect/generic/configuration-shape.ts
/** Whether a name begins its line, or follows only what configuration and shells put before names. */
const startsLine = /^\s*(?:[-*+]\s+|(?:#|\/\/)\s*){0,3}[%@]?(?:\w+::){0,6}(?:(?:export|set|setenv|local|declare|readonly|ENV|ARG|env)\s+|-D|-e\s+|--)?["']?$|^\s*(?:ENV|ARG|RUN|docker|kubectl|helm|export)\s.*\s$|^\s*machine\s.*\s$/;
/** An option of a command: `--password=`, `-Dkey=`, `--from-literal=password=`, `-e "KEY=`, `-passin pass:`. */
const isFlag = /(?:^|[\s"'`])(?:--[\w-]*=?|-D|-P|(?:-e|--env|--build-arg|--set|--set-string|--from-literal|-F|--form|--form-string|-d|--data|--data-urlencode|--data-raw)[\s=]+["']?|-pass(?:in|out)?\s+)$/;
/** `- name: DB_PASSWORD`, the value on the line below it. */
const isNameBeforeValue = ({ before, separator }) => /^\s*(?:-\s+)?["']?(?:name|key|variable)["']?\s*[:=]\s*["']?$/i.test(before) && /\n\s*["']?value["']?\s*[:=]\s*$/i.test(separator);
/** `ansible_user=root ansible_ssh_pass=v`, `name=app password=v state=present`: pairs on a line, as inventories and libpq write them. */
const isAmongPairs = ({ before: line, separator, after: rest }) => {
	const [before, after] = [line.replace(/^.*["'](?=[^"'=]+=)/, ""), rest.replace(/["'].*$/, "")];
	return separator === "=" && !/[(,;&|<>"'`$]/.test(before + after) && (/(?:^|\s)[\w.-]+=\S+\s+$/.test(before) || /\s$/.test(before) && /^\s+[\w.-]+=\S/.test(after)) && /^(?:\s|$)/.test(after);
};
/** `data="default_password=v"`, `'SA_PASSWORD=v'`: quotes around the whole pair. */
const isQuotedPair = ({ before, separator, after }) => separator === "=" && /(?:^|[\s=([,])["']$/.test(before) && after[0] === before.at(-1);
/** `PGPASSWORD=v psql …`: an assignment for one command. */
const isForCommand = ({ before, name, separator, after }) => separator === "=" && /^[A-Z][A-Z0-9_]+$/.test(name) && /(?:^|&&|\|\||[;|(`"'])\s*(?:sudo\s+|env\s+|(?:[A-Z][A-Z0-9_]*=\S+\s+))*$/.test(before) && /^\s+[\w./-]/.test(after);
/** `-H "X-Api-Key: v"`: a header is a text of its own. */
const isHeader = ({ before, name, separator, after }) => /[-_]|^(?:api|auth|token|secret)/i.test(name) && /^:[ \t]?$/.test(separator) && /["'`]$/.test(before) && after[0] === before.at(-1);
/** `?api_key=v&…`: a parameter of a URL. */
const isUrlParameter = ({ before, separator, after }) => separator === "=" && /:\/\/[^\s"'`<>]{3,}[?&](?:amp;)?$/.test(before) && !/badge|\.svg\?/i.test(before) && /^(?:$|[&"'`\s<)\]\\])/.test(after);
/** `git config acme.token v`, `npm config set //host/:_password v`, `vault kv put`. */
const isSetByCommand = /(?:^|[\s$"'`])(?:[\w./-]+\s+){1,3}(?:config|set|put)(?:\s+--?[\w-]+)*\s+$/;
/** Only a space between name and value. */
const isApart = ({ before, name, after }, isSure) => {
	if (/(?:^|[\s"'`])--?$/.test(before)) return /^(?:$|[\s"'`])/.test(after);
	if (!/^["']?\s*(?:$|#|\\$)/.test(after)) return false;
	if (/^\s*$/.test(before)) return /^(?:requirepass|masterauth)$/.test(name) || isSure();
	if (isSetByCommand.test(before) && isSure()) return true;
	return /^\s*(?:ENV|setx|set -\w+|machine\s.*)\s+$/.test(before);
};
/** What SQL says before `IDENTIFIED BY v`; prose says it too. */
const isStatement$1 = /\b(?:create|alter|grant|user|connect|link|to|role)\b/i;
/** `name,value` alone on its line, `the key is v`: too little for anything that does not look drawn at random. */
const isSlight = ({ separator }) => /^["']?,|^\s+is\b/i.test(separator);
const standsSlightly = ({ before, separator, after }) => separator === "," ? before === "" && after === "" : /^["']?[.,;)]?(?:\s|$)/.test(after) && /is/i.test(separator);
/** `curl -d "user=bob&password=v"`, the parameters of a form. */
const isFormParameter = ({ before, separator, after }) => separator === "=" && /(?:^|["'`\s])(?:[\w.%[\]-]+=[^\s"'`]*)?&$/.test(before) && /^(?:$|[&"'`\s])/.test(after);
/** `{user: bob, password: v}`: a mapping of YAML on one line. */
const isInFlow = ({ before, separator, after }) => /^:[ \t]+$/.test(separator) && /[{,]\s*$/.test(before) && /\{[^{}()]*$/.test(before) && /^\s*[,}]/.test(after);
/** `Password of the database: v`: notes name it in a few words, and a cell of a table in a column of its own. */
const isInNotes = ({ before, separator, after }) => /^\W{0,3}:\W{0,3}[ \t]+[*`_]{0,3}$/.test(separator) ? /^[\s*#>`_-]{0,6}(?!var|let|val|const|def)(?:[A-Za-z]+\s){0,4}$/.test(before) && /^[*`_.]{0,3}\s*$/.test(after) : /^[ \t]*\|[ \t]*$/.test(separator) && /^\s*\|/.test(before) && /^\s*\|/.test(after);
/** `${PASSWORD}    v`: a variable of Robot Framework, two spaces and more apart. */
const isRobotVariable = ({ before, separator, after }) => /^[$&@]\{$/.test(before) && /^\}(?:[ ]{2,}|\t+)$/.test(separator) && /^(?:$|\s{2}|\t)/.test(after);
/** Shapes of their own, before what stands between name and value is looked at. */
const isShapedApart = (around, isSure) => isRobotVariable(around) || isFormParameter(around) || (isInFlow(around) || isInNotes(around)) && isSure();
/** Where a value without quotes may be one: the shape of .env, properties, YAML, Dockerfiles, shells, options and URLs. */
const hasConfigurationShape = (around, isSure) => {
	const { before, separator, after } = around;
	if (isShapedApart(around, isSure)) return true;
	if (!/^["'\\]*(?:[ \t]*(?:=|:|:{1,3}=|\?=|:-|,|is:?)[ \t]*(?:[>|][-+]?\s+|&\w+[ \t])?|[ \t]+|[\s\S]*(?:value|default)["']?\s*[:=]\s*)$/i.test(separator)) return false;
	if (isSlight(around)) return standsSlightly(around) && isSure();
	if (/identified by$/i.test(around.name)) return isStatement$1.test(before) && /^(?:$|[\s;"'`])/.test(after);
	if (/\$\{$/.test(before)) return after.startsWith("}");
	if (isFlag.test(before)) return /^(?:$|[\s"'`])/.test(after);
	if (/^[ \t]+$/.test(separator)) return isApart(around, isSure);
	if (isAmongPairs(around) || isForCommand(around) || isUrlParameter(around) || isHeader(around)) return true;
	if (isQuotedPair(around)) return true;
	const endsLine = /^["']?\s*(?:$|#|;\s|\\$)/.test(after);
	if (isNameBeforeValue(around)) return endsLine;
	return startsLine.test(before) && (endsLine || /^\s*(?:ENV|RUN|export|docker)\s/.test(before));
};
// src/detect/generic/wrapping.ts
/** What stands between the operator and the quote of a value: a call, its first literal, the name of its argument. */
const call = /[=:>,|?]\s*(?:new )?((?:\[\])?[\w.:]*)\(\s?(?:(["'])[\w.-]*\2, |([a-z_]+)[=:] ?)?[@brfun]?["']{1,3}$/i;
/** Types, fields and coders whose argument is the text itself, and what makes a password's hash of it. */
const keepsText = /^(?:\[\]byte|(?:[\w.:]*[.:_])?(?:\w*string|\w*str|\w*field|\w*bytes?|column|from|some|just|of|valueof|text|(?:b64|base64|url|html)?_?encode|secretstr|secret|literal|quote|default|utf8|noop|hash\w*|\w*_hash|make|crypt|bcrypt|create|password|make_password|generate\w*hash|hash\w*sync|encrypt|md5|sha\d*))$/i;
/** `UUID.fromString("…")`, `parseString("…")`: another thing than the text. */
const makesOther = /uuid|guid|parse|find|get(?!_?bytes)|read|load|lookup|decode|resource|message|format|translat|uri|url\b|path|query|select/i;
/** Calls that take a name, and what stands for it where nothing is set. */
const looksUp = /(?:^|[.:_])(?:get\w*|env\w*|config\w*|conf|cfg|flag\w*(?:\.\w+)?|\w*flag|option\w*|setting\w*|fetch|param\w*|prop\w*|string\w*|default\w*|var\w*|field|lookup|argument)$/i;
const keepsArgument = /^(?:default\w*|initial\w*|value|fallback|plain\w*|secret|password|text)$/i;
/** `password = input("…")`: what the call gives is another text than the one between its quotes. */
const isOfCall = ({ separator }) => {
	const found = call.exec(separator);
	if (found === null) return false;
	const [, callee = "", literal, argument] = found;
	if (argument !== void 0) return !keepsArgument.test(argument);
	if (literal !== void 0) return !looksUp.test(callee);
	return callee !== "" && (makesOther.test(callee) || !keepsText.test(callee));
};
/** `"required": ["password", …]`, `| password | text |`: the first of a list, the next cell of a table; what looks like a name is one there. */
const isFirstOfMore = ({ separator }) => /\[ ?["']$|[^|]\|[ \t]*["'`]?$/.test(separator);
// src/detect/generic/place.ts
/** Methods that turn a literal into another form of itself. */
const formOfItself = /^\\?["'`]\s*\.\s*(?:getBytes|freeze|encode|toCharArray|to_s|to_string|to_owned|into|as_bytes|as_str|trim|strip|dup|ToCharArray|toByteArray|data\(using|utf8)\b/;
/** The quoted value is one operand of more: a sum, a format. */
const isOperand = ({ after }) => !formOfItself.test(after) && /^\\?["'`]\s*(?:\+|%|\.\s*[\w($]|\|\|?|\?|===?|in\b|of\b|as\b(?! *(?:str|&str)))/.test(after);
/** `if (key == "v")` compares with what a parser reads, and `the key is "v"` tells a story: what looks drawn at random is a key even there. */
const isComparedOrTold = ({ name, separator }) => /[=!]==?|^["'`]?[ \t]+is\b/i.test(separator) || /^\(/.test(separator) && /\.equals(?:IgnoreCase)?$/.test(name);
const isMarkup = ({ separator }) => /^\\?["']?(?: [^<>]*)?>$|<(?:string|value)>$|><!\[cdata\[$/i.test(separator);
/** Calls whose arguments are a name and its value, or a name and what it stands for without one. */
const assigns = /(?:put|set|add|push|append|param\w{0,6}|propert\w{1,4}|define|header|env\w{0,12}|options?|entry|of|with\w{0,20}|field|default\w{0,6}|get\w{0,20}|pair|item|str\w{0,2}cpy|attr\w{0,8}|data|var\w{0,6}|config\w{0,10}|values?|insert|register|secret|string(?:var)?p?|query\w{0,6}|form\w{0,6}|let|store|save|write|update|fetch|read|lookup|load)$/i;
/** `("password", "…")`: what a call assigns, the members of braces, or a pair of its own. */
const isPair = ({ before, after }) => {
	const call = /([\w$]{1,60})\((?:[^()]{0,100},)?\s*(?:\([\w *]{1,30}\))?(?:[\w.]{1,40}->)?\\?["'`]?$/.exec(before)?.[1];
	if (call !== void 0) return assigns.test(call);
	return /\{\s*\\?["'`]?$/.test(before) || /\(\s*\\?["'`]?$/.test(before) && /^\\?["'`]\s*,?\s*\)/.test(after);
};
/** `set("password", "…")` assigns; of a plain list of strings the second is no value of the first, nor what follows `MD5('password'),`. */
const isListItem = (around) => /[)\]"'`][^\w,]{0,6}["'`)\]]\s*,|[)\]]\s*,/.test(around.separator) || /^\\?["'`]?,\s*\\?["'`]$/.test(around.separator) && !isPair(around);
/** `getPassword("…")` names what it looks for; `setPassword("…")` and `password("…")` say it. */
const isLookup = ({ separator, name }) => /^\(/.test(separator) && /(?:^|[._])(?:get|fetch|read|find|load|look|retrieve|resolve|request|require|is|has|check|validate|verify|compare|hash|encrypt|decrypt|encode|decode|parse|test|expect|match|contains|remove|delete|t|i18n|translate)(?=[A-Z_.]|$)[\w]*$/.test(name);
/** Only a space between name and quote: at a line's start, after a statement of SQL, after an option; in prose it is no assignment. */
const isProse = ({ separator, before, name }) => /^\\?["'`\])]*[ \t]+@?\\*["'`]$/.test(separator) && !(/^[ \t]+@?\\*["']$/.test(separator) && (/^\s*(?:[-#]+\s*)?$|(?:^|\s)--?[\w-]*$|[{;]\s*$|\(def(?:once|parameter)?\s+$|^\s*#\s*define\s+$|_header\s+$|\b(?:user|role|with|login|alter|create|encrypted|env)\b|(?:^|[\s{]):$/i.test(before) || /identified by$/i.test(name)));
/**
* Whether a value stands where languages and formats put what a name is assigned. Looser places count for a value that is surely no
* name or word.
*/
const standsWhereSecretsDo = (around, isSure) => {
	if ((isComparedOrTold(around) || isFirstOfMore(around)) && !isSure()) return false;
	if (around.quote !== "") return ![
		isOperand,
		isListItem,
		isLookup,
		isProse,
		isOfCall
	].some((is) => is(around));
	if (isMarkup(around)) return /^<\/|^<!|^\]\]>/.test(around.after);
	return hasConfigurationShape(around, isSure);
};
// src/detect/generic/random-key.ts
const shortestKey = 16;
const longestKey = 200;
/** Random keys have at least this many bits in all, and this many for each character, more than names have. */
const keyBits = 14;
const keyBitsPerCharacter = .75;
const isKeyShaped = (value) => value.length >= shortestKey && value.length <= longestKey && /^[\w+/=.~:|-]+$/.test(value) && /[0-9]/.test(value);
/** Upper case with underscores is how constants are called: judged as if it were written small. */
const sameCaseName = (value) => /^[A-Z0-9]+(?:[_-][A-Z0-9]+)+$/.test(value) ? value.toLowerCase() : value;
const isRandom$1 = (value) => isKeyShaped(value) && randomness(sameCaseName(value)) >= Math.max(keyBits, keyBitsPerCharacter * value.length);
/** `secret-live-…`: what services write before the random part. */
const words = /^(?:[a-z]{2,12}[-_]){1,3}(?=[\w+/-]{20})/;
/** Whether a value looks drawn at random, as services issue keys; also where a service's name stands before the random part: `acme_live_…`. */
const isRandomKey = (value) => isRandom$1(value) || isRandom$1(/[A-Za-z0-9]*=*$/.exec(value)[0]) || words.test(value) && isRandom$1(value.replace(words, ""));
// src/detect/generic/random-text.ts
const classOfChar = (char) => {
	if (/[a-z]/.test(char)) return 0;
	if (/[A-Z]/.test(char)) return 1;
	return /[0-9]/.test(char) ? 2 : 3;
};
const shortest$3 = 16;
const longest$5 = 200;
const leastDistinct = 12;
/** Characters drawn at random from all that a keyboard has change their kind at every other step and more. */
const leastChanges = .45;
const leastSigns = .08;
/** Bytes beyond ASCII; detection reads bytes. */
const mostForeign = 2;
/** Expressions, formats and markup have signs in plenty too. */
const expressions = /\[[^\]]*-[^\]]*\]|\(\?|\\[dwsbDWSB]|\.[*+]|\{\d+,?\d*\}|\$\{|%[sd]|<\/?\w+[\s>]|&\w+;|:\/\/|\w\(\)|[=!]==|=>|->|&&|&[a-z_]{3,}=|\$ENV\{|\.{3}|\[-?\d+\]|\)\}|\}\)|\w\(\{|\|\||\w\[\w+[*:+]/;
/** Whether a text looks drawn from letters, digits and signs together, as frameworks make their secret keys. */
const isRandomText = (written) => {
	if (written.length < shortest$3 || written.length > 202) return false;
	const text = written.length - written.replace(/[^\x20-\x7e]/g, "").length <= mostForeign ? written.replace(/[^\x20-\x7e]+/g, "#") : written;
	if (text.length < shortest$3 || text.length > longest$5 || /\s/.test(text) || !/^[\x21-\x7e]+$/.test(text)) return false;
	if (expressions.test(text) || new Set(text).size < leastDistinct) return false;
	const classes = [...text].map(classOfChar);
	const changes = classes.filter((kind, at) => at > 0 && kind !== classes[at - 1]).length;
	const signs = text.replace(/[\w.:/-]/g, "").length;
	return new Set(classes).size >= 3 && changes >= leastChanges * text.length && signs >= leastSigns * text.length;
};
// src/detect/generic/sum.ts
const reach$4 = 200;
const mostPieces = 8;
/** An operator and the next literal: `" + "`, PHP's and Perl's `' . '`, Lua's `" .. "`, Visual Basic's `" & "`, or nothing, as in C and Python. */
const next = /^["']\s{0,4}(?:\+|\.{1,2}|&|)\s{0,40}(["'])([^"'\\\r\n]{1,100})(?=\1)/;
/** What ends a sum of literals alone. */
const end = /^["']\s{0,4}(?:[;,)\]}]|\r?\n|$)/;
/** `"abc" + "def"`: a value that a program joins of nothing but literals, as a candidate of all of it; otherwise the candidate. */
const joined = (candidate) => {
	let rest = textIn(candidate.content, candidate.end, candidate.end + reach$4);
	let secret = candidate.secret;
	let stop = candidate.end;
	for (let piece = 0; piece < mostPieces; piece++) {
		const found = next.exec(rest);
		if (found === null) break;
		secret += found[2];
		stop += found[0].length;
		rest = rest.slice(found[0].length);
	}
	return stop > candidate.end && end.test(rest) ? {
		...candidate,
		secret,
		end: stop
	} : candidate;
};
// src/detect/generic/surroundings.ts
const reachBefore = 120;
const reachAfter = 80;
const lastLine = (text) => text.slice(Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1);
/** Reads the line around a candidate of an expression whose groups `key` and `sep` reach from name to value. */
const surroundingsOf = ({ groups, content, start, end }) => {
	const key = groups["key"] ?? "";
	const separator = groups["sep"] ?? "";
	const keyStart = start - separator.length - key.length;
	const line = lastLine(textIn(content, keyStart - reachBefore, keyStart));
	const head = /[\w$.-]*$/.exec(line)[0].replace(/^-D(?=[a-z]|$)/, "");
	return {
		name: (head + key).replace(/^[-.$]+|[-.$]+$/g, ""),
		before: line.slice(0, line.length - head.length) + /^[-.$]*/.exec(head)[0],
		separator,
		quote: /["'`]$/.exec(separator)?.[0] ?? "",
		after: textIn(content, end, end + reachAfter).split(/[\r\n]/, 1)[0]
	};
};
// src/detect/generic/weak-choice.ts
const shape = /^[A-Za-z0-9][\w@!#$%^&*+.?-]{2,39}$/;
/** What manuals write for the reader to replace, and what no one uses. */
const instruction = /change|replace|your|example|placeholder|redact|insert|enter|goes|here|remove|lorem|todo|fixme|undefined|null|none|xxx|yyy|zzz|\*\*|\.\.|__|not.?set|to.?be|some.?(?:pass|secret|value|thing)|my.?(?:pass|pw|secret|token)|foo|bar$|baz|string|value|default$|empty|unused|unknown|ignored|invalid|wrong|incorrect|mismatch|forbidden|forgot|reset/i;
const passWords = /^(?:pass|password|passwords|passwd|passphrase|passcode|pwd|pw|secret|pswd)$/;
/** Words that stand beside `password` in names of fields, messages, keys of translations. */
const fieldWords = new Set("new old user users my the a an is has no not in of for to with and or by as at on login log sign signin admin root db database host smtp mail email proxy ldap key keys store keystore truststore trust cert certificate ssl tls jks server client api app application auth http https ftp ssh sftp jdbc mysql postgres pg redis mongo native caching sha sha2 md5 cleartext clear plain plaintext text hash hashed encrypted encrypt encoded raw input field fields box form page view dialog button label hint title header message msg error err error length short long weak strong required missing match confirm confirmation confirmed verify verification check repeat again retype re current previous next first last second one two temp temporary update create set get send save show hide toggle visible remember type grant policy strength rule min max manager provider service services file path dir name id uri url token access refresh member account profile settings config configuration credential credentials username data info group role permission session request response param params query column table attribute property option options env var expired expiry expires expiration lost recovery recover change changed generator generated random validator valid history flow less only any connect connection basic digest bearer oauth oauth2 saml kerberos internal external private public system master slave backup job task test_id".split(" "));
/** Letters before `password` that are written without a space in names too: `newpassword`. */
const gluedField = /^(?:new|old|current|confirm|re|user|the|no|has|is|show|hide|get|set|hash|hashed|encrypted|encoded|plain|plaintext|raw|forgotten|lost|by|com|bi|tres|over|under|sur|one|un)?(?:pass(?:word|wd|phrase|code)?|pwd|pw|secret)s?(?:field|box|input|label|hash|text|file|error|length|less|ed|es|ing|port|age|ive|through|key|name|type|id)?$/;
/** `SNOWFLAKE_PASSWORD`: a variable of the environment. */
const isNameOfVariable = (value) => /^[A-Z0-9]+(?:_[A-Z0-9]+)+$/.test(value);
const isNameOfField = (value) => {
	const words = partsOf(value);
	if (words.length === 1) return gluedField.test(words[0]) || isFillerWord(words[0]) || isKnownFiller(words[0]);
	return words.every((word) => fieldWords.has(word) || passWords.test(word));
};
const looksAbbreviated = /^[A-Za-z]{3}$/;
/** Three letters that code says of texts and types. */
const shortNames = /^(?:str|int|env|yes|off|any|all|key|row|col|raw|get|set|new|old|low|min|max|sha|md5|aes|rsa|des|not|and|the|one|two|asc|sql|url|uri|api|app|dev|ref|arg|opt|obj|val|var|num|idx|ptr|buf|len|tmp|cfg|ctx|req|res|err|msg|out|log|map|xml|pem|der|jks|ssl|tls|ssh|ftp|tcp|udp|dns|csv|pdf|png|jpg|gif|svg|zip|tar|bin|hex|dec|oct|utf|bit|abc|pin)$/i;
/** Four letters likewise. */
const longerNames = /^(?:true|null|none|text|char|auth|hash|uuid|data|path|file|user|base|salt|type|name|host|port|form|json|yaml|self|this|void|bool|enum|opts|args|argv|conf|prop|util|node|item|list|dict|blob|code|date|time|size|mode|role|test|pass|word|page|view|html|body|head|link|call|func|func|init|main|impl|root|some|more|less|sure|fail|good|warn|info|high|full|half|same|from|into|with|over|left|right)$/i;
/**
* A weak password that somebody chose all the same: a short word, words with `pass` among them, words in a row. Where name and place leave no
* doubt; what is named like a field, or asks to be replaced, is none.
*/
const isWeakChoice = (value) => {
	if (!shape.test(value) || !/[A-Za-z]/.test(value) || isTemplate(value) || isWalk(value)) return false;
	if (instruction.test(value) || isSaid(value) || isNameOfVariable(value)) return false;
	if (/[^A-Za-z_.-]/.test(value)) return !/^(?:sha|md|utf|base|aes|rsa|des|h|x|v)[-_]?\d+$/i.test(value);
	if (looksAbbreviated.test(value)) return !shortNames.test(value);
	if (longerNames.test(value)) return false;
	return !isNameOfField(value);
};
// src/detect/generic/word-place.ts
/** `--account-pass=v`: an option takes no pass of another kind. */
const isOption = ({ before }) => /(?:^|[\s"'])--?$/.test(before);
/** `currentPass`, `pass: "shadow"`: passes of many kinds; with a user beside it, or in a name that says whose it is, a password. */
const isOtherPass = (around) => !isOption(around) && isPassOf(around);
const isPassOf = ({ name, before }) => !(/^pass$/i.test(name) && /(?:\$|->)$/.test(before)) && !(name === "PASS" && /^\s*(?:export\s+)?$/.test(before)) && /pass$/i.test(name) && !/(?:db|sql|user|usr|admin|root|smtp|ssh|ftp|mail|login|auth|proxy|ldap|key|store|http|vnc|sudo|become|wifi|wlan|ota|ap|mqtt|site|server|rcon|sip)[_.-]?pass$/i.test(name) && !/\b(?:user|usr|login|email)\w{0,8}["']?\s?(?:[:=]|=>)[^:=]*$/i.test(before);
/** `"Leaked password": "ACTIVE"`: the name ends a text of several words, which another quote may surround. */
const isInText = ({ before, separator }) => {
	if (/[A-Za-z&] $/.test(before) && /^["'`](?!,? :?with)/.test(separator)) return true;
	const opened = /^(?:[^"'`]*(["'`])(?:(?!\1).)*\1)*[^"'`]*(["'`])(?:(?!\2)["'`])?([^"'`]*)$/.exec(before)?.[3];
	return opened !== void 0 && /[\s(]$/.test(opened);
};
/** `--password: expected a non-empty text`: a sentence goes on behind the word. */
const isInSentence = ({ separator, quote, after }) => quote === "" && /^["'`]?:/.test(separator) && /^,?[ ][A-Za-z'-]+[ ][A-Za-z'-]+(?:[ .,;!?"'`]|$)/.test(after);
/** `hasattr(password, "decode")`: of two arguments the first is no literal; `the --password option`: only a space stands between. */
const isOnlyBeside = ({ before, separator, quote }) => /^,/.test(separator) && !/(?:put|set\w{0,10}|\badd\w{0,10}|\bwith\w{0,10}|append|param\w{0,6}|strn?cpy)\((?:\([\w *]{1,20}\))?(?:[\w.]{1,40}->)?\s*["'`]?$/i.test(before) || /^[\s"'`]*$/.test(separator) && !(quote !== "" && /^\s*(?:#\s*define\s+)?$/.test(before));
/** `const provePassword: Prover = …`: a type, and what has it comes after. */
const isType = ({ separator, quote, after }) => quote === "" && /^\??:\s*$/.test(separator) && /^\s*=(?![=~])/.test(after);
/** `self.pwd = previous`: an expression's value, not a configuration's. */
const isMember$1 = ({ name, quote }) => quote === "" && /^(?:self|this|cls|@)\b/.test(name);
const isStatement = ({ name, before, quote }) => quote !== "" && /\bby$|^password$/i.test(name) && /\b(?:user|grant|role|create|alter|login|for|to|with)\b/i.test(before);
/** `app_passwd("details")`: what a call does with a word, only `setPassword("…")`, `password("…")` and a builder's `.dbPassword("…")` say. */
const isOtherCall = ({ separator, name }) => /^\(/.test(separator) && !/(?:^|[._>])(?:[sS]et|[wW]ith)[\w.]*$|(?:^|[.>])(?:password|passwd|pass|pwd|secret)$|\.(?:equals(?:IgnoreCase)?|set|send_?[kK]eys|fill|val|set_?(?:[tT]ext|[vV]alue))$|[.>](?!change|reset|forgot|get|check|verify|update|validate|compare|hash|encode|is|has|find|save|prompt|ask|show|test|generate|create|match|lost|recover|send)[a-z]+(?:Password|Passwd|Pwd|Pass|_password|_pass)$/i.test(name);
/** Letters that no word is made of need less: only text, types and members of objects are no assignment of theirs. */
const isPlaceForDrawn = (around) => !isInText(around) && !isMember$1(around) && !isType(around) && !isOtherCall(around);
/**
* Whether a word may be a password where it stands: a word may be anything, so that name and place must leave no doubt.
*/
const isPlaceForWord = (around, strength) => strength === "strong" && !isOtherPass(around) && !isInText(around) && !isInSentence(around) && !isMember$1(around) && !isType(around) && !isOtherCall(around) && (!isOnlyBeside(around) || isStatement(around));
// patterns/lexicon.ts
const lexicon = JSON.parse(readFileSync(new URL("lexicon.json", import.meta.url), "utf8"));
// src/detect/lexicon/services.ts
const alphabets$1 = {
	hex: "[0-9a-f]",
	HEX: "[0-9A-F]",
	base62: "[0-9A-Za-z]",
	base64url: "[0-9A-Za-z_-]",
	digits: "[0-9]"
};
/** `hex:32`, `uuid`; alternatives are joined by commas. */
const keysFrom = (written) => {
	if (written === "") return void 0;
	const shapes = written.split(",").map((shape) => {
		if (shape === "uuid") return "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";
		const [alphabet = "", length = ""] = shape.split(":");
		return `${alphabets$1[alphabet]}{${length}}`;
	});
	return new RegExp(`^(?:${shapes.join("|")})$`);
};
/** `Fly.io` → `fly-io`, `MÖVE & Co` → `move-and-co`. */
const slugOf = (name) => name.normalize("NFKD").replace(/\p{M}|['’!]/gu, "").replaceAll("&", " and ").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
/** One line: name, words, severity, shape of keys, provider where it is not the name, rotate page. */
const parseRow = (line) => {
	const [name = "", words = "", severity = "", keys = "", provider = "", rotate = ""] = line.split("	");
	return {
		service: {
			name,
			provider: provider || slugOf(name),
			severity,
			keys: keysFrom(keys),
			rotate: rotate || void 0
		},
		words: words.split(" ")
	};
};
let known$3;
/** All words with their services; read when the first candidate asks. */
const serviceWords = () => {
	if (known$3 !== void 0) return known$3;
	const words = /* @__PURE__ */ new Map();
	for (const line of lexicon.split("\n")) {
		if (line === "") continue;
		const row = parseRow(line);
		for (const word of row.words) words.set(word.replace("~", ""), {
			service: row.service,
			common: word.startsWith("~")
		});
	}
	known$3 = words;
	return words;
};
/** Whether a check, or the beginning of one, is that of a service of the lexicon. */
const isServiceCheck = (check) => [...serviceWords().values()].some(({ service }) => {
	const checks = `secrets/${service.provider}-`;
	return checks.startsWith(check) || check.startsWith(checks) && /^[a-z-]+$/.test(check.slice(checks.length));
});
// src/detect/lexicon/spot.ts
/** `OpenWeatherMap`, `open_weather_map`: a service's word may be written as so many. */
const mostParts = 5;
/** What may be glued behind a service's word: `mailgunapikey`. */
const glued = /^(.{3,}?)(?:api|access|auth|secret|client|app)*(?:key|token|secret|password|passwd|pass|pwd)$/;
/** Words that stand around a service's and a secret's and change nothing. */
const neutral = /^(?:api|app|application|access|auth|authentication|oauth\d?|bearer|client|consumer|user|account|service|server|secret|secrets|key|keys|token|tokens|password|passwd|pass|passphrase|pwd|credential|credentials|private|personal|signing|signature|webhook|hook|bot|admin|master|root|id|refresh|session|encryption|my|our|the|default|prod|production|dev|development|stag|stage|staging|test|testing|live|sandbox|local|ci|env|next|nuxt|public|react|vite|vue|expo|gatsby|config|conf|settings|setting|value|val|string|str|smtp|db|database|rest|http|https|login|header|x|integration|write|read|project|org|organization|team|workspace|set|with|headers|agent|collector|partner|merchant|management|content|upload|subscription|ingest|ingestion|license|rw|ro|[a-z]|\d+)$/;
const isNeutral = (word) => neutral.test(word);
/** What libraries add to a service's word: `paypalrestsdk`, `mailgunjs`. */
const library = /^(.{5,}?)(?:rest|sdk|api|client|search|py|js|node|admin|http|app|cloud|service|lib)+$/;
const at$1 = (parts, from, count) => {
	const joined = parts.slice(from, from + count).join("");
	const rest = [...parts.slice(0, from), ...parts.slice(from + count)];
	const word = serviceWords().get(joined);
	if (word !== void 0) return word.common && !rest.every(isNeutral) ? void 0 : {
		service: word.service,
		rest,
		common: word.common,
		length: joined.length
	};
	if (count > 1) return void 0;
	const stem = glued.exec(joined)?.[1];
	const named = stem === void 0 ? void 0 : serviceWords().get(stem);
	if (stem === void 0 || named === void 0 || named.common) return void 0;
	const words = [
		...parts.slice(0, from),
		joined.slice(stem.length),
		...parts.slice(from + 1)
	];
	return {
		service: named.service,
		rest: words,
		common: false,
		length: stem.length
	};
};
const longest$4 = (parts, least) => {
	let best;
	for (let from = 0; from < parts.length; from++) for (let count = Math.min(mostParts, parts.length - from); count > 0; count--) {
		const found = at$1(parts, from, count);
		if (found !== void 0 && found.length >= least && found.length > (best?.length ?? 0)) best = found;
	}
	return best;
};
/** The service that a key's own name names, such as `MAILGUN_API_KEY`, `mailgun.apiKey`, `mailgunapikey`. */
const serviceInName = recently((name) => longest$4(partsOf(name.slice(-100)), 2), 65536);
const callWord = /^(?:connect|connector|connection|conn|init|new|create|make|client|session|api|gateway|sdk|auth|login|db|pool|open|get|from|with|url|config|options|settings|strict|async|aio|engine|driver)$/;
/** The service whose library a call uses: `redis.Redis(`, `snowflake.connector.connect(`. */
const serviceInCall = (callee) => {
	const parts = [...new Set(partsOf(callee))].filter((part) => !callWord.test(part));
	const found = longest$4(parts, 3);
	return found === void 0 || !found.rest.every((part) => isNeutral(part) || serviceWords().has(part)) ? void 0 : found.service;
};
/** The service at a host, by the label before the last: `api.mailgun.net`, `hooks.slack.com`. */
const serviceAtHost = (host) => {
	const labels = host.toLowerCase().split(".");
	const joined = (count) => labels.slice(-count).join("").replace(/[^a-z0-9]/g, "");
	const label = (labels.at(-2) ?? "").replace(/[^a-z0-9]/g, "");
	for (const word of [
		joined(2),
		label,
		label.replace(/apis?$/, ""),
		joined(3)
	]) {
		const found = serviceWords().get(word);
		if (found !== void 0) return found.service;
	}
};
/** Shorter words of a running text are too often something else. */
const leastInText = 5;
const identifier = /[A-Za-z0-9](?:[\w-]{0,80}[A-Za-z0-9])?/g;
const isDistinct = (parts) => parts.some((part) => part.length > 1);
const spotInText = (text) => {
	for (const [written] of text.matchAll(identifier)) {
		const parts = partsOf(written).slice(0, 12);
		if (!isDistinct(parts)) continue;
		const found = longestDistinct(parts);
		if (found !== void 0) return found;
	}
};
const longestDistinct = (parts) => {
	const words = serviceWords();
	for (let count = Math.min(mostParts, parts.length); count > 0; count--) for (let from = 0; from + count <= parts.length; from++) {
		const joined = parts.slice(from, from + count).join("");
		if (joined.length < leastInText) continue;
		const word = words.get(joined) ?? words.get(library.exec(joined)?.[1] ?? "");
		if (word !== void 0 && !word.common) return word.service;
	}
};
/** Lines around one candidate are lines around the next. */
const recent = /* @__PURE__ */ new Map();
const mostRecent = 4096;
/** The service that a line of code, a comment or a host names, by a word that means nothing else. */
const serviceInText = (text) => {
	if (recent.has(text)) return recent.get(text);
	if (recent.size >= mostRecent) recent.clear();
	const service = spotInText(text.slice(0, 1e3));
	recent.set(text, service);
	return service;
};
// src/detect/lexicon/context.ts
const pathReach = 2500;
const mostLines = 80;
const nearReach = 600;
const nearLines = 6;
/** Of what a prover may see, the beginning: imports stand at the head of a file. */
const importReach = 16384;
const isBlank = (code) => code === 32 || code === 9 || code === 13;
const indentOf = (line) => {
	let at = 0;
	while (at < line.length && isBlank(line.charCodeAt(at))) at++;
	return at;
};
/** What a line that opens a block calls it: a key, a section, an element; else undefined. */
const blockName = (line) => /^\s*(?:provider|resource|data|module)\s+"([\w-]{2,60})"/.exec(line)?.[1] ?? /^\s*(?:-\s+)?["']?([\w.$-]{2,60})["']?\s*(?:[:=]|=>)/.exec(line)?.[1] ?? /^\s*\[{1,2}["']?([\w. :"'-]{2,60}?)["']?\]{1,2}/.exec(line)?.[1] ?? /^\s*<([\w:.-]{2,60})/.exec(line)?.[1];
const serviceOfBlock = (line) => {
	const name = blockName(line);
	return (name === void 0 ? void 0 : serviceInName(name)?.service) ?? serviceInText(line);
};
/** The lines that a line stands under, nearest first: less and less indented, or the section's head above. */
function* enclosing(lines, indent) {
	let inner = indent;
	for (let at = lines.length - 1; at >= Math.max(0, lines.length - mostLines); at--) {
		const line = lines[at];
		const outer = indentOf(line);
		if (outer === line.length || outer > inner) continue;
		const isHead = line[outer] === "[" && /^\[[^\]]+\]\s*$/.test(line.slice(outer));
		if (outer === inner && !isHead) continue;
		yield line;
		if (isHead) return;
		inner = outer;
	}
}
const imports = /^\s*(?:import|from|using|use|require|include|#include|@import|(?:const|let|var)\s[^\n]{0,80}require\()[^\n]{0,200}$/gm;
const imported = (text) => {
	const found = /* @__PURE__ */ new Set();
	for (const [line] of text.matchAll(imports)) {
		const service = serviceInText(line);
		if (service !== void 0) found.add(service);
	}
	return found.size === 1 ? [...found][0] : void 0;
};
/** A content with many candidates is searched for imports once. */
const known$2 = /* @__PURE__ */ new WeakMap();
const byImports = (content) => {
	const bytes = allIn(content);
	const found = known$2.get(content) ?? imported(bytes.toString("latin1", 0, importReach)) ?? "none";
	known$2.set(content, found);
	return found === "none" ? void 0 : found;
};
/** Lines around, nearest first. */
const byNeighbours = (above, line, below) => {
	const own = serviceInText(line);
	if (own !== void 0) return own;
	for (let distance = 1; distance <= nearLines; distance++) {
		const service = serviceInText(above.at(-distance) ?? "") ?? serviceInText(below[distance - 1] ?? "");
		if (service !== void 0) return service;
	}
};
/** The lines before a place and its own up to it. */
const linesBefore = ({ content, nameStart }) => {
	const lines = textIn(content, nameStart - pathReach, nameStart).split("\n");
	return [lines, lines.pop()];
};
/** A name at its line's start stands under what is less indented; elsewhere on it, under the line itself too. */
const indentWithin = (own) => Math.max(indentOf(own), /^\s*["'-]?\s*$/.test(own) ? 0 : 1);
/** Names of the blocks that a place stands in, nearest first. */
const blocksAround = (place) => {
	const [lines, own] = linesBefore(place);
	return [/["']?([\w.$-]{2,60})["']?\s{0,4}[:=]\s{0,4}\{[^{}]*$/.exec(own)?.[1] ?? "", ...[own, ...enclosing(lines, indentWithin(own))].map((line) => blockName(line) ?? "")];
};
/** The service whose key stands under a block of its name. */
const serviceOfPath = (place) => {
	const [lines, own] = linesBefore(place);
	const onLine = serviceInText(own);
	if (onLine !== void 0) return {
		service: onLine,
		by: "key path"
	};
	for (const line of enclosing(lines, indentWithin(own))) {
		const service = serviceOfBlock(line);
		if (service !== void 0) return {
			service,
			by: "key path"
		};
	}
};
/** The service that lines around a value speak of, or the only one that its file imports. */
const serviceAround = ({ content, nameStart, end }) => {
	const above = textIn(content, nameStart - nearReach, nameStart).split("\n");
	const below = textIn(content, end, end + nearReach).split("\n");
	const line = `${above.pop()} ${below.shift()}`;
	const near = byNeighbours(above, line, below);
	if (near !== void 0) return {
		service: near,
		by: "nearby"
	};
	const service = byImports(content);
	return service === void 0 ? void 0 : {
		service,
		by: "import"
	};
};
// src/detect/lexicon/kind.ts
/** What a name calls its value, longest first where one ends another. */
const kinds$2 = [
	[
		/(?:pass(?:word|wd|phrase|code|wort)?|pwd|pw)s?$/,
		"password",
		"password"
	],
	[
		/credentials?$/,
		"credentials",
		"credentials"
	],
	[
		/clientsecret$/,
		"client-secret",
		"client secret"
	],
	[
		/(?:app|application)secret$/,
		"app-secret",
		"app secret"
	],
	[
		/consumersecret$/,
		"consumer-secret",
		"consumer secret"
	],
	[
		/apisecret(?:key)?$/,
		"api-secret",
		"API secret"
	],
	[
		/(?:access)?tokensecret$/,
		"token-secret",
		"token secret"
	],
	[
		/(?:webhook|hook)(?:signing)?(?:secret|token|key)$/,
		"webhook-secret",
		"webhook secret"
	],
	[
		/sign(?:ing|ature)(?:secret|key)$/,
		"signing-secret",
		"signing secret"
	],
	[
		/sharedsecret$/,
		"shared-secret",
		"shared secret"
	],
	[
		/secretaccesskey$/,
		"secret-access-key",
		"secret access key"
	],
	[
		/secret(?:api)?key$/,
		"secret-key",
		"secret key"
	],
	[
		/secret$/,
		"secret",
		"secret"
	],
	[
		/accesskey$/,
		"access-key",
		"access key"
	],
	[
		/privatekey$/,
		"private-key",
		"private key"
	],
	[
		/(?:encryption|crypto|aes)key$/,
		"encryption-key",
		"encryption key"
	],
	[
		/(?:license|licence)key$/,
		"license-key",
		"licence key"
	],
	[
		/(?:app|application)key$/,
		"app-key",
		"application key"
	],
	[
		/(?:write|ingest|ingestion|integration|project)key$/,
		"write-key",
		"write key"
	],
	[
		/(?:admin|master|root)(?:api)?key$/,
		"admin-key",
		"admin key"
	],
	[
		/key$/,
		"api-key",
		"API key"
	],
	[
		/refreshtoken$/,
		"refresh-token",
		"refresh token"
	],
	[
		/bottoken$/,
		"bot-token",
		"bot token"
	],
	[
		/(?:personal)?accesstoken$/,
		"access-token",
		"access token"
	],
	[
		/(?:auth|authentication|authorization|bearer|oauth|session)token$/,
		"auth-token",
		"auth token"
	],
	[
		/apitoken$/,
		"api-token",
		"API token"
	],
	[
		/(?:token|pat)$/,
		"token",
		"token"
	]
];
const secretWords = /^(?:keys?|tokens?|secrets?|pass\w{0,6}|pwd|pw|pat|credentials?|\w{1,20}(?:key|token|secret|password))$/;
/** The kind that the words of a name tell, by the last of them that speaks of a secret; without one, an API key. */
const kindOf$1 = (words) => {
	const last = words.findLastIndex((word) => secretWords.test(word));
	const told = words.slice(Math.max(0, last - 2), last + 1).join("").replace(/(?<=key|token|secret|credential)s$/, "");
	const [, id = "api-key", title = "API key"] = kinds$2.find(([pattern]) => pattern.test(told)) ?? [];
	return {
		id,
		title
	};
};
// src/detect/lexicon/naming.ts
/** Kinds that providers' own rules call by another of these words. */
const synonyms = [
	[
		"api-key",
		"api-token",
		"token",
		"access-token",
		"auth-token",
		"key",
		"personal-access-token",
		"api-key-legacy",
		"secret-key"
	],
	["app-key", "application-key"],
	[
		"client-secret",
		"app-secret",
		"oauth-secret",
		"oauth-client-secret"
	],
	[
		"secret-access-key",
		"secret-key",
		"secret"
	]
];
let known$1;
/** The kinds that have rules of their own with their titles, by provider. */
const ownKinds = (provider) => {
	if (known$1 === void 0) {
		const kinds = /* @__PURE__ */ new Map();
		for (const { id, title, provider: owner } of rules) {
			const own = kinds.get(owner) ?? /* @__PURE__ */ new Map();
			kinds.set(owner, own.set(id.slice(`secrets/${owner}-`.length), title));
		}
		known$1 = kinds;
	}
	return known$1.get(provider) ?? /* @__PURE__ */ new Map();
};
/** One thing has one check: where the provider has a rule for it, the rule's. */
const kindFor = ({ provider, name }, kind) => {
	const own = ownKinds(provider);
	const alike = synonyms.find((words) => words.includes(kind.id)) ?? [];
	const same = own.has(kind.id) ? [kind.id] : alike.filter((id) => own.has(id));
	return same.length === 1 ? {
		id: same[0],
		title: own.get(same[0])
	} : {
		id: kind.id,
		title: `${name} ${kind.title}`
	};
};
/** What a name and a look at random alone are worth where the provider's keys have a form that this value lacks. */
const severityOf$1 = ({ provider, severity }) => ownKinds(provider).size > 0 && severityRank(severity) > severityRank("medium") ? "medium" : severity;
/** How a finding of a service's key is called and what it says. */
const namingOf$1 = (service, words) => {
	const kind = kindFor(service, kindOf$1(words));
	const revoke = `Revoke it at ${service.name} and issue a new one; removing it from the file is not enough.`;
	return {
		check: `secrets/${service.provider}-${kind.id}`,
		provider: service.provider,
		title: kind.title,
		opens: `Uses ${service.name} as its owner.`,
		remediation: service.rotate === void 0 ? revoke : `${revoke} See ${service.rotate}`
	};
};
const secret = /^(?:\w*key|\w*token|\w*secret|auth|pat|login|credentials?)$/;
const owners = /^(?:id|client|consumer|app|application|user|account|project|org|organization|team|workspace|server|service|config|settings?|url)$/;
/** Names of clients and projects are no secrets; a word that also means something else needs one that says key. */
const isPlain = (rest, common) => rest.every(isNeutral) && !owners.test(rest.at(-1) ?? "") && (!common || rest.some((word) => secret.test(word)));
/** The service that a key's own name tells. */
const attributeByName = (name) => {
	const spotted = serviceInName(name);
	if (spotted === void 0) return void 0;
	const { service, rest, common } = spotted;
	return {
		service,
		by: "name",
		naming: namingOf$1(service, rest),
		isPlain: isPlain(rest, common)
	};
};
/** The service whose library is called with the value: `redis.Redis(host="cache", password="…")`. */
const attributeByCall = ({ name, before }) => {
	const callee = /([\w.:]{3,60})\([^()]*$/.exec(before)?.[1];
	const service = callee === void 0 ? void 0 : serviceInCall(callee);
	if (service === void 0) return void 0;
	return {
		service,
		by: "key path",
		naming: namingOf$1(service, partsOf(name)),
		isPlain: false
	};
};
const requestReach = 300;
const hosts = /:\/\/(?:[^\s/@"'`]{1,100}@)?([\w-]{1,63}(?:\.[\w-]{1,63}){1,5})/g;
/** The service at a host of a URL: the last before a value, else the first behind it. */
const serviceAmongHosts = (before, after) => {
	for (const [, host] of [...[...before.matchAll(hosts)].reverse(), ...after.matchAll(hosts)]) {
		const service = serviceAtHost(host);
		if (service !== void 0) return service;
	}
};
/** The service that a request goes to: by the header's name, or by a host near the value. `kind`: what the value is. */
const attributeRequest = (content, start, end, kind) => {
	const before = textIn(content, start - requestReach, start);
	const header = /([A-Za-z][\w-]{3,50})["'\]]{0,3}\)?\s{0,2}[:=,]\s{0,2}["'[]{0,2}$/.exec(before)?.[1];
	const named = header === void 0 ? void 0 : attributeByName(header);
	if (named !== void 0) return named;
	const after = textIn(content, end, end + requestReach);
	const line = `${before.slice(before.lastIndexOf("\n") + 1)} ${after.split("\n", 1)[0]}`;
	const service = serviceAmongHosts(before, after) ?? serviceInText(line);
	return service === void 0 ? void 0 : {
		service,
		by: "nearby",
		naming: namingOf$1(service, [kind]),
		isPlain: false
	};
};
/** The service whose client takes a value as an argument: `shodan.Shodan("…")`, `algoliasearch("…", "…")`. */
const attributeByClient = (callee) => {
	const service = serviceInText(callee) ?? serviceInCall(callee);
	if (service === void 0) return void 0;
	return {
		service,
		by: "name",
		naming: namingOf$1(service, ["api", "key"]),
		isPlain: true
	};
};
const lineReach = 300;
/** The same on the value's own line. */
const serviceOfUrl = ({ content, nameStart, end }) => {
	const before = textIn(content, nameStart - lineReach, nameStart).split("\n").at(-1);
	const after = textIn(content, end, end + lineReach).split("\n", 1)[0];
	return serviceAmongHosts(before, after);
};
/** The service that a value's surroundings tell: its own name, the blocks it stands in, and, for a name that says nothing else, lines near it. */
const attribute$1 = (name, place) => {
	const own = attributeByName(name);
	if (own !== void 0) return own;
	const words = partsOf(name);
	const url = serviceOfUrl(place);
	const found = url === void 0 ? serviceOfPath(place) ?? (words.every(isNeutral) ? serviceAround(place) : void 0) : {
		service: url,
		by: "nearby"
	};
	return found === void 0 ? void 0 : {
		...found,
		naming: namingOf$1(found.service, words),
		isPlain: false
	};
};
// src/detect/proofs/assignment.ts
const silent$2 = { verdict: "silent" };
const weaker = (severity, strength) => severity !== void 0 && strength === "weak" ? "low" : severity;
/** A Kubernetes Secret holds base64: what it says decides. */
const decodedText$1 = (value) => {
	if (value.length < 8 || value.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return void 0;
	const text = Buffer.from(value, "base64").toString("latin1").trim();
	return /^[\x20-\x7e]{4,}$/.test(text) ? text : void 0;
};
/** `jwtSecret`, `SECRET_KEY`, `SECURITY_CREDENTIALS`: people choose these as they choose passwords. */
const isChosenByPeople = (name) => /(?:secret(?:_?key)?(?:_?base)?|credentials?|(?:signing|encryption|crypt|hmac|jwt|session|cookie)_?key)\d*$/i.test(name);
/** Small and capital letters, digits and another sign: chosen to please a rule about passwords. */
const isStrongChoice = (value) => [
	/[a-z]/,
	/[A-Z]/,
	/\d/,
	/[^\w.:/ -]/
].every((kind) => kind.test(value));
const shortestChosen = 6;
/** Of a name that says that somebody chose its value. */
const severityOfChosen = (value, chosen) => {
	if (/[_-](?:creds?|credentials|key|secret)$/i.test(value)) return void 0;
	if (chosen !== "medium") return chosen === "low" && /\s/.test(value) ? "low" : void 0;
	if (isRandomPassword(value) || isStrongChoice(value) || isDrawnText(value) && value.length >= 8) return "medium";
	return /\d/.test(value) || isDrawnText(value) ? "low" : void 0;
};
const shortestIssued = 8;
/** Of a key or token that a service issues: shorter than most, or without a digit. */
const severityOfIssued = (value, chosen) => {
	if (isDrawnKey(value)) return "medium";
	if (isDrawnText(value) || isDrawnStem(value)) return "low";
	if (chosen !== "medium" || value.length < shortestIssued || !/\d/.test(value)) return void 0;
	if (/[^\w+/=.~:-]/.test(value)) return "low";
	return /^(?=.*[A-Za-z])[\w-]+$/.test(value) && isRandomPassword(value) ? "medium" : isMixedKey(value) ? "low" : void 0;
};
/** `secret=9175`: what a telephone signs in with. */
const isShortSecret = ({ name, before, separator }) => /^secret$/i.test(name) && /^\s*$/.test(before) && /^ ?=>? ?$/.test(separator);
/** `password: newValue` in code gives a variable; without quotes, words in a row are a password where only configuration writes them so. */
const isWrittenOut = ({ quote, separator }, value) => quote !== "" || /^["']?(?:=|:[ \t]|>|:)/.test(separator) && !/[a-z][A-Z]/.test(value) || separator === "=";
/** Digits that a test or a telephone signs in with: no sequence, and no other number. */
const isNumberOfKey = (value, around) => /^\d{4,8}$/.test(value) && !isWalk(value) && (isShortSecret(around) || around.quote !== "" && value.length > 4 && /^(?:api_?key|access_?key|secret)$/i.test(around.name) || /(?:^|[._-])client[_-]?secret$/i.test(around.name));
/** `sessionSecret: "alligator"`: one word, not a name of several. */
const severityOfWeakSecret = (value, around, strength) => /secret(?:_?key)?$/i.test(around.name) && /^[A-Za-z]{5,24}\d{0,8}$|secret\d+$/.test(value) && !/[a-z][A-Z]/.test(value) && isWrittenOut(around, value) && isWeakChoice(value) && isPlaceForWord(around, strength) ? "low" : void 0;
/** What applications sign with: their own secret, not the name under which another keeps one. */
const signs$1 = /(?:jwt|session|cookie|signing|flask|django|token)[_.-]?(?:secret|key)(?:[_.-]?key)?$/i;
const signsBehindEquals = /^(?:\w+_)?secret_?key(?:_?base)?$/i;
/** `SECRET_KEY = "order_hash_secret"`: words in a row, in quotes. */
const severityOfPhrase = (value, around, strength) => around.quote !== "" && /^[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+){2,11}$/.test(value) && (signs$1.test(around.name) || signsBehindEquals.test(around.name) && around.separator.includes("=")) && isWeakChoice(value) && isPlaceForWord(around, strength) ? "low" : void 0;
const severityOfKey = (value, strength, around) => {
	if (isRandomKey(value)) return weaker("medium", strength);
	if (isNumberOfKey(value, around)) return "low";
	if (strength !== "strong") return isDrawnStem(value) ? "low" : void 0;
	if (value.length < shortestChosen) return isDrawnText(value) ? "low" : void 0;
	const chosen = passwordSeverity(value, around.quote !== "");
	if (!isChosenByPeople(around.name)) return severityOfIssued(value, chosen);
	return severityOfChosen(value, chosen) ?? severityOfWeakSecret(value, around, strength) ?? severityOfPhrase(value, around, strength);
};
/** `secretKey: "secret_key"`: a name mapped to itself in another case. */
const repeatsName = (name, value) => {
	const letters = (text) => text.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
	return letters(name).includes(letters(value)) || letters(value).includes(letters(name));
};
const uuid$1 = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** `ClientRequestToken`: a number by which a service knows a request again; in URLs such numbers name a file. */
const isOfOneRequest = /request|change|lifecycle|action|idempot|upload|continu|operation|transaction|sync|device_?token|push/i;
/**
* A value that a service's keys look like, under its name, is one even where it looks like something else. A UUID is no more than a
* number, but under a name that says secret it is one: servers of accounts issue them as such, unless the service's are known to differ.
*/
const isIssued = (kind, { name, before }, value) => {
	return ((kind === "key" ? attributeByName(name)?.service.keys : void 0)?.test(value) ?? (uuid$1.test(value) && !isOfOneRequest.test(name) && !/:\/\/\S*[?&]$/.test(before))) && !isPlaceholder(value);
};
/** `${NAME:+text}` and `${NAME:?text}` are a flag and a message (POSIX, Shell Command Language, 2.6.2). */
const isOtherExpansion = (value, { before, separator }) => separator === ":" && /\$\{$/.test(before) && /^[+?]/.test(value);
/** YAML's marks begin no value behind `=`. */
const isNoSecret = (kind, value, around) => kind === "password" ? isHarmlessPassword(value, around.quote !== "" || around.separator === "=") : (isHarmless(value) || isPlaceholder(value)) && !isNumberOfKey(value, around);
const longWord = 6;
/** Lines of a program, in which a word without quotes is the name of a value. */
const amongCode = /^[ \t]*(?:def |return\b|elif |(?:if|for|while)\b.{0,200}[:{]$|const |let |var |func |from \w+ import )|\w\([^()\n]{0,100}\)[;:]?$/m;
const codeReach = 250;
const isNameInCode = ({ content, start, end }) => {
	const before = textIn(content, start - codeReach, start);
	return /[^"'`]=[ \t]{0,4}$/.test(before) && (amongCode.test(before) || amongCode.test(textIn(content, end, end + codeReach)));
};
/** A word that names something nearby is worth less; a digit behind makes no other word of it. */
const wordSeverity = (written, candidate) => {
	const word = written.replace(/\d$/, "");
	return word.length < longWord || isNamedNearby(word, candidate) || isNameInCode(candidate) ? "low" : "medium";
};
/** `dbPassword.set("…")`: a method of what has the name. */
const methodOfIt = /\.(?:set|equals(?:IgnoreCase)?|val(?:ue)?|set_?value|set_?text|send_?keys|type|fill)$/i;
/** What has the name of the value that a call sets: `passwordInput.sendKeys("…")` fills a field, whose name says no more by that. */
const namedByCall = (name) => methodOfIt.test(name) ? name.replace(methodOfIt, "").replace(/_?(?:input|field|box|element)$/i, "") : name;
/** `loginPage.SetPassword("…")`: the method names the value, and what it is a method of may be called anything. */
const strengthOfCall = (name, kind) => {
	const whole = nameStrength(namedByCall(name), kind);
	return whole === "none" ? nameStrength(/[^.>]*$/.exec(namedByCall(name))[0], kind) : whole;
};
/** `PWD="…"` in a shell is where it stands; a constant of that name is a password. */
const strengthOf = (kind, { name, quote, separator, before }) => separator.startsWith("(") ? strengthOfCall(name, kind) : nameStrength(name, kind, quote !== "" && !before.endsWith("$"));
/** What no name and no word looks like, so that looser places do. */
const isSure = (kind, value) => isRandomKey(value) || (kind === "password" ? isSurePassword(value) : isDrawnText(value));
/** A word needs a place that leaves no doubt, and letters in no order one that is no running text. */
const isPlaceFor = (value, around, strength) => !(isWord(value) || isNumberedWord(value) || isDrawnText(value)) || isPlaceForWord(around, strength) || strength === "strong" && isDrawnText(value) && isPlaceForDrawn(around);
const lettersOf = (text) => text.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
/** A password that only its place makes one: low. */
const weakSeverity = (value, around, strength) => isPlaceForWord(around, strength) && isWrittenOut(around, value) && isWeakChoice(value) && !(/^[\w.-]+$/.test(value) && lettersOf(around.name).endsWith(lettersOf(value))) ? "low" : void 0;
/** `put("password", "…")`: a call may take other words. */
const isArgument = ({ separator }) => /^\\?["'`]?,/.test(separator);
const severityOfPassword = (candidate, around, strength) => {
	const { secret: value } = candidate;
	const weak = () => weakSeverity(value, around, strength);
	if (isPasswordPlaceholder(value) || repeatsName(around.name, value)) return weak();
	if (!isPlaceFor(value, around, strength)) return void 0;
	const severity = passwordSeverity(value, around.quote !== "");
	const isWordHere = (isWord(value) || isNumberedWord(value) && isWrittenOut(around, value)) && severity === "low" && !isArgument(around);
	return weaker(isWordHere ? wordSeverity(value, candidate) : severity, strength) ?? weak();
};
/** An element of XML whose attributes say that its text is encrypted: `<Pass encoding="crypt">`. */
const isEncrypted = ({ separator }) => separator.endsWith(">") && /\s(?:enc(?:oding|ryption|rypted)|cipher)=["'](?:crypt|encrypted|true|aes|rsa|[a-z]*-(?:cbc|gcm))/i.test(separator);
/** `f"{PREFIX}13"`: a text of Python with a slot in it. */
const isFormatted = ({ separator }, value) => /(?<!\w)[rb]?f[rb]?["']$/i.test(separator) && /\{[^{}]+\}/.test(value);
/** `+t("name")+`: a text ends before it, and another begins behind it. */
const isBetweenTexts = (value) => /^\s?\+\s?[A-Za-z_$].*\+\s?$/.test(value);
const judgeValue = (kind, candidate, around, strength) => {
	const { secret: value } = candidate;
	if (isOtherExpansion(value, around) || isEncrypted(around)) return void 0;
	if (isFormatted(around, value) || isBetweenTexts(value)) return void 0;
	if (kind === "key" && repeatsName(around.name, value)) return void 0;
	if (strength === "strong" && isIssued(kind, around, value)) return "medium";
	if (isRandomText(value)) return weaker("medium", strength);
	if (isNoSecret(kind, value, around)) return void 0;
	const line = `${around.before}${around.name}${around.separator}`;
	if (isDigestBeside(line, value)) return void 0;
	const decoded = decodedText$1(value);
	if (decoded !== void 0 && (isPlaceholder(decoded) || isHarmless(decoded))) return void 0;
	return kind === "key" ? severityOfKey(value, strength, around) : severityOfPassword(candidate, around, strength);
};
const judgedIn = (isLow, judged) => isLow ? "low" : judged;
const whose = (kind, around, { content, start, end }) => kind === "password" ? attributeByName(around.name) ?? attributeByCall(around) : attributeByName(around.name) ?? attributeByCall(around) ?? attribute$1(around.name, {
	content,
	nameStart: start - around.separator.length - around.name.length,
	end
});
/**
* `token := newToken`: a key without quotes and without a digit is a name. Most candidates are, and need no look at what stands around
* them. `JWT_SECRET=` and many letters may be one that somebody made up.
*/
const isBareWord = ({ secret, groups, options }) => options["kind"] !== "password" && !/\d/.test(secret) && !/["'`]$/.test(groups["sep"] ?? "") && !isDrawnText(secret) && !(groups["sep"] === "=" && secret.length >= 16 && /^[a-z]+$/.test(secret));
/**
* A value assigned to a name. The rule's expression has the groups `key` (the name from its keyword on) and `sep` (all
* between name and value, quote included). Option `kind`: `password` or `key`. Silent unless name, place and value agree.
* A service that the surroundings name gives the finding its name.
*/
const proveAssignment = (found) => {
	const candidate = joined(found.secret.startsWith("{noop}") ? {
		...found,
		secret: found.secret.slice(6)
	} : found);
	if (isBareWord(candidate)) return silent$2;
	const around = surroundingsOf(candidate);
	const kind = candidate.options["kind"] === "password" ? "password" : "key";
	const strength = strengthOf(kind, around);
	if (strength === "none" || !standsWhereSecretsDo(around, () => isSure(kind, candidate.secret))) return silent$2;
	const judged = judgeValue(kind, candidate, around, strength);
	if (judged === void 0) return silent$2;
	const isLow = judged === "low" || isInExample(candidate.content, candidate.start, around.before);
	const facts = { name: around.name.slice(0, 80) };
	const owner = whose(kind, around, candidate);
	if (owner === void 0) return {
		verdict: "unknown",
		severity: judgedIn(isLow, judged),
		vetted: true,
		facts
	};
	return {
		verdict: "unknown",
		proof: "contextual",
		severity: isLow || kind === "password" ? judgedIn(isLow, judged) : severityOf$1(owner.service),
		naming: owner.naming,
		facts: {
			...facts,
			told: owner.by
		},
		vetted: true
	};
};
// src/detect/proofs/based.ts
/** Alphabets of positional systems, digit by digit. */
const base36 = "0123456789abcdefghijklmnopqrstuvwxyz";
const base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/** A whole number below 2^53 in the system of these digits, filled up to a width with its zero. */
const inDigits = (value, digits, width) => {
	let rest = value;
	let text = "";
	while (rest > 0 || text.length < width) {
		text = digits[rest % digits.length] + text;
		rest = Math.floor(rest / digits.length);
	}
	return text;
};
/** Base32 of RFC 4648, section 6, either case, without padding; undefined where a character is none of its. */
const fromBase32 = (text) => {
	const bytes = [];
	let bits = 0;
	let held = 0;
	for (const character of text.toUpperCase()) {
		const value = base32.indexOf(character);
		if (value === -1) return void 0;
		held = held << 5 | value;
		bits += 5;
		if (bits < 8) continue;
		bits -= 8;
		bytes.push(held >> bits);
		held &= (1 << bits) - 1;
	}
	return Buffer.from(bytes);
};
const toBase32 = (bytes) => {
	let text = "";
	let bits = 0;
	let held = 0;
	for (const byte of bytes) {
		held = held << 8 | byte;
		bits += 8;
		while (bits >= 5) {
			bits -= 5;
			text += base32[held >> bits];
			held &= (1 << bits) - 1;
		}
	}
	return bits > 0 ? text + base32[held << 5 - bits] : text;
};
// src/detect/proofs/aws-account.ts
const largestAccount = 999999999999;
/** Ids that begin so were issued before account numbers were put into them. */
const older = /^A(?:KIA|SIA)[IJ]/;
/** The account in an access key id: bits 47 to 7 of its first six bytes, prefix left out. Undefined where it holds none. */
const awsAccount = (id) => {
	if (older.test(id)) return void 0;
	const bytes = fromBase32(id.slice(4));
	if (bytes === void 0 || bytes.length < 6) return void 0;
	return Math.floor(bytes.readUIntBE(0, 6) % 2 ** 47 / 128);
};
/** Source: hackingthe.cloud, "Get Account ID from AWS Access Keys"; the expression may name the id `id`. */
const proveAwsAccount = ({ secret, groups }) => {
	const account = awsAccount(groups["id"] ?? secret);
	if (account === void 0) return { verdict: "unknown" };
	if (account > largestAccount) return {
		verdict: "fails",
		detail: "The account number in it is too large to exist: a made-up value."
	};
	const text = String(account).padStart(12, "0");
	return {
		verdict: "unknown",
		detail: `It belongs to the AWS account ${text}.`,
		facts: { account: text }
	};
};
// src/detect/proofs/checked.ts
/** What a checksum says: a wrong one condemns the value, unless it is a `bonus` that not every token of the kind carries. */
const checked = (holds, options = {}) => {
	if (holds) return {
		verdict: "holds",
		detail: "Its checksum holds."
	};
	if (options["bonus"] === true) return { verdict: "unknown" };
	return {
		verdict: "fails",
		detail: "Its checksum does not hold: a made-up or damaged value."
	};
};
/** What decoding says: a value that decodes to nothing sensible is none of its kind. */
const decodedWrong = {
	verdict: "fails",
	detail: "It does not decode to what such a token holds: a made-up or damaged value."
};
// src/detect/proofs/marvin32.ts
const rotate = (value, by) => value << by | value >>> 32 - by;
const mix = (state) => {
	let [low, high] = state;
	high ^= low;
	low = rotate(low, 20) + high | 0;
	high = rotate(high, 9) ^ low;
	low = rotate(low, 27) + high | 0;
	high = rotate(high, 19);
	state[0] = low;
	state[1] = high;
};
/** The last zero to three bytes and the byte 0x80 that closes them, least significant byte first. */
const tailOf = (data, from) => {
	let tail = 128;
	for (let at = data.length - 1; at >= from; at--) tail = tail << 8 | data[at];
	return tail;
};
/**
* Marvin32, folded to 32 bits: the checksum in Microsoft's identifiable keys. The seed is eight characters, most
* significant first, such as `Default0`. Source: github.com/microsoft/SymCrypt, lib/marvin32.c.
*/
const marvin32 = (data, seed) => {
	const view = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
	const start = Buffer.from(seed);
	const state = [start.readInt32BE(4), start.readInt32BE(0)];
	const whole = data.length & -4;
	for (let at = 0; at < whole; at += 4) {
		state[0] = state[0] + view.readInt32LE(at) | 0;
		mix(state);
	}
	state[0] = state[0] + tailOf(data, whole) | 0;
	mix(state);
	mix(state);
	return (state[0] ^ state[1]) >>> 0;
};
// src/detect/proofs/azure-cask.ts
const seed$1 = Buffer.from("Default0", "latin1");
const signatureAt = 76;
const checksumAt = 80;
const dateAt = 58;
/** The checksum of a common annotated key over its first 80 characters, in base62. */
const azureCaskChecksum = (covered) => {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(marvin32(Buffer.from(covered, "base64"), seed$1));
	return inDigits(bytes.readUInt32BE(), base62, 1).padEnd(6, "0");
};
/** The month in which a key was made: years from 2024 and months as letters from A. */
const made = (secret) => {
	const year = 2024 + secret.charCodeAt(dateAt) - 65;
	const month = secret.charCodeAt(59) - 64;
	return `${year}-${String(month).padStart(2, "0")}`;
};
/** Source: github.com/microsoft/security-utilities, LegacyCommonAnnotatedSecurityKey.cs. */
const proveAzureCask = ({ secret, options }) => {
	const evidence = checked(azureCaskChecksum(secret.slice(0, checksumAt)).startsWith(secret.slice(checksumAt, 84)), options);
	if (evidence.verdict === "silent") return evidence;
	return {
		...evidence,
		facts: {
			service: secret.slice(signatureAt, checksumAt),
			made: made(secret)
		}
	};
};
// src/detect/proofs/azure-cask-v2.ts
const digits$2 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** `B` is 128 bits of sensitive data: characters before the signature, and the zero bits that pad them. */
const sizes = {
	B: {
		length: 24,
		padding: /[AQgw]AA$/
	},
	C: {
		length: 44,
		padding: /[AEIMQUYcgkosw048]A$/
	},
	D: {
		length: 64,
		padding: /$/
	},
	E: {
		length: 88,
		padding: /[AQgw]AA$/
	}
};
const firstYear = 2025;
/** Year, month, day, hour, minute and second, a character each; undefined where one is out of its range. */
const allocated = (stamp) => {
	const [year, month, day, hour, minute, second] = [...stamp].map((character) => digits$2.indexOf(character));
	return month < 12 && day < 31 && hour < 24 && minute < 60 && second < 60 ? new Date(Date.UTC(firstYear + year, month, day + 1, hour, minute, second)).toISOString() : void 0;
};
/**
* A common annotated key, second form: it has no checksum, but fixed zero bits, its own length and a time.
* The group `size` is the size character, `provider` the signature, `stamp` the time.
* Source: github.com/microsoft/cask, docs/CaskSecret.md.
*/
const proveAzureCaskV2 = ({ secret, groups }) => {
	const size = sizes[groups["size"] ?? ""];
	const at = secret.indexOf("QJJQA");
	const made = allocated((groups["stamp"] ?? "").padEnd(6));
	if (size === void 0 || made === void 0 || at !== size.length || !size.padding.test(secret.slice(0, at))) return decodedWrong;
	return {
		verdict: "holds",
		proof: "structural",
		facts: {
			service: groups["service"] ?? "",
			made
		}
	};
};
// src/detect/proofs/azure-devops.ts
/** Added to the checksum by exclusive or: of a user's token, of an application's. */
const masks = [3770247469, 270137646];
/** Where the four bytes of the checksum hide among the 32, least significant first. */
const hidden = [
	22,
	8,
	7,
	2
];
/** Source: github.com/microsoft/security-utilities, SEC101_102_AdoPat.cs. */
const proveAzureDevops = ({ secret, options }) => {
	const bytes = fromBase32(secret);
	if (bytes === void 0 || bytes.length !== 32) return checked(false, options);
	const covered = bytes.filter((_, index) => !hidden.includes(index));
	const sum = Buffer.from(hidden.map((index) => bytes[index])).readUInt32LE();
	return checked(masks.some((mask) => (crc32(covered) ^ mask) >>> 0 === sum), options);
};
// src/detect/proofs/azure-identifiable.ts
/** What a key of a kind is for, by the seed of its checksum, where a service has keys of several kinds. */
const roles = {
	MastRW00: "read and write",
	MastRO00: "read only",
	Master00: "all functions and administration",
	System00: "system",
	Functi00: "one function or the host",
	PAdmin00: "administration",
	Query000: "queries",
	Send0000: "send",
	Manage00: "manage",
	Listen00: "listen"
};
/**
* Base64 whose last four bytes are Marvin32 of the others, least significant byte first. Option `seeds`: the seeds that
* the service uses, comma-separated. Source: github.com/microsoft/security-utilities, IdentifiableMetadata.cs.
*/
const proveAzureIdentifiable = ({ secret, options }) => {
	const bytes = Buffer.from(secret, "base64");
	if (bytes.length < 5) return checked(false);
	const sum = bytes.readUInt32LE(bytes.length - 4);
	const seed = String(options["seeds"]).split(",").find((candidate) => marvin32(bytes.subarray(0, -4), Buffer.from(candidate, "latin1")) === sum);
	const evidence = checked(seed !== void 0, options);
	const role = roles[seed ?? ""];
	return evidence.verdict === "holds" && role !== void 0 ? {
		...evidence,
		facts: { rights: role }
	} : evidence;
};
// src/detect/proofs/surroundings.ts
const bounds = new Set([
	"\"",
	"`",
	"<",
	">",
	"\r",
	"\n"
].map((char) => char.charCodeAt(0)));
/**
* The string that a secret stands in, at most `reach` bytes of it on either side: up to the double quote, backtick,
* angle bracket or line's end that bounds it.
*/
const stringAround = ({ content, start, end }, reach) => {
	const isInside = (at) => {
		const byte = byteIn(content, at);
		return byte !== void 0 && !bounds.has(byte);
	};
	let from = start;
	while (start - from < reach && isInside(from - 1)) from--;
	let to = end;
	while (to - end < reach && isInside(to)) to++;
	return [textIn(content, from, start), textIn(content, end, to)];
};
// src/detect/proofs/azure-key.ts
/** Other keys of the same string stand within this many bytes. */
const neighbourhood$3 = 600;
/** SHA-256 of the keys that every installation of Azurite and of the Cosmos DB emulator has; Microsoft publishes them. */
const isEmulatorKey = publishedBy(["0011cc25eb4320717494d2703e8cba85743e71b500283c21c8b88147992f9059", "aa6547439583c3a275d4542a0df6c1ad6a863971be9f2a2220f027cc02aef615"]);
const named$1 = (text, key) => new RegExp(`(?:^|[;"'\\s])${key}=([^;"'\\s]{1,200})`, "i").exec(text)?.[1];
/** A key of a connection string of Azure: base64 of exactly as many bytes as the service gives. Option: `bytes`. */
const proveAzureKey = (candidate) => {
	const { secret, options } = candidate;
	if (Buffer.from(secret, "base64").length !== options["bytes"]) return { verdict: "silent" };
	if (isEmulatorKey(secret)) return {
		verdict: "fails",
		detail: "It is the emulator's key, which Microsoft publishes."
	};
	const text = stringAround(candidate, neighbourhood$3).join(";");
	const account = named$1(text, "AccountName") ?? named$1(text, "SharedAccessKeyName");
	const endpoint = named$1(text, "AccountEndpoint") ?? named$1(text, "Endpoint") ?? named$1(text, "HostName");
	return {
		verdict: "holds",
		proof: "structural",
		facts: {
			...account === void 0 || isTemplate(account) ? {} : { account },
			...endpoint === void 0 || isTemplate(endpoint) ? {} : { endpoint }
		}
	};
};
const parameter = (query, name) => new RegExp(`(?:^|[?&;])(?:amp;)?${name}=([^&\\s]{1,60})`).exec(query)?.[1];
/** A shared access signature: `sig` is base64 of 32 bytes, `se` says until when (Azure Storage, Create a service SAS). */
const proveAzureSas = (candidate) => {
	const { secret } = candidate;
	const signature = Buffer.from(secret.replace(/%2[bB]/g, "+").replace(/%2[fF]/g, "/").replace(/%3[dD]/g, "="), "base64");
	const query = stringAround(candidate, neighbourhood$3).join("&").replaceAll("\\u0026", "&");
	if (signature.length !== 32 || parameter(query, "sv") === void 0) return { verdict: "silent" };
	const until = (parameter(query, "se") ?? "").replaceAll(/%3[aA]/g, ":");
	const expires = new Date(until);
	if (Number.isNaN(expires.getTime())) return {
		verdict: "holds",
		proof: "structural"
	};
	const facts = { expires: expires.toISOString() };
	const day = facts.expires.slice(0, 10);
	return expires.getTime() < Date.now() ? {
		verdict: "fails",
		detail: `It expired on ${day}.`,
		facts
	} : {
		verdict: "holds",
		proof: "structural",
		detail: `It is valid until ${day}.`,
		facts
	};
};
// src/detect/proofs/base58check.ts
/** Digits of base58 by what uses them. */
const alphabets = {
	bitcoin: "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz",
	ripple: "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"
};
/** Longer texts are none of the keys that are written so. */
const longest$3 = 256;
/** Bytes that a base58 text stands for, a leading zero digit being a zero byte; undefined where it is none. */
const fromBase58 = (text, digits = alphabets["bitcoin"]) => {
	if (text.length > longest$3) return void 0;
	let value = 0n;
	for (const character of text) {
		const digit = digits.indexOf(character);
		if (digit === -1) return void 0;
		value = value * 58n + BigInt(digit);
	}
	let zeros = 0;
	while (text[zeros] === digits[0]) zeros++;
	const hex = value === 0n ? "" : value.toString(16);
	return Buffer.concat([Buffer.alloc(zeros), Buffer.from(hex.length % 2 === 1 ? `0${hex}` : hex, "hex")]);
};
const sha256 = (bytes) => createHash("sha256").update(bytes).digest();
const checksumLength$2 = 4;
/** What base58check carries, version bytes first; undefined where the checksum fails. Source: Bitcoin wiki, "Base58Check encoding". */
const fromBase58Check = (text, digits) => {
	const bytes = fromBase58(text, digits);
	if (bytes === void 0 || bytes.length <= checksumLength$2) return void 0;
	const body = bytes.subarray(0, -4);
	return sha256(sha256(body)).subarray(0, checksumLength$2).equals(bytes.subarray(-4)) ? body : void 0;
};
/** SHA-256, cut short, of the extended keys that BIP-32 lists as test vectors: tests of every wallet repeat them. */
const isPublished = publishedBy("9ff23bc99ee7 6ec5f0e63be5 412226a59787 7fa27c6487b7 027f15220e18 93e28cee01d3 fa146b83df55 401340acba06 2243ae4c7301 42010a606042 37f4f4b83be2 58526faf0059 c3e981f8e1c6 4ec7efd0add0 e4cd88050076 bebe65f0e056 c14aca8e6d6b 38f45b57d43a 86826de463a4 04a564938fd4 ed7bfe0ceae8 00860ac61212 75754388723d 9d61c593824c ac17da3e1143".split(" "));
/**
* Base58check: a checksum of four bytes, SHA-256 twice. Options: `versions`, how what it carries may begin, hexadecimal
* and comma-separated; `alphabet`, `bitcoin` (the default) or `ripple`; `bonus`.
*/
const proveBase58Check = ({ secret, options }) => {
	const body = fromBase58Check(secret, alphabets[String(options["alphabet"] ?? "bitcoin")]);
	const versions = String(options["versions"] ?? "").split(",");
	const holds = body !== void 0 && versions.some((version) => body.toString("hex").startsWith(version));
	if (holds && isPublished(secret)) return {
		verdict: "fails",
		detail: "It is a test vector that BIP-32 publishes."
	};
	return checked(holds, options);
};
// src/detect/proofs/base58-length.ts
/** How many bytes a base58 text stands for (leading ones are zero bytes); undefined where it is none. */
const base58Length = (text) => fromBase58(text)?.length;
/** Option `bytes`: how many it must be. */
const proveBase58Length = ({ secret, options }) => base58Length(secret) === Number(options["bytes"]) ? {
	verdict: "holds",
	proof: "structural"
} : decodedWrong;
// src/detect/proofs/base64-bytes.ts
/**
* The group `payload`, else the whole secret, is base64 of bytes that begin with one of those that option `starts`
* lists in hexadecimal, comma-separated: macaroons, protobuf messages.
*/
const proveBase64Bytes = ({ secret, groups, options }) => {
	const hex = Buffer.from(groups["payload"] ?? secret, "base64").toString("hex");
	return String(options["starts"]).split(",").some((start) => hex.startsWith(start)) ? {
		verdict: "holds",
		proof: "structural"
	} : decodedWrong;
};
// src/detect/proofs/base64-json.ts
const parse$9 = (payload) => {
	try {
		const parsed = JSON.parse(Buffer.from(payload, "base64").toString("utf8"));
		return typeof parsed === "object" && parsed !== null ? parsed : void 0;
	} catch {
		return;
	}
};
/** Longer values of a decoded field are not repeated. */
const longestFact$1 = 200;
/** `from=to` pairs: which field becomes which fact. */
const picked = (json, pairs) => Object.fromEntries(pairs.split(",").flatMap((pair) => {
	const [from, to] = pair.split("=");
	const value = json[from];
	const short = typeof value === "string" && value.length <= longestFact$1 || typeof value === "number";
	return to !== void 0 && short ? [[to, value]] : [];
}));
/**
* The group `payload`, else the whole secret, is base64 of a JSON object. Options: `keys`, fields that it must have;
* `facts`, pairs such as `org=organization` of fields to report. Both comma-separated.
*/
const proveBase64Json = ({ secret, groups, options }) => {
	const json = parse$9(groups["payload"] ?? secret);
	if (json === void 0) return decodedWrong;
	if (!String(options["keys"]).split(",").every((key) => Object.hasOwn(json, key))) return decodedWrong;
	return {
		verdict: "holds",
		proof: "structural",
		facts: picked(json, String(options["facts"] ?? ""))
	};
};
// src/detect/proofs/group-facts.ts
/** Groups that name parts of the match and are no facts. */
const parts = /* @__PURE__ */ new Set(["secret", "payload"]);
const factsOf$4 = (groups) => Object.fromEntries(Object.entries(groups).flatMap(([name, value]) => parts.has(name) || value === void 0 ? [] : [[name, value]]));
/**
* Proves nothing: makes facts of the expression's named groups, such as a team, a region or a bot's number.
* Option `vetted`: the form itself repeats characters as fillers do, so that the test for them is left out.
*/
const proveGroupFacts = ({ groups, options }) => ({
	verdict: "unknown",
	facts: factsOf$4(groups),
	...options["vetted"] === true ? { vetted: true } : {}
});
// src/detect/proofs/base64-text.ts
const latestTime = 864e10;
/** Seconds since 1970 become a date. */
const withDates = (facts) => {
	const seconds = Number(facts["expires"]);
	if (!(seconds > 0 && seconds < latestTime)) return facts;
	return {
		...facts,
		expires: (/* @__PURE__ */ new Date(seconds * 1e3)).toISOString()
	};
};
/**
* The group `payload`, else the whole secret, is base64 of a text that option `pattern` matches; its named groups
* become facts, `expires` being seconds since 1970.
*/
const proveBase64Text = ({ secret, groups, options }) => {
	const text = Buffer.from(groups["payload"] ?? secret, "base64").toString("latin1");
	const found = new RegExp(String(options["pattern"])).exec(text);
	if (found === null) return decodedWrong;
	return {
		verdict: "holds",
		proof: "structural",
		facts: withDates(factsOf$4(found.groups ?? {}))
	};
};
// src/detect/address.ts
/** RFC 1122 (loopback), RFC 1918 and 6598 (private), RFC 3927 (link-local), RFC 5737 (documentation). */
const reachOfIpv4 = ([a = 0, b = 0, c = 0]) => {
	if (a === 127 || a === 0) return "loopback";
	if (a === 10 || a === 172 && b >> 4 === 1 || a === 192 && b === 168 || a === 169 && b === 254 || a === 100 && b >> 6 === 1) return "private";
	return [
		"192.0.2",
		"198.51.100",
		"203.0.113"
	].includes(`${a}.${b}.${c}`) ? "example" : "public";
};
/** The URL parser's form (WHATWG URL, IPv6 serializer): lower case, without leading zeros, the longest gap left out. */
const shortest$2 = (address) => new URL(`http://[${address}]`).hostname.slice(1, -1);
/** RFC 3849 (documentation), 4193 (unique local), 4291 (link-local, IPv4-mapped). */
const reachOfIpv6 = (address) => {
	const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(address);
	if (mapped !== null) {
		const [high, low] = [Number.parseInt(mapped[1], 16), Number.parseInt(mapped[2], 16)];
		return reachOfIpv4([
			high >> 8,
			high & 255,
			low >> 8,
			low & 255
		]);
	}
	if (address === "::1" || address === "::") return "loopback";
	if (address.startsWith("2001:db8:")) return "example";
	return /^f[cd]|^fe[89ab]/.test(address) ? "private" : "public";
};
const ipv4 = (host) => {
	const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(host)?.slice(1).map(Number);
	return parts?.every((part) => part < 256) ? parts : void 0;
};
/** Undefined for what is no IP address. Without brackets around IPv6. */
const reachOfAddress = (host) => {
	const octets = ipv4(host);
	if (octets !== void 0) return reachOfIpv4(octets);
	return host.includes(":") && isIPv6(host) && !host.includes("%") ? reachOfIpv6(shortest$2(host)) : void 0;
};
// src/detect/reach.ts
const reserved = /(?:^|\.)(?:example|test|invalid|tld|faketld)$|(?:^|\.)example\.(?:com|org|net|edu)$|(?:^|\.)(?:foo|bar|baz|foobar)\.(?:com|org|net|io)$|(?:^|\.)(?:domain|my-?domain|your-?domain|company|acme|mysite|yoursite)\.(?:com|tld)$/;
const stand = /^(?:host|hostname|host[-_]?name|server|servername|address|addr|ip|url|endpoint|fqdn|domain|(?:my|your|some|db|database|proxy|remote|the)[-_]?(?:host|hostname|server|domain|proxy|endpoint|registry)|foo|bar|baz|example|x+|a|b|h|d)$/;
const internal = /(?:^|\.)(?:local|internal|lan|intranet|corp|home|cluster|svc|localdomain|docker)$|\.svc\./;
/** No standard keeps it for documentation, but documentation is where it stands. */
const exampleAddress = /^1\.2\.3\.\d{1,3}$/;
/** What a host's name alone says, without asking any resolver. The host may be an address in brackets. */
const reachOf = (host) => {
	const name = host.toLowerCase().replace(/^\[|\]$/g, "").replace(/\.$/, "");
	if (name === "" || /[^a-z0-9._:-]/.test(name)) return "template";
	if (name === "localhost" || name.endsWith(".localhost")) return "loopback";
	if (exampleAddress.test(name)) return "example";
	const address = reachOfAddress(name);
	if (address !== void 0) return address;
	if (name.includes(":")) return "public";
	if (reserved.test(name) || stand.test(name)) return "example";
	return internal.test(name) || !name.includes(".") ? "private" : "public";
};
// src/detect/proofs/access-evidence.ts
/** Severity of a password by what it is worth and by who can reach its host. A filled-in template's host says nothing. */
const levels = {
	strong: {
		public: "high",
		private: "high",
		template: "high",
		unknown: "high",
		loopback: "medium",
		example: "low"
	},
	weak: {
		public: "medium",
		private: "medium",
		template: "medium",
		unknown: "medium",
		loopback: "low",
		example: "info"
	},
	filler: {
		public: "low",
		private: "low",
		template: "silent",
		unknown: "silent",
		loopback: "low",
		example: "silent"
	}
};
const details = {
	loopback: "Its host is the machine itself.",
	private: "Its host answers in a private network only.",
	public: "Its host is a public name.",
	example: "Its host is a documentation's.",
	template: ""
};
/** Words that documentation writes for both halves: `user:password` and its kin. */
const documentedUsers = /^(?:user(?:name)?|usr|login|foo|bar|name|me|my[-_]?user(?:name)?|your[-_]?user(?:name)?|some[-_]?user|x|u|a|alice|bob|joe|john|jane|scott|example|account[_-]?id|usuario|anonymous|x{3,}|aladdin)$/i;
/** `scott:tiger^5HHH@mssql`: Oracle's example as manuals of other databases carry it on, with signs that must be escaped. */
const oracleExample = /^tiger[^A-Za-z]/;
const levelOf = (worth, reach, user, password) => {
	const documented = documentedUsers.test(user);
	if (documented && oracleExample.test(password)) return "silent";
	if (worth === "filler" && documented) return "silent";
	if (worth === "weak" && documented) return reach === "example" ? "silent" : "low";
	return levels[worth][reach];
};
/** Judges a password that stands with its user and host, as URLs, connection strings and headers carry them. */
const judgeAccess = ({ user = "", password, host, facts }) => {
	const worth = worthOf(password, user);
	if (worth === "template") return { verdict: "silent" };
	const reach = host === void 0 ? "unknown" : reachOf(host);
	const severity = levelOf(worth, reach, user, password);
	if (severity === "silent") return { verdict: "silent" };
	const detail = reach === "unknown" ? "" : details[reach];
	return {
		verdict: "holds",
		vetted: true,
		proof: worth === "strong" ? "structural" : "contextual",
		severity,
		...detail === "" ? {} : { detail },
		facts: {
			...facts,
			...user === "" || isTemplate(user) ? {} : { user: user.slice(0, 100) },
			...host === void 0 || reach === "template" ? {} : { host: host.slice(0, 255) },
			...reach === "template" || reach === "unknown" ? {} : { reach }
		}
	};
};
// src/detect/proofs/decoded-text.ts
/** Text whose characters a person could have typed: what base64 of a credential decodes to and random bytes do not. */
const printable = /^[\t\n\r\x20-\x7e\u00a1-\uffff]+$/;
/** Base64 (standard or URL-safe) of printable UTF-8, decoded; undefined for anything else. */
const decodePrintable = (base64) => {
	if (!/^[A-Za-z0-9+/_-]{4,}={0,2}$/.test(base64)) return void 0;
	const text = Buffer.from(base64, "base64").toString("utf8");
	return printable.test(text) && !text.includes("�") ? text : void 0;
};
/** `user:password` from base64, as Basic authentication (RFC 7617) and Docker's `auth` write it. */
const decodeUserAndPassword = (base64) => {
	const text = decodePrintable(base64);
	const colon = text?.indexOf(":") ?? -1;
	if (text === void 0 || colon < 0) return void 0;
	return {
		user: text.slice(0, colon),
		password: text.slice(colon + 1).replace(/\r?\n$/, "")
	};
};
// src/detect/proofs/with-naming.ts
/** Evidence under the name of the service that a request goes to, where the rule's option `names` says what to call it. */
const withNaming = (evidence, { content, start, end, options }) => {
	const kind = options["names"];
	if (typeof kind !== "string" || evidence.verdict === "silent" || evidence.verdict === "fails") return evidence;
	const found = attributeRequest(content, start, end, kind);
	return found === void 0 ? evidence : {
		...evidence,
		naming: found.naming
	};
};
// src/detect/proofs/basic-auth.ts
/**
* Basic credentials of a header: base64 of `user:password` (RFC 7617). Decodes to that, or is none; Aladdin's are the
* example of the RFC.
*/
const proveBasicAuth = (candidate) => {
	const pair = decodeUserAndPassword(candidate.secret);
	if (pair === void 0 || pair.user === "Aladdin" || pair.password === "" && pair.user.length < 16) return { verdict: "silent" };
	const token = pair.password === "" || pair.password === "x-oauth-basic" || pair.password === "X";
	const evidence = judgeAccess({
		user: token ? void 0 : pair.user,
		password: token ? pair.user : pair.password,
		host: void 0
	});
	return evidence.verdict === "silent" && worthALine(pair.user, pair.password) ? {
		verdict: "fails",
		detail: "It decodes to a user and password that documentation uses."
	} : withNaming(evidence, candidate);
};
const worthALine = (user, password) => user !== "" && password.length > 3;
/** The registry above an `auth` key of a Docker configuration: `"registry": {`. */
const registryAbove = (text) => /\\*"((?:https?:\/\/)?[\w.-]{1,200}(?::\d{1,5})?(?:\/[\w./-]{0,100})?)\\*"\s*:\s*\{[^{}]*$/.exec(text)?.[1];
const registryReach = 600;
/** Passwords of Amazon ECR work for twelve hours (AWS, GetAuthorizationToken). */
const isPassing = (user, registry) => user === "AWS" && (registry === void 0 || registry.includes(".ecr."));
/** `auth` of a Docker configuration: base64 of `user:password`, below its registry. */
const proveDockerAuth = ({ secret, content, start }) => {
	const pair = decodeUserAndPassword(secret);
	if (pair === void 0 || pair.user === "" || pair.password === "") return { verdict: "silent" };
	const registry = registryAbove(textIn(content, start - registryReach, start).replace(/\\+[nrt]/g, " "));
	const host = registry?.replace(/^https?:\/\//, "").replace(/[:/].*$/, "");
	const evidence = judgeAccess({
		user: pair.user,
		password: pair.password,
		host,
		facts: { ...registry === void 0 ? {} : { registry } }
	});
	if (evidence.verdict !== "holds" || !isPassing(pair.user, registry)) return evidence;
	return {
		...evidence,
		severity: "low",
		detail: "Amazon's registry passwords work for twelve hours."
	};
};
/** base64 of a password alone, as `_password` of npm's configuration. */
const proveBase64Password = (candidate) => {
	const password = decodePrintable(candidate.secret);
	const host = /\/\/([\w.-]{1,200})[^\s]{0,300}$/.exec(stringAround(candidate, 300)[0])?.[1];
	return password === void 0 ? { verdict: "silent" } : judgeAccess({
		user: void 0,
		password,
		host
	});
};
// src/detect/proofs/bech32.ts
const digits$1 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const generator = [
	996825010,
	642813549,
	513874426,
	1027748829,
	705979059
];
const polymod = (values) => {
	let sum = 1;
	for (const value of values) {
		const top = sum >>> 25;
		sum = (sum & 33554431) << 5 ^ value;
		generator.forEach((term, bit) => {
			if (top >> bit & 1) sum ^= term;
		});
	}
	return sum >>> 0;
};
const codes = (text) => [...text].map((character) => character.charCodeAt(0));
/** Whether a text is valid bech32 of any length: BIP-173, section "Checksum". */
const isBech32 = (text) => {
	const lower = text.toLowerCase();
	const separator = lower.lastIndexOf("1");
	const name = codes(lower.slice(0, Math.max(0, separator)));
	const data = [...lower.slice(separator + 1)].map((character) => digits$1.indexOf(character));
	if (separator < 1 || data.length < 6 || data.includes(-1)) return false;
	return polymod([
		...name.map((code) => code >> 5),
		0,
		...name.map((code) => code & 31),
		...data
	]) === 1;
};
const proveBech32 = ({ secret, options }) => checked(isBech32(secret), options);
// src/detect/proofs/bip39-words.ts
/**
* The English words of BIP-39 (github.com/bitcoin/bips, bip-0039/english.txt; MIT), in the order that gives each its number.
* SHA-256 of the list, a word a line: 2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda.
*/
const bip39Words = "abandon ability able about above absent absorb abstract absurd abuse access accident account accuse achieve acid acoustic acquire across act action actor actress actual adapt add addict address adjust admit adult advance advice aerobic affair afford afraid again age agent agree ahead aim air airport aisle alarm album alcohol alert alien all alley allow almost alone alpha already also alter always amateur amazing among amount amused analyst anchor ancient anger angle angry animal ankle announce annual another answer antenna antique anxiety any apart apology appear apple approve april arch arctic area arena argue arm armed armor army around arrange arrest arrive arrow art artefact artist artwork ask aspect assault asset assist assume asthma athlete atom attack attend attitude attract auction audit august aunt author auto autumn average avocado avoid awake aware away awesome awful awkward axis baby bachelor bacon badge bag balance balcony ball bamboo banana banner bar barely bargain barrel base basic basket battle beach bean beauty because become beef before begin behave behind believe below belt bench benefit best betray better between beyond bicycle bid bike bind biology bird birth bitter black blade blame blanket blast bleak bless blind blood blossom blouse blue blur blush board boat body boil bomb bone bonus book boost border boring borrow boss bottom bounce box boy bracket brain brand brass brave bread breeze brick bridge brief bright bring brisk broccoli broken bronze broom brother brown brush bubble buddy budget buffalo build bulb bulk bullet bundle bunker burden burger burst bus business busy butter buyer buzz cabbage cabin cable cactus cage cake call calm camera camp can canal cancel candy cannon canoe canvas canyon capable capital captain car carbon card cargo carpet carry cart case cash casino castle casual cat catalog catch category cattle caught cause caution cave ceiling celery cement census century cereal certain chair chalk champion change chaos chapter charge chase chat cheap check cheese chef cherry chest chicken chief child chimney choice choose chronic chuckle chunk churn cigar cinnamon circle citizen city civil claim clap clarify claw clay clean clerk clever click client cliff climb clinic clip clock clog close cloth cloud clown club clump cluster clutch coach coast coconut code coffee coil coin collect color column combine come comfort comic common company concert conduct confirm congress connect consider control convince cook cool copper copy coral core corn correct cost cotton couch country couple course cousin cover coyote crack cradle craft cram crane crash crater crawl crazy cream credit creek crew cricket crime crisp critic crop cross crouch crowd crucial cruel cruise crumble crunch crush cry crystal cube culture cup cupboard curious current curtain curve cushion custom cute cycle dad damage damp dance danger daring dash daughter dawn day deal debate debris decade december decide decline decorate decrease deer defense define defy degree delay deliver demand demise denial dentist deny depart depend deposit depth deputy derive describe desert design desk despair destroy detail detect develop device devote diagram dial diamond diary dice diesel diet differ digital dignity dilemma dinner dinosaur direct dirt disagree discover disease dish dismiss disorder display distance divert divide divorce dizzy doctor document dog doll dolphin domain donate donkey donor door dose double dove draft dragon drama drastic draw dream dress drift drill drink drip drive drop drum dry duck dumb dune during dust dutch duty dwarf dynamic eager eagle early earn earth easily east easy echo ecology economy edge edit educate effort egg eight either elbow elder electric elegant element elephant elevator elite else embark embody embrace emerge emotion employ empower empty enable enact end endless endorse enemy energy enforce engage engine enhance enjoy enlist enough enrich enroll ensure enter entire entry envelope episode equal equip era erase erode erosion error erupt escape essay essence estate eternal ethics evidence evil evoke evolve exact example excess exchange excite exclude excuse execute exercise exhaust exhibit exile exist exit exotic expand expect expire explain expose express extend extra eye eyebrow fabric face faculty fade faint faith fall false fame family famous fan fancy fantasy farm fashion fat fatal father fatigue fault favorite feature february federal fee feed feel female fence festival fetch fever few fiber fiction field figure file film filter final find fine finger finish fire firm first fiscal fish fit fitness fix flag flame flash flat flavor flee flight flip float flock floor flower fluid flush fly foam focus fog foil fold follow food foot force forest forget fork fortune forum forward fossil foster found fox fragile frame frequent fresh friend fringe frog front frost frown frozen fruit fuel fun funny furnace fury future gadget gain galaxy gallery game gap garage garbage garden garlic garment gas gasp gate gather gauge gaze general genius genre gentle genuine gesture ghost giant gift giggle ginger giraffe girl give glad glance glare glass glide glimpse globe gloom glory glove glow glue goat goddess gold good goose gorilla gospel gossip govern gown grab grace grain grant grape grass gravity great green grid grief grit grocery group grow grunt guard guess guide guilt guitar gun gym habit hair half hammer hamster hand happy harbor hard harsh harvest hat have hawk hazard head health heart heavy hedgehog height hello helmet help hen hero hidden high hill hint hip hire history hobby hockey hold hole holiday hollow home honey hood hope horn horror horse hospital host hotel hour hover hub huge human humble humor hundred hungry hunt hurdle hurry hurt husband hybrid ice icon idea identify idle ignore ill illegal illness image imitate immense immune impact impose improve impulse inch include income increase index indicate indoor industry infant inflict inform inhale inherit initial inject injury inmate inner innocent input inquiry insane insect inside inspire install intact interest into invest invite involve iron island isolate issue item ivory jacket jaguar jar jazz jealous jeans jelly jewel job join joke journey joy judge juice jump jungle junior junk just kangaroo keen keep ketchup key kick kid kidney kind kingdom kiss kit kitchen kite kitten kiwi knee knife knock know lab label labor ladder lady lake lamp language laptop large later latin laugh laundry lava law lawn lawsuit layer lazy leader leaf learn leave lecture left leg legal legend leisure lemon lend length lens leopard lesson letter level liar liberty library license life lift light like limb limit link lion liquid list little live lizard load loan lobster local lock logic lonely long loop lottery loud lounge love loyal lucky luggage lumber lunar lunch luxury lyrics machine mad magic magnet maid mail main major make mammal man manage mandate mango mansion manual maple marble march margin marine market marriage mask mass master match material math matrix matter maximum maze meadow mean measure meat mechanic medal media melody melt member memory mention menu mercy merge merit merry mesh message metal method middle midnight milk million mimic mind minimum minor minute miracle mirror misery miss mistake mix mixed mixture mobile model modify mom moment monitor monkey monster month moon moral more morning mosquito mother motion motor mountain mouse move movie much muffin mule multiply muscle museum mushroom music must mutual myself mystery myth naive name napkin narrow nasty nation nature near neck need negative neglect neither nephew nerve nest net network neutral never news next nice night noble noise nominee noodle normal north nose notable note nothing notice novel now nuclear number nurse nut oak obey object oblige obscure observe obtain obvious occur ocean october odor off offer office often oil okay old olive olympic omit once one onion online only open opera opinion oppose option orange orbit orchard order ordinary organ orient original orphan ostrich other outdoor outer output outside oval oven over own owner oxygen oyster ozone pact paddle page pair palace palm panda panel panic panther paper parade parent park parrot party pass patch path patient patrol pattern pause pave payment peace peanut pear peasant pelican pen penalty pencil people pepper perfect permit person pet phone photo phrase physical piano picnic picture piece pig pigeon pill pilot pink pioneer pipe pistol pitch pizza place planet plastic plate play please pledge pluck plug plunge poem poet point polar pole police pond pony pool popular portion position possible post potato pottery poverty powder power practice praise predict prefer prepare present pretty prevent price pride primary print priority prison private prize problem process produce profit program project promote proof property prosper protect proud provide public pudding pull pulp pulse pumpkin punch pupil puppy purchase purity purpose purse push put puzzle pyramid quality quantum quarter question quick quit quiz quote rabbit raccoon race rack radar radio rail rain raise rally ramp ranch random range rapid rare rate rather raven raw razor ready real reason rebel rebuild recall receive recipe record recycle reduce reflect reform refuse region regret regular reject relax release relief rely remain remember remind remove render renew rent reopen repair repeat replace report require rescue resemble resist resource response result retire retreat return reunion reveal review reward rhythm rib ribbon rice rich ride ridge rifle right rigid ring riot ripple risk ritual rival river road roast robot robust rocket romance roof rookie room rose rotate rough round route royal rubber rude rug rule run runway rural sad saddle sadness safe sail salad salmon salon salt salute same sample sand satisfy satoshi sauce sausage save say scale scan scare scatter scene scheme school science scissors scorpion scout scrap screen script scrub sea search season seat second secret section security seed seek segment select sell seminar senior sense sentence series service session settle setup seven shadow shaft shallow share shed shell sheriff shield shift shine ship shiver shock shoe shoot shop short shoulder shove shrimp shrug shuffle shy sibling sick side siege sight sign silent silk silly silver similar simple since sing siren sister situate six size skate sketch ski skill skin skirt skull slab slam sleep slender slice slide slight slim slogan slot slow slush small smart smile smoke smooth snack snake snap sniff snow soap soccer social sock soda soft solar soldier solid solution solve someone song soon sorry sort soul sound soup source south space spare spatial spawn speak special speed spell spend sphere spice spider spike spin spirit split spoil sponsor spoon sport spot spray spread spring spy square squeeze squirrel stable stadium staff stage stairs stamp stand start state stay steak steel stem step stereo stick still sting stock stomach stone stool story stove strategy street strike strong struggle student stuff stumble style subject submit subway success such sudden suffer sugar suggest suit summer sun sunny sunset super supply supreme sure surface surge surprise surround survey suspect sustain swallow swamp swap swarm swear sweet swift swim swing switch sword symbol symptom syrup system table tackle tag tail talent talk tank tape target task taste tattoo taxi teach team tell ten tenant tennis tent term test text thank that theme then theory there they thing this thought three thrive throw thumb thunder ticket tide tiger tilt timber time tiny tip tired tissue title toast tobacco today toddler toe together toilet token tomato tomorrow tone tongue tonight tool tooth top topic topple torch tornado tortoise toss total tourist toward tower town toy track trade traffic tragic train transfer trap trash travel tray treat tree trend trial tribe trick trigger trim trip trophy trouble truck true truly trumpet trust truth try tube tuition tumble tuna tunnel turkey turn turtle twelve twenty twice twin twist two type typical ugly umbrella unable unaware uncle uncover under undo unfair unfold unhappy uniform unique unit universe unknown unlock until unusual unveil update upgrade uphold upon upper upset urban urge usage use used useful useless usual utility vacant vacuum vague valid valley valve van vanish vapor various vast vault vehicle velvet vendor venture venue verb verify version very vessel veteran viable vibrant vicious victory video view village vintage violin virtual virus visa visit visual vital vivid vocal voice void volcano volume vote voyage wage wagon wait walk wall walnut want warfare warm warrior wash wasp waste water wave way wealth weapon wear weasel weather web wedding weekend weird welcome west wet whale what wheat wheel when where whip whisper wide width wife wild will win window wine wing wink winner winter wire wisdom wise wish witness wolf woman wonder wood wool word work world worry worth wrap wreck wrestle wrist write wrong yard year yellow you young youth zebra zero zone zoo".split(" ");
// src/detect/proofs/bip39.ts
const places = new Map(bip39Words.map((word, place) => [word, place]));
const bitsPerWord = 11;
/** Bits of the checksum for each word: 4 of 132 for twelve words, 8 of 264 for twenty-four. */
const wordsPerChecksumBit = 3;
/** Entropy and checksum as text of ones and zeros; undefined where a word is none of the list. */
const bitsOf$1 = (words) => {
	let bits = "";
	for (const word of words) {
		const place = places.get(word);
		if (place === void 0) return void 0;
		bits += place.toString(2).padStart(bitsPerWord, "0");
	}
	return bits;
};
const bytesOf$1 = (bits) => Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
/** Entropy of the vectors that BIP-39 publishes repeats a byte or two. */
const isVector = (entropy) => new Set(entropy).size <= 2;
/** SHA-256 of the phrase from which Hardhat, Foundry and Ganache make everybody's development accounts. */
const isDevelopmentPhrase = publishedBy(["f79cd64f9cea237897b8133e4b905b361c6f166faa5a1c64c32280938f5b707e", "9c5d0a6656e5d3f36601d0bf98762be09bad5d7b164382c1d6c826324d6d599a"]);
const checksumHolds = (words, bits) => {
	const checksum = words.length / wordsPerChecksumBit;
	return createHash("sha256").update(bytesOf$1(bits.slice(0, -checksum))).digest()[0].toString(2).padStart(8, "0").slice(0, checksum) === bits.slice(-checksum);
};
/** A phrase of 12, 15, 18, 21 or 24 words of the English list with its checksum: BIP-39, "Generating the mnemonic". */
const proveBip39 = ({ secret }) => {
	const words = secret.split(/[\s,]+/);
	const bits = words.length % wordsPerChecksumBit === 0 && words.length >= 12 ? bitsOf$1(words) : void 0;
	if (bits === void 0) return { verdict: "silent" };
	if (!checksumHolds(words, bits)) return decodedWrong;
	if (isVector(bytesOf$1(bits.slice(0, -words.length / wordsPerChecksumBit)))) return {
		verdict: "fails",
		detail: "It is a test vector that BIP-39 publishes."
	};
	if (isDevelopmentPhrase(words.join(" "))) return {
		verdict: "fails",
		detail: "It is the phrase of development chains, which everybody has."
	};
	return {
		verdict: "holds",
		detail: "Its checksum holds.",
		facts: { words: words.length }
	};
};
// src/detect/proofs/client-key.ts
/** Calls that tell of a service and take no key of it. */
const others = /(?:^|[._])(?:assert|expect|equals?|test|describe|it|log|print|error|warn|info|debug|get|find|fetch|delete|update|query|format|replace|include|import|from|hash|digest|parse|decode|url|send|publish|subscribe|track|emit|on|set_?id|id)$/i;
/** Turns text into bytes: `from_hex("…")`. */
const decodes = /hex|b64|base64|bytes|buffer|binary|uuid|objectid|bigint/i;
/** `HostedZone.fromHostedZoneId("Z0…")`: what names a thing of the service. */
const ofThings = /(?:Ids?|Arn|Name|Zone|Hash|Digest|Version|Address|Contract)$/;
/** A random-looking argument of a call by a service's name: a client's constructor. Groups: callee, secret. */
const proveClientKey = ({ secret, groups, content, start }) => {
	if (!/\d/.test(secret)) return { verdict: "silent" };
	const callee = (groups["callee"] ?? "").replace(/^require\(["']|["']\)$/g, "");
	if ([
		others,
		ofThings,
		decodes
	].some((names) => names.test(callee))) return { verdict: "silent" };
	const found = attributeByClient(callee);
	if (found === void 0 || isPlaceholder(secret)) return { verdict: "silent" };
	if (!(found.service.keys?.test(secret) === true) && (isHarmless(secret) || !isRandomKey(secret))) return { verdict: "silent" };
	const line = lineBefore$1(content, start, 120);
	return {
		verdict: "unknown",
		proof: "contextual",
		severity: isInExample(content, start, line) ? "low" : severityOf$1(found.service),
		naming: found.naming,
		facts: { told: found.by },
		vetted: true
	};
};
// src/detect/proofs/confluent.ts
const prefix = 4;
const width$3 = 6;
/** Six digits of base64 over the body: CRC-32, least significant byte first. */
const confluentChecksum = (body) => {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(crc32(Buffer.from(body, "latin1")));
	return bytes.toString("base64").slice(0, width$3);
};
const proveConfluent = ({ secret, options }) => checked(confluentChecksum(secret.slice(prefix, -6)) === secret.slice(-6), options);
// src/detect/proofs/service-names.ts
const names$1 = [
	[/^postgres(?:ql|is)?$|^psql$|^cockroachdb$/, "PostgreSQL"],
	[/^mysql\w*$/, "MySQL"],
	[/^mariadb\w*$/, "MariaDB"],
	[/^mongo\w*$/, "MongoDB"],
	[/^(?:rediss?|redis-cli|valkeys?)$/, "Redis"],
	[/^amqps?$/, "RabbitMQ"],
	[/^(?:mssql|sqlserver|sqlcmd)$/, "SQL Server"],
	[/^oracle$/, "Oracle"],
	[/^(?:clickhouse\w*|clickhouse-client)$/, "ClickHouse"],
	[/^(?:cassandra|cqlsh)$/, "Cassandra"],
	[/^influx(?:db)?$/, "InfluxDB"],
	[/^(?:elasticsearch|es)$/, "Elasticsearch"],
	[/^(?:neo4j|bolt)s?$/, "Neo4j"],
	[/^nats$/, "NATS"],
	[/^ldaps?$/, "LDAP"],
	[/^smtps?$/, "SMTP"],
	[/^(?:imap|pop3?)s?$/, "mail"],
	[/^(?:s?ftp|ftps)$/, "FTP"]
];
/** What listens where a URL's scheme or a client's name points, as its owner writes it. */
const serviceNamed = (schemeOrClient) => {
	const word = schemeOrClient.toLowerCase().replace(/\+.*$/, "");
	return names$1.find(([words]) => words.test(word))?.[1];
};
/** The same as a fact of a finding. */
const serviceFact = (schemeOrClient) => {
	const service = schemeOrClient === void 0 ? void 0 : serviceNamed(schemeOrClient);
	return service === void 0 ? {} : { service };
};
// src/detect/proofs/url-password.ts
/** Percent-decoding that leaves alone what is no escape (RFC 3986, section 2.1). */
const percentDecoded = (text) => {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
};
/** JSON's `\u0026` and its kin, which stand for characters of the URL. */
const jsonDecoded = (text) => text.replace(/\\u00([0-9a-fA-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
/** `image:tag@sha256:…` and Go's or npm's `name:1.2@registry` look like credentials and are none. */
const isDigest = (host) => /^sha(?:1|256|384|512)$/i.test(host);
const web = /^(?:https?|wss?)$/i;
const isNoCredential = (scheme, password, host) => isDigest(host) || /^\d{1,5},/.test(password) || web.test(scheme) && /[?#&]/.test(password) || /^(?:docker|oci|docker-image|image|pkg|otpauth|motp)$/i.test(scheme);
/** Go's MySQL driver writes `tcp(host:port)` after the at sign, also behind a scheme. */
const hostOf$3 = (host, content, end) => {
	if (host !== "tcp" && host !== "unix") return host;
	return /^@(?:tcp|unix)\(([^\s()]{0,255})\)/.exec(textIn(content, end, end + 270))?.[1] || host;
};
/** A template with a colon in it, such as `${USER:-app}`, reads as half a user and half a password. */
const isCut = (user) => user.includes("{") !== user.includes("}");
/** A host that goes on with a letter beyond ASCII: hosts are written in ASCII (RFC 5890), examples in translations are not. */
const isTranslated = (host, content, end) => (byteIn(content, end + 1 + host.length) ?? 0) >= 128;
/** A password between the user and the host of a URL (RFC 3986, section 3.2.1). Groups: scheme, user, secret, host. */
const proveUrlPassword = ({ secret, groups, content, end }) => {
	const scheme = (groups["scheme"] ?? "").toLowerCase();
	const host = hostOf$3(groups["host"] ?? "", content, end);
	const password = percentDecoded(jsonDecoded(secret));
	if (isNoCredential(scheme, password, host) || isCut(groups["user"] ?? "")) return { verdict: "silent" };
	if (isTranslated(host, content, end)) return { verdict: "silent" };
	const name = host.replace(/(?<=[^:]):\d{0,5}$/, "");
	return judgeAccess({
		user: percentDecoded(groups["user"] ?? ""),
		password,
		host: name,
		facts: {
			scheme,
			...serviceFact(scheme)
		}
	});
};
// src/detect/proofs/connection-string.ts
/** Keys that name the server in ADO.NET, ODBC, OLE DB, libpq and JDBC strings, and those that name who signs in. */
const hostKey = /(?:^|[;,\s?&"'-])(?:server|data source|address|addr|network address|host|hostaddr|hostname|endpoint)\s*=\s*["']?(?:tcp:|np:|lpc:)?([^;"'\s,&]{1,200})/i;
const userKey$2 = /(?:^|[;,\s?&"'-])(?:user id|userid|uid|user name|username|user)\s*=\s*["']?([^;"'\s&,]{1,100})/i;
const jdbcHost = /jdbc:[\w:]{2,40}:(?:@|\/\/|@\/\/)([\w.${}-]{1,200})/i;
/** `.`, `(local)` and `(localdb)\x` are this machine to SQL Server. */
const hostOf$2 = (text) => {
	const named = hostKey.exec(text)?.[1] ?? jdbcHost.exec(text)?.[1];
	if (named === void 0) return void 0;
	return named === "." || /^\.\\|^\(local/i.test(named) ? "localhost" : named.replace(/[:\\/].*$/, "");
};
/** Other keys of the same string stand within this many bytes. */
const neighbourhood$2 = 400;
/** `cfg.Password`, `getenv(…)`, `:password`, `PWD=/home/app`: an expression, a parameter or a folder, not its value. */
const isCode = (text) => /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_]\w*|[([]|->|::)/.test(text) || /^:[A-Za-z_]\w*,?$|^\/[\w.-]+(?:\/|$)/.test(text) || /^[A-Za-z_]\w*[),:]+$|^(?:None|nil|null|undefined|true|false)\b/.test(text);
/**
* A password among the keys of a connection string; it is one when a server or a user stands beside it.
*/
const proveConnectionString = (candidate) => {
	const { secret } = candidate;
	if (isCode(secret)) return { verdict: "silent" };
	const [before, after] = stringAround(candidate, neighbourhood$2);
	const text = `${before};${after}`;
	const [host, user] = [hostOf$2(text), userKey$2.exec(text)?.[1]];
	if (host === void 0 && user === void 0) return { verdict: "silent" };
	const isUrl = /[?&;][\w.-]*$/.test(before.replace(/(?:password|pwd) ?= ?["']?$/i, "")) && /\w:\/\//.test(before);
	return judgeAccess({
		user,
		host,
		password: isUrl ? percentDecoded(secret) : secret
	});
};
/** `connection.password`, `args->pass`: without quotes an expression. */
const isMember = (text) => /^[A-Za-z_]\w*(?:(?:\.|->|::)[A-Za-z_]\w*)+$/.test(text) && !/\d/.test(text);
/**
* A user, a password and a host that the expression itself has told apart. Groups: user, secret, host, client (a program that tells the service).
* Option `names`: what a finding of the service at a host beside it is called, such as `password`.
*/
const proveUserAtHost = ({ secret, groups, content, start, end, options }) => {
	if (isMember(secret) && !/["'`]/.test(textIn(content, start - 1, start))) return { verdict: "silent" };
	const host = groups["host"]?.replace(/(?<=[^:]):\d{0,5}$/, "");
	const access = {
		user: groups["user"],
		host,
		password: secret,
		facts: serviceFact(groups["client"])
	};
	return withNaming(judgeAccess(access), {
		content,
		start,
		end,
		options
	});
};
// src/detect/proofs/crc32-base62.ts
const width$2 = 6;
/** The checksum that ends tokens of GitHub, npm and Vercel: CRC-32 of the body in base62, six digits. */
const crc32Base62 = (body) => inDigits(crc32(Buffer.from(body, "latin1")), base62, width$2);
/**
* Source: github.blog, "Behind GitHub's new authentication token formats", 2021-04-05. Options: `skip`, the length of
* the prefix that the checksum does not cover; `separator`, how many characters between the covered part and the
* digits; `bonus`, when not every token of the kind carries it.
*/
const proveCrc32Base62 = ({ secret, options }) => {
	const covered = secret.slice(Number(options["skip"] ?? 0), -6 - Number(options["separator"] ?? 0));
	return checked(crc32Base62(covered) === secret.slice(-6), options);
};
// src/detect/proofs/crc32-hex.ts
/** CRC-32 in eight hexadecimal digits, lower case; `little` writes its least significant byte first. */
const crc32Hex = (covered, little) => {
	const bytes = Buffer.alloc(4);
	const sum = crc32(Buffer.from(covered, "latin1"));
	if (little) bytes.writeUInt32LE(sum);
	else bytes.writeUInt32BE(sum);
	return bytes.toString("hex");
};
/**
* Eight hexadecimal digits at the end. Options: `skip`, the length of the prefix that the checksum does not cover;
* `separator`, how many characters between the covered part and the digits; `little`; `upper`; `bonus`.
* Grafana covers its prefix (least significant byte first), Zuplo its body alone, Atlassian all before (upper case).
*/
const proveCrc32Hex = ({ secret, options }) => {
	const covered = secret.slice(Number(options["skip"] ?? 0), -8 - Number(options["separator"] ?? 0));
	const sum = crc32Hex(covered, options["little"] === true);
	return checked((options["upper"] === true ? sum.toUpperCase() : sum) === secret.slice(-8), options);
};
// src/detect/proofs/ed25519-pair.ts
/** PKCS#8 (RFC 8410) around the 32 bytes of an Ed25519 seed. */
const ed25519Prefix$1 = Buffer.from("302e020100300506032b657004220420", "hex");
const keyLength = 32;
const publicHalf = (seed) => {
	const key = createPrivateKey({
		key: Buffer.concat([ed25519Prefix$1, seed]),
		format: "der",
		type: "pkcs8"
	});
	return Buffer.from(createPublicKey(key).export({ format: "jwk" }).x ?? "", "base64url");
};
/** Bytes from base58, or from a list of numbers in brackets, as Solana's tools write a file. */
const bytesOf = (text) => {
	if (!text.startsWith("[")) return fromBase58(text);
	const numbers = text.match(/\d{1,3}/g)?.map(Number) ?? [];
	return numbers.every((number) => number < 256) ? Buffer.from(numbers) : void 0;
};
/** 64 bytes of which the second half is the public key of the first: a key of Solana or NEAR, beyond doubt. */
const proveEd25519Pair = ({ secret }) => {
	const bytes = bytesOf(secret);
	if (bytes?.length !== 64) return { verdict: "silent" };
	const [seed, publicKey] = [bytes.subarray(0, keyLength), bytes.subarray(keyLength)];
	if (!publicHalf(seed).equals(publicKey)) return { verdict: "silent" };
	return {
		verdict: "holds",
		detail: "Its public half belongs to its private one.",
		facts: {
			keyType: "Ed25519",
			encrypted: false
		}
	};
};
// src/detect/proofs/entra.ts
const digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~";
const seed = Buffer.from("AadPwd00", "latin1");
const width$1 = 3;
/** The first three of six digits of Marvin32 in the alphabet of client secrets. */
const entraChecksum = (covered) => inDigits(marvin32(Buffer.from(covered, "latin1"), seed), digits, 6).slice(0, width$1);
/** Secrets marked `8Q~` carry a checksum, the older `7Q~` none. Source: microsoft/security-utilities, IdentifiableMetadata.cs. */
const proveEntra = ({ secret, options }) => secret.slice(3, 6) === "8Q~" ? checked(entraChecksum(secret.slice(0, -3)) === secret.slice(-3), options) : { verdict: "unknown" };
// src/detect/proofs/ethereum-key.ts
/** The order of secp256k1: SEC 2, section 2.4.1. */
const order = 115792089237316195423570985008687907852837564279074904382605163141518161494337n;
/** SHA-256, cut short, of the first development accounts of Hardhat, Foundry and Ganache, which everybody has. */
const isDevelopmentKey = publishedBy("bc1a50966c9e 8335c5533482 b26ab6529d20 64034b44c579 4d3e46eec824 0aedba9d586f 28e543d3753f f070994a8599 38e69fdd19ae 967f21586cdf 0b33e0132123 84bc109b3d59 85bde548053a f1513114f60e 5330d388af89 a2e06155cb1a 4a67d7a0d8a1 b08bdfde9930 cf1fc66f8531 100546a8b020 578592185588 30e55f5463e2 70b801afae94 0bc9fde2b028 f51c2c795f78 6dea34b66114 faeb1dab5a32 196fbadca8b7 ecd5e9d0b08a 3fd5610ee03a".split(" "));
/** Fewer different digits than random keys have: zeros with a number at the end, one digit over and over. */
const leastDigits = 8;
/** A private key of Ethereum and its like: 64 hexadecimal digits, a number below the order of the curve. */
const proveEthereumKey = ({ secret, content, start }) => {
	const hex = secret.toLowerCase().replace(/^0x/, "");
	if (!/^[0-9a-f]{64}$/.test(hex) || new Set(hex).size < leastDigits) return { verdict: "silent" };
	const value = BigInt(`0x${hex}`);
	if (value === 0n || value >= order) return { verdict: "silent" };
	if (isDevelopmentKey(hex)) return {
		verdict: "fails",
		detail: "It is an account of development chains, which everybody has."
	};
	return isInExample(content, start, lineBefore$1(content, start)) ? {
		verdict: "unknown",
		severity: "low"
	} : { verdict: "unknown" };
};
// src/detect/proofs/github-fine-grained.ts
const coveredLength = 77;
const checksumLength$1 = 8;
/** Eight digits of base32 over the first 77 characters; what follows them is free. Not documented by GitHub: tokens.md. */
const githubFineGrainedChecksum = (covered) => toBase32(createHash("sha256").update(covered, "latin1").digest()).slice(0, checksumLength$1);
const proveGithubFineGrained = ({ secret, options }) => checked(githubFineGrainedChecksum(secret.slice(0, coveredLength)) === secret.slice(coveredLength, 85), options);
// src/detect/proofs/gitlab-routable.ts
const width = 7;
/** Seven digits of base36 at the end of a routable token: CRC-32 of all before, prefix included. */
const gitlabRoutableChecksum = (covered) => inDigits(crc32(Buffer.from(covered, "latin1")), base36, width);
/** Fields of the routing payload that are worth telling: organisation, user, group, project, each a number in base36. */
const fields$1 = {
	o: "organization",
	u: "user",
	g: "group",
	p: "project"
};
const routing = (payload) => {
	const found = {};
	for (const line of Buffer.from(payload, "base64url").toString("latin1").split("\n")) {
		const field = /^([ougp]):([0-9a-z]{1,10})$/.exec(line);
		if (field !== null) found[fields$1[field[1]]] = Number.parseInt(field[2], 36);
	}
	return found;
};
/** Source: docs.gitlab.com, design document of Cells, "Routable tokens". The expression names the payload `payload`. */
const proveGitlabRoutable = ({ secret, groups, options }) => {
	const evidence = checked(gitlabRoutableChecksum(secret.slice(0, -7)) === secret.slice(-7), options);
	return evidence.verdict === "holds" ? {
		...evidence,
		facts: routing(groups["payload"] ?? "")
	} : evidence;
};
// src/detect/proofs/jwt.ts
const decodeObject = (part) => parseObject(Buffer.from(part, "base64url").toString("utf8"));
const readJwt$1 = (token) => {
	const [first, second, signature] = token.split(".", 3);
	if (first === void 0 || second === void 0) return void 0;
	const [header, claims] = [decodeObject(first), decodeObject(second)];
	if (header === void 0 || claims === void 0 || typeof header["alg"] !== "string") return void 0;
	return {
		header,
		claims,
		signed: (signature ?? "") !== ""
	};
};
const text = (value, limit = 200) => typeof value === "string" ? value.slice(0, limit) : void 0;
/** RFC 7519, section 2: seconds since 1970. */
const expiryOf$1 = ({ exp }) => typeof exp === "number" && Math.abs(exp) < 864e10 ? /* @__PURE__ */ new Date(exp * 1e3) : void 0;
/** `system:serviceaccount:NAMESPACE:NAME` (Kubernetes, Authenticating). */
const serviceAccount = /^system:serviceaccount:([a-z0-9.-]{1,63}):([a-z0-9.-]{1,253})$/;
const kindOf = ({ iss, sub, role, ref }) => {
	if (iss === "kubernetes/serviceaccount" || serviceAccount.test(text(sub, 400) ?? "")) return "kubernetes";
	return (role === "anon" || role === "service_role") && (text(ref) !== void 0 || (text(iss) ?? "").startsWith("supabase")) ? "supabase" : "other";
};
const audiences = ({ aud }) => (Array.isArray(aud) ? aud : [aud]).flatMap((one) => text(one) ?? []).slice(0, 10);
const factsOf$3 = ({ header, claims }) => {
	const expires = expiryOf$1(claims);
	const audience = audiences(claims);
	return {
		algorithm: text(header["alg"], 20) ?? "",
		...text(claims["iss"]) === void 0 ? {} : { issuer: text(claims["iss"]) },
		...text(claims["sub"]) === void 0 ? {} : { subject: text(claims["sub"]) },
		...audience.length === 0 ? {} : { audience },
		...expires === void 0 ? {} : { expires: expires.toISOString() }
	};
};
const kubernetesFacts = (claims) => {
	const named = serviceAccount.exec(text(claims["sub"], 400) ?? "");
	const bound = isJsonObject(claims["kubernetes.io"]) || expiryOf$1(claims) !== void 0;
	const secretName = text(claims["kubernetes.io/serviceaccount/secret.name"]);
	return {
		...named === null ? {} : {
			namespace: named[1],
			serviceAccount: named[2]
		},
		bound,
		...secretName === void 0 ? {} : { secretName }
	};
};
/** Tokens that documentation shows: jwt.io's and RFC 7519's. */
const isTextbook$1 = ({ iss, sub, name }) => sub === "1234567890" && (name === void 0 || name === "John Doe") || /^(?:John|Jane) Doe$/.test(text(name) ?? "") && iss === void 0 || iss === "joe" && sub === void 0;
/** Keys that tutorials sign with. A token that verifies with one of them guards nothing. */
const tutorialKeys = [
	"secret",
	"your-256-bit-secret",
	"secretkey",
	"secret-key",
	"mysecret",
	"my-secret",
	"key",
	"test"
];
const moreTutorialKeys = [
	"your-secret-key",
	"your_secret_key",
	"supersecret",
	"changeme",
	"password",
	"shhhhh",
	"abc",
	""
];
const hashes = {
	HS256: "sha256",
	HS384: "sha384",
	HS512: "sha512"
};
const hasTutorialKey = (token, { header }) => {
	const hash = hashes[text(header["alg"], 20) ?? ""];
	const dot = token.lastIndexOf(".");
	return hash !== void 0 && [...tutorialKeys, ...moreTutorialKeys].some((key) => createHmac(hash, key).update(token.slice(0, dot)).digest("base64url") === token.slice(dot + 1));
};
const anonymous = ({ iss, aud, sub }) => iss === void 0 && aud === void 0 && sub === void 0;
const weightByTime = (claims, base, now) => {
	const expires = expiryOf$1(claims);
	if (expires === void 0) return {
		severity: base,
		detail: "It carries no expiry: it works until its signing key changes."
	};
	const day = expires.toISOString().slice(0, 10);
	return expires.getTime() < now ? {
		severity: "info",
		detail: `It expired on ${day}.`
	} : {
		severity: base,
		detail: `It is valid until ${day}.`
	};
};
const holds = (facts, { severity, detail }) => ({
	verdict: "holds",
	vetted: true,
	proof: "structural",
	severity,
	detail,
	facts
});
const judgeKubernetes = ({ claims }, facts, now) => holds({
	...facts,
	...kubernetesFacts(claims)
}, weightByTime(claims, "critical", now));
const judgeSupabase = ({ claims }, facts, now) => {
	const role = text(claims["role"]);
	const project = text(claims["ref"]);
	const all = {
		...facts,
		role,
		...project === void 0 ? {} : { project }
	};
	if (claims["iss"] === "supabase-demo") return holds(all, {
		severity: "info",
		detail: "It is the public key of Supabase's local development."
	});
	if (role === "anon") return holds(all, {
		severity: "info",
		detail: "It is the anonymous key, which is meant to be public."
	});
	return holds(all, weightByTime(claims, "critical", now));
};
const judgeOther = (token, jwt, facts, now, known) => {
	const { claims, header, signed } = jwt;
	if (isTextbook$1(claims)) return { verdict: "silent" };
	if (!signed || /^none$/i.test(text(header["alg"]))) return holds(facts, {
		severity: "info",
		detail: "It has no signature: nothing should accept it."
	});
	if (text(header["alg"]) === "ed25519-nkey") return holds(facts, {
		severity: "info",
		detail: "It says who may do what in NATS, and is shown to servers: the seed beside it signs in (docs.nats.io)."
	});
	if (hasTutorialKey(token, jwt)) return holds(facts, {
		severity: "low",
		detail: "It is signed with a key that tutorials use: an example, or anybody can forge it."
	});
	return holds(facts, weightByTime(claims, known ?? (anonymous(claims) ? "low" : "medium"), now));
};
const severityIn = (option) => severities.find((severity) => severity === option);
/**
* Options: `kind`, which tokens the rule is for: `kubernetes`, `supabase` or `other`; `severity`, what one of these is
* worth while it is valid, where the rule knows whose it is.
*/
const proveJwt = ({ secret, options }) => {
	const jwt = readJwt$1(secret);
	if (jwt === void 0) return { verdict: "silent" };
	const kind = kindOf(jwt.claims);
	if (kind !== options["kind"]) return { verdict: "silent" };
	const [facts, now] = [factsOf$3(jwt), Date.now()];
	if (kind === "kubernetes") return judgeKubernetes(jwt, facts, now);
	return kind === "supabase" ? judgeSupabase(jwt, facts, now) : judgeOther(secret, jwt, facts, now, severityIn(options["severity"]));
};
// src/detect/proofs/login.ts
/** Siblings stand within this many bytes of the password, on either side. */
const reach$3 = 800;
const silent$1 = { verdict: "silent" };
/** Of objects, of arrays in PHP, of calls with named arguments: 1 for what opens, -1 for what closes, by Latin-1 code. */
const brackets = /* @__PURE__ */ new Int8Array(256);
for (const char of "{[(") brackets[char.charCodeAt(0)] = 1;
for (const char of "}])") brackets[char.charCodeAt(0)] = -1;
const indexOfOpening = (text) => {
	let depth = 0;
	for (let at = text.length - 1; at >= 0; at--) {
		depth -= brackets[text.charCodeAt(at)];
		if (depth < 0) return at;
	}
	return -1;
};
const indexOfClosing = (text) => {
	let depth = 0;
	for (let at = 0; at < text.length; at++) {
		depth += brackets[text.charCodeAt(at)];
		if (depth < 0) return at;
	}
	return text.length;
};
/** The members beside a password in the brackets around it; without brackets, the text nearby. Undefined where no host stands anywhere near, as mostly. */
const around$2 = ({ content, start, end }, host) => {
	const before = textIn(content, start - reach$3, start);
	const after = textIn(content, end, end + reach$3);
	if (!host.test(`${before}\n${after}`)) return void 0;
	return `${before.slice(indexOfOpening(before) + 1)}\n${after.slice(0, indexOfClosing(after))}`.replaceAll(/\{[^{}]*\}/g, "{}");
};
const value = `\\\\?["']?\\s{0,4}(?:=>|[:=])\\s{0,4}\\\\?["']?([^\\s"'\`,;\\\\]{1,200})`;
const hostWords = "host|host_?name|server(?:_?(?:name|host|address))?|url|uri|endpoint|addr|address|remote|jdbc[_.-]?url|hosts";
const userWords = "user|user[_-]?name|login|usr|uid|user[_-]?id|email";
/** Members of an object: any name that ends so. */
const members$1 = {
	host: new RegExp(`(?:${hostWords})${value}`, "i"),
	user: new RegExp(`(?:${userWords})${value}`, "i")
};
const known = /* @__PURE__ */ new Map();
const maxKnown = 500;
/** Lines of configuration: names that begin as the password's does. */
const linesOf$1 = (prefix) => {
	const found = known.get(prefix);
	if (found !== void 0) return found;
	const escaped = prefix.replaceAll(/[.]/g, "\\.");
	const start = "(?<![\\w.-])";
	const siblings = {
		host: new RegExp(`${start}${escaped}(?:${hostWords})${value}`, "i"),
		user: new RegExp(`${start}${escaped}(?:${userWords})${value}`, "i")
	};
	if (known.size < maxKnown) known.set(prefix, siblings);
	return siblings;
};
const inUrl = /^[a-z][\w+.:-]{1,40}:\/{0,2}(?:[^@/]{1,200}@)?\/{0,2}([\w.-]{1,200}|\$\{[^}]{1,60}\})/i;
/** A number or a type is no host. */
const noHost = /^(?:\d+|string|str|text|true|false|null|None|nil)$/i;
/** Without a user beside it, only what is written like a host is one. */
const isHost = (host, user) => !noHost.test(host) && (user !== void 0 || /[.:]|^localhost$/.test(host));
const hostOf$1 = (written) => (inUrl.exec(written)?.[1] ?? written).replace(/(?<=[^:]):\d{0,5}.*$/, "");
/** A path, or an expression of a language: nobody's password, but where it stands. */
const isReference = (text) => /^(?:~?\/|\.{1,2}\/|[A-Za-z]:\\)|^[A-Za-z_]\w*(?:(?:\.|->|::)[A-Za-z_]\w*)+$/.test(text);
const fewestOfSentence = 5;
/** Five words and more, most of them letters alone: what a form says under a field. */
const isSentence = (text) => {
	const words = text.split(/\s+/);
	const plain = words.filter((word) => /^["'(]?[A-Za-z]+(?:['-][A-Za-z]+)?[.,:;!?)"']{0,2}$/.test(word)).length;
	return words.length >= fewestOfSentence && plain >= .7 * words.length;
};
/** Words with a space between them: what a form calls its fields. */
const isLabel = (text) => /^[^\d]*\s[^\d]*$/.test(text) || isSentence(text);
const beforeName = ({ content, start, groups }) => {
	const line = lineBefore$1(content, start);
	const at = line.lastIndexOf(groups["name"] ?? "");
	return at === -1 ? line : line.slice(0, at);
};
/** A host that only the machine itself reaches lowers a word; what the name of the value alone would weigh stays. */
const noLower = (severity, password, user) => {
	const byName = worthOf(password, user) === "weak" ? passwordSeverity(password, true) : void 0;
	return byName !== void 0 && severityRank(byName) > severityRank(severity) ? byName : severity;
};
/** In an example a word is nothing, and what looks like more is low. */
const weighed = (evidence, candidate, user) => {
	if (!isInExample(candidate.content, candidate.start, beforeName(candidate))) return {
		...evidence,
		severity: noLower(evidence.severity ?? "high", candidate.secret, user)
	};
	return evidence.proof === "structural" ? {
		...evidence,
		severity: "low"
	} : silent$1;
};
const isNobodys = (secret, quoted) => isReference(secret) || isTemplate(secret) || isHarmlessPassword(secret, quoted) || isLabel(secret);
/**
* A password beside the host and the user that it is for: in an object (`host: 'h', user: 'u', password: 'p'`), or in lines
* whose names begin alike (`DB_HOST=h`, `DB_USER=u`, `DB_PASSWORD=p`). Silent without a host. A word proves no more than
* its name does: its path may lower it. Group: name.
*/
const proveLogin = (candidate) => {
	const { secret, groups, options } = candidate;
	const lines = options["shape"] === "lines";
	if (isNobodys(secret, !lines)) return silent$1;
	const prefix = (groups["name"] ?? "").replace(/(?:password|passwd|passphrase|pass|pwd)$/i, "");
	const siblings = lines ? linesOf$1(prefix) : members$1;
	const text = around$2(candidate, siblings.host);
	if (text === void 0) return silent$1;
	const host = siblings.host.exec(text)?.[1];
	const user = siblings.user.exec(text)?.[1];
	if (host === void 0 || !isHost(host, user)) return silent$1;
	const evidence = judgeAccess({
		user: user === void 0 || isTemplate(user) ? void 0 : user,
		password: secret,
		host: hostOf$1(host)
	});
	if (evidence.verdict !== "holds" || user === void 0 && evidence.proof !== "structural") return silent$1;
	const proof = evidence.proof === "structural" ? "structural" : "generic";
	return weighed({
		...evidence,
		proof
	}, candidate, user ?? "");
};
// src/detect/proofs/nats.ts
/** CRC-16/XMODEM: polynomial 0x1021, no reflection, start 0. */
const crc16 = (bytes) => {
	let sum = 0;
	for (const byte of bytes) {
		sum ^= byte << 8;
		for (let bit = 0; bit < 8; bit++) sum = sum & 32768 ? (sum << 1 ^ 4129) & 65535 : sum << 1;
	}
	return sum;
};
const kinds$1 = {
	O: "operator",
	A: "account",
	U: "user",
	N: "server",
	C: "cluster",
	X: "curve"
};
/** Seeds of nkeys: base32, the last two bytes CRC-16 of the others, least significant first. Source: nats-io/nkeys. */
const proveNats = ({ secret, options }) => {
	const bytes = fromBase32(secret);
	if (bytes === void 0 || bytes.length < 3) return checked(false, options);
	const evidence = checked(crc16(bytes.subarray(0, -2)) === bytes.readUInt16LE(bytes.length - 2), options);
	const kind = kinds$1[secret[1] ?? ""];
	return evidence.verdict === "holds" && kind !== void 0 ? {
		...evidence,
		facts: { kind }
	} : evidence;
};
// src/detect/proofs/opaque-token.ts
const leastBits$1 = 3;
const shortest$1 = 16;
/** Names joined by dashes, dots or underscores, without a digit among them, are identifiers. */
const isIdentifier = (token) => /^[a-z]\w{0,20}(?:\.[a-z_]{1,40})+$/.test(token) || /^[A-Za-z]+(?:[-_. ][A-Za-z]+)*$/.test(token) && !/[a-z][A-Z]{2}|[A-Z][a-z]+[A-Z]{2}/.test(token);
const isTextbook = (token) => isInTextbook(token) || /\b(?:this is|example|token|dummy|fake|foo|test)\b/i.test(decodePrintable(token) ?? "");
/**
* A token of no known format where one belongs: it must look drawn at random. JSON Web Tokens have a rule of their own.
* Option `names`: what a finding of the service that the request goes to is called, such as `token`.
*/
const proveOpaqueToken = (candidate) => {
	const { secret } = candidate;
	if (isTemplate(secret) || readJwt$1(secret) !== void 0 || secret.length < shortest$1) return { verdict: "silent" };
	if (worthOf(secret) !== "strong" || isIdentifier(secret) || !/\d/.test(secret) || isTextbook(secret) || entropy(secret) < leastBits$1) return { verdict: "silent" };
	return withNaming({ verdict: "unknown" }, candidate);
};
// src/detect/proofs/password-hash.ts
/** Schemes of crypt(5) and of Apache's password files; a machine tries billions of the weak ones a second. */
const kinds = [
	{
		name: "bcrypt",
		pattern: /^\$2[abxy]?\$/,
		severity: "low"
	},
	{
		name: "yescrypt",
		pattern: /^\$(?:y|gy|7)\$/,
		severity: "low"
	},
	{
		name: "argon2",
		pattern: /^\$argon2/,
		severity: "low"
	},
	{
		name: "sha512-crypt",
		pattern: /^\$6\$/,
		severity: "low"
	},
	{
		name: "sha256-crypt",
		pattern: /^\$5\$/,
		severity: "low"
	},
	{
		name: "apr1-md5",
		pattern: /^\$apr1\$/,
		severity: "medium"
	},
	{
		name: "md5-crypt",
		pattern: /^\$1\$/,
		severity: "medium"
	},
	{
		name: "sha1",
		pattern: /^\{SHA\}/,
		severity: "medium"
	}
];
/** The hash of a password in a file of users. Group: user. */
const provePasswordHash = ({ secret, groups, content, start }) => {
	const kind = kinds.find(({ pattern }) => pattern.test(secret));
	if (kind === void 0) return { verdict: "unknown" };
	const user = groups["user"];
	return {
		verdict: "unknown",
		vetted: true,
		severity: isInExample(content, start, lineBefore$1(content, start)) ? "low" : kind.severity,
		facts: {
			hash: kind.name,
			...user === void 0 ? {} : { user }
		}
	};
};
// src/detect/proofs/armour.ts
const frame = /^-----BEGIN ([A-Z0-9 ]{1,60})-----([\s\S]*?)-{5,}END/;
const escapes$1 = [
	[/\\+r/g, ""],
	[/\\+[nt]/g, "\n"],
	[/\\+u00(?:0a|0A)|&#(?:10|xA|xa|x0A);|<br ?\/?>|%0[aA]/g, "\n"],
	[/\\+u002[bB]|%2[bB]/g, "+"],
	[/\\+u002[fF]|%2[fF]|\\+\//g, "/"],
	[/\\+u003[dD]|%3[dD]/g, "="]
];
const unescaped$1 = (text) => escapes$1.reduce((rest, [from, to]) => rest.replace(from, to), text);
/** Lines freed of a patch's sign or a comment's mark, when each of them carries it. */
const withoutMargin = (lines) => {
	const marks = ["+", "//"].filter((mark) => lines.length > 1 && lines.every((line) => line.startsWith(mark)));
	return marks.length === 0 ? lines : lines.map((line) => line.slice(marks[0].length).trim());
};
const header = /^[\s"'+#>*]*([A-Za-z][A-Za-z-]{2,30}):\s*([^"']{0,200})/;
/** Reads a block that may stand in JSON, YAML, a shell variable, source code, a patch or a comment. */
const readArmour = (block) => {
	const framed = frame.exec(block);
	if (framed === null) return void 0;
	const lines = unescaped$1(framed[2]).split(/[\r\n]+/).map((line) => line.trim()).filter((line) => line !== "");
	const headers = /* @__PURE__ */ new Map();
	const body = [];
	let checksum;
	for (const line of withoutMargin(lines)) {
		const named = header.exec(line);
		const sum = /^[^A-Za-z0-9+/=]*=([A-Za-z0-9+/]{4})[^A-Za-z0-9+/=]*$/.exec(line);
		if (named !== null) headers.set(named[1].toLowerCase(), named[2].trim());
		else if (sum !== null) checksum = sum[1];
		else body.push(...(line.match(/[A-Za-z0-9+/]+={0,2}/g) ?? []).filter((run) => !/^(?:\+|\/\/)$/.test(run)));
	}
	return {
		label: framed[1],
		headers,
		body: Buffer.from(body.join(""), "base64"),
		...checksum === void 0 ? {} : { checksum }
	};
};
// src/detect/proofs/pgp-key.ts
/** Length and header size of a packet's body (RFC 9580, sections 4.2.1 and 4.2.2); partial lengths do not occur in keys. */
const packetSpan = (bytes) => {
	const [first, second] = [bytes[0], bytes[1] ?? 0];
	if ((first & 64) !== 0) {
		if (second < 192) return [2, second];
		if (second < 224) return [3, (second - 192 << 8) + (bytes[2] ?? 0) + 192];
		return second === 255 && bytes.length >= 6 ? [6, bytes.readUInt32BE(2)] : void 0;
	}
	const width = [
		1,
		2,
		4
	][first & 3];
	return width === void 0 || bytes.length < 1 + width ? void 0 : [1 + width, bytes.readUIntBE(1, width)];
};
const firstPacket = (bytes) => {
	if (bytes.length < 8 || (bytes[0] & 128) === 0) return void 0;
	const span = packetSpan(bytes);
	if (span === void 0 || span[0] + span[1] > bytes.length) return void 0;
	return {
		tag: (bytes[0] & 64) === 0 ? bytes[0] >> 2 & 15 : bytes[0] & 63,
		body: bytes.subarray(span[0], span[0] + span[1])
	};
};
const names = {
	1: "RSA",
	2: "RSA",
	3: "RSA",
	16: "ELGAMAL",
	17: "DSA",
	18: "ECDH",
	19: "ECDSA",
	22: "EDDSA",
	25: "X25519",
	26: "X448",
	27: "ED25519",
	28: "ED448"
};
/** Multiprecision integers of the public half, after the curve where there is one (RFC 9580, section 5.5.5). */
const integers = {
	1: 2,
	2: 2,
	3: 2,
	16: 3,
	17: 4,
	18: 1,
	19: 1,
	22: 1
};
const fixed = {
	25: 32,
	26: 56,
	27: 32,
	28: 57
};
/** Offset after the public half of a key packet. */
const publicEnd = (body, algorithm) => {
	let at = body[0] === 6 ? 10 : 6;
	const size = fixed[algorithm];
	if (size !== void 0) return at + size;
	if (algorithm === 18 || algorithm === 19 || algorithm === 22) at += 1 + (body[at] ?? 0);
	for (let i = 0; i < (integers[algorithm] ?? 0); i++) {
		if (at + 2 > body.length) return void 0;
		at += 2 + (body.readUInt16BE(at) + 7 >> 3);
	}
	if (algorithm === 18) at += 1 + (body[at] ?? 0);
	return integers[algorithm] === void 0 || at >= body.length ? void 0 : at;
};
/** GnuPG writes 101 and "GNU" with mode 1 or 2 where the secret half was taken out (doc/DETAILS of GnuPG). */
const isDummy = (body, usage) => body[usage + 2] === 101 && body.toString("latin1", usage + 4, usage + 7) === "GNU";
const readSecretKey = (body) => {
	const [version, algorithm] = [body[0], body[5] ?? 0];
	if (![
		4,
		5,
		6
	].includes(version) || names[algorithm] === void 0) return void 0;
	const end = publicEnd(body, algorithm);
	if (end === void 0 || end >= body.length) return void 0;
	const usage = body[end];
	const prefix = Buffer.from([
		153,
		end >> 8,
		end & 255
	]);
	return {
		version,
		algorithm,
		bits: algorithm < 18 ? body.readUInt16BE(6) : void 0,
		protection: usage === 0 ? "none" : isDummy(body, end) ? "absent" : "passphrase",
		fingerprint: version === 4 ? createHash("sha1").update(prefix).update(body.subarray(0, end)).digest("hex").toUpperCase() : void 0
	};
};
/** The checksum of an armour (RFC 4880, section 6.1). */
const crc24 = (bytes) => {
	let crc = 11994318;
	for (const byte of bytes) {
		crc ^= byte << 16;
		for (let bit = 0; bit < 8; bit++) {
			crc <<= 1;
			if ((crc & 16777216) !== 0) crc ^= 25578747;
		}
	}
	const sum = Buffer.alloc(3);
	sum.writeUIntBE(crc & 16777215, 0, 3);
	return sum.toString("base64");
};
const factsOf$2 = ({ algorithm, bits, protection, fingerprint }) => ({
	container: "OpenPGP",
	keyType: names[algorithm],
	...bits === void 0 ? {} : { bits },
	encrypted: protection === "passphrase",
	...fingerprint === void 0 ? {} : { publicKeyFingerprint: fingerprint }
});
const judge$1 = (key, intact) => {
	const facts = factsOf$2(key);
	if (key.protection === "absent") return {
		verdict: "fails",
		detail: "Its secret half was taken out: a stub that points to a card or a safe.",
		facts
	};
	const proof = intact ? "proven" : "structural";
	if (key.protection === "none") return {
		verdict: "holds",
		vetted: true,
		proof,
		detail: "It decodes, and no passphrase protects it.",
		facts
	};
	return {
		verdict: "holds",
		vetted: true,
		proof,
		severity: "medium",
		detail: "It is encrypted: as safe as its passphrase, which can be tried without limit.",
		facts
	};
};
/** Reads an armoured OpenPGP secret key up to its primary key. */
const provePgpKey = ({ secret }) => {
	const armour = readArmour(secret);
	if (armour === void 0 || armour.body.length === 0) return { verdict: "silent" };
	const packet = firstPacket(armour.body);
	const key = packet?.tag === 5 ? readSecretKey(packet.body) : void 0;
	if (key === void 0) return {
		verdict: "fails",
		detail: "It does not decode to a key: an example, or a damaged copy."
	};
	return judge$1(key, armour.checksum !== void 0 && crc24(armour.body) === armour.checksum);
};
// src/detect/proofs/der.ts
const sequence = 48;
const objectIdentifier = 6;
/** The element at an offset, or undefined where the bytes are none or stop short. Indefinite lengths are not DER. */
const readElement = (bytes, at = 0) => {
	if (at + 2 > bytes.length) return void 0;
	const first = bytes[at + 1];
	let length = first;
	let start = at + 2;
	if (first >= 128) {
		const count = first & 127;
		if (count === 0 || count > 4 || start + count > bytes.length) return void 0;
		length = bytes.readUIntBE(start, count);
		start += count;
	}
	return start + length > bytes.length ? void 0 : {
		tag: bytes[at],
		value: bytes.subarray(start, start + length),
		end: start + length
	};
};
/** The elements of a sequence's value, as far as they can be read. */
const readElements = (bytes, limit = 32) => {
	const elements = [];
	for (let at = 0; at < bytes.length && elements.length < limit;) {
		const element = readElement(bytes, at);
		if (element === void 0) break;
		elements.push(element);
		at = element.end;
	}
	return elements;
};
/** The elements of the sequence that begins the bytes; undefined when they begin with none or with a cut one. */
const readSequence = (bytes) => {
	const outer = readElement(bytes);
	return outer?.tag === sequence ? readElements(outer.value) : void 0;
};
/** Every object identifier inside, as hexadecimal of its value, depth first. */
const objectIdentifiers = (bytes, depth = 0) => readElements(bytes).flatMap(({ tag, value }) => {
	if (tag === objectIdentifier) return [value.toString("hex")];
	return tag === sequence && depth < 6 ? objectIdentifiers(value, depth + 1) : [];
});
// src/detect/proofs/ssh-wire.ts
const wireReader = (source) => {
	let at = 0;
	const uint32 = () => {
		if (at + 4 > source.length) return void 0;
		at += 4;
		return source.readUInt32BE(at - 4);
	};
	const bytes = () => {
		const length = uint32();
		if (length === void 0 || at + length > source.length) return void 0;
		at += length;
		return source.subarray(at - length, at);
	};
	return {
		uint32,
		bytes,
		text: () => bytes()?.toString("latin1")
	};
};
/** A string of SSH's wire format: four bytes of length, then the bytes. */
const wireString = (value) => {
	const bytes = Buffer.from(value);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(bytes.length);
	return Buffer.concat([length, bytes]);
};
/** An unsigned number of SSH's wire format: no leading zeros but the one that keeps it positive. */
const wireNumber = (bytes) => {
	let first = 0;
	while (first < bytes.length && bytes[first] === 0) first++;
	const rest = bytes.subarray(first);
	return wireString((rest[0] ?? 0) >= 128 ? Buffer.concat([Buffer.alloc(1), rest]) : rest);
};
/** What `ssh-keygen -lf` shows of a public key blob. */
const sshFingerprint = (blob) => `SHA256:${createHash("sha256").update(blob).digest("base64").replace(/=+$/, "")}`;
// src/detect/proofs/key-object.ts
const curveNames = {
	prime256v1: "P-256",
	secp384r1: "P-384",
	secp521r1: "P-521"
};
const sshCurves = {
	"P-256": "nistp256",
	"P-384": "nistp384",
	"P-521": "nistp521"
};
const decode = (text) => Buffer.from(text ?? "", "base64url");
const toNumber = (text) => BigInt(`0x${decode(text).toString("hex") || "0"}`);
/** The public key as SSH writes it (RFC 4253 section 6.6, RFC 5656 section 3.1, RFC 8709 section 4). */
const sshBlob = (key) => {
	if (key.kty === "RSA") return Buffer.concat([
		wireString("ssh-rsa"),
		wireNumber(decode(key.e)),
		wireNumber(decode(key.n))
	]);
	if (key.kty === "OKP" && key.crv === "Ed25519") return Buffer.concat([wireString("ssh-ed25519"), wireString(decode(key.x))]);
	const curve = key.kty === "EC" ? sshCurves[key.crv ?? ""] : void 0;
	if (curve === void 0) return void 0;
	const point = Buffer.concat([
		Buffer.from([4]),
		decode(key.x),
		decode(key.y)
	]);
	return Buffer.concat([
		wireString(`ecdsa-sha2-${curve}`),
		wireString(curve),
		wireString(point)
	]);
};
const asJwk = (key) => {
	try {
		return key.export({ format: "jwk" });
	} catch {
		return;
	}
};
const signsAndVerifies = (key, publicKey) => {
	const digest = /^ed(?:25519|448)$/.test(key.asymmetricKeyType ?? "") ? void 0 : "sha256";
	try {
		const message = Buffer.from("tidewaiter");
		return verify(digest, message, publicKey, sign(digest, message, key));
	} catch {
		return false;
	}
};
const fits = (key, publicKey, jwk) => {
	const type = key.asymmetricKeyType ?? "";
	if (type.startsWith("rsa")) return jwk !== void 0 && toNumber(jwk.n) === toNumber(jwk.p) * toNumber(jwk.q);
	return type === "x25519" || type === "x448" || signsAndVerifies(key, publicKey);
};
/** Type, size and public fingerprints of a key, and whether its halves belong together. Throws what node:crypto throws. */
const describeKey = (key) => {
	const publicKey = createPublicKey(key);
	const jwk = asJwk(key);
	const blob = jwk === void 0 ? void 0 : sshBlob(jwk);
	const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
	const spki = createHash("sha256").update(publicKey.export({
		type: "spki",
		format: "der"
	})).digest("hex");
	return {
		facts: {
			keyType: (key.asymmetricKeyType ?? "unknown").toUpperCase(),
			...modulusLength === void 0 ? {} : { bits: modulusLength },
			...namedCurve === void 0 ? {} : { curve: curveNames[namedCurve] ?? namedCurve },
			encrypted: false,
			...blob === void 0 ? {} : { publicKeyFingerprint: sshFingerprint(blob) },
			publicKeySha256: spki
		},
		holds: fits(key, publicKey, jwk)
	};
};
// src/detect/proofs/openssh-key.ts
const magic$1 = "openssh-key-v1\0";
const curves = {
	nistp256: "prime256v1",
	nistp384: "secp384r1",
	nistp521: "secp521r1"
};
const number$1 = (bytes) => BigInt(`0x${bytes?.toString("hex") || "0"}`);
const bitsOf = (type, blob) => {
	const reader = wireReader(blob);
	reader.bytes();
	if (type === "ssh-rsa") reader.bytes();
	const modulus = type === "ssh-rsa" || type === "ssh-dss" ? reader.bytes() : void 0;
	return modulus === void 0 ? void 0 : number$1(modulus).toString(2).length;
};
/** PKCS#8 (RFC 8410) around the seed of an Ed25519 key. */
const ed25519Prefix = Buffer.from("302e020100300506032b657004220420", "hex");
const ed25519Holds = (reader) => {
	const [publicHalf, privateHalf] = [reader.bytes(), reader.bytes()];
	if (publicHalf?.length !== 32 || privateHalf?.length !== 64) return false;
	const der = Buffer.concat([ed25519Prefix, privateHalf.subarray(0, 32)]);
	return sshBlob(createPrivateKey({
		key: der,
		format: "der",
		type: "pkcs8"
	}).export({ format: "jwk" }))?.subarray(-32).equals(publicHalf) === true;
};
const ecdsaHolds = (reader) => {
	const [curve, point, scalar] = [
		reader.text(),
		reader.bytes(),
		reader.bytes()
	];
	const name = curves[curve ?? ""];
	if (name === void 0 || point === void 0 || scalar === void 0 || scalar.length > 67) return false;
	const pair = createECDH(name);
	pair.setPrivateKey(scalar[0] === 0 ? scalar.subarray(1) : scalar);
	return pair.getPublicKey().equals(point);
};
const rsaHolds = (reader) => {
	const [modulus, , , , p, q] = Array.from({ length: 6 }, () => reader.bytes());
	return p !== void 0 && q !== void 0 && number$1(modulus) === number$1(p) * number$1(q);
};
const privateHalfHolds = (type, bytes) => {
	const reader = wireReader(bytes);
	const check = reader.uint32();
	if (check === void 0 || check !== reader.uint32() || reader.text() !== type) return false;
	if (type === "ssh-rsa") return rsaHolds(reader);
	if (type === "ssh-ed25519") return ed25519Holds(reader);
	return type.startsWith("ecdsa-sha2-") && ecdsaHolds(reader);
};
const keyNames$1 = {
	"ssh-rsa": "RSA",
	"ssh-dss": "DSA",
	"ssh-ed25519": "ED25519"
};
/** Source: PROTOCOL.key of OpenSSH. Undefined for what is no such container; throws what node:crypto throws. */
const readOpenSshKey = (body) => {
	if (body.toString("latin1", 0, 15) !== magic$1) return void 0;
	const reader = wireReader(body.subarray(15));
	const [cipher, kdf, , count, blob, privateHalf] = [
		reader.text(),
		reader.text(),
		reader.bytes(),
		reader.uint32(),
		reader.bytes(),
		reader.bytes()
	];
	const type = blob === void 0 ? void 0 : wireReader(blob).text();
	if (privateHalf === void 0 || blob === void 0 || count !== 1 || type === void 0 || !/^[\w@.-]{3,60}$/.test(type)) return void 0;
	const encrypted = cipher !== "none";
	const bits = bitsOf(type, blob);
	const curve = /^ecdsa-sha2-nistp(\d+)$/.exec(type)?.[1];
	return {
		encrypted,
		holds: !encrypted && privateHalfHolds(type, privateHalf),
		facts: {
			keyType: keyNames$1[type] ?? (curve === void 0 ? type : "EC"),
			...bits === void 0 ? {} : { bits },
			...curve === void 0 ? {} : { curve: `P-${curve}` },
			encrypted,
			...encrypted ? {
				cipher: cipher.slice(0, 60),
				kdf: (kdf ?? "").slice(0, 60)
			} : {},
			publicKeyFingerprint: sshFingerprint(blob)
		}
	};
};
// src/detect/proofs/private-key.ts
/** A key of fewer bytes cannot be one: an Ed25519 key in PKCS#8 has 48, a P-192 key in SEC 1 more than 20. */
const shortestBody = 24;
/** Ciphers of PBES2, PBES1 and PKCS#12 by the hexadecimal of their object identifiers (RFC 8018, RFC 7292, NIST CSOR). */
const ciphers$1 = {
	"608648016503040102": "AES-128-CBC",
	"608648016503040116": "AES-192-CBC",
	"60864801650304012a": "AES-256-CBC",
	"2a864886f70d0307": "DES-EDE3-CBC",
	"2b0e030207": "DES-CBC",
	"2a864886f70d010503": "PBE-MD5-DES",
	"2a864886f70d01050a": "PBE-SHA1-DES",
	"2a864886f70d010c0103": "PBE-SHA1-3DES",
	"2a864886f70d010c0106": "PBE-SHA1-RC2-40"
};
const failed = (why, facts = {}) => ({
	verdict: "fails",
	detail: why,
	facts
});
const noKey = () => failed("It does not decode to a key: an example, or a damaged copy.");
const encrypted = (facts) => ({
	verdict: "holds",
	vetted: true,
	proof: "structural",
	severity: "medium",
	detail: "It is encrypted: as safe as its passphrase, which can be tried without limit.",
	facts: {
		...facts,
		encrypted: true
	}
});
const open = (facts, holds) => ({
	verdict: "holds",
	vetted: true,
	proof: holds ? "proven" : "structural",
	detail: holds ? "It decodes, and its public half derives from it." : "It decodes to a key without a passphrase.",
	facts
});
const fromOpenSsh = ({ body }) => {
	const key = readOpenSshKey(body);
	if (key === void 0) return noKey();
	return key.encrypted ? encrypted(key.facts) : open(key.facts, key.holds);
};
const fromEncryptedPkcs8 = ({ body }) => {
	const elements = readSequence(body);
	if (elements?.length !== 2 || elements[1].tag !== 4 || elements[1].value.length < shortestBody) return noKey();
	const cipher = objectIdentifiers(elements[0].value).map((id) => ciphers$1[id]).findLast((name) => name !== void 0);
	return encrypted({
		container: "PKCS#8",
		...cipher === void 0 ? {} : { cipher }
	});
};
const legacyTypes = {
	"RSA PRIVATE KEY": "RSA",
	"EC PRIVATE KEY": "EC",
	"DSA PRIVATE KEY": "DSA"
};
/** Encryption of RFC 1421 as OpenSSL writes it: blocks of the cipher, nothing to be seen of the key inside. */
const fromEncryptedLegacy = ({ label, headers, body }) => {
	const cipher = /^([A-Za-z0-9-]{3,30}),[0-9A-Fa-f]{16,32}/.exec(headers.get("dek-info") ?? "")?.[1];
	if (cipher === void 0 || body.length < shortestBody || body.length % 8 !== 0) return noKey();
	const keyType = legacyTypes[label];
	return encrypted({
		...keyType === void 0 ? {} : { keyType },
		cipher: cipher.toUpperCase()
	});
};
const fromDer = ({ label, body }) => {
	if (body.length < shortestBody || readSequence(body) === void 0) return noKey();
	const lines = body.toString("base64").match(/.{1,64}/g).join("\n");
	const { facts, holds } = describeKey(createPrivateKey(`-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`));
	return open(facts, holds);
};
/** The keys of cosign: JSON that names how the passphrase is stretched and what encrypts. */
const fromCosign = ({ body }) => {
	const { kdf, cipher, ciphertext } = parseObject(body.toString("utf8")) ?? {};
	const nameOf = (value) => String(value?.name ?? "").slice(0, 60);
	if (typeof ciphertext !== "string" || nameOf(cipher) === "") return noKey();
	return encrypted({
		container: "cosign",
		cipher: nameOf(cipher),
		kdf: nameOf(kdf)
	});
};
const judgeArmour = (armour) => {
	if (/COSIGN|SIGSTORE/.test(armour.label)) return fromCosign(armour);
	if (armour.label === "OPENSSH PRIVATE KEY") return fromOpenSsh(armour);
	if (armour.label === "ENCRYPTED PRIVATE KEY") return fromEncryptedPkcs8(armour);
	return armour.headers.has("dek-info") ? fromEncryptedLegacy(armour) : fromDer(armour);
};
const judgeText = recently((secret) => {
	const armour = readArmour(secret);
	if (armour === void 0 || armour.body.length === 0) return { verdict: "silent" };
	try {
		return judgeArmour(armour);
	} catch {
		return noKey();
	}
}, 262144);
const selfTestReach = 8e3;
/** Libraries of cryptography carry the keys that they test themselves with (FIPS 140-3): a binary, with the words for it before them. */
const isAmongSelfTests = ({ content, start }) => {
	const before = textIn(content, start - selfTestReach, start);
	return before.includes("\0") && /self[- _]?test/i.test(before);
};
/** Reads a private key in PEM: PKCS#1, SEC 1, PKCS#8, encrypted forms, and the container of OpenSSH. */
const provePrivateKey = (candidate) => {
	const evidence = judgeText(candidate.secret);
	if (evidence.verdict !== "holds" || !isAmongSelfTests(candidate)) return evidence;
	return {
		...evidence,
		severity: "low",
		detail: "It stands among what a library tests itself with, as published."
	};
};
// src/detect/proofs/putty-key.ts
const line$1 = (name) => new RegExp(`(?:^|\\n)${name}: ?([^\\n]{0,300})`);
const lines = (text, name) => {
	const found = new RegExp(`(?:^|\\n)${name}-Lines: (\\d{1,4})\\n`).exec(text);
	if (found === null) return void 0;
	const body = text.slice(found.index + found[0].length).split("\n", Number(found[1]));
	return Buffer.from(body.join(""), "base64");
};
/** Whether the file's own MAC fits; only a key without a passphrase can tell (PuTTY manual, appendix C). */
const macHolds = (version, parts, mac) => {
	const signed = Buffer.concat(parts.map(wireString));
	return (version === "3" ? createHmac("sha256", "").update(signed) : createHmac("sha1", createHash("sha1").update("putty-private-key-file-mac-key").digest()).update(signed)).digest("hex") === mac.toLowerCase();
};
/** Reads a PuTTY .ppk file of version 2 or 3. */
const provePuttyKey = ({ secret }) => {
	const text = secret.replaceAll("\r", "");
	const opening = /^PuTTY-User-Key-File-([23]): ([\w-]{3,40})\n/.exec(text);
	const [publicHalf, privateHalf] = [lines(text, "Public"), lines(text, "Private")];
	if (opening === null || publicHalf === void 0 || privateHalf === void 0) return { verdict: "silent" };
	const [, version, type] = opening;
	const read = (name) => line$1(name).exec(text)?.[1] ?? "";
	if (wireReader(publicHalf).text() !== type || privateHalf.length < 16) return {
		verdict: "fails",
		detail: "It does not decode to a key: an example, or a damaged copy."
	};
	const [cipher, comment, mac] = [
		read("Encryption"),
		read("Comment"),
		read("Private-MAC")
	];
	const encrypted = cipher !== "none";
	const facts = {
		container: `PuTTY version ${version}`,
		keyType: type,
		encrypted,
		...encrypted ? { cipher: cipher.slice(0, 40) } : {},
		publicKeyFingerprint: sshFingerprint(publicHalf)
	};
	if (encrypted) return {
		verdict: "holds",
		vetted: true,
		proof: "structural",
		severity: "medium",
		detail: "It is encrypted: as safe as its passphrase, which can be tried without limit.",
		facts
	};
	const parts = [
		type,
		cipher,
		Buffer.from(comment, "latin1"),
		publicHalf,
		privateHalf
	];
	return macHolds(version, parts, mac) ? {
		verdict: "holds",
		vetted: true,
		detail: "It decodes, and its own checksum holds.",
		facts
	} : {
		verdict: "fails",
		detail: "Its own checksum does not hold: a made-up or damaged copy.",
		facts,
		vetted: true
	};
};
// src/detect/proofs/random-text.ts
const leastBits = 4;
/** Words of the samples in whose place a generated text belongs. */
const sample = /phrase|change|your|secret|example|insert|replace|random|\{\{|\$\{|<\?/i;
const classes = [
	/[a-z]/,
	/[A-Z]/,
	/[0-9]/,
	/[^A-Za-z0-9]/
];
/** A generated text with signs of all kinds, among which those of templates occur by chance: salts, keys of frameworks. */
const proveRandomText = ({ secret }) => entropy(secret) < leastBits || sample.test(secret) || classes.filter((kind) => kind.test(secret)).length < 3 ? { verdict: "silent" } : {
	verdict: "unknown",
	vetted: true
};
// src/detect/proofs/salt.ts
/** The last words of a name whose value is one: `hashSalt`, `AES_IV`, `nonceSalt`, `init_vector`. */
const saltWords = /^(?:salt|salts|nonce|iv|vector|seed|pepper)$/;
const copies = /^(?:\d+|value|val|hex|b64|base64|bytes|str|string|key|default|prod|dev|test|phrase)$/;
const isNameOfSalt = (name) => {
	const words = partsOf(name);
	const at = words.findLastIndex((word) => saltWords.test(word));
	return at !== -1 && words.slice(at + 1).every((word) => copies.test(word));
};
const shortest = 8;
/** Contracts and signed data of Ethereum separate by one for all to see (EIP-712, EIP-1014); a keystore's stands beside what it seals. */
const isShown = (value, before) => /^0x[0-9a-f]{64}$/i.test(value) || /"(?:kdfparams|dklen)"/.test(before);
const isDrawnValue = (value) => isRandomText(value) || !isHarmless(value) && value.length >= shortest && (isRandomKey(value) || isDrawnText(value) || isSurePassword(value));
/**
* A salt, a nonce or an initial vector that code holds: no credential by itself, but what makes those that it goes into guessable where it
* never changes. Low everywhere. Groups: key, sep.
*/
const proveSalt = (candidate) => {
	const { secret } = candidate;
	if (isPlaceholder(secret) || !isDrawnValue(secret)) return { verdict: "silent" };
	const around = surroundingsOf(candidate);
	if (!isNameOfSalt(around.name) || !standsWhereSecretsDo(around, () => true)) return { verdict: "silent" };
	if (isShown(secret, around.before)) return { verdict: "silent" };
	return {
		verdict: "unknown",
		severity: "low",
		vetted: true,
		facts: { name: around.name.slice(0, 80) }
	};
};
// src/detect/proofs/service-account.ts
/** The other members of a Google key file stand within this many bytes of the key. */
const neighbourhood$1 = 3e3;
const around$1 = ({ content, start, end }) => `${textIn(content, start - neighbourhood$1, start)} ${textIn(content, end, end + neighbourhood$1)}`;
/** A string member of JSON, however often its quotes are escaped. */
const member = (text, name) => new RegExp(`\\\\*"${name}\\\\*"\\s*:\\s*\\\\*"([^"\\\\]{1,300})`).exec(text)?.[1];
const pick = (text, names) => Object.fromEntries(Object.entries(names).flatMap(([fact, name]) => {
	const value = member(text, name);
	return value === void 0 ? [] : [[fact, value]];
}));
const accountMembers = {
	clientEmail: "client_email",
	privateKeyId: "private_key_id",
	project: "project_id"
};
/** The private key of a Google service account: a key that decodes, beside the account's address. */
const proveServiceAccount = (candidate) => {
	const facts = pick(around$1(candidate), accountMembers);
	if (!String(facts["clientEmail"] ?? "").endsWith(".gserviceaccount.com")) return { verdict: "silent" };
	const evidence = provePrivateKey(candidate);
	return evidence.verdict === "silent" ? evidence : {
		...evidence,
		facts: {
			...evidence.facts,
			...facts
		}
	};
};
/** The refresh token of application default credentials, beside its client (gcloud auth application-default login). */
const proveAuthorizedUser = (candidate) => {
	const text = around$1(candidate);
	if (member(text, "client_secret") === void 0 && member(text, "type") !== "authorized_user") return { verdict: "silent" };
	return {
		verdict: "holds",
		proof: "structural",
		facts: pick(text, {
			clientId: "client_id",
			quotaProject: "quota_project_id"
		})
	};
};
// src/detect/proofs/service-key.ts
const silent = { verdict: "silent" };
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const placeOf$2 = ({ content, start, end }, { separator, name }) => ({
	content,
	nameStart: start - separator.length - name.length,
	end
});
/** Blocks of a configuration in which a `key` is a secret one: `"Jwt": { "Key": "…" }`. */
const secretBlock = /jwt|auth|encrypt|crypt|cipher|hmac|sign(?:ing|ature)|secret|token|credential|\bapi/i;
/** Shorter ones under no more than `key` are names too often: name and value together. */
const shortestAlone = 25;
const isKeyInSecretBlock = (name, place) => /^(?:secret_?)?key$/i.test(name) && blocksAround(place).some((block) => secretBlock.test(block));
const isKeyOfUrl = ({ name, before }) => /^(?:key|apikey|api_key|token|appid|app_id|auth|access_key|subscription-key)$/i.test(name) && /:\/\/[^\s"'`]+[?&]$/.test(before);
/** `config.project_key`, `{ key: "…" }`: names that only the service around them makes names of keys. */
const isKeyOfBlock = (name) => {
	const words = partsOf(name);
	return words.at(-1) === "key" && words.length <= 3 && words.every(isNeutral);
};
/** `h("div", { key: "…" })`: by which a view knows an element again. */
const isKeyOfElement = ({ name, before }) => name === "key" && /(?<![\w$])(?:h|jsxs?|createElement)\([^(){}]{1,80},\s?\{[^{}]{0,80}$/.test(before);
/** `…/store/?sentry_key=`: the public half of a project's address, for every browser to send (develop.sentry.dev, Envelopes). */
const isPublicQuery = ({ name, before }) => name === "sentry_key" && /[?&]$/.test(before);
/** `?token=` and a UUID name a file that whoever has the address may see. */
const isNameOfKey = (around) => /key|token|secret/i.test(around.name) && !(isKeyOfUrl(around) && /^token$/i.test(around.name));
/** Whose key it is: `MAILGUN_KEY`, `"openweathermap"`; a name that the anchors of `assignment` do not reach, such as `AES_KEY`. */
const told = (around, place) => {
	const { name } = around;
	const own = attributeByName(name);
	if (own?.isPlain === true) return own;
	if (isKeyOfUrl(around)) return attribute$1(name, place) ?? (/^subscription-key$/i.test(name) ? "generic" : void 0);
	if (nameStrength(name, "key") === "strong") return attribute$1(name, place) ?? "generic";
	if (place.end - place.nameStart >= shortestAlone && isKeyInSecretBlock(name, place)) return "generic";
	const block = isKeyOfBlock(name) ? attribute$1(name, place) : void 0;
	return block?.by === "key path" ? block : void 0;
};
const generic = {
	check: "secrets/generic-api-key",
	provider: "generic",
	title: "Key or token in code or configuration",
	opens: "Lets whoever reads the repository call the service as its owner.",
	remediation: "Revoke the key where it was issued, and read its successor from the environment or a secret store; removing it from the file is not enough."
};
const isSecret = (value, around, found) => {
	if (isPlaceholder(value)) return false;
	const keys = found === "generic" ? void 0 : found.service.keys;
	if (keys?.test(value) === true) return true;
	if (uuid.test(value)) return keys === void 0 && isNameOfKey(around) && found !== "generic";
	const line = `${around.before}${around.name}${around.separator}`;
	return !isHarmless(value) && isRandomKey(value) && !isDigestBeside(line, value);
};
const always = () => true;
/** Whether a value may be a key whatever its name says: random, or of an alphabet that knows no words. Looked at first, since most are neither. */
const isPossible = (value) => isRandomKey(value) || /^[0-9a-f-]+$/i.test(value);
/**
* A random-looking value whose own name is a service's and says nothing else, or one that no anchor of `assignment` reaches.
*/
const proveServiceKey = (candidate) => {
	if (!isPossible(candidate.secret)) return silent;
	if (!isRandomKey(candidate.secret) && !uuid.test(candidate.secret)) return silent;
	const around = surroundingsOf(candidate);
	if (isKeyOfElement(around) || isPublicQuery(around)) return silent;
	const found = told(around, placeOf$2(candidate, around));
	if (found === void 0 || !standsWhereSecretsDo(around, always) || !isSecret(candidate.secret, around, found)) return silent;
	const isLow = isInExample(candidate.content, candidate.start, around.before);
	const facts = { name: around.name.slice(0, 80) };
	if (found === "generic") return {
		verdict: "unknown",
		severity: isLow ? "low" : "medium",
		naming: generic,
		facts,
		vetted: true
	};
	return {
		verdict: "unknown",
		proof: "contextual",
		severity: isLow ? "low" : severityOf$1(found.service),
		naming: found.naming,
		facts: {
			...facts,
			told: found.by
		},
		vetted: true
	};
};
// src/detect/proofs/shared-form.ts
/**
* A form that several services give their keys, as `sk_live_` is: the rule's own unless the name or the words beside the value are those of
* another in the option `among`. Option `kind`: what it is called there.
*/
const proveSharedForm = ({ content, start, end, options }) => {
	const found = attributeRequest(content, start, end, String(options["kind"]));
	return found !== void 0 && String(options["among"]).split(" ").includes(found.service.provider) ? {
		verdict: "unknown",
		naming: found.naming
	} : { verdict: "unknown" };
};
// src/detect/proofs/sign-in-call.ts
const literal = /^["'](.*)["']$/;
/** Calls that take other texts in pairs too: two names of a person, a strategy and where it leads. */
const takesOthers = /(?:user|put|authenticate|\bauth|provider|(?<!password\w{0,16})token|connect|authenticator)$/i;
/** Calls whose texts are for people. */
const asks = /prompt|\bask|show|alert|message|dialog|confirm$/i;
/** A password in a call that takes a user and it. Groups: callee, user (a literal with its quotes, or an expression), secret. */
const proveSignInCall = ({ secret, groups }) => {
	if (isHarmlessPassword(secret, true) || isPasswordPlaceholder(secret)) return { verdict: "silent" };
	if (asks.test(groups["callee"] ?? "")) return { verdict: "silent" };
	if ((takesOthers.test(groups["callee"] ?? "") || !literal.test(groups["user"] ?? "")) && !isSurePassword(secret)) return { verdict: "silent" };
	const severity = passwordSeverity(secret, true);
	if (severity === void 0) return { verdict: "silent" };
	const evidence = judgeAccess({
		user: literal.exec(groups["user"] ?? "")?.[1],
		password: secret,
		host: void 0
	});
	return evidence.verdict === "holds" ? {
		...evidence,
		severity
	} : { verdict: "silent" };
};
/**
* A literal where a call takes the secret that it signs or encrypts with: drawn at random, or chosen like a password. Option `only: sure`: where
* other texts stand too, nothing that looks like a name or a word.
*/
const proveChosenSecret = ({ secret, options }) => {
	if (isPlaceholder(secret) || options["only"] === "sure" && !isSurePassword(secret)) return { verdict: "silent" };
	if (isRandomKey(secret) || isRandomText(secret)) return {
		verdict: "unknown",
		severity: "medium"
	};
	const chosen = isHarmlessPassword(secret, true) ? void 0 : passwordSeverity(secret, true);
	return chosen === void 0 ? { verdict: "silent" } : {
		verdict: "unknown",
		severity: chosen
	};
};
// src/detect/proofs/static-token.ts
/** A line of `--token-auth-file` or `--basic-auth-file`: token, user, uid, groups. */
const proveStaticToken = ({ secret, groups }) => {
	const { user = "", groups: names = "" } = groups;
	const worth = worthOf(secret, user);
	if (worth === "template" || worth === "filler" || isPlaceholder(secret)) return { verdict: "silent" };
	const facts = {
		user,
		groups: names.split(",")
	};
	const bootstrap = !names.includes("system:masters") && /bootstrap/.test(names);
	return {
		verdict: "holds",
		proof: worth === "strong" ? "structural" : "contextual",
		severity: bootstrap ? "high" : "critical",
		facts,
		vetted: true
	};
};
// src/detect/proofs/strkey.ts
/** The version byte of a secret seed, which makes it begin with `S`. */
const secretSeed = 144;
/**
* A secret seed of Stellar: base32 of a version, 32 bytes and their CRC-16, least significant byte first.
* Source: stellar-protocol, SEP-23.
*/
const proveStrkey = ({ secret, options }) => {
	const bytes = fromBase32(secret);
	if (bytes?.length !== 35 || bytes[0] !== secretSeed) return checked(false, options);
	return checked(crc16(bytes.subarray(0, -2)) === bytes.readUInt16LE(bytes.length - 2), options);
};
// src/detect/proofs/supabase-key.ts
/** How far away the project of a key may be named. */
const reach$2 = 4096;
const checksumLength = 8;
const longestRef = 20;
/** What installations of one's own use for a project. */
const selfHosted = "supabase-self-hosted";
const checksumOf = (project, body) => createHash("sha256").update(`${project}|${body}`).digest("base64url").slice(0, checksumLength);
/** Most projects that a stretch of text may name before we stop looking. */
const mostProjects = 32;
const projectsIn = (text) => [...new Set([selfHosted, ...text.match(/(?<![a-z])[a-z]{20}(?![a-z])/g) ?? []].slice(0, mostProjects))];
/**
* Eight characters at the end: SHA-256 of `PROJECT|KEY`, in base64url. They can only be checked where the project's
* reference, twenty letters, stands nearby, as it does in the URL; elsewhere a key stays what its form says.
* Recomputed on a hosted project's publishable key; the formula is in Supabase's self-hosted key generator.
*/
const proveSupabaseKey = ({ secret, content, start, end }) => {
	const body = secret.slice(0, -9);
	const around = textIn(content, start - reach$2, end + reach$2);
	const project = projectsIn(around).find((ref) => checksumOf(ref, body) === secret.slice(-8));
	if (project === void 0) return { verdict: "unknown" };
	return {
		verdict: "holds",
		detail: "Its checksum holds.",
		facts: project.length === longestRef && project !== selfHosted ? { project } : {}
	};
};
// src/detect/proofs/wireguard-key.ts
/** PKCS#8 (RFC 8410) around the 32 bytes of an X25519 key. */
const x25519Prefix = Buffer.from("302e020100300506032b656e04220420", "hex");
/** `wg genkey` clamps its keys (RFC 7748, section 5), which one in 32 random values fits. */
const isClamped = (key) => key.length === 32 && (key[0] & 7) === 0 && (key[31] & 192) === 64;
/** A private key of WireGuard: base64 of 32 clamped bytes; its public half is what peers list. */
const proveWireguardKey = ({ secret }) => {
	const bytes = Buffer.from(secret, "base64");
	if (!isClamped(bytes)) return { verdict: "silent" };
	const key = createPrivateKey({
		key: Buffer.concat([x25519Prefix, bytes]),
		format: "der",
		type: "pkcs8"
	});
	const publicKey = createPublicKey(key).export({ format: "jwk" }).x ?? "";
	return {
		verdict: "holds",
		proof: "structural",
		facts: {
			keyType: "X25519",
			encrypted: false,
			publicKey: Buffer.from(publicKey, "base64url").toString("base64")
		}
	};
};
// src/detect/proofs/registry.ts
/** Provers by the name that rules in `patterns/` use. */
const provers = {
	assignment: proveAssignment,
	"authorized-user": proveAuthorizedUser,
	"aws-account": proveAwsAccount,
	"azure-cask": proveAzureCask,
	"azure-cask-v2": proveAzureCaskV2,
	"azure-devops": proveAzureDevops,
	"azure-identifiable": proveAzureIdentifiable,
	"azure-key": proveAzureKey,
	"azure-sas": proveAzureSas,
	"base58-length": proveBase58Length,
	base58check: proveBase58Check,
	"base64-bytes": proveBase64Bytes,
	"base64-json": proveBase64Json,
	"base64-password": proveBase64Password,
	"base64-text": proveBase64Text,
	"basic-auth": proveBasicAuth,
	bech32: proveBech32,
	bip39: proveBip39,
	"client-key": proveClientKey,
	"chosen-secret": proveChosenSecret,
	confluent: proveConfluent,
	"connection-string": proveConnectionString,
	"crc32-base62": proveCrc32Base62,
	"crc32-hex": proveCrc32Hex,
	"docker-auth": proveDockerAuth,
	"ed25519-pair": proveEd25519Pair,
	entra: proveEntra,
	"ethereum-key": proveEthereumKey,
	"github-fine-grained": proveGithubFineGrained,
	"gitlab-routable": proveGitlabRoutable,
	"group-facts": proveGroupFacts,
	jwt: proveJwt,
	login: proveLogin,
	nats: proveNats,
	"opaque-token": proveOpaqueToken,
	"password-hash": provePasswordHash,
	"pgp-key": provePgpKey,
	"private-key": provePrivateKey,
	"putty-key": provePuttyKey,
	"random-text": proveRandomText,
	"service-account": proveServiceAccount,
	strkey: proveStrkey,
	"supabase-key": proveSupabaseKey,
	salt: proveSalt,
	"shared-form": proveSharedForm,
	"sign-in-call": proveSignInCall,
	"service-key": proveServiceKey,
	"static-token": proveStaticToken,
	"url-password": proveUrlPassword,
	"user-at-host": proveUserAtHost,
	"wireguard-key": proveWireguardKey
};
/**
* How many bytes around a region provers read until most candidates are dropped; what stands further away changes nothing of that. What was dropped
* after reading further is remembered one by one, which costs more.
*/
const silentNearby = {
	assignment: 256,
	"azure-sas": 600,
	"base64-password": 300,
	"connection-string": 400,
	"docker-auth": 600,
	login: 800,
	salt: 256,
	"shared-form": 300,
	"service-account": 3e3,
	"service-key": 256,
	"url-password": 16
};
// src/detect/judge.ts
const prove = (rule, occurrence, content) => {
	if (rule.prover === void 0) return { verdict: "unknown" };
	const prover = provers[rule.prover.name];
	if (prover === void 0) throw new RangeError(`rule ${rule.id}: no prover is called ${rule.prover.name}`);
	const { secret, groups, start, end } = occurrence;
	return prover({
		secret,
		groups,
		content,
		start,
		end,
		options: rule.prover.options
	});
};
const namingOf = ({ id, provider, title, opens, remediation }) => ({
	check: id,
	provider,
	title,
	opens,
	remediation
});
const rankOf$1 = (rule) => {
	if (rule.proof === "generic") return ranks.generic;
	return rule.proof === "contextual" ? ranks.contextual : ranks.format;
};
const severityAndProof = (rule, evidence) => {
	if (evidence.verdict === "fails") return {
		severity: "info",
		proof: rule.proof
	};
	const severity = evidence.severity ?? rule.severity;
	if (evidence.verdict === "holds") return {
		severity,
		proof: evidence.proof ?? "proven"
	};
	return {
		severity,
		proof: evidence.proof ?? rule.proof
	};
};
/** Bytes on either side of a stretch that judges may read: the same whether a content is scanned whole or as a delta. */
const surroundings = 8192;
/** Weighs an occurrence of a rule's expression: a match, or the step that told that it is none. */
const weigh = (rule, occurrence, content) => {
	const { secret, start, end } = occurrence;
	const bits = rule.minEntropy === void 0 ? void 0 : entropy(secret);
	const first = bits === void 0 ? {} : { entropy: bits };
	if (bits !== void 0 && bits < rule.minEntropy) return {
		...first,
		match: void 0
	};
	const evidence = prove(rule, occurrence, content);
	if (evidence.verdict === "silent") return {
		...first,
		evidence,
		match: void 0
	};
	const { severity, proof } = severityAndProof(rule, evidence);
	const halves = halvesAround(rule, content, start, end);
	if (halves === void 0) return {
		...first,
		evidence,
		alone: true,
		match: void 0
	};
	const placeholder = !(proof === "proven" || evidence.vetted === true) && isPlaceholder(secret) || isInTextbook(secret);
	if (placeholder) return {
		...first,
		evidence,
		placeholder,
		match: void 0
	};
	const naming = (evidence.verdict === "fails" ? void 0 : evidence.naming) ?? namingOf(rule);
	const match = {
		check: naming.check,
		provider: naming.provider,
		title: naming.title,
		severity: severity === rule.severity ? halves.severity ?? severity : severity,
		proof,
		detail: [naming.opens, evidence.detail].filter(Boolean).join(" "),
		remediation: naming.remediation,
		facts: {
			provider: naming.provider,
			...evidence.facts,
			...halves.facts
		},
		secret,
		start,
		end,
		rank: rankOf$1(rule)
	};
	return {
		...first,
		evidence,
		placeholder,
		match
	};
};
/** Turns an occurrence of a rule's expression into a match, or into nothing where it is no credential. */
const judge = (rule, occurrence, content) => weigh(rule, occurrence, content).match;
// src/detect/overlaps.ts
/** Of two documents around a value the one that says more: the inner alone does not know what it lies in. */
const saysMore = (a, b) => a.rank === ranks.document && b.rank === ranks.document ? Object.keys(b.facts).length - Object.keys(a.facts).length : 0;
const encodingOf = ({ facts: { encoding } }) => typeof encoding === "string" ? encoding : "";
/** Of the same stretch read in two ways, what is decoded says more; where nothing in it was encoded, the plain reading is the simpler one. */
const simpler = (a, b) => a.secret.length - b.secret.length || encodingOf(a).length - encodingOf(b).length || (encodingOf(a) < encodingOf(b) ? -1 : 1);
const better = (a, b) => b.rank - a.rank || proofRank(b.proof) - proofRank(a.proof) || Number(b.severity !== "info") - Number(a.severity !== "info") || saysMore(a, b) || b.end - b.start - (a.end - a.start) || severityRank(b.severity) - severityRank(a.severity) || a.start - b.start || (a.check === b.check ? simpler(a, b) : 0) || (a.check < b.check ? -1 : 1);
/** Of a file whose path alone tells what it is: what counts at one path is no rival of what counts at another. */
const areElsewhere = ({ onlyAt: a }, { onlyAt: b }) => a !== void 0 && b !== void 0 && a !== b;
const overlap = (a, b) => a.start < b.end && b.start < a.end && !areElsewhere(a, b);
/** What a document says of the place of a value that a rule knows better. */
const withPlace = (kept, document) => ({
	...kept,
	facts: {
		...document.facts,
		...kept.facts
	}
});
/** Rules that know where a password stands and not whose it is. */
const nameless = /* @__PURE__ */ new Set([
	"generic",
	"login",
	"sign-in",
	"xml-login"
]);
const unnamed = /* @__PURE__ */ new Set([
	...nameless,
	"command-line",
	"database",
	"http",
	"url"
]);
/** The same value under the name of the service that another rule told. */
const withName = (kept, named) => ({
	...kept,
	check: named.check,
	provider: named.provider,
	title: named.title,
	remediation: named.remediation,
	facts: {
		...named.facts,
		...kept.facts,
		provider: named.provider
	}
});
const isNameFor = (named, kept) => nameless.has(kept.provider) && !unnamed.has(named.provider) && named.rank !== ranks.document && named.severity !== "info" && named.start === kept.start && named.end === kept.end;
const bestOf = (cluster) => {
	const kept = [];
	for (const match of [...cluster].sort(better)) {
		const overlapping = kept.findIndex((other) => overlap(match, other));
		if (overlapping === -1) kept.push(match);
		else if (match.rank === ranks.document) kept[overlapping] = withPlace(kept[overlapping], match);
		else if (isNameFor(match, kept[overlapping])) kept[overlapping] = withName(kept[overlapping], match);
	}
	return kept;
};
/** Of matches whose secrets overlap, keeps the one that knows most: each byte is reported once. Ascending by offset. */
const withoutOverlaps = (matches) => {
	const kept = [];
	let cluster = [];
	let clusterEnd = -1;
	for (const match of [...matches].sort((a, b) => a.start - b.start)) {
		if (match.start >= clusterEnd) {
			kept.push(...bestOf(cluster));
			cluster = [];
		}
		cluster.push(match);
		clusterEnd = Math.max(clusterEnd, match.end);
	}
	return [...kept, ...bestOf(cluster)].sort((a, b) => a.start - b.start || a.end - b.end);
};
// src/detect/prepared.ts
/** `sieves` are those of the rules and, last, of escapes. */
const prepareWith = (rules, parsers, sieves) => {
	const literals = collectLiterals([...rules, escapesRule], parsers, sieves);
	return {
		...sieves,
		...buildLiteralTable(literals),
		...collectAskers(literals, sieves)
	};
};
const prepare = async (rules, parsers) => {
	const { sieveOf } = await import("./sieve.js");
	return prepareWith(rules, parsers, packSieves([...rules, escapesRule].map(sieveOf)));
};
// src/detect/recurring.ts
/** So many are known at once: a few megabytes. */
const capacity = 8192;
const pair = (high, low) => BigInt(high) << 32n | BigInt(low);
const createRecurring = (kernel) => {
	const known = /* @__PURE__ */ new Map();
	/** Names what judges read, the place of the region in it, and how far they asked beyond the content's ends. */
	const markOfSeen = ({ address, size }, at, seen) => {
		if (seen === void 0) return 0n;
		const from = Math.max(0, seen.start);
		const to = Math.min(size, seen.end);
		const place = pair(at - seen.start, seen.end - at);
		return kernel.markOf(place, pair(from - seen.start, seen.end - to), address + from, address + to);
	};
	const recall = (stretch, { mark = 0n, start }) => {
		const entry = mark === 0n ? void 0 : known.get(mark);
		if (entry === void 0) return void 0;
		const here = movedBy(entry.verdict, start - entry.verdict.start);
		return markOfSeen(stretch, start, here.seen) === entry.mark ? here : void 0;
	};
	const learn = (stretch, { mark = 0n, start }, verdict) => {
		if (mark === 0n) return;
		if (known.size === capacity) known.clear();
		known.set(mark, {
			verdict,
			mark: markOfSeen(stretch, start, verdict.seen)
		});
	};
	return {
		recall,
		learn
	};
};
// src/detect/boundary.ts
/**
* Escapes that stand for a separator and end in a letter or digit: `\n` in a string, `%3D` in an address, `\u0022` in JSON. What follows
* one is as much at a boundary as what follows the separator itself.
*/
const punctuation = "(?:[0-2][0-9A-Fa-f]|3[A-Fa-f]|40|5[B-Eb-e]|60|7[B-Eb-e])";
const escapedSeparator = String.raw`(?<=\\[nrtbf]|%${punctuation}|=3[Dd]|\\u00${punctuation}|\\x${punctuation})`;
const leading = /^\(\?<!\[(?:[^\]\\]|\\.)+\]\)/;
/** An expression that takes an escaped separator before it for the boundary that it is. */
const withEscapedBoundary = (expression) => expression.replace(leading, (boundary) => `(?:${boundary}|${escapedSeparator})`);
// src/detect/expression.ts
const shifted = (occurrence, by) => ({
	...occurrence,
	start: occurrence.start + by,
	end: occurrence.end + by,
	matchStart: occurrence.matchStart + by,
	matchEnd: occurrence.matchEnd + by
});
const askEngine = (expression, flags) => {
	let exact;
	return (text, { index }) => {
		exact ??= new RegExp(expression, `${flags}dy`);
		exact.lastIndex = index;
		return exact.exec(text).indices.groups["secret"];
	};
};
const locator = (expression, flags) => {
	const ask = askEngine(withEscapedBoundary(expression), flags);
	const looksAround = /\(\?<?=/.test(expression);
	return (text, match) => {
		const { index, groups = {}, 0: whole } = match;
		const { secret, key, sep } = groups;
		if (secret === void 0 || secret === whole) return [index, index + whole.length];
		if (key !== void 0 && sep !== void 0) {
			const start = index + key.length + sep.length;
			if (text.startsWith(secret, start)) return [start, start + secret.length];
		}
		const within = looksAround ? -1 : whole.indexOf(secret);
		if (within === -1 || whole.indexOf(secret, within + 1) !== -1) return ask(text, match);
		return [index + within, index + within + secret.length];
	};
};
/**
* Our own expressions are checked for catastrophic backtracking in the tests, so they run on the engine of V8. Most of them are never
* needed: each is compiled when it is.
*/
const compileTrusted = ({ expression, ignoreCase }) => {
	const flags = ignoreCase ? "i" : "";
	const bounded = withEscapedBoundary(expression);
	let global;
	let sticky;
	const locate = locator(expression, flags);
	const occurrence = (text, match) => {
		const { index, 0: whole, groups = {} } = match;
		const [start, end] = locate(text, match);
		const secret = groups["secret"] ?? whole;
		return {
			start,
			end,
			matchStart: index,
			matchEnd: index + whole.length,
			secret,
			groups
		};
	};
	return (text, at) => {
		if (at !== void 0) {
			sticky ??= new RegExp(bounded, `${flags}y`);
			sticky.lastIndex = at;
			const match = sticky.exec(text);
			return match === null ? [] : [occurrence(text, match)];
		}
		global ??= new RegExp(bounded, `${flags}g`);
		const pattern = global;
		pattern.lastIndex = 0;
		const found = [];
		for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
			if (match[0] === "") pattern.lastIndex++;
			found.push(occurrence(text, match));
		}
		return found;
	};
};
/** A user's expression may be anything: RE2 runs it in linear time. Throws a RangeError that says what RE2 refuses. */
const compileCustom = async ({ id, expression, ignoreCase, except = [] }) => {
	const { RE2JS } = await import("./build.js");
	let pattern;
	let exceptions;
	try {
		pattern = RE2JS.compile(expression, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
		exceptions = except.map((text) => RE2JS.compile(text));
	} catch (cause) {
		throw new RangeError(`rule ${id}: ${cause.message}`, { cause });
	}
	const names = Object.keys(pattern.namedGroups());
	return function* (text) {
		const matcher = pattern.matcher(text);
		while (matcher.find()) {
			const groups = Object.fromEntries(names.map((name) => [name, matcher.group(name) ?? void 0]));
			const named = groups["secret"] === void 0 ? 0 : "secret";
			const [start, end] = [matcher.start(named), matcher.end(named)];
			if (exceptions.some((exception) => exception.matcher(text.slice(start, end)).find())) continue;
			yield {
				start,
				end,
				matchStart: matcher.start(),
				matchEnd: matcher.end(),
				secret: text.slice(start, end),
				groups
			};
		}
	};
};
const compileExpression = async (rule) => rule.custom ? compileCustom(rule) : compileTrusted(rule);
// src/detect/regions.ts
const pieceSize = 32768;
const maxAnchor = 128;
/**
* A region in pieces that overlap by more than the longest match, for expressions that may read to the end of their
* text again and again: what they cost is bounded by the piece.
*/
const piecesOf = ({ start, end }, { before, after }) => {
	const overlap = before + after + maxAnchor;
	const size = Math.max(pieceSize, 4 * overlap);
	const pieces = [];
	for (let from = start;; from += size - overlap) {
		pieces.push({
			start: from,
			end: Math.min(end, from + size)
		});
		if (from + size >= end) return pieces;
	}
};
/** Those of the regions that hold every literal; the search looks no further than each region. */
const regionsHolding = (content, regions, literals = []) => literals.length === 0 ? regions : regions.filter(({ start, end }) => {
	const bytes = content.subarray(start, end);
	return literals.every((literal) => bytes.includes(literal, 0, "latin1"));
});
// src/detect/patience.ts
const customLimits = {
	milliseconds: 5e3,
	millisecondsPerMebibyte: 1e3,
	matches: 1e4
};
const createPatience = (onStopped, limits = customLimits) => {
	const off = /* @__PURE__ */ new Set();
	let matches = 0;
	let deadline = 0;
	const stop = (rule, reason) => {
		if (!off.has(rule)) onStopped(rule.id, reason);
		off.add(rule);
		return true;
	};
	const isLate = (rule) => performance.now() > deadline && stop(rule, "its expression takes too long");
	const isOver = (rule) => off.has(rule) || ++matches >= limits.matches && stop(rule, `it matches ${limits.matches} times in one content`) || isLate(rule);
	function* pieces(rule, regions) {
		const bytes = regions.reduce((sum, { start, end }) => sum + end - start, 0);
		matches = 0;
		deadline = performance.now() + limits.milliseconds + bytes / 2 ** 20 * limits.millisecondsPerMebibyte;
		for (const region of regions) for (const piece of piecesOf(region, rule.window)) {
			if (off.has(rule) || isLate(rule)) return;
			yield piece;
		}
	}
	return {
		pieces,
		isOver
	};
};
// src/detect/runner.ts
const clean = { matches: [] };
/** How many bytes around a region most verdicts of a rule need. */
const nearbyOf = ({ prover }) => prover === void 0 ? 0 : silentNearby[prover.name] ?? 0;
/** What judges read of a content, where it is more than lies near the region. */
const seenBeyond = ({ view, from }, { start, end }, near) => {
	const seen = {
		start: from + view.from,
		end: from + view.to
	};
	return seen.start < start - near || seen.end > end + near ? seen : void 0;
};
const createRunner = async (rules, onStopped) => {
	const expressions = await Promise.all(rules.map(compileExpression));
	const patience = createPatience(onStopped);
	/** What a prover may see of a content around a region: one view for all occurrences, since provers remember what they read. */
	const benchOf = (content, { start, end }) => {
		const from = Math.max(0, start - surroundings);
		return {
			view: viewAround(content.subarray(from, end + surroundings), {
				start: start - from,
				end: end - from
			}),
			from,
			start
		};
	};
	/** What an occurrence in a region is worth. */
	const judgeIn = (index, { view, from, start }, occurrence) => {
		const match = judge(rules[index], shifted(occurrence, start - from), view);
		return match === void 0 ? void 0 : {
			...match,
			start: match.start + from,
			end: match.end + from
		};
	};
	const occurrencesIn = ({ rule, start, end, at }, { bytes, text }) => {
		const stretch = text === void 0 ? bytes.toString("latin1", start, end) : text.slice(start, end);
		return expressions[rule](stretch, at === void 0 ? void 0 : at - start);
	};
	const run = (region, content) => {
		const rule = rules[region.rule];
		if (regionsHolding(content.bytes, [region], rule.requires).length === 0) return clean;
		let bench;
		const matches = [];
		for (const occurrence of occurrencesIn(region, content)) {
			if (occurrence.end === occurrence.start) continue;
			bench ??= benchOf(content.bytes, region);
			const match = judgeIn(region.rule, bench, occurrence);
			if (match !== void 0) matches.push(match);
		}
		const seen = bench && seenBeyond(bench, region, nearbyOf(rule));
		return seen === void 0 && matches.length === 0 ? clean : {
			matches,
			seen
		};
	};
	/** Occurrences until the rule is given up. */
	function* patiently(index, content, regions) {
		const rule = rules[index];
		for (const region of patience.pieces(rule, regionsHolding(content, regions, rule.requires))) {
			const bench = benchOf(content, region);
			for (const occurrence of expressions[index](content.toString("latin1", region.start, region.end))) {
				yield [bench, occurrence];
				if (patience.isOver(rule)) return;
			}
		}
	}
	const runCustom = (index, content, regions) => {
		const found = [];
		for (const [bench, occurrence] of patiently(index, content, regions)) {
			if (occurrence.end === occurrence.start) continue;
			const match = judgeIn(index, bench, occurrence);
			if (match !== void 0) found.push(match);
		}
		return found;
	};
	return {
		run,
		runCustom
	};
};
// src/detect/trace.ts
/** Of a content in which no anchor stands, as most are. */
const emptyTrace = {
	address: 0,
	hits: 0,
	carried: []
};
// src/detect/detector.ts
/** A secret inside base64 inside base64 is found; nobody nests deeper by accident. */
const maxDepth$2 = 3;
/** Contents are scanned in parts of this size, smaller ones where anchors are many; parts overlap by more than the widest window. */
const partSize = 64 << 20;
const smallPart = 4 << 20;
const partOverlap = 1 << 20;
/** A content with a region for so many bytes is turned to text as a whole: windows overlap. */
const worthText = 500;
const none = [];
const keep = ({ carried, matches }, verdict) => {
	carried.push(verdict);
	for (const match of verdict.matches) matches.push(match);
};
/** Bytes around a region by which judges tell most that they tell. */
const nearEnough = 256;
const placeOf$1 = ({ rule: task, start, end, at }) => ({
	task,
	start,
	end,
	...at === void 0 ? {} : { at }
});
const regionOf = ({ task, start, end, at }) => at === void 0 ? {
	rule: task,
	start,
	end
} : {
	rule: task,
	start,
	end,
	at
};
/** UTF-16 is taken to begin at an even offset: an odd way may make other text of it. */
const isShifted = ({ anchors = [] }, moved) => moved % 2 !== 0 && anchors.some(({ image }) => image.encoding.startsWith("utf16"));
const isUndoneIn = ({ isUndone }) => ({ start, end }) => isUndone(start - nearEnough, end + nearEnough);
const isTelling = ({ matches, seen }) => matches.length > 0 || seen !== void 0;
/** `onStopped` hears of a custom rule that was given up, and why: what it would have found from there on is missing. */
const createDetector = async (rules, parsers = [], onStopped = () => void 0, kernel = createKernel(), preparedBefore) => {
	const prepared = preparedBefore ?? await prepare(rules, parsers);
	const runner = await createRunner(rules, onStopped);
	return detectorOf({
		rules,
		parsers,
		runner,
		kernel,
		prepared
	});
};
const detectorOf = ({ rules, parsers, runner, kernel, prepared }) => {
	const asking = [...rules, escapesRule];
	const others = othersOf(prepared);
	const joinPairs = createPairing(rules);
	const gate = createGate(kernel, prepared, asking, nearbyOf);
	const recurring = createRecurring(kernel);
	const rooms = createRooms(kernel.heap);
	const reach = (task) => task === -1 ? runReach : gate.reaches[task];
	const wholeParsers = parsers.filter(({ upTo = 0 }) => upTo > 0);
	const largestWhole = Math.max(0, ...wholeParsers.map(({ upTo = 0 }) => upTo));
	const settled = (found) => found.length > 1 ? joinPairs(withoutOverlaps(found)) : found;
	const viewOf = ({ address, size }) => kernel.heap.bytes().subarray(address, address + size);
	/** What parsers know of a content without any anchor in it: files that are nothing but a key. */
	const wholeMatches = (stretch) => {
		if (stretch.size > largestWhole) return none;
		const content = viewOf(stretch);
		return wholeParsers.flatMap(({ upTo = 0, parse }) => stretch.size > upTo ? none : parse(content, []));
	};
	/** What stands in a region once its escapes are undone. */
	const unescaped = (stretch, region, depth) => {
		if (depth >= maxDepth$2) return { matches: none };
		const bytes = Buffer.from(viewOf({
			address: stretch.address + region.start,
			size: region.end - region.start
		}));
		const matches = [];
		for (const decoded of decodeEscapes(bytes, {
			start: 0,
			end: bytes.length
		})) for (const match of scanBytes(decoded.bytes, depth + 1, { isWanted: isUndoneIn(decoded) })) matches.push(asEncoded(match, decoded, decoded.encoding, region.start));
		return { matches };
	};
	const runRule = (stretch, text, region, depth, into) => {
		const isRule = region.rule < rules.length;
		const mayRecur = isRule || depth === 0;
		const known = mayRecur ? recurring.recall(stretch, region) : void 0;
		if (known !== void 0) {
			keep(into, known);
			return;
		}
		const verdict = isRule ? runner.run(region, {
			bytes: viewOf(stretch),
			text
		}) : unescaped(stretch, region, depth);
		const carried = {
			...placeOf$1(region),
			...verdict
		};
		if (isTelling(verdict)) keep(into, carried);
		if (!mayRecur) return;
		if (isTelling(verdict)) recurring.learn(stretch, region, carried);
		else gate.remember(region);
	};
	/** The regions of a custom rule are run together: it may be given up on the way. */
	const runCustomRule = (content, rule, regions, into) => {
		const matches = runner.runCustom(rule, content, regions);
		for (const { start, end } of regions) {
			const inside = matches.filter((match) => match.start >= start && match.end <= end);
			const seen = {
				start: start - surroundings,
				end: end + surroundings
			};
			if (inside.length > 0) keep(into, {
				task: rule,
				start,
				end,
				seen,
				matches: inside
			});
		}
	};
	const runRegions = (stretch, regions, depth, into) => {
		const custom = /* @__PURE__ */ new Map();
		const text = regions.length * worthText > stretch.size ? viewOf(stretch).toString("latin1") : void 0;
		for (const region of regions) if (!asking[region.rule].custom) runRule(stretch, text, region, depth, into);
		else custom.set(region.rule, [...custom.get(region.rule) ?? [], region]);
		for (const [rule, ofRule] of custom) runCustomRule(viewOf(stretch), rule, ofRule, into);
	};
	/** The verdicts that the base had on what was copied; where their surroundings changed they are reached anew. */
	const inheritVerdicts = (stretch, base, into) => {
		const { segments } = base;
		const descent = {
			segments: new Uint32Array(kernel.heap.bytes().buffer, segments.address, segments.count * 3).slice(),
			size: stretch.size,
			baseSize: base.size
		};
		const again = [];
		for (const { carried, moved, withSeen } of inherit(base.trace.carried, descent, reach)) {
			if (isShifted(carried, moved)) continue;
			const here = movedBy(carried, moved);
			if (withSeen) keep(into, here);
			else again.push(regionOf(here));
		}
		runRegions(stretch, again, 0, into);
	};
	const decodeRun = (run, depth, into) => {
		const { decoded } = run;
		const encoding = encodingName(run.image);
		const matches = scanBytes(decoded.bytes, depth + 1).map((match) => asEncoded(match, decoded, encoding));
		const end = decoded.toContent(Math.max(0, decoded.bytes.length - 1)) + 4;
		keep(into, {
			task: -1,
			start: decoded.start,
			end,
			matches,
			anchors: run.anchors
		});
	};
	const runSpecial = (stretch, look, depth, into) => {
		const asked = sortOut(look.special(), others);
		for (const [index, at] of asked.parsers) for (const match of parsers[index].parse(viewOf(stretch), at)) into.matches.push(match);
		if (depth >= maxDepth$2 || asked.encoded.length === 0) return;
		const known = new Set(into.carried.flatMap(({ anchors = [] }) => anchors.map(anchorKey)));
		const fresh = asked.encoded.filter((anchor) => !known.has(anchorKey(anchor)));
		for (const run of [...encodedRuns(fresh, viewOf(stretch))]) decodeRun(run, depth, into);
	};
	const matchesOf = (stretch, look, depth, into, { base, isWanted }) => {
		const regions = isWanted === void 0 ? look.regions() : look.regions().filter(isWanted);
		const special = look.hasSpecial ? look.special() : [];
		if (base !== void 0 && base.trace.carried.length > 0) inheritVerdicts(stretch, base, into);
		if (regions.length > 0) runRegions(stretch, regions, depth, into);
		if (special.length > 0) runSpecial(stretch, {
			...look,
			special: () => special
		}, depth, into);
	};
	const originOf = ({ trace, size, segments }) => ({
		hits: trace.address,
		hitCount: trace.hits,
		size,
		segments: segments.address,
		segmentCount: segments.count
	});
	const traceOf = (address, hits, carried) => ({
		address,
		hits,
		carried: carried.length > 1 ? carried.sort((a, b) => a.start - b.start) : carried
	});
	const scanInPlace = (content, base) => {
		const look = gate.look(content.address, content.size, base && originOf(base));
		if (look === void 0) return void 0;
		const whole = wholeMatches(content);
		if (look.hitCount === 0) return {
			matches: whole,
			trace: emptyTrace
		};
		const address = kernel.heap.allocate(look.hitCount * 8);
		look.keep(address);
		const into = {
			carried: [],
			matches: [...whole]
		};
		matchesOf(content, look, 0, into, { base });
		return {
			matches: settled(into.matches),
			trace: traceOf(address, look.hitCount, into.carried)
		};
	};
	const discard = ({ address, hits }) => {
		if (hits > 0) kernel.heap.free(address, hits * 8);
	};
	const scanPart = (bytes, depth, extent) => {
		const address = rooms.place(depth, bytes);
		const stretch = {
			address,
			size: bytes.length
		};
		let look = gate.look(address, bytes.length, void 0);
		while (look === void 0 && gate.grow()) look = gate.look(address, bytes.length, void 0);
		if (look === void 0) return void 0;
		const into = {
			carried: [],
			matches: depth === 0 && extent.isPart !== true ? [...wholeMatches(stretch)] : []
		};
		matchesOf(stretch, look, depth, into, extent);
		return settled(into.matches);
	};
	const scanInParts = (content, size, depth) => {
		const found = /* @__PURE__ */ new Map();
		for (let from = 0; from < content.length; from += size - partOverlap) for (const match of scanBytes(content.subarray(from, from + size), depth, { isPart: true })) {
			const moved = {
				...match,
				start: match.start + from,
				end: match.end + from
			};
			found.set(`${moved.check} ${moved.start} ${moved.end}`, moved);
		}
		return withoutOverlaps([...found.values()]);
	};
	/** Copies bytes into the kernel's memory and scans them. */
	const scanBytes = (bytes, depth, extent = {}) => {
		if (bytes.length === 0) return none;
		if (bytes.length > partSize && extent.isPart !== true) return scanInParts(bytes, partSize, depth);
		const matches = scanPart(bytes, depth, extent);
		if (matches !== void 0) return matches;
		if (bytes.length <= smallPart) throw new RangeError(`${bytes.length} bytes hold more anchors than fit`);
		return scanInParts(bytes, smallPart, depth);
	};
	return {
		scan: (content) => scanBytes(content, 0),
		scanInPlace,
		discard
	};
};
// src/detect/structure/json.ts
/** What a document may hold before it is no longer read to its end; nothing that carries credentials is nearly as large. */
const maxNodes = 4e5;
const maxDepth$1 = 128;
const after = (text, mark, from) => {
	const found = text.indexOf(mark, from);
	return found === -1 ? text.length : found + mark.length;
};
/** Skips white space, commas, a byte order mark, and the comments that editors' settings carry. */
const skipBlank = (text, from) => {
	let at = from;
	for (;;) {
		const char = text.charCodeAt(at);
		if (char <= 32 || char === 44 || char === 239 || char === 187 || char === 191) at++;
		else if (char === 47 && text[at + 1] === "/") at = after(text, "\n", at);
		else if (char === 47 && text[at + 1] === "*") at = after(text, "*/", at + 2);
		else return at;
	}
};
const literalLength = (text, at) => /^[\w.+-]{0,400}/.exec(text.slice(at, at + 400))[0].length;
const endOfString = (text, open) => {
	for (let at = open + 1; at < text.length; at++) {
		const char = text.charCodeAt(at);
		if (char === 34) return at;
		if (char === 92) at++;
	}
	return -1;
};
const unescaped = (raw) => {
	if (!raw.includes("\\")) return raw;
	try {
		return JSON.parse(`"${raw.replaceAll(/[\0-\x1f]/g, " ")}"`);
	} catch {
		return raw;
	}
};
const add = (reading, node) => {
	reading.nodes++;
	const parent = reading.stack.at(-1);
	if (parent === void 0) reading.root = node;
	else if (parent.kind === "array") parent.items.push(node);
	else if (reading.key !== void 0) parent.entries.push({
		key: reading.key,
		node
	});
	reading.key = void 0;
};
const openContainer = (reading, char) => {
	const start = reading.source.at(reading.at++);
	const open = char === "{" ? {
		kind: "object",
		entries: [],
		start,
		end: start
	} : {
		kind: "array",
		items: [],
		start,
		end: start
	};
	add(reading, open);
	reading.stack.push(open);
	return reading.stack.length <= maxDepth$1;
};
const closeContainer = (reading) => {
	const open = reading.stack.pop();
	if (open !== void 0) open.end = reading.source.at(reading.at) + 1;
	reading.at++;
	return open !== void 0;
};
const takeKey = (reading, key) => {
	reading.at = skipBlank(reading.source.text, reading.at);
	if (reading.source.text[reading.at] !== ":") return false;
	reading.key = key;
	reading.at++;
	return true;
};
const takeString = (reading) => {
	const { source, at: open } = reading;
	const close = endOfString(source.text, open);
	if (close === -1) return false;
	const value = unescaped(source.text.slice(open + 1, close));
	reading.at = close + 1;
	if (reading.stack.at(-1)?.kind === "object" && reading.key === void 0) return takeKey(reading, value);
	const start = source.at(open + 1);
	add(reading, {
		kind: "string",
		value,
		start,
		end: close > open + 1 ? source.at(close - 1) + 1 : start
	});
	return true;
};
const takeLiteral = (reading) => {
	const end = reading.at + literalLength(reading.source.text, reading.at);
	if (end === reading.at) return false;
	add(reading, {
		kind: "literal",
		value: reading.source.text.slice(reading.at, end)
	});
	reading.at = end;
	return true;
};
/** Takes one token; false where the text is no longer JSON. */
const step = (reading) => {
	reading.at = skipBlank(reading.source.text, reading.at);
	const char = reading.source.text[reading.at];
	if (char === "{" || char === "[") return openContainer(reading, char);
	if (char === "}" || char === "]") return closeContainer(reading);
	return char === "\"" ? takeString(reading) : takeLiteral(reading);
};
/**
* Reads the JSON that begins at an index, with comments and commas as editors allow them. What is cut off, damaged or too
* large gives what stood before. Linear, without recursion.
*/
const readJson = (source, from = 0) => {
	const reading = {
		source,
		at: from,
		stack: [],
		key: void 0,
		nodes: 0,
		root: void 0
	};
	while (step(reading) && reading.stack.length > 0 && reading.nodes < maxNodes);
	for (const open of reading.stack) open.end = source.at(reading.at);
	return reading.root;
};
/** The first member of an object with that name. */
const memberOf = (node, ...names) => node?.kind === "object" ? node.entries.find(({ key }) => names.includes(key))?.node : void 0;
/** The first member with one of the names that is a string with text in it. */
const stringOf = (node, ...names) => {
	if (node?.kind !== "object") return void 0;
	for (const { key, node: member } of node.entries) if (names.includes(key) && member.kind === "string" && member.value !== "") return member;
};
const textOf$1 = (node, ...names) => stringOf(node, ...names)?.value;
/** A step of a key path: `a.b`, `a["ghcr.io"]`, `a[3]`. */
const stepOf = (key) => {
	if (typeof key === "number") return `[${key}]`;
	return /^[\w$-]+$/.test(key) ? `.${key}` : `["${key}"]`;
};
/** The path of a member of what stands at a path. */
const below = (path, key) => `${path}${stepOf(key)}`.replace(/^\./, "");
/** Long paths are hostile or nobody's to read. */
const longestPath = 300;
const childrenOf = ({ node, path }) => {
	const place = (child, key) => ({
		node: child,
		path: path.length > longestPath ? path : below(path, key)
	});
	if (node.kind === "object") return node.entries.map(({ key, node: child }) => place(child, key));
	return node.kind === "array" ? node.items.map(place) : [];
};
/** All nodes below and with one, in the order of the document. */
function* walkJson(root) {
	if (root === void 0) return;
	const waiting = [{
		node: root,
		path: ""
	}];
	for (let next = waiting.pop(); next !== void 0; next = waiting.pop()) {
		yield next;
		const children = childrenOf(next);
		for (let i = children.length - 1; i >= 0; i--) waiting.push(children[i]);
	}
}
// src/detect/structure/json-find.ts
/** More documents of one content are nobody's. */
const maxDocuments = 200;
/** How far before a word the bracket of its object may stand. */
const backward = 65536;
/** The bracket that opens the object around an index, strings not told apart; -1 without one near. */
const openingBrace = (text, index) => {
	let depth = 0;
	for (let at = index - 1; at >= 0 && index - at < backward; at--) {
		const char = text[at];
		if (char === "}") depth++;
		else if (char === "{" && --depth < 0) return at;
	}
	return -1;
};
/**
* The JSON of a content that holds a word: the whole where it begins as JSON, else the objects around the word. The
* pattern is global.
*/
const jsonAround = (source, word) => {
	if (/^[\s\xef\xbb\xbf]*[[{]/.test(source.text.slice(0, 1e3))) {
		const root = readJson(source);
		return root === void 0 ? [] : [root];
	}
	const roots = [];
	let done = 0;
	let tries = 0;
	for (const { index } of source.text.matchAll(word)) {
		if (tries >= maxDocuments) break;
		if (index < done) continue;
		tries++;
		const open = openingBrace(source.text, index);
		const root = open === -1 ? void 0 : readJson(source, open);
		if (root?.kind !== "object") continue;
		done = root.end;
		roots.push(root);
	}
	return roots;
};
// src/detect/structure/text.ts
const wholeText = (content) => ({
	text: content.toString("latin1"),
	at: (index) => index
});
/** Joins pieces of a parent into a text that still knows where each character came from. */
const joinPieces = (parent, pieces) => {
	const starts = [];
	let length = 0;
	for (const { text } of pieces) {
		starts.push(length);
		length += text.length;
	}
	const at = (index) => {
		const piece = lastAtOrBefore(starts, index);
		const known = pieces[piece];
		return known === void 0 ? parent.at(0) : parent.at(known.from + (index - starts[piece]));
	};
	return {
		text: pieces.map(({ text }) => text).join(""),
		at
	};
};
const sliceText = (parent, from, to) => ({
	text: parent.text.slice(from, to),
	at: (index) => parent.at(from + index)
});
/** Latin-1 characters that are UTF-8 bytes, read as what they mean; for people, bounded and without control characters. */
const readable = (latin1, limit = 120) => {
	const clean = Buffer.from(latin1.slice(0, limit * 4), "latin1").toString("utf8").replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]+/gu, " ").trim();
	return clean.length > limit ? `${clean.slice(0, limit - 1)}…` : clean;
};
// src/documents/credential.ts
const longestFact = 200;
const factsOf$1 = (place) => Object.fromEntries(Object.entries(place).flatMap(([name, value]) => {
	if (value === void 0 || value === "") return [];
	return [[name, typeof value === "string" ? readable(value, longestFact) : value]];
}));
const keyPathSentence = ({ keyPath }) => typeof keyPath === "string" ? `It stands at ${readable(keyPath, longestFact)}.` : "";
/** A credential at its place, without any judgement of its value. */
const matchOf = (check, scalar, place, weight = {}) => ({
	check: check.id,
	provider: check.provider,
	title: check.title,
	severity: weight.severity ?? check.severity,
	proof: weight.proof ?? "contextual",
	detail: [
		check.opens,
		keyPathSentence(place),
		weight.detail
	].filter(Boolean).join(" "),
	remediation: check.remediation,
	facts: {
		provider: check.provider,
		...factsOf$1(place)
	},
	secret: scalar.value,
	start: scalar.start,
	end: scalar.end,
	rank: weight.rank ?? ranks.document
});
/** Sealed by a tool whose key stands elsewhere: SOPS, Ansible, Jasypt, Maven, Rails, age, Azure Key Vault references. */
const sealed$1 = /^(?:ENC\[|ENC\(|\$ANSIBLE_VAULT|!vault|\{[A-Za-z0-9+/=]{16,}\}$|-----BEGIN AGE|age-encryption\.org|AgA[A-Za-z0-9+/]{100,}|vault:v\d+:|op:\/\/|vault:|ref\+|arn:aws:|projects\/|@Microsoft\.KeyVault|\{cipher\}|AQICAH|\/(?:run|var|etc)\/)/;
/** Whether a value is left open, blotted out, encrypted or a reference: nobody's secret as it stands. */
const isSilent$1 = (value) => {
	const text = value.trim();
	return text === "" || sealed$1.test(text) || isTemplate(text);
};
/** A password with what its file says of who uses it and where; undefined where it is none. */
const passwordMatch = (check, scalar, place, rank) => {
	if (isSilent$1(scalar.value)) return void 0;
	const { user, host, ...rest } = place;
	const evidence = judgeAccess({
		user: user === void 0 ? void 0 : String(user),
		host: host === void 0 ? void 0 : String(host),
		password: scalar.value
	});
	if (evidence.verdict !== "holds") return void 0;
	const { severity, proof, detail, facts } = evidence;
	return {
		...matchOf(check, scalar, rest, {
			...severity === void 0 ? {} : { severity: capped(severity, check.severity) },
			...proof === void 0 ? {} : { proof },
			...detail === void 0 ? {} : { detail },
			...rank === void 0 ? {} : { rank }
		}),
		facts: {
			provider: check.provider,
			...factsOf$1(rest),
			...facts
		}
	};
};
/** `judgeAccess` speaks of passwords, of which the best is `high`; a check may say more or less of what it guards. */
const capped = (severity, of) => severity === "high" ? of : severity;
/** A token or key made by a machine: words and fillers are none. */
const keyMatch$1 = (check, scalar, place, weight = {}) => {
	const { value } = scalar;
	if (isSilent$1(value) || isPlaceholder(value) || worthOf(value) !== "strong") return void 0;
	return matchOf(check, scalar, place, {
		proof: "structural",
		...weight
	});
};
const present = (values) => values.filter((value) => value !== void 0);
// src/documents/azure-profile.ts
const provider$3 = "azure";
const azureChecks = {
	servicePrincipal: {
		id: "secrets/azure-service-principal",
		provider: provider$3,
		title: "Secret of an Azure service principal",
		severity: "critical",
		opens: "Signs in to Entra ID as the application, with every role it has in Azure.",
		remediation: "Remove the client secret of the application, make a new one, and prefer workload identity."
	},
	refreshToken: {
		id: "secrets/azure-refresh-token",
		provider: provider$3,
		title: "Refresh token of the Azure command line",
		severity: "critical",
		opens: "Acts in Azure as the person who signed in, for months.",
		remediation: "Revoke the person's sessions in Entra ID, run `az logout`, and sign in again."
	},
	accessToken: {
		id: "secrets/azure-access-token",
		provider: provider$3,
		title: "Access token of the Azure command line",
		severity: "low",
		opens: "Acts in Azure as the person who signed in, for about an hour.",
		remediation: "Revoke the person's sessions in Entra ID, and keep `~/.azure` out of the repository."
	}
};
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const guidOf = (node, ...names) => {
	const text = textOf$1(node, ...names);
	return text !== void 0 && guid.test(text) ? text : void 0;
};
/** What `az ad sp create-for-rbac`, its `--sdk-auth` form and the command line's own store write. */
const servicePrincipal = (node, path) => {
	const clientId = guidOf(node, "clientId", "appId", "servicePrincipalId", "client_id", "aadClientId");
	const tenantId = textOf$1(node, "tenantId", "tenant", "servicePrincipalTenant", "tenant_id");
	const stored = stringOf(node, "clientSecret", "password", "client_secret", "aadClientSecret", "servicePrincipalKey") ?? (textOf$1(node, "servicePrincipalTenant") === void 0 ? void 0 : stringOf(node, "accessToken"));
	if (clientId === void 0 || tenantId === void 0 || stored === void 0) return void 0;
	const place = {
		clientId,
		tenantId,
		subscriptionId: guidOf(node, "subscriptionId"),
		user: textOf$1(node, "displayName")
	};
	const keyPath = path === "" ? keyOf(node, stored) : below(path, keyOf(node, stored));
	return keyMatch$1(azureChecks.servicePrincipal, stored, {
		...place,
		keyPath
	});
};
const keyOf = (node, value) => node.kind === "object" ? node.entries.find((entry) => entry.node === value)?.key ?? "" : "";
const accessToken = (node, name, place, path) => {
	const token = stringOf(node, name);
	if (token === void 0 || readJwt$1(token.value) === void 0) return void 0;
	const expires = textOf$1(node, "expiresOn", "expires_on") ?? "";
	const expired = (/^\d+$/.test(expires) ? Number(expires) * 1e3 : Date.parse(expires)) < Date.now() ? {
		severity: "info",
		detail: "It has expired."
	} : {};
	return matchOf(azureChecks.accessToken, token, {
		...place,
		keyPath: below(path, name)
	}, {
		proof: "structural",
		...expired
	});
};
/** An entry of `accessTokens.json`, which the command line wrote until 2022. */
const legacyTokens = (node, path) => {
	if (textOf$1(node, "_authority") === void 0 || textOf$1(node, "servicePrincipalId") !== void 0) return [];
	const place = {
		user: textOf$1(node, "userId"),
		clientId: textOf$1(node, "_clientId")
	};
	const refresh = stringOf(node, "refreshToken");
	return [refresh && keyMatch$1(azureChecks.refreshToken, refresh, {
		...place,
		keyPath: below(path, "refreshToken")
	}), accessToken(node, "accessToken", place, path)];
};
/** An entry of `msal_token_cache.json`. */
const msalTokens = (node, path) => {
	if (textOf$1(node, "home_account_id") === void 0) return [];
	const type = textOf$1(node, "credential_type");
	const place = {
		clientId: textOf$1(node, "client_id"),
		host: textOf$1(node, "environment")
	};
	const secret = stringOf(node, "secret");
	if (type === "AccessToken") return [accessToken(node, "secret", place, path)];
	if (type !== "RefreshToken" || secret === void 0) return [];
	return [keyMatch$1(azureChecks.refreshToken, secret, {
		...place,
		keyPath: below(path, "secret")
	})];
};
const credentialsIn = (root) => {
	const found = [];
	for (const { node, path } of walkJson(root)) {
		if (node.kind !== "object") continue;
		found.push(servicePrincipal(node, path), ...legacyTokens(node, path), ...msalTokens(node, path));
	}
	return present(found);
};
const marks$1 = /"(?:clientSecret|appId|servicePrincipalId|home_account_id|_authority|aadClientSecret|servicePrincipalKey)"/g;
const quote = 34;
const colon = 58;
const blanks = /* @__PURE__ */ new Set([
	32,
	9,
	10,
	13
]);
/** Whether a word in quotes is a key. Source maps and lists of names have these words as values, and may be of many megabytes. */
const isKeyAt = (content, at) => {
	let next = content.indexOf(quote, at + 1) + 1;
	while (blanks.has(content[next])) next++;
	return content[next] === colon;
};
/** What the Azure command line and its tools keep in JSON. */
const azureProfileParser = {
	anchors: [
		"\"clientSecret\"",
		"\"appId\"",
		"\"servicePrincipalId\"",
		"\"home_account_id\"",
		"\"_authority\"",
		"\"aadClientSecret\"",
		"\"servicePrincipalKey\""
	],
	parse: (content, at) => at.some((one) => isKeyAt(content, one)) ? jsonAround(wholeText(content), marks$1).flatMap(credentialsIn) : []
};
// src/documents/browser-stores.ts
const remediation$5 = "Change the passwords of the sites, and keep browser profiles out of the repository.";
const browserChecks = {
	chromeStore: {
		id: "secrets/chrome-saved-logins",
		provider: "chrome",
		title: "Saved logins of Chrome, encrypted",
		severity: "low",
		opens: "Signs in to the sites, to whoever also has the key that the system's user account guards.",
		remediation: remediation$5
	},
	chromeLogin: {
		id: "secrets/chrome-saved-login",
		provider: "chrome",
		title: "Saved login of Chrome",
		severity: "high",
		opens: "Signs in to the site: without a keyring Chrome on Linux encrypts with a key that stands in its source.",
		remediation: remediation$5
	},
	firefoxKeys: {
		id: "secrets/firefox-key-database",
		provider: "firefox",
		title: "Key database of a Firefox or Thunderbird profile",
		severity: "low",
		opens: "Decrypts `logins.json` of the same profile, unless a primary password guards it.",
		remediation: remediation$5
	}
};
const magic = Buffer.from("SQLite format 3\0", "latin1");
const isDatabase = (content) => content.length >= 512 && content.compare(magic, 0, 16, 0, 16) === 0;
/** The database itself is the secret, so its hash stands for it. */
const storeMatch = (check, content, at, logins) => {
	const value = createHash("sha256").update(content).digest("hex");
	return matchOf(check, {
		value,
		start: at,
		end: at + 1
	}, { logins }, { proof: "structural" });
};
/** Chromium's os_crypt_linux.cc: the password is `peanuts`, the salt `saltysalt`, of one round; the vector is of spaces. */
const linuxKey = () => pbkdf2Sync("peanuts", "saltysalt", 1, 16, "sha1");
const vector = Buffer.alloc(16, 32);
const longestPassword = 128;
const mostLogins = 1e3;
/** How long the value is does not stand beside it; its padding and text tell. */
const openedAt = (content, at, key) => {
	for (let length = 16; length <= longestPassword && at + length <= content.length; length += 16) try {
		const decipher = createDecipheriv("aes-128-cbc", key, vector);
		const value = Buffer.concat([decipher.update(content.subarray(at, at + length)), decipher.final()]).toString("latin1");
		if (/^[\x20-\x7e]{4,}$/.test(value)) return {
			value,
			length
		};
	} catch {}
};
/** Where encrypted values begin: their version, and bytes that are no text. */
const valuesIn = (content) => {
	const places = [];
	for (const version of ["v10", "v11"]) for (let at = content.indexOf(version); at !== -1 && places.length < mostLogins; at = content.indexOf(version, at + 3)) if (/[^\x20-\x7e]/.test(content.toString("latin1", at + 3, at + 19))) places.push(at);
	return places;
};
const loginAt = (content, at, key) => {
	const opened = content[at + 2] === 48 ? openedAt(content, at + 3, key) : void 0;
	if (opened === void 0) return void 0;
	const { value, length } = opened;
	return passwordMatch(browserChecks.chromeLogin, {
		value,
		start: at,
		end: at + 3 + length
	}, {});
};
const chromeLogins = (content) => {
	if (!isDatabase(content)) return [];
	const places = valuesIn(content);
	if (places.length === 0) return [];
	const key = linuxKey();
	const opened = present(places.map((at) => loginAt(content, at, key)));
	if (opened.length > 0) return opened;
	return [storeMatch(browserChecks.chromeStore, content, places[0], places.length)];
};
/** `Login Data` of Chrome, Chromium, Edge and their kin, by a column of its table. */
const chromeParser = {
	anchors: ["password_value BLOB"],
	parse: chromeLogins
};
/** `key4.db` (Mozilla's NSS, sdb.c: tables of private objects). */
const firefoxKeysParser = {
	anchors: ["CREATE TABLE nssPrivate"],
	parse: (content, [at = 0]) => isDatabase(content) ? [storeMatch(browserChecks.firefoxKeys, content, at)] : []
};
// src/documents/csv-columns.ts
const remediation$4 = "Change it where it is used, and keep exports of password managers and of users out of the repository.";
const columnChecks = {
	password: {
		id: "secrets/generic-password-column",
		provider: "generic",
		title: "Password in a table of users or logins",
		severity: "medium",
		opens: "Signs in as the user of its row.",
		remediation: remediation$4
	},
	key: {
		id: "secrets/generic-key-column",
		provider: "generic",
		title: "Key or token in a table",
		severity: "medium",
		opens: "Calls the service of its row as the key's owner.",
		remediation: remediation$4
	}
};
const headerReach = 1e3;
const maxRows = 100;
const maxLine$1 = 2e3;
const passwordColumn = /^(?:[\w ]{0,20}[_ ])?(?:password|passwd|pwd|passphrase)$/i;
const keyColumn = /^(?:[\w ]{0,20}[_ ])?(?:api[_ -]?key|access[_ ]?token|auth[_ ]?token|token|secret|client[_ ]?secret|secret[_ ]?key|secret access key)$/i;
const userColumn = /^(?:user|user[_ ]?name|login|login_username|email|name|account)$/i;
const hostColumn = /^(?:host|hostname|server|url|login_uri|site|service|domain|address)$/i;
/** Cells of a line, quotes undone; a quoted cell with quotes in it is left as it is. */
const cellsOf = (line, delimiter, from) => {
	const cells = [];
	for (let at = 0; at <= line.length;) {
		const close = line[at] === "\"" ? line.indexOf("\"", at + 1) : -1;
		const start = close === -1 ? at : at + 1;
		const stop = line.indexOf(delimiter, close === -1 ? at : close);
		const end = stop === -1 ? line.length : stop;
		cells.push({
			value: line.slice(start, close === -1 ? end : close),
			start: from + start
		});
		at = end + 1;
	}
	return cells;
};
/** The first line, when it is nothing but names. */
const headerOf = (text) => {
	const end = text.indexOf("\n");
	if (end === -1 || end > headerReach) return void 0;
	const line = text.slice(0, end).replace(/^\xef\xbb\xbf/, "").replace(/\r$/, "");
	if (/^(?:from|import|use|using|select|var|let|const|def|return)\b/i.test(line)) return void 0;
	if (!/^"?[A-Za-z_][\w ./-]{0,40}"?(?:[,;\t|]"?[\w ./-]{0,40}"?){1,60}$/.test(line)) return void 0;
	const delimiter = /[,;\t|]/.exec(line)[0];
	return {
		delimiter,
		names: cellsOf(line, delimiter, 0).map(({ value }) => value.trim()),
		end: end + 1
	};
};
/** People whom fakenamegenerator.com makes up, in tables that tests load: by two of its columns. */
const isMadeUp$1 = ({ names }) => names.includes("GivenName") && names.includes("MiddleInitial");
/** Tables of users keep what a hash makes of their passwords. */
const isHash = (value) => /^[0-9a-fA-F]{32,128}$/.test(value) || isHarmlessPassword(value, true);
const columnMatch = (cell, isPassword, place) => {
	const { value, start } = cell;
	if (isSilent$1(value) || isPlaceholder(value)) return void 0;
	if (isPassword && isHash(value)) return void 0;
	const severity = isPassword ? passwordSeverity(value, true) : isRandomKey(value) ? "medium" : void 0;
	if (severity === void 0) return void 0;
	const scalar = {
		value,
		start,
		end: start + value.length
	};
	const check = isPassword ? columnChecks.password : columnChecks.key;
	return matchOf(check, scalar, place, {
		severity,
		proof: "generic",
		rank: ranks.generic
	});
};
const rowMatches = (cells, { names }) => {
	const cellOf = (column) => cells[names.findIndex((name) => column.test(name))]?.value;
	const place = {
		user: cellOf(userColumn),
		host: cellOf(hostColumn)
	};
	return present(names.map((name, column) => {
		const cell = cells[column];
		const isPassword = passwordColumn.test(name);
		if (cell === void 0 || cells.length !== names.length || !(isPassword || keyColumn.test(name))) return void 0;
		return columnMatch(cell, isPassword, {
			...place,
			keyPath: name
		});
	}));
};
const parse$8 = (content, at) => {
	if (at.length > 0 && at[0] > headerReach) return [];
	const header = headerOf(content.toString("latin1", 0, 1001));
	if (header === void 0 || isMadeUp$1(header) || !header.names.some((name) => passwordColumn.test(name) || keyColumn.test(name))) return [];
	const { text } = wholeText(content);
	const found = [];
	let start = header.end;
	for (let row = 0; row < maxRows && start < text.length; row++) {
		const stop = text.indexOf("\n", start);
		const end = stop === -1 ? text.length : stop;
		const line = text.slice(start, Math.min(end, start + maxLine$1)).replace(/\r$/, "");
		if (line !== "") found.push(...rowMatches(cellsOf(line, header.delimiter, start), header));
		start = end + 1;
	}
	return found;
};
/** Tables with a line of names on top (RFC 4180): exports of password managers, lists of users. */
const csvColumnsParser = {
	anchors: [
		",password",
		",Password",
		"password,",
		"Password,",
		";\"password\"",
		",\"password\"",
		";password;",
		"	password",
		",api_key",
		"api_key,",
		",access_token",
		",secret_key",
		",client_secret",
		",token\n",
		",token\r"
	],
	parse: parse$8
};
// src/documents/docker-config.ts
const provider$2 = "docker-config";
const remediation$3 = "Revoke the token or change the password at the registry, and use a credential helper.";
/** The same checks as the rules of patterns/docker-config.yaml, which find what is cut off or escaped. */
const dockerChecks = {
	auth: {
		id: "secrets/docker-config-auth",
		provider: provider$2,
		title: "Registry password in a Docker configuration",
		severity: "high",
		opens: "Pulls, and often pushes, the images of the registry as the user inside.",
		remediation: remediation$3
	},
	identityToken: {
		id: "secrets/docker-config-identity-token",
		provider: provider$2,
		title: "Registry identity token in a Docker configuration",
		severity: "high",
		opens: "Obtains access to the images of the registry as its owner until it is revoked.",
		remediation: remediation$3
	}
};
const hostOf = (registry) => registry.replace(/^https?:\/\//, "").replace(/[:/].*$/, "");
/** Passwords of Amazon ECR work for twelve hours (AWS, GetAuthorizationToken). */
const lowered = (match, user, registry) => match !== void 0 && user === "AWS" && registry.includes(".ecr.") && match.severity !== "info" ? {
	...match,
	severity: "low",
	detail: `${dockerChecks.auth.opens} Amazon's registry passwords work for twelve hours.`
} : match;
const passwordOf = (entry, registry, place, path) => {
	const auth = stringOf(entry, "auth");
	const pair = auth === void 0 ? void 0 : decodeUserAndPassword(auth.value);
	const plain = stringOf(entry, "password");
	const user = pair?.user ?? textOf$1(entry, "username", "user");
	const shared = {
		...place,
		registry,
		user,
		host: hostOf(registry)
	};
	if (auth !== void 0 && pair !== void 0 && pair.user !== "") {
		const judged = passwordMatch(dockerChecks.auth, {
			...auth,
			value: pair.password
		}, {
			...shared,
			keyPath: `${path}.auth`
		});
		return judged === void 0 ? void 0 : {
			...judged,
			secret: auth.value
		};
	}
	return plain === void 0 ? void 0 : passwordMatch(dockerChecks.auth, plain, {
		...shared,
		keyPath: `${path}.password`
	});
};
const tokensOf = (entry, registry, place, path) => ["identitytoken", "registrytoken"].map((name) => {
	const token = stringOf(entry, name);
	return token && keyMatch$1(dockerChecks.identityToken, token, {
		...place,
		registry,
		keyPath: `${path}.${name}`
	});
});
/** Registries of one file; nobody signs in to more. */
const maxRegistries = 500;
const credentialsOf$1 = (auths, place, above) => {
	if (auths?.kind !== "object") return [];
	return auths.entries.slice(0, maxRegistries).flatMap(({ key: registry, node }) => {
		const path = below(above, registry);
		const password = passwordOf(node, registry, place, path);
		const user = password?.facts["user"];
		return present([lowered(password, typeof user === "string" ? user : void 0, registry), ...tokensOf(node, registry, place, path)]);
	});
};
/** More lists of registries of one content are left to the line rule. */
const maxLists = 50;
/** The credentials of Docker configurations in a text; `place` is added to their facts, `above` to their key path. */
const dockerCredentials = (source, place = {}, above = "") => {
	const matches = [];
	let done = 0;
	let lists = 0;
	for (const { 0: key, index } of source.text.matchAll(/"auths"\s{0,20}:\s{0,20}(?=\{)/g)) {
		if (source.at(index) < done || lists++ >= maxLists) continue;
		const auths = readJson(source, index + key.length);
		if (auths?.kind === "object") done = auths.end;
		matches.push(...credentialsOf$1(auths, place, above === "" ? "auths" : `${above}.auths`));
	}
	return matches;
};
/** `.dockercfg`, the form before 2014 and of `kubernetes.io/dockercfg`: registries without a list around them. */
const legacyDockerCredentials = (source, place = {}, above = "") => /^\s*\{/.test(source.text) ? credentialsOf$1(readJson(source), place, above) : [];
/** Credentials of registries: `~/.docker/config.json` and what Kubernetes makes of it. */
const dockerConfigParser = {
	anchors: ["\"auths\""],
	parse: (content) => dockerCredentials(wholeText(content))
};
// src/documents/filezilla.ts
const filezillaCheck = {
	id: "secrets/filezilla-password",
	provider: "filezilla",
	title: "Password in FileZilla's list of servers",
	severity: "high",
	opens: "Signs in to the server as the user beside it.",
	remediation: "Change the password at the server, set a master password in FileZilla, and keep its settings out of the repository."
};
/** Servers of one list. */
const maxServers = 2e3;
/** How far a server's other elements may stand from its password. */
const reach$1 = 1500;
const password$1 = /<Pass(?: encoding="(base64|plain)")?>([^<]{1,1024})<\/Pass>/g;
const element$1 = (text, name) => new RegExp(`<${name}>([^<]{1,300})</${name}>`).exec(text)?.[1]?.trim();
/** The server's own element around an index, as far as it reaches. */
const serverAround = ({ text }, start, end) => {
	const before = text.slice(Math.max(0, start - reach$1), start);
	const after = text.slice(end, end + reach$1);
	const close = after.indexOf("</Server>");
	return before.slice(Math.max(0, before.lastIndexOf("<Server"))) + after.slice(0, close === -1 ? reach$1 : close);
};
const parse$7 = (content) => {
	const source = wholeText(content);
	const found = [];
	let index = 0;
	let tries = 0;
	for (const match of source.text.matchAll(password$1)) {
		if (tries++ >= maxServers) break;
		const [whole, encoding, written = ""] = match;
		const start = match.index + whole.indexOf(">") + 1;
		const end = start + written.length;
		const value = encoding === "base64" ? decodePrintable(written.trim()) : written;
		const server = serverAround(source, match.index, end);
		const host = element$1(server, "Host");
		if (value === void 0 || host === void 0) continue;
		const place = {
			host,
			user: element$1(server, "User"),
			port: element$1(server, "Port"),
			keyPath: `Server[${index++}].Pass`,
			...encoding === "base64" ? { encoding } : {}
		};
		found.push(passwordMatch(filezillaCheck, {
			value,
			start,
			end
		}, place));
	}
	return present(found);
};
/** `sitemanager.xml`, `recentservers.xml` and `filezilla.xml`. */
const filezillaParser = {
	anchors: ["<Pass encoding=\"", "<Pass>"],
	parse: parse$7
};
// src/documents/gem-credentials.ts
const gemCheck = {
	id: "secrets/rubygems-credentials-file",
	provider: "rubygems",
	title: "Key in RubyGems' credentials file",
	severity: "high",
	opens: "Pushes and yanks gems at the server beside it as its owner.",
	remediation: "Revoke the key at the server, and keep `.gem/credentials` out of the repository."
};
const gemPaths = "(?:^|/)\\.?gem/credentials$";
const longest$2 = 16384;
/** A key by its name, or by the address of its server (guides.rubygems.org, `gem push --key` and `--host`). */
const line = /^(?::(?<name>[\w.-]{1,64})|(?<host>[\w.:/-]{1,200}?)):[ \t]{1,4}["']?(?:(?:Bearer|Basic) )?(?<secret>[^\s"']{16,200})["']?$/d;
/** Every line but the first is a key, or it is a file of another kind. */
const gemKeys = (text) => {
	if (text.length > longest$2) return [];
	const matches = [];
	let at = 0;
	for (const written of text.split("\n")) {
		const start = at;
		at += written.length + 1;
		const content = written.replace(/\r$/, "");
		if (/^(?:---\s{0,4}|\s*|#.*)$/.test(content)) continue;
		const found = line.exec(content);
		if (found === null) return [];
		const [from, to] = found.indices.groups["secret"];
		const { name, host, secret } = found.groups;
		matches.push(keyMatch$1(gemCheck, {
			value: secret,
			start: start + from,
			end: start + to
		}, {
			keyPath: name,
			host
		}));
	}
	return present(matches);
};
/** `~/.gem/credentials`: the first key is by custom that of rubygems.org. */
const gemParser = {
	anchors: [":rubygems_api_key:"],
	parse: (content) => content.length > longest$2 ? [] : gemKeys(content.toString("latin1"))
};
// src/documents/secret-name.ts
/** Keys of what every reader may see: who, where, which; public halves; switches. */
const harmless = /^(?:user|username|user[-_.]?name|login|email|mail|host|hostname|server|port|url|uri|endpoint|address|addr|region|zone|bucket|database|db|dbname|db[-_.]?name|namespace|name|id|type|kind|provider|realm|issuer|audience|scope|scopes|version|driver|dialect|engine|protocol|scheme|path|file|mode|env|environment|enabled|debug|tenant|domain|service|project|account|org|organization|team|group|role)$|[-_.](?:user|username|email|host|hostname|port|url|uri|endpoint|region|bucket|database|name|id|arn|path|file|version|expiry|expires|ttl|enabled)$|\.(?:crt|cer|pub|ca-bundle|csr)$|^(?:ca|tls|ca-cert|cert|certificate|truststore|ca-bundle|known_hosts|authorized_keys)(?:\.(?:crt|pem))?$|public[-_.]?key|^ssh-publickey$/i;
const kindOfName = (name) => {
	const plain = name.replace(/\.(?:txt|value|b64|base64)$/i, "");
	if (nameStrength(plain, "password") === "strong") return "password";
	if (nameStrength(plain, "key") === "strong") return "key";
	return harmless.test(plain) || /(?:Id|Url|Uri|Host|Port|Name|Email|User|Path|Arn)$/.test(plain) ? "harmless" : "other";
};
// src/documents/http-exchange.ts
const provider$1 = "http";
const exchangeChecks = {
	value: {
		id: "secrets/http-recorded-credential",
		provider: provider$1,
		title: "Credential in a recorded or saved request",
		severity: "high",
		opens: "Acts at the service that the request goes to as whoever made it.",
		remediation: "Revoke it at the service that the request goes to, and leave credentials out when requests are recorded or exported."
	},
	cookie: {
		id: "secrets/http-session-cookie",
		provider: provider$1,
		title: "Session cookie in a recorded request",
		severity: "medium",
		opens: "Acts at the site as the person whose session it is, until the session ends.",
		remediation: "Sign out everywhere at the site, and leave cookies out when requests are recorded."
	}
};
/** Pairs of one recording. */
const maxPairs = 1e5;
const maxMatches = 500;
const session = /(?:^|[-_.])(?:sess|session|sessionid|sid|auth|token|jwt|remember|login|sso)|sess(?:ion)?(?:id)?$|^(?:PHPSESSID|JSESSIONID|connect\.sid|ASP\.NET_SessionId|laravel_session|_gh_sess|user_session)$/i;
const part = (node, offset, value) => {
	const exact = node.end - node.start === node.value.length;
	const start = exact ? node.start + offset : node.start;
	return {
		value,
		start,
		end: exact ? start + value.length : node.end
	};
};
/** `Cookie: a=b; c=d`: those whose names speak of a session. */
const cookies = (node, place) => [...node.value.slice(0, 16384).matchAll(/([\w.$-]{1,80})=([^;\s]{16,4096})/g)].map(({ 1: name = "", 2: value = "", 0: whole, index }) => session.test(name) && !/csrf|xsrf/i.test(name) ? keyMatch$1(exchangeChecks.cookie, part(node, index + whole.length - value.length, value), {
	...place,
	name
}) : void 0);
/** `Basic` and `Bearer` have rules of their own; what stands alone in an authorization header is a token. */
const authorization = (node, place) => {
	const token = /^(?:[A-Za-z][\w-]{1,20} )?(\S{16,})$/.exec(node.value)?.[1];
	return token === void 0 || /^(?:Basic|Bearer) /i.test(node.value) ? void 0 : keyMatch$1(exchangeChecks.value, part(node, node.value.length - token.length, token), place);
};
const named = (name, node, place) => {
	const kind = kindOfName(name);
	const { user, host, ...rest } = place;
	if (kind === "password") return passwordMatch(exchangeChecks.value, node, place);
	return (kind === "key" || /^(?:x-)?(?:api|auth|access)[-_]?(?:key|token)$/i.test(name)) && node.value.length >= 8 ? keyMatch$1(exchangeChecks.value, node, rest) : void 0;
};
const pairMatches = (node, path) => {
	const name = textOf$1(node, "key", "name");
	const value = stringOf(node, "value", "initialValue", "sessionValue");
	if (name === void 0 || value === void 0 || isSilent$1(value.value) || isPlaceholder(value.value)) return [];
	const place = {
		keyPath: below(path, "value"),
		name
	};
	if (/^(?:set-)?cookie$/i.test(name)) return cookies(value, place);
	if (/^(?:proxy-)?authorization$/i.test(name)) return [authorization(value, place)];
	if (/(?:^|\.)cookies\[\d+\]$/.test(path)) return session.test(name) && value.value.length >= 16 ? [keyMatch$1(exchangeChecks.cookie, value, place)] : [];
	return [named(name, value, place)];
};
/** Postman's `auth`: a list of pairs for each kind, in which the value's own key is `value` for API keys. */
const authMatches = (node, path) => {
	const keys = memberOf(node, "apikey");
	if (keys?.kind !== "array") return [];
	return keys.items.map((item, i) => {
		const value = textOf$1(item, "key") === "value" ? stringOf(item, "value") : void 0;
		return value && keyMatch$1(exchangeChecks.value, value, { keyPath: `${below(path, "apikey")}[${i}].value` });
	});
};
const matchesIn = (root) => {
	const found = [];
	let pairs = 0;
	for (const { node, path } of walkJson(root)) {
		if (pairs > maxPairs || found.length >= maxMatches) break;
		if (node.kind !== "object") continue;
		pairs++;
		found.push(...present([...pairMatches(node, path), ...authMatches(node, path)]));
	}
	return found;
};
const marks = /"(?:_postman_variable_scope|_postman_id|startedDateTime)"|schema\.getpostman\.com/g;
/** HTTP archives (HAR) of browsers and proxies, collections and environments of Postman. */
const httpExchangeParser = {
	anchors: [
		"\"_postman_variable_scope\"",
		"\"_postman_id\"",
		"schema.getpostman.com",
		"\"startedDateTime\""
	],
	parse: (content) => jsonAround(wholeText(content), marks).flatMap(matchesIn)
};
// src/documents/jetbrains.ts
const jetbrainsCheck = {
	id: "secrets/jetbrains-server-password",
	provider: "jetbrains-ide",
	title: "Password of a deployment server of a JetBrains IDE",
	severity: "high",
	opens: "Signs in to the server as the user beside it; the IDE only disguises it.",
	remediation: "Change the password at the server, and let the IDE keep it in the system's keychain."
};
const mask$1 = 57258;
/** `PasswordUtil` of the IntelliJ platform: four hexadecimal digits a character, masked with 0xDFAA. */
const revealJetbrains = (hex) => {
	if (hex.length % 4 !== 0 || !/^[0-9a-f]+$/i.test(hex)) return void 0;
	const text = hex.match(/.{4}/g).map((four) => String.fromCharCode(Number.parseInt(four, 16) ^ mask$1));
	return text.every((char) => char >= " " && char <= "ÿ") ? text.join("") : void 0;
};
const element = /<(?:fileTransfer|webServer|sftpServer|host|data|configuration)\s[^<>]{1,3000}>/g;
const maxElements = 5e3;
const attribute = (text, name) => new RegExp(`\\s${name}="([^"<>]{1,2000})"`).exec(text)?.[1];
const parse$6 = (content) => {
	const { text } = wholeText(content);
	const found = [];
	for (const { 0: tag, index } of text.matchAll(element)) {
		if (found.length >= maxElements) break;
		const written = attribute(tag, "password");
		const value = written === void 0 ? void 0 : revealJetbrains(written);
		if (written === void 0 || value === void 0) continue;
		const start = index + tag.indexOf(`password="${written}"`) + 10;
		const place = {
			host: attribute(tag, "host"),
			user: attribute(tag, "username") ?? attribute(tag, "user"),
			keyPath: `${/^<(\w+)/.exec(tag)[1]}.password`
		};
		found.push(passwordMatch(jetbrainsCheck, {
			value,
			start,
			end: start + written.length
		}, place));
	}
	return present(found);
};
/** `WebServers.xml` and its kin, in which older IDEs kept passwords. The mask shows in every character's first two digits. */
const jetbrainsParser = {
	anchors: ["password=\"df"],
	parse: parse$6
};
// src/documents/keystore.ts
const remediation$1 = "Take the container out of the repository, and replace its keys when its password is short, shared or beside it in the history.";
const keystoreChecks = {
	java: {
		id: "secrets/keystore-java",
		provider: "keystore",
		title: "Java key store with private keys",
		severity: "medium",
		opens: "Holds private keys; a password protects them, which can be guessed offline.",
		remediation: remediation$1
	},
	pkcs12: {
		id: "secrets/keystore-pkcs12",
		provider: "keystore",
		title: "PKCS#12 container with a private key",
		severity: "medium",
		opens: "Holds a private key; a password protects it, which can be guessed offline.",
		remediation: remediation$1
	},
	keepass: {
		id: "secrets/keystore-keepass",
		provider: "keystore",
		title: "KeePass password database",
		severity: "medium",
		opens: "Holds all passwords of somebody or of a team; a master password protects them, which can be guessed offline.",
		remediation: remediation$1
	}
};
/** The container itself is the secret, so its hash stands for it. */
const containerMatch = (check, content, shown, place, weight = {}) => {
	const value = createHash("sha256").update(content).digest("hex");
	return matchOf(check, {
		value,
		start: 0,
		end: Math.min(shown, content.length)
	}, place, {
		proof: "structural",
		...weight
	});
};
const number = (reader, bytes) => {
	if (reader.at + bytes > reader.content.length) throw new RangeError("the store is cut off");
	const value = reader.content.readUIntBE(reader.at, bytes);
	reader.at += bytes;
	return value;
};
const skip = (reader, bytes) => {
	if (reader.at + bytes > reader.content.length) throw new RangeError("the store is cut off");
	reader.at += bytes;
};
const name = (reader) => {
	const start = reader.at + 2;
	skip(reader, number(reader, 2));
	return reader.content.toString("latin1", start, reader.at);
};
const skipCertificate = (reader) => {
	name(reader);
	skip(reader, number(reader, 4));
};
const maxEntries$2 = 1e4;
const privateKeyTag = 1;
/** The aliases of private keys of a store (JDK, sun.security.provider.JavaKeyStore): entries of keys and of certificates. */
const aliasesOf = (content) => {
	const reader = {
		content,
		at: 8
	};
	const aliases = [];
	try {
		const count = Math.min(number(reader, 4), maxEntries$2);
		for (let i = 0; i < count; i++) {
			const tag = number(reader, 4);
			const alias = name(reader);
			skip(reader, 8);
			if (tag !== privateKeyTag) {
				skipCertificate(reader);
				continue;
			}
			aliases.push(alias);
			skip(reader, number(reader, 4));
			for (let chain = number(reader, 4); chain > 0; chain--) skipCertificate(reader);
		}
	} catch {}
	return aliases;
};
const javaStore = (content) => {
	const aliases = aliasesOf(content);
	if (aliases.length === 0) return void 0;
	const debug = aliases.length === 1 && aliases[0] === "androiddebugkey";
	const place = {
		keys: aliases.length,
		aliases: aliases.slice(0, 10).join(", ")
	};
	const weight = debug ? {
		severity: "info",
		detail: "It is the key with which Android signs debug builds."
	} : {};
	return containerMatch(keystoreChecks.java, content, 8, place, weight);
};
/** RFC 7292: a sequence, version 3, then the object identifier of PKCS#7 data. */
const pkcs12Head = /^\x30(?:[\x00-\x7f]|\x80|\x81.|\x82..|\x83...)\x02\x01\x03\x30/s;
const pkcs12 = (content) => pkcs12Head.test(content.toString("latin1", 0, 16)) ? containerMatch(keystoreChecks.pkcs12, content, 8, {}) : void 0;
const keepass = (content) => {
	const old = content[4] === 101;
	return containerMatch(keystoreChecks.keepass, content, 8, { format: old ? "KeePass 1" : "KeePass 2" });
};
const javaMagics = [
	"þíþí\0\0\0",
	"þíþí\0\0\0",
	"ÎÎÎÎ\0\0\0"
];
const keepassMagics = ["Ù¢gûKµ", "Ù¢eûKµ"];
/** Bags of private keys, shrouded and open (RFC 7292, section 4.2): a container of certificates alone has none. */
const keyBags = ["*H÷\r\f\n", "*H÷\r\f\n"];
const parse$5 = (content) => {
	const magic = content.toString("latin1", 0, 8);
	const found = javaMagics.includes(magic) ? javaStore(content) : keepassMagics.includes(magic) ? keepass(content) : pkcs12(content);
	return found === void 0 ? [] : [found];
};
/** Containers of keys and passwords. They are named; no password is tried on them. */
const keystoreParser = {
	anchors: [
		...javaMagics,
		...keepassMagics,
		...keyBags
	],
	parse: parse$5
};
// src/documents/kubernetes/bootstrap-token.ts
/** The same check as the rule of patterns/kubernetes.yaml for command lines. */
const bootstrapCheck = {
	id: "secrets/kubernetes-bootstrap-token",
	provider: "kubernetes",
	title: "kubeadm bootstrap token",
	severity: "critical",
	opens: "Joins a node to the cluster, or reads its configuration, until it expires.",
	remediation: "Delete the token (`kubeadm token delete`, or its Secret in kube-system) and look for nodes that nobody knows."
};
/** A Secret of the type `bootstrap.kubernetes.io/token` (Kubernetes, Authenticating with Bootstrap Tokens): one credential in two keys. */
const bootstrapToken = (secret, look) => {
	const [id, half] = [look("token-id"), look("token-secret")];
	if (id === void 0 || half === void 0) return void 0;
	const token = `${id.scalar.value}.${half.scalar.value}`;
	if (!/^[a-z0-9]{6}\.[a-z0-9]{16}$/.test(token) || isSilent$1(half.scalar.value)) return [];
	const expiration = look("expiration")?.scalar.value;
	const expired = expiration !== void 0 && Date.parse(expiration) < Date.now();
	const place = {
		namespace: secret.namespace,
		secretName: secret.name,
		secretType: secret.type,
		keyPath: half.path,
		tokenId: id.scalar.value,
		expires: expiration
	};
	const weight = expired ? {
		severity: "info",
		detail: "It has expired."
	} : { detail: expiration === void 0 ? "It has no expiry." : `It is valid until ${expiration.slice(0, 10)}.` };
	return [matchOf(bootstrapCheck, {
		...half.scalar,
		value: token
	}, place, {
		proof: "structural",
		...weight
	})];
};
// src/detect/structure/nodes.ts
var import_dist = require_dist();
const maxAliasHops = 8;
const maxMerges = 8;
const collectAnchors = (document) => {
	const anchors = /* @__PURE__ */ new Map();
	(0, import_dist.visit)(document, { Node: (_key, node) => {
		if ("anchor" in node && typeof node.anchor === "string") anchors.set(node.anchor, node);
	} });
	return anchors;
};
/** What one text and all of a content may cost: a cluster with its context and user has some 500 such characters. */
const maxCost = 131072;
const newBudget = () => ({ left: 524288 });
/** Characters of texts that are known again. */
const remembered = 1 << 20;
/** Keys and certificates are one scalar each and cost a parser nothing; all other characters may be a node. */
const costOf = recently((text) => text.replaceAll(/[A-Za-z0-9+/=]{64,}/g, "").length + 64, remembered);
/** Deeper than anything that a person or a program writes for kubectl. */
const maxNesting = 64;
/** Dashes, question marks, keys, anchors, aliases or tags in a row. */
const row = /(?:(?:[-?]|[\w.-]{1,40}:|[&!*]\S{0,40})[ \t]+){64}/;
/** Whether brackets are opened, or what else nests is put in a row, more often than anybody means. */
const isTooDeep = recently((text) => {
	if (row.test(text)) return true;
	let depth = 0;
	for (const { 0: bracket } of text.matchAll(/[[\]{}]/g)) {
		depth = bracket === "[" || bracket === "{" ? depth + 1 : Math.max(0, depth - 1);
		if (depth > maxNesting) return true;
	}
	return false;
}, remembered);
/** Parses what the budget allows; what it does not is left to the line rule. */
const parseWithin = (budget, source) => {
	const cost = costOf(source.text);
	if (cost > maxCost || cost > budget.left || isTooDeep(source.text)) return void 0;
	budget.left -= cost;
	return parseTree(source);
};
/** Parses YAML, of which JSON is a part. Undefined where even the parser gives up, as on a hundred thousand brackets. */
const parseYaml = (text) => {
	try {
		const document = (0, import_dist.parseDocument)(text, {
			logLevel: "silent",
			uniqueKeys: false,
			strict: false,
			merge: false,
			schema: "failsafe",
			prettyErrors: false,
			stringKeys: false
		});
		const anchors = text.includes("&") ? collectAnchors(document) : /* @__PURE__ */ new Map();
		const resolve = (node) => {
			let target = node;
			for (let hop = 0; hop < maxAliasHops && (0, import_dist.isAlias)(target); hop++) target = anchors.get(target.source);
			return target;
		};
		return {
			root: document.contents,
			failed: document.errors.length > 0,
			resolve
		};
	} catch {
		return;
	}
};
const parseOnce = recently(parseYaml, remembered);
const parseTree = (source) => {
	const parsed = parseOnce(source.text);
	return parsed && {
		source,
		...parsed
	};
};
/** The pairs of a mapping in their order, then those that `<<` merges in. */
const pairsOf = (tree, node, merges = maxMerges) => {
	const map = tree.resolve(node);
	if (!(0, import_dist.isMap)(map)) return [];
	const own = [];
	const merged = [];
	for (const { key, value } of map.items) {
		const name = (0, import_dist.isScalar)(key) ? String(key.value) : void 0;
		if (name === void 0) continue;
		if (name !== "<<") own.push([name, value]);
		else if (merges > 0) merged.push(...mergedPairs(tree, value, merges - 1));
	}
	return [...own, ...merged];
};
const mergedPairs = (tree, value, merges) => {
	const target = tree.resolve(value);
	if (!(0, import_dist.isSeq)(target)) return pairsOf(tree, target, merges);
	return target.items.slice(0, maxMerges).flatMap((item) => pairsOf(tree, item, Math.min(merges, 1)));
};
const itemsOf = (tree, node) => {
	const list = tree.resolve(node);
	return (0, import_dist.isSeq)(list) ? list.items : [];
};
const narrowed = (source, from, to, value) => {
	const firstWord = /\S{1,64}/.exec(value)?.[0];
	const first = firstWord === void 0 ? -1 : source.slice(from, to).indexOf(firstWord);
	if (first === -1) return [from, to];
	const start = from + first;
	if (source.startsWith(value, start)) return [start, start + value.length];
	const lastWord = value.slice(-64).split(/\s+/).filter(Boolean).at(-1);
	const last = source.lastIndexOf(lastWord, to);
	return [start, last < start ? to : Math.min(to, last + lastWord.length)];
};
/** A scalar with text, and where exactly the value stands: quotes, block headers and indentation left out. */
const scalarOf = (tree, node) => {
	const scalar = tree.resolve(node);
	if (!(0, import_dist.isScalar)(scalar) || typeof scalar.value !== "string" || !scalar.range) return void 0;
	const value = scalar.value.trim();
	if (value === "") return void 0;
	const [start, end] = narrowed(tree.source.text, scalar.range[0], scalar.range[1], value);
	return {
		value,
		start: tree.source.at(start),
		end: tree.source.at(Math.max(start, end - 1)) + 1
	};
};
// src/detect/structure/blocks.ts
/** How far a block reaches from its key, up and down: some two hundred clusters with their certificates. */
const defaultReach = 1 << 20;
/** Lines that begin with a template engine's words say nothing to YAML. */
const templateLine = /^[ \t]*(?:\{\{|\{%|<%)/;
/** At the left edge of a block stand keys, list items and comments; anything else is no longer YAML. */
const edgeLine = /^(?:[ \t]|#|-(?:[ \t\r]|$)|["']?[A-Za-z][\w.-]{0,60}["']?[ \t]*:(?:[ \t\r]|$))/;
const blank = /^[ \t\r]*$/;
const lineFrom = (source, start) => {
	const feed = source.indexOf("\n", start);
	const end = feed === -1 ? source.length : feed;
	return {
		start,
		text: source.slice(start, Math.min(end, start + defaultReach))
	};
};
const lineBefore = (source, start) => {
	if (start === 0) return void 0;
	const previous = start < 2 ? 0 : source.lastIndexOf("\n", start - 2) + 1;
	return lineFrom(source, previous);
};
const lineAfter = (source, line) => {
	const next = line.start + line.text.length + 1;
	return next >= source.length || source[next - 1] !== "\n" ? void 0 : lineFrom(source, next);
};
/** A tab of indentation counts as two spaces: as wide as the dash of a list item. */
const withoutTabs = ({ text, from }) => {
	const indentation = /^[ \t]*/.exec(text)[0];
	if (!indentation.includes("	")) return [{
		text,
		from
	}];
	return [...[...indentation].map((char, i) => ({
		text: char === "	" ? "  " : " ",
		from: from + i
	})), {
		text: text.slice(indentation.length),
		from: from + indentation.length
	}];
};
/** What a line is to a block whose lines begin with `prefix`: a piece of it, or its end. */
const pieceOf = (line, prefix) => {
	const nothing = {
		text: "",
		from: line.start
	};
	if (blank.test(line.text) || line.text.trimEnd() === prefix.trimEnd() || templateLine.test(line.text)) return nothing;
	if (!line.text.startsWith(prefix)) return void 0;
	const piece = {
		text: line.text.slice(prefix.length),
		from: line.start + prefix.length
	};
	if (templateLine.test(piece.text)) return nothing;
	return blank.test(piece.text) || edgeLine.test(piece.text) ? piece : void 0;
};
/**
* The line at which a block begins although other things stand before it: a list's dash, an opening quote,
* as in "- clusters:" or "const config = `clusters:".
*/
const openingPiece = (line, prefix) => {
	const found = /^(.*?(?:[`'"(]|-[ \t]+))(?=(?:apiVersion|kind|metadata|data|stringData|type|clusters|contexts|current-context|preferences|name):)/.exec(line.text);
	if (found === null || found[1].endsWith(" ") && found[1].length !== prefix.length) return void 0;
	return {
		text: line.text.slice(found[1].length),
		from: line.start + found[1].length
	};
};
const piecesAbove = (source, from, prefix, reach) => {
	const pieces = [];
	for (let line = lineBefore(source, from); line !== void 0 && from - line.start < reach;) {
		const piece = pieceOf(line, prefix);
		if (piece === void 0) {
			const opening = openingPiece(line, prefix);
			if (opening !== void 0) pieces.push(opening);
			break;
		}
		pieces.push(piece);
		line = lineBefore(source, line.start);
	}
	return pieces.reverse();
};
const piecesBelow = (source, anchor, prefix, reach) => {
	const pieces = [];
	for (let line = lineAfter(source, anchor); line !== void 0 && line.start - anchor.start < reach;) {
		const piece = pieceOf(line, prefix);
		if (piece === void 0) break;
		pieces.push(piece);
		line = lineAfter(source, line);
	}
	return pieces;
};
/** Cuts the lines around a key out of a text: all above and below that stand in the same block, dedented. */
const cutBlock = (source, keyAt, reach = defaultReach) => {
	const start = source.text.lastIndexOf("\n", keyAt - 1) + 1;
	const anchor = lineFrom(source.text, keyAt === 0 ? 0 : start);
	const opened = source.text.slice(anchor.start, keyAt);
	const prefix = /^[ \t]*- $/.test(opened) ? " ".repeat(opened.length) : opened;
	const own = {
		text: anchor.text.slice(opened.length),
		from: keyAt
	};
	const lines = [
		...piecesAbove(source.text, anchor.start, prefix, reach),
		own,
		...piecesBelow(source.text, anchor, prefix, reach)
	];
	const pieces = lines.flatMap((piece) => [...withoutTabs(piece), {
		text: "\n",
		from: piece.from + piece.text.length
	}]);
	const last = lines.at(-1);
	return {
		text: joinPieces(source, pieces),
		start: lines[0].from,
		end: last.from + last.text.length
	};
};
// src/documents/kubernetes/manifests.ts
/** More manifests, or larger, are no longer a file that somebody wrote. */
const maxManifests = 500;
const reach = 262144;
const maxWork$2 = 8 << 20;
/** What a template engine fills in becomes a mask, so that the rest of the line is YAML. */
const masked = (block) => ({
	...block,
	text: block.text.replaceAll(/\{\{[^\n]{0,2000}?\}\}/g, (slot) => "x".repeat(slot.length))
});
/** The words that name one of the kinds, up to the end of their line. */
const kindWords = (kinds) => new RegExp(`kind:[ \\t]{0,8}["']?(?:${kinds})["']?[ \\t]{0,80}(?:#[^\\n]*)?\\r?$`, "my");
/** What may stand before a key: indentation, and what marks a list, a patch, a quotation or a comment. */
const prefixShape = /^[ \t>#*+|/-]{0,80}$/;
/** How far around a key most manifests reach; the others are cut out of more. */
const firstReach = 8192;
/** A stretch of a content around a place, whole lines of it where lines are shorter than the stretch. */
const textAround = (content, place, far) => {
	const from = Math.max(0, place - far);
	const to = Math.min(content.length, place + far);
	const text = content.toString("latin1", from, to);
	const first = from === 0 ? 0 : text.indexOf("\n") + 1;
	const cut = from + first < place ? first : 0;
	return {
		text: text.slice(cut),
		at: (index) => from + cut + index
	};
};
/** Longer lines name no kind. */
const maxLine = 400;
/** What stands before the words at a place, where they are a key that names the kind. */
const prefixAt = (content, place, kind) => {
	const before = content.toString("latin1", Math.max(0, place - maxLine), place);
	const prefix = before.slice(before.lastIndexOf("\n") + 1);
	if (!prefixShape.test(prefix)) return void 0;
	kind.lastIndex = 0;
	const after = content.toString("latin1", place, place + maxLine);
	return kind.test(after) ? prefix : void 0;
};
/** The block around a key, cut out of as little text as holds it; where it ends in the content. */
const blockAt = (content, place) => {
	for (let far = firstReach;; far *= 8) {
		const source = textAround(content, place, far);
		const first = source.at(0);
		const { text, start, end } = cutBlock(source, place - first, reach);
		if ((first === 0 || start > 0) && (first + source.text.length === content.length || end < source.text.length) || far > reach) return {
			text,
			end: first + end
		};
	}
};
/** The manifests in YAML whose kind a pattern of `kindWords` finds at a place; only those that are worth it are parsed. */
const yamlManifests = (content, places, kind, isWorth = () => true, budget = newBudget()) => {
	const trees = [];
	const ends = /* @__PURE__ */ new Map();
	let work = 0;
	for (const place of places) {
		if (trees.length >= maxManifests || work > maxWork$2) break;
		const prefix = prefixAt(content, place, kind);
		if (prefix === void 0 || place < (ends.get(prefix) ?? 0)) continue;
		const { text, end } = blockAt(content, place);
		work += text.text.length + 64;
		ends.set(prefix, end);
		const filled = masked(text);
		const tree = isWorth(filled) ? parseWithin(budget, filled) : void 0;
		if (tree !== void 0) trees.push(tree);
	}
	return trees;
};
// src/documents/kubernetes/cluster-files.ts
const encryptionCheck = {
	id: "secrets/kubernetes-encryption-key",
	provider: "kubernetes",
	title: "Key that encrypts a cluster's Secrets at rest",
	severity: "critical",
	opens: "Decrypts every Secret in a copy or backup of etcd.",
	remediation: "Add a new key as the first, restart the API servers, rewrite all Secrets (`kubectl get secrets -A -o json | kubectl replace -f -`), then remove this one; a KMS provider keeps no key in the file."
};
/** The same check as the rule of patterns/kubernetes.yaml. */
const certificateKeyCheck = {
	id: "secrets/kubernetes-certificate-key",
	provider: "kubernetes",
	title: "kubeadm certificate key",
	severity: "high",
	opens: "Decrypts the control plane’s certificates and keys that kubeadm uploaded to the cluster, for two hours.",
	remediation: "Delete the Secret kubeadm-certs in kube-system, or let it expire, and keep the key out of the repository."
};
const members = (tree, node) => new Map(pairsOf(tree, node));
const ciphers = [
	"aescbc",
	"aesgcm",
	"secretbox"
];
const keySizes = [
	16,
	24,
	32
];
const keyMatch = (secret, keyPath, cipher, name) => {
	const base64 = secret.value.replaceAll(/\s+/g, "");
	if (isSilent$1(base64) || !/^[A-Za-z0-9+/]{20,64}={0,2}$/.test(base64)) return void 0;
	const bytes = Buffer.from(base64, "base64");
	if (!keySizes.includes(bytes.length)) return void 0;
	const words = /^[\x20-\x7e]+$/.test(bytes.toString("latin1"));
	return matchOf(encryptionCheck, secret, {
		keyPath,
		cipher,
		keyName: name,
		bits: bytes.length * 8
	}, words && isPlaceholder(bytes.toString("latin1")) ? {
		severity: "info",
		detail: "It decodes to words that documentation uses."
	} : words ? {
		severity: "low",
		detail: "It decodes to text: chosen by a person, or an example."
	} : { proof: "structural" });
};
const encryptionKeys = (tree) => itemsOf(tree, members(tree, tree.root).get("resources")).flatMap((resource, r) => itemsOf(tree, members(tree, resource).get("providers")).flatMap((provider, p) => {
	const kinds = members(tree, provider);
	return ciphers.flatMap((cipher) => itemsOf(tree, members(tree, kinds.get(cipher)).get("keys")).flatMap((key, k) => {
		const fields = members(tree, key);
		const secret = scalarOf(tree, fields.get("secret"));
		const path = `resources[${r}].providers[${p}].${cipher}.keys[${k}].secret`;
		return secret === void 0 ? [] : present([keyMatch(secret, path, cipher, scalarOf(tree, fields.get("name"))?.value)]);
	}));
}));
const encryptionKind = kindWords("EncryptionConfig(?:uration)?");
/** Configuration of encryption at rest (kubernetes.io/docs/tasks/administer-cluster/encrypt-data). */
const encryptionConfigurationParser = {
	anchors: ["kind: EncryptionConfig"],
	parse: (content, at) => yamlManifests(content, at, encryptionKind).flatMap(encryptionKeys)
};
const tokenMatch = (token, keyPath) => {
	if (token === void 0 || !/^[a-z0-9]{6}\.[a-z0-9]{16}$/.test(token.value) || isPlaceholder(token.value)) return void 0;
	return matchOf(bootstrapCheck, token, {
		keyPath,
		tokenId: token.value.slice(0, 6)
	}, { proof: "structural" });
};
const certificateKey = (key, keyPath) => key === void 0 || !/^[0-9a-f]{64}$/.test(key.value) || isPlaceholder(key.value) ? void 0 : matchOf(certificateKeyCheck, key, { keyPath }, { proof: "structural" });
/** Where kubeadm's configuration holds tokens and keys (kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4). */
const kubeadmCredentials = (tree) => {
	const root = members(tree, tree.root);
	const discovery = members(tree, root.get("discovery"));
	const scalar = (node) => scalarOf(tree, node);
	const controlPlane = members(tree, root.get("controlPlane"));
	return present([
		...itemsOf(tree, root.get("bootstrapTokens")).map((token, i) => tokenMatch(scalar(members(tree, token).get("token")), `bootstrapTokens[${i}].token`)),
		tokenMatch(scalar(members(tree, discovery.get("bootstrapToken")).get("token")), "discovery.bootstrapToken.token"),
		tokenMatch(scalar(discovery.get("tlsBootstrapToken")), "discovery.tlsBootstrapToken"),
		...[
			"token",
			"discoveryToken",
			"tlsBootstrapToken"
		].map((name) => tokenMatch(scalar(root.get(name)), name)),
		certificateKey(scalar(root.get("certificateKey")), "certificateKey"),
		certificateKey(scalar(controlPlane.get("certificateKey")), "controlPlane.certificateKey")
	]);
};
const kubeadmKind = kindWords("(?:Init|Join|Master|Node|Cluster)Configuration");
const mayHold = ({ text }) => /token|certificateKey/i.test(text);
/** Configuration of kubeadm. */
const kubeadmParser = {
	anchors: [
		"kind: InitConfiguration",
		"kind: JoinConfiguration",
		"kind: MasterConfiguration",
		"kind: NodeConfiguration"
	],
	parse: (content, at) => yamlManifests(content, at, kubeadmKind, mayHold).flatMap(kubeadmCredentials)
};
// src/documents/decoded.ts
/** Longer values hold whole files; what is in those their own rules find behind the base64. */
const longest$1 = 1 << 20;
const isSpace = (byte) => byte <= 32;
/** Where each character of base64 stands in the content, line ends and indentation left out. */
const placesIn = (content, { start, end }) => {
	const places = [];
	for (let at = start; at < end; at++) if (!isSpace(content[at])) places.push(at);
	return places;
};
/** What base64 says, with the way back to its characters; undefined where it is no base64 of text. */
const decodedText = (content, scalar) => {
	const base64 = scalar.value.replaceAll(/\s+/g, "");
	if (base64.length > longest$1 || base64.length % 4 === 1) return void 0;
	if (decodePrintable(base64) === void 0) return void 0;
	const places = placesIn(content, scalar);
	const exact = places.length === base64.length;
	return {
		text: Buffer.from(base64, "base64").toString("latin1"),
		at: (index) => {
			const character = Math.floor(index / 3) * 4 + index % 3;
			return exact ? places[Math.min(character, places.length - 1)] ?? scalar.start : scalar.start;
		}
	};
};
/** A stretch of a decoded text, placed at the characters that encode it. */
const scalarIn = (text, start, end) => {
	const from = text.at(start);
	return {
		value: text.text.slice(start, end),
		start: from,
		end: Math.max(from + 1, text.at(end - 1) + 2)
	};
};
// src/documents/kubernetes/secret-value.ts
const secretCheck = {
	id: "secrets/kubernetes-secret",
	provider: "kubernetes",
	title: "Value of a Kubernetes Secret",
	severity: "high",
	opens: "Gives whoever reads the manifest what the Secret was to keep: base64 is no encryption.",
	remediation: "Change the value where it is used, and keep it out of the manifest: seal it (SealedSecret, SOPS) or let the cluster fetch it (External Secrets)."
};
const plain$1 = (scalar) => ({
	text: {
		text: scalar.value,
		at: (index) => Math.min(scalar.start + index, scalar.end)
	},
	whole: scalar,
	encoded: false
});
const readingOf = (content, entry) => {
	const { scalar, encoded } = entry;
	if (isSilent$1(scalar.value)) return void 0;
	if (!encoded) return plain$1(scalar);
	const text = decodedText(content, scalar);
	return text === void 0 ? void 0 : {
		text,
		whole: {
			...scalar,
			value: text.text.trim()
		},
		encoded: true
	};
};
/** As random as a key of sixteen characters, and more than names are. */
const isRandom = (value) => value.length >= 12 && /\d/.test(value) && randomness(value) >= Math.max(14, .75 * value.length);
const keyWeight = (value) => {
	if (isPlaceholder(value)) return void 0;
	const worth = worthOf(value);
	if (worth === "template" || worth === "filler") return void 0;
	return worth === "strong" ? { proof: "structural" } : { severity: "medium" };
};
/** What a value of one line is worth by its key. */
const judged$1 = (key, scalar, place) => {
	const kind = kindOfName(key);
	const { user, host, ...rest } = place;
	if (kind === "harmless") return void 0;
	if (kind === "password") return passwordMatch(secretCheck, scalar, place);
	if (kind === "other" && (isHarmless(scalar.value) || !isRandom(scalar.value))) return void 0;
	const weight = keyWeight(scalar.value);
	return weight && matchOf(secretCheck, scalar, rest, kind === "other" ? { severity: "medium" } : weight);
};
const privateKey = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[A-Za-z0-9+/=\s]{40}/;
/** Lines of a file within a value that give a name a value: .env, properties, INI, YAML. */
const assignment = /^[ \t]{0,40}(?:export )?["']?([A-Za-z][\w.-]{0,60})["']?[ \t]{0,4}[:=][ \t]{0,4}["']?([^\s"'#,]{4,256})["']?,?[ \t]*\r?$/gm;
const maxAssignments = 300;
const insideFile = (text, place) => {
	const found = [];
	for (const line of text.text.matchAll(assignment)) {
		if (found.length >= maxAssignments) break;
		const [whole, key, value] = line;
		if (kindOfName(key) === "other") continue;
		const start = line.index + whole.lastIndexOf(value);
		found.push(judged$1(key, scalarIn(text, start, start + value.length), {
			...place,
			name: key
		}));
	}
	return present(found);
};
const ofText = ({ text, whole, encoded }, key, place) => {
	if (privateKey.test(text.text)) return [matchOf(secretCheck, whole, place, {
		severity: "critical",
		proof: "structural"
	})];
	if (!/[\r\n]/.test(whole.value)) return present([judged$1(key, whole, place)]);
	return encoded ? insideFile(text, place) : [];
};
const placeOf = (secret, entry, encoded) => ({
	namespace: secret.namespace,
	secretName: secret.name,
	secretType: secret.type,
	keyPath: entry.path,
	...encoded ? { encoding: "base64" } : {}
});
const textOfEntry = (content, secret, ...keys) => {
	const entry = secret.entries.find(({ key }) => keys.includes(key.toLowerCase()));
	return entry && readingOf(content, entry)?.text.text.trim();
};
const entryMatches = (content, secret, entry, sign) => {
	const reading = readingOf(content, entry);
	if (reading === void 0) return [];
	const place = placeOf(secret, entry, reading.encoded);
	if (entry.key === ".dockerconfigjson" || entry.key === "config.json") {
		const found = dockerCredentials(reading.text, place, entry.path);
		if (found.length > 0) return found;
	}
	if (entry.key === ".dockercfg") return legacyDockerCredentials(reading.text, place, entry.path);
	return ofText(reading, entry.key, {
		...place,
		...sign
	});
};
/** One match for each credential of a Secret. */
const secretMatches = (content, secret) => {
	const bootstrap = bootstrapToken(secret, (key) => {
		const entry = secret.entries.find((one) => one.key === key);
		const reading = entry && readingOf(content, entry);
		return entry && reading && {
			scalar: reading.whole,
			path: entry.path
		};
	});
	if (bootstrap !== void 0) return bootstrap;
	const sign = {
		user: textOfEntry(content, secret, "username", "user", "login", "db_user", "db-user"),
		host: textOfEntry(content, secret, "host", "hostname", "server", "db_host", "db-host")
	};
	return secret.entries.flatMap((entry) => entryMatches(content, secret, entry, sign));
};
// src/documents/kubernetes/secret-parser.ts
const fields = ["data", "stringData"];
/** Keys of one Secret; more are nobody's. */
const maxEntries$1 = 1e3;
const yamlEntries = (tree, parts) => fields.flatMap((field) => pairsOf(tree, parts.get(field)).slice(0, maxEntries$1).flatMap(([key, node]) => {
	const scalar = scalarOf(tree, node);
	return scalar === void 0 ? [] : [{
		key,
		scalar,
		path: below(field, key),
		encoded: field === "data"
	}];
}));
const yamlSecret = (tree) => {
	const parts = new Map(pairsOf(tree, tree.root));
	const metadata = new Map(pairsOf(tree, parts.get("metadata")));
	const text = (node) => {
		const value = scalarOf(tree, node)?.value;
		return value === void 0 || isTemplate(value) ? void 0 : value;
	};
	return {
		name: text(metadata.get("name")),
		namespace: text(metadata.get("namespace")),
		type: text(parts.get("type")),
		entries: yamlEntries(tree, parts)
	};
};
const yamlKind = kindWords("Secret");
const mapKey = /^["']?(?:data|stringData)["']?:/;
const ownValue = /:[ \t]+(?!["']?x{4}|["']{2}\s*$)[^\s#]|^[ \t]+(?!x{4})[^\s#:]+\s*$/;
/** Whether a map of the Secret has a value that is not all template: most Secrets of charts have none and need no parser. */
const hasValues = ({ text }) => {
	let within = false;
	for (const line of text.split("\n")) {
		if (mapKey.test(line)) within = true;
		else if (/^[^\s#]/.test(line)) within = false;
		if (within && ownValue.test(line)) return true;
	}
	return false;
};
const jsonSecret = (node, path) => {
	const metadata = memberOf(node, "metadata");
	const entries = fields.flatMap((field) => {
		const map = memberOf(node, field);
		if (map?.kind !== "object") return [];
		return map.entries.slice(0, maxEntries$1).flatMap(({ key, node: value }) => {
			if (value.kind !== "string") return [];
			return [{
				key,
				scalar: value,
				path: below(below(path, field), key),
				encoded: field === "data"
			}];
		});
	});
	return {
		name: textOf$1(metadata, "name"),
		namespace: textOf$1(metadata, "namespace"),
		type: textOf$1(node, "type"),
		entries
	};
};
const secretsWithin = (root) => {
	const secrets = [];
	for (const { node, path } of walkJson(root)) if (node.kind === "object" && textOf$1(node, "kind") === "Secret") secrets.push(jsonSecret(node, path));
	return secrets;
};
const jsonKind = /"kind"\s{0,8}:\s{0,8}"Secret"/g;
const jsonSecrets = (content) => jsonAround(wholeText(content), jsonKind).flatMap(secretsWithin);
const quotationMark = 34;
const parse$4 = (content, at) => {
	const isJson = at.some((place) => content[place] === quotationMark);
	return [...yamlManifests(content, at, yamlKind, hasValues).map(yamlSecret), ...isJson ? jsonSecrets(content) : []].flatMap((secret) => secretMatches(content, secret));
};
/** Secrets of Kubernetes in YAML and JSON, in lists, templates of Helm, annotations, heredocs. */
const kubernetesSecretParser = {
	anchors: [
		"kind: Secret",
		"kind: \"Secret\"",
		"kind: 'Secret'",
		"\"kind\": \"Secret\"",
		"\"kind\":\"Secret\""
	],
	parse: parse$4
};
// src/documents/named-maps.ts
const remediation = "Change it where it is used, and read it from the environment or a secret store; removing it from the file is not enough.";
const mapChecks = {
	password: {
		id: "secrets/generic-password-in-map",
		provider: "generic",
		title: "Password in a map or list of passwords",
		severity: "medium",
		opens: "Lets whoever reads the repository log in where the password is used.",
		remediation
	},
	key: {
		id: "secrets/generic-key-in-map",
		provider: "generic",
		title: "Key or token in a map or list of them",
		severity: "medium",
		opens: "Lets whoever reads the repository call the service as its owner.",
		remediation
	}
};
const passwordNames = ["passwords"];
const keyNames = [
	"secrets",
	"api_keys",
	"apiKeys",
	"auth_tokens",
	"access_tokens",
	"api_tokens"
];
const joints = [
	...Array.from({ length: 8 }, (_, spaces) => `${" ".repeat(spaces + 1)}= `),
	"=",
	" => ",
	": ",
	"\": ",
	"\" : ",
	"' => "
];
const anchors$1 = [...passwordNames, ...keyNames].flatMap((name) => joints.flatMap((joint) => [`${name}${joint}{`, `${name}${joint}[`]));
const opening = /([\w.-]{0,60}(?:passwords|secrets|api_keys|apiKeys|(?:auth|access|api)_tokens))["']?\s{0,9}(?:=>?|:)\s?([{[])/y;
const longestName = 60;
const mostEntries = 200;
const mostMaps = 1e3;
/** What an entry may be: a name and its value, or a value alone, with comments between. */
const entry = /(?:[\s,]|(?:#|\/\/)[^\n]{0,300}\n){0,400}(?:["']?([\w.@/ -]{1,80}?)["']?\s{0,20}(?:=>?|:)\s{0,20})?"([^"\\\r\n]{0,300})"(?=\s*[,}\]#/\n])/y;
/** Entries up to the first that is no text in quotes: a map of maps names its values itself. */
const entriesAt = (text, from) => {
	const entries = [];
	entry.lastIndex = from;
	while (entries.length < mostEntries) {
		const found = entry.exec(text);
		if (found === null) break;
		const [whole, name, value = ""] = found;
		entries.push({
			name,
			value,
			start: found.index + whole.length - value.length - 1
		});
	}
	return entries;
};
/** What says itself what it is needs no map for that. */
const saysWhatItIs = (name) => nameStrength(name, "password") === "strong" || nameStrength(name, "key") === "strong";
const matchFor = (map, isPassword, { name, value, start }) => {
	if (isSilent$1(value) || isPlaceholder(value) || name !== void 0 && saysWhatItIs(name)) return void 0;
	if (!(isPassword ? passwordSeverity(value, true) === "medium" && !isHarmlessPassword(value, true) : isRandomKey(value) && !isHarmless(value))) return void 0;
	const keyPath = name === void 0 ? map : `${map}.${name}`;
	const check = isPassword ? mapChecks.password : mapChecks.key;
	const scalar = {
		value,
		start,
		end: start + value.length
	};
	return matchOf(check, scalar, { keyPath }, {
		proof: "generic",
		rank: ranks.generic
	});
};
const mapAt = (text, at) => {
	let start = at;
	while (start > 0 && at - start < longestName && /[\w.-]/.test(text[start - 1])) start--;
	opening.lastIndex = start;
	const found = opening.exec(text);
	if (found === null) return [];
	const name = found[1];
	if (/public|hash|encrypt|sealed|external|i18n/i.test(name)) return [];
	return present(entriesAt(text, opening.lastIndex).map((each) => matchFor(name, /passwords$/.test(name), each)));
};
/** `db_passwords = { staging = "…", live = "…" }`: entries are called by what they open, and the map says what they are. */
const namedMapsParser = {
	anchors: anchors$1,
	parse: (content, at) => {
		const { text } = wholeText(content);
		return at.slice(0, mostMaps).flatMap((anchor) => mapAt(text, anchor));
	}
};
// src/documents/terraform-state.ts
const stateCheck = {
	id: "secrets/terraform-state",
	provider: "terraform",
	title: "Sensitive value in a Terraform state",
	severity: "high",
	opens: "Opens the resource that the state describes: Terraform keeps values in it as they are.",
	remediation: "Rotate the value at its resource, keep state in an encrypted backend with access control, and take the file out of the repository."
};
/** Values of one state; a larger state is reported by its first ones. */
const maxValues = 2e3;
/** The last attribute of each path that the provider's schema calls sensitive (state format 4). */
const sensitiveNames = (instance) => {
	const names = /* @__PURE__ */ new Set();
	const paths = memberOf(instance, "sensitive_attributes");
	for (const { node } of walkJson(paths)) {
		const value = textOf$1(node, "type") === "get_attr" ? textOf$1(node, "value") : void 0;
		if (value !== void 0) names.add(value);
	}
	return names;
};
const lastName = (path) => /([\w%-]+)(?:\[\d+\])*$/.exec(path.replace(/"\]$/, ""))?.[1] ?? "";
const isPem = (value) => /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/.test(value);
const weightOf = (value, flagged) => {
	if (isPem(value)) return {
		severity: "critical",
		proof: "structural"
	};
	const worth = worthOf(value);
	if (value.includes("\n") || value.length > 4096 || worth === "template" || worth === "filler") return void 0;
	if (isPlaceholder(value) || isHarmless(value) && !flagged) return void 0;
	return worth === "strong" ? { proof: "structural" } : { severity: "medium" };
};
const judged = (scalar, name, flagged, place) => {
	if (isSilent$1(scalar.value)) return void 0;
	const kind = kindOfName(name);
	if (kind === "password") return passwordMatch(stateCheck, scalar, place);
	if (kind !== "key" && !flagged && !(name === "private_key_pem" || name === "secret")) return void 0;
	const { user, host, ...rest } = place;
	const weight = weightOf(scalar.value, flagged);
	return weight && matchOf(stateCheck, scalar, rest, weight);
};
const attributesOf = (attributes, path, sensitive, place) => {
	const found = [];
	const sign = {
		user: textOf$1(attributes, "username", "user", "administrator_login", "master_username"),
		host: textOf$1(attributes, "address", "endpoint", "host", "fqdn"),
		accessKeyId: textOf$1(attributes, "ses_smtp_password_v4") === void 0 ? void 0 : textOf$1(attributes, "id")
	};
	for (const { node, path: inner } of walkJson(attributes)) {
		if (node.kind !== "string" || node.value.length < 4) continue;
		const name = lastName(inner);
		const flagged = sensitive.has(name);
		found.push(judged(node, name, flagged, {
			...place,
			...sign,
			keyPath: `${path}.${inner}`,
			...flagged ? { sensitive: true } : {}
		}));
	}
	return present(found);
};
const addressOf = (resource) => [
	textOf$1(resource, "module"),
	textOf$1(resource, "type"),
	textOf$1(resource, "name")
].filter(Boolean).join(".");
/** What `terraform show -json` says of the attributes that are sensitive. */
const shownSensitive = (resource) => {
	const names = /* @__PURE__ */ new Set();
	for (const { node, path } of walkJson(memberOf(resource, "sensitive_values"))) if (node.kind === "literal" && node.value === "true") names.add(lastName(path));
	return names;
};
const resourceMatches = (resource, path) => {
	const place = { resource: addressOf(resource) };
	const instances = memberOf(resource, "instances");
	if (instances?.kind === "array") return instances.items.flatMap((instance, i) => attributesOf(memberOf(instance, "attributes"), below(`${path}.instances[${i}]`, "attributes"), sensitiveNames(instance), place));
	const shown = memberOf(resource, "values");
	if (shown !== void 0) return attributesOf(shown, `${path}.values`, shownSensitive(resource), place);
	const primary = memberOf(memberOf(resource, "primary"), "attributes");
	return attributesOf(primary, `${path}.primary.attributes`, /* @__PURE__ */ new Set(), place);
};
const outputMatch = (output, name, path) => {
	const value = memberOf(output, "value");
	const sensitive = memberOf(output, "sensitive");
	const flagged = sensitive?.kind === "literal" && sensitive.value === "true";
	if (value?.kind !== "string") return void 0;
	return judged(value, name, flagged, {
		keyPath: `${path}.value`,
		...flagged ? { sensitive: true } : {}
	});
};
/** Where resources stand: in formats 3 and 4, and in what `terraform show -json` prints. */
const resourcePath = /^(?:modules\[\d+\]\.|(?:values\.)?root_module\.(?:child_modules\[\d+\]\.)*)?resources(?:\[\d+\]|\.[\w$-]+|\["[^"]{0,200}"\])$/;
const outputPath = /^(?:modules\[\d+\]\.|values\.)?outputs(?:\.[\w$-]+|\["[^"]{0,200}"\])$/;
const stateMatches = (root) => {
	const matches = [];
	for (const { node, path } of walkJson(root)) {
		if (matches.length > maxValues) break;
		if (outputPath.test(path)) {
			const found = outputMatch(node, lastName(path), path);
			if (found !== void 0) matches.push(found);
		} else if (resourcePath.test(path)) matches.push(...resourceMatches(node, path));
	}
	return matches;
};
const mark = /"terraform_version"/g;
/** States of Terraform and OpenTofu, formats 3 and 4. */
const terraformStateParser = {
	anchors: ["\"terraform_version\""],
	parse: (content) => jsonAround(wholeText(content), mark).flatMap(stateMatches)
};
// src/documents/whole-file-checks.ts
const check = (id, provider, title, severity, opens, remediation) => ({
	id: `secrets/${id}`,
	provider,
	title,
	severity,
	opens,
	remediation
});
const offline = "Change the password wherever it is used, and keep the file out of the repository.";
/** Files that are nothing but a key, or a list of them. */
const wholeFileChecks = {
	rails: check("rails-key-file", "rails", "Rails key file", "critical", "Decrypts the application's credentials (`config/credentials.yml.enc`), which are in the repository by design.", "Make a new key, encrypt the credentials with it, and rotate all that they hold."),
	jenkins: check("jenkins-master-key", "jenkins", "Master key of Jenkins", "critical", "Decrypts every credential of the Jenkins, with `hudson.util.Secret` beside it.", "Keep Jenkins' home out of the repository, and replace every credential that it held."),
	jenkinsAdmin: check("jenkins-initial-admin-password", "jenkins", "Password of Jenkins' first administrator", "high", "Signs in to the Jenkins as `admin` until its set-up is finished, and after it where nobody changed the password.", "Finish the set-up, change the administrator's password, and keep Jenkins' home out of the repository."),
	vault: check("hashicorp-vault-token-file", "hashicorp", "Vault token in a file of its own", "critical", "Reads the secrets that its policies allow; a root token reads all.", "Revoke it (`vault token revoke`), and keep the file out of the repository."),
	password: check("password-file", "generic", "Password in a file of its own", "high", "Opens what the file is for: an Ansible vault, a server, a service of a compose file.", offline),
	vpn: check("openvpn-auth-file", "openvpn", "User and password of an OpenVPN client", "high", "Joins the network behind the server.", offline),
	users: check("password-list", "generic", "Password in a server's list of users", "high", "Signs in to the server as the user beside it.", offline),
	apiUsers: check("kubernetes-static-user", "kubernetes", "Static token or password of the Kubernetes API server", "high", "Acts in the cluster as the user and groups of its line; it never expires.", "Remove the line, restart the API server, and move to a kind of authentication whose credentials expire."),
	mylogin: check("mysql-login-path", "mysql", "Login path file of MySQL", "high", "Signs in to the database servers that it names; the key that disguises it stands in the file itself.", "Change the passwords at the servers, and keep the file out of the repository."),
	keytab: check("kerberos-keytab", "kerberos", "Kerberos keytab", "high", "Signs in as its principals, with their long-term keys.", "Change the keys of the principals, which makes the file worthless, and keep it out of the repository."),
	dbeaver: check("dbeaver-credentials", "dbeaver", "Saved logins of DBeaver", "high", "Signs in to the databases that it names; everybody has the key that DBeaver encrypts it with.", "Change the passwords at the servers, and keep DBeaver's workspace out of the repository.")
};
// src/documents/wildfly-users.ts
const wildflyCheck = {
	id: "secrets/wildfly-user",
	provider: "wildfly",
	title: "Digest of a WildFly or JBoss user's password",
	severity: "high",
	opens: "Signs in to the server as the user: digest authentication asks for nothing but this digest, and who guesses offline has the password too.",
	remediation: "Change the user's password (`add-user.sh`), and keep the server's list of users out of the repository."
};
const maxUsers = 1e3;
/** `user=HEX(MD5(user:realm:password))` (docs.wildfly.org, Admin Guide, Authentication with properties files). */
const user = /^(?<user>[^\s=#!:]{1,64})=(?<secret>[0-9a-f]{32})[ \t]{0,8}\r?$/gm;
const realm = /\$REALM_NAME=([\w. -]{1,64})\$/;
const parse$3 = (content) => {
	const { text } = wholeText(content);
	const place = { realm: realm.exec(text)?.[1] };
	const matches = [];
	for (const found of text.matchAll(user)) {
		if (matches.length === maxUsers) break;
		const { user: name, secret } = found.groups;
		const start = found.index + name.length + 1;
		matches.push(matchOf(wildflyCheck, {
			value: secret,
			start,
			end: start + 32
		}, {
			user: name,
			...place
		}, { proof: "structural" }));
	}
	return matches;
};
/** `mgmt-users.properties` and `application-users.properties`, as the server's own tool writes them. */
const wildflyParser = {
	anchors: ["$REALM_NAME="],
	parse: parse$3
};
// src/documents/whole-file.ts
/** The path is asked when overlapping matches are joined already, so that this one gives way to all that know more. */
const at = (match, paths) => match && {
	...match,
	rank: ranks.place,
	onlyAt: paths
};
/** One line, with or without its end. */
const only = /^([^\s]{6,300})\r?\n?$/;
const vaultPaths = "(?:^|/)\\.?(?:[\\w-]{0,20}[-_.])?vault[-_.]?pass(?:wd|word|phrase)?(?:[-_.]?file)?(?:\\.txt)?$";
const secretPaths = "(?:^|/)\\.?secrets?/[\\w.-]{0,40}(?:pass(?:word|wd|phrase)?|pwd|secret|token)(?:\\.txt)?$";
const railsPaths = "(?:^|/)config/(?:master|credentials|secrets\\.yml|credentials/[\\w.-]{1,40})\\.key$";
/** What installers draw as 32 hexadecimal digits; Jenkins' asks for its own until the first user is made (jenkins.io, Installing Jenkins). */
const sixteenBytes = (scalar) => [
	at(keyMatch$1(wholeFileChecks.rails, scalar, {}), railsPaths),
	at(keyMatch$1(wholeFileChecks.jenkinsAdmin, scalar, { user: "admin" }), "(?:^|/)initialAdminPassword$"),
	at(keyMatch$1(wholeFileChecks.password, scalar, {}), `${vaultPaths}|${secretPaths}`)
];
const singleLine = (value) => {
	const scalar = {
		value,
		start: 0,
		end: value.length
	};
	if (/^[0-9a-f]{256}$/.test(value)) return at(matchOf(wholeFileChecks.jenkins, scalar, {}, { proof: "structural" }), "(?:^|/)secrets/master\\.key$");
	if (/^s\.[A-Za-z0-9]{24}$/.test(value)) return at(keyMatch$1(wholeFileChecks.vault, scalar, {}), "(?:^|/)[\\w.-]{0,30}vault[\\w.-]{0,20}token[\\w.-]{0,10}$");
	if (passwordSeverity(value, true) !== "medium" || /^[\d.]+$|[:/]/.test(value)) return void 0;
	return at(passwordMatch(wholeFileChecks.password, scalar, {}), `${vaultPaths}|${secretPaths}`);
};
const lineForms = [
	{
		check: wholeFileChecks.apiUsers,
		line: /^(?<secret>[^\s,"]{6,200}), ?"?(?<user>[\w.@:-]{1,100})"?, ?"?[\w.:-]{1,64}"?(?:, ?"[^"]{0,300}"|, ?[\w:.-]{1,60})?$/d,
		paths: "(?:^|/)[\\w.-]{0,30}(?:basic[-_]?auth|tokens?|static[-_]?\\w{0,8}|known[-_]\\w{1,10}|users)\\.csv$"
	},
	{
		check: wholeFileChecks.users,
		line: /^(?<user>[\w.@*-]{1,64}):(?:[\w.@-]{1,64}:)?(?<secret>[^\s:]{6,128})$/d,
		paths: "(?:^|/)(?:rsyncd?\\.secrets|passwd\\.client|\\.?htpasswd[\\w.-]{0,20}|[\\w.-]{1,30}\\.htpasswd)$"
	},
	{
		check: wholeFileChecks.users,
		line: /^"?(?<user>[\w.@\\-]{1,64})"?[ \t]+"?[\w.*-]{1,64}"?[ \t]+"?(?<secret>[^\s"]{6,128})"?(?:[ \t]+[\w.*:/-]{1,64})?$/d,
		paths: "(?:^|/)(?:chap|pap)-secrets(?:\\.\\w{1,8})?$"
	},
	{
		check: wholeFileChecks.users,
		line: /^https?:\/\/[^\s]{3,200} (?<user>[\w.@-]{1,64}) "?(?<secret>[^\s"]{6,128})"?$/d,
		paths: "(?:^|/)\\.?davfs2?/secrets$"
	},
	{
		check: wildflyCheck,
		line: /^(?<user>[\w.@-]{1,64})=(?<secret>[0-9a-f]{32})$/d,
		paths: "(?:^|/)(?:mgmt|application)-users\\.properties$"
	}
];
const linesOf = (text) => {
	let start = 0;
	return text.split("\n").flatMap((written) => {
		const here = start;
		start += written.length + 1;
		const line = written.replace(/\r$/, "");
		return /^\s*(?:#|$)/.test(line) ? [] : [{
			line,
			start: here
		}];
	});
};
/** The first line that says something: of most contents it has none of the forms, and no other line is looked at. */
const firstLine = /^(?:[ \t]*(?:#[^\n]*)?\r?\n){0,200}([^\r\n]+)/;
const listed = (text) => {
	const first = firstLine.exec(text)?.[1] ?? "";
	const possible = lineForms.filter(({ line }) => line.test(first));
	if (possible.length === 0) return [];
	const lines = linesOf(text);
	const form = possible.find(({ line: wanted }) => lines.every(({ line }) => wanted.test(line)));
	if (form === void 0) return [];
	return present(lines.map(({ line, start }) => {
		const found = form.line.exec(line);
		const [from = 0, to = 0] = found?.indices?.groups?.["secret"] ?? [];
		const scalar = {
			value: line.slice(from, to),
			start: start + from,
			end: start + to
		};
		return at(passwordMatch(form.check, scalar, { user: found?.groups?.["user"] }), form.paths);
	}));
};
/** A user on the first line, the password on the second (openvpn.net, reference manual, `--auth-user-pass`). */
const vpnLogin = (text) => {
	const found = /^(?<user>[\w.@-]{2,64})\r?\n(?<secret>[^\s]{6,128})\r?\n?$/d.exec(text);
	const [start, end] = found?.indices?.groups?.["secret"] ?? [];
	if (found === null || start === void 0 || end === void 0) return void 0;
	const scalar = {
		value: found.groups["secret"],
		start,
		end
	};
	return at(passwordMatch(wholeFileChecks.vpn, scalar, { user: found.groups["user"] }), "vpn[^/]{0,40}/(?:[^/]{1,40}/)?[\\w.-]{0,30}(?:auth|pass|login|cred|user)[\\w.-]{0,20}$|(?:^|/)auth-user-pass[\\w.-]{0,10}$");
};
const container = (check, content, paths) => {
	const value = createHash("sha256").update(content).digest("hex");
	const match = matchOf(check, {
		value,
		start: 0,
		end: Math.min(8, content.length)
	}, {}, { proof: "structural" });
	return paths === void 0 ? match : {
		...match,
		onlyAt: paths
	};
};
/** Four unused bytes, a key of twenty, then each line with its length before it (mysys_ssl, my_default). */
const isLoginPath = (content) => content.length > 44 && content.readUInt32LE(0) === 0 && content.readUInt32LE(24) % 16 === 0 && content[24] !== 0;
/** Version 5.2, then the length of an entry (web.mit.edu/kerberos, keytab file format). */
const isKeytab = (content) => {
	if (content.length < 40 || content[0] !== 5 || content[1] !== 2) return false;
	const length = content.readInt32BE(2);
	return length > 20 && length <= content.length - 6;
};
/** The key that stands in DBeaver's source (DefaultSecretKey). */
const dbeaverKey = Buffer.from("babb4a9f774ab853c96c2d653dfe544a", "hex");
/** AES in CBC mode behind its initial vector, of JSON. */
const isDbeaver = (content) => {
	if (content.length < 48 || content.length % 16 !== 0) return false;
	const reader = createDecipheriv("aes-128-cbc", dbeaverKey, content.subarray(0, 16)).setAutoPadding(false);
	return /^\{\s{0,4}"[\x20-\x7e]{6}/.test(reader.update(content.subarray(16, 32)).toString("latin1"));
};
const binary = (content) => {
	if (isLoginPath(content)) return container(wholeFileChecks.mylogin, content, "(?:^|/)\\.?mylogin\\.cnf$");
	if (isKeytab(content)) return container(wholeFileChecks.keytab, content, "keytab[\\w.-]{0,20}$");
	return isDbeaver(content) ? container(wholeFileChecks.dbeaver, content, void 0) : void 0;
};
const longest = 2048;
const longestText = 512;
/** Text begins with letters, digits, quotes and signs of comments. */
const isText = (content) => {
	for (let at = 0; at < content.length && at < 32; at++) {
		const byte = content[at];
		if (byte > 126 || byte < 32 && byte !== 10 && byte !== 13 && byte !== 9) return false;
	}
	return true;
};
/** So many words in the first line, and no comma, are a sentence: of a commit's message, mostly. */
const sentence = /^[^\s#,]{1,80}(?: [^\s,]{1,80}){5}/;
const parse$2 = (content) => {
	if (content.length === 0 || content.length > longest) return [];
	if (!isText(content)) return present([binary(content)]);
	if (content.length > longestText) return [];
	const text = content.toString("latin1");
	if (sentence.test(text)) return [];
	const users = text.startsWith("---") ? present(gemKeys(text).map((key) => at(key, gemPaths))) : listed(text);
	if (users.length > 0) return users;
	const line = only.exec(text)?.[1];
	if (line === void 0) return present([vpnLogin(text)]);
	if (/^[0-9a-f]{32}$/.test(line)) return present(sixteenBytes({
		value: line,
		start: 0,
		end: line.length
	}));
	return present([singleLine(line)]);
};
/** Files that are nothing but a key, or a list of passwords: what their content alone says is little, so that their paths decide. */
const wholeFileParser = {
	anchors: [],
	parse: parse$2,
	upTo: longest
};
// src/documents/winscp.ts
const winscpCheck = {
	id: "secrets/winscp-password",
	provider: "winscp",
	title: "Password of a WinSCP session",
	severity: "high",
	opens: "Signs in to the server as the user beside it; without a master password WinSCP only disguises it.",
	remediation: "Change the password at the server, set a master password in WinSCP, and keep its settings out of the repository."
};
const mask = 163;
const withUserAndHost = 255;
/**
* Undoes the disguise of WinSCP's `SimpleEncryptChar` (source/core/Security.cpp): bytes inverted and masked; a flag, a
* length, a gap, then user, host and password in one. Undefined for what does not come out as it should.
*/
const revealWinscp = (hex, user, host) => {
	const bytes = [...Buffer.from(hex, "hex")].map((byte) => ~(byte ^ mask) & 255);
	const flagged = bytes[0] === withUserAndHost;
	const length = bytes[flagged ? 2 : 0];
	const at = flagged ? 3 : 1;
	const gap = bytes[at];
	if (length === void 0 || gap === void 0) return void 0;
	const text = Buffer.from(bytes.slice(at + 1 + gap, at + 1 + gap + length)).toString("latin1");
	if (text.length !== length || !/^[\x20-\x7e\x80-\xff]+$/.test(text)) return void 0;
	const key = `${user}${host}`;
	if (!flagged) return text;
	return key !== "" && text.startsWith(key) ? text.slice(key.length) : void 0;
};
const maxSessions = 2e3;
const maxSession = 16384;
const decoded = (text) => {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
};
const setting = (session, name) => decoded(new RegExp(`^${name}=([^\\r\\n]{1,300})`, "m").exec(session)?.[1] ?? "");
const parse$1 = (content) => {
	const { text } = wholeText(content);
	const heads = [...text.matchAll(/^\[Sessions\\([^\]\r\n]{1,300})\]/gm)].slice(0, maxSessions);
	return present(heads.map(({ 0: head, 1: name = "", index }, i) => {
		const end = Math.min(heads[i + 1]?.index ?? text.length, index + maxSession);
		const session = text.slice(index + head.length, end);
		const found = /^Password=([0-9A-Fa-f]{6,2000})\r?$/m.exec(session);
		const [user, host] = [setting(session, "UserName"), setting(session, "HostName")];
		const value = found === null ? void 0 : revealWinscp(found[1], user, host);
		if (found === null || value === void 0 || value === "") return void 0;
		const start = index + head.length + found.index + 9;
		const scalar = {
			value,
			start,
			end: start + found[1].length
		};
		return passwordMatch(winscpCheck, scalar, {
			user,
			host,
			keyPath: `Sessions\\${decoded(name)}\\Password`
		});
	}));
};
/** `WinSCP.ini`. */
const winscpParser = {
	anchors: ["[Sessions\\"],
	parse: parse$1
};
// src/documents/registry.ts
/** Hostile text may exhaust the stack of a parser, or surprise it: then the content has no matches of this kind. */
const total = ({ parse, ...rest }) => ({
	...rest,
	parse: (content, at) => {
		try {
			return parse(content, at);
		} catch {
			return [];
		}
	}
});
/** Every kind of file that is read as a whole. */
const documentParsers = [
	kubernetesSecretParser,
	encryptionConfigurationParser,
	kubeadmParser,
	dockerConfigParser,
	terraformStateParser,
	azureProfileParser,
	filezillaParser,
	winscpParser,
	jetbrainsParser,
	keystoreParser,
	httpExchangeParser,
	wholeFileParser,
	csvColumnsParser,
	gemParser,
	namedMapsParser,
	chromeParser,
	firefoxKeysParser,
	wildflyParser
].map(total);
/** Every check that a parser of documents may give. */
const documentChecks = [
	secretCheck,
	bootstrapCheck,
	encryptionCheck,
	certificateKeyCheck,
	stateCheck,
	...Object.values(dockerChecks),
	...Object.values(azureChecks),
	filezillaCheck,
	winscpCheck,
	gemCheck,
	...Object.values(mapChecks),
	...Object.values(browserChecks),
	wildflyCheck,
	jetbrainsCheck,
	...Object.values(keystoreChecks),
	...Object.values(exchangeChecks),
	...Object.values(wholeFileChecks),
	...Object.values(columnChecks)
].map(({ id }) => id);
// src/kubeconfig/evidence.ts
/** A date that a certificate or claim gives, or undefined where it is none. */
const dateFrom = (milliseconds) => Number.isFinite(milliseconds) && Math.abs(milliseconds) <= 864e13 ? new Date(milliseconds) : void 0;
/** Adds a key only where there is a value: optional fields are absent, not undefined. */
const optional = (key, value) => value === void 0 ? {} : { [key]: value };
// src/kubeconfig/certificate.ts
/** Base64 of keys and certificates longer than this is not decoded; the largest RSA keys in use are a tenth of it. */
const maxEncoded = 98304;
/** A shorter value is no key: the shortest, of an EC key in PKCS #8, has over 200 characters. */
const minEncoded = 64;
/** More groups of one certificate are left out of the report. */
const maxGroups$1 = 20;
const pemOf = (value) => {
	if (value.includes("-----BEGIN ")) return value.length > maxEncoded ? void 0 : withLines(value);
	const compact = value.replaceAll(/\s+/g, "");
	if (compact.length > maxEncoded || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(compact)) return void 0;
	const decoded = Buffer.from(compact, "base64").toString("latin1");
	return decoded.includes("-----BEGIN ") ? decoded : void 0;
};
/** A key pasted into YAML as it is has lost its line ends, which OpenSSL wants back. */
const withLines = (pem) => {
	const parts = /-----BEGIN ([A-Z ]{1,40})-----([A-Za-z0-9+/=\s]*)-----END \1-----/.exec(pem);
	if (parts === null) return pem;
	const lines = parts[2].replaceAll(/\s+/g, "").match(/.{1,64}/g) ?? [];
	return [
		`-----BEGIN ${parts[1]}-----`,
		...lines,
		`-----END ${parts[1]}-----`,
		""
	].join("\n");
};
const parseKey = (pem) => {
	try {
		return createPrivateKey(pem);
	} catch {
		return;
	}
};
const parseCertificate = (value) => {
	const pem = value === void 0 ? void 0 : pemOf(value);
	if (pem === void 0 || pem.length > maxEncoded) return void 0;
	try {
		return new X509Certificate(pem);
	} catch {
		return;
	}
};
/** Kubernetes takes the user from CN and the groups from each O (kubernetes.io, "Authenticating", X.509 client certificates). */
const identityOf = (certificate) => {
	const subject = certificate.toLegacyObject().subject ?? {};
	const issuer = certificate.toLegacyObject().issuer ?? {};
	const values = (field) => (field === void 0 ? [] : [field].flat()).slice(0, maxGroups$1).map((name) => readable(Buffer.from(name).toString("latin1")));
	return {
		name: values(subject["CN"]).at(-1),
		groups: values(subject["O"]),
		issuer: values(issuer["CN"])[0]
	};
};
const certificateEvidence = (certificate, key) => {
	const { name, groups, issuer } = identityOf(certificate);
	let matches = false;
	try {
		matches = certificate.checkPrivateKey(key);
	} catch {}
	return {
		proof: matches ? "proven" : "structural",
		...matches ? {} : { broken: "Key and certificate do not belong together, so kubectl cannot use them." },
		groups,
		...optional("subject", name),
		...optional("notBefore", dateFrom(Date.parse(certificate.validFrom))),
		...optional("notAfter", dateFrom(Date.parse(certificate.validTo))),
		notes: matches ? ["Key and certificate belong together."] : [],
		facts: {
			keyMatchesCertificate: matches,
			keyType: key.asymmetricKeyType ?? "unknown",
			certificateSha256: certificate.fingerprint256.replaceAll(":", "").toLowerCase(),
			...optional("issuer", issuer)
		}
	};
};
const broken = (sentence) => ({
	proof: "contextual",
	broken: sentence,
	groups: [],
	notes: [],
	facts: {}
});
/** A value too long to decode, or one of too many in a content: named as a key and not looked into. */
const unreadKey = {
	proof: "contextual",
	groups: [],
	notes: [],
	facts: {}
};
/** What `client-key-data` and `client-certificate-data` prove. Undefined where the value is no key at all. */
const readKey = (keyData, certificateData) => {
	if (keyData.length > maxEncoded && /^[A-Za-z0-9+/=\s_-]+$/.test(keyData)) return unreadKey;
	const pem = pemOf(keyData);
	if (pem === void 0) return keyData.length >= minEncoded && /^[A-Za-z0-9+/=\s_-]+$/.test(keyData) ? broken("The value does not decode to a private key.") : void 0;
	if (!/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/.test(pem)) return void 0;
	if (/ENCRYPTED/.test(pem)) return broken("The private key is encrypted with a password.");
	const key = parseKey(pem);
	if (key === void 0) return broken("The private key does not parse: it is cut off, damaged or made up.");
	const certificate = parseCertificate(certificateData);
	if (certificate !== void 0) return certificateEvidence(certificate, key);
	return {
		proof: "structural",
		groups: [],
		notes: ["The certificate for this key is not beside it, so whose key it is cannot be told."],
		facts: { keyType: key.asymmetricKeyType ?? "unknown" }
	};
};
// src/kubeconfig/blocks.ts
/** `users:` with nothing before it but indentation or what marks a diff, a quotation, a comment, a table. */
const usersKey$1 = /^([ \t>#*+|/-]{0,80}?)(?:users:(?=[ \t]*(?:$|[#&!{[]))|["']users["']:(?=[ \t]*$))/gm;
/** What the same holds that V8 finds by its letters: most texts are searched for it in no time, and hold nothing of the kind. */
const mayBeUsersKey = /users["']?:[ \t]*(?:$|[#&!{[])/m;
/** More keys than this in one content are left to the line rule. */
const maxBlocks = 200;
/** The blocks of a text that have a `users` key at their left edge, each once. */
const usersBlocks = (source) => {
	const blocks = [];
	if (!mayBeUsersKey.test(source.text)) return blocks;
	const ends = /* @__PURE__ */ new Map();
	for (const found of source.text.matchAll(usersKey$1)) {
		if (blocks.length >= maxBlocks) break;
		const prefix = found[1];
		if (found.index < (ends.get(prefix) ?? 0)) continue;
		const block = cutBlock(source, found.index + prefix.length);
		ends.set(prefix, block.end);
		blocks.push(block);
	}
	return blocks;
};
// src/kubeconfig/escaped.ts
/** A key of a kubeconfig inside a string of some language: a backslash stands right before or after it. */
const escapedKey = /(?:\\["']|\\n(?:[ \t-]|\\t){0,40})(?:users|user|client-key-data)(?=\\*["']?:)|(?:users|user|client-key-data)\\["']?:|(?:users|user):(?:\\r)?\\n|\\ {1,40}(?:user|client-key-data|token):/g;
/** Longer strings are left to the line rule. */
const maxString = 1 << 20;
/** More strings of one content are left to the line rule. */
const maxStrings = 500;
/** How many characters of strings are looked at in one content. */
const maxWork$1 = 8 << 20;
const isEscaped = (text, at) => {
	let backslashes = 0;
	while (text[at - 1 - backslashes] === "\\") backslashes++;
	return backslashes % 2 === 1;
};
const openingQuote = (text, quote, at) => {
	for (let found = text.lastIndexOf(quote, at); found !== -1 && at - found < maxString;) {
		if (!isEscaped(text, found)) return found;
		if (found === 0) return void 0;
		found = text.lastIndexOf(quote, found - 1);
	}
};
const closingQuote$1 = (text, quote, at) => {
	for (let found = text.indexOf(quote, at); found !== -1 && found - at < maxString;) {
		if (!isEscaped(text, found)) return found;
		found = text.indexOf(quote, found + 1);
	}
};
const simpleEscapes = {
	n: "\n",
	t: "	",
	r: "\r",
	"0": "\0",
	b: "\b",
	f: "\f"
};
const meaningOf = (sequence) => {
	if (/^\\[\r\n]/.test(sequence)) return "";
	if (/^\s/.test(sequence)) return "\n".repeat(sequence.split("\n").length - 2) || " ";
	const code = /^\\(?:u|x)\{?([0-9a-fA-F]{2,4})\}?$/.exec(sequence)?.[1];
	if (code !== void 0) return String.fromCharCode(Number.parseInt(code, 16));
	return simpleEscapes[sequence[1]] ?? sequence[1];
};
/** An escape of JSON, YAML, Go, JavaScript, shell; a line end of YAML's double-quoted style with what it folds away. */
const escapes = /\\(?:\r?\n[ \t]*|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[^\r\n])|[ \t]*(?:\r?\n[ \t]*)+/g;
/** Undoes one level of escapes between two indices. */
const unescapeText = (source, from, to) => {
	const raw = source.text.slice(from, to);
	const pieces = [];
	let done = 0;
	for (const { 0: sequence, index } of raw.matchAll(escapes)) {
		if (index > done) pieces.push({
			text: raw.slice(done, index),
			from: from + done
		});
		const meaning = meaningOf(sequence);
		if (meaning !== "") pieces.push({
			text: meaning,
			from: from + index
		});
		done = index + sequence.length;
	}
	if (done < raw.length) pieces.push({
		text: raw.slice(done),
		from: from + done
	});
	return joinPieces(source, pieces);
};
/** The string literal around an index: after its opening quote, and its closing one. */
const literalAround = (text, index) => {
	for (const quote of [
		"\"",
		"'",
		"`"
	]) {
		const from = openingQuote(text, quote, index);
		const to = from === void 0 ? void 0 : closingQuote$1(text, quote, index + 1);
		if (from !== void 0 && to !== void 0) return [from + 1, to];
	}
};
/** The string literals around escaped keys, with one level of escapes undone. */
const escapedStrings = (source) => {
	const texts = [];
	let done = 0;
	let work = 0;
	for (const { index } of source.text.matchAll(escapedKey)) {
		if (texts.length >= maxStrings || work > maxWork$1) break;
		if (index < done) continue;
		const literal = literalAround(source.text, index);
		work += literal === void 0 ? maxString : literal[1] - literal[0];
		if (literal === void 0) continue;
		texts.push(unescapeText(source, ...literal));
		done = literal[1];
	}
	return texts;
};
// src/kubeconfig/flow.ts
/** Longer lists are left to the line rule. */
const maxSection = 2 << 20;
/** How many characters may be looked at for closing brackets in one content: hostile text opens brackets and never closes them. */
const maxWork = 8 << 20;
const sectionStart = /(?<![\w-])["']?(users|clusters|contexts)["']?\s{0,20}:\s{0,20}\[|(?<![\w-])["']?current-context["']?\s{0,20}:\s{0,20}(?=["'])/g;
/** Without users nobody gets in by such lists. */
const mayHoldUsers = /users["']?\s{0,20}:\s{0,20}\[/;
/** The index of the quote that ends the string begun at `open`, or `end`. */
const closingQuote = (text, open, end) => {
	const quote = text[open];
	for (let i = open + 1; i < end; i++) {
		if (text[i] === quote) return i;
		if (text[i] === "\\" && quote === "\"") i++;
	}
	return end;
};
/** The index after the bracket that closes the one at `open`, or undefined where none does within `limit`. */
const closingBracket = (text, open, limit) => {
	let depth = 0;
	const end = Math.min(text.length, open + limit);
	for (let i = open; i < end; i++) {
		const char = text[i];
		if (char === "\"" || char === "'") i = closingQuote(text, i, end);
		else if (char === "[" || char === "{") depth++;
		else if ((char === "]" || char === "}") && --depth === 0) return i + 1;
	}
};
const scalarSection = (source, at, budget) => {
	const quoted = /^(["'])[^"'\\\n]{1,200}\1/.exec(source.text.slice(at, at + 210));
	const tree = quoted === null ? void 0 : parseWithin(budget, sliceText(source, at, at + quoted[0].length));
	return tree === void 0 ? void 0 : {
		kind: "current-context",
		tree,
		node: tree.root
	};
};
/** The lists of kubeconfigs written as JSON, or as YAML in one line, wherever in a text they stand. */
const flowSections = (source, budget) => {
	const sections = [];
	if (!mayHoldUsers.test(source.text)) return sections;
	let work = 0;
	const pattern = new RegExp(sectionStart);
	for (let found = pattern.exec(source.text); found !== null && work < maxWork; found = pattern.exec(source.text)) {
		if (found[1] === void 0) {
			const section = scalarSection(source, pattern.lastIndex, budget);
			work += 256;
			if (section !== void 0) sections.push(section);
			continue;
		}
		const open = pattern.lastIndex - 1;
		const end = closingBracket(source.text, open, maxSection);
		work += (end ?? Math.min(source.text.length, open + maxSection)) - open;
		if (end === void 0) continue;
		pattern.lastIndex = end;
		const tree = parseWithin(budget, sliceText(source, open, end));
		if (tree !== void 0) sections.push({
			kind: found[1],
			tree,
			node: tree.root
		});
	}
	return sections;
};
// src/kubeconfig/read.ts
/** The first of two equal keys wins: a merge never overrides. */
const fieldsOf = (tree, node) => {
	const fields = /* @__PURE__ */ new Map();
	for (const [name, value] of pairsOf(tree, node)) if (!fields.has(name)) fields.set(name, value);
	return fields;
};
/** More entries of one list are not looked at here; the line rule still sees their keys. */
const maxEntries = 2e3;
const nameOf = (tree, node) => {
	const value = scalarOf(tree, node)?.value;
	return value === void 0 ? void 0 : readable(value);
};
const namedScalars = (tree, node) => pairsOf(tree, node).flatMap(([name, value]) => {
	const scalar = scalarOf(tree, value);
	return scalar === void 0 ? [] : [{
		name,
		scalar
	}];
});
const environment = (tree, node) => itemsOf(tree, node).slice(0, maxEntries).flatMap((item) => {
	const fields = fieldsOf(tree, item);
	const name = nameOf(tree, fields.get("name"));
	const scalar = scalarOf(tree, fields.get("value"));
	return name === void 0 || scalar === void 0 ? [] : [{
		name,
		scalar
	}];
});
const defined = (scalar) => scalar !== void 0;
/** Reads what stands below `user:`. */
const readUser = (tree, name, node) => {
	const user = fieldsOf(tree, node);
	const provider = fieldsOf(tree, user.get("auth-provider"));
	const exec = fieldsOf(tree, user.get("exec"));
	const scalar = (field) => scalarOf(tree, user.get(field));
	return {
		name,
		keyData: scalar("client-key-data"),
		certificateData: scalar("client-certificate-data"),
		token: scalar("token"),
		username: scalar("username"),
		password: scalar("password"),
		providerName: nameOf(tree, provider.get("name")),
		providerConfig: namedScalars(tree, provider.get("config")),
		execCommand: nameOf(tree, exec.get("command")),
		execEnv: environment(tree, exec.get("env")),
		execArgs: itemsOf(tree, exec.get("args")).slice(0, maxEntries).map((item) => scalarOf(tree, item)).filter(defined)
	};
};
const entries = ({ tree, node }) => itemsOf(tree, node).slice(0, maxEntries).map((item) => fieldsOf(tree, item));
const readUsers = (section) => entries(section).map((entry) => readUser(section.tree, nameOf(section.tree, entry.get("name")), entry.get("user")));
const readClusters = (section) => entries(section).map((entry) => {
	const cluster = fieldsOf(section.tree, entry.get("cluster"));
	return {
		name: nameOf(section.tree, entry.get("name")),
		server: scalarOf(section.tree, cluster.get("server"))?.value,
		insecureSkipTlsVerify: scalarOf(section.tree, cluster.get("insecure-skip-tls-verify"))?.value === "true"
	};
});
const readContexts = (section) => entries(section).map((entry) => {
	const context = fieldsOf(section.tree, entry.get("context"));
	const name = (field) => nameOf(section.tree, context.get(field));
	return {
		name: nameOf(section.tree, entry.get("name")),
		cluster: name("cluster"),
		user: name("user"),
		namespace: name("namespace")
	};
});
const readGroup = (sections) => {
	const of = (kind) => sections.filter((section) => section.kind === kind);
	return {
		users: of("users").flatMap(readUsers),
		clusters: of("clusters").flatMap(readClusters),
		contexts: of("contexts").flatMap(readContexts),
		currentContext: of("current-context").map(({ tree, node }) => nameOf(tree, node)).find((name) => name !== void 0)
	};
};
/** Sections in the order of the content become kubeconfigs: where a kind comes again, the next one begins. */
const readSections = (sections) => {
	const groups = [];
	let seen = /* @__PURE__ */ new Set();
	for (const section of sections) {
		if (groups.length === 0 || seen.has(section.kind)) {
			groups.push([]);
			seen = /* @__PURE__ */ new Set();
		}
		groups.at(-1).push(section);
		seen.add(section.kind);
	}
	return groups.map(readGroup);
};
const sectionKinds = /* @__PURE__ */ new Set([
	"users",
	"clusters",
	"contexts",
	"current-context"
]);
// src/kubeconfig/find.ts
/** A string inside a string inside a string; nobody nests deeper by accident. */
const maxDepth = 3;
const sectionsOf = (tree) => pairsOf(tree, tree.root).filter(([name]) => sectionKinds.has(name)).map(([name, node]) => ({
	kind: name,
	tree,
	node
}));
/** More keys of one block are no longer those of a few kubeconfigs one after the other. */
const maxKeys$1 = 400;
/** Where a line breaks the whole, such as a template's, each top-level key still parses on its own. */
const sectionsApart = (block, budget) => {
	return [...block.text.matchAll(/^["']?(?:users|clusters|contexts|current-context)["']?:/gm)].slice(0, maxKeys$1).flatMap(({ 0: key, index }) => {
		const rest = /^(?![ \t\r\n-])/gm;
		rest.lastIndex = index + key.length;
		const end = rest.exec(block.text)?.index ?? block.text.length;
		const tree = parseWithin(budget, sliceText(block, index, end));
		return tree === void 0 ? [] : sectionsOf(tree);
	});
};
const readBlock = (block, budget) => {
	const tree = parseWithin(budget, block);
	const whole = tree === void 0 ? [] : readSections(sectionsOf(tree));
	if (tree?.failed === false) return whole;
	const apart = readSections(sectionsApart(block, budget));
	const users = (configs) => configs.reduce((sum, { users }) => sum + users.length, 0);
	return users(apart) >= users(whole) ? apart : whole;
};
/** The kubeconfigs of a text, whole or in part, wherever in it they stand. */
const findKubeconfigs = (source, budget = newBudget(), depth = 0) => {
	const found = [];
	for (const { text } of usersBlocks(source)) found.push(...readBlock(text, budget));
	found.push(...readSections(flowSections(source, budget)));
	if (depth < maxDepth) for (const text of escapedStrings(source)) found.push(...findKubeconfigs(text, budget, depth + 1));
	return found;
};
// src/kubeconfig/fragments.ts
/** How far around a lone credential its certificate and server are looked for, in characters. */
const neighbourhood = 8192;
/** More lone users of one content are not cut out; lone keys have no limit. */
const maxFragments = 50;
const userKey$1 = /^([ \t>#*+|/-]{0,80}?)user:[ \t]*$/gm;
/** The same without what stands before it: found by its letters, and mostly not there. */
const mayBeUserKey = /user:[ \t]*$/m;
const kubernetesWord = /cluster|context|kube|certificate-authority|server:/i;
const noUser = {
	name: void 0,
	keyData: void 0,
	certificateData: void 0,
	token: void 0,
	username: void 0,
	password: void 0,
	providerName: void 0,
	providerConfig: [],
	execCommand: void 0,
	execEnv: [],
	execArgs: []
};
const around = (text, index) => text.slice(Math.max(0, index - neighbourhood), index + neighbourhood);
/** The value of a field that stands nearest to the middle of a stretch. */
const nearest = (stretch, pattern, middle) => {
	return [...stretch.matchAll(pattern)].sort((a, b) => Math.abs(a.index - middle) - Math.abs(b.index - middle))[0]?.[1];
};
const serverField = /server\\*["']?\s{0,10}[:=]\s{0,10}\\*["']?(https?:\/\/[^\s"'\\,<>]{1,300})/g;
const insecureField = /insecure-skip-tls-verify\\*["']?\s{0,10}[:=]\s{0,10}(true)/;
const clusterNear = (text, index) => {
	const stretch = around(text, index);
	const server = nearest(stretch, serverField, Math.min(index, neighbourhood));
	return server === void 0 ? [] : [{
		name: void 0,
		server,
		insecureSkipTlsVerify: insecureField.test(stretch)
	}];
};
const lone = (user, clusters, currentContext) => ({
	users: [user],
	clusters,
	contexts: [],
	currentContext
});
/** Users cut out of their list, as documentation shows them. */
const loneUsers = (source) => {
	const found = [];
	if (!mayBeUserKey.test(source.text)) return found;
	const budget = newBudget();
	for (const { 0: _, 1: prefix, index } of source.text.matchAll(userKey$1)) {
		if (found.length >= maxFragments) break;
		const stretch = around(source.text, index);
		if (!kubernetesWord.test(stretch)) continue;
		const { text } = cutBlock(source, index + prefix.length, neighbourhood);
		const tree = parseWithin(budget, text);
		if (tree === void 0) continue;
		const pairs = new Map([...pairsOf(tree, tree.root)].reverse());
		const name = scalarOf(tree, pairs.get("name"))?.value;
		const user = readUser(tree, name === void 0 ? void 0 : readable(name), pairs.get("user"));
		found.push(lone(user, clusterNear(source.text, index), "unknown"));
	}
	return found;
};
const keyField = /client-key-data\\*["']?\s{0,10}[:=]\s{0,10}(?:[|>][+-]?\d?\s{1,200})?\\*["']?([A-Za-z0-9+/_-]{64,}={0,2})/g;
const certificateField = /client-certificate-data\\*["']?\s{0,10}[:=]\s{0,10}(?:[|>][+-]?\d?\s{1,200})?\\*["']?([A-Za-z0-9+/_-]{64,}={0,2})/g;
/** Keys by the name of their field alone: the last resort, for what no parser takes. */
const loneKeys = (source, isKnown) => {
	const found = [];
	for (const { 0: field, 1: value, index } of source.text.matchAll(keyField)) {
		const from = index + field.length - value.length;
		const start = source.at(from);
		if (isKnown(start)) continue;
		const keyData = {
			value,
			start,
			end: source.at(from + value.length - 1) + 1
		};
		const certificate = nearest(around(source.text, index), certificateField, Math.min(index, neighbourhood));
		const certificateData = certificate === void 0 ? void 0 : {
			value: certificate,
			start,
			end: start
		};
		found.push(lone({
			...noUser,
			keyData,
			certificateData
		}, clusterNear(source.text, index)));
	}
	return found;
};
// src/kubeconfig/silence.ts
/** Fillers of kubectl (`REDACTED`, `DATA+OMITTED`), of template engines, shells and documentation. */
const filler = /^(?:REDACTED|DATA[+ ]OMITTED|OMITTED|HIDDEN|MASKED|SENSITIVE|null|none|nil|undefined|~|\.{2,}|…|x{3,}|\*{2,}|-+|<.*>|\[.*\]|\{\{.*\}\}|%.*%|__\w+__|@\w+@|(?:your|my|the|some|insert|enter|paste)[-_ ][a-z_ -]*)$/is;
/** Values with a gap that something fills in before use, such as `prefix-${TOKEN}` or `{{ .Values.token }}`. */
const gap = /\$\{[^}]*\}|\{\{.*?\}\}|\$\([^)]*\)|<%.*?%>|<[A-Za-z][\w .-]*>/s;
const shellVariable = /^\$[A-Z_][A-Z0-9_]*$/;
/** Encrypted in place by SOPS, sealed secrets or Ansible Vault: no credential as it stands. */
const sealed = /^(?:ENC\[|\$ANSIBLE_VAULT)/;
/** Whether a key's data stands for a key; random base64 may contain any word, so only the whole is compared. */
const isFiller = (value) => [
	filler,
	gap,
	shellVariable,
	sealed
].some((pattern) => pattern.test(value));
/** Whether a token or password stands for one. */
const isSilent = (value) => isFiller(value) || value.length < 400 && isPlaceholder(value);
/** Words and small numbers joined by hyphens and the like, each word in one case or in camel case. */
const isWords = (value) => {
	if (!/^[A-Za-z]{1,14}\d{0,4}(?:[-_ .](?:[A-Za-z]{1,14}\d{0,4}|\d{1,4}))*$/.test(value)) return false;
	return value.split(/[-_ .]/).every((word) => /^(?:[a-z]*|[A-Z]*|[A-Z]?[a-z]+(?:[A-Z][a-z]{2,})*)\d*$/.test(word));
};
/** Words, or too short and plain to be made by a machine: what tests and tutorials write for a token. */
const isMadeUp = (value) => isWords(value) || value.length < 12 || entropy(value) < 2.8;
// src/kubeconfig/token.ts
/** Longer tokens are not decoded; headers of HTTP servers end at 8 to 64 KiB. */
const maxToken = 65536;
const maxGroups = 20;
const decodePart = (part) => parseObject(Buffer.from(part, "base64url").toString("utf8"));
const textOf = (value) => typeof value === "string" && value !== "" ? readable(Buffer.from(value.slice(0, 500)).toString("latin1")) : void 0;
const timeOf = (value) => typeof value === "number" ? dateFrom(value * 1e3) : void 0;
/** Where the claims name a service account: old flat keys, the nested ones of bound tokens, or the subject alone. */
const serviceAccountOf = (claims) => {
	const subject = textOf(claims["sub"])?.match(/^system:serviceaccount:([^:]+):([^:]+)$/);
	const nested = isJsonObject(claims["kubernetes.io"]) ? claims["kubernetes.io"] : {};
	const account = isJsonObject(nested["serviceaccount"]) ? nested["serviceaccount"] : {};
	const namespace = subject?.[1] ?? textOf(claims["kubernetes.io/serviceaccount/namespace"]) ?? textOf(nested["namespace"]);
	const name = subject?.[2] ?? textOf(claims["kubernetes.io/serviceaccount/service-account.name"]) ?? textOf(account["name"]);
	return namespace === void 0 || name === void 0 ? void 0 : {
		namespace,
		name
	};
};
const groupsOf = (claims) => Array.isArray(claims["groups"]) ? claims["groups"].slice(0, maxGroups).flatMap((group) => textOf(group) ?? []) : [];
const jwtEvidence = (header, claims) => {
	const serviceAccount = serviceAccountOf(claims);
	const expiry = timeOf(claims["exp"]);
	const legacy = claims["iss"] === "kubernetes/serviceaccount" && expiry === void 0;
	const secretName = textOf(claims["kubernetes.io/serviceaccount/secret.name"]);
	return {
		proof: "structural",
		...header["alg"] === "none" ? { broken: "The token is not signed, so no API server accepts it." } : {},
		groups: groupsOf(claims),
		...optional("subject", textOf(claims["email"]) ?? textOf(claims["sub"])),
		...optional("notBefore", timeOf(claims["nbf"]) ?? timeOf(claims["iat"])),
		...optional("notAfter", expiry),
		...optional("serviceAccount", serviceAccount),
		neverExpires: expiry === void 0,
		notes: [],
		facts: {
			tokenKind: serviceAccount === void 0 ? "JWT" : legacy ? "legacy service account" : "service account",
			...optional("issuer", textOf(claims["iss"])),
			...optional("namespace", serviceAccount?.namespace),
			...optional("serviceAccount", serviceAccount?.name),
			...optional("tokenSecret", secretName)
		}
	};
};
const readJwt = (value) => {
	const parts = value.split(".");
	if (parts.length !== 3 || !parts.every((part) => /^[\w-]*={0,2}$/.test(part))) return void 0;
	const header = decodePart(parts[0]);
	const claims = header === void 0 || typeof header["alg"] !== "string" ? void 0 : decodePart(parts[1]);
	return claims === void 0 ? void 0 : jwtEvidence(header, claims);
};
/** `aws eks get-token` prints a presigned URL in base64url; EKS takes it for 15 minutes (aws-iam-authenticator, README). */
const readEks = (value) => {
	if (!value.startsWith("k8s-aws-v1.")) return void 0;
	const url = Buffer.from(value.slice(11), "base64url").toString("latin1");
	if (!url.startsWith("https://sts.")) return void 0;
	const at = /X-Amz-Date=(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(url);
	const made = at === null ? void 0 : dateFrom(Date.parse(`${at[1]}-${at[2]}-${at[3]}T${at[4]}:${at[5]}:${at[6]}Z`));
	return {
		proof: "structural",
		groups: [],
		...made === void 0 ? {} : {
			notBefore: made,
			notAfter: new Date(made.getTime() + 9e5)
		},
		notes: [],
		facts: { tokenKind: "EKS" }
	};
};
/** Opaque tokens that tell their maker by their shape. */
const shapes = [
	{
		kind: "OpenShift",
		pattern: /^sha256~[\w-]{43}$/,
		decodes: true,
		groups: []
	},
	{
		kind: "Rancher",
		pattern: /^(?:kubeconfig-[\w.-]{1,80}|token-[a-z0-9]{5}):[a-z0-9]{54}$/,
		decodes: true,
		groups: []
	},
	{
		kind: "bootstrap",
		pattern: /^[a-z0-9]{6}\.[a-z0-9]{16}$/,
		decodes: false,
		groups: ["system:bootstrappers"]
	},
	{
		kind: "Google access token",
		pattern: /^ya29\.[\w-]{20,}$/,
		decodes: false,
		groups: []
	}
];
/** What a bearer token says of itself. */
const readToken = (value) => {
	const known = value.length > maxToken ? void 0 : readJwt(value) ?? readEks(value);
	if (known !== void 0) return known;
	const shape = value.length > maxToken ? void 0 : shapes.find(({ pattern }) => pattern.test(value));
	return {
		proof: shape?.decodes === true ? "structural" : "contextual",
		groups: shape?.groups ?? [],
		madeUp: shape === void 0 && isMadeUp(value),
		notes: [],
		facts: { tokenKind: shape?.kind ?? "opaque" }
	};
};
// src/kubeconfig/credentials.ts
const plain = (facts, madeUp = false) => ({
	proof: "contextual",
	groups: [],
	madeUp,
	notes: [],
	facts
});
const clientKey = (user, readKey) => {
	const { keyData, certificateData } = user;
	if (keyData === void 0 || isFiller(keyData.value)) return [];
	const evidence = readKey(keyData.value, certificateData?.value);
	return evidence === void 0 ? [] : [{
		kind: "client-key",
		scalar: keyData,
		evidence
	}];
};
const minToken = 6;
const token = ({ token: scalar }) => scalar === void 0 || scalar.value.length < minToken || isSilent(scalar.value) || /\s|^\$[A-Za-z_]/.test(scalar.value) ? [] : [{
	kind: "token",
	scalar,
	evidence: readToken(scalar.value)
}];
/** Passwords that are words of tutorials, or the name of the user once more. */
const isTutorialPassword = (value, username) => value === username || isWords(value) && /passw|secret|user|admin|test|foo|bar|mock|fake/i.test(value) && value.length < 40;
const password = ({ password: scalar, username }) => scalar === void 0 || isSilent(scalar.value) ? [] : [{
	kind: "password",
	scalar,
	evidence: {
		...plain({}, isTutorialPassword(scalar.value, username?.value)),
		...optional("subject", username === void 0 ? void 0 : readable(username.value)),
		notes: ["Kubernetes itself takes no passwords since 1.19, but older clusters and proxies before it do."]
	}
}];
const providerSecret = /^(?:client-secret|id-token|refresh-token|access-token|idp-access-token|password)$/;
/** `expiry` (gcp) is a date, `expires-on` (azure) seconds since 1970. */
const expiryOf = (config) => {
	const value = config.find(({ name }) => name === "expiry" || name === "expires-on")?.scalar.value;
	if (value === void 0) return void 0;
	return dateFrom(/^\d{9,11}$/.test(value) ? Number(value) * 1e3 : Date.parse(value));
};
const providerEvidence = (name, value, user) => {
	const facts = {
		field: name,
		...optional("authProvider", user.providerName)
	};
	if (name === "client-secret" || name === "password") return plain(facts, isMadeUp(value));
	const read = readToken(value);
	const expiry = name === "access-token" ? read.notAfter ?? expiryOf(user.providerConfig) : read.notAfter;
	const evidence = {
		...read,
		...optional("notAfter", expiry),
		facts: {
			...read.facts,
			...facts
		}
	};
	return name === "id-token" || name === "access-token" ? evidence : {
		...evidence,
		neverExpires: false
	};
};
const authProvider = (user) => user.providerConfig.filter(({ name, scalar }) => providerSecret.test(name) && !isSilent(scalar.value)).map(({ name, scalar }) => ({
	kind: "auth-provider",
	scalar,
	evidence: providerEvidence(name, scalar.value, user)
}));
/** Names of variables and flags whose value opens something; names of files, ids and addresses of secrets do not. */
const secretName = /(?:token|secret|passw(?:or)?d|passphrase|credential|api[-_]?key|access[-_]?key|private[-_]?key)/i;
const pointerName = /(?:[-_](?:file|path|dir|id|name|url|uri|endpoint|type|cache|arn|ttl|expiry|mode|audience|format|store))$/i;
/** A value that points to a file or an address. */
const pointer = /^(?:\/|~\/|\.{1,2}\/|[A-Za-z]:\\|https?:\/\/|true$|false$|\d{1,6}$)/i;
const minExecSecret = 6;
const opens = (name, value) => secretName.test(name) && !pointerName.test(name) && value.length >= minExecSecret && !pointer.test(value) && !isSilent(value);
const execSecret = (field, scalar, command) => ({
	kind: "exec-secret",
	scalar,
	evidence: plain({
		field,
		...optional("execCommand", command)
	})
});
/** Secrets among the arguments of a helper program: `--client-secret=VALUE`, or the name and the value one after the other. */
const execArgument = (args, index, command) => {
	const scalar = args[index];
	const joined = /^--?([A-Za-z][\w-]{0,60})=(.+)$/s.exec(scalar.value);
	if (joined !== null && opens(joined[1], joined[2])) {
		const value = joined[2];
		const start = scalar.end - value.length;
		return [execSecret(joined[1], {
			value,
			start: Math.max(scalar.start, start),
			end: scalar.end
		}, command)];
	}
	const flag = /^--?([A-Za-z][\w-]{0,60})$/.exec(args[index - 1]?.value ?? "");
	if (flag === null || scalar.value.startsWith("-") || !opens(flag[1], scalar.value)) return [];
	return [execSecret(flag[1], scalar, command)];
};
const execSecrets = ({ execEnv, execArgs, execCommand }) => [...execEnv.filter(({ name, scalar }) => opens(name, scalar.value)).map(({ name, scalar }) => execSecret(name, scalar, execCommand)), ...execArgs.flatMap((_, index) => execArgument(execArgs, index, execCommand))];
/** Everything secret that a user of a kubeconfig carries itself. */
const credentialsOf = (user, readKey) => [
	...clientKey(user, readKey),
	...token(user),
	...password(user),
	...authProvider(user),
	...execSecrets(user)
];
// src/kubeconfig/describe.ts
const titles = {
	"client-key": "Client key in a kubeconfig",
	token: "Bearer token in a kubeconfig",
	password: "Password in a kubeconfig",
	"auth-provider": "Credential of an auth provider in a kubeconfig",
	"exec-secret": "Secret handed to a login helper in a kubeconfig"
};
const kubeconfigChecks = Object.keys(titles).map((kind) => `kubeconfig/${kind}`);
const things = {
	"client-key": "this private key",
	token: "this token",
	password: "this password",
	"auth-provider": "this credential",
	"exec-secret": "this secret"
};
const reaches = {
	public: "a public address",
	private: "an address of a private network",
	"cluster-internal": "an address inside the cluster",
	loopback: "an address of the machine itself, as kind, minikube and Docker Desktop use",
	example: "an address reserved for documentation",
	unknown: "an address that is not told"
};
const quoted = (name) => `"${name}"`;
const who = ({ user, credential: { evidence } }) => {
	const name = evidence.serviceAccount ? `the service account ${quoted(evidence.serviceAccount.name)} of namespace ${quoted(evidence.serviceAccount.namespace)}` : evidence.subject ? `the user ${quoted(evidence.subject)}` : user ? `the kubeconfig's user ${quoted(user)}` : "a user";
	const groups = evidence.groups.map(quoted).join(", ");
	return groups === "" ? name : `${name} in the group${evidence.groups.length > 1 ? "s" : ""} ${groups}`;
};
const where = ({ cluster, server, others }) => {
	return `${cluster === void 0 ? "a cluster that is not named here" : `the cluster ${quoted(cluster)}`}${server.address === void 0 ? "" : ` at ${server.address} (${reaches[server.reach]})`}${others.length === 0 ? "" : `, and in ${others.slice(0, 5).map(quoted).join(", ")}`}`;
};
const strength = {
	unlimited: "Members of system:masters may do everything, and no RBAC rule can take that from them.",
	administrator: "The name suggests the rights of an administrator.",
	unknown: void 0
};
const day = (date) => date.toISOString().slice(0, 10);
const validity = ({ credential: { kind, evidence }, expired }) => {
	const what = kind === "client-key" ? "The certificate" : "It";
	if (evidence.notAfter !== void 0) return expired ? `${what} expired on ${day(evidence.notAfter)}.` : `${what} is valid until ${day(evidence.notAfter)}.`;
	return evidence.neverExpires === true ? "It never expires by itself." : void 0;
};
/** Who gets in, where, how strong, until when, and what is odd: a sentence each. */
const detailOf = (account) => {
	const { credential, entrance, privilege } = account;
	const { kind, evidence } = credential;
	return [
		kind === "exec-secret" ? `The program that logs in ${who(account)} to ${where(entrance)} is given this secret.` : `Whoever holds ${things[kind]} is ${who(account)} in ${where(entrance)}.`,
		strength[privilege],
		validity(account),
		evidence.broken,
		evidence.madeUp === true ? "The value reads like one made up for a test or a tutorial." : void 0,
		...evidence.notes,
		entrance.insecureSkipTlsVerify ? "The kubeconfig does not check the server's certificate, so whoever sits between can read along." : void 0
	].filter((sentence) => sentence !== void 0).join(" ");
};
const revokeKey = (privilege) => privilege === "unlimited" ? "Kubernetes cannot revoke a client certificate, and RBAC does not bind system:masters: only a new client CA shuts this key out (kubeadm: new \"ca.crt\" and \"ca.key\", then \"kubeadm certs renew all\" and restart the control plane; managed clusters: rotate the credentials at the provider)." : "Kubernetes cannot revoke a client certificate: remove the RoleBindings and ClusterRoleBindings of its user and groups now, and rotate the cluster's client CA if other bindings or wide groups may still let it in.";
/** A command to copy; names that Kubernetes does not allow come from somebody who wants it copied. */
const command = (namespace, kind, name) => [namespace, name].every((word) => /^[a-z0-9][a-z0-9.-]{0,252}$/.test(word)) ? ` ("kubectl -n ${namespace} delete ${kind} ${name}")` : "";
const revokeToken = ({ evidence }) => {
	const account = evidence.serviceAccount;
	if (account === void 0) return evidence.facts["tokenKind"] === "bootstrap" ? "Delete the bootstrap token with \"kubeadm token delete\", and look through the nodes and signing requests that it may have made." : "Revoke the token where it was issued (the identity provider, the cluster manager, or the API server's token file) and issue a new one.";
	const secret = evidence.facts["tokenSecret"];
	const { namespace, name } = account;
	if (secret !== void 0 || evidence.neverExpires === true) return `Delete the Secret that holds the token${secret === void 0 ? "" : command(namespace, "secret", String(secret))}: from then on the API server refuses it.`;
	return `Delete what the token is bound to, or the service account itself${command(namespace, "serviceaccount", name)}, and make it anew.`;
};
const actions = ({ credential, privilege }) => {
	switch (credential.kind) {
		case "client-key": return revokeKey(privilege);
		case "token": return revokeToken(credential);
		case "password": return "Change the password where the API server or the proxy before it reads it, and use short-lived tokens instead.";
		case "auth-provider": return "Revoke it at the identity provider (end the user's sessions for tokens, renew the client's secret), then log in anew.";
		case "exec-secret": return "Revoke it at the service that issued it, and let the helper read the new one from the machine's own store.";
	}
};
/** What to do, the most pressing first. */
const remediationOf = (account) => `${actions(account)} Look through the API server's audit log for what was done with it. Deleting the file does not help: history keeps it.`;
// src/kubeconfig/server.ts
/** From the most to the least exposed. */
const exposure = [
	"public",
	"unknown",
	"private",
	"cluster-internal",
	"loopback",
	"example"
];
const moreExposed = (a, b) => exposure.indexOf(a) - exposure.indexOf(b);
/** Names of the host itself; Docker Desktop, minikube and OpenShift Local write theirs into the hosts file. */
const loopbackName = /^(?:.*\.)?(?:localhost|localhost\.localdomain|(?:kubernetes|host)\.docker\.internal|host\.minikube\.internal|crc\.testing)$/;
const exampleName = /^(?:.*\.)?(?:example|test|invalid|example\.(?:com|net|org))$/;
const clusterName = /^(?:kubernetes(?:\.default)?|.*\.svc(?:\..*)?|.*\.cluster\.local)$/;
/** Top-level domains of the public DNS have no digits but in Punycode. */
const privateName = /^[^.]+$|\.(?:local|internal|lan|home|corp|intranet|localdomain|private|arpa)$|\.privatelink\.|\.(?!xn--)[a-z-]*\d[a-z\d-]*$/;
const reachOfName = (name) => {
	if (loopbackName.test(name)) return "loopback";
	if (clusterName.test(name)) return "cluster-internal";
	if (exampleName.test(name)) return "example";
	return privateName.test(name) ? "private" : "public";
};
const unfilled = /\{\{|\$\{|\$\(|\$[A-Z_]|<[^>]*>|%[A-Z_]+%|__\w+__|REDACTED/;
/** Reads `server:` of a cluster. A value that is no address, or has gaps to fill in, is `unknown`. */
const readServer = (value) => {
	if (value === void 0 || value.length > 2048 || unfilled.test(value)) return {
		reach: "unknown",
		address: void 0
	};
	let url;
	try {
		url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `https://${value}`);
	} catch {
		return {
			reach: "unknown",
			address: void 0
		};
	}
	const host = url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
	const address = readable(`${url.protocol}//${url.host}${url.pathname === "/" ? "" : url.pathname}`);
	if (host === "") return {
		reach: "unknown",
		address: void 0
	};
	return {
		reach: reachOfAddress(host) ?? reachOfName(host.toLowerCase()),
		address
	};
};
// src/kubeconfig/entrance.ts
const maxOthers = 20;
const through = (context, cluster) => ({
	context: context?.name,
	contextNamespace: context?.namespace,
	cluster: cluster?.name ?? context?.cluster,
	server: readServer(cluster?.server),
	insecureSkipTlsVerify: cluster?.insecureSkipTlsVerify ?? false,
	others: []
});
/**
* Finds where a user leads. Of several clusters the most exposed is named, among equals the current one;
* without a context it is the only cluster that there is.
*/
const entranceOf = (config, user) => {
	const own = config.contexts.filter((context) => context.user !== void 0 && context.user === user.name);
	if (own.length === 0) return through(void 0, config.clusters.length === 1 ? config.clusters[0] : void 0);
	const current = (entrance) => entrance.context === config.currentContext ? 0 : 1;
	const [first, ...rest] = own.slice(0, maxOthers).map((context) => through(context, config.clusters.find(({ name }) => name === context.cluster))).sort((a, b) => moreExposed(a.server.reach, b.server.reach) || current(a) - current(b));
	const others = rest.flatMap(({ cluster }) => cluster === void 0 || cluster === first.cluster ? [] : [cluster]);
	return {
		...first,
		others: [...new Set(others)]
	};
};
// src/kubeconfig/strength.ts
/** Everything is allowed to it and no RBAC rule takes that away (kubernetes.io, "Using RBAC Authorization"). */
const unlimitedGroup = "system:masters";
const administrator = /(?:^|[^a-z])(?:cluster-?admins?|administrators?|admins?|root|super-?user|cluster-?owner|tiller)(?:$|[^a-z])|clusteradmin|^system:(?:bootstrappers|nodes)$/i;
/** What the groups, the subject, the service account and the name of the user say. */
const privilegeOf = ({ evidence }, userName) => {
	if (evidence.groups.includes(unlimitedGroup)) return "unlimited";
	return [
		evidence.subject,
		evidence.serviceAccount?.name,
		userName,
		...evidence.groups
	].some((name) => name !== void 0 && administrator.test(name)) ? "administrator" : "unknown";
};
const ladder = [
	"info",
	"low",
	"medium",
	"high",
	"critical"
];
const base = {
	unlimited: 4,
	administrator: 3,
	unknown: 2
};
/**
* Begins at the privilege; one step up for a public server, one for a token that never ends; at most medium where only
* the own machine is reached, low when expired or made up, info when it cannot work.
*/
const severityOf = ({ evidence }, privilege, { server }, expired) => {
	if (evidence.broken !== void 0) return "info";
	if (expired || evidence.madeUp === true) return "low";
	const raised = base[privilege] + (server.reach === "public" ? 1 : 0) + (evidence.neverExpires === true ? 1 : 0);
	const limit = server.reach === "loopback" || server.reach === "example" ? 2 : 4;
	return ladder[Math.min(raised, limit)];
};
// src/kubeconfig/judge.ts
const provider = "kubernetes";
const factsOf = ({ user, credential, entrance, privilege, expired }) => {
	const { evidence } = credential;
	return {
		provider,
		...optional("user", user),
		...optional("context", entrance.context),
		...optional("contextNamespace", entrance.contextNamespace),
		...optional("cluster", entrance.cluster),
		...entrance.others.length === 0 ? {} : { otherClusters: entrance.others },
		...optional("server", entrance.server.address),
		reach: entrance.server.reach,
		insecureSkipTlsVerify: entrance.insecureSkipTlsVerify,
		...optional("subject", evidence.subject),
		...evidence.groups.length === 0 ? {} : { groups: evidence.groups },
		privilege,
		...optional("notBefore", evidence.notBefore?.toISOString()),
		...optional("notAfter", evidence.notAfter?.toISOString()),
		...evidence.notAfter === void 0 ? {} : { expired },
		...evidence.neverExpires === true ? { neverExpires: true } : {},
		...evidence.facts
	};
};
/** Keys and tokens are the same secret however their lines are broken. */
const secretOf = ({ kind, scalar }) => kind === "password" ? scalar.value : scalar.value.replaceAll(/\s+/g, "");
/** The secrets of a login helper belong to another service, whose own rule knows more of them. */
const rankOf = ({ kind }) => kind === "exec-secret" ? ranks.contextual : ranks.parser;
const toMatch = (account) => {
	const { credential, privilege, entrance, expired } = account;
	return {
		check: `kubeconfig/${credential.kind}`,
		provider,
		title: titles[credential.kind],
		severity: severityOf(credential, privilege, entrance, expired),
		proof: credential.evidence.proof,
		detail: detailOf(account),
		remediation: remediationOf(account),
		facts: factsOf(account),
		secret: secretOf(credential),
		start: credential.scalar.start,
		end: credential.scalar.end,
		rank: rankOf(credential)
	};
};
/** A list of users with tokens and passwords alone is no kubeconfig yet: other programs write such lists too. */
const isKubeconfig = ({ clusters, contexts, currentContext }, user) => clusters.length > 0 || contexts.length > 0 || currentContext !== void 0 || user.keyData !== void 0 || user.certificateData !== void 0;
/** One match for each credential of a kubeconfig. */
const judgeKubeconfig = (config, now, readKey) => config.users.filter((user) => isKubeconfig(config, user)).flatMap((user) => {
	const entrance = entranceOf(config, user);
	return credentialsOf(user, readKey).map((credential) => {
		const { notAfter } = credential.evidence;
		const expired = notAfter !== void 0 && notAfter.getTime() < now.getTime();
		const privilege = privilegeOf(credential, user.name);
		return toMatch({
			user: user.name,
			credential,
			entrance,
			privilege,
			expired
		});
	});
});
// src/kubeconfig/parser.ts
/** Without one of these words a content has no way into a cluster, or none that a kubeconfig's shape could tell. */
const anchors = [
	"client-key-data",
	"client-certificate-data",
	"certificate-authority-data",
	"current-context",
	"insecure-skip-tls-verify",
	"contexts:",
	"contexts\":",
	"contexts\\\":",
	"kind: Config\n",
	"kind: Config\r"
];
/** How many keys of one content are compared with their certificates; further ones are reported by their place alone. */
const maxKeys = 2e3;
const boundedKeyReader = () => {
	let count = 0;
	return (keyData, certificateData) => count++ < maxKeys ? readKey(keyData, certificateData) : unreadKey;
};
/** Whoever gets into a cluster stands under one of these keys, quoted and escaped in any way: by each of them one way of looking tells. */
const [usersKey, userKey, dataKey] = [
	Buffer.from("users"),
	Buffer.from("user"),
	Buffer.from("client-key-data")
];
const signs = new Set([...":="].map((char) => char.charCodeAt(0)));
const between = new Set([...` \t\r\n"'\\`].map((char) => char.charCodeAt(0)));
const mostBetween = 40;
const hasKey = (content, key) => {
	for (let at = content.indexOf(key); at !== -1; at = content.indexOf(key, at + 1)) {
		let end = at + key.length;
		while (end < at + key.length + mostBetween && between.has(content[end])) end++;
		if (signs.has(content[end])) return true;
	}
	return false;
};
/** Two ways may lead to the same secret; the first knew more of its surroundings. */
const addNew = (matches, found) => {
	for (const match of found) if (!matches.has(match.start)) matches.set(match.start, match);
};
const parse = (content, now) => {
	const [hasUsers, hasUser, hasData] = [
		usersKey,
		userKey,
		dataKey
	].map((key) => hasKey(content, key));
	if (!hasUsers && !hasUser && !hasData) return [];
	const source = wholeText(content);
	const reader = boundedKeyReader();
	const matches = /* @__PURE__ */ new Map();
	const add = (find) => {
		try {
			for (const config of find()) addNew(matches, judgeKubeconfig(config, now, reader));
		} catch {}
	};
	if (hasUsers) add(() => findKubeconfigs(source));
	if (hasUser) add(() => loneUsers(source));
	if (hasData) add(() => loneKeys(source, (at) => matches.has(at)));
	return [...matches.values()].sort((a, b) => a.start - b.start);
};
/** A parser that takes the time from `clock`, so that what has expired can be tested. */
const createKubeconfigParser = (clock) => ({
	anchors,
	parse: (content) => parse(content, clock())
});
/** Finds the credentials of kubeconfigs. */
const kubeconfigParser = createKubeconfigParser(() => /* @__PURE__ */ new Date());
export { rules as A, imagesOfAnchor as C, inspect as D, asUtf8 as E, placed as O, encodingName as S, createRooms as T, viewAround as _, createDetector as a, decodeAround as b, piecesOf as c, shifted as d, prepareWith as f, serviceWords as g, isServiceCheck as h, documentParsers as i, lineIndex as k, regionsHolding as l, weigh as m, kubeconfigChecks as n, detectorOf as o, surroundings as p, documentChecks as r, createRunner as s, kubeconfigParser as t, compileExpression as u, decodeEscapes as v, telltaleWords as w, encodedImages as x, escapesRule as y };
