import { t as require_dist } from "./dist.js";
import { n as loadConfiguration } from "./configuration.js";
import { t as UsageError } from "./usage-error.js";
import { t as quoteExpression } from "./quote-expression.js";
import { t as isJsonObject } from "./json-object.js";
import { t as escapeTerminal } from "./escape-terminal.js";
import { readFileSync } from "node:fs";
// src/moving-in/path-glob.ts
var import_dist = require_dist();
const any = "\0";
const some = "";
/** More than these are no longer readable as ignores. */
const maxTexts = 40;
var Unknown = class extends Error {
	name = "Unknown";
};
const joined = (a, b) => {
	if (a.length * b.length > maxTexts) throw new Unknown("too many");
	return a.flatMap((start) => b.map((end) => start + end));
};
const take = (reader, pattern) => {
	const sticky = new RegExp(pattern.source, "y");
	sticky.lastIndex = reader.at;
	const found = sticky.exec(reader.text);
	if (found !== null) reader.at += found[0].length;
	return found;
};
const atom = (reader) => {
	if (take(reader, /\.[*+]\??/) !== null) return [any];
	if (take(reader, /\[\^\/\]\*|\[\^\/\]\+/) !== null) return [some];
	if (take(reader, /\[\/\\\\\]|\[\\\\\/\]/) !== null) return ["/"];
	if (take(reader, /\((?:\?:)?(?!\?)/) !== null) {
		const inside = alternatives(reader);
		if (take(reader, /\)/) === null) throw new Unknown("an open group");
		return inside;
	}
	const single = take(reader, /\[([\w.-])\]/)?.[1] ?? take(reader, /\\([^\w\s])/)?.[1] ?? take(reader, /[\w\-/@ ,~#%&=:;'"!<>^$]/)?.[0];
	if (single !== void 0) return [single];
	if (take(reader, /\.(?![*+?{])/) !== null) return ["."];
	throw new Unknown(reader.text[reader.at] ?? "");
};
const sequence = (reader) => {
	let texts = [""];
	while (reader.at < reader.text.length && !/[|)]/.test(reader.text[reader.at])) {
		let next = atom(reader);
		if (take(reader, /\?/) !== null) next = ["", ...next];
		if (/[*+{?]/.test(reader.text[reader.at] ?? "")) throw new Unknown("a repeat");
		texts = joined(texts, next);
	}
	return texts;
};
const alternatives = (reader) => {
	const texts = [...sequence(reader)];
	while (take(reader, /\|/) !== null) texts.push(...sequence(reader));
	if (texts.length > maxTexts) throw new Unknown("too many");
	return texts;
};
const trimmed = (text) => {
	const rooted = text.startsWith("^") && text[1] !== any;
	const closed = text.endsWith("$") && text.at(-2) !== any;
	return {
		body: text.replace(/^\^/, "").replace(/\$$/, "").replace(/^\0+|\0+$/g, ""),
		rooted,
		closed
	};
};
const globOf = (text) => {
	const { body, rooted, closed } = trimmed(text);
	if (body === "" || /[\^$]/.test(body) || /[*?[\]{}]/.test(body)) throw new Unknown("anchors inside");
	const start = rooted ? body.replace(/^\//, "") : body.startsWith("/") ? `**${body}` : `**/*${body}`;
	const glob = (closed ? start : start.endsWith("/") ? `${start}**` : `${start}*`).replaceAll("/\0/", "/**/").replaceAll(some, "*");
	if (glob.includes(any)) throw new Unknown("anything inside a name");
	return glob.replaceAll(/\*{3,}/g, "**");
};
/**
* Paths in allowlists are regular expressions that are searched for in the whole path. The plain ones among them (folders,
* names, endings, alternatives of these) can be told as globs; undefined for the others.
*/
const globsOfPath = (expression) => {
	const reader = {
		text: expression.replace(/^\(\?i\)/, ""),
		at: 0
	};
	try {
		const texts = alternatives(reader);
		if (reader.at < reader.text.length) return void 0;
		const globs = new Set(texts.map(globOf));
		return [...globs].filter((glob) => !globs.has(`**/${glob}`) && !(glob.endsWith("/**") && globs.has(glob.slice(0, -3))));
	} catch (error) {
		if (error instanceof Unknown || error instanceof RangeError) return void 0;
		throw error;
	}
};
// node_modules/smol-toml/dist/error.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
function getLineColFromPtr(string, ptr) {
	let lines = string.slice(0, ptr).split(/\r?\n/);
	return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string, line, column) {
	let lines = string.split(/\r?\n/);
	let codeblock = "";
	let numberLen = (Math.log10(line + 1) | 0) + 1;
	for (let i = line - 1; i <= line + 1; i++) {
		let l = lines[i - 1];
		if (!l) continue;
		codeblock += i.toString().padEnd(numberLen, " ");
		codeblock += ":  ";
		codeblock += l;
		codeblock += "\n";
		if (i === line) {
			codeblock += " ".repeat(numberLen + column + 2);
			codeblock += "^\n";
		}
	}
	return codeblock;
}
var TomlError = class TomlError extends Error {
	line;
	column;
	codeblock;
	constructor(message, options) {
		const [line, column] = getLineColFromPtr(options.toml, options.ptr);
		const codeblock = makeCodeBlock(options.toml, line, column);
		super(`Invalid TOML document: ${message}\n\n${codeblock}`, options);
		this.line = line;
		this.column = column;
		this.codeblock = codeblock;
	}
	/** @internal */
	static x(message, ctx, ptr) {
		throw new TomlError(message, {
			toml: ctx.s,
			ptr: ptr ?? ctx.p
		});
	}
};
// node_modules/smol-toml/dist/primitive.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
/** @internal */
function parseString(ctx) {
	let startPtr = ctx.p;
	let c = ctx.s.charCodeAt(ctx.p++);
	let first = c;
	let isLiteral = c === 39;
	let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
	if (isMultiline) {
		if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 10) ctx.p++;
		else if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) ctx.p += 2;
	}
	let parsed = "";
	let sliceStart = ctx.p;
	let state = 0;
	for (; ctx.p < ctx.s.length; ctx.p++) {
		c = ctx.s.charCodeAt(ctx.p);
		if (isMultiline && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)) state = state && 3;
		else if (c < 32 && c !== 9 || c === 127) TomlError.x("control characters are not allowed in strings", ctx);
		else if ((!state || state === 3) && c === first && (!isMultiline || ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first)) {
			if (isMultiline) {
				if (ctx.s.charCodeAt(ctx.p + 3) === first) ctx.p++;
				if (ctx.s.charCodeAt(ctx.p + 3) === first) ctx.p++;
			}
			if (!state) {
				let s = ctx.s.slice(sliceStart, ctx.p);
				parsed = parsed ? parsed + s : s;
			}
			ctx.p += isMultiline ? 3 : 1;
			return parsed;
		} else if (!state) {
			if (!isLiteral && c === 92) {
				parsed += ctx.s.slice(sliceStart, sliceStart = ctx.p);
				state = 1;
			}
		} else if (state === 1) {
			if (c === 120 || c === 117 || c === 85) {
				let errPtr = ctx.p++ - 1;
				let value = 0;
				let len = c === 120 ? 2 : c === 117 ? 4 : 8;
				for (let j = 0; j < len; j++, ctx.p++) {
					let hex = ctx.s.charCodeAt(ctx.p);
					let digit = hex >= 48 && hex <= 57 ? hex - 48 : hex >= 65 && hex <= 70 ? hex - 65 + 10 : hex >= 97 && hex <= 102 ? hex - 97 + 10 : -1;
					if (digit < 0) TomlError.x("invalid non-hex character in unicode escape", ctx);
					value = value << 4 | digit;
				}
				if (value < 0 || value > 1114111 || value >= 55296 && value <= 57343) TomlError.x("invalid unicode escape", ctx, errPtr);
				parsed += String.fromCodePoint(value);
				sliceStart = ctx.p--;
				state = 0;
			} else if (isMultiline && (c === 32 || c === 9)) state = 2;
			else {
				if (c === 98) parsed += "\b";
				else if (c === 116) parsed += "	";
				else if (c === 110) parsed += "\n";
				else if (c === 102) parsed += "\f";
				else if (c === 114) parsed += "\r";
				else if (c === 101) parsed += "\x1B";
				else if (c === 34) parsed += "\"";
				else if (c === 92) parsed += "\\";
				else TomlError.x("unrecognised escape sequence", ctx);
				sliceStart = ctx.p + 1;
				state = 0;
			}
		} else if (c !== 32 && c !== 9) {
			if (state === 2) TomlError.x("invalid escape: only line-ending whitespace may be escaped", ctx, sliceStart);
			state = !isLiteral && c === 92 ? 1 : 0;
			sliceStart = ctx.p;
		}
	}
	TomlError.x("unfinished string", ctx, startPtr);
}
// node_modules/smol-toml/dist/date.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
let DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
var TomlDate = class TomlDate extends Date {
	#hasDate = false;
	#hasTime = false;
	#offset = null;
	constructor(date, fasttype, unsafeDelim) {
		let hasDate = true;
		let hasTime = true;
		let offset = "Z";
		let c;
		if (typeof date === "string") {
			if (fasttype) prep: {
				if (fasttype < 3) {
					if (+date.slice(11, 13) > 23) {
						date = "";
						break prep;
					}
					if (fasttype === 2) {
						offset = null;
						date += "Z";
					} else if ((c = date.charCodeAt(date.length - 1)) !== 90 && c !== 122) offset = date.slice(date.length - 6);
					if (unsafeDelim) date = date.slice(0, 10) + "T" + date.slice(11);
				} else if (fasttype === 4) date = +date.slice(0, 2) > 23 ? "" : `0000-01-01T${date}Z`;
				hasDate = fasttype !== 4;
				hasTime = fasttype !== 3;
			}
			else {
				let match = date.match(DATE_TIME_RE);
				if (match) {
					if (!match[1]) {
						hasDate = false;
						date = `0000-01-01T${date}`;
					}
					hasTime = !!match[2];
					hasTime && date[10] === " " && (date = date.replace(" ", "T"));
					if (match[2] && +match[2] > 23) date = "";
					else {
						offset = match[3] || null;
						if (!offset && hasTime) date += "Z";
					}
				} else date = "";
			}
		}
		super(date);
		if (!isNaN(this.getTime())) {
			this.#hasDate = hasDate;
			this.#hasTime = hasTime;
			this.#offset = offset;
		}
	}
	isDateTime() {
		return this.#hasDate && this.#hasTime;
	}
	isLocal() {
		return !this.#hasDate || !this.#hasTime || !this.#offset;
	}
	isDate() {
		return this.#hasDate && !this.#hasTime;
	}
	isTime() {
		return this.#hasTime && !this.#hasDate;
	}
	isValid() {
		return this.#hasDate || this.#hasTime;
	}
	toISOString() {
		let iso = super.toISOString();
		if (this.isDate()) return iso.slice(0, 10);
		if (this.isTime()) return iso.slice(11, 23);
		if (this.#offset === null) return iso.slice(0, -1);
		if (this.#offset === "Z" || this.#offset === "z") return iso;
		let offset = +this.#offset.slice(1, 3) * 60 + +this.#offset.slice(4, 6);
		offset = this.#offset[0] === "-" ? offset : -offset;
		return (/* @__PURE__ */ new Date(this.getTime() - offset * 6e4)).toISOString().slice(0, -1) + this.#offset;
	}
	static wrapAsOffsetDateTime(jsDate, offset = "Z") {
		let date = new TomlDate(jsDate);
		date.#offset = offset;
		return date;
	}
	static wrapAsLocalDateTime(jsDate) {
		let date = new TomlDate(jsDate);
		date.#offset = null;
		return date;
	}
	static wrapAsLocalDate(jsDate) {
		let date = new TomlDate(jsDate);
		date.#hasTime = false;
		date.#offset = null;
		return date;
	}
	static wrapAsLocalTime(jsDate) {
		let date = new TomlDate(jsDate);
		date.#hasDate = false;
		date.#offset = null;
		return date;
	}
};
// node_modules/smol-toml/dist/extract.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
function isDigit(char, base = 10) {
	return base === 16 ? char > 47 && char < 58 || char > 64 && char < 71 || char > 96 && char < 103 : char > 47 && char < 48 + base;
}
function isEndOfValue(char, delim) {
	return char === 32 || char === 9 || char === 10 || char === 13 || delim && (char === delim || char === 44) || char === 35;
}
/** @internal */
function extractValue(ctx, end) {
	let errPtr = ctx.p;
	let c = ctx.s.charCodeAt(ctx.p);
	if (c === 91 || c === 123) {
		ctx.d-- || TomlError.x("document contains excessively nested structures. aborting.", ctx);
		let value = c === 91 ? parseArray(ctx) : parseInlineTable(ctx);
		ctx.d++;
		return value;
	}
	if (c === 34 || c === 39) return parseString(ctx);
	if (c === 116) {
		if (ctx.s.charCodeAt(++ctx.p) !== 114 || ctx.s.charCodeAt(++ctx.p) !== 117 || ctx.s.charCodeAt(++ctx.p) !== 101) TomlError.x("invalid value", ctx, errPtr);
		return ctx.p++, true;
	}
	if (c === 102) {
		if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 108 || ctx.s.charCodeAt(++ctx.p) !== 115 || ctx.s.charCodeAt(++ctx.p) !== 101) TomlError.x("invalid value", ctx, errPtr);
		return ctx.p++, false;
	}
	if (c === 43 || c === 45) return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 44 - c, end);
	if (ctx.s.charCodeAt(ctx.p + 4) === 45 && ctx.s.charCodeAt(ctx.p + 7) === 45) return parseDate(ctx, c, end);
	if (ctx.s.charCodeAt(ctx.p + 2) === 58) return parseTime(ctx, c, end);
	return parseNumber(ctx, ctx.p, c, 0, end);
}
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
	let c = startChr;
	let state = 0;
	let hasUnderscores = false;
	if (c === 105) {
		if (ctx.s.charCodeAt(++ctx.p) !== 110 || ctx.s.charCodeAt(++ctx.p) !== 102) TomlError.x("invalid value", ctx, startPtr);
		return ctx.p++, (sign || 1) / 0;
	}
	if (c === 110) {
		if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 110) TomlError.x("invalid value", ctx, startPtr);
		return ctx.p++, NaN;
	}
	if (c === 48) {
		if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr)) return ctx.bi === true ? 0n : 0;
		if (!sign) {
			if (c === 120) return parseIntegerBaseN(ctx, startPtr, 16, endChr);
			else if (c === 98) return parseIntegerBaseN(ctx, startPtr, 2, endChr);
			else if (c === 111) return parseIntegerBaseN(ctx, startPtr, 8, endChr);
		}
		if (c === 46) state = 2;
		else if (c === 101 || c === 69) state = 4;
		else TomlError.x("illegal leading zero", ctx, startPtr);
	} else if (!isDigit(c)) TomlError.x("invalid value", ctx, startPtr);
	while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
		if (!state) state = 1;
		if (c === 95) {
			if (!(state & 1)) TomlError.x("illegal underscore", ctx);
			state += 11;
			hasUnderscores = true;
		} else if (state === 1 && c === 46) state = 2;
		else if ((state === 1 || state === 3) && (c === 101 || c === 69)) state = 4;
		else if (state === 4 && (c === 43 || c === 45)) state = 6;
		else if (!isDigit(c)) TomlError.x(`illegal character in numeric literal`, ctx);
		else if (state > 9) state -= 11;
		else if (!(state & 1)) state++;
	}
	if (!state) {
		let val = (startChr - 48) * (sign || 1);
		return ctx.bi === true ? BigInt(val) : val;
	}
	if (!(state & 1)) TomlError.x("unfinished numeric value", ctx, startPtr);
	let str = ctx.s.slice(startPtr, ctx.p);
	if (hasUnderscores) str = str.replaceAll("_", "");
	return state > 1 ? parseFloat(str) : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
	let c, underscore = 1;
	while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) if (c === 95) {
		if (underscore & 1) TomlError.x("illegal underscore", ctx);
		underscore = 3;
	} else if (!isDigit(c, base)) TomlError.x(`illegal character in numeric literal`, ctx);
	else if (underscore & 1) underscore--;
	if (underscore & 1) TomlError.x("unfinished numeric value", ctx);
	let str = ctx.s.slice(startPtr + 2, ctx.p);
	if (underscore) str = str.replaceAll("_", "");
	return parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
	if (ctx.bi !== true) int: {
		let val = parseInt(str, base);
		if (!Number.isSafeInteger(val)) {
			if (ctx.bi) break int;
			TomlError.x("integer value cannot be represented losslessly", ctx, startPtr);
		}
		return val;
	}
	return base === 10 ? BigInt(str) : BigInt((base === 2 ? "0b" : base === 8 ? "0o" : "0x") + str);
}
function parseDate(ctx, c, endChr) {
	let startPtr = ctx.p++, unsafeSeparator;
	if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++))) return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
	ctx.p += 5;
	if (!isDigit(ctx.s.charCodeAt(ctx.p++))) TomlError.x("invalid date-time: date part is malformed", ctx, startPtr);
	if (ctx.p >= ctx.s.length || ((c = ctx.s.charCodeAt(ctx.p)) !== 32 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 84 && c !== 116) return readDate(ctx, ctx.s.slice(startPtr, ctx.p), 3, false, startPtr);
	if (ctx.s.charCodeAt(ctx.p += 3) !== 58) TomlError.x("invalid date-time: time part is malformed", ctx, startPtr);
	if (ctx.s.charCodeAt(ctx.p += 3) === 58) ctx.p += 3;
	if (ctx.s.charCodeAt(ctx.p) === 46) while (isDigit(ctx.s.charCodeAt(++ctx.p)));
	if (c = ctx.s.charCodeAt(ctx.p)) {
		if (c === 90 || c === 122) return readDate(ctx, ctx.s.slice(startPtr, ++ctx.p), 1, unsafeSeparator, startPtr, "[+00:00]");
		if (c === 43 || c === 45) return readDate(ctx, ctx.s.slice(startPtr, ctx.p += 6), 1, unsafeSeparator, startPtr, !ctx.ld && "[" + ctx.s.slice(ctx.p - 6, ctx.p) + "]");
	}
	return readDate(ctx, ctx.s.slice(startPtr, ctx.p), 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
	let start = ctx.p;
	if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) return parseNumber(ctx, --ctx.p, c, 0, endChr);
	if (ctx.s.charCodeAt(ctx.p += 4) === 58) ctx.p += 3;
	if (ctx.s.charCodeAt(ctx.p) === 46) while (isDigit(ctx.s.charCodeAt(++ctx.p)));
	return readDate(ctx, ctx.s.slice(start, ctx.p), 4, false, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
	if (ctx.ld) {
		let date = new TomlDate(str, type, unsafeDelim);
		if (!date.isValid()) TomlError.x("invalid date", ctx, errPtr);
		return date;
	}
	try {
		if (temporalSuffix) str += temporalSuffix;
		switch (type) {
			case 1: return Temporal.ZonedDateTime.from(str);
			case 2: return Temporal.PlainDateTime.from(str);
			case 3: return Temporal.PlainDate.from(str);
			case 4: return Temporal.PlainTime.from(str);
		}
	} catch (e) {
		TomlError.x(e instanceof Error ? e.message : "" + e, ctx, errPtr);
	}
}
// node_modules/smol-toml/dist/util.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
/** @internal */
function skipComment(ctx) {
	for (; ctx.p < ctx.s.length; ctx.p++) {
		let c = ctx.s.charCodeAt(ctx.p);
		if (c === 10) break;
		if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) {
			ctx.p++;
			break;
		}
		if (c < 32 && c !== 9 || c === 127) TomlError.x("control characters are not allowed in comments", ctx);
	}
}
/** @internal */
function skipVoid(ctx, banNewLines, banComments) {
	let c;
	while (ctx.p < ctx.s.length) {
		while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 32 || c === 9 || !banNewLines && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10))) ctx.p++;
		if (banComments || c !== 35) break;
		skipComment(ctx);
	}
}
// node_modules/smol-toml/dist/struct.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
/** @internal */
function parseKey(ctx, end = 61) {
	let startPtr;
	let state = 0;
	let parsed = [];
	let sliceStart;
	let c = ctx.s.charCodeAt(startPtr = ctx.p);
	do
		if (c === end) {
			if (!state) TomlError.x("unexpected end of key", ctx);
			if (state === 1) parsed.push(ctx.s.slice(sliceStart, ctx.p));
			return ctx.p++, parsed;
		} else if (c === 46) {
			if (!state) TomlError.x("illegal empty bare key", ctx);
			if (state === 1) parsed.push(ctx.s.slice(sliceStart, ctx.p));
			state = 0;
		} else if (!state && (c === 34 || c === 39)) {
			if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2)) TomlError.x("illegal quoted key: multiline strings are not allowed", ctx);
			parsed.push(parseString(ctx));
			state = 2;
			ctx.p--;
		} else if (c === 32 || c === 9) {
			if (state === 1) {
				parsed.push(ctx.s.slice(sliceStart, ctx.p));
				state = 2;
			}
		} else if (state === 2 || c < 48 && c !== 45 || c > 57 && c < 65 || c > 90 && c < 97 && c !== 95 || c > 122) TomlError.x("illegal character in key", ctx);
		else if (!state) {
			state = 1;
			sliceStart = ctx.p;
		}
	while (c = ctx.s.charCodeAt(++ctx.p));
	TomlError.x("incomplete key-value: cannot find end of key", ctx, startPtr);
}
/** @internal */
function parseInlineTable(ctx) {
	let startPtr = ctx.p++;
	let res = Object.create(null);
	let seen = /* @__PURE__ */ new Set();
	let c;
	while (ctx.p < ctx.s.length) {
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p)) === 125) {
			ctx.p++;
			return res;
		}
		let k;
		let t = res;
		let hasOwn = false;
		let errPtr = ctx.p;
		let key = parseKey(ctx);
		for (let i = 0; i < key.length; i++) {
			if (i) t = hasOwn ? t[k] : t[k] = Object.create(null);
			k = key[i];
			if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== "object" || seen.has(t[k]))) TomlError.x("trying to redefine an already defined value", ctx, errPtr);
			let unsafe = k === "__proto__";
			if (ctx.uk && (unsafe || k === "constructor")) {
				t = ctx.uk !== 1 && TomlError.x("document contains an unsafe property", ctx, errPtr);
				break;
			}
			if (!hasOwn && unsafe) Object.defineProperty(t, k, {
				enumerable: true,
				configurable: true,
				writable: true
			});
		}
		if (hasOwn) TomlError.x("trying to redefine an already defined value", ctx, errPtr);
		skipVoid(ctx, true, true);
		let value = extractValue(ctx, 125);
		if (t && typeof (t[k] = value) === "object") seen.add(value);
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p++)) === 125) return res;
		if (c !== 44) TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
	}
	TomlError.x("unfinished table", ctx, startPtr);
}
/** @internal */
function parseArray(ctx) {
	let startPtr = ctx.p++;
	let res = [];
	let c;
	while (ctx.p < ctx.s.length) {
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p)) === 93) {
			ctx.p++;
			return res;
		}
		res.push(extractValue(ctx, 93));
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p++)) === 93) return res;
		if (c !== 44) TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
	}
	TomlError.x("unfinished array", ctx, startPtr);
}
// node_modules/smol-toml/dist/parse.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
function peekTable(ctx, key, table, meta, type) {
	let t = table;
	let m = meta;
	let k;
	let hasOwn = false;
	let state;
	for (let i = 0; i < key.length; i++) {
		if (i) {
			t = hasOwn ? t[k] : t[k] = Object.create(null);
			m = (state = m[k]).c;
			if (type === 0 && (state.t === 1 || state.t === 2)) return null;
			if (state.t === 2) {
				let l = t.length - 1;
				t = t[l];
				m = m[l].c;
			}
		}
		k = key[i];
		if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 && m[k]?.d) return null;
		if (!hasOwn) {
			let unsafe = k === "__proto__";
			if (ctx.uk && (unsafe || k === "constructor")) return false;
			if (unsafe) {
				Object.defineProperty(t, k, {
					enumerable: true,
					configurable: true,
					writable: true
				});
				Object.defineProperty(m, k, {
					enumerable: true,
					configurable: true,
					writable: true
				});
			}
			m[k] = {
				t: i < key.length - 1 && type === 2 ? 3 : type,
				d: false,
				i: 0,
				c: Object.create(null)
			};
		}
	}
	state = m[k];
	if (state.t !== type && !(type === 1 && state.t === 3)) return null;
	if (type === 2) {
		if (!state.d) {
			state.d = true;
			t[k] = [];
		}
		t[k].push(t = Object.create(null));
		state.c[state.i++] = state = {
			t: 1,
			d: false,
			i: 0,
			c: Object.create(null)
		};
	}
	if (state.d) return null;
	state.d = true;
	if (type === 1) t = hasOwn ? t[k] : t[k] = Object.create(null);
	else if (type === 0 && hasOwn) return null;
	return [
		k,
		t,
		state.c
	];
}
function validateTablePeek(ctx, peek, ptr) {
	if (peek === null || ctx.uk === 2) TomlError.x(peek === null ? "trying to redefine an already defined table or value" : "document contains an unsafe property", ctx, ptr);
}
function parse(toml, options = {}) {
	let ctx = {
		s: toml,
		p: 0,
		d: options.maxDepth ?? 1e3,
		bi: options.integersAsBigInt ?? false,
		ld: options.useLegacyDate ?? true,
		uk: options.unsafeKeyBehaviour === "throw" ? 2 : options.unsafeKeyBehaviour === "drop" ? 1 : 0
	};
	let res = Object.create(null);
	let meta = Object.create(null);
	let tmp;
	let skipping = false;
	let tbl = res;
	let m = meta;
	if (toml.charCodeAt(0) === 65279) ctx.p++;
	skipVoid(ctx);
	while (ctx.p < toml.length) {
		if (toml.charCodeAt(ctx.p) === 91) {
			let isTableArray = toml.charCodeAt(++ctx.p) === 91;
			tmp = ctx.p += +isTableArray;
			skipping = false;
			let k = parseKey(ctx, 93);
			if (isTableArray) {
				if (toml.charCodeAt(ctx.p) !== 93) TomlError.x("expected end of table array declaration", ctx);
				ctx.p++;
			}
			let p = peekTable(ctx, k, res, meta, isTableArray ? 2 : 1);
			if (!p) {
				validateTablePeek(ctx, p, tmp);
				skipping = true;
			} else {
				m = p[2];
				tbl = p[1];
			}
		} else {
			tmp = ctx.p;
			let p = peekTable(ctx, parseKey(ctx), tbl, m, 0);
			if (!p && !skipping) validateTablePeek(ctx, p, tmp);
			skipVoid(ctx, true, true);
			let v = extractValue(ctx, void 0);
			if (p && !skipping) p[1][p[0]] = v;
		}
		skipVoid(ctx, true);
		if (ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 10 && (tmp !== 13 || toml.charCodeAt(ctx.p + 1) !== 10)) TomlError.x("each key-value declaration must be followed by an end-of-line", ctx);
		skipVoid(ctx);
	}
	return res;
}
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
"".isWellFormed;
// node_modules/smol-toml/dist/index.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
// src/moving-in/toml-lines.ts
const header = /^\s*(\[\[?)\s*([\w."' -]+?)\s*\]\]?\s*(?:#.*)?$/;
const assignment = /^\s*([\w-]+|"[^"]*"|'[^']*')\s*(?:\.\s*[\w"'.-]+\s*)?=(.*)$/;
const nextToken = /'''|"""|'[^']*'|"(?:[^"\\]|\\.)*"|#/;
/** The quotes of a text of several lines that begins in a line and is open at its end; `undefined` where there is none. */
const opens = (line) => {
	for (let rest = line;;) {
		const next = nextToken.exec(rest);
		if (next === null || next[0] === "#") return void 0;
		rest = rest.slice(next.index + next[0].length);
		if (next[0] !== "'''" && next[0] !== "\"\"\"") continue;
		const end = rest.indexOf(next[0]);
		if (end === -1) return next[0];
		rest = rest.slice(end + 3);
	}
};
/** Whether a text of several lines is still open after a line. */
const openAfter = (line, open) => {
	if (open === void 0) return opens(line);
	const end = line.indexOf(open);
	return end === -1 ? open : opens(line.slice(end + 3));
};
/** Go reads keys without regard to case (viper). */
const unquoted = (name) => name.trim().replace(/^["']|["']$/g, "").toLowerCase();
const below = (table, name) => table === "" ? name : `${table}.${name}`;
/** Counts tables of lists, so that `[[rules.allowlists]]` belongs to the last `[[rules]]`. */
const createHeaders = () => {
	const counts = /* @__PURE__ */ new Map();
	const resolved = (names) => names.reduce((path, name) => {
		const count = counts.get(below(path, name));
		return count === void 0 ? below(path, name) : `${below(path, name)}[${count}]`;
	}, "");
	return (bracket, words) => {
		const names = words.split(".").map(unquoted);
		if (bracket === "[[") {
			const plain = below(resolved(names.slice(0, -1)), names.at(-1));
			counts.set(plain, (counts.get(plain) ?? -1) + 1);
		}
		return resolved(names);
	};
};
/** Reads a text that a TOML parser has accepted. */
const tomlLines = (text) => {
	const lines = /* @__PURE__ */ new Map();
	const tableOf = createHeaders();
	let table = "";
	let open;
	const read = (line, number) => {
		const [, bracket, words] = header.exec(line) ?? [];
		if (words !== void 0) {
			table = tableOf(bracket, words);
			lines.set(table, number);
			return;
		}
		const key = assignment.exec(line)?.[1];
		if (key !== void 0 && !lines.has(below(table, unquoted(key)))) lines.set(below(table, unquoted(key)), number);
	};
	text.split("\n").forEach((line, index) => {
		if (open === void 0) read(line.replace(/\r$/, ""), index + 1);
		open = openAfter(line, open);
	});
	const of = (path) => lines.get(path) ?? (path.includes(".") ? of(path.slice(0, path.lastIndexOf("."))) : 1);
	return { of };
};
const isTable = (value) => isJsonObject(value) && !(value instanceof Date);
/** A table, or a list of tables, below another. */
const tablesAt = ({ values, path }, name) => {
	const value = values[name];
	const below = path === "" ? name : `${path}.${name}`;
	if (isTable(value)) return [{
		values: value,
		path: below
	}];
	if (!Array.isArray(value)) return [];
	return value.filter(isTable).map((table, index) => ({
		values: table,
		path: `${below}[${index}]`
	}));
};
const textAt = ({ values }, name) => typeof values[name] === "string" ? values[name] : void 0;
const numberAt = ({ values }, name) => {
	const value = values[name];
	return typeof value === "number" ? value : typeof value === "bigint" ? Number(value) : void 0;
};
const textsAt = ({ values }, name) => {
	const value = values[name];
	if (typeof value === "string") return [value];
	return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
};
/** Go reads keys without regard to case (viper), so `secretgroup` means `secretGroup`. */
const lowerKeys = (value) => {
	if (Array.isArray(value)) return value.map(lowerKeys);
	if (!isTable(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toLowerCase(), lowerKeys(inner)]));
};
/** Reads TOML. Throws a UsageError with line and column. */
const readScannerConfig = (text, file) => {
	if (text.length > 8388608) throw new UsageError(`${file}: too large for a configuration`);
	const plain = text.replace(/^\ufeff/, "");
	let values;
	try {
		values = lowerKeys(parse(plain));
	} catch (error) {
		const [place, what] = error instanceof TomlError ? [`:${error.line}:${error.column}`, "is no TOML"] : ["", "cannot be read"];
		throw new UsageError(`${file}${place}: ${what}: ${error.message.split("\n")[0]}`, { cause: error });
	}
	const root = {
		values,
		path: ""
	};
	return {
		root,
		rules: tablesAt(root, "rules"),
		lines: tomlLines(plain)
	};
};
// src/moving-in/allowlists.ts
const nothingAllowed = {
	except: [],
	ignores: [],
	remarks: []
};
const joinAllowed = (parts) => ({
	except: parts.flatMap(({ except }) => except),
	ignores: parts.flatMap(({ ignores }) => ignores),
	remarks: parts.flatMap(({ remarks }) => remarks)
});
/** Words are looked for anywhere in a secret, in any case (gitleaks, README: `stopwords`). */
const wordsExpression = (words) => {
	const expressions = [];
	let line = "";
	for (const word of words.map(quoteExpression)) {
		if (line !== "" && line.length + word.length > 1500) {
			expressions.push(`(?i)${line}`);
			line = "";
		}
		line += line === "" ? word : `|${word}`;
	}
	return line === "" ? [] : [...expressions, `(?i)${line}`];
};
const oneLine = (text) => text.replace(/\s+/g, " ").trim().slice(0, 400);
const pathsOf = (table, owner, at) => {
	const ignores = [];
	const remarks = [];
	const description = oneLine(textAt(table, "description") ?? "");
	for (const expression of textsAt(table, "paths")) {
		const globs = globsOfPath(expression);
		if (globs === void 0) remarks.push({
			line: at("paths"),
			text: `${owner.name}: the path ${JSON.stringify(expression)} cannot be told as a glob: add an ignore with a path that means the same`
		});
		else ignores.push(...globs.map((path) => ({
			path,
			check: owner.check,
			reason: description || "Allowed by the configuration that was imported."
		})));
	}
	return {
		except: [],
		ignores,
		remarks
	};
};
const secretsOf = (table, owner, at) => {
	const target = (textAt(table, "regextarget") ?? "secret").toLowerCase();
	const regexes = textsAt(table, "regexes");
	const words = textsAt(table, "stopwords");
	if (regexes.length === 0 && words.length === 0) return nothingAllowed;
	const refused = (key, why) => ({
		...nothingAllowed,
		remarks: [{
			line: at(key),
			text: `${owner.name}: ${key} were not taken: ${why}`
		}]
	});
	if (!owner.hasRule) {
		const why = "an allowlist for all rules cannot reach the rules that come with Tidewaiter, which know fillers themselves";
		return joinAllowed([regexes.length > 0 ? refused("regexes", why) : nothingAllowed, words.length > 0 ? refused("stopwords", why) : nothingAllowed]);
	}
	const taken = {
		...nothingAllowed,
		except: wordsExpression(words)
	};
	if (regexes.length === 0) return taken;
	if (target !== "secret" && target !== "") return joinAllowed([taken, refused("regexes", `they look at the ${target}, and exceptions look at the secret alone`)]);
	return joinAllowed([taken, {
		...nothingAllowed,
		except: regexes
	}]);
};
const isBoth = (table) => /^(?:and|&&)$/i.test(textAt(table, "condition") ?? "");
const kindsIn = (table) => [
	"paths",
	"regexes",
	"stopwords",
	"commits"
].filter((key) => textsAt(table, key).length > 0);
const oneAllowlist = (table, owner, { lines }) => {
	const at = (key) => lines.of(`${table.path}.${key}`);
	if (isBoth(table) && kindsIn(table).length > 1) return {
		...nothingAllowed,
		remarks: [{
			line: at("condition"),
			text: `${owner.name}: an allowlist whose conditions must all hold was not taken: add an ignore with check and path`
		}]
	};
	const commits = textsAt(table, "commits");
	const remarks = commits.length === 0 ? [] : [{
		line: at("commits"),
		text: `${owner.name}: ${commits.length} commits were not taken: a finding is ignored by its fingerprint, which no commit changes`
	}];
	return joinAllowed([
		pathsOf(table, owner, at),
		secretsOf(table, owner, at),
		{
			...nothingAllowed,
			remarks
		}
	]);
};
/** The allowlists of a table, in both spellings. */
const readAllowlists = (table, owner, config) => joinAllowed([...tablesAt(table, "allowlist"), ...tablesAt(table, "allowlists")].filter((each) => textsAt(each, "targetrules").length === 0).map((each) => oneAllowlist(each, owner, config)));
/** Allowlists of the whole file that name the rules for which they hold. */
const allowlistsFor = (id, owner, config) => joinAllowed(tablesAt(config.root, "allowlists").filter((each) => textsAt(each, "targetrules").includes(id)).map((each) => oneAllowlist(each, owner, config)));
// src/moving-in/expr-filter.ts
/** Texts of Expr: between backticks raw, between quotes with escapes (expr-lang.org, language definition). */
const literal = /`[^`]*`|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/y;
/** The alternatives of an expression: `a || b`, not looking into parentheses, brackets and texts. */
const alternativesOf = (text) => {
	const parts = [];
	let depth = 0;
	let from = 0;
	for (let at = 0; at < text.length; at++) {
		literal.lastIndex = at;
		const quoted = literal.exec(text);
		if (quoted !== null) at += quoted[0].length - 1;
		else if ("([{".includes(text[at])) depth++;
		else if (")]}".includes(text[at])) depth--;
		else if (depth === 0 && text.startsWith("||", at)) {
			parts.push(text.slice(from, at));
			from = at + 2;
			at++;
		}
	}
	parts.push(text.slice(from));
	return parts.map((part) => part.trim()).filter((part) => part !== "");
};
const textIn = (quoted) => {
	const inside = quoted.slice(1, -1);
	if (quoted.startsWith("`")) return inside;
	return inside.replace(/\\(.)/gs, (_, c) => ({
		n: "\n",
		t: "	",
		r: "\r"
	})[c] ?? c);
};
const listOf = (text) => {
	const values = [];
	let at = 0;
	for (;;) {
		while (/[\s,]/.test(text[at] ?? "")) at++;
		if (at >= text.length) return values;
		literal.lastIndex = at;
		const found = literal.exec(text);
		if (found === null) return void 0;
		values.push(textIn(found[0]));
		at += found[0].length;
	}
};
const secret = String.raw`finding(?:\["secret"\]|\['secret'\]|\.secret)`;
const entropy = new RegExp(String.raw`^\(?(?:filter\.)?entropy\(${secret}\)\s*<=?\s*(\d+(?:\.\d+)?)\)?$`);
const list = new RegExp(String.raw`^\(?(?:filter\.)?(matchesAny|containsAny)\(\s*${secret}\s*,\s*\[([\s\S]*)\]\s*\)\)?$`);
/** Takes the parts of a `filter` that speak of the secret alone; a filter drops what it is true for. */
const readFilter = (text) => {
	const except = [];
	const left = [];
	let minEntropy;
	for (const part of alternativesOf(text)) {
		const bits = entropy.exec(part)?.[1];
		const [, name, inside] = list.exec(part) ?? [];
		const values = inside === void 0 ? void 0 : listOf(inside);
		if (bits !== void 0) minEntropy = Math.max(minEntropy ?? 0, Number(bits));
		else if (values !== void 0) except.push(...name === "matchesAny" ? values : values.map(quoteExpression));
		else left.push(part.replace(/\s+/g, " "));
	}
	return {
		...minEntropy === void 0 ? {} : { minEntropy },
		except,
		left
	};
};
// src/moving-in/secret-group.ts
const tokens = /\\Q[\s\S]*?(?:\\E|$)|\\[\s\S]|\[\^?\]?(?:\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*\]|\(\?P?<\w+>|\(\?|\(/g;
const capturesOf = (expression) => [...expression.matchAll(tokens)].filter(([token]) => token === "(" || /^\(\?P?</.test(token)).map((found) => ({
	at: found.index,
	length: found[0].length
}));
/** Names the group that holds the secret. gitleaks takes group `wanted`, or where that is 0 the first group that has text. */
const nameSecretGroup = (expression, wanted) => {
	if (/\(\?P?<secret>/.test(expression)) return { expression };
	const captures = capturesOf(expression);
	if (captures.length === 0) return wanted === void 0 || wanted === 0 ? { expression } : {
		expression,
		problem: `its expression has no group ${wanted}`
	};
	const capture = captures[wanted === void 0 || wanted === 0 ? 0 : wanted - 1];
	if (capture === void 0) return {
		expression,
		problem: `its expression has no group ${wanted}`
	};
	const named = `${expression.slice(0, capture.at)}(?P<secret>${expression.slice(capture.at + capture.length)}`;
	if ((wanted === void 0 || wanted === 0) && captures.length > 1) return {
		expression: named,
		problem: `its expression has ${captures.length} groups: the first one is taken for the secret`
	};
	return { expression: named };
};
// src/moving-in/import-config.ts
const idOf = (text) => {
	return text.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^[^a-z]+|-+$/g, "").slice(0, 80).replace(/-+$/, "") || "rule";
};
const titleOf = (table, id) => (textAt(table, "description") ?? "").replace(/\s+/g, " ").trim().slice(0, 500) || id;
/** Keys of a rule that say nothing of what it finds. */
const quiet = /* @__PURE__ */ new Set([
	"id",
	"description",
	"regex",
	"entropy",
	"secretgroup",
	"keywords",
	"allowlist",
	"allowlists",
	"filter",
	"tags"
]);
const unknownKeys = {
	path: "a rule of ours looks into all files: narrow it with an ignore for the other paths",
	validate: "a custom rule makes no requests",
	required: "a rule that needs a second one nearby is not known to us: the rule alone was taken",
	skipreport: "every rule reports"
};
const remarkOnKeys = (table, name, { lines }) => Object.keys(table.values).filter((key) => !quiet.has(key)).map((key) => ({
	line: lines.of(`${table.path}.${key}`),
	text: `${name}: ${key} was not taken: ${unknownKeys[key] ?? "it is unknown to us"}`
}));
/** As text between single quotes in YAML reads back. */
const wholeFile = (rule) => JSON.stringify({ rules: [rule] });
const problemOf = async (rule) => {
	try {
		await loadConfiguration(wholeFile(rule), "it");
		return;
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		return error.message.replace(/^it:\d+:\d+: /, "").replace(/^the expression of rule \S+: /, "");
	}
};
/** Keywords are found in any case; anchors are not, so each is written in the cases that people use. */
const anchorsFrom = (keywords) => {
	const cases = keywords.flatMap((word) => {
		const lower = word.toLowerCase();
		return [
			lower,
			lower.toUpperCase(),
			lower.charAt(0).toUpperCase() + lower.slice(1)
		];
	});
	return [...new Set(cases)].filter((word) => Buffer.byteLength(word) >= 2 && Buffer.byteLength(word) <= 100).slice(0, 300);
};
const withoutBadExceptions = async (rule) => {
	const said = [];
	const kept = [];
	for (const exception of rule.except ?? []) {
		const { anchors: _, except: __, ...bare } = rule;
		const problem = await problemOf({
			...bare,
			expression: "tidewaiter_[0-9]",
			except: [exception]
		});
		if (problem === void 0) kept.push(exception);
		else said.push(`an exception was not taken: ${problem}`);
	}
	const { except: _, ...bare } = rule;
	return {
		rule: kept.length === 0 ? bare : {
			...bare,
			except: kept
		},
		said
	};
};
/** The rule as it passes our configuration: with keywords for anchors where its expression tells none. */
const fit = async (given, keywords) => {
	const { rule, said } = await withoutBadExceptions(given);
	const problem = await problemOf(rule);
	if (problem === void 0) return {
		rule,
		said
	};
	const anchors = anchorsFrom(keywords);
	if (!problem.includes("`anchors`") || anchors.length === 0) return {
		rule: void 0,
		said: [`the rule was not taken: ${problem}`]
	};
	const anchored = {
		...rule,
		anchors
	};
	const second = await problemOf(anchored);
	if (second !== void 0) return {
		rule: void 0,
		said: [`the rule was not taken: ${second}`]
	};
	return {
		rule: anchored,
		said: [...said, "its keywords became anchors: they must stand within 4096 bytes of the secret, not anywhere in the file"]
	};
};
const filterOf = (table) => readFilter(textAt(table, "filter") ?? "");
const importRule = async (table, id, config) => {
	const original = textAt(table, "id") ?? "";
	const name = `rule ${JSON.stringify(original || id)}`;
	const lineOf = (key) => config.lines.of(`${table.path}.${key}`);
	const remark = (key, text) => ({
		line: lineOf(key),
		text: `${name}: ${text}`
	});
	const regex = textAt(table, "regex");
	const remarks = [...remarkOnKeys(table, name, config)];
	if (regex === void 0 || regex === "") return {
		rule: void 0,
		allowed: {
			except: [],
			ignores: [],
			remarks: [remark("id", `the rule was not taken: ${textAt(table, "path") === void 0 ? "it has no regex" : "it looks at paths alone, and a finding of ours is in a file's content"}`)]
		}
	};
	const owner = {
		check: `secrets/custom-${id}`,
		name,
		hasRule: true
	};
	const allowed = joinAllowed([readAllowlists(table, owner, config), allowlistsFor(original, owner, config)]);
	const grouped = nameSecretGroup(regex, numberAt(table, "secretgroup"));
	if (grouped.problem !== void 0) remarks.push(remark("regex", grouped.problem));
	const filter = filterOf(table);
	for (const part of filter.left) remarks.push(remark("filter", `this part of its filter was not taken: ${part.slice(0, 200)}`));
	const entropy = Math.max(numberAt(table, "entropy") ?? 0, filter.minEntropy ?? 0);
	const except = [...allowed.except, ...filter.except];
	const { rule, said } = await fit({
		id,
		title: titleOf(table, id),
		severity: "high",
		expression: grouped.expression,
		...entropy > 0 ? { minEntropy: Math.min(8, entropy) } : {},
		...except.length > 0 ? { except } : {}
	}, textsAt(table, "keywords"));
	remarks.push(...said.map((text) => remark("regex", text)));
	return {
		rule,
		allowed: {
			except: [],
			ignores: rule === void 0 ? [] : allowed.ignores,
			remarks: [...remarks, ...allowed.remarks]
		}
	};
};
const remarksOnExtend = ({ root, lines }) => tablesAt(root, "extend").flatMap((table) => {
	const at = (key) => lines.of(`${table.path}.${key}`);
	const disabled = textsAt(table, "disabledrules");
	return [...textAt(table, "path") === void 0 ? [] : [{
		line: at("path"),
		text: `extend.path was not followed: import ${JSON.stringify(textAt(table, "path"))} too`
	}], ...disabled.length === 0 ? [] : [{
		line: at("disabledrules"),
		text: `disabledRules were not taken: ${disabled.slice(0, 20).join(", ")} are rules of the other scanner; ignore a check of ours by its id`
	}]];
});
const remarksOnRoot = ({ root, lines }) => ["prefilter", "filter"].filter((key) => textAt(root, key) !== void 0).map((key) => ({
	line: lines.of(key),
	text: `the ${key} for all rules was not taken: say it as ignores with a path`
}));
const distinct = (ignores) => [...new Map(ignores.map((ignore) => [`${ignore.check} ${ignore.path}`, ignore])).values()];
/** Turns a configuration of gitleaks (v8) or betterleaks into ours. Throws a UsageError where it is no TOML. */
const importConfig = async (text, file) => {
	const config = readScannerConfig(text, file);
	const general = readAllowlists(config.root, {
		check: "secrets",
		name: "allowlist",
		hasRule: false
	}, config);
	const rules = [];
	const parts = [general, {
		except: [],
		ignores: [],
		remarks: [...remarksOnExtend(config), ...remarksOnRoot(config)]
	}];
	const used = /* @__PURE__ */ new Set();
	for (const table of config.rules) {
		const base = idOf(textAt(table, "id") ?? "");
		let id = base;
		for (let n = 2; used.has(id); n++) id = `${base.slice(0, 74)}-${n}`;
		used.add(id);
		const { rule, allowed } = await importRule(table, id, config);
		if (rule !== void 0) rules.push(rule);
		parts.push(allowed);
	}
	const { ignores, remarks } = joinAllowed(parts);
	return {
		rules,
		ignores: distinct(ignores),
		remarks: [...remarks].sort((a, b) => a.line - b.line)
	};
};
// src/command-line/import-rules.ts
const read = (file) => {
	try {
		const bytes = readFileSync(file);
		if (bytes.length > 8388608) throw new UsageError(`${file}: too large for a configuration`);
		return bytes.toString("utf8");
	} catch (error) {
		if (error instanceof UsageError) throw error;
		throw new UsageError(`${file}: ${error.message}`, { cause: error });
	}
};
/** Prints our configuration to standard output, and what was not taken, with its line, to standard error. */
const importRules = async ([file, ...more]) => {
	if (file === void 0 || more.length > 0) throw new UsageError("rules import needs one FILE: a TOML of gitleaks or betterleaks");
	const { rules, ignores, remarks } = await importConfig(read(file), file);
	for (const { line, text } of remarks) process.stderr.write(`${file}:${line}: ${escapeTerminal(text)}\n`);
	const head = `# Imported by tidewaiter rules import: ${rules.length} rules, ${ignores.length} ignores; ${remarks.length} remarks on standard error.\n`;
	const written = {
		...ignores.length === 0 ? {} : { ignores },
		...rules.length === 0 ? {} : { rules }
	};
	process.stdout.write(head + (rules.length + ignores.length === 0 ? "" : (0, import_dist.stringify)(written, { lineWidth: 0 })));
	process.stderr.write(`tidewaiter: ${rules.length} rules and ${ignores.length} ignores taken, ${remarks.length} remarks\n`);
	return 0;
};
export { importRules };
