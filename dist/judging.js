import { n as __require, r as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { a as options, i as oneOf$1, o as splitList, s as UsageError, t as closest } from "./closest.js";
import { i as severityRank, n as proofs, r as severities, t as proofRank } from "./finding.js";
import { a as findId, c as readPackIndex, d as mediaKind, g as createDetector, h as lastAtOrBefore, i as entryType, l as orderBy, m as unpack, n as kubeconfigChecks, o as readEntries, p as archiveKind, r as require_dist$2, s as PackError, t as kubeconfigParser, v as rules } from "./parser.js";
import { t as redact } from "./redact.js";
import { Readable, addAbortSignal } from "node:stream";
import { EventEmitter } from "node:events";
import { Worker } from "node:worker_threads";
import { createHmac } from "node:crypto";
import { closeSync, constants, existsSync, fstatSync, openSync, readFileSync, readSync, readdirSync, statSync } from "node:fs";
import { isAbsolute, join, normalize, resolve } from "node:path";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { StringDecoder } from "node:string_decoder";
import { lstat, open, readdir, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
// src/report/report.ts
/** Formats are loaded when asked for. */
const renderers = {
	text: async () => (await import("./text.js")).renderText,
	json: async () => (await import("./json.js")).renderJson,
	jsonl: async () => (await import("./jsonl.js")).renderJsonLines,
	sarif: async () => (await import("./sarif.js")).renderSarif,
	markdown: async () => (await import("./markdown.js")).renderMarkdown
};
const render = async (format, report, rendering) => (await renderers[format]())(report, rendering);
// src/coverage.ts
const sum = (parts, count) => parts.reduce((total, { coverage }) => total + (coverage[count] ?? 0), 0);
const mergeSkipped = (parts) => {
	const merged = /* @__PURE__ */ new Map();
	for (const entry of parts.flatMap(({ coverage }) => coverage.skipped ?? [])) {
		const key = `${entry.what}\0${entry.reason}`;
		merged.set(key, {
			...entry,
			count: entry.count + (merged.get(key)?.count ?? 0)
		});
	}
	return [...merged].sort(([a], [b]) => a < b ? -1 : 1).map(([, entry]) => entry);
};
/** What all sources of a run looked at together. */
const mergeCoverage = (parts, seconds) => {
	const missing = parts.flatMap(({ coverage }) => coverage.missing ?? []);
	return {
		complete: missing.length === 0,
		refs: sum(parts, "refs"),
		commits: sum(parts, "commits"),
		objects: sum(parts, "objects"),
		files: sum(parts, "files"),
		layers: sum(parts, "layers"),
		bytes: sum(parts, "bytes"),
		seconds: Math.round(seconds * 1e3) / 1e3,
		skipped: mergeSkipped(parts),
		missing
	};
};
// src/findings/vault.ts
const createVault = () => {
	const secrets = /* @__PURE__ */ new Map();
	return {
		keep: (fingerprint, secret) => {
			secrets.set(fingerprint, secret);
		},
		reveal: (fingerprint) => secrets.get(fingerprint),
		values: () => secrets.values()
	};
};
// node_modules/@simple-git/args-pathspec/dist/index.mjs
const t = /* @__PURE__ */ new WeakMap();
function c$1(...n) {
	const e = new String(n);
	return t.set(e, n), e;
}
function r(n) {
	return n instanceof String && t.has(n);
}
function o(n) {
	return t.get(n) ?? [];
}
// node_modules/ms/index.js
var require_ms = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Helpers.
	*/
	var s = 1e3;
	var m = s * 60;
	var h = m * 60;
	var d = h * 24;
	var w = d * 7;
	var y = d * 365.25;
	/**
	* Parse or format the given `val`.
	*
	* Options:
	*
	*  - `long` verbose formatting [false]
	*
	* @param {String|Number} val
	* @param {Object} [options]
	* @throws {Error} throw an error if val is not a non-empty string or a number
	* @return {String|Number}
	* @api public
	*/
	module.exports = function(val, options) {
		options = options || {};
		var type = typeof val;
		if (type === "string" && val.length > 0) return parse(val);
		else if (type === "number" && isFinite(val)) return options.long ? fmtLong(val) : fmtShort(val);
		throw new Error("val is not a non-empty string or a valid number. val=" + JSON.stringify(val));
	};
	/**
	* Parse the given `str` and return milliseconds.
	*
	* @param {String} str
	* @return {Number}
	* @api private
	*/
	function parse(str) {
		str = String(str);
		if (str.length > 100) return;
		var match = /^(-?(?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)?$/i.exec(str);
		if (!match) return;
		var n = parseFloat(match[1]);
		switch ((match[2] || "ms").toLowerCase()) {
			case "years":
			case "year":
			case "yrs":
			case "yr":
			case "y": return n * y;
			case "weeks":
			case "week":
			case "w": return n * w;
			case "days":
			case "day":
			case "d": return n * d;
			case "hours":
			case "hour":
			case "hrs":
			case "hr":
			case "h": return n * h;
			case "minutes":
			case "minute":
			case "mins":
			case "min":
			case "m": return n * m;
			case "seconds":
			case "second":
			case "secs":
			case "sec":
			case "s": return n * s;
			case "milliseconds":
			case "millisecond":
			case "msecs":
			case "msec":
			case "ms": return n;
			default: return;
		}
	}
	/**
	* Short format for `ms`.
	*
	* @param {Number} ms
	* @return {String}
	* @api private
	*/
	function fmtShort(ms) {
		var msAbs = Math.abs(ms);
		if (msAbs >= d) return Math.round(ms / d) + "d";
		if (msAbs >= h) return Math.round(ms / h) + "h";
		if (msAbs >= m) return Math.round(ms / m) + "m";
		if (msAbs >= s) return Math.round(ms / s) + "s";
		return ms + "ms";
	}
	/**
	* Long format for `ms`.
	*
	* @param {Number} ms
	* @return {String}
	* @api private
	*/
	function fmtLong(ms) {
		var msAbs = Math.abs(ms);
		if (msAbs >= d) return plural(ms, msAbs, d, "day");
		if (msAbs >= h) return plural(ms, msAbs, h, "hour");
		if (msAbs >= m) return plural(ms, msAbs, m, "minute");
		if (msAbs >= s) return plural(ms, msAbs, s, "second");
		return ms + " ms";
	}
	/**
	* Pluralization helper.
	*/
	function plural(ms, msAbs, n, name) {
		var isPlural = msAbs >= n * 1.5;
		return Math.round(ms / n) + " " + name + (isPlural ? "s" : "");
	}
}));
// node_modules/debug/src/common.js
var require_common = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* This is the common logic for both the Node.js and web browser
	* implementations of `debug()`.
	*/
	function setup(env) {
		createDebug.debug = createDebug;
		createDebug.default = createDebug;
		createDebug.coerce = coerce;
		createDebug.disable = disable;
		createDebug.enable = enable;
		createDebug.enabled = enabled;
		createDebug.humanize = require_ms();
		createDebug.destroy = destroy;
		Object.keys(env).forEach((key) => {
			createDebug[key] = env[key];
		});
		/**
		* The currently active debug mode names, and names to skip.
		*/
		createDebug.names = [];
		createDebug.skips = [];
		/**
		* Map of special "%n" handling functions, for the debug "format" argument.
		*
		* Valid key names are a single, lower or upper-case letter, i.e. "n" and "N".
		*/
		createDebug.formatters = {};
		/**
		* Selects a color for a debug namespace
		* @param {String} namespace The namespace string for the debug instance to be colored
		* @return {Number|String} An ANSI color code for the given namespace
		* @api private
		*/
		function selectColor(namespace) {
			let hash = 0;
			for (let i = 0; i < namespace.length; i++) {
				hash = (hash << 5) - hash + namespace.charCodeAt(i);
				hash |= 0;
			}
			return createDebug.colors[Math.abs(hash) % createDebug.colors.length];
		}
		createDebug.selectColor = selectColor;
		/**
		* Create a debugger with the given `namespace`.
		*
		* @param {String} namespace
		* @return {Function}
		* @api public
		*/
		function createDebug(namespace) {
			let prevTime;
			let enableOverride = null;
			let namespacesCache;
			let enabledCache;
			function debug(...args) {
				if (!debug.enabled) return;
				const self = debug;
				const curr = Number(/* @__PURE__ */ new Date());
				self.diff = curr - (prevTime || curr);
				self.prev = prevTime;
				self.curr = curr;
				prevTime = curr;
				args[0] = createDebug.coerce(args[0]);
				if (typeof args[0] !== "string") args.unshift("%O");
				let index = 0;
				args[0] = args[0].replace(/%([a-zA-Z%])/g, (match, format) => {
					if (match === "%%") return "%";
					index++;
					const formatter = createDebug.formatters[format];
					if (typeof formatter === "function") {
						const val = args[index];
						match = formatter.call(self, val);
						args.splice(index, 1);
						index--;
					}
					return match;
				});
				createDebug.formatArgs.call(self, args);
				(self.log || createDebug.log).apply(self, args);
			}
			debug.namespace = namespace;
			debug.useColors = createDebug.useColors();
			debug.color = createDebug.selectColor(namespace);
			debug.extend = extend;
			debug.destroy = createDebug.destroy;
			Object.defineProperty(debug, "enabled", {
				enumerable: true,
				configurable: false,
				get: () => {
					if (enableOverride !== null) return enableOverride;
					if (namespacesCache !== createDebug.namespaces) {
						namespacesCache = createDebug.namespaces;
						enabledCache = createDebug.enabled(namespace);
					}
					return enabledCache;
				},
				set: (v) => {
					enableOverride = v;
				}
			});
			if (typeof createDebug.init === "function") createDebug.init(debug);
			return debug;
		}
		function extend(namespace, delimiter) {
			const newDebug = createDebug(this.namespace + (typeof delimiter === "undefined" ? ":" : delimiter) + namespace);
			newDebug.log = this.log;
			return newDebug;
		}
		/**
		* Enables a debug mode by namespaces. This can include modes
		* separated by a colon and wildcards.
		*
		* @param {String} namespaces
		* @api public
		*/
		function enable(namespaces) {
			createDebug.save(namespaces);
			createDebug.namespaces = namespaces;
			createDebug.names = [];
			createDebug.skips = [];
			const split = (typeof namespaces === "string" ? namespaces : "").trim().replace(/\s+/g, ",").split(",").filter(Boolean);
			for (const ns of split) if (ns[0] === "-") createDebug.skips.push(ns.slice(1));
			else createDebug.names.push(ns);
		}
		/**
		* Checks if the given string matches a namespace template, honoring
		* asterisks as wildcards.
		*
		* @param {String} search
		* @param {String} template
		* @return {Boolean}
		*/
		function matchesTemplate(search, template) {
			let searchIndex = 0;
			let templateIndex = 0;
			let starIndex = -1;
			let matchIndex = 0;
			while (searchIndex < search.length) if (templateIndex < template.length && (template[templateIndex] === search[searchIndex] || template[templateIndex] === "*")) {
				if (template[templateIndex] === "*") {
					starIndex = templateIndex;
					matchIndex = searchIndex;
					templateIndex++;
				} else {
					searchIndex++;
					templateIndex++;
				}
			} else if (starIndex !== -1) {
				templateIndex = starIndex + 1;
				matchIndex++;
				searchIndex = matchIndex;
			} else return false;
			while (templateIndex < template.length && template[templateIndex] === "*") templateIndex++;
			return templateIndex === template.length;
		}
		/**
		* Disable debug output.
		*
		* @return {String} namespaces
		* @api public
		*/
		function disable() {
			const namespaces = [...createDebug.names, ...createDebug.skips.map((namespace) => "-" + namespace)].join(",");
			createDebug.enable("");
			return namespaces;
		}
		/**
		* Returns true if the given mode name is enabled, false otherwise.
		*
		* @param {String} name
		* @return {Boolean}
		* @api public
		*/
		function enabled(name) {
			for (const skip of createDebug.skips) if (matchesTemplate(name, skip)) return false;
			for (const ns of createDebug.names) if (matchesTemplate(name, ns)) return true;
			return false;
		}
		/**
		* Coerce `val`.
		*
		* @param {Mixed} val
		* @return {Mixed}
		* @api private
		*/
		function coerce(val) {
			if (val instanceof Error) return val.stack || val.message;
			return val;
		}
		/**
		* XXX DO NOT USE. This is a temporary stub function.
		* XXX It WILL be removed in the next major release.
		*/
		function destroy() {
			console.warn("Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
		}
		createDebug.enable(createDebug.load());
		return createDebug;
	}
	module.exports = setup;
}));
// node_modules/debug/src/browser.js
var require_browser = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* This is the web browser implementation of `debug()`.
	*/
	exports.formatArgs = formatArgs;
	exports.save = save;
	exports.load = load;
	exports.useColors = useColors;
	exports.storage = localstorage();
	exports.destroy = (() => {
		let warned = false;
		return () => {
			if (!warned) {
				warned = true;
				console.warn("Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
			}
		};
	})();
	/**
	* Colors.
	*/
	exports.colors = [
		"#0000CC",
		"#0000FF",
		"#0033CC",
		"#0033FF",
		"#0066CC",
		"#0066FF",
		"#0099CC",
		"#0099FF",
		"#00CC00",
		"#00CC33",
		"#00CC66",
		"#00CC99",
		"#00CCCC",
		"#00CCFF",
		"#3300CC",
		"#3300FF",
		"#3333CC",
		"#3333FF",
		"#3366CC",
		"#3366FF",
		"#3399CC",
		"#3399FF",
		"#33CC00",
		"#33CC33",
		"#33CC66",
		"#33CC99",
		"#33CCCC",
		"#33CCFF",
		"#6600CC",
		"#6600FF",
		"#6633CC",
		"#6633FF",
		"#66CC00",
		"#66CC33",
		"#9900CC",
		"#9900FF",
		"#9933CC",
		"#9933FF",
		"#99CC00",
		"#99CC33",
		"#CC0000",
		"#CC0033",
		"#CC0066",
		"#CC0099",
		"#CC00CC",
		"#CC00FF",
		"#CC3300",
		"#CC3333",
		"#CC3366",
		"#CC3399",
		"#CC33CC",
		"#CC33FF",
		"#CC6600",
		"#CC6633",
		"#CC9900",
		"#CC9933",
		"#CCCC00",
		"#CCCC33",
		"#FF0000",
		"#FF0033",
		"#FF0066",
		"#FF0099",
		"#FF00CC",
		"#FF00FF",
		"#FF3300",
		"#FF3333",
		"#FF3366",
		"#FF3399",
		"#FF33CC",
		"#FF33FF",
		"#FF6600",
		"#FF6633",
		"#FF9900",
		"#FF9933",
		"#FFCC00",
		"#FFCC33"
	];
	/**
	* Currently only WebKit-based Web Inspectors, Firefox >= v31,
	* and the Firebug extension (any Firefox version) are known
	* to support "%c" CSS customizations.
	*
	* TODO: add a `localStorage` variable to explicitly enable/disable colors
	*/
	function useColors() {
		if (typeof window !== "undefined" && window.process && (window.process.type === "renderer" || window.process.__nwjs)) return true;
		if (typeof navigator !== "undefined" && navigator.userAgent && navigator.userAgent.toLowerCase().match(/(edge|trident)\/(\d+)/)) return false;
		let m;
		return typeof document !== "undefined" && document.documentElement && document.documentElement.style && document.documentElement.style.WebkitAppearance || typeof window !== "undefined" && window.console && (window.console.firebug || window.console.exception && window.console.table) || typeof navigator !== "undefined" && navigator.userAgent && (m = navigator.userAgent.toLowerCase().match(/firefox\/(\d+)/)) && parseInt(m[1], 10) >= 31 || typeof navigator !== "undefined" && navigator.userAgent && navigator.userAgent.toLowerCase().match(/applewebkit\/(\d+)/);
	}
	/**
	* Colorize log arguments if enabled.
	*
	* @api public
	*/
	function formatArgs(args) {
		args[0] = (this.useColors ? "%c" : "") + this.namespace + (this.useColors ? " %c" : " ") + args[0] + (this.useColors ? "%c " : " ") + "+" + module.exports.humanize(this.diff);
		if (!this.useColors) return;
		const c = "color: " + this.color;
		args.splice(1, 0, c, "color: inherit");
		let index = 0;
		let lastC = 0;
		args[0].replace(/%[a-zA-Z%]/g, (match) => {
			if (match === "%%") return;
			index++;
			if (match === "%c") lastC = index;
		});
		args.splice(lastC, 0, c);
	}
	/**
	* Invokes `console.debug()` when available.
	* No-op when `console.debug` is not a "function".
	* If `console.debug` is not available, falls back
	* to `console.log`.
	*
	* @api public
	*/
	exports.log = console.debug || console.log || (() => {});
	/**
	* Save `namespaces`.
	*
	* @param {String} namespaces
	* @api private
	*/
	function save(namespaces) {
		try {
			if (namespaces) exports.storage.setItem("debug", namespaces);
			else exports.storage.removeItem("debug");
		} catch (error) {}
	}
	/**
	* Load `namespaces`.
	*
	* @return {String} returns the previously persisted debug modes
	* @api private
	*/
	function load() {
		let r;
		try {
			r = exports.storage.getItem("debug") || exports.storage.getItem("DEBUG");
		} catch (error) {}
		if (!r && typeof process !== "undefined" && "env" in process) r = process.env.DEBUG;
		return r;
	}
	/**
	* Localstorage attempts to return the localstorage.
	*
	* This is necessary because safari throws
	* when a user disables cookies/localstorage
	* and you attempt to access it.
	*
	* @return {LocalStorage}
	* @api private
	*/
	function localstorage() {
		try {
			return localStorage;
		} catch (error) {}
	}
	module.exports = require_common()(exports);
	const { formatters } = module.exports;
	/**
	* Map %j to `JSON.stringify()`, since no Web Inspectors do that by default.
	*/
	formatters.j = function(v) {
		try {
			return JSON.stringify(v);
		} catch (error) {
			return "[UnexpectedJSONParseError]: " + error.message;
		}
	};
}));
// node_modules/has-flag/index.js
var require_has_flag = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = (flag, argv = process.argv) => {
		const prefix = flag.startsWith("-") ? "" : flag.length === 1 ? "-" : "--";
		const position = argv.indexOf(prefix + flag);
		const terminatorPosition = argv.indexOf("--");
		return position !== -1 && (terminatorPosition === -1 || position < terminatorPosition);
	};
}));
// node_modules/supports-color/index.js
var require_supports_color = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const os = __require("os");
	const tty = __require("tty");
	const hasFlag = require_has_flag();
	const { env } = process;
	let forceColor;
	if (hasFlag("no-color") || hasFlag("no-colors") || hasFlag("color=false") || hasFlag("color=never")) forceColor = 0;
	else if (hasFlag("color") || hasFlag("colors") || hasFlag("color=true") || hasFlag("color=always")) forceColor = 1;
	if ("FORCE_COLOR" in env) {
		if (env.FORCE_COLOR === "true") forceColor = 1;
		else if (env.FORCE_COLOR === "false") forceColor = 0;
		else forceColor = env.FORCE_COLOR.length === 0 ? 1 : Math.min(parseInt(env.FORCE_COLOR, 10), 3);
	}
	function translateLevel(level) {
		if (level === 0) return false;
		return {
			level,
			hasBasic: true,
			has256: level >= 2,
			has16m: level >= 3
		};
	}
	function supportsColor(haveStream, streamIsTTY) {
		if (forceColor === 0) return 0;
		if (hasFlag("color=16m") || hasFlag("color=full") || hasFlag("color=truecolor")) return 3;
		if (hasFlag("color=256")) return 2;
		if (haveStream && !streamIsTTY && forceColor === void 0) return 0;
		const min = forceColor || 0;
		if (env.TERM === "dumb") return min;
		if (process.platform === "win32") {
			const osRelease = os.release().split(".");
			if (Number(osRelease[0]) >= 10 && Number(osRelease[2]) >= 10586) return Number(osRelease[2]) >= 14931 ? 3 : 2;
			return 1;
		}
		if ("CI" in env) {
			if ([
				"TRAVIS",
				"CIRCLECI",
				"APPVEYOR",
				"GITLAB_CI",
				"GITHUB_ACTIONS",
				"BUILDKITE"
			].some((sign) => sign in env) || env.CI_NAME === "codeship") return 1;
			return min;
		}
		if ("TEAMCITY_VERSION" in env) return /^(9\.(0*[1-9]\d*)\.|\d{2,}\.)/.test(env.TEAMCITY_VERSION) ? 1 : 0;
		if (env.COLORTERM === "truecolor") return 3;
		if ("TERM_PROGRAM" in env) {
			const version = parseInt((env.TERM_PROGRAM_VERSION || "").split(".")[0], 10);
			switch (env.TERM_PROGRAM) {
				case "iTerm.app": return version >= 3 ? 3 : 2;
				case "Apple_Terminal": return 2;
			}
		}
		if (/-256(color)?$/i.test(env.TERM)) return 2;
		if (/^screen|^xterm|^vt100|^vt220|^rxvt|color|ansi|cygwin|linux/i.test(env.TERM)) return 1;
		if ("COLORTERM" in env) return 1;
		return min;
	}
	function getSupportLevel(stream) {
		return translateLevel(supportsColor(stream, stream && stream.isTTY));
	}
	module.exports = {
		supportsColor: getSupportLevel,
		stdout: translateLevel(supportsColor(true, tty.isatty(1))),
		stderr: translateLevel(supportsColor(true, tty.isatty(2)))
	};
}));
// node_modules/debug/src/node.js
var require_node = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Module dependencies.
	*/
	const tty = __require("tty");
	const util = __require("util");
	/**
	* This is the Node.js implementation of `debug()`.
	*/
	exports.init = init;
	exports.log = log;
	exports.formatArgs = formatArgs;
	exports.save = save;
	exports.load = load;
	exports.useColors = useColors;
	exports.destroy = util.deprecate(() => {}, "Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
	/**
	* Colors.
	*/
	exports.colors = [
		6,
		2,
		3,
		4,
		5,
		1
	];
	try {
		const supportsColor = require_supports_color();
		if (supportsColor && (supportsColor.stderr || supportsColor).level >= 2) exports.colors = [
			20,
			21,
			26,
			27,
			32,
			33,
			38,
			39,
			40,
			41,
			42,
			43,
			44,
			45,
			56,
			57,
			62,
			63,
			68,
			69,
			74,
			75,
			76,
			77,
			78,
			79,
			80,
			81,
			92,
			93,
			98,
			99,
			112,
			113,
			128,
			129,
			134,
			135,
			148,
			149,
			160,
			161,
			162,
			163,
			164,
			165,
			166,
			167,
			168,
			169,
			170,
			171,
			172,
			173,
			178,
			179,
			184,
			185,
			196,
			197,
			198,
			199,
			200,
			201,
			202,
			203,
			204,
			205,
			206,
			207,
			208,
			209,
			214,
			215,
			220,
			221
		];
	} catch (error) {}
	/**
	* Build up the default `inspectOpts` object from the environment variables.
	*
	*   $ DEBUG_COLORS=no DEBUG_DEPTH=10 DEBUG_SHOW_HIDDEN=enabled node script.js
	*/
	exports.inspectOpts = Object.keys(process.env).filter((key) => {
		return /^debug_/i.test(key);
	}).reduce((obj, key) => {
		const prop = key.substring(6).toLowerCase().replace(/_([a-z])/g, (_, k) => {
			return k.toUpperCase();
		});
		let val = process.env[key];
		if (/^(yes|on|true|enabled)$/i.test(val)) val = true;
		else if (/^(no|off|false|disabled)$/i.test(val)) val = false;
		else if (val === "null") val = null;
		else val = Number(val);
		obj[prop] = val;
		return obj;
	}, {});
	/**
	* Is stdout a TTY? Colored output is enabled when `true`.
	*/
	function useColors() {
		return "colors" in exports.inspectOpts ? Boolean(exports.inspectOpts.colors) : tty.isatty(process.stderr.fd);
	}
	/**
	* Adds ANSI color escape codes if enabled.
	*
	* @api public
	*/
	function formatArgs(args) {
		const { namespace: name, useColors } = this;
		if (useColors) {
			const c = this.color;
			const colorCode = "\x1B[3" + (c < 8 ? c : "8;5;" + c);
			const prefix = `  ${colorCode};1m${name} \u001B[0m`;
			args[0] = prefix + args[0].split("\n").join("\n" + prefix);
			args.push(colorCode + "m+" + module.exports.humanize(this.diff) + "\x1B[0m");
		} else args[0] = getDate() + name + " " + args[0];
	}
	function getDate() {
		if (exports.inspectOpts.hideDate) return "";
		return (/* @__PURE__ */ new Date()).toISOString() + " ";
	}
	/**
	* Invokes `util.formatWithOptions()` with the specified arguments and writes to stderr.
	*/
	function log(...args) {
		return process.stderr.write(util.formatWithOptions(exports.inspectOpts, ...args) + "\n");
	}
	/**
	* Save `namespaces`.
	*
	* @param {String} namespaces
	* @api private
	*/
	function save(namespaces) {
		if (namespaces) process.env.DEBUG = namespaces;
		else delete process.env.DEBUG;
	}
	/**
	* Load `namespaces`.
	*
	* @return {String} returns the previously persisted debug modes
	* @api private
	*/
	function load() {
		return process.env.DEBUG;
	}
	/**
	* Init logic for `debug` instances.
	*
	* Create a new `inspectOpts` object in case `useColors` is set
	* differently for a particular `debug` instance.
	*/
	function init(debug) {
		debug.inspectOpts = {};
		const keys = Object.keys(exports.inspectOpts);
		for (let i = 0; i < keys.length; i++) debug.inspectOpts[keys[i]] = exports.inspectOpts[keys[i]];
	}
	module.exports = require_common()(exports);
	const { formatters } = module.exports;
	/**
	* Map %o to `util.inspect()`, all on a single line.
	*/
	formatters.o = function(v) {
		this.inspectOpts.colors = this.useColors;
		return util.inspect(v, this.inspectOpts).split("\n").map((str) => str.trim()).join(" ");
	};
	/**
	* Map %O to `util.inspect()`, allowing multiple lines if needed.
	*/
	formatters.O = function(v) {
		this.inspectOpts.colors = this.useColors;
		return util.inspect(v, this.inspectOpts);
	};
}));
// node_modules/debug/src/index.js
var require_src$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Detect Electron renderer / nwjs process, which is node, but we should
	* treat as a browser.
	*/
	if (typeof process === "undefined" || process.type === "renderer" || process.browser === true || process.__nwjs) module.exports = require_browser();
	else module.exports = require_node();
}));
// node_modules/@kwsites/file-exists/dist/src/index.js
var require_src = /* @__PURE__ */ __commonJSMin(((exports, module, this$1) => {
	var __importDefault = this$1 && this$1.__importDefault || function(mod) {
		return mod && mod.__esModule ? mod : { "default": mod };
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	const fs_1 = __require("fs");
	const log = __importDefault(require_src$1()).default("@kwsites/file-exists");
	function check(path, isFile, isDirectory) {
		log(`checking %s`, path);
		try {
			const stat = fs_1.statSync(path);
			if (stat.isFile() && isFile) {
				log(`[OK] path represents a file`);
				return true;
			}
			if (stat.isDirectory() && isDirectory) {
				log(`[OK] path represents a directory`);
				return true;
			}
			log(`[FAIL] path represents something other than a file or directory`);
			return false;
		} catch (e) {
			if (e.code === "ENOENT") {
				log(`[FAIL] path is not accessible: %o`, e);
				return false;
			}
			log(`[FATAL] %o`, e);
			throw e;
		}
	}
	/**
	* Synchronous validation of a path existing either as a file or as a directory.
	*
	* @param {string} path The path to check
	* @param {number} type One or both of the exported numeric constants
	*/
	function exists(path, type = exports.READABLE) {
		return check(path, (type & exports.FILE) > 0, (type & exports.FOLDER) > 0);
	}
	exports.exists = exists;
	/**
	* Constant representing a file
	*/
	exports.FILE = 1;
	/**
	* Constant representing a folder
	*/
	exports.FOLDER = 2;
	/**
	* Constant representing either a file or a folder
	*/
	exports.READABLE = exports.FILE + exports.FOLDER;
}));
// node_modules/@kwsites/file-exists/dist/index.js
var require_dist$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	function __export(m) {
		for (var p in m) if (!exports.hasOwnProperty(p)) exports[p] = m[p];
	}
	Object.defineProperty(exports, "__esModule", { value: true });
	__export(require_src());
}));
// node_modules/@kwsites/promise-deferred/dist/index.js
var require_dist = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.createDeferred = exports.deferred = void 0;
	/**
	* Creates a new `DeferredPromise`
	*
	* ```typescript
	import {deferred} from '@kwsites/promise-deferred`;
	```
	*/
	function deferred() {
		let done;
		let fail;
		let status = "pending";
		return {
			promise: new Promise((_done, _fail) => {
				done = _done;
				fail = _fail;
			}),
			done(result) {
				if (status === "pending") {
					status = "resolved";
					done(result);
				}
			},
			fail(error) {
				if (status === "pending") {
					status = "rejected";
					fail(error);
				}
			},
			get fulfilled() {
				return status !== "pending";
			},
			get status() {
				return status;
			}
		};
	}
	exports.deferred = deferred;
	/**
	* Alias of the exported `deferred` function, to help consumers wanting to use `deferred` as the
	* local variable name rather than the factory import name, without needing to rename on import.
	*
	* ```typescript
	import {createDeferred} from '@kwsites/promise-deferred`;
	```
	*/
	exports.createDeferred = deferred;
}));
// node_modules/@simple-git/argv-parser/dist/index.mjs
var import_src = /* @__PURE__ */ __toESM(require_src$1(), 1);
var import_dist$1 = require_dist$1();
var import_dist$2 = require_dist();
function* x$1(e, n) {
	const t = n === "global";
	for (const o of e) o.isGlobal === t && (yield o);
}
const P$1 = /* @__PURE__ */ new Set([
	"--add",
	"--edit",
	"--remove-section",
	"--rename-section",
	"--replace-all",
	"--unset",
	"--unset-all",
	"-e"
]);
const S$1 = /* @__PURE__ */ new Set([
	"--get",
	"--get-all",
	"--get-color",
	"--get-colorbool",
	"--get-regexp",
	"--get-urlmatch",
	"--list",
	"-l"
]);
const E$1 = /* @__PURE__ */ new Set([
	"edit",
	"remove-section",
	"rename-section",
	"set",
	"unset"
]);
const F$1 = /* @__PURE__ */ new Set([
	"get",
	"get-color",
	"get-colorbool",
	"list"
]);
function A$1(e, n) {
	for (const { name: o } of x$1(e, "task")) {
		if (P$1.has(o)) return w(!0, n);
		if (S$1.has(o)) return w(!1, n);
	}
	const t = n.at(0)?.toLowerCase();
	return t === void 0 ? null : E$1.has(t) ? w(!0, n.slice(1)) : F$1.has(t) ? w(!1, n.slice(1)) : n.length === 1 ? w(!1, n) : w(!0, n);
}
function w(e = !1, n = []) {
	const t = n.at(0)?.toLowerCase();
	return t === void 0 ? null : {
		isWrite: e,
		isRead: !e,
		key: t,
		value: n.at(1)
	};
}
function O$1(e, n) {
	return n.isWrite && n.value !== void 0 ? {
		key: n.key,
		value: n.value,
		scope: e
	} : {
		key: n.key,
		scope: e
	};
}
function G$1(e) {
	const n = e?.indexOf("=") || -1;
	return !e || n < 0 ? null : {
		key: e.slice(0, n).trim().toLowerCase(),
		value: e.slice(n + 1)
	};
}
function M$1(e) {
	for (const { name: n } of x$1(e, "task")) switch (n) {
		case "--global": return "global";
		case "--system": return "system";
		case "--worktree": return "worktree";
		case "--local": return "local";
		case "--file":
		case "-f": return "file";
	}
	return "local";
}
function N$1({ name: e }) {
	if (e === "-c" || e === "--config") return "inline";
	if (e === "--config-env") return "env";
}
function* $$1(e) {
	for (const n of e) {
		const t = N$1(n), o = t && G$1(n.value);
		o && (yield {
			...o,
			scope: t
		});
	}
}
function D(e, n, t) {
	const o = {
		read: [],
		write: [...$$1(n)]
	};
	return e === "config" && L$1(o, M$1(n), A$1(n, t)), o;
}
function L$1(e, n, t) {
	if (t === null) return;
	const o = O$1(n, t);
	t.isWrite ? e.write.push(o) : e.read.push(o);
}
const C = { short: /* @__PURE__ */ new Map([["c", !0]]) };
const I$1 = {
	short: new Map([
		["C", !0],
		["P", !1],
		["h", !1],
		["p", !1],
		["v", !1],
		...C.short.entries()
	]),
	long: /* @__PURE__ */ new Set([
		"attr-source",
		"config-env",
		"exec-path",
		"git-dir",
		"list-cmds",
		"namespace",
		"super-prefix",
		"work-tree"
	])
};
const R$1 = {
	clone: {
		short: /* @__PURE__ */ new Map([
			["b", !0],
			["j", !0],
			["l", !1],
			["n", !1],
			["o", !0],
			["q", !1],
			["s", !1],
			["u", !0]
		]),
		long: /* @__PURE__ */ new Set([
			"branch",
			"config",
			"jobs",
			"origin",
			"upload-pack",
			"u",
			"template"
		])
	},
	commit: {
		short: /* @__PURE__ */ new Map([
			["C", !0],
			["F", !0],
			["c", !0],
			["m", !0],
			["t", !0]
		]),
		long: /* @__PURE__ */ new Set([
			"file",
			"message",
			"reedit-message",
			"reuse-message",
			"template"
		])
	},
	config: {
		short: /* @__PURE__ */ new Map([
			["e", !1],
			["f", !0],
			["l", !1]
		]),
		long: /* @__PURE__ */ new Set([
			"blob",
			"comment",
			"default",
			"file",
			"type",
			"value"
		])
	},
	fetch: {
		short: /* @__PURE__ */ new Map(),
		long: /* @__PURE__ */ new Set(["upload-pack"])
	},
	init: {
		short: /* @__PURE__ */ new Map(),
		long: /* @__PURE__ */ new Set(["template"])
	},
	pull: {
		short: /* @__PURE__ */ new Map(),
		long: /* @__PURE__ */ new Set(["upload-pack"])
	},
	push: {
		short: /* @__PURE__ */ new Map(),
		long: /* @__PURE__ */ new Set(["exec", "receive-pack"])
	},
	rebase: {
		short: /* @__PURE__ */ new Map([
			["X", !0],
			["f", !1],
			["i", !1],
			["k", !1],
			["m", !1],
			["n", !1],
			["q", !1],
			["r", !1],
			["s", !0],
			["v", !1],
			["x", !0]
		]),
		long: /* @__PURE__ */ new Set([
			"exec",
			"onto",
			"strategy",
			"strategy-option"
		])
	}
};
const T = {
	short: /* @__PURE__ */ new Map(),
	long: /* @__PURE__ */ new Set()
};
function B$1(e) {
	const n = R$1[e ?? ""] ?? T;
	return {
		short: new Map([...C.short.entries(), ...n.short.entries()]),
		long: n.long
	};
}
function b$1(e, n = I$1) {
	if (e.startsWith("--")) {
		const t = e.indexOf("=");
		if (t > 2) return [{
			name: e.slice(0, t),
			value: e.slice(t + 1),
			needsNext: !1
		}];
		const o = e.slice(2);
		return [{
			name: e,
			needsNext: n.long.has(o)
		}];
	}
	if (e.length === 2) {
		const t = e.charAt(1);
		return [{
			name: e,
			needsNext: n.short.get(t) === !0
		}];
	}
	return j$1(e, n.short);
}
function j$1(e, n) {
	const t = e.slice(1).split(""), o = [];
	for (let a = 0; a < t.length; a++) {
		const s = t[a], r = n.get(s);
		if (r === void 0) return [{
			name: e,
			needsNext: !1
		}];
		if (r) {
			const i = t.slice(a + 1).join("");
			if (i && ![...i].every((m) => n.has(m))) return o.push({
				name: `-${s}`,
				value: i,
				needsNext: !1
			}), o;
		}
		o.push({
			name: `-${s}`,
			needsNext: r
		});
	}
	return o;
}
function W$1(e, n = []) {
	let t = 0;
	for (; t < e.length;) {
		const o = String(e[t]);
		if (!o.startsWith("-") || o.length < 2) break;
		const a = b$1(o);
		let s = t + 1;
		for (const r of a) {
			const i = {
				name: r.name,
				value: r.value,
				absorbedNext: !1,
				isGlobal: !0
			};
			r.needsNext && i.value === void 0 && s < e.length && (i.value = String(e[s]), i.absorbedNext = !0, s++), n.push(i);
		}
		t = s;
	}
	return {
		flags: n,
		taskIndex: t
	};
}
function V$1(e, n, t = []) {
	const o$2 = B$1(n), a = [], s = [];
	let r$3 = 0;
	for (; r$3 < e.length;) {
		const i = e[r$3];
		if (r(i)) {
			s.push(...o(i)), r$3++;
			continue;
		}
		const p = String(i);
		if (p === "--") {
			for (let d = r$3 + 1; d < e.length; d++) {
				const g = e[d];
				r(g) ? s.push(...o(g)) : s.push(String(g));
			}
			break;
		}
		if (!p.startsWith("-") || p.length < 2) {
			a.push(p), r$3++;
			continue;
		}
		const m = b$1(p, o$2);
		let u = r$3 + 1;
		for (const d of m) {
			const g = {
				name: d.name,
				value: d.value,
				absorbedNext: !1,
				isGlobal: !1
			};
			d.needsNext && g.value === void 0 && u < e.length && !r(e[u]) && (g.value = String(e[u]), g.absorbedNext = !0, u++), t.push(g);
		}
		r$3 = u;
	}
	return {
		flags: t,
		positionals: a,
		pathspecs: s
	};
}
function* q$1({ write: e }) {
	for (const n of e) for (const t of K$1) {
		const o = t(n.key);
		o && (yield o);
	}
}
function f$1(e, n, t = String(e)) {
	const o = typeof e == "string" ? new RegExp(`\\s*${e.toLowerCase()}`) : e;
	return function(s) {
		if (o.test(s)) return {
			category: n,
			message: `Configuring ${t} is not permitted without enabling ${n}`
		};
	};
}
function l$1(e, n) {
	return f$1(new RegExp(`\\s*${e.toLowerCase().replace(/\./g, "(..+)?.")}`), n, e);
}
const K$1 = [
	f$1("alias", "allowUnsafeAlias"),
	f$1("core.askPass", "allowUnsafeAskPass"),
	f$1("core.editor", "allowUnsafeEditor"),
	f$1("core.fsmonitor", "allowUnsafeFsMonitor"),
	f$1("core.gitProxy", "allowUnsafeGitProxy"),
	f$1("core.hooksPath", "allowUnsafeHooksPath"),
	f$1("core.pager", "allowUnsafePager"),
	f$1("core.sshCommand", "allowUnsafeSshCommand"),
	l$1("credential.helper", "allowUnsafeCredentialHelper"),
	l$1("diff.command", "allowUnsafeDiffExternal"),
	f$1("diff.external", "allowUnsafeDiffExternal"),
	l$1("difftool.cmd", "allowUnsafeDiffExternal"),
	l$1("diff.textconv", "allowUnsafeDiffTextConv"),
	l$1("filter.clean", "allowUnsafeFilter"),
	l$1("filter.process", "allowUnsafeFilter"),
	l$1("filter.smudge", "allowUnsafeFilter"),
	l$1("gpg.program", "allowUnsafeGpgProgram"),
	f$1("include.path", "allowUnsafeInclude"),
	l$1("includeIf", "allowUnsafeInclude"),
	f$1("init.templateDir", "allowUnsafeTemplateDir"),
	l$1("pager.", "allowUnsafePager"),
	l$1("merge.driver", "allowUnsafeMergeDriver"),
	l$1("mergetool.path", "allowUnsafeMergeDriver"),
	l$1("mergetool.cmd", "allowUnsafeMergeDriver"),
	l$1("protocol.allow", "allowUnsafeProtocolOverride"),
	l$1("remote.receivepack", "allowUnsafePack"),
	l$1("remote.uploadpack", "allowUnsafePack"),
	f$1("uploadpack.packObjectsHook", "allowUnsafePack"),
	f$1("sequence.editor", "allowUnsafeEditor"),
	l$1("submodule.update", "allowUnsafeSubmodule"),
	l$1("tar.command", "allowUnsafeCommandBinaries"),
	l$1("trailer.cmd", "allowUnsafeCommandBinaries"),
	l$1("trailer.command", "allowUnsafeCommandBinaries"),
	l$1("url.insteadOf", "allowUnsafeUrlRewrite")
];
function* H$1(e, n) {
	for (const t of n) for (const o of X$1) {
		const a = o(e, t);
		a && (yield a);
	}
}
function c(e, n, t, { name: o = String(n), globalOnly: a = !1, withValue: s = !1 } = {}) {
	const r = typeof n == "string" ? new RegExp(`\\s*${n.toLowerCase()}`) : n, i = `Use of ${e ? `${e} with option ` : ""}${o} is not permitted without enabling ${t}`;
	return function(m, u) {
		if (!(e && m !== e) && !(a && !u.isGlobal) && !(s && u.value === void 0) && r.test(u.name)) return {
			category: t,
			message: i
		};
	};
}
const h$1 = {
	globalOnly: !0,
	withValue: !0
};
const X$1 = [
	c(null, /--(upload|receive)-pack/, "allowUnsafePack", { name: "--upload-pack or --receive-pack" }),
	c("clone", /^-\w*u/, "allowUnsafePack"),
	c("clone", "--u", "allowUnsafePack"),
	c("push", /^--exec$/, "allowUnsafePack", { name: "--exec" }),
	c("rebase", /^(-x|--ex(ec?)?)$/, "allowUnsafeExec", { name: "-x or --exec" }),
	c(null, "--template", "allowUnsafeTemplateDir"),
	c(null, "--exec-path", "allowUnsafeExec", h$1),
	c(null, "--git-dir", "allowUnsafeConfigPaths", h$1),
	c(null, "--work-tree", "allowUnsafeConfigPaths", h$1),
	c(null, /^-C$/, "allowUnsafeConfigPaths", {
		...h$1,
		name: "-C"
	})
];
function k(e, n, t) {
	return [...H$1(e, n), ...q$1(t)];
}
function Y$1(...e) {
	const { flags: n, taskIndex: t } = W$1(e), o = t < e.length ? String(e[t]).toLowerCase() : null, { positionals: s, pathspecs: r } = V$1(o !== null ? e.slice(t + 1) : [], o, n), i = D(o, n, s);
	return {
		task: o,
		flags: n.map(J$1),
		paths: r,
		config: i,
		vulnerabilities: z$1(k(o, n, i))
	};
}
function z$1(e) {
	return Object.defineProperty(e, "vulnerabilities", { value: e });
}
function J$1({ value: e, name: n }) {
	return e !== void 0 ? {
		name: n,
		value: e
	} : { name: n };
}
const y = {
	editor: "allowUnsafeEditor",
	git_askpass: "allowUnsafeAskPass",
	git_config_global: "allowUnsafeConfigPaths",
	git_config_system: "allowUnsafeConfigPaths",
	git_config_count: "allowUnsafeConfigEnvCount",
	git_config_parameters: "allowUnsafeConfigEnvCount",
	git_config: "allowUnsafeConfigPaths",
	git_editor: "allowUnsafeEditor",
	git_exec_path: "allowUnsafeExec",
	git_external_diff: "allowUnsafeDiffExternal",
	git_pager: "allowUnsafePager",
	git_proxy_command: "allowUnsafeGitProxy",
	git_template_dir: "allowUnsafeTemplateDir",
	git_sequence_editor: "allowUnsafeEditor",
	git_ssh: "allowUnsafeSshCommand",
	git_ssh_command: "allowUnsafeSshCommand",
	pager: "allowUnsafePager",
	prefix: "allowUnsafeConfigPaths",
	ssh_askpass: "allowUnsafeAskPass",
	visual: "allowUnsafeEditor"
};
function* Q$1(e) {
	const n = parseInt(e.git_config_count ?? "0", 10);
	for (let t = 0; t < n; t++) {
		const o = e[`git_config_key_${t}`], a = e[`git_config_value_${t}`];
		o !== void 0 && (yield {
			key: o.toLowerCase().trim(),
			value: a,
			scope: "env"
		});
	}
}
function* Z$1(e) {
	for (const n of Object.keys(e)) if (_$1(n)) {
		const t = y[n];
		yield {
			category: t,
			message: `Use of "${n.toUpperCase()}" is not permitted without enabling ${t}`
		};
	}
}
function _$1(e) {
	return Object.hasOwn(y, e);
}
function ee$1(e) {
	const n = {};
	for (const [t, o] of Object.entries(e)) {
		const a = t.toLowerCase().trim();
		(_$1(a) || a.startsWith("git")) && (n[a] = String(o));
	}
	return n;
}
function ne$1(e) {
	const n = ee$1(e), t = {
		read: [],
		write: [...Q$1(n)]
	};
	return {
		config: t,
		vulnerabilities: [...Z$1(n), ...k(null, [], t)]
	};
}
function oe$1(e, n) {
	return [...Y$1(...e).vulnerabilities, ...ne$1(n).vulnerabilities];
}
// node_modules/simple-git/dist/index.mjs
var O = class extends Error {
	constructor(e, n) {
		super(n), this.task = e, Object.setPrototypeOf(this, new.target.prototype);
	}
};
var Ae = class extends O {
	constructor(e, n) {
		super(void 0, n), this.config = e;
	}
};
var A = class extends O {
	constructor(e, n, r) {
		super(e, r), this.task = e, this.plugin = n, Object.setPrototypeOf(this, new.target.prototype);
	}
};
var at = class extends O {
	constructor(e, n) {
		super(void 0, n || String(e)), this.git = e;
	}
};
var xe = class extends O {
	constructor(e) {
		super(void 0, e);
	}
};
const I = "\0";
const W = () => {};
function Ne(t) {
	return typeof t != "function" ? W : t;
}
function $e(t) {
	return typeof t == "function" && t !== W;
}
function Pe(t, e) {
	const n = t.indexOf(e);
	return n <= 0 ? [t, ""] : [t.substr(0, n), t.substr(n + 1)];
}
function Me(t, e = 0) {
	return Dt(t) && t.length > e ? t[e] : void 0;
}
function N(t, e = 0) {
	if (Dt(t) && t.length > e) return t[t.length - 1 - e];
}
function Dt(t) {
	return Bt(t);
}
function H(t = "", e = !0, n = `
`) {
	return t.split(n).reduce((r, s) => {
		const o = e ? s.trim() : s;
		return o && r.push(o), r;
	}, []);
}
function ut(t, e) {
	return H(t, !0).map((n) => e(n));
}
function Lt(t) {
	return (0, import_dist$1.exists)(t, import_dist$1.FOLDER);
}
function S(t, e) {
	return Array.isArray(t) ? t.includes(e) || t.push(e) : t.add(e), e;
}
function De(t, e) {
	return Array.isArray(t) && !t.includes(e) && t.push(e), t;
}
function ct(t, e) {
	if (Array.isArray(t)) {
		const n = t.indexOf(e);
		n >= 0 && t.splice(n, 1);
	} else t.delete(e);
	return e;
}
const ft = Object.prototype.toString.call.bind(Object.prototype.toString);
function v(t) {
	return Array.isArray(t) ? t : [t];
}
function jt(t) {
	return t.replace(/[\s-]+(.)/g, (e, n) => n.toUpperCase());
}
function L(t) {
	return v(t).map((e) => e instanceof String ? e : String(e));
}
function p(t, e = 0) {
	if (t == null) return e;
	const n = parseInt(t, 10);
	return Number.isNaN(n) ? e : n;
}
function U(t, e) {
	const n = [];
	for (let r = 0, s = t.length; r < s; r++) n.push(e, t[r]);
	return n;
}
function F(t) {
	return (Array.isArray(t) ? Buffer.concat(t) : t).toString("utf-8");
}
function Le(t) {
	return t ? Buffer.isBuffer(t) ? t.length : Buffer.byteLength(t) : 0;
}
function je(t, e) {
	const n = {};
	return e.forEach((r) => {
		t[r] !== void 0 && (n[r] = t[r]);
	}), n;
}
function wt(t = 0) {
	return new Promise((e) => setTimeout(e, t));
}
function bt(t) {
	if (t !== !1) return t;
}
function d(t, e, n) {
	return e(t) ? t : arguments.length > 2 ? n : void 0;
}
const K = (t) => Array.isArray(t);
function st(t, e) {
	const n = r(t) ? "string" : typeof t;
	return /number|string|boolean/.test(n) && (!e || !e.includes(n));
}
const m = (t) => typeof t == "string" || r(t);
const Be = (t) => m(t) || Buffer.isBuffer(t);
const G = (t) => m(t) || Array.isArray(t) && t.every(m);
function lt(t) {
	return !!t && ft(t) === "[object Object]";
}
function Ie(t) {
	return typeof t == "function";
}
const Bt = (t) => t == null || "number|boolean|function".includes(typeof t) ? !1 : typeof t.length == "number";
var V = /* @__PURE__ */ ((t) => (t[t.SUCCESS = 0] = "SUCCESS", t[t.ERROR = 1] = "ERROR", t[t.NOT_FOUND = -2] = "NOT_FOUND", t[t.UNCLEAN = 128] = "UNCLEAN", t))(V || {});
var z = class z {
	constructor(e, n) {
		this.stdOut = e, this.stdErr = n;
	}
	asStrings() {
		return new z(this.stdOut.toString("utf8"), this.stdErr.toString("utf8"));
	}
};
function Ue() {
	throw new Error("LineParser:useMatches not implemented");
}
var l = class {
	constructor(e, n) {
		this.matches = [], this.useMatches = Ue, this.parse = (r, s) => (this.resetMatches(), this._regExp.every((o, i) => this.addMatch(o, i, r(i))) ? this.useMatches(s, this.prepareMatches()) !== !1 : !1), this._regExp = Array.isArray(e) ? e : [e], n && (this.useMatches = n);
	}
	resetMatches() {
		this.matches.length = 0;
	}
	prepareMatches() {
		return this.matches;
	}
	addMatch(e, n, r) {
		const s = r && e.exec(r);
		return s && this.pushMatch(n, s), !!s;
	}
	pushMatch(e, n) {
		this.matches.push(...n.slice(1));
	}
};
var x = class extends l {
	addMatch(e, n, r) {
		return /^remote:\s/.test(String(r)) && super.addMatch(e, n, r);
	}
	pushMatch(e, n) {
		(e > 0 || n.length > 1) && super.pushMatch(e, n);
	}
};
const Fe = {
	binary: "git",
	maxConcurrentProcesses: 5,
	config: [],
	trimmed: !1
};
function Ge(...t) {
	const e = process.cwd(), n = Object.assign({
		baseDir: e,
		...Fe
	}, ...t.filter((r) => typeof r == "object" && r));
	return n.baseDir = n.baseDir || e, n.trimmed = n.trimmed === !0, n;
}
function It(t, e = []) {
	return lt(t) ? Object.keys(t).reduce((n, r$1) => {
		const s = t[r$1];
		if (r(s)) n.push(s);
		else if (st(s, ["boolean"])) n.push(r$1 + "=" + s);
		else if (Array.isArray(s)) for (const o of s) st(o, ["string", "number"]) || n.push(r$1 + "=" + o);
		else n.push(r$1);
		return n;
	}, e) : e;
}
function h(t, e = 0, n = !1) {
	const r = [];
	for (let s = 0, o = e < 0 ? t.length : e; s < o; s++) "string|number".includes(typeof t[s]) && r.push(String(t[s]));
	return It(ht(t), r), n || r.push(...ze(t)), r;
}
function ze(t) {
	return L(d(N(t, typeof N(t) == "function" ? 1 : 0), K, []));
}
function ht(t) {
	return d(N(t, Ie(N(t)) ? 1 : 0), lt);
}
function u(t, e = !0) {
	const n = Ne(N(t));
	return e || $e(n) ? n : void 0;
}
function Tt(t, e) {
	return t(e.stdOut, e.stdErr);
}
function E(t, e, n, r = !0) {
	return v(n).forEach((s) => {
		for (let o = H(s, r), i = 0, a = o.length; i < a; i++) {
			const c = (y = 0) => {
				if (!(i + y >= a)) return o[i + y];
			};
			e.some(({ parse: y }) => y(c, t));
		}
	}), t;
}
const mt = ({ exitCode: t }, e, n, r) => {
	if (t === V.UNCLEAN && Ve(e)) return n(Buffer.from("false"));
	r(e);
};
const Ut = (t) => t.trim() === "true";
function We(t) {
	switch (t) {
		case "bare": return Ke();
		case "root": return He();
	}
	return {
		commands: ["rev-parse", "--is-inside-work-tree"],
		format: "utf-8",
		onError: mt,
		parser: Ut
	};
}
function He() {
	return {
		commands: ["rev-parse", "--git-dir"],
		format: "utf-8",
		onError: mt,
		parser(e) {
			return /^\.(git)?$/.test(e.trim());
		}
	};
}
function Ke() {
	return {
		commands: ["rev-parse", "--is-bare-repository"],
		format: "utf-8",
		onError: mt,
		parser: Ut
	};
}
function Ve(t) {
	return /(Not a git repository|Kein Git-Repository)/i.test(String(t));
}
var Xe = class {
	constructor(e) {
		this.paths = [], this.files = [], this.folders = [], this.dryRun = e;
	}
};
const Ye = /^[a-z]+\s*/i;
const Qe = /^[a-z]+\s+[a-z]+\s*/i;
const Je = /\/$/;
function Ze(t, e) {
	const n = new Xe(t), r = t ? Qe : Ye;
	return H(e).forEach((s) => {
		const o = s.replace(r, "");
		n.paths.push(o), (Je.test(o) ? n.folders : n.files).push(o);
	}), n;
}
const Ft = [];
function tn(t) {
	return {
		commands: Ft,
		format: "empty",
		parser: t
	};
}
function b(t) {
	return {
		commands: Ft,
		format: "empty",
		parser() {
			throw typeof t == "string" ? new xe(t) : t;
		}
	};
}
function g(t, e = !1) {
	return {
		commands: t,
		format: "utf-8",
		parser(n) {
			return e ? String(n).trim() : n;
		}
	};
}
function Gt(t) {
	return {
		commands: t,
		format: "buffer",
		parser(e) {
			return e;
		}
	};
}
function en(t) {
	return t.format === "buffer";
}
function kt(t) {
	return t.format === "empty" || !t.commands.length;
}
const nn = "Git clean interactive mode is not supported";
const rn = "Git clean mode parameter (\"n\" or \"f\") is required";
const sn = "Git clean unknown option found in: ";
var zt = /* @__PURE__ */ ((t) => (t.DRY_RUN = "n", t.FORCE = "f", t.IGNORED_INCLUDED = "x", t.IGNORED_ONLY = "X", t.EXCLUDING = "e", t.QUIET = "q", t.RECURSIVE = "d", t))(zt || {});
const qt = /* @__PURE__ */ new Set(["i", ...L(Object.values(zt))]);
function on(t, e) {
	const { cleanMode: n, options: r, valid: s } = cn(t);
	return n ? s.options ? (r.push(...e), r.some(hn) ? b(nn) : an(n, r)) : b(sn + JSON.stringify(t)) : b(rn);
}
function an(t, e) {
	return {
		commands: [
			"clean",
			`-${t}`,
			...e
		],
		format: "utf-8",
		parser(r) {
			return Ze(t === "n", r);
		}
	};
}
function un(t) {
	return Array.isArray(t) && t.every((e) => qt.has(e));
}
function cn(t) {
	let e, n = [], r = {
		cleanMode: !1,
		options: !0
	};
	return t.replace(/[^a-z]i/g, "").split("").forEach((s) => {
		fn(s) ? (e = s, r.cleanMode = !0) : r.options = r.options && ln(n[n.length] = `-${s}`);
	}), {
		cleanMode: e,
		options: n,
		valid: r
	};
}
function fn(t) {
	return t === "f" || t === "n";
}
function ln(t) {
	return /^-[a-z]$/i.test(t) && qt.has(t.charAt(1));
}
function hn(t) {
	return /^-[^\-]/.test(t) ? t.indexOf("i") > 0 : t === "--interactive";
}
var mn = class {
	constructor() {
		this.files = [], this.values = /* @__PURE__ */ Object.create(null);
	}
	get all() {
		return this._all || (this._all = this.files.reduce((e, n) => Object.assign(e, this.values[n]), {})), this._all;
	}
	addFile(e) {
		if (!(e in this.values)) {
			const n = N(this.files);
			this.values[e] = n ? Object.create(this.values[n]) : {}, this.files.push(e);
		}
		return this.values[e];
	}
	addValue(e, n, r) {
		const s = this.addFile(e);
		Object.hasOwn(s, n) ? Array.isArray(s[n]) ? s[n].push(r) : s[n] = [s[n], r] : s[n] = r, this._all = void 0;
	}
};
function pn(t) {
	const e = new mn();
	for (const n of Wt(t)) e.addValue(n.file, String(n.key), n.value);
	return e;
}
function dn(t, e) {
	let n = null;
	const r = [], s = /* @__PURE__ */ new Map();
	for (const o of Wt(t, e)) o.key === e && (r.push(n = o.value), s.has(o.file) || s.set(o.file, []), s.get(o.file).push(n));
	return {
		key: e,
		paths: Array.from(s.keys()),
		scopes: s,
		value: n,
		values: r
	};
}
function gn(t) {
	return t.replace(/^(file):/, "");
}
function* Wt(t, e = null) {
	const n = t.split("\0");
	for (let r = 0, s = n.length - 1; r < s;) {
		const o = gn(n[r++]);
		let i = n[r++], a = e;
		if (i.includes(`
`)) {
			const c = Pe(i, `
`);
			a = c[0], i = c[1];
		}
		yield {
			file: o,
			key: a,
			value: i
		};
	}
}
var Ht = /* @__PURE__ */ ((t) => (t.system = "system", t.global = "global", t.local = "local", t.worktree = "worktree", t))(Ht || {});
function Y(t, e) {
	return typeof t == "string" && Object.hasOwn(Ht, t) ? t : e;
}
function yn(t, e, n, r) {
	const s = ["config", `--${r}`];
	return n && s.push("--add"), s.push(t, e), {
		commands: s,
		format: "utf-8",
		parser(o) {
			return o;
		}
	};
}
function wn(t, e) {
	const n = [
		"config",
		"--null",
		"--show-origin",
		"--get-all",
		t
	];
	return e && n.splice(1, 0, `--${e}`), {
		commands: n,
		format: "utf-8",
		parser(r) {
			return dn(r, t);
		}
	};
}
function bn(t) {
	const e = [
		"config",
		"--list",
		"--show-origin",
		"--null"
	];
	return t && e.push(`--${t}`), {
		commands: e,
		format: "utf-8",
		parser(n) {
			return pn(n);
		}
	};
}
function Tn() {
	return {
		addConfig(t, e, ...n) {
			return this._runTask(yn(t, e, n[0] === !0, Y(n[1], "local")), u(arguments));
		},
		getConfig(t, e) {
			return this._runTask(wn(t, Y(e, void 0)), u(arguments));
		},
		listConfig(...t) {
			return this._runTask(bn(Y(t[0], void 0)), u(arguments));
		}
	};
}
var Kt = /* @__PURE__ */ ((t) => (t.ADDED = "A", t.COPIED = "C", t.DELETED = "D", t.MODIFIED = "M", t.RENAMED = "R", t.CHANGED = "T", t.UNMERGED = "U", t.UNKNOWN = "X", t.BROKEN = "B", t))(Kt || {});
const kn = new Set(Object.values(Kt));
function _n(t) {
	return kn.has(t);
}
var _t;
const vn = ["-h"];
const j = /* @__PURE__ */ Symbol("grepQuery");
var En = class {
	constructor() {
		this[_t] = [];
	}
	*[(_t = j, Symbol.iterator)]() {
		for (const e of this[j]) yield e;
	}
	and(...e) {
		return e.length && this[j].push("--and", "(", ...U(e, "-e"), ")"), this;
	}
	param(...e) {
		return this[j].push(...U(e, "-e")), this;
	}
};
function Sn(...t) {
	return new En().param(...t);
}
function Rn(t) {
	const e = /* @__PURE__ */ new Set(), n = {};
	return ut(t, (r) => {
		const [s, o, i] = r.split(I);
		e.add(s), (n[s] = n[s] || []).push({
			line: p(o),
			path: s,
			preview: i
		});
	}), {
		paths: e,
		results: n
	};
}
function On() {
	return { grep(t) {
		const e = u(arguments), n = h(arguments);
		for (const s of vn) if (n.includes(s)) return this._runTask(b(`git.grep: use of "${s}" is not supported.`), e);
		typeof t == "string" && (t = Sn().param(t));
		const r = [
			"grep",
			"--null",
			"-n",
			"--full-name",
			...n,
			...t
		];
		return this._runTask({
			commands: r,
			format: "utf-8",
			parser(s) {
				return Rn(s);
			}
		}, e);
	} };
}
var Vt = /* @__PURE__ */ ((t) => (t.MIXED = "mixed", t.SOFT = "soft", t.HARD = "hard", t.MERGE = "merge", t.KEEP = "keep", t))(Vt || {});
const Cn = L(Object.values(Vt));
function An(t, e) {
	const n = ["reset"];
	return Xt(t) && n.push(`--${t}`), n.push(...e), g(n);
}
function xn(t) {
	if (Xt(t)) return t;
	switch (typeof t) {
		case "string":
		case "undefined": return "soft";
	}
}
function Xt(t) {
	return typeof t == "string" && Cn.includes(t);
}
import_src.default.formatters.L = (t) => String(Bt(t) ? t.length : "-");
import_src.default.formatters.B = (t) => Buffer.isBuffer(t) ? t.toString("utf8") : ft(t);
function Nn() {
	return (0, import_src.default)("simple-git");
}
function vt(t, e, n) {
	return !e || !String(e).replace(/\s*/, "") ? n ? (r, ...s) => {
		t(r, ...s), n(r, ...s);
	} : t : (r, ...s) => {
		t(`%s ${r}`, e, ...s), n && n(r, ...s);
	};
}
function $n(t, e, { namespace: n }) {
	if (typeof t == "string") return t;
	const r = e && e.namespace || "";
	return r.startsWith(n) ? r.substr(n.length + 1) : r || n;
}
function $(t, e, n, r = Nn()) {
	const s = t && `[${t}]` || "", o = [], i = typeof e == "string" ? r.extend(e) : e, a = $n(d(e, m), i, r);
	return y(n);
	function c(w, T) {
		return S(o, $(t, a.replace(/^[^:]+/, w), T, r));
	}
	function y(w) {
		const T = w && `[${w}]` || "", k = i && vt(i, T) || W, C = vt(r, `${s} ${T}`, k);
		return Object.assign(i ? k : C, {
			label: t,
			sibling: c,
			info: C,
			step: y
		});
	}
}
const M = class M {
	constructor(e = "GitExecutor") {
		this.logLabel = e, this._queue = /* @__PURE__ */ new Map();
	}
	withProgress(e) {
		return this._queue.get(e);
	}
	createProgress(e) {
		const n = M.getName(e.commands[0]);
		return {
			task: e,
			logger: $(this.logLabel, n),
			name: n
		};
	}
	push(e) {
		const n = this.createProgress(e);
		return n.logger("Adding task to the queue, commands = %o", e.commands), this._queue.set(e, n), n;
	}
	fatal(e) {
		for (const [n, { logger: r }] of Array.from(this._queue.entries())) n === e.task ? (r.info("Failed %o", e), r("Fatal exception, any as-yet un-started tasks run through this executor will not be attempted")) : r.info("A fatal exception occurred in a previous task, the queue has been purged: %o", e.message), this.complete(n);
		if (this._queue.size !== 0) throw new Error(`Queue size should be zero after fatal: ${this._queue.size}`);
	}
	complete(e) {
		this.withProgress(e) && this._queue.delete(e);
	}
	attempt(e) {
		const n = this.withProgress(e);
		if (!n) throw new O(void 0, "TasksPendingQueue: attempt called for an unknown task");
		return n.logger("Starting task"), n;
	}
	static getName(e = "empty") {
		return `task:${e}:${++M.counter}`;
	}
};
M.counter = 0;
let ot = M;
var Pn = class {
	constructor(e, n, r) {
		this._executor = e, this._scheduler = n, this._plugins = r, this._chain = Promise.resolve(), this._queue = new ot();
	}
	get cwd() {
		return this._cwd || this._executor.cwd;
	}
	set cwd(e) {
		this._cwd = e;
	}
	get env() {
		return this._executor.env;
	}
	get outputHandler() {
		return this._executor.outputHandler;
	}
	chain() {
		return this;
	}
	push(e) {
		return this._queue.push(e), this._chain = this._chain.then(() => this.attemptTask(e));
	}
	async attemptTask(e) {
		const n = await this._scheduler.next(), r = () => this._queue.complete(e);
		try {
			const { logger: s } = this._queue.attempt(e);
			return await (kt(e) ? this.attemptEmptyTask(e, s) : this.attemptRemoteTask(e, s));
		} catch (s) {
			throw this.onFatalException(e, s);
		} finally {
			r(), n();
		}
	}
	onFatalException(e, n) {
		const r = n instanceof O ? Object.assign(n, { task: e }) : new O(e, n && String(n));
		return this._chain = Promise.resolve(), this._queue.fatal(r), r;
	}
	async attemptRemoteTask(e, n) {
		const r = this._plugins.exec("spawn.binary", "", this.taskContext(e, e.commands)), s = this._plugins.exec("spawn.args", [...e.commands], this.taskContext(e, e.commands)), o = await this.gitResponse(e, r, s, this.outputHandler, n.step("SPAWN")), i = await this.handleTaskData(e, s, o, n.step("HANDLE"));
		return n("passing response to task's parser as a %s", e.format), en(e) ? Tt(e.parser, i) : Tt(e.parser, i.asStrings());
	}
	async attemptEmptyTask(e, n) {
		return n("empty task bypassing child process to call to task's parser"), e.parser(this);
	}
	handleTaskData(e, n, r, s) {
		const { exitCode: o, rejection: i, stdOut: a, stdErr: c } = r;
		return new Promise((y, w) => {
			s("Preparing to handle process response exitCode=%d stdOut=", o);
			const { error: T } = this._plugins.exec("task.error", { error: i }, {
				...this.taskContext(e, n),
				...r
			});
			if (T && e.onError) return s.info("exitCode=%s handling with custom error handler"), e.onError(r, T, (k) => {
				s.info("custom error handler treated as success"), s("custom error returned a %s", ft(k)), y(new z(Array.isArray(k) ? Buffer.concat(k) : k, Buffer.concat(c)));
			}, w);
			if (T) return s.info("handling as error: exitCode=%s stdErr=%s rejection=%o", o, c.length, i), w(T);
			s.info("retrieving task output complete"), y(new z(Buffer.concat(a), Buffer.concat(c)));
		});
	}
	async gitResponse(e, n, r, s, o) {
		const i = o.sibling("output"), a = this._plugins.exec("spawn.options", {
			cwd: this.cwd,
			env: this.env,
			windowsHide: !0
		}, this.taskContext(e, e.commands));
		return new Promise((c) => {
			const y = [], w = [];
			o.info("%s %o", n, r), o("%O", a);
			let T = this._beforeSpawn(e, r);
			if (T) return c({
				stdOut: y,
				stdErr: w,
				exitCode: 9901,
				rejection: T
			});
			this._plugins.exec("spawn.before", void 0, {
				...this.taskContext(e, r),
				kill(C) {
					T = C || T;
				}
			});
			const k = spawn(n, r, a);
			k.stdout.on("data", Et(y, "stdOut", o, i.step("stdOut"))), k.stderr.on("data", Et(w, "stdErr", o, i.step("stdErr"))), k.on("error", Mn(w, o)), s && (o("Passing child process stdOut/stdErr to custom outputHandler"), s(n, k.stdout, k.stderr, [...r])), this._plugins.exec("spawn.after", void 0, {
				...this.taskContext(e, r),
				spawned: k,
				close(C, Te) {
					c({
						stdOut: y,
						stdErr: w,
						exitCode: C,
						rejection: T || Te
					});
				},
				kill(C) {
					k.killed || (T = C, k.kill("SIGINT"));
				}
			});
		});
	}
	_beforeSpawn(e, n) {
		let r;
		return this._plugins.exec("spawn.before", void 0, {
			...this.taskContext(e, n),
			kill(s) {
				r = s || r;
			}
		}), r;
	}
	taskContext(e, n) {
		return {
			method: String(Me(e.commands) || ""),
			commands: n,
			env: { ...this.env },
			input: kt(e) ? void 0 : e.input
		};
	}
};
function Mn(t, e) {
	return (n) => {
		e("[ERROR] child process exception %o", n), t.push(Buffer.from(String(n.stack), "ascii"));
	};
}
function Et(t, e, n, r) {
	return (s) => {
		n("%s received %L bytes", e, s), r("%B", s), t.push(s);
	};
}
var Dn = class {
	constructor(e, n, r) {
		this.cwd = e, this._scheduler = n, this._plugins = r, this._chain = this.chain();
	}
	chain() {
		return new Pn(this, this._scheduler, this._plugins);
	}
	push(e) {
		return this._chain.push(e);
	}
};
function Ln(t, e, n = W) {
	const r = (o) => {
		n(null, o);
	}, s = (o) => {
		o?.task === t && n(o, void 0);
	};
	e.then(r, s);
}
function St(t, e) {
	return tn((n) => {
		if (!Lt(t)) throw new Error(`Git.cwd: cannot change to non-directory "${t}"`);
		return (e || n).cwd = t;
	});
}
function Q(t) {
	const e = ["checkout", ...t];
	return e[1] === "-b" && e.includes("-B") && (e[1] = ct(e, "-B")), g(e);
}
function jn() {
	return {
		checkout() {
			return this._runTask(Q(h(arguments, 1)), u(arguments));
		},
		checkoutBranch(t, e) {
			return this._runTask(Q([
				"-b",
				t,
				e,
				...h(arguments)
			]), u(arguments));
		},
		checkoutLocalBranch(t) {
			return this._runTask(Q([
				"-b",
				t,
				...h(arguments)
			]), u(arguments));
		}
	};
}
const Yt = (t, e, n) => {
	const r = ["clone", ...n];
	return m(t) && r.push(c$1(t)), m(e) && r.push(c$1(e)), g(r);
};
const Bn = (t, e, n) => (S(n, "--mirror"), Yt(t, e, n));
function Rt(t, e, n, ...r) {
	return m(n) ? e(n, d(r[0], m), h(arguments)) : b(`git.${t}() requires a string 'repoPath'`);
}
function In() {
	return {
		clone(t, ...e) {
			return this._runTask(Rt("clone", Yt, d(t, m), ...e), u(arguments));
		},
		mirror(t, ...e) {
			return this._runTask(Rt("mirror", Bn, d(t, m), ...e), u(arguments));
		}
	};
}
const Un = [
	new l(/^\[([^\s]+)( \([^)]+\))? ([^\]]+)/, (t, [e, n, r]) => {
		t.branch = e, t.commit = r, t.root = !!n;
	}),
	new l(/\s*Author:\s(.+)/i, (t, [e]) => {
		const n = e.split("<"), r = n.pop();
		!r || !r.includes("@") || (t.author = {
			email: r.substr(0, r.length - 1),
			name: n.join("<").trim()
		});
	}),
	new l(/(\d+)[^,]*(?:,\s*(\d+)[^,]*)(?:,\s*(\d+))/g, (t, [e, n, r]) => {
		t.summary.changes = parseInt(e, 10) || 0, t.summary.insertions = parseInt(n, 10) || 0, t.summary.deletions = parseInt(r, 10) || 0;
	}),
	new l(/^(\d+)[^,]*(?:,\s*(\d+)[^(]+\(([+-]))?/, (t, [e, n, r]) => {
		t.summary.changes = parseInt(e, 10) || 0;
		const s = parseInt(n, 10) || 0;
		r === "-" ? t.summary.deletions = s : r === "+" && (t.summary.insertions = s);
	})
];
function Fn(t) {
	return E({
		author: null,
		branch: "",
		commit: "",
		root: !1,
		summary: {
			changes: 0,
			insertions: 0,
			deletions: 0
		}
	}, Un, t);
}
function Gn(t, e, n) {
	return {
		commands: [
			"-c",
			"core.abbrev=40",
			"commit",
			...U(t, "-m"),
			...e,
			...n
		],
		format: "utf-8",
		parser: Fn
	};
}
function zn() {
	return { commit(e, ...n) {
		const r = u(arguments), s = t(e) || Gn(v(e), v(d(n[0], G, [])), [...L(d(n[1], K, [])), ...h(arguments, 0, !0)]);
		return this._runTask(s, r);
	} };
	function t(e) {
		return !G(e) && b("git.commit: requires the commit message to be supplied as a string/string[]");
	}
}
function qn() {
	return {
		count: 0,
		garbage: 0,
		inPack: 0,
		packs: 0,
		prunePackable: 0,
		size: 0,
		sizeGarbage: 0,
		sizePack: 0
	};
}
const Wn = new l(/([a-z-]+): (\d+)$/, (t, [e, n]) => {
	const r = jt(e);
	Object.hasOwn(t, r) && (t[r] = p(n));
});
function Hn() {
	return { countObjects() {
		return this._runTask({
			commands: ["count-objects", "--verbose"],
			format: "utf-8",
			parser(t) {
				return E(qn(), [Wn], t);
			}
		});
	} };
}
function Kn() {
	return { firstCommit() {
		return this._runTask(g([
			"rev-list",
			"--max-parents=0",
			"HEAD"
		], !0), u(arguments));
	} };
}
function Vn(t, e) {
	const n = ["hash-object", t];
	return e && n.push("-w"), g(n, !0);
}
var J = class {
	constructor(e, n, r, s) {
		this.bare = e, this.path = n, this.existing = r, this.gitDir = s;
	}
};
const Xn = /^Init.+ repository in (.+)$/;
const Yn = /^Rein.+ in (.+)$/;
function Qn(t, e, n) {
	const r = String(n).trim();
	let s;
	if (s = Xn.exec(r)) return new J(t, e, !1, s[1]);
	if (s = Yn.exec(r)) return new J(t, e, !0, s[1]);
	let o = "";
	const i = r.split(" ");
	for (; i.length;) if (i.shift() === "in") {
		o = i.join(" ");
		break;
	}
	return new J(t, e, /^re/i.test(r), o);
}
const Qt = "--bare";
function Jn(t) {
	return t.includes(Qt);
}
function Zn(t = !1, e, n) {
	const r = ["init", ...n];
	return t && !Jn(r) && r.splice(1, 0, Qt), {
		commands: r,
		format: "utf-8",
		parser(s) {
			return Qn(r.includes("--bare"), e, s);
		}
	};
}
function tr(t) {
	return t === void 0 ? b("interpretTrailers called without input content") : {
		format: "utf-8",
		parser(e) {
			return Object.fromEntries(ut(e, (n) => {
				const r = n.indexOf(":");
				return [jt(n.substring(0, r).toLowerCase()), n.substring(r + 2).trim()];
			}));
		},
		commands: ["interpret-trailers", "--parse"],
		input: t
	};
}
function er() {
	return { interpretTrailers(t) {
		return this._runTask(tr(d(t, Be)), u(arguments));
	} };
}
var R = /* @__PURE__ */ ((t) => (t.NONE = "", t.STAT = "--stat", t.NUM_STAT = "--numstat", t.NAME_ONLY = "--name-only", t.NAME_STATUS = "--name-status", t))(R || {});
const Jt = /^--(stat|numstat|name-only|name-status)(=|$)/;
function pt(t) {
	for (let e = 0; e < t.length; e++) {
		const n = Jt.exec(t[e]);
		if (n) return `--${n[1]}`;
	}
	return "";
}
function nr(t) {
	return Jt.test(t);
}
var rr = class {
	constructor() {
		this.changed = 0, this.deletions = 0, this.insertions = 0, this.files = [];
	}
};
const Ot = [
	new l(/^(.+)\s+\|\s+(\d+)(\s+[+\-]+)?$/, (t, [e, n, r = ""]) => {
		t.files.push({
			file: e.trim(),
			changes: p(n),
			insertions: r.replace(/[^+]/g, "").length,
			deletions: r.replace(/[^-]/g, "").length,
			binary: !1
		});
	}),
	new l(/^(.+) \|\s+Bin ([0-9.]+) -> ([0-9.]+) ([a-z]+)/, (t, [e, n, r]) => {
		t.files.push({
			file: e.trim(),
			before: p(n),
			after: p(r),
			binary: !0
		});
	}),
	new l(/^(.+)\s+\|\s+Bin\s*$/, (t, [e]) => {
		t.files.push({
			file: e.trim(),
			before: 0,
			after: 0,
			binary: !0
		});
	}),
	new l(/(\d+) files? changed\s*((?:, \d+ [^,]+){0,2})/, (t, [e, n]) => {
		const r = /(\d+) i/.exec(n), s = /(\d+) d/.exec(n);
		t.changed = p(e), t.insertions = p(r?.[1]), t.deletions = p(s?.[1]);
	})
];
const sr = [new l(/(\d+)\t(\d+)\t(.+)$/, (t, [e, n, r]) => {
	const s = p(e), o = p(n);
	t.changed++, t.insertions += s, t.deletions += o, t.files.push({
		file: r,
		changes: s + o,
		insertions: s,
		deletions: o,
		binary: !1
	});
}), new l(/-\t-\t(.+)$/, (t, [e]) => {
	t.changed++, t.files.push({
		file: e,
		after: 0,
		before: 0,
		binary: !0
	});
})];
const or = [new l(/(.+)$/, (t, [e]) => {
	t.changed++, t.files.push({
		file: e,
		changes: 0,
		insertions: 0,
		deletions: 0,
		binary: !1
	});
})];
const ir = [new l(/([ACDMRTUXB])([0-9]{0,3})\t(.[^\t]*)(\t(.[^\t]*))?$/, (t, [e, n, r, s, o]) => {
	t.changed++, t.files.push({
		file: o ?? r,
		changes: 0,
		insertions: 0,
		deletions: 0,
		binary: !1,
		status: bt(_n(e) && e),
		from: bt(!!o && r !== o && r),
		similarity: p(n)
	});
})];
const ar = {
	[R.NONE]: Ot,
	[R.STAT]: Ot,
	[R.NUM_STAT]: sr,
	[R.NAME_STATUS]: ir,
	[R.NAME_ONLY]: or
};
function Zt(t = R.NONE) {
	const e = ar[t];
	return (n) => E(new rr(), e, n, !1);
}
const te = "òòòòòò ";
const ee = " òò";
const ne = " ò ";
const ur = [
	"hash",
	"date",
	"message",
	"refs",
	"author_name",
	"author_email"
];
function cr(t, e) {
	return e.reduce((n, r, s) => (n[r] = t[s] || "", n), /* @__PURE__ */ Object.create({ diff: null }));
}
function re(t = ne, e = ur, n = R.NONE) {
	const r = Zt(n);
	return function(s) {
		const o = H(s.trim(), !1, te).map(function(i) {
			const a = i.split(ee), c = cr(a[0].split(t), e);
			return a.length > 1 && a[1].trim() && (c.diff = r(a[1])), c;
		});
		return {
			all: o,
			latest: o.length && o[0] || null,
			total: o.length
		};
	};
}
function fr(t) {
	let e = pt(t);
	const n = ["diff"];
	return e === R.NONE && (e = R.STAT, n.push("--stat=4096")), n.push(...t), dt(n) || {
		commands: n,
		format: "utf-8",
		parser: Zt(e)
	};
}
function dt(t) {
	const e = t.filter(nr);
	if (e.length > 1) return b(`Summary flags are mutually exclusive - pick one of ${e.join(",")}`);
	if (e.length && t.includes("-z")) return b(`Summary flag ${e} parsing is not compatible with null termination option '-z'`);
}
var se = /* @__PURE__ */ ((t) => (t[t["--pretty"] = 0] = "--pretty", t[t["max-count"] = 1] = "max-count", t[t.maxCount = 2] = "maxCount", t[t.n = 3] = "n", t[t.file = 4] = "file", t[t.format = 5] = "format", t[t.from = 6] = "from", t[t.to = 7] = "to", t[t.splitter = 8] = "splitter", t[t.symmetric = 9] = "symmetric", t[t.mailMap = 10] = "mailMap", t[t.multiLine = 11] = "multiLine", t[t.strictDate = 12] = "strictDate", t))(se || {});
function lr(t, e) {
	const n = [], r = [];
	return Object.keys(t).forEach((s) => {
		n.push(s), r.push(String(t[s]));
	}), [n, r.join(e)];
}
function hr(t) {
	return Object.keys(t).reduce((e, n) => (n in se || (e[n] = t[n]), e), {});
}
function oe(t = {}, e = []) {
	const n = d(t.splitter, m, ne), [s, o] = lr(lt(t.format) ? t.format : {
		hash: "%H",
		date: t.strictDate === !1 ? "%ai" : "%aI",
		message: "%s",
		refs: "%D",
		body: t.multiLine ? "%B" : "%b",
		author_name: t.mailMap !== !1 ? "%aN" : "%an",
		author_email: t.mailMap !== !1 ? "%aE" : "%ae"
	}, n), i = [], a = [`--pretty=format:${te}${o}${ee}`, ...e], c = t.n || t["max-count"] || t.maxCount;
	if (c && a.push(`--max-count=${c}`), t.from || t.to) {
		const y = t.symmetric !== !1 ? "..." : "..";
		i.push(`${t.from || ""}${y}${t.to || ""}`);
	}
	return m(t.file) && a.push("--follow", c$1(t.file)), It(hr(t), a), {
		fields: s,
		splitter: n,
		commands: [...a, ...i]
	};
}
function mr(t, e, n) {
	const r = re(t, e, pt(n));
	return {
		commands: ["log", ...n],
		format: "utf-8",
		parser: r
	};
}
function pr() {
	return { log(...n) {
		const r = u(arguments), s = oe(ht(arguments), L(d(arguments[0], K, []))), o = e(...n) || dt(s.commands) || t(s);
		return this._runTask(o, r);
	} };
	function t(n) {
		return mr(n.splitter, n.fields, n.commands);
	}
	function e(n, r) {
		return m(n) && m(r) && b("git.log(string, string) should be replaced with git.log({ from: string, to: string })");
	}
}
var Z = class {
	constructor(e, n = null, r) {
		this.reason = e, this.file = n, this.meta = r;
	}
	toString() {
		return `${this.file}:${this.reason}`;
	}
};
var dr = class {
	constructor() {
		this.conflicts = [], this.merges = [], this.result = "success";
	}
	get failed() {
		return this.conflicts.length > 0;
	}
	get reason() {
		return this.result;
	}
	toString() {
		return this.conflicts.length ? `CONFLICTS: ${this.conflicts.join(", ")}` : "OK";
	}
};
var ie = class {
	constructor() {
		this.remoteMessages = { all: [] }, this.created = [], this.deleted = [], this.files = [], this.deletions = {}, this.insertions = {}, this.summary = {
			changes: 0,
			deletions: 0,
			insertions: 0
		};
	}
};
var gr = class {
	constructor() {
		this.remote = "", this.hash = {
			local: "",
			remote: ""
		}, this.branch = {
			local: "",
			remote: ""
		}, this.message = "";
	}
	toString() {
		return this.message;
	}
};
function tt(t) {
	return t.objects = t.objects || {
		compressing: 0,
		counting: 0,
		enumerating: 0,
		packReused: 0,
		reused: {
			count: 0,
			delta: 0
		},
		total: {
			count: 0,
			delta: 0
		}
	};
}
function Ct(t) {
	const e = /^\s*(\d+)/.exec(t), n = /delta (\d+)/i.exec(t);
	return {
		count: p(e && e[1] || "0"),
		delta: p(n && n[1] || "0")
	};
}
const yr = [
	new x(/^remote:\s*(enumerating|counting|compressing) objects: (\d+),/i, (t, [e, n]) => {
		const r = e.toLowerCase(), s = tt(t.remoteMessages);
		Object.assign(s, { [r]: p(n) });
	}),
	new x(/^remote:\s*(enumerating|counting|compressing) objects: \d+% \(\d+\/(\d+)\),/i, (t, [e, n]) => {
		const r = e.toLowerCase(), s = tt(t.remoteMessages);
		Object.assign(s, { [r]: p(n) });
	}),
	new x(/total ([^,]+), reused ([^,]+), pack-reused (\d+)/i, (t, [e, n, r]) => {
		const s = tt(t.remoteMessages);
		s.total = Ct(e), s.reused = Ct(n), s.packReused = p(r);
	})
];
const wr = [
	new x(/^remote:\s*(.+)$/, (t, [e]) => (t.remoteMessages.all.push(e.trim()), !1)),
	...yr,
	new x([/create a (?:pull|merge) request/i, /\s(https?:\/\/\S+)$/], (t, [e]) => {
		t.remoteMessages.pullRequestUrl = e;
	}),
	new x([/found (\d+) vulnerabilities.+\(([^)]+)\)/i, /\s(https?:\/\/\S+)$/], (t, [e, n, r]) => {
		t.remoteMessages.vulnerabilities = {
			count: p(e),
			summary: n,
			url: r
		};
	})
];
function ae(t, e) {
	return E({ remoteMessages: new br() }, wr, e);
}
var br = class {
	constructor() {
		this.all = [];
	}
};
const vr = [
	new l(/^\s*(.+?)\s+\|\s+\d+\s*(\+*)(-*)/, (t, [e, n, r]) => {
		t.files.push(e), n && (t.insertions[e] = n.length), r && (t.deletions[e] = r.length);
	}),
	new l(/(\d+)\D+((\d+)\D+\(\+\))?(\D+(\d+)\D+\(-\))?/, (t, [e, , n, , r]) => n !== void 0 || r !== void 0 ? (t.summary.changes = +e || 0, t.summary.insertions = +n || 0, t.summary.deletions = +r || 0, !0) : !1),
	new l(/^(create|delete) mode \d+ (.+)/, (t, [e, n]) => {
		S(t.files, n), S(e === "create" ? t.created : t.deleted, n);
	})
];
const Er = [
	new l(/^from\s(.+)$/i, (t, [e]) => {
		t.remote = e;
	}),
	new l(/^fatal:\s(.+)$/, (t, [e]) => {
		t.message = e;
	}),
	new l(/([a-z0-9]+)\.\.([a-z0-9]+)\s+(\S+)\s+->\s+(\S+)$/, (t, [e, n, r, s]) => {
		t.branch.local = r, t.hash.local = e, t.branch.remote = s, t.hash.remote = n;
	})
];
const Sr = (t, e) => E(new ie(), vr, [t, e]);
const ue = (t, e) => Object.assign(new ie(), Sr(t, e), ae(t, e));
function Rr(t, e) {
	const n = E(new gr(), Er, [t, e]);
	return n.message && n;
}
const Or = [
	new l(/^Auto-merging\s+(.+)$/, (t, [e]) => {
		t.merges.push(e);
	}),
	new l(/^CONFLICT\s+\((.+)\): Merge conflict in (.+)$/, (t, [e, n]) => {
		t.conflicts.push(new Z(e, n));
	}),
	new l(/^CONFLICT\s+\((.+\/delete)\): (.+) deleted in (.+) and/, (t, [e, n, r]) => {
		t.conflicts.push(new Z(e, n, { deleteRef: r }));
	}),
	new l(/^CONFLICT\s+\((.+)\):/, (t, [e]) => {
		t.conflicts.push(new Z(e, null));
	}),
	new l(/^Automatic merge failed;\s+(.+)$/, (t, [e]) => {
		t.result = e;
	})
];
const Cr = (t, e) => Object.assign(Ar(t), ue(t, e));
const Ar = (t) => E(new dr(), Or, t);
function At(t) {
	return t.length ? {
		commands: ["merge", ...t],
		format: "utf-8",
		parser(e, n) {
			const r = Cr(e, n);
			if (r.failed) throw new at(r);
			return r;
		}
	} : b("Git.merge requires at least one option");
}
function xr(t, e, n) {
	const r = n.includes("deleted"), s = n.includes("tag") || /^refs\/tags/.test(t), o = !n.includes("new");
	return {
		deleted: r,
		tag: s,
		branch: !s,
		new: !o,
		alreadyUpdated: o,
		local: t,
		remote: e
	};
}
const Nr = [
	new l(/^Pushing to (.+)$/, (t, [e]) => {
		t.repo = e;
	}),
	new l(/^updating local tracking ref '(.+)'/, (t, [e]) => {
		t.ref = {
			...t.ref || {},
			local: e
		};
	}),
	new l(/^[=*-]\s+([^:]+):(\S+)\s+\[(.+)]$/, (t, [e, n, r]) => {
		t.pushed.push(xr(e, n, r));
	}),
	new l(/^Branch '([^']+)' set up to track remote branch '([^']+)' from '([^']+)'/, (t, [e, n, r]) => {
		t.branch = {
			...t.branch || {},
			local: e,
			remote: n,
			remoteName: r
		};
	}),
	new l(/^([^:]+):(\S+)\s+([a-z0-9]+)\.\.([a-z0-9]+)$/, (t, [e, n, r, s]) => {
		t.update = {
			head: {
				local: e,
				remote: n
			},
			hash: {
				from: r,
				to: s
			}
		};
	})
];
const $r = (t, e) => {
	const n = Pr(t, e), r = ae(t, e);
	return {
		...n,
		...r
	};
};
const Pr = (t, e) => E({ pushed: [] }, Nr, [t, e]);
function Mr(t = {}, e) {
	return S(e, "--tags"), ce(t, e);
}
function ce(t = {}, e) {
	const n = ["push", ...e];
	return t.branch && n.splice(1, 0, t.branch), t.remote && n.splice(1, 0, t.remote), ct(n, "-v"), S(n, "--verbose"), S(n, "--porcelain"), {
		commands: n,
		format: "utf-8",
		parser: $r
	};
}
function Dr() {
	return {
		showBuffer() {
			const t = ["show", ...h(arguments, 1)];
			return t.includes("--binary") || t.splice(1, 0, "--binary"), this._runTask(Gt(t), u(arguments));
		},
		show() {
			const t = ["show", ...h(arguments, 1)];
			return this._runTask(g(t), u(arguments));
		}
	};
}
const Lr = /^(.+)\0(.+)$/;
var jr = class {
	constructor(e, n, r) {
		if (this.path = e, this.index = n, this.working_dir = r, n === "R" || r === "R") {
			const s = Lr.exec(e) || [
				null,
				e,
				e
			];
			this.from = s[2] || "", this.path = s[1] || "";
		}
	}
};
var Br = class {
	constructor() {
		this.not_added = [], this.conflicted = [], this.created = [], this.deleted = [], this.ignored = void 0, this.modified = [], this.renamed = [], this.files = [], this.staged = [], this.ahead = 0, this.behind = 0, this.current = null, this.tracking = null, this.detached = !1, this.isClean = () => !this.files.length;
	}
};
function xt(t) {
	const [e, n] = t.split(I);
	return {
		from: n || e,
		to: e
	};
}
function _(t, e, n) {
	return [`${t}${e}`, n];
}
function et(t, ...e) {
	return e.map((n) => _(t, n, (r, s) => r.conflicted.push(s)));
}
const Ir = new Map([
	_(" ", "A", (t, e) => t.created.push(e)),
	_(" ", "D", (t, e) => t.deleted.push(e)),
	_(" ", "M", (t, e) => t.modified.push(e)),
	_("A", " ", (t, e) => {
		t.created.push(e), t.staged.push(e);
	}),
	_("A", "M", (t, e) => {
		t.created.push(e), t.staged.push(e), t.modified.push(e);
	}),
	_("D", " ", (t, e) => {
		t.deleted.push(e), t.staged.push(e);
	}),
	_("M", " ", (t, e) => {
		t.modified.push(e), t.staged.push(e);
	}),
	_("M", "M", (t, e) => {
		t.modified.push(e), t.staged.push(e);
	}),
	_("R", " ", (t, e) => {
		t.renamed.push(xt(e));
	}),
	_("R", "M", (t, e) => {
		const n = xt(e);
		t.renamed.push(n), t.modified.push(n.to);
	}),
	_("!", "!", (t, e) => {
		(t.ignored = t.ignored || []).push(e);
	}),
	_("?", "?", (t, e) => t.not_added.push(e)),
	...et("A", "A", "U"),
	...et("D", "D", "U"),
	...et("U", "A", "D", "U"),
	["##", (t, e) => {
		const n = /ahead (\d+)/, r = /behind (\d+)/, s = /^(.+?(?=(?:\.{3}|\s|$)))/, o = /\.{3}(\S*)/, i = /\son\s(\S+?)(?=\.{3}|$)/;
		let a = n.exec(e);
		t.ahead = a && +a[1] || 0, a = r.exec(e), t.behind = a && +a[1] || 0, a = s.exec(e), t.current = d(a?.[1], m, null), a = o.exec(e), t.tracking = d(a?.[1], m, null), a = i.exec(e), a && (t.current = d(a?.[1], m, t.current)), t.detached = /\(no branch\)/.test(e);
	}]
]);
const Ur = function(t) {
	const e = t.split(I), n = new Br();
	for (let r = 0, s = e.length; r < s;) {
		let o = e[r++].trim();
		o && (o.charAt(0) === "R" && (o += I + (e[r++] || "")), Fr(n, o));
	}
	return n;
};
function Fr(t, e) {
	const n = e.trim();
	switch (" ") {
		case n.charAt(2): return r(n.charAt(0), n.charAt(1), n.slice(3));
		case n.charAt(1): return r(" ", n.charAt(0), n.slice(2));
		default: return;
	}
	function r(s, o, i) {
		const a = `${s}${o}`, c = Ir.get(a);
		c && c(t, i), a !== "##" && a !== "!!" && t.files.push(new jr(i, s, o));
	}
}
const Gr = ["--null", "-z"];
function zr(t) {
	return {
		format: "utf-8",
		commands: [
			"status",
			"--porcelain",
			"-b",
			"-u",
			"--null",
			...t.filter((n) => !Gr.includes(n))
		],
		parser(n) {
			return Ur(n);
		}
	};
}
const fe = "installed=false";
function q(t = 0, e = 0, n = 0, r = "", s = !0) {
	return Object.defineProperty({
		major: t,
		minor: e,
		patch: n,
		agent: r,
		installed: s
	}, "toString", {
		value() {
			return `${this.major}.${this.minor}.${this.patch}`;
		},
		configurable: !1,
		enumerable: !1
	});
}
function qr() {
	return q(0, 0, 0, "", !1);
}
function Wr() {
	return { version() {
		return this._runTask({
			commands: ["--version"],
			format: "utf-8",
			parser: Kr,
			onError(t, e, n, r) {
				if (t.exitCode === V.NOT_FOUND) return n(Buffer.from(fe));
				r(e);
			}
		});
	} };
}
const Hr = [new l(/version (\d+)\.(\d+)\.(\d+)(?:\s*\((.+)\))?/, (t, [e, n, r, s = ""]) => {
	Object.assign(t, q(p(e), p(n), p(r), s));
}), new l(/version (\d+)\.(\d+)\.(\D+)(.+)?$/, (t, [e, n, r, s = ""]) => {
	Object.assign(t, q(p(e), p(n), r, s));
})];
function Kr(t) {
	return t === fe ? qr() : E(q(0, 0, 0, t), Hr, t);
}
var le = class {
	constructor(e) {
		this._executor = e;
	}
	_runTask(e, n) {
		const r = this._executor.chain(), s = r.push(e);
		return n && Ln(e, s, n), Object.create(this, {
			then: { value: s.then.bind(s) },
			catch: { value: s.catch.bind(s) },
			_executor: { value: r }
		});
	}
	add(e) {
		return this._runTask(g(["add", ...v(e)]), u(arguments));
	}
	cwd(e) {
		const n = u(arguments);
		return typeof e == "string" ? this._runTask(St(e, this._executor), n) : typeof e?.path == "string" ? this._runTask(St(e.path, e.root && this._executor || void 0), n) : this._runTask(b("Git.cwd: workingDirectory must be supplied as a string"), n);
	}
	hashObject(e, n) {
		return this._runTask(Vn(e, n === !0), u(arguments));
	}
	init(e) {
		return this._runTask(Zn(e === !0, this._executor.cwd, h(arguments)), u(arguments));
	}
	merge() {
		return this._runTask(At(h(arguments)), u(arguments));
	}
	mergeFromTo(e, n) {
		return m(e) && m(n) ? this._runTask(At([
			e,
			n,
			...h(arguments)
		]), u(arguments, !1)) : this._runTask(b("Git.mergeFromTo requires that the 'remote' and 'branch' arguments are supplied as strings"));
	}
	outputHandler(e) {
		return this._executor.outputHandler = e, this;
	}
	push() {
		const e = ce({
			remote: d(arguments[0], m),
			branch: d(arguments[1], m)
		}, h(arguments));
		return this._runTask(e, u(arguments));
	}
	stash() {
		return this._runTask(g(["stash", ...h(arguments)]), u(arguments));
	}
	status() {
		return this._runTask(zr(h(arguments)), u(arguments));
	}
};
Object.assign(le.prototype, jn(), In(), zn(), Tn(), Hn(), Kn(), On(), er(), pr(), Dr(), Wr());
const Vr = /* @__PURE__ */ (() => {
	let t = 0;
	return () => {
		t++;
		const { promise: e, done: n } = (0, import_dist$2.createDeferred)();
		return {
			promise: e,
			done: n,
			id: t
		};
	};
})();
var Xr = class {
	constructor(e = 2) {
		this.concurrency = e, this.logger = $("", "scheduler"), this.pending = [], this.running = [], this.logger("Constructed, concurrency=%s", e);
	}
	schedule() {
		if (!this.pending.length || this.running.length >= this.concurrency) {
			this.logger("Schedule attempt ignored, pending=%s running=%s concurrency=%s", this.pending.length, this.running.length, this.concurrency);
			return;
		}
		const e = S(this.running, this.pending.shift());
		this.logger("Attempting id=%s", e.id), e.done(() => {
			this.logger("Completing id=", e.id), ct(this.running, e), this.schedule();
		});
	}
	next() {
		const { promise: e, id: n } = S(this.pending, Vr());
		return this.logger("Scheduling id=%s", n), this.schedule(), e;
	}
};
function Yr(t, e) {
	return g([
		"apply",
		...e,
		...t
	]);
}
var he = /* @__PURE__ */ ((t) => (t.CURRENT = "*", t.LINKED = "+", t))(he || {});
var Qr = class {
	constructor() {
		this.all = [], this.branches = {}, this.current = "", this.detached = !1;
	}
	push(e, n, r, s, o) {
		e === "*" && (this.detached = n, this.current = r), this.all.push(r), this.branches[r] = {
			current: e === "*",
			linkedWorkTree: e === "+",
			name: r,
			commit: s,
			label: o
		};
	}
};
const Jr = [new l(/^([*+]\s)?\((?:HEAD )?detached (?:from|at) (\S+)\)\s+([a-z0-9]+)\s(.*)$/, (t, [e, n, r, s]) => {
	t.push(Nt(e), !0, n, r, s);
}), new l(/^([*+]\s)?(\S+)\s+([a-z0-9]+)\s?(.*)$/s, (t, [e, n, r, s]) => {
	t.push(Nt(e), !1, n, r, s);
})];
const Zr = new l(/^(\S+)$/s, (t, [e]) => {
	t.push(he.CURRENT, !1, e, "", "");
});
function Nt(t) {
	return t ? t.charAt(0) : "";
}
function me(t, e = !1) {
	return E(new Qr(), e ? [Zr] : Jr, t);
}
var ts = class {
	constructor() {
		this.all = [], this.branches = {}, this.errors = [];
	}
	get success() {
		return !this.errors.length;
	}
};
function es(t, e) {
	return {
		branch: t,
		hash: e,
		success: !0
	};
}
function ns(t) {
	return {
		branch: t,
		hash: null,
		success: !1
	};
}
const rs = /(\S+)\s+\(\S+\s([^)]+)\)/;
const pe = /^error[^']+'([^']+)'/m;
const ss = [new l(rs, (t, [e, n]) => {
	const r = es(e, n);
	t.all.push(r), t.branches[e] = r;
}), new l(pe, (t, [e]) => {
	const n = ns(e);
	t.errors.push(n), t.all.push(n), t.branches[e] = n;
})];
const gt = (t, e) => E(new ts(), ss, [t, e]);
function de(t, e) {
	return e === V.ERROR && pe.test(t);
}
function os(t) {
	const e = [
		"-d",
		"-D",
		"--delete"
	];
	return t.some((n) => e.includes(n));
}
function is(t) {
	const e = os(t), n = t.includes("--show-current"), r = ["branch", ...t];
	return r.length === 1 && r.push("-a"), r.includes("-v") || r.splice(1, 0, "-v"), {
		format: "utf-8",
		commands: r,
		parser(s, o) {
			return e ? gt(s, o).all[0] : me(s, n);
		}
	};
}
function as() {
	return {
		format: "utf-8",
		commands: ["branch", "-v"],
		parser(t) {
			return me(t);
		}
	};
}
function us(t, e = !1) {
	return {
		format: "utf-8",
		commands: [
			"branch",
			"-v",
			e ? "-D" : "-d",
			...t
		],
		parser(n, r) {
			return gt(n, r);
		},
		onError({ exitCode: n, stdOut: r }, s, o, i) {
			if (!de(String(s), n)) return i(s);
			o(r);
		}
	};
}
function cs(t, e = !1) {
	const n = {
		format: "utf-8",
		commands: [
			"branch",
			"-v",
			e ? "-D" : "-d",
			t
		],
		parser(r, s) {
			return gt(r, s).branches[t];
		},
		onError({ exitCode: r, stdErr: s, stdOut: o }, i, a, c) {
			if (!de(String(i), r)) return c(i);
			throw new at(n.parser(F(o), F(s)), String(i));
		}
	};
	return n;
}
function fs(t) {
	return {
		commands: ["check-ignore", ...t],
		format: "utf-8",
		parser: ls
	};
}
function ls(t) {
	return t.split(/\n/g).map(hs).filter(Boolean);
}
function hs(t) {
	const e = t.trim().replace(/^["']|["']$/g, "");
	return e && normalize(e);
}
const ms = [
	new l(/From (.+)$/, (t, [e]) => {
		t.remote = e;
	}),
	new l(/\* \[new branch]\s+(\S+)\s*-> (.+)$/, (t, [e, n]) => {
		t.branches.push({
			name: e,
			tracking: n
		});
	}),
	new l(/\* \[new tag]\s+(\S+)\s*-> (.+)$/, (t, [e, n]) => {
		t.tags.push({
			name: e,
			tracking: n
		});
	}),
	new l(/- \[deleted]\s+\S+\s*-> (.+)$/, (t, [e]) => {
		t.deleted.push({ tracking: e });
	}),
	new l(/\s*([^.]+)\.\.(\S+)\s+(\S+)\s*-> (.+)$/, (t, [e, n, r, s]) => {
		t.updated.push({
			name: r,
			tracking: s,
			to: n,
			from: e
		});
	})
];
function ps(t, e) {
	return E({
		raw: t,
		remote: null,
		branches: [],
		tags: [],
		updated: [],
		deleted: []
	}, ms, [t, e]);
}
function ds(t) {
	return /^--upload-pack(=|$)/.test(t);
}
function gs(t, e, n) {
	const r = ["fetch", ...n];
	return t && e && r.push(t, e), r.find(ds) ? b("git.fetch: potential exploit argument blocked.") : {
		commands: r,
		format: "utf-8",
		parser: ps
	};
}
const ys = [new l(/^Renaming (.+) to (.+)$/, (t, [e, n]) => {
	t.moves.push({
		from: e,
		to: n
	});
})];
function ws(t) {
	return E({ moves: [] }, ys, t);
}
function bs(t, e) {
	return {
		commands: [
			"mv",
			"-v",
			...v(t),
			e
		],
		format: "utf-8",
		parser: ws
	};
}
function Ts(t, e, n) {
	const r = ["pull", ...n];
	return t && e && r.splice(1, 0, t, e), {
		commands: r,
		format: "utf-8",
		parser(s, o) {
			return ue(s, o);
		},
		onError(s, o, i, a) {
			const c = Rr(F(s.stdOut), F(s.stdErr));
			if (c) return a(new at(c));
			a(o);
		}
	};
}
function ks(t) {
	const e = {};
	return ge(t, ([n]) => e[n] = { name: n }), Object.values(e);
}
function _s(t) {
	const e = {};
	return ge(t, ([n, r, s]) => {
		Object.hasOwn(e, n) || (e[n] = {
			name: n,
			refs: {
				fetch: "",
				push: ""
			}
		}), s && r && (e[n].refs[s.replace(/[^a-z]/g, "")] = r);
	}), Object.values(e);
}
function ge(t, e) {
	ut(t, (n) => e(n.split(/\s+/)));
}
function vs(t, e, n) {
	return g([
		"remote",
		"add",
		...n,
		t,
		e
	]);
}
function Es(t) {
	const e = ["remote"];
	return t && e.push("-v"), {
		commands: e,
		format: "utf-8",
		parser: t ? _s : ks
	};
}
function Ss(t) {
	const e = [...t];
	return e[0] !== "ls-remote" && e.unshift("ls-remote"), g(e);
}
function Rs(t) {
	const e = [...t];
	return e[0] !== "remote" && e.unshift("remote"), g(e);
}
function Os(t) {
	return g([
		"remote",
		"remove",
		t
	]);
}
function Cs(t = {}, e) {
	const n = oe(t), r = [
		"stash",
		"list",
		...n.commands,
		...e
	], s = re(n.splitter, n.fields, pt(r));
	return dt(r) || {
		commands: r,
		format: "utf-8",
		parser: s
	};
}
function As(t, e) {
	return X([
		"add",
		t,
		e
	]);
}
function xs(t) {
	return X(["init", ...t]);
}
function X(t) {
	const e = [...t];
	return e[0] !== "submodule" && e.unshift("submodule"), g(e);
}
function Ns(t) {
	return X(["update", ...t]);
}
var $s = class {
	constructor(e, n) {
		this.all = e, this.latest = n;
	}
};
const Ps = function(t, e = !1) {
	const n = t.split(`
`).map(Ds).filter(Boolean);
	e || n.sort(function(s, o) {
		const i = s.split("."), a = o.split(".");
		if (i.length === 1 || a.length === 1) return Ms(B(i[0]), B(a[0]));
		for (let c = 0, y = Math.max(i.length, a.length); c < y; c++) {
			const w = ye(B(i[c]), B(a[c]));
			if (w) return w;
		}
		return 0;
	});
	return new $s(n, e ? n[0] : [...n].reverse().find((s) => s.indexOf(".") >= 0));
};
function Ms(t, e) {
	const n = Number.isNaN(t);
	return n !== Number.isNaN(e) ? n ? 1 : -1 : n ? ye(t, e) : 0;
}
function ye(t, e) {
	return t === e ? 0 : t > e ? 1 : -1;
}
function Ds(t) {
	return t.trim();
}
function B(t) {
	return typeof t == "string" && parseInt(t.replace(/^\D+/g, ""), 10) || 0;
}
function Ls(t = []) {
	const e = t.some((n) => /^--sort=/.test(n));
	return {
		format: "utf-8",
		commands: [
			"tag",
			"-l",
			...t
		],
		parser(n) {
			return Ps(n, e);
		}
	};
}
function js(t) {
	return {
		format: "utf-8",
		commands: ["tag", t],
		parser() {
			return { name: t };
		}
	};
}
function Bs(t, e) {
	return {
		format: "utf-8",
		commands: [
			"tag",
			"-a",
			"-m",
			e,
			t
		],
		parser() {
			return { name: t };
		}
	};
}
function f(t, e) {
	this._plugins = e, this._executor = new Dn(t.baseDir, new Xr(t.maxConcurrentProcesses), e), this._trimmed = t.trimmed;
}
(f.prototype = Object.create(le.prototype)).constructor = f;
f.prototype.customBinary = function(t) {
	return this._plugins.reconfigure("binary", t), this;
};
f.prototype.env = function(t, e) {
	return arguments.length === 1 && typeof t == "object" ? this._executor.env = t : (this._executor.env = this._executor.env || {})[t] = e, this;
};
f.prototype.stashList = function(t) {
	return this._runTask(Cs(ht(arguments) || {}, K(t) && t || []), u(arguments));
};
f.prototype.mv = function(t, e) {
	return this._runTask(bs(t, e), u(arguments));
};
f.prototype.checkoutLatestTag = function(t) {
	var e = this;
	return this.pull(function() {
		e.tags(function(n, r) {
			e.checkout(r.latest, t);
		});
	});
};
f.prototype.pull = function(t, e, n, r) {
	return this._runTask(Ts(d(t, m), d(e, m), h(arguments)), u(arguments));
};
f.prototype.fetch = function(t, e) {
	return this._runTask(gs(d(t, m), d(e, m), h(arguments)), u(arguments));
};
f.prototype.tags = function(t, e) {
	return this._runTask(Ls(h(arguments)), u(arguments));
};
f.prototype.rebase = function() {
	return this._runTask(g(["rebase", ...h(arguments)]), u(arguments));
};
f.prototype.reset = function(t) {
	return this._runTask(An(xn(t), h(arguments)), u(arguments));
};
f.prototype.revert = function(t) {
	const e = u(arguments);
	return typeof t != "string" ? this._runTask(b("Commit must be a string"), e) : this._runTask(g([
		"revert",
		...h(arguments, 0, !0),
		t
	]), e);
};
f.prototype.addTag = function(t) {
	const e = typeof t == "string" ? js(t) : b("Git.addTag requires a tag name");
	return this._runTask(e, u(arguments));
};
f.prototype.addAnnotatedTag = function(t, e) {
	return this._runTask(Bs(t, e), u(arguments));
};
f.prototype.deleteLocalBranch = function(t, e, n) {
	return this._runTask(cs(t, typeof e == "boolean" ? e : !1), u(arguments));
};
f.prototype.deleteLocalBranches = function(t, e, n) {
	return this._runTask(us(t, typeof e == "boolean" ? e : !1), u(arguments));
};
f.prototype.branch = function(t, e) {
	return this._runTask(is(h(arguments)), u(arguments));
};
f.prototype.branchLocal = function(t) {
	return this._runTask(as(), u(arguments));
};
f.prototype.raw = function(t) {
	const e = !Array.isArray(t), n = [].slice.call(e ? arguments : t, 0);
	for (let s = 0; s < n.length && e; s++) if (!st(n[s])) {
		n.splice(s, n.length - s);
		break;
	}
	n.push(...h(arguments, 0, !0));
	var r = u(arguments);
	return n.length ? this._runTask(g(n, this._trimmed), r) : this._runTask(b("Raw: must supply one or more command to execute"), r);
};
f.prototype.submoduleAdd = function(t, e, n) {
	return this._runTask(As(t, e), u(arguments));
};
f.prototype.submoduleUpdate = function(t, e) {
	return this._runTask(Ns(h(arguments, !0)), u(arguments));
};
f.prototype.submoduleInit = function(t, e) {
	return this._runTask(xs(h(arguments, !0)), u(arguments));
};
f.prototype.subModule = function(t, e) {
	return this._runTask(X(h(arguments)), u(arguments));
};
f.prototype.listRemote = function() {
	return this._runTask(Ss(h(arguments)), u(arguments));
};
f.prototype.addRemote = function(t, e, n) {
	return this._runTask(vs(t, e, h(arguments)), u(arguments));
};
f.prototype.removeRemote = function(t, e) {
	return this._runTask(Os(t), u(arguments));
};
f.prototype.getRemotes = function(t, e) {
	return this._runTask(Es(t === !0), u(arguments));
};
f.prototype.remote = function(t, e) {
	return this._runTask(Rs(h(arguments)), u(arguments));
};
f.prototype.tag = function(t, e) {
	const n = h(arguments);
	return n[0] !== "tag" && n.unshift("tag"), this._runTask(g(n), u(arguments));
};
f.prototype.updateServerInfo = function(t) {
	return this._runTask(g(["update-server-info"]), u(arguments));
};
f.prototype.pushTags = function(t, e) {
	const n = Mr({ remote: d(t, m) }, h(arguments));
	return this._runTask(n, u(arguments));
};
f.prototype.rm = function(t) {
	return this._runTask(g([
		"rm",
		"-f",
		...v(t)
	]), u(arguments));
};
f.prototype.rmKeepLocal = function(t) {
	return this._runTask(g([
		"rm",
		"--cached",
		...v(t)
	]), u(arguments));
};
f.prototype.catFile = function(t, e) {
	return this._catFile("utf-8", arguments);
};
f.prototype.binaryCatFile = function() {
	return this._catFile("buffer", arguments);
};
f.prototype._catFile = function(t, e) {
	var n = u(e), r = ["cat-file"], s = e[0];
	if (typeof s == "string") return this._runTask(b("Git.catFile: options must be supplied as an array of strings"), n);
	Array.isArray(s) && r.push.apply(r, s);
	const o = t === "buffer" ? Gt(r) : g(r);
	return this._runTask(o, n);
};
f.prototype.diff = function(t, e) {
	const n = m(t) ? b("git.diff: supplying options as a single string is no longer supported, switch to an array of strings") : g(["diff", ...h(arguments)]);
	return this._runTask(n, u(arguments));
};
f.prototype.diffSummary = function() {
	return this._runTask(fr(h(arguments, 1)), u(arguments));
};
f.prototype.applyPatch = function(t) {
	const e = G(t) ? Yr(v(t), h([].slice.call(arguments, 1))) : b("git.applyPatch requires one or more string patches as the first argument");
	return this._runTask(e, u(arguments));
};
f.prototype.revparse = function() {
	const t = ["rev-parse", ...h(arguments, !0)];
	return this._runTask(g(t, !0), u(arguments));
};
f.prototype.clean = function(t, e, n) {
	const r = un(t), s = r && t.join("") || d(t, m) || "", o = h([].slice.call(arguments, r ? 1 : 0));
	return this._runTask(on(s, o), u(arguments));
};
f.prototype.exec = function(t) {
	return this._runTask({
		commands: [],
		format: "utf-8",
		parser() {
			typeof t == "function" && t();
		}
	});
};
f.prototype.checkIgnore = function(t, e) {
	return this._runTask(fs(v(d(t, G, []))), u(arguments));
};
f.prototype.checkIsRepo = function(t, e) {
	return this._runTask(We(d(t, m)), u(arguments));
};
function Is(t) {
	return t ? [{
		type: "spawn.before",
		action(r, s) {
			t.aborted && s.kill(new A(void 0, "abort", "Abort already signaled"));
		}
	}, {
		type: "spawn.after",
		action(r, s) {
			function o() {
				s.kill(new A(void 0, "abort", "Abort signal received"));
			}
			t.addEventListener("abort", o), s.spawned.on("close", () => t.removeEventListener("abort", o));
		}
	}] : void 0;
}
const Us = $("", "plugin:allowEnvironment");
function Fs(t, e = !1) {
	const n = new Set(t.map((r) => r.toLowerCase().trim()));
	return {
		type: "spawn.options",
		action(r, s) {
			const o = { ...r.env ?? process.env }, i = new Set(Object.keys(s.env).map((a) => a.toLowerCase().trim()));
			for (const a of Object.keys(o)) {
				const c = a.toLowerCase().trim();
				if (!(!Gs(c) || n.has(c))) {
					if (i.has(c)) throw new A(void 0, "allowEnvironment", `Use of "${a}" is blocked by the environment guard - add it to the allowEnvironment option to permit it`);
					Us("removing ambient guarded environment variable %s", a), delete o[a];
				}
			}
			return {
				...r,
				env: {
					...o,
					GIT_TEST_DISALLOW_ABBREVIATED_OPTIONS: String(!e)
				}
			};
		}
	};
}
function Gs(t) {
	const e = t.toLowerCase().trim();
	return e.startsWith("git_") || _$1(e);
}
function zs(t = {}) {
	return {
		type: "spawn.args",
		action(e, { env: n }) {
			for (const r of oe$1(e, n)) if (t[r.category] !== !0) throw new A(void 0, "unsafe", r.message);
			return e;
		}
	};
}
function qs(t) {
	const e = U(t, "-c");
	return {
		type: "spawn.args",
		action(n) {
			return [...e, ...n];
		}
	};
}
const $t = (0, import_dist$2.deferred)().promise;
function Ws({ onClose: t = !0, onExit: e = 50 } = {}) {
	function n() {
		let s = -1;
		const o = {
			close: (0, import_dist$2.deferred)(),
			closeTimeout: (0, import_dist$2.deferred)(),
			exit: (0, import_dist$2.deferred)(),
			exitTimeout: (0, import_dist$2.deferred)()
		}, i = Promise.race([t === !1 ? $t : o.closeTimeout.promise, e === !1 ? $t : o.exitTimeout.promise]);
		return r(t, o.close, o.closeTimeout), r(e, o.exit, o.exitTimeout), {
			close(a) {
				s = a, o.close.done();
			},
			exit(a) {
				s = a, o.exit.done();
			},
			get exitCode() {
				return s;
			},
			result: i
		};
	}
	function r(s, o, i) {
		s !== !1 && (s === !0 ? o.promise : o.promise.then(() => wt(s))).then(i.done);
	}
	return {
		type: "spawn.after",
		async action(s, { spawned: o, close: i }) {
			const a = n();
			let c = !0, y = () => {
				c = !1;
			};
			o.stdout?.on("data", y), o.stderr?.on("data", y), o.on("error", y), o.on("close", (w) => a.close(w)), o.on("exit", (w) => a.exit(w));
			try {
				await a.result, c && await wt(50), i(a.exitCode);
			} catch (w) {
				i(a.exitCode, w);
			}
		}
	};
}
const we = $("", "plugin:binary");
const Hs = "Invalid value supplied for custom binary, requires a single string or an array containing either one or two strings";
const Ks = "Invalid value supplied for custom binary, restricted characters must be removed or supply the unsafe.allowUnsafeCustomBinary option";
function Vs(t) {
	return !t || !/^([a-z]:)?([a-z0-9/.\\_~-]+)$/i.test(t);
}
function Pt(t, e) {
	if (t.length < 1 || t.length > 2) throw new A(void 0, "binary", Hs);
	if (t.some(Vs)) if (e) we("permitted unsafe binary %o", t);
	else throw new A(void 0, "binary", Ks);
	const [r, s] = t;
	return {
		binary: r,
		prefix: s
	};
}
function Xs(t, e = ["git"], n = !1) {
	let r = Pt(v(e), n);
	t.on("binary", (s) => {
		r = Pt(v(s), n), we.info("reconfiguring %o", r);
	}), t.append("spawn.binary", () => r.binary), t.append("spawn.args", (s) => r.prefix ? [r.prefix, ...s] : s);
}
const be = {
	DISALLOWED_ABBREVIATED: {
		text: "disallowed abbreviated or ambiguous option",
		solution: "Unambiguous abbreviated options blocked with unsafe.allowAbbreviatedOptions setting: {message}"
	},
	UNKNOWN: {
		text: "~ unknown ~",
		solution: void 0
	}
};
function Ys(t) {
	if (!t) return "UNKNOWN";
	for (const [e, { text: n }] of Object.entries(be)) if (t.startsWith(`fatal: ${n}`)) return e;
	return "UNKNOWN";
}
var Qs = class extends O {
	constructor(e = "") {
		const n = Ys(e);
		super(void 0, be[n].solution?.replace("{message}", e) ?? e), this.reason = n;
	}
};
function Js(t) {
	return !!(t.exitCode && t.stdErr.length);
}
function Zs(t) {
	return Buffer.concat([...t.stdOut, ...t.stdErr]);
}
function to(t = !1, e = Js, n = Zs) {
	return (r, s) => !t && r || !e(s) ? r : n(s);
}
function eo(t, e) {
	return t === 128 && e.startsWith("fatal:") ? new Qs(e) : new O(void 0, e);
}
function Mt(t) {
	return {
		type: "task.error",
		action(e, n) {
			const r = t(e.error, {
				stdErr: n.stdErr,
				stdOut: n.stdOut,
				exitCode: n.exitCode
			});
			return Buffer.isBuffer(r) ? { error: eo(n.exitCode, r.toString("utf-8")) } : { error: r };
		}
	};
}
const nt = $("", "plugin:input");
function no(t) {
	return {
		type: "spawn.after",
		action(e, { commands: n, input: r, spawned: { stdin: s } }) {
			if (!s) return;
			const o = t?.([...n]) ?? r;
			if (!o) return nt("generated zero length content, not writing to stdin");
			nt("writing %s bytes to stdin", Le(o)), s.on("error", (i) => {
				i.code !== "EPIPE" && nt("[ERROR] stdin error %o", i);
			}), s.end(o);
		}
	};
}
var ro = class {
	constructor() {
		this.plugins = /* @__PURE__ */ new Set(), this.events = new EventEmitter();
	}
	on(e, n) {
		this.events.on(e, n);
	}
	reconfigure(e, n) {
		this.events.emit(e, n);
	}
	append(e, n) {
		const r = S(this.plugins, {
			type: e,
			action: n
		});
		return () => this.plugins.delete(r);
	}
	add(e) {
		const n = [];
		return v(e).forEach((r) => {
			r && this.plugins.add(S(n, r));
		}), () => {
			n.forEach((r) => {
				this.plugins.delete(r);
			});
		};
	}
	exec(e, n, r) {
		let s = n;
		const o = Object.freeze(Object.create(r));
		for (const i of this.plugins) i.type === e && (s = i.action(s, o));
		return s;
	}
};
function so(t) {
	const e = "--progress", n = [
		"checkout",
		"clone",
		"fetch",
		"pull",
		"push"
	];
	return [{
		type: "spawn.args",
		action(o, i) {
			return n.includes(i.method) ? De(o, e) : o;
		}
	}, {
		type: "spawn.after",
		action(o, i) {
			i.commands.includes(e) && i.spawned.stderr?.on("data", (a) => {
				const c = /^([\s\S]+?):\s*(\d+)% \((\d+)\/(\d+)\)/.exec(a.toString("utf8"));
				c && t({
					method: i.method,
					stage: oo(c[1]),
					progress: p(c[2]),
					processed: p(c[3]),
					total: p(c[4])
				});
			});
		}
	}];
}
function oo(t) {
	return String(t.toLowerCase().split(" ", 1)) || "unknown";
}
function io(t) {
	const e = je(t, ["uid", "gid"]);
	return {
		type: "spawn.options",
		action(n) {
			return {
				...e,
				...n
			};
		}
	};
}
function ao() {
	return {
		type: "spawn.args",
		action(t) {
			const e = [];
			let n;
			function r$2(s) {
				(n = n || []).push(...s);
			}
			for (let s = 0; s < t.length; s++) {
				const o$1 = t[s];
				if (r(o$1)) {
					r$2(o(o$1));
					continue;
				}
				if (o$1 === "--") {
					r$2(t.slice(s + 1).flatMap((i) => r(i) && o(i) || i));
					break;
				}
				e.push(o$1);
			}
			return n ? [
				...e,
				"--",
				...n.map(String)
			] : e;
		}
	};
}
function uo({ block: t, stdErr: e = !0, stdOut: n = !0 }) {
	if (t > 0) return {
		type: "spawn.after",
		action(r, s) {
			let o;
			function i() {
				o && clearTimeout(o), o = setTimeout(c, t);
			}
			function a() {
				s.spawned.stdout?.off("data", i), s.spawned.stderr?.off("data", i), s.spawned.off("exit", a), s.spawned.off("close", a), o && clearTimeout(o);
			}
			function c() {
				a(), s.kill(new A(void 0, "timeout", "block timeout reached"));
			}
			n && s.spawned.stdout?.on("data", i), e && s.spawned.stderr?.on("data", i), s.spawned.on("exit", a), s.spawned.on("close", a), i();
		}
	};
}
const wo = (t, e) => {
	const n = new ro(), r = Ge(t && (typeof t == "string" ? { baseDir: t } : t) || {}, e);
	if (!Lt(r.baseDir)) throw new Ae(r, "Cannot use simple-git on a directory that does not exist");
	return Array.isArray(r.config) && n.add(qs(r.config)), n.add(zs(r.unsafe)), n.add(Ws(r.completion)), r.abort && n.add(Is(r.abort)), r.progress && n.add(so(r.progress)), r.timeout && n.add(uo(r.timeout)), r.spawnOptions && n.add(io(r.spawnOptions)), n.add(ao()), n.add(no(r.input)), n.add(Mt(to(!0))), r.errors && n.add(Mt(r.errors)), Xs(n, r.binary, r.unsafe?.allowUnsafeCustomBinary), n.add(Fs(r.allowEnvironment ?? [], r.unsafe?.allowAbbreviatedOptions)), new f(r, n);
};
// src/git/git.ts
/**
* A repository's own configuration may name programs to run (file system monitors, hooks, external diffs): none of them
* is wanted while reading what a stranger wrote. Optional locks would write into the repository.
*/
const settings = [
	["core.fsmonitor", "false"],
	["core.hooksPath", "/dev/null"],
	["core.quotePath", "false"],
	["core.commitGraph", "true"],
	["gc.auto", "0"],
	["maintenance.auto", "false"],
	["log.showSignature", "false"]
];
const inherited = [
	"PATH",
	"HOME",
	"USERPROFILE",
	"SYSTEMROOT",
	"TMPDIR",
	"TEMP",
	"TMP",
	"XDG_CONFIG_HOME"
];
const forwarded = [
	"GIT_CONFIG_GLOBAL",
	"GIT_CONFIG_SYSTEM",
	"GIT_CONFIG_NOSYSTEM",
	"GIT_CEILING_DIRECTORIES"
];
const network = [
	"GIT_SSL_CAINFO",
	"SSL_CERT_FILE",
	"https_proxy",
	"http_proxy",
	"no_proxy",
	"HTTPS_PROXY",
	"HTTP_PROXY",
	"NO_PROXY"
];
/**
* No transport at all. An older git does not know GIT_NO_LAZY_FETCH (2.39.5 does) and would ask the remote of a partial clone for
* each absent object, by whatever command the repository's configuration names.
*/
const offline = { GIT_ALLOW_PROTOCOL: "none" };
/** The environment of every git that we run. */
const gitEnvironment = (extra = []) => {
	const env = {
		GIT_OPTIONAL_LOCKS: "0",
		GIT_TERMINAL_PROMPT: "0",
		GIT_NO_REPLACE_OBJECTS: "1",
		GIT_NO_LAZY_FETCH: "1",
		GIT_GRAFT_FILE: "/dev/null",
		LC_ALL: "C"
	};
	for (const name of [
		...inherited,
		...forwarded,
		...network
	]) {
		const value = process.env[name];
		if (value !== void 0) env[name] = value;
	}
	const all = [...settings, ...extra];
	env["GIT_CONFIG_COUNT"] = String(all.length);
	all.forEach(([key, value], i) => {
		env[`GIT_CONFIG_KEY_${i}`] = key;
		env[`GIT_CONFIG_VALUE_${i}`] = value;
	});
	return env;
};
/** Git's own words, without its prefix, for a message to the user. */
var GitError = class extends Error {
	name = "GitError";
};
const explained = (stderr) => stderr.split("\n").find((line) => /^(fatal|error):/.test(line))?.replace(/^(fatal|error): /, "") ?? stderr.trim().slice(0, 500);
/**
* simple-git refuses these because they may name programs. What we set names none, and what we forward
* (GIT_CONFIG_GLOBAL and its like) is the user's own.
*/
const unsafe = {
	allowUnsafeFsMonitor: true,
	allowUnsafeHooksPath: true,
	allowUnsafeConfigEnvCount: true,
	allowUnsafeConfigPaths: true,
	allowUnsafeProtocolOverride: true,
	allowUnsafeFilter: true,
	allowUnsafeCredentialHelper: true
};
/**
* Runs a short git command and gives its standard output as text; only `fetch` may use the network. Throws a GitError
* with git's reason.
*/
const runGit = async (cwd, args, extra = []) => {
	const env = {
		...gitEnvironment(extra),
		...args[0] === "fetch" ? {} : offline
	};
	const git = wo({
		baseDir: cwd,
		unsafe,
		allowEnvironment: Object.keys(env),
		trimmed: false
	}).env(env);
	try {
		return await git.raw([...args]);
	} catch (cause) {
		throw new GitError(explained(cause.message), { cause });
	}
};
const maxStderr = 65536;
const complaint = /^(?:error|warning): (.*)$/gm;
/** What a partial clone always says; absent objects are counted where they matter. */
const expected = /promisor remotes/;
/** Starts git for bulk reading, offline: bytes go through pipes, not through memory at once. */
const streamGit = (cwd, args, options = {}) => {
	const { signal, settings: extra } = options;
	const child = spawn("git", args, {
		cwd,
		env: {
			...gitEnvironment(extra),
			...offline
		},
		stdio: [
			"pipe",
			"pipe",
			"pipe"
		],
		detached: true,
		...signal ? { signal } : {}
	});
	let stderr = "";
	child.stderr.on("data", (chunk) => {
		if (stderr.length < maxStderr) stderr += chunk.toString();
	});
	child.stdin.on("error", () => {});
	const ended = new Promise((resolve, reject) => {
		child.on("error", (cause) => reject(new GitError(`git could not be run: ${cause.message}`, { cause })));
		child.on("close", (code) => code === 0 ? resolve() : reject(new GitError(explained(stderr) || `git ${args[0]} exited with ${code}`)));
	});
	ended.catch(() => {});
	const complaints = () => [...new Set([...stderr.matchAll(complaint)].map((found) => found[1]).filter((text) => !expected.test(text)))];
	return {
		process: child,
		stdin: child.stdin,
		stdout: child.stdout,
		ended,
		complaints
	};
};
/** The lines of a git command's output; `onComplaint` hears at the end what git passed over. */
async function* linesOf(cwd, args, input, onComplaint) {
	const git = streamGit(cwd, args);
	git.stdin.end(input ?? "");
	for await (const line of createInterface({
		input: git.stdout,
		crlfDelay: Number.POSITIVE_INFINITY
	})) yield line;
	await git.ended;
	if (onComplaint !== void 0) git.complaints().forEach(onComplaint);
}
/** A git command's output, as bytes. */
const bytesOf = async (cwd, args, options = {}) => {
	const git = streamGit(cwd, args, options);
	git.stdin.end(options.input ?? "");
	const chunks = [];
	for await (const chunk of git.stdout) chunks.push(chunk);
	await git.ended;
	return Buffer.concat(chunks);
};
// src/git/repository.ts
/** Why a repository cannot be read, with the next step. */
var OpenError = class extends Error {
	name = "OpenError";
	failure;
	constructor(failure, message, options) {
		super(message, options);
		this.failure = failure;
	}
};
const unreadable = (message, cause) => new OpenError("unreadable", message, { cause });
/** The folder that git wants to be told of: the top of the repository, absolute, quoted for a shell where it must be. */
const distrusted = (path, reason) => {
	const folder = /repository at '([^\n]+)'/.exec(reason)?.[1] ?? resolve(path);
	return /^[\w./:\\+@-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", "'\\''")}'`;
};
const explain = (path, error) => {
	const reason = error.message;
	if (reason.includes("dubious ownership")) return unreadable(`${path} belongs to another user, so git refuses to read it: run \`git config --global --add safe.directory ${distrusted(path, reason)}\` if you trust it`, error);
	if (/unknown repository (extension|object format)|Expected git repo version|unknown ref storage/i.test(reason)) return unreadable(`${path} needs a newer git than the one installed here: ${reason}`, error);
	if (!reason.includes("not a git repository")) return unreadable(`${path} cannot be read by git: ${reason}`, error);
	if (existsSync(join(path, ".git"))) return unreadable(`${join(path, ".git")} is no git repository that git can read: repair or remove it`, error);
	return new OpenError("not-a-repository", `${path} is not inside a git repository`, { cause: error });
};
const headCommit = async (folder) => {
	try {
		return (await runGit(folder, [
			"rev-parse",
			"--verify",
			"--quiet",
			"HEAD^{commit}"
		])).trim() || void 0;
	} catch {
		return;
	}
};
const requireFolder = (path) => {
	if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) throw new OpenError("not-a-repository", `${path} is not a folder`);
};
/** The git directory is asked for last: its path may hold line feeds. */
const questions = [
	"--is-bare-repository",
	"--is-shallow-repository",
	"--show-object-format",
	"--is-inside-work-tree",
	"--absolute-git-dir"
];
/** Opens the repository around `path`. Throws an OpenError with a sentence that says what to do. */
const openRepository = async (path) => {
	requireFolder(path);
	try {
		const answers = (await runGit(path, ["rev-parse", ...questions])).replace(/\n$/, "").split("\n");
		const [bareness, shallow, format, inside] = answers;
		const gitDirectory = answers.slice(4).join("\n");
		const bare = bareness === "true" || inside !== "true";
		const folder = bare ? gitDirectory : (await runGit(path, ["rev-parse", "--show-toplevel"])).replace(/\n$/, "");
		const objectFormat = format === "sha256" ? "sha256" : "sha1";
		return {
			folder,
			gitDirectory,
			bare,
			shallow: shallow === "true",
			objectFormat,
			idLength: objectFormat === "sha256" ? 64 : 40,
			head: await headCommit(folder)
		};
	} catch (error) {
		if (error instanceof GitError) throw explain(path, error);
		throw error;
	}
};
/**
* The oldest root commit that HEAD descends from: the same for every full clone, so fingerprints agree between them.
* Undefined in a shallow clone, whose roots are not the repository's.
*/
const oldestRoot = async (repository) => {
	if (repository.shallow || repository.head === void 0) return void 0;
	const args = [
		"rev-list",
		"--max-parents=0",
		"--timestamp",
		repository.head
	];
	try {
		return (await runGit(repository.folder, args)).trim().split("\n").sort(byTimestampThenId)[0]?.split(" ")[1];
	} catch {
		return;
	}
};
const byTimestampThenId = (a, b) => {
	const [timeA, timeB] = [Number(a.split(" ")[0]), Number(b.split(" ")[0])];
	return timeA - timeB || (a < b ? -1 : 1);
};
// src/policy/verdict.ts
/** Whether a finding may fail a run: neither ignored nor in the baseline. */
const counts = (finding) => finding.suppressed === void 0;
const countBySeverity = (findings) => {
	const tally = Object.fromEntries(severities.map((severity) => [severity, 0]));
	for (const finding of findings) if (counts(finding)) tally[finding.severity]++;
	return tally;
};
/** The verdict on what was read: incomplete coverage is never a pass, unless the user allows it. */
const verdictOf = (findings, coverage, policy) => {
	const failing = findings.some((f) => counts(f) && f.severity !== "info" && severityRank(f.severity) >= severityRank(policy.failOn));
	return {
		conclusion: !coverage.complete && !policy.allowIncomplete ? "incomplete" : failing ? "fail" : "pass",
		failOn: policy.failOn,
		counts: countBySeverity(findings)
	};
};
/** The process's exit status for a verdict (DESIGN.md, "Commands"). */
const exitStatus = ({ conclusion }) => ({
	pass: 0,
	fail: 1,
	incomplete: 3
})[conclusion];
// src/detect/secretlint-blocks.ts
const word = Buffer.from("secretlint-", "latin1");
const longest = 17;
/** One pass per content, however many secrets it holds. */
const known = /* @__PURE__ */ new WeakMap();
const readToggles = (content) => {
	const toggles = [];
	for (let at = content.indexOf(word); at !== -1; at = content.indexOf(word, at + word.length)) {
		const from = at + word.length;
		const kind = /^(disable|enable)(?![\w-])/.exec(content.toString("latin1", from, from + longest))?.[1];
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
	let toggles = known.get(content);
	if (toggles === void 0) {
		toggles = readToggles(content);
		known.set(content, toggles);
	}
	let low = 0;
	let high = toggles.length;
	while (low < high) {
		const middle = low + high >> 1;
		if (toggles[middle] < offset) low = middle + 1;
		else high = middle;
	}
	return low % 2 === 1;
};
// src/detect/inline-ignore.ts
/** How far a comment may stand from its secret on a long line, in bytes: a line of 100 MB costs no more. */
const reach$1 = 16384;
const maxReason$1 = 200;
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
const areas$1 = [
	"secrets",
	"kubeconfig",
	"signatures",
	"base-images",
	"kubernetes",
	"cluster",
	"dockerfile"
];
const isCheck = (word) => word.includes("/") || areas$1.includes(word);
const tidy = (text) => {
	const end = text.search(/\*\/|--+>|#\}|\}\}|\*\)|"""/);
	const plain = (end === -1 ? text : text.slice(0, end)).replace(/[\0-\x1f\x7f]/g, " ").trim();
	return plain === "" ? void 0 : plain.slice(0, maxReason$1);
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
	return [content.toString("utf8", Math.max(first, start - reach$1), start), content.toString("utf8", end, Math.min(last, end + reach$1))];
};
const lineBefore = (content, { start }, lines) => {
	const { line } = lines.at(start);
	if (line === 1) return "";
	const from = lines.startOf(line - 1);
	return content.toString("utf8", from, Math.min(lines.endOf(line - 1), from + reach$1));
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
	const before = lineBefore(content, match, lines);
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
const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
/** 37^100 modulo 2^64 in two halves: what a character weighs when it leaves the block. */
const leaving = BigInt.asUintN(64, BigInt(factor) ** BigInt(block));
const leavingHigh = Number(leaving >> 32n);
const leavingLow = Number(leaving & 4294967295n);
/** Larger contents get no hash: code scanning shows no files of this size, and the walk takes seconds. */
const maxContent = 64 << 20;
const chunkSize$1 = 65536;
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
		const skipped = unit === space || unit === tab || afterReturn && unit === lineFeed;
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
	for (let at = 0; at < content.length; at += chunkSize$1) if (!takeAll(decoder.write(content.subarray(at, at + chunkSize$1)))) return;
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
const lineStarts = (content) => {
	const starts = [0];
	for (let at = content.indexOf(10); at !== -1; at = content.indexOf(10, at + 1)) starts.push(at + 1);
	return starts;
};
/** Text longer than V8's longest string is measured in pieces. */
const pieceSize = 64 << 20;
const utf16Length = (content, from, to) => {
	let units = 0;
	for (let at = from; at < to; at += pieceSize) units += content.toString("utf8", at, Math.min(to, at + pieceSize)).length;
	return units;
};
/** Lines of a content, as editors and git count them: each ends with a line feed. */
const lineIndex = (content) => {
	const starts = lineStarts(content);
	const startOf = (line) => starts[line - 1] ?? content.length;
	const endOf = (line) => line < starts.length ? starts[line] - 1 : content.length;
	const at = (offset, wide = false) => {
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
const place$1 = (match, lines) => {
	const wide = match.facts["encoding"] === "utf-16";
	const from = lines.at(match.start, wide);
	const to = lines.at(match.end, wide);
	return {
		line: from.line,
		column: from.column,
		endLine: to.line,
		endColumn: to.column
	};
};
/**
* UTF-16 with a byte order mark becomes UTF-8, so that rules, lines and columns see its text. Secrets are ASCII, of which
* every character has a zero byte in UTF-16: a content without one only looks like it.
*/
const asUtf8 = (content) => {
	const mark = content.length >= 2 ? content.readUInt16BE(0) : 0;
	if ((mark === 65534 || mark === 65279) && !content.includes(0)) return content;
	if (mark === 65534) return Buffer.from(new TextDecoder("utf-16le").decode(content));
	if (mark === 65279) return Buffer.from(new TextDecoder("utf-16be").decode(content));
	return content;
};
const none$1 = /* @__PURE__ */ new Map();
/** Scans a content and places what was found; line hashes, which read the content once more, only where they are wanted. */
const inspect = (detector, bytes, wantsHashes) => {
	const content = asUtf8(bytes);
	const matches = detector.scan(content);
	if (matches.length === 0) return [];
	const lines = lineIndex(content);
	const places = matches.map((match) => place$1(match, lines));
	const hashes = wantsHashes ? lineHashes(content, new Set(places.map(({ line }) => line))) : none$1;
	return matches.map((match, i) => ({
		...match,
		...places[i],
		lineHash: hashes.get(places[i].line),
		inlineIgnore: findInlineIgnore(content, match, lines)
	}));
};
// src/files/absent.ts
/** Whether an error of the file system says that nothing is there. */
const isAbsent = (error) => ["ENOENT", "ENOTDIR"].includes(error.code ?? "");
// src/files/read-file.ts
/** Larger files are not read: a limit of ours, reported as missing. */
const maxFile = 1 << 30;
/** A file that was not read; the message is the reason for coverage. */
var UnreadError = class extends Error {
	name = "UnreadError";
};
const reasons = {
	EACCES: "permission denied",
	EPERM: "permission denied",
	ENOENT: "does not exist",
	ENAMETOOLONG: "its path is too long to open",
	ELOOP: "a link that leads to itself",
	EISDIR: "is a folder"
};
const reasonOf = (error) => {
	if (error instanceof UnreadError) return error.message;
	const code = error.code;
	return code === void 0 ? String(error) : reasons[code] ?? code;
};
/** A pipe without a writer would otherwise hold up the open for good. Windows has neither. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const chunkSize = 1 << 20;
/** Sizes lie: files of `/proc` say 0, others grow. What counts is what can be read. */
const readToEnd = async (handle, expected) => {
	let buffer = Buffer.allocUnsafe(Math.max(expected + 1, 4096));
	let filled = 0;
	for (;;) {
		if (filled === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
		const { bytesRead } = await handle.read(buffer, filled, Math.min(chunkSize * 64, buffer.length - filled));
		if (bytesRead === 0) return buffer.subarray(0, filled);
		filled += bytesRead;
		if (filled > 1073741824) throw new UnreadError(`its more than ${maxFile} bytes exceed the limit`);
	}
};
const notRegular = "a device, socket or pipe: give what it holds on standard input, as in `tidewaiter files -`";
/** Opens nothing but regular files; with `followLinks` also one that a link leads to. Throws what `reasonOf` explains. */
const readRegularFile = async (path, followLinks) => {
	const before = followLinks ? await stat(path) : await lstat(path);
	if (before.isDirectory()) throw new UnreadError("is a folder");
	if (!before.isFile()) throw new UnreadError(notRegular);
	const handle = await open(path, flags);
	try {
		const { size, dev, ino } = await handle.stat();
		if (dev !== before.dev || ino !== before.ino) throw new UnreadError("was replaced while it was read");
		if (size > 1073741824) throw new UnreadError(`its ${size} bytes exceed the limit of ${maxFile}`);
		return await readToEnd(handle, size);
	} finally {
		await handle.close();
	}
};
// src/sighting.ts
/** The part of a location that the hit itself knows. */
const span = ({ line, column, endLine, endColumn, lineHash }) => ({
	line,
	column,
	endLine,
	endColumn,
	...lineHash === void 0 ? {} : { lineHash }
});
// src/files/tally.ts
const createTally = (inspect) => {
	const sightings = [];
	const missing = [];
	const skipped = /* @__PURE__ */ new Map();
	let files = 0;
	let bytes = 0;
	const skip = (what, reason) => {
		const key = `${what}\0${reason}`;
		skipped.set(key, {
			what,
			reason,
			count: (skipped.get(key)?.count ?? 0) + 1
		});
	};
	const miss = (what, reason) => void missing.push({
		what,
		reason
	});
	const look = (content, path) => {
		const kind = mediaKind(content);
		if (kind !== void 0) {
			skip(kind, "holds no text");
			return;
		}
		for (const hit of inspect(content)) {
			const location = {
				kind: "file",
				path,
				...span(hit),
				present: true
			};
			sightings.push({
				hit,
				location,
				order: Number.MAX_SAFE_INTEGER
			});
		}
	};
	const content = async (whole, path, named) => {
		files++;
		bytes += whole.length;
		for await (const member of unpack(whole)) {
			const at = `${path}${member.inner}`;
			if (member.kind === "content") look(member.content, at);
			else if (member.kind === "limit") miss(at, member.reason);
			else if (member.kind === "skipped") skip(member.what, member.reason);
			else if (named) miss(at, "a damaged archive: what is behind the damage was not unpacked");
			else skip("archive", "damaged: scanned without unpacking the rest");
		}
	};
	const sighted = () => ({
		sightings,
		coverage: {
			files,
			bytes,
			missing,
			skipped: [...skipped.values()]
		}
	});
	return {
		content,
		skip,
		miss,
		sighted
	};
};
// src/files/files.ts
const slash = Buffer.from("/");
/** Forward slashes open files on every system. */
const below = (folder, name) => ({
	path: Buffer.concat([
		folder.path,
		slash,
		name
	]),
	shown: folder.shown === "" ? name.toString("utf8") : `${folder.shown}/${name.toString("utf8")}`
});
const scanFile = async ({ path, shown }, { tally }, named) => {
	try {
		await tally.content(await readRegularFile(path, named), shown, named);
	} catch (error) {
		if (!(error instanceof UnreadError) && error.code === void 0) throw error;
		tally.miss(shown, reasonOf(error));
	}
};
const scanEntry = async (entry, folder, scan) => {
	const place = below(folder, entry.name);
	if (entry.isDirectory()) {
		if (entry.name.toString("latin1") !== ".git") await scanFolder(place, scan);
	} else if (entry.isFile()) await scanFile(place, scan, false);
	else if (entry.isSymbolicLink()) scan.tally.skip("symbolic link", "not followed");
	else scan.tally.skip("device, socket or pipe", "never opened");
};
const scanFolder = async (folder, scan) => {
	let entries;
	try {
		entries = await readdir(folder.path, {
			withFileTypes: true,
			encoding: "buffer"
		});
	} catch (error) {
		scan.tally.miss(folder.shown || ".", reasonOf(error));
		return;
	}
	for (const entry of entries.sort((a, b) => Buffer.compare(a.name, b.name))) {
		if (scan.signal?.aborted === true) return;
		await scanEntry(entry, folder, scan);
	}
};
/** An interrupt ends the wait for input that may never come; what came is kept. */
const readStandardInput = async (input, signal) => {
	const chunks = [];
	let size = 0;
	const stream = signal !== void 0 && input instanceof Readable ? addAbortSignal(signal, input) : input;
	try {
		for await (const chunk of stream) {
			size += chunk.length;
			if (size > 1073741824) throw new UnreadError(`its more than ${maxFile} bytes exceed the limit`);
			chunks.push(chunk);
		}
		return {
			content: Buffer.concat(chunks),
			whole: true
		};
	} catch (error) {
		if (signal?.aborted !== true) throw error;
		return {
			content: Buffer.concat(chunks),
			whole: false
		};
	}
};
const standardInput = "standard input";
const scanStandardInput = async (input, { tally, signal }) => {
	try {
		const { content, whole } = await readStandardInput(input, signal);
		await tally.content(content, standardInput, whole);
	} catch (error) {
		tally.miss(standardInput, reasonOf(error));
	}
};
/** A named folder as it stands before the paths below it: `./deploy/` is `deploy`, and `.` needs no saying. */
const shownFolder = (path, alone) => alone && isAbsolute(path) ? "" : normalize(path).replace(/[\\/]+$/, "").replaceAll("\\", "/").replace(/^\.$/, "");
/** A path that the user named; links are followed here and nowhere else. */
const scanNamed = async (path, shown, scan) => {
	const bytes = Buffer.from(path);
	let isFolder;
	try {
		isFolder = (await stat(path)).isDirectory();
	} catch (error) {
		scan.tally.miss(path, reasonOf(error));
		return;
	}
	if (isFolder) await scanFolder({
		path: bytes,
		shown
	}, scan);
	else await scanFile({
		path: bytes,
		shown: path
	}, scan, true);
};
const finished = ({ tally, signal }) => {
	if (signal?.aborted === true) tally.miss("the rest of the files", "interrupted");
	return tally.sighted();
};
/**
* Reads files and folders as they are, all but `.git`; `-` is standard input. A file is shown as it was given, and what is
* below a folder as that was given, relative to the working directory; but relative to it where it is the only path and
* absolute. What cannot be read is in coverage.
*/
const scanFiles = async (paths, inspect, input, signal) => {
	const scan = {
		tally: createTally(inspect),
		signal
	};
	for (const path of paths) {
		if (signal?.aborted === true) break;
		if (path === "-") await scanStandardInput(input ?? process.stdin, scan);
		else await scanNamed(path, shownFolder(path, paths.length === 1), scan);
	}
	return finished(scan);
};
const scanListed = async (place, scan) => {
	try {
		const entry = await lstat(place.path);
		if (entry.isSymbolicLink()) scan.tally.skip("symbolic link", "not followed");
		else if (entry.isDirectory()) scan.tally.skip(`repository ${place.shown}`, "inside this one but not part of it: scan it there");
		else await scanFile(place, scan, false);
	} catch (error) {
		if (!isAbsent(error)) scan.tally.miss(place.shown, reasonOf(error));
	}
};
/** Reads some files below a folder, such as those that git says have changed; their paths in bytes, with slashes. */
const scanFilesBelow = async (folder, paths, inspect, signal) => {
	const scan = {
		tally: createTally(inspect),
		signal
	};
	const root = {
		path: Buffer.from(folder),
		shown: ""
	};
	for (const path of paths) {
		if (signal?.aborted === true) break;
		await scanListed(below(root, path), scan);
	}
	return finished(scan);
};
// src/findings/fingerprint-key.ts
const fromRoot = (root) => ({
	name: {
		kind: "root",
		root
	},
	key: root
});
/** An organisation's key, else the baseline's, so that both can be compared, else the oldest root commit. */
const fingerprintKey = async ({ key, sources, policy, root: askForRoot }) => {
	if (key !== void 0) return {
		name: { kind: "organisation" },
		key
	};
	if (policy.baseline?.root !== void 0) return fromRoot(policy.baseline.root);
	for (const source of sources) {
		const root = source.kind === "files" ? void 0 : await oldestRoot(source.repository);
		if (root !== void 0) return fromRoot(root);
	}
	const asked = await askForRoot?.();
	return asked === void 0 ? {
		name: { kind: "constant" },
		key: void 0
	} : fromRoot(asked);
};
// src/detect/path-context.ts
/** Machines write these: what looks random in them is a digest, a compiled table or a picture. */
const generated = /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.ya?ml|bun\.lockb?|composer\.lock|Gemfile\.lock|Cargo\.lock|poetry\.lock|uv\.lock|pdm\.lock|Pipfile\.lock|Podfile\.lock|Package\.resolved|packages\.lock\.json|go\.sum|go\.work\.sum|flake\.lock|mix\.lock|pubspec\.lock|gradle\.lockfile|\.terraform\.lock\.hcl|deno\.lock|Chart\.lock|SHA\d*SUMS?|checksums?\.txt)$|\.(?:min\.[cm]?js|min\.css|map|svgz?|css|scss|less|ipynb_checkpoints|snap|po|pot|mo|xlf|xliff|resx|strings|arb|ftl|woff2?|ttf|eot|pdf|wasm|pyc|class|so|dll|dylib|exe|node|a|o|sum)$/i;
/** Words for people, in many languages. */
const translations = /(?:^|\/)(?:locales?|i18n|l10n|lang|langs|languages?|translations?|_locales|nls|intl)\/|(?:^|\/)(?:messages|strings|translation)[_.-][a-z]{2}(?:[_-][A-Za-z]{2,4})?\.[a-z]+$/i;
/** Other people's code. */
const vendored = /(?:^|\/)(?:vendor|vendors|vendored|node_modules|bower_components|jspm_packages|third[_-]?party|thirdparty|3rdparty|external|externals|site-packages|dist-packages|Pods|Carthage|Godeps|\.yarn|\.pnp|deps)\//i;
/** Tests, documentation and samples, where credentials are made up. */
const madeUp = /(?:^|\/)(?:tests?|testing|__tests__|__mocks__|__snapshots__|__fixtures__|specs?|e2e|testdata|test[-_]?data|test[-_]\w+|test(?:helpers?|utils?|data|support|cases|resources)|(?:unit|integ|func|functional|acceptance|smoke|load)[-_]?tests?|\w+[-_]tests?|fixtures?|mocks?|stubs?|mirage|molecule|cassettes|integration[-_]?\w*|examples?|samples?|demos?|docs?|documentation|tutorials?|cookbook|playground|benchmarks?|storybook|stories|javadoc|man)\/|(?:^|\/)(?:test_[^/]*|conftest|[^/]*(?:[._-](?:tests?|specs?|mock|mocks|fixture|fixtures|stories|examples?|samples?|template|dist|tmpl|e2e)))\.[^/]+$|\.(?:md|mdx|rst|adoc|asciidoc|txt|html?|example|sample|template|tmpl|dist|j2|erb|tpl|test|golden)$|(?:^|\/)(?:README|CHANGELOG|CHANGES|HISTORY|NEWS|CONTRIBUTING)[^/]*$/i;
/** `LoginTest.java`, `UserSpec.scala`: by their capital, since `contest.go` is none. */
const testClass = /(?:Tests?|TestCase|Spec|IT)\.[A-Za-z]+$/;
const pathVerdict = (path) => {
	if (generated.test(path) || translations.test(path)) return "drop";
	return vendored.test(path) || madeUp.test(path) || testClass.test(path) ? "lower" : "keep";
};
const lowered = (severity) => severity === "low" || severity === "info" ? "info" : "low";
/**
* What is left of a match at a path: generic ones are dropped in files that machines write and in translations, and
* lowered (to `low`, what was low to `info`) in vendored code, tests and documentation. Matches that a checksum, a
* decode or a provider's format supports stay as they are: a real key in a test is a real key.
*/
const judgeByPath = (match, path) => {
	if (match.proof !== "generic") return match;
	const verdict = pathVerdict(path);
	if (verdict === "drop") return void 0;
	return verdict === "lower" ? {
		...match,
		severity: lowered(match.severity)
	} : match;
};
// src/findings/fingerprint.ts
/** Without a key of an organisation and without a root commit, fingerprints still differ from plain hashes. */
const constantKey = "tidewaiter fingerprint, version 1";
/** Digits of a fingerprint: 128 bits. */
const digits = 32;
/**
* The stable name of a finding: HMAC-SHA-256 of the check and the secret (or the check and its subject), so that it
* survives rebase, rename and reformat, and a reader of reports cannot try passwords against it.
*/
const fingerprintOf = (key, check, subject) => createHmac("sha256", key ?? constantKey).update(`${check}\0`).update(subject, "latin1").digest("hex").slice(0, digits);
// src/findings/join.ts
const compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;
/** Of several hits of one secret the one that is surest, then most severe, then first: not the one read first. */
const strongest = (sightings) => {
	const [best] = [...sightings].sort((a, b) => proofRank(b.hit.proof) - proofRank(a.hit.proof) || severityRank(b.hit.severity) - severityRank(a.hit.severity) || a.order - b.order || compare(a.location.path, b.location.path) || a.hit.line - b.hit.line || a.hit.column - b.hit.column);
	return best.hit;
};
const placeKey = ({ kind, path, line, column, commit }) => {
	if (kind === "commit") return `commit ${path}`;
	return kind === "message" ? `message ${path} ${commit} ${line} ${column}` : `${kind} ${path} ${line} ${column}`;
};
/** One place per path for what commits brought in, the earliest; each place of a file, and each message. */
const distinctLocations = (sightings) => {
	const present = new Set(sightings.filter(({ location }) => location.present).map(({ location }) => location.path));
	const places = /* @__PURE__ */ new Map();
	for (const sighting of sightings) {
		const key = placeKey(sighting.location);
		const known = places.get(key);
		if (known === void 0 || sighting.order < known.order) places.set(key, sighting);
	}
	return [...places.values()].sort((a, b) => a.order - b.order || compare(placeKey(a.location), placeKey(b.location))).map(({ location }) => location.kind === "commit" ? {
		...location,
		present: present.has(location.path)
	} : location);
};
/** A comment excuses a secret when every file that still shows it has one; of a secret that is gone, its last version. */
const inlineSuppression = (sightings) => {
	const files = sightings.filter(({ location }) => location.kind === "file");
	const comments = (files.length > 0 ? files : sightings).map(({ hit }) => hit.inlineIgnore);
	const first = comments.find((comment) => comment !== void 0);
	if (first === void 0 || files.length > 0 && comments.includes(void 0)) return void 0;
	return {
		kind: "inline",
		by: first.by,
		...first.reason === void 0 ? {} : { reason: first.reason }
	};
};
/** What a change started from is its baseline. */
const stoodBefore = {
	kind: "baseline",
	by: "the files before this change"
};
const toFinding = (fingerprint, sightings, before) => {
	const { check, title, severity, proof, detail, remediation, facts, secret } = strongest(sightings);
	const older = before?.has(secret) === true;
	const suppressed = inlineSuppression(sightings) ?? (older ? stoodBefore : void 0);
	return {
		check,
		title,
		severity,
		proof,
		detail,
		remediation,
		fingerprint,
		secret: {
			redacted: redact(secret),
			length: secret.length
		},
		facts,
		locations: distinctLocations(sightings),
		...before === void 0 ? {} : { new: !older },
		...suppressed === void 0 ? {} : { suppressed }
	};
};
const byUrgency = (a, b) => severityRank(b.severity) - severityRank(a.severity) || proofRank(b.proof) - proofRank(a.proof) || compare(a.check, b.check) || compare(a.fingerprint, b.fingerprint);
/** What a file is called bears on what only looks like a secret in it. */
const judgedByPath = (sighting) => {
	if (sighting.location.kind === "message") return [sighting];
	const hit = judgeByPath(sighting.hit, sighting.location.path);
	if (hit === void 0) return [];
	return [hit === sighting.hit ? sighting : {
		...sighting,
		hit
	}];
};
/** Joins sightings of the same secret into findings, most urgent first, and leaves the raw values in the vault. */
const toFindings = (sightings, key, vault, before) => {
	const groups = /* @__PURE__ */ new Map();
	for (const sighting of sightings.flatMap(judgedByPath)) {
		const fingerprint = fingerprintOf(key, sighting.hit.check, sighting.hit.secret);
		vault.keep(fingerprint, sighting.hit.secret);
		const group = groups.get(fingerprint);
		if (group === void 0) groups.set(fingerprint, [sighting]);
		else group.push(sighting);
	}
	return [...groups].map(([fingerprint, group]) => toFinding(fingerprint, group, before)).sort(byUrgency);
};
// src/git/objects.ts
/** Larger objects are not read: a limit of ours, reported as missing. */
const maxObject = 1 << 30;
/** What one reading keeps between objects is given back above this size. */
const maxScratch = 64 << 20;
/** A store in which more objects than this are broken is given up: each costs a new process. */
const maxBroken = 100;
const repair$1 = "run `git fsck`, then fetch again what is broken";
const parseEntry = (line) => {
	const [id, type, size] = line.split(" ");
	return {
		id,
		type,
		size: Number(size)
	};
};
/**
* Lists all objects but trees that the store holds, reachable or not, each once, in pack order; commits apart too. Git
* goes on without a pack that it cannot open: what it says of that is in `missing`.
*/
const listObjects = async (repository) => {
	const args = [
		"cat-file",
		"--batch-all-objects",
		"--unordered",
		"--batch-check=%(objectname) %(objecttype)"
	];
	const ids = [];
	const commits = [];
	const missing = [];
	const onComplaint = (text) => missing.push({
		what: text,
		reason: repair$1
	});
	for await (const line of linesOf(repository.folder, args, "", onComplaint)) {
		const id = line.slice(0, repository.idLength);
		if (line.endsWith("commit")) commits.push(id);
		if (!line.endsWith("tree")) ids.push(id);
	}
	return {
		ids,
		commits,
		missing
	};
};
/** Splits the stream of `git cat-file --batch` into objects. */
const createBatchParser = ({ visit, answered }) => {
	let header = "";
	let scratch = Buffer.allocUnsafe(1 << 20);
	let filled = 0;
	let current;
	const begin = (line) => {
		if (/ (missing|ambiguous)$/.test(line)) {
			answered("not in the object store");
			return;
		}
		current = parseEntry(line);
		filled = 0;
		if (current.size <= maxObject && current.size > scratch.length) scratch = Buffer.allocUnsafe(Math.min(maxObject, Math.max(current.size, scratch.length * 2)));
	};
	const finish = ({ id, type, size }) => {
		current = void 0;
		if (size > maxObject) {
			answered(`its ${size} bytes exceed the limit of ${maxObject}`);
			return;
		}
		visit(id, type, scratch.subarray(0, size));
		if (scratch.length > maxScratch) scratch = Buffer.allocUnsafe(1 << 20);
		answered();
	};
	const readHeader = (chunk, at) => {
		const end = chunk.indexOf(10, at);
		header += chunk.toString("latin1", at, end === -1 ? chunk.length : end);
		if (end === -1) return chunk.length;
		begin(header);
		header = "";
		return end + 1;
	};
	const readContent = (chunk, at, entry) => {
		const take = Math.min(entry.size - filled, chunk.length - at);
		if (entry.size <= maxObject) chunk.copy(scratch, filled, at, at + take);
		filled += take;
		const isWhole = filled === entry.size && at + take < chunk.length;
		if (isWhole) finish(entry);
		return at + take + (isWhole ? 1 : 0);
	};
	return (chunk) => {
		for (let at = 0; at < chunk.length;) at = current === void 0 ? readHeader(chunk, at) : readContent(chunk, at, current);
	};
};
const isAborted = (signal) => signal?.aborted === true;
const writeIds = async (stdin, ids, from) => {
	const batch = 4096;
	let isOpen = true;
	let wake = () => {};
	stdin.on("drain", () => wake());
	stdin.on("close", () => {
		isOpen = false;
		wake();
	});
	for (let at = from; at < ids.length && isOpen; at += batch) if (!stdin.write(`${ids.slice(at, at + batch).join("\n")}\n`)) await new Promise((resolve) => {
		wake = resolve;
		if (!isOpen) resolve();
	});
	stdin.end();
};
const shortened = (reason) => reason.slice(0, 300);
/**
* Reads objects through one `git cat-file --batch`, in the order asked for. A git that dies on a broken object is started
* again behind it, and the object is named as missing.
*/
const readObjects = async (repository, ids, visit, signal) => {
	const missing = [];
	let count = 0;
	const answered = (unread) => {
		if (unread !== void 0) missing.push({
			what: `object ${ids[count]}`,
			reason: `${shortened(unread)}: ${repair$1}`
		});
		count++;
	};
	for (let broken = 0; count < ids.length && !isAborted(signal); broken++) {
		if (broken > maxBroken) {
			missing.push({
				what: `${ids.length - count} more objects`,
				reason: `too many are broken: ${repair$1}`
			});
			break;
		}
		const failure = await readRun(repository, ids, count, createBatchParser({
			visit,
			answered
		}), signal);
		if (failure !== void 0 && !isAborted(signal) && count < ids.length) answered(failure);
	}
	return missing;
};
/** One git, from an index on; gives the reason when it ended before the last object. */
const readRun = async (repository, ids, from, parse, signal) => {
	const git = streamGit(repository.folder, [
		"cat-file",
		"--batch",
		"--buffer"
	], { signal });
	const writing = writeIds(git.stdin, ids, from);
	try {
		for await (const chunk of git.stdout) parse(chunk);
		await git.ended;
		await writing;
		return "git gave no answer";
	} catch (error) {
		if (error instanceof GitError || isAborted(signal)) return error.message;
		git.process.kill();
		throw error;
	}
};
// src/git/people.ts
/** `Name <email> seconds ±hhmm`, as in the headers of commits and tags (git's Documentation/user-manual). */
const person = /^(?:author|tagger) (.*) (\d+) ([+-])(\d\d)(\d\d)$/m;
const isoDate = (seconds, sign, hours, minutes) => {
	const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
	const shifted = /* @__PURE__ */ new Date((seconds + offset * 60) * 1e3);
	if (Number.isNaN(shifted.getTime())) return "";
	return `${shifted.toISOString().slice(0, 19)}${sign}${hours}:${minutes}`;
};
/** Who wrote a raw commit or tag object, and when. */
const authorship = (raw) => {
	const end = raw.indexOf("\n\n");
	const found = person.exec(raw.toString("utf8", 0, end === -1 ? raw.length : end));
	if (found === null) return {
		author: "",
		date: ""
	};
	const [, author, seconds, sign, hours, minutes] = found;
	return {
		author,
		date: isoDate(Number(seconds), sign, hours, minutes)
	};
};
/** Authors and dates of some commits. */
const authorships = async (repository, commits) => {
	const found = /* @__PURE__ */ new Map();
	await readObjects(repository, commits, (id, _type, content) => found.set(id, authorship(content)));
	return found;
};
// src/git/reading.ts
/** A commit's or tag's text begins after the first empty line; the headers before it are git's own. */
const messageOf = (raw) => {
	const end = raw.indexOf("\n\n");
	return raw.subarray(end === -1 ? raw.length : end + 2);
};
/** A tag begins with a line that names its object. */
const targetOf = (raw) => raw.toString("latin1", 7, raw.indexOf(10));
/** Collects what a reading finds. */
const createCollector = (inspect) => {
	const found = [];
	const limited = [];
	const skipped = /* @__PURE__ */ new Map();
	const skip = (what, reason) => {
		const key = `${what}\0${reason}`;
		skipped.set(key, {
			what,
			reason,
			count: (skipped.get(key)?.count ?? 0) + 1
		});
	};
	const inspectBlob = (id, content, inner) => {
		const kind = mediaKind(content);
		if (kind !== void 0) {
			skip(kind, "holds no text");
			return;
		}
		const hits = inspect(content);
		if (hits.length > 0) found.push({
			id,
			type: "blob",
			hits,
			inner
		});
	};
	const inspectMessage = (id, type, raw) => {
		const hits = inspect(messageOf(raw));
		if (hits.length === 0) return;
		const target = type === "tag" ? { target: targetOf(raw) } : {};
		found.push({
			id,
			type,
			hits,
			by: authorship(raw),
			inner: "",
			...target
		});
	};
	const inspectArchive = async (id, content) => {
		for await (const member of unpack(content)) if (member.kind === "content") inspectBlob(id, member.content, member.inner);
		else if (member.kind === "limit") limited.push({
			id,
			inner: member.inner,
			reason: member.reason
		});
		else if (member.kind === "damaged") skip("archive", "damaged: scanned without unpacking the rest");
		else skip(member.what, member.reason);
	};
	return {
		found,
		limited,
		skipped,
		inspectBlob,
		inspectMessage,
		inspectArchive
	};
};
/** Archives are held in memory together up to this size, or one alone. */
const maxHeld = 64 << 20;
function* inGroups(archives) {
	let group = [];
	let held = 0;
	for (const { id, size } of archives) {
		if (group.length > 0 && held + size > maxHeld) {
			yield group;
			[group, held] = [[], 0];
		}
		group.push(id);
		held += size;
	}
	if (group.length > 0) yield group;
}
/** Looks at objects, each once. Trees among them are passed over; so is media, which coverage then names. */
const inspectObjects = async (repository, ids, inspect, signal) => {
	const collector = createCollector(inspect);
	const archives = [];
	let objects = 0;
	const sizes = /* @__PURE__ */ new Map();
	const commits = [];
	const visit = (id, type, content) => {
		if (type === "tree") return;
		objects++;
		sizes.set(id, content.length);
		if (type === "commit") commits.push(id);
		if (type !== "blob") collector.inspectMessage(id, type, content);
		else if (archiveKind(content) === void 0) collector.inspectBlob(id, content, "");
		else archives.push({
			id,
			size: content.length
		});
	};
	const missing = [...await readObjects(repository, ids, visit, signal)];
	for (const group of inGroups(archives)) {
		const held = /* @__PURE__ */ new Map();
		const keep = (id, _type, content) => void held.set(id, Buffer.from(content));
		missing.push(...await readObjects(repository, group, keep, signal));
		for (const [id, content] of held) if (signal?.aborted !== true) await collector.inspectArchive(id, content);
	}
	const { found, limited, skipped } = collector;
	const blobs = new Set([...found.filter(({ type }) => type === "blob"), ...limited].map(({ id }) => id));
	const bytesOf = (some) => {
		let sum = 0;
		for (const id of some) sum += sizes.get(id) ?? 0;
		return sum;
	};
	return {
		found,
		blobs,
		objects,
		commits,
		bytes: bytesOf(sizes.keys()),
		bytesOf,
		skipped: [...skipped.values()],
		missing,
		limited
	};
};
// src/git/before.ts
/** `:100644 100644 OLD NEW M\tpath` (git's Documentation/diff-format); more columns for nothing that we ask for. */
const change = /^:\d+ (\d+) ([0-9a-f]+) ([0-9a-f]+) /;
const isNone = (id) => /^0+$/.test(id);
/**
* Blobs that the commits of a change replaced or removed and did not bring in themselves. Parents come first, so what
* the change brought in is known before a later commit of it replaces that.
*/
const replacedBlobs = async (repository, { options, revisions }) => {
	const format = [
		"--reverse",
		"--topo-order",
		"--format=",
		"--raw",
		"--no-abbrev",
		"-m",
		"--no-renames",
		"--no-ext-diff"
	];
	const input = revisions.map((revision) => `${revision}\n`).join("");
	const broughtIn = /* @__PURE__ */ new Set();
	const replaced = /* @__PURE__ */ new Set();
	for await (const line of linesOf(repository.folder, [
		"log",
		...format,
		...options,
		"--stdin"
	], input)) {
		const [, , old, current] = change.exec(line) ?? [];
		if (old === void 0 || current === void 0) continue;
		if (!isNone(old) && !broughtIn.has(old)) replaced.add(old);
		if (!replaced.has(current)) broughtIn.add(current);
	}
	return [...replaced];
};
/**
* The secrets that stood in the files of a change before it: the change did not bring them in, though it wrote these
* files anew. None where that cannot be read, so that nothing is excused by a gap.
*/
const secretsBefore = async (repository, what, inspect) => {
	try {
		const { found } = await inspectObjects(repository, await replacedBlobs(repository, what), inspect);
		return new Set(found.flatMap(({ hits }) => hits.map(({ secret }) => secret)));
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
		return /* @__PURE__ */ new Set();
	}
};
// src/findings/older.ts
/** Secrets that a change did not bring in; undefined where it is no change that is scanned. Asked when something was found. */
const secretsNotNew = async ([source, ...others], inspect) => {
	if (source?.kind !== "revisions" || others.length > 0) return void 0;
	return secretsBefore(source.repository, source.what, inspect);
};
/** Says that something older was seen, so that it is not lost silently. */
const notesOnOlder = (findings) => {
	const count = findings.filter((finding) => finding.new === false).length;
	if (count === 0) return [];
	return [`${count === 1 ? "1 credential in the changed files is" : `${count} credentials in the changed files are`} older than this change and not counted here; a scan of the whole history reports it.`];
};
// src/git/gaps.ts
/** So many absent objects are named one by one. */
const maxNamed = 10;
const isPartialClone = async ({ folder }) => {
	const key = "^(extensions\\.partialclone|remote\\..*\\.(promisor|partialclonefilter))$";
	try {
		return (await bytesOf(folder, [
			"config",
			"--get-regexp",
			key
		])).length > 0;
	} catch (error) {
		if (error instanceof GitError) return false;
		throw error;
	}
};
/** Objects that a walked commit or tree names and the store lacks. */
const absentObjects = async (repository, { absent }) => {
	if (absent.length === 0) return [];
	if (await isPartialClone(repository)) return [{
		what: absent.length === 1 ? `object ${absent[0]}` : `${absent.length} objects`,
		reason: "this is a partial clone without them: run `git fetch --refetch --no-filter` first"
	}];
	const reason = "the history needs it and the repository lacks it: run `git fsck`, then fetch or clone again";
	const named = absent.slice(0, maxNamed).map((id) => ({
		what: `object ${id}`,
		reason
	}));
	const rest = absent.length - named.length;
	return rest === 0 ? named : [...named, {
		what: `${rest} more objects`,
		reason
	}];
};
const shallowHistory = ({ shallow }) => shallow ? [{
	what: "older history",
	reason: "this is a shallow clone: run `git fetch --unshallow` first, or scan a --range"
}] : [];
const interrupted = (signal) => signal?.aborted === true ? [{
	what: "the rest of the history",
	reason: "interrupted"
}] : [];
const skippedSubmodules = (paths) => paths.map((path) => ({
	what: `submodule ${path}`,
	reason: "a repository of its own: scan it there",
	count: 1
}));
/** Each thing that is missing, once, with the first reason. */
const distinctMissing = (missing) => {
	const first = /* @__PURE__ */ new Map();
	for (const entry of missing) if (!first.has(entry.what)) first.set(entry.what, entry);
	return [...first.values()];
};
// src/git/attempt.ts
const maxReason = 300;
/** Goes on without what a broken repository cannot give; an interrupted git is no fault of the repository. */
const attempt = async (what, work, fallback, signal) => {
	try {
		return {
			value: await work(),
			missing: []
		};
	} catch (error) {
		if (signal?.aborted === true) return {
			value: fallback,
			missing: []
		};
		if (!(error instanceof GitError)) throw error;
		return {
			value: fallback,
			missing: [{
				what,
				reason: `${error.message.slice(0, maxReason)}: run \`git fsck\` and repair the repository`
			}]
		};
	}
};
// src/git/choose.ts
const widened = (span, version) => ({
	first: span === void 0 || version.order < span.first.order ? version : span.first,
	last: span === void 0 || version.order > span.last.order ? version : span.last
});
/** First and last version per secret and path. */
const spansOf = (carriers, origins) => {
	const spans = /* @__PURE__ */ new Map();
	for (const { id, traits } of carriers) {
		const origin = origins.get(id);
		if (origin === void 0) continue;
		for (const { check, secret } of traits) {
			const key = `${check}\0${origin.path}\0${secret}`;
			spans.set(key, widened(spans.get(key), {
				id,
				order: origin.order
			}));
		}
	}
	return spans.values();
};
/**
* Of the many versions of a file that carry one secret, those whose place is reported: per secret and path the first and
* the last, all that the tip holds, and all that no ref reaches.
*/
const chooseCarriers = (carriers, origins, isAtTip) => {
	const chosen = new Set(carriers.map(({ id }) => id).filter((id) => !origins.has(id) || isAtTip(id)));
	for (const { first, last } of spansOf(carriers, origins)) chosen.add(first.id).add(last.id);
	return chosen;
};
// src/git/locate.ts
/** Later than every commit: what HEAD, the index or nothing at all holds. */
const last = Number.MAX_SAFE_INTEGER;
/** A tree of notes names its blobs after the objects that they annotate, with slashes where git fans out. */
const notePath = /^(?:[0-9a-f]{2}\/)*[0-9a-f]{4,64}$/;
const isNote = (path) => notePath.test(path) && [40, 64].includes(path.replaceAll("/", "").length);
/** The path of a content inside an archive follows the archive's own. */
const inside = (path, { inner }) => `${path}${inner}`;
const reach = (known, { walked }) => known === void 0 && !walked ? {} : { reachable: known?.reachable ?? false };
const commitOf = ({ id, type, target }, known) => {
	if (type === "commit") return id;
	return type === "tag" ? target : known?.origin.commit;
};
const originOf = (object, where) => {
	const { id, type, by } = object;
	const known = where.known.get(id);
	const commit = commitOf(object, known);
	const who = by ?? (commit === void 0 ? void 0 : where.people.get(commit));
	const blobPath = known?.origin.path ?? "";
	const path = type === "blob" ? blobPath : `${type} message`;
	if (type === "blob" && path === "") return void 0;
	return {
		kind: type === "blob" && !isNote(path) ? "commit" : "message",
		path: inside(path, object),
		line: 0,
		column: 0,
		endLine: 0,
		endColumn: 0,
		...commit === void 0 ? {} : { commit },
		...who,
		...reach(known, where),
		present: where.tipPaths.get(id)?.includes(path) === true
	};
};
const filesOf = (object, where) => {
	const tip = where.tip === void 0 ? {} : {
		commit: where.tip,
		reachable: true
	};
	const file = (path) => ({
		kind: "file",
		path: inside(path, object),
		present: true
	});
	const atTip = (where.tipPaths.get(object.id) ?? []).map((path) => ({
		...file(path),
		...tip
	}));
	const staged = (where.stagedPaths.get(object.id) ?? []).map(file);
	return [...atTip, ...staged];
};
const nowhere = (object, where) => ({
	kind: "commit",
	path: inside(`object ${object.id}`, object),
	...reach(void 0, where),
	present: false
});
/** Every place of every hit: the commit that brought it in, and the files in which the tip or the index still holds it. */
const sightingsOf = (object, where) => {
	const origin = originOf(object, where);
	const files = filesOf(object, where);
	const order = where.known.get(object.id)?.origin.order ?? last;
	const at = (hit, place, when) => ({
		hit,
		location: {
			...place,
			...span(hit)
		},
		order: when
	});
	return object.hits.flatMap((hit) => [
		...origin === void 0 ? [] : [at(hit, origin, order)],
		...files.map((file) => at(hit, file, last)),
		...origin === void 0 && files.length === 0 ? [at(hit, nowhere(object, where), last)] : []
	]);
};
// src/git/pack/forest.ts
/**
* Links deltas to their bases. Siblings are in ascending order of weight, so that the heaviest comes last, when its base may go.
*/
const growForest = (entries, wanted) => {
	const { count, bases, starts, types } = entries;
	const weights = new Float64Array(count);
	for (let i = 0; i < count; i++) weights[i] = starts[i + 1] - starts[i];
	for (const i of childrenFirst(bases)) if (bases[i] >= 0) weights[bases[i]] += weights[i];
	const firstChild = new Int32Array(count).fill(-1);
	const nextSibling = new Int32Array(count).fill(-1);
	const heaviestFirst = orderBy(weights).reverse();
	const roots = [];
	for (const i of heaviestFirst) {
		const base = bases[i];
		if (base >= 0) {
			nextSibling[i] = firstChild[base];
			firstChild[base] = i;
		} else if (base === -1 && wanted(types[i])) roots.push(i);
	}
	return {
		firstChild,
		nextSibling,
		weights,
		roots: Int32Array.from(roots)
	};
};
/** Entries in an order in which each comes before its base. Bases by offset always lie in front; those by id may lie anywhere. */
const childrenFirst = (bases) => {
	const count = bases.length;
	if (bases.every((base, i) => base < i)) return new Uint32Array(count).map((_, i) => count - 1 - i);
	return orderBy(depthsOf(bases)).reverse();
};
const depthsOf = (bases) => {
	const depths = new Float64Array(bases.length);
	const chain = [];
	for (let i = 0; i < bases.length; i++) {
		chain.length = 0;
		let at = i;
		for (; bases[at] >= 0 && depths[at] === 0; at = bases[at]) chain.push(at);
		let depth = depths[at];
		for (const member of chain.reverse()) depths[member] = ++depth;
	}
	return depths;
};
// src/git/pack/pack-file.ts
/** Larger packs are read through git. */
const maxPack = 4294967295;
const chunk = 1 << 26;
const readShared = (file) => {
	const handle = openSync(file, "r");
	try {
		const { size } = fstatSync(handle);
		if (size > maxPack) throw new PackError(`${file} is larger than ${maxPack} bytes`);
		const bytes = new Uint8Array(new SharedArrayBuffer(size));
		for (let at = 0; at < size;) {
			const read = readSync(handle, bytes, at, Math.min(chunk, size - at), at);
			if (read === 0) throw new PackError(`${file} is truncated`);
			at += read;
		}
		return bytes;
	} finally {
		closeSync(handle);
	}
};
/** `PACK`, version 2 or 3, number of objects (gitformat-pack, "Pack files"). */
const checkHeader = (file, bytes, index) => {
	const header = Buffer.from(bytes.buffer, 0, Math.min(12, bytes.length));
	if (header.length < 12 || header.toString("latin1", 0, 4) !== "PACK") throw new PackError(`${file} is no pack`);
	const version = header.readUInt32BE(4);
	if (version !== 2 && version !== 3) throw new PackError(`${file} has version ${version}, which this reader does not know`);
	if (header.readUInt32BE(8) !== index.count) throw new PackError(`${file} and its index differ in their number of objects`);
};
const wanted$1 = (type) => type !== entryType.tree;
/** Reads the pack beside an index. Throws a PackError. */
const openPack = (indexFile, idBytes) => {
	const file = indexFile.replace(/\.idx$/, ".pack");
	const index = readPackIndex(indexFile, idBytes);
	const bytes = readShared(file);
	checkHeader(file, bytes, index);
	const entries = readEntries(file, bytes, index);
	return {
		file,
		bytes,
		index,
		entries,
		forest: growForest(entries, wanted$1)
	};
};
/** The id of an entry, in hexadecimal. */
const idOfEntry = ({ index, entries }, entry) => {
	const at = entries.positions[entry] * index.idBytes;
	return index.ids.toString("hex", at, at + index.idBytes);
};
// src/git/pack/stores.ts
/** Stores that borrow from stores that borrow; git stops at five. */
const maxDepth = 5;
const alternatesOf = (store) => {
	const file = join(store, "info", "alternates");
	if (!existsSync(file)) return [];
	return readFileSync(file, "utf8").split("\n").filter((line) => line !== "" && !line.startsWith("#")).map((line) => isAbsolute(line) ? line : join(store, line));
};
const withAlternates = (store, known, depth = 0) => {
	if (known.has(store) || depth > maxDepth || !existsSync(store)) return known;
	known.add(store);
	for (const alternate of alternatesOf(store)) withAlternates(alternate, known, depth + 1);
	return known;
};
const indexesIn = (store) => {
	const folder = join(store, "pack");
	if (!existsSync(folder)) return [];
	const names = new Set(readdirSync(folder));
	return [...names].filter((name) => name.endsWith(".idx") && names.has(name.replace(/idx$/, "pack"))).sort().map((name) => join(folder, name));
};
const looseIn = (store, idLength) => readdirSync(store).filter((name) => /^[0-9a-f]{2}$/.test(name)).flatMap((folder) => readdirSync(join(store, folder)).map((name) => folder + name)).filter((id) => id.length === idLength && /^[0-9a-f]+$/.test(id));
const objectFolder = async ({ folder }) => (await runGit(folder, [
	"rev-parse",
	"--path-format=absolute",
	"--git-path",
	"objects"
])).replace(/\n$/, "");
/** Lists packs and loose objects (gitrepository-layout, "objects"). */
const listStores = async (repository) => {
	const stores = [...withAlternates(await objectFolder(repository), /* @__PURE__ */ new Set())];
	return {
		indexes: stores.flatMap(indexesIn),
		loose: [...new Set(stores.flatMap((store) => looseIn(store, repository.idLength)))]
	};
};
// src/git/pack/survey.ts
const collect = (pack, result, into) => {
	into.objects += result.objects;
	into.bytes += result.bytes;
	for (const { entry, matches } of result.found) into.carriers.push({
		id: idOfEntry(pack, entry),
		traits: matches
	});
	for (const entry of [...result.aside, ...result.broken]) into.others.push(idOfEntry(pack, entry));
	for (const [kind, count] of result.media) into.media.set(kind, (into.media.get(kind) ?? 0) + count);
};
/** Deltas whose base lies in another pack: git reads those. */
const strays = ({ types, count }) => {
	const found = [];
	for (let entry = 0; entry < count; entry++) if (types[entry] === 0) found.push(entry);
	return found;
};
/** Entries that an earlier pack holds too: they serve as bases, but count once. */
const repeated$1 = (pack, earlier) => {
	const flags = new Uint8Array(pack.entries.count);
	if (earlier.length === 0) return flags;
	const { index, entries } = pack;
	for (let entry = 0; entry < entries.count; entry++) {
		const at = entries.positions[entry] * index.idBytes;
		const id = index.ids.subarray(at, at + index.idBytes);
		if (earlier.some((other) => findId(other.index, id) !== -1)) flags[entry] = 1;
	}
	return flags;
};
const packBytes = ({ indexes }) => indexes.reduce((sum, index) => sum + statSync(index.replace(/idx$/, "pack")).size, 0);
/** Later than every root: threads that take the next one find none. */
const beyond = 1073741823;
const surveyPack = async (indexFile, idBytes, scanTrees, into, signal) => {
	if (signal?.aborted === true) return;
	const pack = openPack(indexFile, idBytes);
	const next = new Int32Array(new SharedArrayBuffer(4));
	const end = () => void Atomics.store(next, 0, beyond);
	signal?.addEventListener("abort", end);
	const { bytes, entries, forest, index } = pack;
	const task = {
		bytes,
		entries,
		forest,
		next,
		repeated: repeated$1(pack, into.packs)
	};
	for (const result of await scanTrees(task)) collect(pack, result, into);
	signal?.removeEventListener("abort", end);
	for (const entry of strays(entries)) into.others.push(idOfEntry(pack, entry));
	into.packs.push({
		index,
		entries
	});
};
const commitsOf = (pack) => {
	const ids = [];
	for (let entry = 0; entry < pack.entries.count; entry++) if (pack.entries.types[entry] === entryType.commit) ids.push(idOfEntry(pack, entry));
	return ids;
};
/**
* Looks through every pack of a repository, each object once, without asking git. Undefined where the packs are not what this
* reader knows: then git reads everything.
*/
const surveyPacks = async (repository, { scanTrees, minPackBytes }, signal) => {
	const stores = await listStores(repository);
	if (packBytes(stores) < minPackBytes) return void 0;
	const into = {
		carriers: [],
		others: [],
		media: /* @__PURE__ */ new Map(),
		packs: [],
		objects: 0,
		bytes: 0
	};
	try {
		for (const index of stores.indexes) await surveyPack(index, repository.idLength / 2, scanTrees, into, signal);
	} catch (error) {
		if (error instanceof PackError || error.code !== void 0) return void 0;
		throw error;
	}
	const { carriers, others, media, packs, objects, bytes } = into;
	const isPacked = (id) => packs.some(({ index }) => findId(index, Buffer.from(id, "hex")) !== -1);
	const unpacked = stores.loose.filter((id) => !isPacked(id));
	return {
		carriers,
		others: [.../* @__PURE__ */ new Set([...others, ...unpacked])],
		commits: () => packs.flatMap(commitsOf),
		media,
		objects,
		bytes
	};
};
// src/git/provenance.ts
const newline = 10;
function* walkLines(output, idLength) {
	for (let start = 0; start < output.length;) {
		const found = output.indexOf(newline, start);
		const end = found === -1 ? output.length : found;
		const absent = output[start] === 63;
		const from = start + (absent ? 1 : 0);
		const id = output.toString("latin1", from, from + idLength);
		const isCommit = end === from + idLength;
		yield {
			id,
			absent,
			path: () => isCommit ? void 0 : output.toString("utf8", from + idLength + 1, end)
		};
		start = end + 1;
	}
}
/**
* Starts `git rev-list`. In this order of output every object follows the commit that first brought it in, with one
* path; `--topo-order` because clocks lie. Rejects with a GitError where the history is broken.
*/
const startWalk = (repository, what, signal) => {
	const order = [
		"--objects",
		"--in-commit-order",
		"--topo-order",
		"--reverse",
		"--missing=print"
	];
	const collect = async () => {
		const input = what.revisions.map((revision) => `${revision}\n`).join("");
		const args = [
			"rev-list",
			...order,
			...what.options,
			"--stdin"
		];
		return createWalk(await bytesOf(repository.folder, args, {
			input,
			signal
		}), repository.idLength);
	};
	const walk = collect();
	walk.catch(() => {});
	return walk;
};
/** A walk that knows nothing: of a history that is broken or was not walked. */
const emptyWalk = (repository) => createWalk(Buffer.alloc(0), repository.idLength);
const createWalk = (output, idLength) => {
	const commits = /* @__PURE__ */ new Map();
	const absent = [];
	for (const line of walkLines(output, idLength)) if (line.absent) absent.push(line.id);
	else if (line.path() === void 0) commits.set(line.id, commits.size);
	function* everything() {
		for (const line of walkLines(output, idLength)) if (!line.absent) yield line.id;
	}
	const origins = (ids) => {
		const found = /* @__PURE__ */ new Map();
		let commit = "";
		let order = 0;
		for (const line of walkLines(output, idLength)) {
			const known = commits.get(line.id);
			if (known !== void 0) [commit, order] = [line.id, known];
			if (ids.has(line.id) && !line.absent) found.set(line.id, {
				commit,
				order,
				path: line.path() ?? ""
			});
		}
		return found;
	};
	return {
		commits: commits.size,
		isCommit: (id) => commits.has(id),
		everything,
		origins,
		absent
	};
};
// src/git/refs.ts
const repair = "run `git fsck` and repair or delete it";
const commonDirectory = async ({ folder }) => (await runGit(folder, [
	"rev-parse",
	"--path-format=absolute",
	"--git-common-dir"
])).replace(/\n$/, "");
/** Other work trees of the same repository may stand on commits that no branch names. */
const linkedHeads = async (repository) => {
	const folder = join(await commonDirectory(repository), "worktrees");
	if (!existsSync(folder)) return [];
	const heads = [];
	for (const name of readdirSync(folder)) {
		const revision = `worktrees/${name}/HEAD^{commit}`;
		try {
			heads.push((await runGit(repository.folder, [
				"rev-parse",
				"--verify",
				"--quiet",
				revision
			])).trim());
		} catch {}
	}
	return heads.filter(Boolean);
};
/** All that refs, HEAD and the linked work trees name. */
const refTips = async (repository) => {
	const ids = [];
	const missing = [];
	const onComplaint = (text) => missing.push({
		what: text.replace(/^ignoring /, ""),
		reason: repair
	});
	for await (const id of linesOf(repository.folder, ["for-each-ref", "--format=%(objectname)"], "", onComplaint)) ids.push(id);
	if (repository.head !== void 0) ids.push(repository.head);
	ids.push(...await linkedHeads(repository));
	return {
		ids,
		missing
	};
};
/** Divides tips into those whose objects can be read and a word on each of the others. */
const readableTips = async (repository, tips) => {
	const input = tips.map((id) => id.startsWith("^") ? "" : `${id}\n`).join("");
	const answers = (await bytesOf(repository.folder, ["cat-file", "--batch-check"], { input })).toString("latin1");
	const unreadable = new Set(answers.split("\n").filter((line) => line.endsWith(" missing")).map((line) => line.slice(0, repository.idLength)));
	const missing = [...unreadable].map((id) => ({
		what: `object ${id}`,
		reason: `a ref names it: ${repair}`
	}));
	return {
		ids: tips.filter((id) => !unreadable.has(id)),
		missing
	};
};
// src/git/tree.ts
const split = (output, separator) => {
	const parts = [];
	for (let start = 0; start < output.length;) {
		const found = output.indexOf(separator, start);
		const end = found === -1 ? output.length : found;
		if (end > start) parts.push(output.subarray(start, end));
		start = end + 1;
	}
	return parts;
};
const records = async ({ folder }, args, settings = []) => split(await bytesOf(folder, args, { settings }), 0);
const splitAt = (text, separator) => {
	const at = text.indexOf(separator);
	return [text.slice(0, at), text.slice(at + 1)];
};
/** The mode of a gitlink: a submodule's commit, which is in another repository. */
const gitlink = "160000";
const addTo = (paths, id, path) => {
	const known = paths.get(id);
	if (known === void 0) paths.set(id, [path]);
	else known.push(path);
};
/** The submodules of a commit's tree and the paths at which it holds some blobs. */
const treeOf = async (repository, commit, blobs) => {
	const paths = /* @__PURE__ */ new Map();
	const submodules = [];
	for (const record of await records(repository, [
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		commit
	])) {
		const [meta, path] = splitAt(record.toString("utf8"), "	");
		const [mode, , id] = meta.split(" ");
		if (mode === gitlink) submodules.push(path);
		else if (blobs.has(id)) addTo(paths, id, path);
	}
	return {
		paths,
		submodules
	};
};
const indexedBlobs = async (repository) => (await records(repository, [
	"ls-files",
	"--stage",
	"-z"
])).flatMap((record) => {
	const [meta, path] = splitAt(record.toString("utf8"), "	");
	const [mode, id] = meta.split(" ");
	return mode === gitlink ? [] : [{
		id,
		path
	}];
});
/** Paths with conflicts have no entry of their own in the index, and a zero id here. */
const isNull = (id) => /^0+$/.test(id);
/** Blobs that the index holds and HEAD does not: what the next commit would bring in. */
const stagedBlobs = async (repository) => {
	if (repository.bare) return [];
	if (repository.head === void 0) return indexedBlobs(repository);
	const changed = await records(repository, [
		"diff-index",
		...[
			"--cached",
			"--raw",
			"-z",
			"--no-renames",
			"--no-abbrev",
			"--diff-filter=d"
		],
		"--ignore-submodules=all",
		repository.head
	]);
	const staged = [];
	for (let i = 0; i + 1 < changed.length; i += 2) {
		const [, mode, , id] = changed[i].toString("latin1").split(" ");
		if (mode !== gitlink && !isNull(id)) staged.push({
			id,
			path: changed[i + 1].toString("utf8")
		});
	}
	return staged;
};
/**
* To see whether a file changed, git may pass it through the filter that the repository's configuration names: empty
* settings keep each of them from running.
*/
const withoutFilters = async (repository) => {
	const args = [
		"config",
		"-z",
		"--name-only",
		"--get-regexp",
		"^filter\\."
	];
	try {
		const names = (await bytesOf(repository.folder, args)).toString("utf8").split("\0");
		return [...new Set(names.filter(Boolean).map((name) => name.slice(0, name.lastIndexOf("."))))].flatMap((driver) => [
			[`${driver}.clean`, ""],
			[`${driver}.smudge`, ""],
			[`${driver}.process`, ""],
			[`${driver}.required`, "false"]
		]);
	} catch (error) {
		if (error instanceof GitError) return [];
		throw error;
	}
};
/** Files of the work tree that differ from the index or that git does not track, ignored ones left out. As bytes. */
const changedFiles = async (repository) => {
	if (repository.bare) return [];
	const settings = await withoutFilters(repository);
	const modified = await records(repository, ["diff-files", ...[
		"--name-only",
		"-z",
		"--no-renames",
		"--diff-filter=d",
		"--ignore-submodules=all"
	]], settings);
	const untracked = await records(repository, [
		"ls-files",
		"--others",
		"--exclude-standard",
		"-z"
	], settings);
	return [...new Map([...modified, ...untracked].map((path) => [path.toString("latin1"), path]))].sort(([a], [b]) => a < b ? -1 : 1).map(([, path]) => path);
};
// src/git/whole-paths.ts
/** Ids of blobs that are not at the path that the walk told. */
const elsewhere = async (repository, blobs) => {
	const asked = [...blobs].filter(([, { path }]) => !path.includes("\n"));
	const input = asked.map(([, { commit, path }]) => `${commit}:${path}\n`).join("");
	const lines = (await bytesOf(repository.folder, ["cat-file", "--batch-check=%(objectname)"], { input })).toString("utf8").split("\n");
	return new Set(asked.map(([id]) => id).filter((id, i) => lines[i] !== id));
};
/**
* `git rev-list` cuts a path at its first line feed, and bytes that are not UTF-8 do not survive in a string: paths that do
* not lead to their blob are looked up in the commit's tree.
*/
const wholePaths = async (repository, origins, ids) => {
	const blobs = new Map([...origins].filter(([id]) => ids.has(id)));
	if (blobs.size === 0) return origins;
	const whole = new Map(origins);
	try {
		for (const id of await elsewhere(repository, blobs)) {
			const origin = blobs.get(id);
			const paths = (await treeOf(repository, origin.commit, /* @__PURE__ */ new Set([id]))).paths.get(id);
			if (paths !== void 0) whole.set(id, {
				...origin,
				path: paths[0]
			});
		}
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
	}
	return whole;
};
// src/git/history.ts
/** Walks; around refs that lead nowhere where there are some. */
const walkFrom = async (repository, what, signal) => {
	const asked = "where contents came from";
	const nothing = emptyWalk(repository);
	const first = await attempt(asked, () => startWalk(repository, what, signal), nothing, signal);
	if (first.value !== nothing) return {
		walk: first.value,
		whole: true,
		missing: []
	};
	if (signal?.aborted === true) return {
		walk: nothing,
		whole: false,
		missing: []
	};
	const tips = await readableTips(repository, what.revisions);
	if (tips.missing.length === 0) return {
		walk: nothing,
		whole: false,
		missing: first.missing
	};
	const again = () => startWalk(repository, {
		...what,
		revisions: tips.ids
	}, signal);
	const second = await attempt(asked, again, nothing, signal);
	return {
		walk: second.value,
		whole: second.value !== nothing,
		missing: [...tips.missing, ...second.missing]
	};
};
const groupPaths = (blobs) => {
	const paths = /* @__PURE__ */ new Map();
	for (const { id, path } of blobs) paths.set(id, [...paths.get(id) ?? [], path]);
	return paths;
};
/** Origins by object id, as `Known`; an unreachable commit counts as later than every reachable one. */
const knownFrom = (origins, reachable, after = 0) => new Map([...origins].map(([id, origin]) => [id, {
	origin: {
		...origin,
		order: origin.order + after
	},
	reachable
}]));
const idsOf = ({ found, limited }) => /* @__PURE__ */ new Set([...found.map(({ id }) => id), ...limited.map(({ id }) => id)]);
const emptyTree = {
	paths: /* @__PURE__ */ new Map(),
	submodules: []
};
/** Looks up where the objects with hits are from; objects without hits cost nothing here. */
const gather = async (repository, reading, place, counts, missing) => {
	const { known, tip, staged, walked } = place;
	const blobs = new Set(reading.found.filter(({ type }) => type === "blob").map(({ id }) => id));
	const look = () => tip === void 0 ? Promise.resolve(emptyTree) : treeOf(repository, tip, blobs);
	const tree = await attempt(`the files of ${tip}`, look, emptyTree);
	const commits = new Set([...known.values()].map(({ origin }) => origin.commit));
	const people = await authorships(repository, [...commits]);
	const stagedPaths = groupPaths(staged);
	const where = {
		known,
		people,
		tip,
		tipPaths: tree.value.paths,
		stagedPaths,
		walked
	};
	const limits = reading.limited.map(({ id, inner, reason }) => {
		const path = known.get(id)?.origin.path ?? "";
		return {
			what: `${path === "" ? `object ${id}` : `${path} (object ${id})`}${inner}`,
			reason
		};
	});
	return {
		sightings: reading.found.flatMap((object) => sightingsOf(object, where)),
		coverage: {
			...counts,
			objects: reading.objects,
			bytes: reading.bytes,
			skipped: [...reading.skipped, ...skippedSubmodules(tree.value.submodules)],
			missing: distinctMissing([
				...missing,
				...tree.missing,
				...reading.missing,
				...limits
			])
		}
	};
};
const nothingListed = {
	ids: [],
	commits: [],
	missing: []
};
/** Asks git for every object. */
const readThroughGit = async (repository, inspect, signal) => {
	const list = await attempt("the objects", () => listObjects(repository), nothingListed);
	return {
		reading: await inspectObjects(repository, list.value.ids, inspect, signal),
		commits: () => list.value.commits,
		missing: [...list.missing, ...list.value.missing]
	};
};
/** Looks through the packs without git, then asks git for what holds something, and for what packs do not hold. */
const readPacks = async (repository, survey, walk, inspect, signal) => {
	const carriers = new Set(survey.carriers.map(({ id }) => id));
	const look = () => repository.head === void 0 ? Promise.resolve(emptyTree) : treeOf(repository, repository.head, carriers);
	const tip = (await attempt("", look, emptyTree)).value.paths;
	const chosen = chooseCarriers(survey.carriers, walk.origins(carriers), (id) => tip.has(id));
	const others = new Set(survey.others);
	const reading = signal?.aborted === true ? await inspectObjects(repository, [...chosen], inspect) : await inspectObjects(repository, [...chosen, ...survey.others], inspect, signal);
	const again = [...chosen].filter((id) => !others.has(id));
	const skipped = [...survey.media].map(([what, count]) => ({
		what,
		reason: "holds no text",
		count
	}));
	return {
		reading: {
			...reading,
			objects: reading.objects - again.length + survey.objects,
			bytes: reading.bytes - reading.bytesOf(again) + survey.bytes,
			skipped: [...skipped, ...reading.skipped]
		},
		commits: () => [...survey.commits(), ...reading.commits],
		missing: []
	};
};
/** Every object that the store holds, reachable or not; with `packs` they are read without git. */
const scanEverything = async (repository, inspect, signal, packs) => {
	const refs = await attempt("the refs", () => refTips(repository), {
		ids: [],
		missing: []
	});
	const tips = refs.value.ids;
	const walking = walkFrom(repository, {
		options: [],
		revisions: tips
	}, signal);
	walking.catch(() => {});
	const survey = packs === void 0 ? void 0 : await surveyPacks(repository, packs, signal);
	const everything = survey === void 0 ? await readThroughGit(repository, inspect, signal) : await readPacks(repository, survey, (await walking).walk, inspect, signal);
	const { reading } = everything;
	const { walk, whole, missing } = await walking;
	const ids = idsOf(reading);
	const reachable = knownFrom(await wholePaths(repository, walk.origins(ids), reading.blobs), true);
	const lost = new Set([...ids].filter((id) => !reachable.has(id)));
	const dropped = lost.size === 0 ? [] : everything.commits().filter((id) => !walk.isCommit(id));
	const revisions = [...dropped, ...tips.map((tip) => `^${tip}`)];
	const unreachable = whole && lost.size > 0 && dropped.length > 0 ? await originsBeyond(repository, revisions, lost, reading, walk.commits) : /* @__PURE__ */ new Map();
	const staged = await attempt("staged files", () => stagedAmong(repository, lost), []);
	const gaps = [
		...refs.missing,
		...refs.value.missing,
		...everything.missing,
		...missing,
		...staged.missing,
		...shallowHistory(repository),
		...await absentObjects(repository, walk),
		...interrupted(signal)
	];
	const place = {
		known: new Map([...unreachable, ...reachable]),
		tip: repository.head,
		staged: staged.value,
		walked: whole
	};
	return gather(repository, reading, place, {
		refs: tips.length,
		commits: walk.commits
	}, gaps);
};
const stagedAmong = async (repository, ids) => ids.size === 0 ? [] : (await stagedBlobs(repository)).filter(({ id }) => ids.has(id));
/** Origins of objects that only commits without a ref hold; git may have pruned what these need, which is no fault. */
const originsBeyond = async (repository, revisions, lost, reading, after) => {
	const nothing = emptyWalk(repository);
	const walk = (await attempt("", () => startWalk(repository, {
		options: [],
		revisions
	}), nothing)).value;
	return knownFrom(await wholePaths(repository, walk.origins(lost), reading.blobs), false, after);
};
/** The objects that some revisions bring in, such as the commits of a pull request; `tip` tells what is still present. */
const scanRevisions = async (repository, what, tip, inspect, signal) => {
	const { walk, whole, missing } = await walkFrom(repository, what, signal);
	const reading = await inspectObjects(repository, [...walk.everything()], inspect, signal);
	const origins = await wholePaths(repository, walk.origins(idsOf(reading)), reading.blobs);
	const gaps = [
		...what.missing ?? [],
		...missing,
		...await absentObjects(repository, walk),
		...interrupted(signal)
	];
	const place = {
		known: knownFrom(origins, true),
		tip,
		staged: [],
		walked: whole
	};
	return gather(repository, reading, place, {
		refs: 1,
		commits: walk.commits
	}, gaps);
};
/** What the next commit would bring in. */
const scanStaged = async (repository, inspect, signal) => {
	const staged = await attempt("staged files", () => stagedBlobs(repository), []);
	const ids = [...new Set(staged.value.map(({ id }) => id))];
	const reading = await inspectObjects(repository, ids, inspect, signal);
	const place = {
		known: /* @__PURE__ */ new Map(),
		tip: void 0,
		staged: staged.value,
		walked: true
	};
	const gaps = [...staged.missing, ...interrupted(signal)];
	const { coverage, sightings } = await gather(repository, reading, place, {
		refs: 0,
		commits: 0
	}, gaps);
	return {
		sightings,
		coverage: {
			...coverage,
			files: staged.value.length
		}
	};
};
// src/git/work-tree.ts
/** Files of the work tree whose contents git does not hold: changed and untracked ones, without those that git ignores. */
const scanWorkTree = async (repository, inspect, signal) => {
	const changed = await attempt("changed files of the work tree", () => changedFiles(repository), [], signal);
	const { sightings, coverage } = await scanFilesBelow(repository.folder, changed.value, inspect, signal);
	return {
		sightings,
		coverage: {
			...coverage,
			missing: [...changed.missing, ...coverage.missing ?? []]
		}
	};
};
// src/policy/baseline.ts
/** Reports of 100,000 findings are smaller. */
const maxBaseline = 256 << 20;
const advice = "write one with `tidewaiter scan --format json=FILE` and name that file";
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isFingerprint = (value) => typeof value === "string" && /^[0-9a-f]{32}$/.test(value);
const isRoot = (value) => typeof value === "string" && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);
const parse$1 = (text) => {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
};
const parseLines = (text) => text.split("\n").filter((line) => line.trim() !== "").map(parse$1);
/** A report, a report in lines (findings, then the rest), or a list of fingerprints. */
const contentsOf = (text) => {
	const whole = parse$1(text);
	if (isObject(whole) && Array.isArray(whole["fingerprints"])) return {
		head: whole,
		findings: whole["fingerprints"].map((fingerprint) => ({ fingerprint }))
	};
	if (isObject(whole) && Array.isArray(whole["findings"])) return {
		head: whole,
		findings: whole["findings"]
	};
	const lines = parseLines(text);
	const last = lines.at(-1);
	return isObject(last) && isObject(last["coverage"]) ? {
		head: last,
		findings: lines.slice(0, -1)
	} : void 0;
};
/** An ignored finding is not in the baseline: when its ignore goes, it counts again. */
const belongs = (finding) => !isObject(finding["suppressed"]) || finding["suppressed"]["kind"] === "baseline";
const keyOf = (head) => {
	const written = head["fingerprintKey"];
	if (isRoot(head["root"])) return {
		kind: "root",
		root: head["root"]
	};
	if (!isObject(written)) return void 0;
	if (written["kind"] === "root" && isRoot(written["root"])) return {
		kind: "root",
		root: written["root"]
	};
	return written["kind"] === "organisation" || written["kind"] === "constant" ? { kind: written["kind"] } : void 0;
};
/**
* Reads a baseline: a JSON or JSON Lines report of an earlier run, or `{version: 1, root?, fingerprints: [...]}`.
* Touches no disk, so that the text may come from a commit. Throws a UsageError that says what to do instead.
*/
const readBaseline = (text, file) => {
	if (text.length > 268435456) throw new UsageError(`${file}: too large for a baseline`);
	const contents = contentsOf(text.replace(/^\ufeff/, ""));
	if (contents === void 0) throw new UsageError(`${file} is no JSON report of Tidewaiter: ${advice}`);
	const { head, findings } = contents;
	if (head["version"] !== 1) throw new UsageError(`${file} is a report of version ${JSON.stringify(head["version"])?.slice(0, 20)}, not 1: ${advice}`);
	const fingerprints = /* @__PURE__ */ new Set();
	findings.forEach((finding, index) => {
		if (!isObject(finding) || !isFingerprint(finding["fingerprint"])) throw new UsageError(`${file}: entry ${index + 1} has no fingerprint: ${advice}`);
		if (belongs(finding)) fingerprints.add(finding["fingerprint"]);
	});
	const key = keyOf(head);
	return {
		file,
		fingerprints,
		...key === void 0 ? {} : { key },
		...key?.root === void 0 ? {} : { root: key.root }
	};
};
/** Says why a baseline names none of the findings, where its fingerprints were made with another key. */
const keyMismatch = ({ key, file }, used) => {
	if (key === void 0 || used === void 0 || key.kind === used.kind && key.root === used.root) return void 0;
	const said = {
		organisation: "TIDEWAITER_KEY",
		root: `root commit ${key.root}`,
		constant: "no key"
	}[key.kind];
	return `${file ?? "the baseline"} was written with other fingerprints (${said}), so it names none of these findings: write it again`;
};
// src/policy/glob.ts
/** Two stars cross slashes, one star and `?` do not; every other character is itself. */
const tokenize = (glob) => {
	const tokens = [];
	for (let at = 0; at < glob.length; at++) if (glob.startsWith("**/", at) && (at === 0 || glob[at - 1] === "/")) {
		tokens.push({ kind: "path" });
		at += 2;
	} else if (glob[at] === "*") tokens.push({ kind: "name" });
	else tokens.push(glob[at] === "?" ? { kind: "one" } : {
		kind: "text",
		char: glob[at]
	});
	return tokens;
};
/** States that follow without reading: a star may stand for nothing. */
const settle = (states, tokens) => {
	for (let i = 0; i < tokens.length; i++) if (states[i] === 1 && (tokens[i].kind === "name" || tokens[i].kind === "path")) states[i + 1] = 1;
};
const stays = ({ kind }, char) => {
	if (kind === "path") return char === "/" ? 1 : 2;
	return kind === "name" && char !== "/" ? 1 : 0;
};
const goesOn = (token, char) => token.kind === "text" ? token.char === char : token.kind === "one" && char !== "/";
const step = (states, tokens, char) => {
	const next = new Uint8Array(states.length);
	tokens.forEach((token, i) => {
		if (states[i] === 0) return;
		if (next[i] === 0) next[i] = stays(token, char);
		if (goesOn(token, char)) next[i + 1] = 1;
	});
	settle(next, tokens);
	return next;
};
const covered = (tokens, path) => {
	let states = new Uint8Array(tokens.length + 1);
	states[0] = 1;
	settle(states, tokens);
	for (let at = 0; at < path.length; at++) {
		if (path[at] === "/" && states[tokens.length] === 1) return true;
		states = step(states, tokens, path[at]);
	}
	return states[tokens.length] === 1;
};
/**
* Whether a path relative to the repository is covered by a glob: it or a folder above it matches. A glob without a
* slash matches a name at any depth, as in `.gitignore`. Linear in the path for any glob.
*/
const compileGlob = (glob) => {
	const trimmed = glob.replace(/^\.\//, "").replace(/\/(?:\*\*)?$/, "");
	const tokens = tokenize(trimmed.includes("/") || glob.startsWith("./") ? trimmed : `**/${trimmed}`);
	return (path) => covered(tokens, path);
};
// src/policy/ignores.ts
const describeIgnore = ({ fingerprint, check, path, owner }) => {
	return `${[
		fingerprint === void 0 ? "" : `fingerprint ${fingerprint}`,
		check === void 0 ? "" : `check ${check}`,
		path === void 0 ? "" : `path ${path}`
	].filter(Boolean).join(", ")}${owner === void 0 ? "" : ` (${owner})`}`;
};
const hasExpired = ({ expires }, today) => expires !== void 0 && expires < today;
const activate = (ignore) => {
	const { fingerprint, check, path } = ignore;
	const matches = path === void 0 ? () => true : compileGlob(path);
	return {
		ignore,
		about: (finding) => (fingerprint === void 0 || finding.fingerprint === fingerprint) && (check === void 0 || finding.check.startsWith(check)),
		covers: (location) => matches(location.path)
	};
};
/** What no commit reaches any more may have lost its path: then the other places decide. */
const deciding = (locations) => {
	const known = locations.filter(({ path, reachable }) => !(reachable === false && /^object [0-9a-f]+$/.test(path)));
	return known.length > 0 ? known : locations;
};
/** Whether ignores excuse a finding: every place where it lies must be covered, or a secret could hide behind a test's. */
const askIgnores = (finding, ignores) => {
	const about = ignores.filter((entry) => entry.about(finding));
	const locations = deciding(finding.locations);
	const touched = about.filter((entry) => entry.ignore.path === void 0 || finding.locations.some((location) => entry.covers(location)));
	const excused = touched.some(({ ignore }) => ignore.path === void 0) || locations.length > 0 && locations.every((location) => touched.some((entry) => entry.covers(location)));
	const whole = touched.find(({ ignore }) => ignore.path === void 0);
	return {
		touched,
		by: excused ? whole ?? touched[0] : void 0
	};
};
// src/policy/notes.ts
/** More of one kind are counted, not listed. */
const maxListed = 50;
const place = ({ locations }) => {
	const location = locations.at(-1);
	return location === void 0 ? "" : ` at ${location.path}:${location.line}`;
};
const listed = (entries, sentence) => {
	const rest = entries.length - maxListed;
	return [...entries.slice(0, maxListed).map(sentence), ...rest > 0 ? [`and ${rest} more of these`] : []];
};
const inlineIgnored = (finding) => {
	const { by, reason } = finding.suppressed;
	return `inline ignore of ${finding.check}${place(finding)} (${by}): ${reason ?? "no reason given"}`;
};
const kinds = {
	inline: "inline comments",
	configuration: "the configuration",
	baseline: "the baseline"
};
const summary = (ignored) => {
	if (ignored.length === 0) return [];
	const parts = Object.keys(kinds).map((kind) => ({
		kind,
		count: ignored.filter(({ suppressed }) => suppressed?.kind === kind).length
	})).filter(({ count }) => count > 0).map(({ kind, count }) => `${count} because of ${kinds[kind]}`);
	return [`${ignored.length === 1 ? "1 finding does" : `${ignored.length} findings do`} not count: ${parts.join(", ")}`];
};
const notesOn = ({ change, ignored, overruled, expired, unused }) => [
	...summary(ignored),
	...listed(change ? ignored.filter(({ suppressed }) => suppressed.kind === "inline") : [], inlineIgnored),
	...listed(overruled, (finding) => `${finding.check}${place(finding)} has an inline ignore; selfExcuse: deny makes it count all the same`),
	...listed(expired, (ignore) => `the ignore of ${describeIgnore(ignore)} expired on ${ignore.expires}: fix what it excused or renew it`),
	...listed(unused, (ignore) => `the ignore of ${describeIgnore(ignore)} matches nothing: remove it`)
];
// src/policy/apply.ts
const wanted = (finding, { only, minProof }) => proofRank(finding.proof) >= proofRank(minProof) && (only.length === 0 || only.some((prefix) => finding.check.startsWith(prefix)));
const suppressionOf = ({ ignore }) => ({
	kind: "configuration",
	by: describeIgnore(ignore),
	reason: ignore.reason
});
/** Whether a comment that the change itself brings along is to be overruled. */
const overruled = (finding, { selfExcuse }, { scope }) => selfExcuse === "deny" && scope === "change" && finding.suppressed?.kind === "inline" && finding.new !== false;
/** Marks findings; adds to `used` the ignores that are about some finding. */
const judgeWith = (policy, surroundings, ignores, used) => (given) => {
	const { touched, by } = askIgnores(given, ignores);
	for (const { ignore } of touched) used.add(ignore);
	const { suppressed: before, ...bare } = given;
	const isOverruled = overruled(given, policy, surroundings);
	const known = policy.baseline?.fingerprints.has(given.fingerprint);
	const suppressed = (isOverruled ? void 0 : before) ?? (by === void 0 ? void 0 : suppressionOf(by)) ?? (known === true ? {
		kind: "baseline",
		by: policy.baseline?.file ?? "baseline"
	} : void 0);
	return {
		finding: {
			...bare,
			...known === void 0 ? {} : { new: !known },
			...suppressed === void 0 ? {} : { suppressed }
		},
		overruled: isOverruled
	};
};
/** What the policy makes of findings: those out of scope are gone, those excused are marked. */
const applyPolicy = (findings, coverage, policy, surroundings = {
	scope: "part",
	today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
	key: void 0
}) => {
	const expired = policy.ignores.filter((ignore) => hasExpired(ignore, surroundings.today));
	const active = policy.ignores.filter((ignore) => !expired.includes(ignore));
	const used = /* @__PURE__ */ new Set();
	const inScope = findings.map(judgeWith(policy, surroundings, active.map(activate), used)).filter(({ finding }) => wanted(finding, policy));
	const all = inScope.map(({ finding }) => finding);
	const shown = policy.includeIgnored ? all : all.filter(({ suppressed }) => suppressed === void 0);
	const whole = surroundings.scope === "everything" && coverage.complete;
	const mismatch = policy.baseline === void 0 ? void 0 : keyMismatch(policy.baseline, surroundings.key);
	const notes = notesOn({
		change: surroundings.scope === "change",
		ignored: all.filter(({ suppressed }) => suppressed !== void 0),
		overruled: inScope.filter((judgement) => judgement.overruled).map(({ finding }) => finding),
		expired,
		unused: whole ? active.filter((ignore) => !used.has(ignore)) : []
	});
	return {
		findings: shown,
		verdict: verdictOf(all, coverage, policy),
		notes: mismatch === void 0 ? notes : [mismatch, ...notes]
	};
};
// src/threads.ts
/** Beside this module: as source where the source runs, built in `dist/`. */
const script = new URL(import.meta.url.endsWith(".ts") ? "worker.ts" : "worker.js", import.meta.url);
const ask = (worker, task) => new Promise((resolve, reject) => {
	worker.ref();
	worker.once("error", reject);
	worker.once("message", (answer) => {
		worker.off("error", reject);
		resolve(answer);
	});
	worker.postMessage(task);
}).finally(() => worker.unref());
/** Threads, started when the first task comes, that scan delta trees with the rules of `patterns/` and custom ones. */
const startThreads = (customRules, onStopped, jobs = availableParallelism()) => {
	const workerData = { customRules };
	const workers = [];
	const start = () => {
		while (workers.length < jobs) workers.push(new Worker(script, { workerData }));
	};
	return {
		scanTrees: async (task) => {
			start();
			const answers = await Promise.all(workers.map((worker) => ask(worker, task)));
			for (const [rule, reason] of answers.flatMap(({ stopped }) => stopped)) onStopped(rule, reason);
			return answers.map(({ result }) => result);
		},
		stop: () => {
			for (const worker of workers) worker.terminate();
		}
	};
};
// src/scan.ts
/** Packs below this size take git less time than threads need to start (measured). */
const worthThreads = 2 << 20;
const scanHistory = async (repository, { plan, inspectContent, onStopped }) => {
	if (plan.jobs === 0) return scanEverything(repository, inspectContent, plan.signal);
	const threads = startThreads(plan.customRules, onStopped, plan.jobs);
	try {
		const minPackBytes = plan.jobs === void 0 ? worthThreads : 0;
		const packs = {
			scanTrees: threads.scanTrees,
			minPackBytes
		};
		return await scanEverything(repository, inspectContent, plan.signal, packs);
	} finally {
		threads.stop();
	}
};
const look = async (source, means) => {
	const { inspectContent } = means;
	const { signal } = means.plan;
	switch (source.kind) {
		case "history": return scanHistory(source.repository, means);
		case "revisions": return scanRevisions(source.repository, source.what, source.tip, inspectContent, signal);
		case "staged": return scanStaged(source.repository, inspectContent, signal);
		case "work-tree": return scanWorkTree(source.repository, inspectContent, signal);
		case "files": return scanFiles(source.paths, inspectContent, void 0, signal);
	}
};
const scopeOf = ({ sources }) => {
	if (sources.some(({ kind }) => kind === "revisions" || kind === "staged")) return "change";
	return sources.some(({ kind }) => kind === "history") ? "everything" : "part";
};
const givenUp = (id, reason) => ({
	what: `part of what the rule ${id} would have searched`,
	reason: `${reason}: make it narrower`
});
/** Runs a plan: sources, detection, findings, policy. */
const run = async (plan) => {
	const started = performance.now();
	const stopped = [];
	const onStopped = (id, reason) => stopped.push(givenUp(id, reason));
	const detector = await createDetector([...rules, ...plan.customRules], [kubeconfigParser], onStopped);
	const inspectContent = (content) => inspect(detector, content, plan.lineHashes === true);
	const early = scopeOf(plan) === "change" && plan.root === void 0 ? fingerprintKey(plan) : void 0;
	early?.catch(() => {});
	const parts = [];
	for (const source of plan.sources) parts.push(await look(source, {
		plan,
		inspectContent,
		onStopped
	}));
	const sightings = parts.flatMap((part) => part.sightings);
	const vault = createVault();
	const key = sightings.length === 0 ? void 0 : await (early ?? fingerprintKey(plan));
	const older = sightings.length === 0 ? void 0 : await secretsNotNew(plan.sources, inspectContent);
	const findings = toFindings(sightings, key?.key, vault, older);
	const coverage = mergeCoverage([...parts, {
		sightings: [],
		coverage: { missing: distinctMissing(stopped) }
	}], (performance.now() - started) / 1e3);
	const today = (/* @__PURE__ */ new Date()).toISOString().slice(0, 10);
	const judged = applyPolicy(findings, coverage, plan.policy, {
		scope: scopeOf(plan),
		today,
		key: key?.name
	});
	const fingerprints = key === void 0 ? {} : { fingerprintKey: key.name };
	const notes = [...judged.notes, ...notesOnOlder(findings)];
	return {
		report: {
			version: 1,
			...fingerprints,
			coverage,
			...judged,
			notes
		},
		vault
	};
};
// src/policy/configuration-keys.ts
/** Tools beside ours may read these files too, so no key is longer than a screen is wide. */
const sentence = {
	kind: "text",
	allowed: "a text of one line",
	pattern: /^[^\r\n\0]*\S[^\r\n\0]*$/,
	maxLength: 500
};
const check = {
	kind: "text",
	allowed: "the id of a check or its leading part, such as secrets/github",
	pattern: /^[a-z][a-z0-9-]*(?:\/[a-z0-9-]*)?$/,
	maxLength: 200
};
const ignore = {
	kind: "map",
	called: "an ignore",
	oneOf: [
		"fingerprint",
		"check",
		"path"
	],
	keys: {
		fingerprint: {
			shape: {
				kind: "text",
				allowed: "a fingerprint of 32 hexadecimal digits, as reports show it",
				pattern: /^[0-9a-f]{32}$/
			},
			meaning: "The one finding that this is about, wherever it lies."
		},
		check: {
			shape: check,
			meaning: "Findings of this check, or of all checks whose ids begin so."
		},
		path: {
			shape: {
				kind: "text",
				allowed: "a path or glob relative to the repository, such as test/** or *.pem",
				pattern: /^(?![!/])[^\r\n\0]+$/,
				maxLength: 1e3
			},
			meaning: "Findings below this path. A finding is ignored when every place where it lies is covered by such entries."
		},
		reason: {
			shape: sentence,
			meaning: "Why it is no problem. Shown in reports.",
			required: true
		},
		owner: {
			shape: sentence,
			meaning: "Who answers for it."
		},
		expires: {
			shape: { kind: "date" },
			meaning: "The last day on which it holds, in UTC. Later it is reported and ignores nothing."
		}
	}
};
const rule = {
	kind: "map",
	called: "a rule",
	keys: {
		id: {
			shape: {
				kind: "text",
				allowed: "lower-case letters, digits and dashes, beginning with a letter",
				pattern: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
				maxLength: 80
			},
			meaning: "Its check is `secrets/custom-ID`.",
			required: true
		},
		title: {
			shape: sentence,
			meaning: "What it finds, in a few words.",
			required: true
		},
		severity: {
			shape: {
				kind: "choice",
				choices: severities
			},
			meaning: "How urgent a finding is.",
			required: true
		},
		expression: {
			shape: {
				kind: "text",
				allowed: "a regular expression in the syntax of RE2",
				pattern: /^[^\0]+$/,
				maxLength: 2e3
			},
			meaning: "A regular expression in the syntax of RE2. The secret is the group named `secret`, else the whole match.",
			required: true
		},
		anchors: {
			shape: {
				kind: "list",
				minLength: 1,
				of: {
					kind: "text",
					allowed: "a text of 2 to 100 bytes",
					pattern: /^[^\0]{2,}$/,
					maxLength: 100
				}
			},
			meaning: "Texts of which every match contains at least one. Only needed where the expression does not tell them itself."
		},
		ignoreCase: {
			shape: { kind: "boolean" },
			meaning: "Whether case matters not (ASCII letters).",
			default: "false"
		},
		proof: {
			shape: {
				kind: "choice",
				choices: proofs
			},
			meaning: "How sure a match is.",
			default: "structural"
		},
		opens: {
			shape: sentence,
			meaning: "What somebody who holds the secret can do."
		},
		remediation: {
			shape: sentence,
			meaning: "What to do about a finding."
		}
	}
};
const listOf = (of) => ({
	kind: "list",
	of
});
/** Shapes of the options that may stand in the configuration too; their meaning and default are the option's. */
const optionShapes = {
	failOn: {
		kind: "choice",
		choices: severities
	},
	minProof: {
		kind: "choice",
		choices: proofs
	},
	only: listOf(check),
	baseline: {
		kind: "text",
		allowed: "the path of a file, relative to the repository",
		pattern: /^[^\r\n\0]+$/,
		maxLength: 1e3
	}
};
const optionKeys = options.flatMap((option) => {
	if (option.key === void 0) return [];
	const shape = optionShapes[option.key];
	if (shape === void 0) throw new RangeError(`the option ${option.name} has no shape in the configuration`);
	return [[option.key, {
		shape,
		meaning: option.meaning,
		...option.default === void 0 ? {} : { default: option.default }
	}]];
});
/** Every key of `.github/tidewaiter.yml`. */
const configurationShape = {
	kind: "map",
	called: "a configuration",
	keys: {
		...Object.fromEntries(optionKeys),
		ignores: {
			shape: listOf(ignore),
			meaning: "Findings that do not count, each with its reason."
		},
		selfExcuse: {
			shape: {
				kind: "choice",
				choices: ["allow", "deny"]
			},
			meaning: "Whether an inline ignore counts in the very change that adds the secret.",
			default: "allow"
		},
		rules: {
			shape: listOf(rule),
			meaning: "Your own rules, beside those that come with Tidewaiter."
		}
	}
};
// src/policy/byte-expression.ts
/** An expression that cannot be used, with the reason in words for its author. */
var ExpressionError = class extends Error {
	name = "ExpressionError";
};
const tokens = /\\Q[\s\S]*?(?:\\E|$)|\\x\{([0-9a-fA-F]+)\}|\\[\s\S]|\[\^?\]?(?:\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*\]|[^\0-\x7f]/gu;
const escapeBytes = (char) => [...Buffer.from(char)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
/**
* An expression over the bytes of UTF-8, which is what rules see: `é` becomes the two bytes that write it. In a
* character class that cannot be said, so it is refused. Throws an ExpressionError.
*/
const toByteExpression = (expression) => expression.replace(tokens, (token, codePoint) => {
	if (codePoint !== void 0 && Number.parseInt(codePoint, 16) > 255) throw new ExpressionError(`${token} is no byte: write the character itself, outside of [ ]`);
	if (/^[\0-\x7f]*$/.test(token)) return token;
	if (token.startsWith("[")) throw new ExpressionError("characters beyond ASCII cannot stand in [ ]: write (?:ä|ö)");
	if (token.startsWith("\\")) throw new ExpressionError("characters beyond ASCII cannot be escaped: write them plainly");
	return `(?:${escapeBytes(token)})`;
});
// src/policy/extent.ts
/** More alternatives than these are not worth an anchor each. */
const maxTexts = 32;
const maxText = 64;
const nothing = {
	exact: [""],
	required: void 0,
	longest: 0
};
const anyByte = {
	exact: void 0,
	required: void 0,
	longest: 1
};
const oneOf = (texts) => ({
	exact: texts.length <= maxTexts ? texts : void 0,
	required: void 0,
	longest: Math.max(0, ...texts.map((text) => text.length))
});
const shortest = (texts) => Math.min(...texts.map((text) => text.length));
/** The better set of anchors: a longer shortest text, then fewer texts. */
const better = (a, b) => {
	if (a === void 0 || a.length === 0) return b;
	if (b === void 0 || b.length === 0) return a;
	return shortest(b) > shortest(a) || shortest(b) === shortest(a) && b.length < a.length ? b : a;
};
const nonEmpty = (texts) => texts === void 0 || texts.length === 0 || shortest(texts) === 0 ? void 0 : texts;
/** The best anchors of a part. */
const anchorsOf = ({ exact, required }) => better(nonEmpty(exact), required);
const joined = (a, b) => {
	if (a.length * b.length > maxTexts) return void 0;
	const texts = a.flatMap((start) => b.map((end) => start + end));
	return texts.some((text) => text.length > maxText) ? void 0 : [...new Set(texts)];
};
/** Parts one after another: runs of exact parts join, and the best run is required. */
const sequence = (parts) => {
	let run = [""];
	let whole = true;
	let required;
	for (const part of parts) {
		const longer = part.exact === void 0 ? void 0 : joined(run, part.exact);
		if (longer !== void 0) {
			run = longer;
			continue;
		}
		required = better(better(required, nonEmpty(run)), part.required);
		whole = false;
		run = part.exact ?? [""];
	}
	const longest = parts.reduce((sum, part) => sum + part.longest, 0);
	return whole ? {
		exact: run,
		required: void 0,
		longest
	} : {
		exact: void 0,
		required: better(required, nonEmpty(run)),
		longest
	};
};
const alternatives = (parts) => {
	const exact = parts.every((part) => part.exact !== void 0) ? [...new Set(parts.flatMap((p) => p.exact))] : void 0;
	const each = parts.map(anchorsOf);
	const required = each.every((texts) => texts !== void 0) ? [...new Set(each.flatMap((texts) => texts))] : void 0;
	const few = (texts) => texts !== void 0 && texts.length <= maxTexts ? texts : void 0;
	return {
		exact: few(exact),
		required: few(required),
		longest: Math.max(...parts.map((part) => part.longest))
	};
};
const atMost = (part, most) => ({
	exact: most === 1 && part.exact !== void 0 ? [.../* @__PURE__ */ new Set(["", ...part.exact])] : most === 0 ? [""] : void 0,
	required: void 0,
	longest: part.longest === 0 || most === 0 ? 0 : part.longest * most
});
/** A part `least` to `most` times, as what must come and what may follow; `most` may be infinite. */
const repeated = (part, least, most) => {
	const written = Math.min(least, maxText);
	return [sequence(Array.from({ length: written }, () => part)), atMost(part, most - written)];
};
// src/policy/expression-extent.ts
/** What this reader does not know: nothing can be told then. */
var Unknown = class extends Error {
	name = "Unknown";
};
const take = (reader, pattern) => {
	const sticky = new RegExp(pattern.source, "ys");
	sticky.lastIndex = reader.at;
	const found = sticky.exec(reader.text);
	if (found !== null) reader.at += found[0].length;
	return found;
};
/** Under `(?i)` bytes beyond ASCII fold in ways that anchors do not. */
const char = ({ fold }, text) => {
	if (!fold) return oneOf([text]);
	return text > "" ? anyByte : oneOf([.../* @__PURE__ */ new Set([text.toLowerCase(), text.toUpperCase()])]);
};
const controls = {
	a: "\x07",
	f: "\f",
	t: "	",
	n: "\n",
	r: "\r",
	v: "\v"
};
const escaped = (reader) => {
	const code = take(reader, /\\x\{([0-9a-fA-F]+)\}/) ?? take(reader, /\\x([0-9a-fA-F]{2})/);
	if (code !== null) return char(reader, String.fromCodePoint(Number.parseInt(code[1], 16)));
	const octal = take(reader, /\\(0[0-7]{0,2}|[1-7][0-7]{2})/);
	if (octal !== null) return char(reader, String.fromCodePoint(Number.parseInt(octal[1], 8)));
	if (take(reader, /\\[bBAz]/) !== null) return nothing;
	if (take(reader, /\\(?:[pP](?:\{[^}]*\}|.)|[dDsSwWC])/) !== null) return anyByte;
	const quoted = take(reader, /\\Q(.*?)(?:\\E|$)/);
	if (quoted !== null) return sequence([...quoted[1]].map((c) => char(reader, c)));
	const plain = take(reader, /\\(.)/);
	if (plain === null) throw new Unknown("a lone backslash");
	const control = controls[plain[1]];
	if (control !== void 0) return oneOf([control]);
	if (/[0-9A-Za-z]/.test(plain[1])) throw new Unknown(plain[0]);
	return char(reader, plain[1]);
};
/** A class of a few plain characters is known; any other is one byte of some kind. */
const characterClass = (reader) => {
	const found = take(reader, /\[(\^?)(\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*)\]/);
	if (found === null) throw new Unknown("an open class");
	const [, negated, inside] = found;
	if (negated !== "" || !/^-?[0-9A-Za-z_.:=+/@]{1,8}-?$/.test(inside)) return anyByte;
	return alternatives([...inside].map((c) => char(reader, c)));
};
const group = (reader) => {
	const outer = reader.fold;
	const flags = take(reader, /\(\?([imsU]*)(?:-([imsU]+))?([:)])/);
	if (flags !== null) {
		if (flags[1].includes("i")) reader.fold = true;
		if (flags[2]?.includes("i") === true) reader.fold = false;
		if (flags[3] === ")") return nothing;
	} else if (take(reader, /\(\?P?<\w+>/) === null && take(reader, /\((?!\?)/) === null) throw new Unknown("a group");
	const inside = expression(reader);
	if (take(reader, /\)/) === null) throw new Unknown("an open group");
	reader.fold = outer;
	return inside;
};
const atom = (reader) => {
	switch (reader.text[reader.at]) {
		case "\\": return escaped(reader);
		case "[": return characterClass(reader);
		case "(": return group(reader);
		case ".":
			reader.at++;
			return anyByte;
		case "^":
		case "$":
			reader.at++;
			return nothing;
		default: return char(reader, take(reader, /./)[0]);
	}
};
const times = (reader) => {
	const sign = take(reader, /([*+?])\??/)?.[1];
	if (sign !== void 0) return [sign === "+" ? 1 : 0, sign === "?" ? 1 : Number.POSITIVE_INFINITY];
	const counted = take(reader, /\{(\d+)(,?)(\d*)\}\??/);
	if (counted === null) return void 0;
	const least = Number(counted[1]);
	if (counted[2] === "") return [least, least];
	return [least, counted[3] === "" ? Number.POSITIVE_INFINITY : Number(counted[3])];
};
const branch = (reader) => {
	const parts = [];
	while (reader.at < reader.text.length && !/[|)]/.test(reader.text[reader.at])) {
		const quoted = reader.text.startsWith("\\Q", reader.at);
		const part = atom(reader);
		const count = times(reader);
		if (count !== void 0 && quoted) throw new Unknown("\\Q...\\E, of which a repeat takes the last character");
		parts.push(...count === void 0 ? [part] : repeated(part, ...count));
		if (times(reader) !== void 0) throw new Unknown("a repeat of a repeat");
	}
	return sequence(parts);
};
const expression = (reader) => {
	const outer = reader.fold;
	const branches = [branch(reader)];
	while (take(reader, /\|/) !== null) branches.push(branch(reader));
	reader.fold = outer;
	return branches.length === 1 ? branches[0] : alternatives(branches);
};
/** What every match of an expression contains and how long it can be; undefined where that cannot be told. */
const extentOf = (text) => {
	const reader = {
		text,
		at: 0,
		fold: false
	};
	try {
		const extent = expression(reader);
		return reader.at === text.length ? extent : void 0;
	} catch (error) {
		if (error instanceof Unknown || error instanceof RangeError) return void 0;
		throw error;
	}
};
// src/policy/custom-rule.ts
/** Bytes on either side of an anchor in which an expression without a longest match is searched. */
const defaultReach = 4096;
/** A longest match beyond this is as good as none. */
const maxReach = 65536;
/** Instructions of RE2's program: each byte of content costs at most this many steps. */
const maxProgram = 2e3;
const minAnchor = 2;
const minEncodedAnchor = 4;
const refusals = [
	[/`\(\?<?[=!]/, "it has no look-around, since that cannot run in linear time"],
	[/`\(\?>/, "it has no atomic groups; it never backtracks, so they are not needed"],
	[/`\\[1-9]/, "it has no back-references, since these cannot run in linear time"],
	[/nested repetition/, "it has no possessive or double repeats"],
	[/invalid repeat count|too large/, "a counted repeat may reach 1000, those inside each other in all"]
];
const refusal = (message) => {
	const because = refusals.find(([when]) => when.test(message))?.[1];
	return `RE2 refuses it: ${message.replace(/^error parsing regexp: /, "")}${because === void 0 ? "" : `; ${because}`}`;
};
/** Compiles as detection will, to fail before the scan. */
const tryExpression = async (expression, ignoreCase) => {
	const { RE2JS } = await import("./build.js");
	let size;
	let matchesNothing;
	try {
		const pattern = RE2JS.compile(expression, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
		size = pattern.programSize();
		matchesNothing = pattern.matches("");
	} catch (cause) {
		throw new ExpressionError(refusal(cause.message), { cause });
	}
	if (size > maxProgram) throw new ExpressionError(`it is too large: ${size} steps, ${maxProgram} are allowed`);
	if (matchesNothing) throw new ExpressionError("it matches the empty text, so it would match everywhere");
};
const anchorBytes = (anchor) => Buffer.from(anchor).toString("latin1");
const windowOf = (extent, explicit) => {
	const longest = extent?.longest ?? Number.POSITIVE_INFINITY;
	const reach = longest <= maxReach ? longest + 1 : defaultReach;
	return {
		before: explicit ? Math.max(reach, 64) : reach,
		after: explicit ? Math.max(reach, 64) : reach
	};
};
const anchorsFor = ({ anchors }, extent) => {
	if (anchors !== void 0) return anchors.map(anchorBytes);
	const derived = extent === void 0 ? void 0 : anchorsOf(extent);
	if (derived === void 0 || derived.some((text) => text.length < minAnchor)) throw new ExpressionError("no text of 2 characters or more is in all its matches: name under `anchors` texts of which each match contains at least one");
	return derived;
};
const build = async (written) => {
	const expression = toByteExpression(written.expression);
	const ignoreCase = written.ignoreCase === true || /^\(\?[msU]*i[imsU]*\)/.test(expression);
	await tryExpression(expression, ignoreCase);
	const extent = extentOf(ignoreCase ? expression.replace(/^\(\?[imsU]+\)/, "") : expression);
	const anchors = anchorsFor(written, extent);
	return {
		id: `secrets/custom-${written.id}`,
		provider: "custom",
		title: written.title,
		severity: written.severity,
		opens: written.opens ?? "Found by a rule of this repository's configuration.",
		remediation: written.remediation ?? "Revoke it where it was issued and issue a new one; removing it from the file is not enough.",
		anchors,
		ignoreCase,
		expression,
		window: windowOf(extent, written.anchors !== void 0),
		proof: written.proof ?? "structural",
		encoded: !ignoreCase && anchors.every((text) => text.length >= minEncodedAnchor),
		run: 0,
		custom: true
	};
};
/** Turns a checked entry of `rules` into a rule. Rejects with a UsageError at the expression's place. */
const customRule = async (entry, fail) => {
	const written = entry.value;
	try {
		return await build(written);
	} catch (error) {
		if (!(error instanceof ExpressionError)) throw error;
		throw fail(entry.parts.get("expression").at, `the expression of rule ${written.id}: ${error.message}`, error);
	}
};
// src/policy/shape.ts
var import_dist = require_dist$2();
const isDate = (text) => {
	if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
	const date = /* @__PURE__ */ new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};
/** What a shape allows, in words for an error. */
const describe = (shape) => {
	switch (shape.kind) {
		case "text": return shape.allowed;
		case "choice": return `one of ${shape.choices.join(", ")}`;
		case "boolean": return "true or false";
		case "date": return "a date as YYYY-MM-DD";
		case "list": return `a list, each entry ${describe(shape.of)}`;
		case "map": return `${shape.called} with the keys ${Object.keys(shape.keys).join(", ")}`;
	}
};
// src/policy/read-shape.ts
const none = /* @__PURE__ */ new Map();
const offset = (node) => node?.range?.[0] ?? 0;
const shown = (node) => {
	if ((0, import_dist.isMap)(node)) return "a map";
	if ((0, import_dist.isSeq)(node)) return "a list";
	const text = (0, import_dist.isScalar)(node) ? node.source ?? String(node.value) : "nothing";
	return text === "" ? "nothing" : JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
};
/** What was written, also where YAML would read a number: `title: 2024` is a text. */
const textOf = (node) => {
	if (!(0, import_dist.isScalar)(node)) return void 0;
	if (typeof node.value === "string") return node.value;
	return typeof node.value === "number" || typeof node.value === "bigint" ? node.source : void 0;
};
const suggestion = (word, known) => {
	const meant = closest(word, known);
	return meant === void 0 ? "" : ` (did you mean ${meant}?)`;
};
const readText = (text, shape) => {
	if (shape.kind === "choice") return shape.choices.includes(text);
	if (shape.kind === "date") return isDate(text);
	if (shape.kind !== "text") return false;
	return text.length <= (shape.maxLength ?? Number.POSITIVE_INFINITY) && (shape.pattern?.test(text) ?? true);
};
const readScalar = (node, shape, where, fail) => {
	const value = shape.kind === "boolean" ? (0, import_dist.isScalar)(node) ? node.value : void 0 : textOf(node);
	if (shape.kind === "boolean" ? typeof value === "boolean" : typeof value === "string" && readText(value, shape)) return {
		value,
		at: offset(node),
		parts: none
	};
	const meant = shape.kind === "choice" && typeof value === "string" ? suggestion(value, shape.choices) : "";
	throw fail(offset(node), `${where} must be ${describe(shape)}, not ${shown(node)}${meant}`);
};
const readList = (node, shape, where, fail) => {
	if (!(0, import_dist.isSeq)(node)) throw fail(offset(node), `${where} must be ${describe(shape)}, not ${shown(node)}`);
	const entries = node.items.map((item, index) => readShape(item, shape.of, `${where}[${index}]`, fail));
	if (entries.length < (shape.minLength ?? 0)) throw fail(offset(node), `${where} must not be empty`);
	return {
		value: entries.map(({ value }) => value),
		at: offset(node),
		parts: new Map(entries.entries())
	};
};
const readKey = (node, shape, where, fail) => {
	const name = textOf(node);
	const known = Object.keys(shape.keys);
	if (name !== void 0 && known.includes(name)) return name;
	const hint = name === void 0 ? "" : suggestion(name, known);
	const place = where === "" ? "" : ` in ${where}`;
	throw fail(offset(node), `the key ${shown(node)} is unknown${place}${hint}: allowed are ${known.join(", ")}`);
};
const checkPresence = (parts, shape, at, where, fail) => {
	const missing = Object.keys(shape.keys).filter((name) => shape.keys[name].required === true && !parts.has(name));
	if (missing.length > 0) throw fail(at, `${where}: ${shape.called} needs ${missing.join(" and ")}`);
	if (shape.oneOf !== void 0 && !shape.oneOf.some((name) => parts.has(name))) throw fail(at, `${where}: ${shape.called} needs at least one of ${shape.oneOf.join(", ")}`);
};
const readMap = (node, shape, where, fail) => {
	if (!(0, import_dist.isMap)(node)) throw fail(offset(node), `${where || "the file"} must be ${describe(shape)}, not ${shown(node)}`);
	const parts = /* @__PURE__ */ new Map();
	for (const pair of node.items) {
		const name = readKey(pair.key, shape, where, fail);
		if (parts.has(name)) throw fail(offset(pair.key), `the key ${name} is there twice${where && ` in ${where}`}`);
		const inside = where === "" ? name : `${where}.${name}`;
		if (pair.value === null) throw fail(offset(pair.key), `${inside} has no value`);
		parts.set(name, readShape(pair.value, shape.keys[name].shape, inside, fail));
	}
	checkPresence(parts, shape, offset(node), where, fail);
	return {
		value: Object.fromEntries([...parts].map(([name, placed]) => [name, placed.value])),
		at: offset(node),
		parts
	};
};
/** Checks a YAML node against its shape. `where` is its path, such as `ignores[2].reason`. */
const readShape = (node, shape, where, fail) => {
	if (shape.kind === "map") return readMap(node, shape, where, fail);
	if (shape.kind === "list") return readList(node, shape, where, fail);
	return readScalar(node, shape, where, fail);
};
// src/policy/yaml-document.ts
/** Nobody writes a configuration of a mebibyte. */
const maxConfiguration = 1 << 20;
/** YAML nests by indentation or brackets: both are counted, before a parser that recurses sees them. */
const nestsTooDeep = (text) => {
	let depth = 0;
	for (const char of text) {
		if (char === "[" || char === "{") depth++;
		else if ((char === "]" || char === "}") && depth > 0) depth--;
		if (depth > 200) return true;
	}
	return /^(?: *[-?] ?){50}/m.test(text);
};
const parse = (text, file, lines) => {
	if (nestsTooDeep(text)) throw new UsageError(`${file}: it nests too deep`);
	try {
		return (0, import_dist.parseDocument)(text, {
			lineCounter: lines,
			prettyErrors: false,
			uniqueKeys: false,
			version: "1.2"
		});
	} catch (cause) {
		throw new UsageError(`${file}: it cannot be parsed as YAML`, { cause });
	}
};
const refuseTricks = (root, errorAt) => {
	(0, import_dist.visit)(root, (_key, node, path) => {
		if (path.length > 40) throw errorAt(offsetOf(node), "it nests too deep");
		if ((0, import_dist.isAlias)(node)) throw errorAt(offsetOf(node), "aliases are not allowed: write the value itself");
	});
};
const offsetOf = (node) => node.range?.[0] ?? 0;
/** Parses hostile YAML: no aliases, bounded size and depth. Duplicate keys are left to the reader, which is not quadratic. Throws a UsageError with line and column. */
const parseYaml = (text, file) => {
	if (text.length > 1048576) throw new UsageError(`${file}: it is larger than ${maxConfiguration} bytes, which no configuration is`);
	const lines = new import_dist.LineCounter();
	const document = parse(text, file, lines);
	const errorAt = (offset, problem, cause) => {
		const { line, col } = lines.linePos(offset);
		return new UsageError(`${file}:${line}:${col}: ${problem}`, { cause });
	};
	const [error] = document.errors;
	if (error !== void 0) throw errorAt(error.pos[0], error.message.split("\n", 1)[0].slice(0, 200), error);
	const { contents } = document;
	const root = contents === null || (0, import_dist.isScalar)(contents) && contents.source === "" ? void 0 : contents;
	if (root !== void 0) refuseTricks(root, errorAt);
	return {
		root,
		errorAt
	};
};
// src/policy/configuration.ts
const emptyConfiguration = {
	file: void 0,
	failOn: void 0,
	minProof: void 0,
	only: void 0,
	baseline: void 0,
	ignores: [],
	selfExcuse: void 0,
	rules: []
};
const entries = (root, key) => [...root.parts.get(key)?.parts.values() ?? []];
const readRules = async (root, fail) => {
	const rules = [];
	for (const entry of entries(root, "rules")) {
		const rule = await customRule(entry, fail);
		if (rules.some(({ id }) => id === rule.id)) throw fail(entry.parts.get("id").at, `two rules are called ${JSON.stringify(entry.parts.get("id").value)}`);
		rules.push(rule);
	}
	return rules;
};
/**
* Reads the text of a configuration file; `file` is how errors call it. Touches no disk, so that the text may come
* from a commit. Rejects with a UsageError: `FILE:LINE:COLUMN: problem`, with what is allowed.
*/
const loadConfiguration = async (text, file) => {
	const { root, errorAt } = parseYaml(text, file);
	if (root === void 0) return {
		...emptyConfiguration,
		file
	};
	const placed = readShape(root, configurationShape, "", errorAt);
	const given = placed.value;
	return {
		...emptyConfiguration,
		...given,
		file,
		rules: await readRules(placed, errorAt)
	};
};
// src/policy/find-configuration.ts
const configurationFiles = [".github/tidewaiter.yml", "tidewaiter.yml"];
/** Names that people write by habit and that would silently do nothing. */
const mistaken = [
	".github/tidewaiter.yaml",
	"tidewaiter.yaml",
	".tidewaiter.yml",
	".tidewaiter.yaml"
];
/**
* The configuration of a repository, from its folder or from a commit: `read` knows which. Rejects with a UsageError
* where two files would be one, or where a file has a name that is never read.
*/
const findConfiguration = async (read) => {
	const found = [];
	for (const file of configurationFiles) {
		const text = await read(file);
		if (text !== void 0) found.push({
			file,
			text
		});
	}
	if (found.length > 1) throw new UsageError(`both ${found.map(({ file }) => file).join(" and ")} are there: keep one of them`);
	for (const file of mistaken) if (await read(file) !== void 0) throw new UsageError(`${file} would not be read: rename it to ${configurationFiles[0]}`);
	return found[0];
};
// src/policy/settings.ts
const defaults = {
	failOn: "medium",
	minProof: "generic"
};
const areas = ["secrets/", "kubeconfig/"];
/** A misspelt area would look for nothing and pass. */
const checkOnly$1 = (only) => {
	const unknown = only.find((prefix) => !areas.some((area) => prefix.startsWith(area) || area.startsWith(prefix)));
	if (unknown !== void 0) throw new UsageError(`only: ${JSON.stringify(unknown)} is no check: ids begin with ${areas.join(" or ")}`);
	return only;
};
/** The first layer that says something wins: give flags first, then inputs, environment and configuration. */
const resolveSettings = (layers) => {
	const based = layers.find(({ baseline }) => baseline !== void 0);
	return {
		failOn: layers.find(({ failOn }) => failOn !== void 0)?.failOn ?? defaults.failOn,
		minProof: layers.find(({ minProof }) => minProof !== void 0)?.minProof ?? defaults.minProof,
		only: checkOnly$1(layers.find(({ only }) => only !== void 0 && only.length > 0)?.only ?? []),
		baseline: based === void 0 ? void 0 : {
			path: based.baseline,
			from: based.from
		}
	};
};
const configurationLayer = ({ failOn, minProof, only, baseline }) => ({
	from: "configuration",
	failOn,
	minProof,
	only,
	baseline
});
/** `TIDEWAITER_FAIL_ON`, `_MIN_PROOF`, `_ONLY` and `_BASELINE`. Throws a UsageError that names the wrong one. */
const environmentLayer = (environment) => {
	const read = (name) => environment[`TIDEWAITER_${name}`] || void 0;
	return {
		from: "environment",
		failOn: oneOf$1("TIDEWAITER_FAIL_ON", read("FAIL_ON"), severities),
		minProof: oneOf$1("TIDEWAITER_MIN_PROOF", read("MIN_PROOF"), proofs),
		only: splitList([read("ONLY") ?? ""]),
		baseline: read("BASELINE")
	};
};
const policyOf = ({ failOn, minProof, only }, { ignores, selfExcuse }, baseline, { includeIgnored, allowIncomplete }) => ({
	failOn,
	minProof,
	only,
	ignores,
	...baseline === void 0 ? {} : { baseline },
	includeIgnored,
	allowIncomplete,
	selfExcuse: selfExcuse ?? "allow"
});
// src/policy/judging.ts
const configurationOf = async (shelf, { config, from }) => {
	if (config !== void 0) return loadConfiguration(await shelf.named(config, "configuration", from), config);
	const found = await findConfiguration(shelf.inRepository);
	return found === void 0 ? emptyConfiguration : loadConfiguration(found.text, found.file);
};
/** A misspelt check would look for nothing and pass. */
const checkOnly = (only, customRules) => {
	const known = [...[...rules, ...customRules].map(({ id }) => id), ...kubeconfigChecks];
	const unknown = only.find((prefix) => !known.some((check) => check.startsWith(prefix)));
	if (unknown === void 0) return;
	const meant = closest(unknown, known);
	const hint = meant === void 0 ? "docs/rules.md lists them" : `did you mean ${meant}?`;
	throw new UsageError(`only: no check is called ${JSON.stringify(unknown)} or begins so (${hint})`);
};
/** The request wins over the environment, that over the configuration. Rejects with a UsageError. */
const judgingFrom = async (shelf, request, environment) => {
	const configuration = await configurationOf(shelf, request);
	const settings = resolveSettings([
		request,
		environmentLayer(environment),
		configurationLayer(configuration)
	]);
	checkOnly(settings.only, configuration.rules);
	const { baseline } = settings;
	const known = baseline === void 0 ? void 0 : readBaseline(await shelf.named(baseline.path, "baseline", baseline.from), baseline.path);
	return {
		policy: policyOf(settings, configuration, known, request),
		customRules: configuration.rules,
		files: [...request.config === void 0 ? configurationFiles : [request.config], ...baseline === void 0 ? [] : [baseline.path]]
	};
};
export { mergeCoverage as _, refTips as a, exitStatus as c, openRepository as d, GitError as f, createVault as g, runGit as h, maxBaseline as i, verdictOf as l, linesOf as m, maxConfiguration as n, isAbsent as o, bytesOf as p, run as r, counts as s, judgingFrom as t, OpenError as u, render as v };
