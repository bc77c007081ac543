import { t as UsageError } from "./usage-error.js";
import { n as NoWayError, r as proxyFor$1, t as openTunnel } from "./tunnel.js";
import { n as ImageError } from "./image-error.js";
import { r as maxDocument, t as descriptorOf } from "./document.js";
import { t as isJsonObject } from "./json-object.js";
import { BlockList, isIP } from "node:net";
import { Agent, request } from "node:http";
import { connect } from "node:tls";
import { createHash } from "node:crypto";
import { lookup } from "node:dns";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { spawn } from "node:child_process";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { homedir } from "node:os";
import { Agent as Agent$1, request as request$1 } from "node:https";
// src/image/reference.ts
const dockerHub = "docker.io";
const hubAliases = /* @__PURE__ */ new Set([
	dockerHub,
	"index.docker.io",
	"registry-1.docker.io",
	"registry.hub.docker.com"
]);
const longest = 4096;
/** Limits and grammar: github.com/distribution/reference, reference.go and regexp.go. */
const longestRepository = 255;
const hostPattern = /^(?:\[[0-9a-f:.]{2,45}\]|[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*)(?::[0-9]{1,5})?$/i;
const componentPattern = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const digestPattern = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const imageId = /^[0-9a-f]{64}$/;
const isDigest = (text) => digestPattern.test(text);
/** What is shown of a text that cannot be read: never what may be a password before an `@`. */
const shown = (text) => JSON.stringify(text.slice(text.lastIndexOf("@") + 1).slice(0, 200));
const wrong = (text, why) => new UsageError(`${shown(text)} is no image reference: ${why}. Write it like registry.example/team/app:1.2`);
/** An address may be written in many ways (`0x7f.1`, `[0::1]`): the one that a connection uses is kept. */
const normalHost = (host, text) => {
	if (!hostPattern.test(host)) throw wrong(text, "its registry is no host name or address with an optional port");
	try {
		return new URL(`https://${host}`).host;
	} catch {
		throw wrong(text, "its registry is no address or has no valid port");
	}
};
const namesHost = (component) => component.includes(".") || component.includes(":") || component.toLowerCase() === "localhost";
const splitRegistry = (name, text) => {
	const slash = name.indexOf("/");
	const first = name.slice(0, Math.max(0, slash));
	const registry = namesHost(first) ? normalHost(first, text) : dockerHub;
	const path = namesHost(first) ? name.slice(slash + 1) : name;
	if (!hubAliases.has(registry)) return {
		registry,
		repository: path
	};
	return {
		registry: dockerHub,
		repository: path.includes("/") ? path : `library/${path}`
	};
};
const splitDigest = (text) => {
	const at = text.indexOf("@");
	if (at === -1) return [text, void 0];
	const digest = text.slice(at + 1);
	if (isDigest(digest)) return [text.slice(0, at), digest];
	if (/^[a-z0-9+._-]+:[0-9a-z=_-]*$/i.test(digest) && !digest.includes("/")) throw wrong(text, "its digest is not sha256 with 64 or sha512 with 128 lower-case hexadecimal digits");
	throw wrong(text, "after @ stands a digest; credentials do not belong in it");
};
const splitTag = (text) => {
	const colon = text.lastIndexOf(":");
	if (colon <= text.lastIndexOf("/")) return [text, void 0];
	return [text.slice(0, colon), text.slice(colon + 1)];
};
const checkRepository = (repository, text) => {
	if (repository.length > longestRepository) throw wrong(text, `its repository is longer than ${longestRepository} characters`);
	if (repository.split("/").every((component) => componentPattern.test(component))) return;
	const upper = /[A-Z]/.test(repository);
	throw wrong(text, upper ? "a repository is in lower case" : "its repository has an empty or ill-formed part");
};
/** Reads a reference as Docker does; `latest` stands for neither tag nor digest. Throws a UsageError. */
const parseReference = (text) => {
	if (text.length > longest) throw wrong(text, `it is longer than ${longest} characters`);
	if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) throw wrong(text, "it begins with a scheme");
	const [named, digest] = splitDigest(text);
	const [name, tag] = splitTag(named);
	if (tag !== void 0 && !tagPattern.test(tag)) throw wrong(text, "its tag has characters that no tag has");
	if (imageId.test(name)) throw wrong(text, "it is the id of a local image, which no registry knows");
	const { registry, repository } = splitRegistry(name, text);
	checkRepository(repository, text);
	const shownTag = tag ?? (digest === void 0 ? "latest" : void 0);
	return {
		registry,
		repository,
		...shownTag !== void 0 && { tag: shownTag },
		...digest !== void 0 && { digest }
	};
};
// src/image/registry/address.ts
const blocks = (subnets) => {
	const list = new BlockList();
	for (const [address, prefix] of subnets) list.addSubnet(address, prefix, isIP(address) === 6 ? "ipv6" : "ipv4");
	return list;
};
/** IANA special-purpose registries (RFC 6890 and what followed). */
const loopback = blocks([["127.0.0.0", 8], ["::1", 128]]);
const link = blocks([
	["0.0.0.0", 8],
	["169.254.0.0", 16],
	["192.0.0.0", 24],
	["224.0.0.0", 3],
	["100.100.100.200", 32],
	["168.63.129.16", 32],
	["::", 128],
	["fe80::", 10],
	["ff00::", 8],
	["fd00:ec2::", 32]
]);
const privateUse = blocks([
	["10.0.0.0", 8],
	["172.16.0.0", 12],
	["192.168.0.0", 16],
	["100.64.0.0", 10],
	["198.18.0.0", 15],
	["fc00::", 7],
	["fec0::", 10],
	["64:ff9b:1::", 48]
]);
const groupsOf = (address) => {
	const [head = "", tail] = new URL(`http://[${address.replace(/%.*$/, "")}]/`).hostname.slice(1, -1).split("::");
	const read = (text) => text === "" ? [] : text.split(":").map((group) => Number.parseInt(group, 16));
	if (tail === void 0) return read(head);
	const [before, after] = [read(head), read(tail)];
	return [
		...before,
		...new Array(8 - before.length - after.length).fill(0),
		...after
	];
};
/** The IPv4 address that an IPv6 one carries: mapped, compatible, NAT64 (RFC 6052) and 6to4 (RFC 3056). */
const carried = (address) => {
	const groups = groupsOf(address);
	const dotted = (high, low) => [
		high >> 8,
		high & 255,
		low >> 8,
		low & 255
	].join(".");
	const leading = groups.slice(0, 6).map((group) => group.toString(16)).join(":");
	if ([
		"0:0:0:0:0:ffff",
		"0:0:0:0:ffff:0",
		"0:0:0:0:0:0",
		"64:ff9b:0:0:0:0"
	].includes(leading) && groups[6] + groups[7] > 1) return dotted(groups[6], groups[7]);
	return groups[0] === 8194 ? dotted(groups[1], groups[2]) : void 0;
};
const vicinityOf = (address) => {
	const version = isIP(address);
	if (version === 6) {
		const inner = carried(address);
		if (inner !== void 0) return vicinityOf(inner);
	}
	const family = version === 6 ? "ipv6" : "ipv4";
	if (loopback.check(address, family)) return "loopback";
	if (link.check(address, family)) return "link";
	return privateUse.check(address, family) ? "private" : "public";
};
/** Of a host name as a URL holds it, where that can be told without asking anybody. */
const vicinityOfHost = (hostname) => {
	const bare = hostname.replace(/^\[|\]$/g, "");
	if (isIP(bare) !== 0) return vicinityOf(bare);
	return /(?:^|\.)localhost\.?$/.test(hostname) ? "loopback" : void 0;
};
/** What a server at each place may send us to: its own neighbourhood and the open network. */
const reachable = {
	public: ["public"],
	private: ["public", "private"],
	loopback: [
		"public",
		"private",
		"loopback"
	],
	link: ["public", "link"]
};
/** Whether a server may send us to an address: an open one must not make us speak to what only we can reach (SSRF). */
const maySendTo = (from, to) => reachable[from].includes(to);
// src/image/registry/connections.ts
/** Sockets to one host at a time; further requests wait. */
const maxSockets = 8;
const forbiddenAddress = "EADDRESS";
const guardedLookup = (guard) => (hostname, options, callback) => {
	const wanted = {
		...options,
		all: true
	};
	lookup(hostname, wanted, (error, found) => {
		if (error !== null) return callback(error, []);
		const allowed = found.filter(({ address }) => guard(vicinityOf(address)));
		if (allowed.length > 0) return options.all === true ? callback(null, allowed) : callback(null, allowed[0].address, allowed[0].family);
		callback(Object.assign(/* @__PURE__ */ new Error("forbidden address"), { code: forbiddenAddress }), []);
	});
};
/** Speaks TLS with the registry through the proxy. */
const connectThrough = async (proxy, options) => {
	const { host, port, path: _, ...security } = options;
	return connect({
		...security,
		socket: await openTunnel(proxy, String(host), Number(port))
	});
};
const tunnelling = (proxy) => {
	const agent = new Agent$1({
		keepAlive: true,
		maxSockets
	});
	agent.createConnection = (options, callback) => {
		const connected = callback;
		connectThrough(proxy, options).then((socket) => connected(null, socket), (error) => connected(error, void 0));
	};
	return agent;
};
const openConnections = (guard) => {
	const direct = {
		"http:": new Agent({
			keepAlive: true,
			maxSockets
		}),
		"https:": new Agent$1({
			keepAlive: true,
			maxSockets
		})
	};
	const tunnels = /* @__PURE__ */ new Map();
	const agentFor = (url, proxy) => {
		const protocol = url.protocol;
		if (proxy === void 0) return direct[protocol];
		if (protocol === "http:") return direct[proxy.secure ? "https:" : "http:"];
		const key = JSON.stringify(proxy);
		const known = tunnels.get(key) ?? tunnelling(proxy);
		tunnels.set(key, known);
		return known;
	};
	const close = () => {
		for (const agent of [...Object.values(direct), ...tunnels.values()]) agent.destroy();
	};
	return {
		agentFor,
		lookup: guardedLookup(guard),
		close
	};
};
// src/image/registry/registry-error.ts
/**
* A registry that could not be read, or must not be. The message names the request without its query and never holds a
* credential, a header or words of the other side.
*/
var RegistryError = class extends ImageError {
	fault;
	constructor(fault, message) {
		super(message);
		this.fault = fault;
	}
};
/** Error codes of the distribution specification, "Error Codes": others are not repeated, they could hold anything. */
const knownCodes = /* @__PURE__ */ new Set([
	"BLOB_UNKNOWN",
	"BLOB_UPLOAD_INVALID",
	"BLOB_UPLOAD_UNKNOWN",
	"DENIED",
	"DIGEST_INVALID",
	"MANIFEST_BLOB_UNKNOWN",
	"MANIFEST_INVALID",
	"MANIFEST_UNKNOWN",
	"NAME_INVALID",
	"NAME_UNKNOWN",
	"SIZE_INVALID",
	"TOOMANYREQUESTS",
	"UNAUTHORIZED",
	"UNAVAILABLE",
	"UNKNOWN",
	"UNSUPPORTED"
]);
/** The code in an error answer's body, when it is one of the specification's. */
const errorCode = (body) => {
	try {
		const code = JSON.parse(body.toString()).errors[0].code;
		return typeof code === "string" && knownCodes.has(code) ? code : void 0;
	} catch {
		return;
	}
};
// src/image/registry/exchange.ts
/** Room for signed addresses and large tokens; Node's own limit is 16 KiB. */
const maxHeaderSize = 65536;
/** What the address is called in messages: never its query or user part, which may be credentials. */
const nameOf = (url) => `${url.protocol}//${url.host}${url.pathname}`.slice(0, 300);
const certificateFaults = /^(?:DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|CERT_|ERR_TLS_CERT_)/;
const reasonOf = (code, silence) => {
	if (code === "EADDRESS") return ["refused", "it leads to a private or local address, where no public server and no name in a repository's file may lead"];
	if (code === "ESILENT") return ["silent", `nothing came for ${Math.round(silence / 1e3)} s`];
	if (code === "ENOTFOUND") return ["nowhere", "there is no such host"];
	if (code === "EPROXYAUTH") return ["denied", "the proxy wants a user and password: put them into https_proxy"];
	if (code === "EPROXY") return ["unreachable", "the proxy does not let it through"];
	if (code.startsWith("HPE_")) return ["unreachable", `the answer is no HTTP (${code})`];
	if (certificateFaults.test(code)) return ["refused", `its certificate is not trusted (${code}): name its authority in NODE_EXTRA_CA_CERTS`];
	return ["unreachable", code];
};
/** The failure of a connection in our own words; the system's text could repeat what was sent. */
const connectionError = (url, error, silence, signal) => {
	if (error instanceof RegistryError) return error;
	if (signal?.aborted === true) return new RegistryError("interrupted", "interrupted");
	const { code = "ECONNRESET" } = error;
	const [fault, reason] = reasonOf(/^[A-Z0-9_]{1,60}$/.test(code) ? code : "ECONNRESET", silence);
	return new RegistryError(fault, `cannot read ${nameOf(url)}: ${reason}`);
};
const open = ({ method, url, headers, body }, { connections, proxy, signal }) => {
	const plainProxy = proxy !== void 0 && url.protocol === "http:" ? proxy : void 0;
	const isSecure = plainProxy?.secure ?? url.protocol === "https:";
	const options = {
		method,
		protocol: isSecure ? "https:" : "http:",
		hostname: plainProxy?.host ?? url.hostname.replace(/^\[|\]$/g, ""),
		port: plainProxy?.port ?? url.port,
		path: plainProxy === void 0 ? `${url.pathname}${url.search}` : `${url.origin}${url.pathname}${url.search}`,
		headers: {
			...headers,
			host: url.host,
			...plainProxy?.authorization && { "proxy-authorization": plainProxy.authorization },
			...body !== void 0 && { "content-length": String(Buffer.byteLength(body)) }
		},
		agent: connections.agentFor(url, proxy),
		...proxy === void 0 && { lookup: connections.lookup },
		maxHeaderSize,
		...signal !== void 0 && { signal }
	};
	return isSecure ? request$1(options) : request(options);
};
const checkLiteral = (url, guard) => {
	const vicinity = vicinityOfHost(url.hostname);
	if (vicinity !== void 0 && !guard(vicinity)) throw Object.assign(/* @__PURE__ */ new Error("forbidden"), { code: forbiddenAddress });
};
/** Whether a kept-alive connection was closed by the other side just as we took it: only then nothing was lost by asking again. */
const wasStale = (request, error) => request.reusedSocket && (error.code === "ECONNRESET" || error.code === "EPIPE");
const attempt = (request, route) => new Promise((resolve, reject) => {
	checkLiteral(request.url, route.guard);
	const outgoing = open(request, route);
	const silent = Object.assign(/* @__PURE__ */ new Error("silent"), { code: "ESILENT" });
	const timer = setTimeout(() => outgoing.destroy(silent), route.silence);
	outgoing.on("response", (message) => {
		clearTimeout(timer);
		resolve(message);
	}).on("error", (error) => {
		clearTimeout(timer);
		if (wasStale(outgoing, error)) attempt(request, route).then(resolve, reject);
		else reject(error);
	}).end(request.body);
});
/** One request and the head of its answer; nothing is followed or tried again. Throws a RegistryError. */
const exchange = async (request, route) => {
	try {
		const message = await attempt(request, route);
		const { remoteAddress } = message.socket;
		return {
			status: message.statusCode ?? 0,
			headers: message.headers,
			message,
			vicinity: route.proxy === void 0 && remoteAddress !== void 0 ? vicinityOf(remoteAddress) : void 0
		};
	} catch (error) {
		throw connectionError(request.url, error, route.silence, route.signal);
	}
};
// src/image/registry/body.ts
const usualPatience = {
	silence: 3e4,
	attempts: 5,
	pause: 500,
	longestPause: 9e4
};
/** Slower than this, though never silent, is given up too: so many bytes within so many silences of waiting. */
const slowest = {
	bytes: 262144,
	silences: 2
};
/** Ends in a RegistryError when the other side stays silent, dribbles or cuts the stream. Time that the reader takes does not count. */
async function* bytesOf(url, answer, patience, signal) {
	const { message } = answer;
	const pieces = message[Symbol.asyncIterator]();
	const silent = Object.assign(/* @__PURE__ */ new Error("silent"), { code: "ESILENT" });
	let waited = 0;
	let received = 0;
	try {
		for (;;) {
			const began = performance.now();
			const timer = setTimeout(() => message.destroy(silent), patience.silence);
			const { done, value } = await pieces.next().finally(() => clearTimeout(timer));
			if (done === true) return;
			waited += performance.now() - began;
			received += value.length;
			if (waited > patience.silence * slowest.silences) {
				if (received < slowest.bytes) throw new RegistryError("silent", `cannot read ${nameOf(url)}: fewer than ${slowest.bytes} bytes in ${Math.round(waited / 1e3)} s`);
				[waited, received] = [0, 0];
			}
			yield value;
		}
	} catch (error) {
		throw connectionError(url, error, patience.silence, signal);
	} finally {
		message.destroy();
	}
}
/** A body as a whole; more than `limit` bytes are an error, announced or not. */
const wholeBody = async (url, answer, limit, patience, signal) => {
	const tooLong = new RegistryError("refused", `${nameOf(url)} is longer than ${limit} bytes, which no honest document of its kind is`);
	if (Number(answer.headers["content-length"] ?? 0) > limit) {
		answer.message.destroy();
		throw tooLong;
	}
	const pieces = [];
	let length = 0;
	for await (const piece of bytesOf(url, answer, patience, signal)) {
		length += piece.length;
		if (length > limit) throw tooLong;
		pieces.push(piece);
	}
	return Buffer.concat(pieces);
};
/** So much of an unwanted body is read, which keeps its connection; a longer one is cut. */
const worthReading = 65536;
const discard = (message) => {
	const timer = setTimeout(() => message.destroy(), 2e3);
	timer.unref();
	let length = 0;
	message.on("data", (piece) => {
		length += piece.length;
		if (length > worthReading) message.destroy();
	}).on("error", () => void 0).on("close", () => clearTimeout(timer));
};
// src/image/registry/documents.ts
const maxErrorBody = 65536;
const indexType = "application/vnd.oci.image.index.v1+json";
const manifestTypes = [
	indexType,
	"application/vnd.oci.image.manifest.v1+json",
	"application/vnd.docker.distribution.manifest.list.v2+json",
	"application/vnd.docker.distribution.manifest.v2+json",
	"application/vnd.oci.artifact.manifest.v1+json"
];
const acceptManifests = {
	accept: [...manifestTypes, "*/*;q=0.1"].join(", "),
	"accept-encoding": "identity"
};
/** A path below the repository may hold a digest only when it is one: others come from hostile manifests. */
const checkedDigest = (digest) => {
	if (typeof digest === "string" && isDigest(digest)) return digest;
	throw new RegistryError("refused", `a manifest names a digest that is neither sha256 nor sha512: ${JSON.stringify(String(digest).slice(0, 80))}`);
};
/** Of a bad answer's body only what fits: some come with a long page. */
const errorBody = (followed, patience, signal) => wholeBody(followed.url, followed.answer, maxErrorBody, patience, signal).catch((error) => {
	if (error.fault === "refused") return Buffer.alloc(0);
	throw error;
});
/** Reads the body of a good answer, and of a bad one what tells why; a challenge is left to who answers it. */
const takeWhole = (patience, signal) => async (followed) => {
	const { answer, url } = followed;
	if (answer.status === 401 || answer.status === 403) return {
		...followed,
		body: Buffer.alloc(0)
	};
	if (answer.status !== 200) return {
		...followed,
		body: await errorBody(followed, patience, signal)
	};
	const encoding = answer.headers["content-encoding"];
	if (encoding !== void 0 && encoding !== "identity") {
		answer.message.destroy();
		throw new RegistryError("refused", `${nameOf(url)} comes compressed, which was not asked for`);
	}
	return {
		...followed,
		body: await wholeBody(url, answer, maxDocument, patience, signal)
	};
};
/** The error for an answer that is not the wanted one. */
const unwanted = ({ answer, url }, body) => {
	const code = body === void 0 ? void 0 : errorCode(body);
	const said = code === void 0 ? "" : ` (${code})`;
	if (answer.status === 404) return new RegistryError("absent", `${nameOf(url)} does not exist${said}`);
	return new RegistryError("refused", `${nameOf(url)} answers ${answer.status}${said}`);
};
const digestOf = (body, like) => {
	const algorithm = like.startsWith("sha512:") ? "sha512" : "sha256";
	return `${algorithm}:${createHash(algorithm).update(body).digest("hex")}`;
};
const checkDigest = (body, digest, url, whose) => {
	const found = digestOf(body, digest);
	if (found !== digest) throw new RegistryError("refused", `${nameOf(url)} has digest ${found}, not ${digest} as ${whose}`);
};
const shapeOf = (body, url) => {
	try {
		const json = JSON.parse(body.toString());
		if (typeof json === "object" && json !== null) return json;
	} catch {}
	throw new RegistryError("refused", `${nameOf(url)} is no manifest: its content is not JSON`);
};
/** By content: a registry may answer with any `Content-Type`. */
const mediaTypeOf = (body, url) => {
	const { schemaVersion, mediaType, manifests, fsLayers } = shapeOf(body, url);
	if (schemaVersion === 1 || fsLayers !== void 0) throw new RegistryError("refused", `${nameOf(url)} is a manifest of schema 1, which is not supported: push the image again with a current tool`);
	if (typeof mediaType === "string") return mediaType;
	return Array.isArray(manifests) ? indexType : manifestTypes[1];
};
/** What a tag or digest stands for. */
const readManifest = (fetched, asked) => {
	const { answer, body, url } = fetched;
	if (answer.status !== 200) throw unwanted(fetched, body);
	if (isDigest(asked)) checkDigest(body, asked, url, "asked for");
	const said = answer.headers["docker-content-digest"];
	if (typeof said === "string" && isDigest(said)) checkDigest(body, said, url, "its header says");
	const digest = isDigest(asked) ? asked : digestOf(body, "sha256:");
	return {
		descriptor: {
			mediaType: mediaTypeOf(body, url),
			digest,
			size: body.length
		},
		body
	};
};
const isManifestType = (mediaType) => /manifest|image\.index/.test(mediaType);
/** A manifest or a config; which of the two its media type says may be a lie, so the other is tried too. */
const readDocument = async (client, { mediaType, digest }, take) => {
	const kinds = isManifestType(String(mediaType)) ? ["manifests", "blobs"] : ["blobs", "manifests"];
	const ask = (kind) => client.get({
		path: `${kind}/${checkedDigest(digest)}`,
		headers: acceptManifests
	}, take);
	const first = await ask(kinds[0]);
	const fetched = first.answer.status === 404 ? await ask(kinds[1]) : first;
	if (fetched.answer.status !== 200) throw unwanted(first, first.body);
	checkDigest(fetched.body, digest, fetched.url, "asked for");
	return fetched.body;
};
// src/image/registry/retry.ts
const tooMany = 429;
/** Answers that another try may change (RFC 9110, section 15.6; RFC 6585, section 4). */
const passing = /* @__PURE__ */ new Set([
	408,
	tooMany,
	500,
	502,
	503,
	504
]);
/** Milliseconds, from seconds or from a date (RFC 9110, section 10.2.3). */
const retryAfter = (text) => {
	if (text === void 0) return void 0;
	if (/^\d{1,9}$/.test(text.trim())) return Number(text) * 1e3;
	const date = Date.parse(text);
	return Number.isNaN(date) ? void 0 : Math.max(0, date - Date.now());
};
const givenUp = ({ answer, url }, wait) => {
	const host = nameOf(url);
	if (answer.status !== tooMany) return new RegistryError("unreachable", `${host} answers ${answer.status}, again and again`);
	return new RegistryError("unreachable", `${host} answers 429, too many requests${wait === void 0 ? "" : `; it asks to wait ${Math.ceil(wait / 1e3)} s`}: log in with \`docker login\`, or name a mirror`);
};
const backoff = (attempt, { pause }) => pause * 2 ** (attempt - 1) * (.75 + Math.random() / 2);
/** Waits; ends in an error of ours when the run is interrupted. */
const waitFor = async (milliseconds, signal) => {
	try {
		await setTimeout$1(milliseconds, void 0, signal === void 0 ? {} : { signal });
	} catch {
		throw new RegistryError("interrupted", "interrupted");
	}
};
/** A silent server is asked once more, not five times over. */
const attemptsFor = (error, { attempts }) => {
	if (error.fault === "silent") return Math.min(2, attempts);
	return error.fault === "unreachable" ? attempts : 1;
};
/** How long to wait before the next try. Throws when there is none. */
const pauseAfter = (result, attempt, patience) => {
	if (result instanceof RegistryError) {
		if (attempt >= attemptsFor(result, patience)) throw result;
		return backoff(attempt, patience);
	}
	discard(result.answer.message);
	const wanted = retryAfter(result.answer.headers["retry-after"]);
	if (attempt >= patience.attempts || (wanted ?? 0) > patience.longestPause) throw givenUp(result, wanted);
	return wanted ?? backoff(attempt, patience);
};
const failure = (error) => {
	if (error instanceof RegistryError) return error;
	throw error;
};
/** Asks again after failures that may pass, at most `attempts` times, as late as the other side wants. */
const persistently = async (ask, patience, signal) => {
	for (let attempt = 1;; attempt++) {
		const result = await ask().catch(failure);
		if (!(result instanceof RegistryError) && !passing.has(result.answer.status)) return result;
		await waitFor(pauseAfter(result, attempt, patience), signal);
	}
};
// src/image/registry/blobs.ts
/** So often a stream is taken up again without having come further by `progress` bytes, and so often in all. */
const maxResumptions = {
	fruitless: 2,
	all: 20
};
const progress = 1 << 20;
const refuse$1 = (url, why) => {
	throw new RegistryError("refused", `${nameOf(url)} ${why}`);
};
const checkLength = ({ answer, url }, length) => {
	const announced = answer.headers["content-length"];
	if (announced !== void 0 && Number(announced) !== length) {
		answer.message.destroy();
		refuse$1(url, `announces ${announced.slice(0, 20)} bytes where its manifest leaves ${length}`);
	}
};
const checkRange = ({ answer, url }, offset) => {
	const [, start] = /^bytes (\d+)-/.exec(answer.headers["content-range"] ?? "") ?? [];
	if (start === String(offset)) return;
	answer.message.destroy();
	refuse$1(url, `resumes at another place than byte ${offset}`);
};
/** The rest of a blob. Undefined when the server would begin anew. */
const openAt = async ({ digest, size }, offset, { get }) => {
	const headers = {
		...offset === 0 ? {} : { range: `bytes=${offset}-` },
		accept: "*/*",
		"accept-encoding": "identity"
	};
	const wanted = offset === 0 ? 200 : 206;
	const followed = await get({
		path: `blobs/${checkedDigest(digest)}`,
		headers
	}, (found) => {
		if (found.answer.status === 404) throw unwanted(found);
		return Promise.resolve(found);
	});
	const { status, message } = followed.answer;
	if (status !== wanted) discard(message);
	if (offset > 0 && status === 200) return void 0;
	if (status !== wanted) throw unwanted(followed);
	if (offset > 0) checkRange(followed, offset);
	checkLength(followed, size - offset);
	return followed;
};
const cutShort = ({ digest, size }, offset) => new RegistryError("unreachable", `${digest} ends after ${offset} of ${size} bytes`);
const isPassing = (error) => error instanceof RegistryError && (error.fault === "unreachable" || error.fault === "silent");
/** What one answer gives; moves the position and returns the fault that ended it early, if it may pass. */
async function* stretch({ size }, { answer, url }, position, { patience, signal }) {
	try {
		for await (const piece of bytesOf(url, answer, patience, signal)) {
			position.offset += piece.length;
			if (position.offset > size) refuse$1(url, `is longer than the ${size} bytes that its manifest names`);
			yield piece;
		}
		return void 0;
	} catch (error) {
		if (isPassing(error)) return error;
		throw error;
	}
}
const checkSize = ({ digest, size }) => {
	if (!Number.isSafeInteger(size) || size < 0) throw new RegistryError("refused", `a manifest gives ${checkedDigest(digest)} no valid size`);
};
/** A blob's bytes, exactly as many as its descriptor says. A stream that is cut goes on where it stopped, if the server can do so. */
async function* readBlob(descriptor, reading) {
	checkSize(descriptor);
	const position = { offset: 0 };
	let fruitless = 0;
	let fault = cutShort(descriptor, 0);
	for (let resumptions = 0; resumptions <= maxResumptions.all; resumptions++) {
		const began = position.offset;
		const followed = await openAt(descriptor, began, reading);
		if (followed === void 0) throw new RegistryError(fault.fault, `${fault.message}, and the server cannot resume`);
		const ended = yield* stretch(descriptor, followed, position, reading);
		if (position.offset === descriptor.size) return;
		fault = ended ?? cutShort(descriptor, position.offset);
		fruitless = position.offset - began >= progress ? 0 : fruitless + 1;
		if (fruitless > maxResumptions.fruitless) throw fault;
		await waitFor(reading.patience.pause, reading.signal);
	}
	throw fault;
}
// src/image/registry/challenge.ts
const maxChallenge = 8192;
const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}";
const schemeStart = new RegExp(`[,\\s]*(${token})(?:[ \\t]+|$|(?=,))`, "y");
const parameter = new RegExp(`[,\\s]*(${token})[ \\t]*=[ \\t]*(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s,"]*))`, "y");
const parametersAt = (header, start) => {
	const found = /* @__PURE__ */ new Map();
	parameter.lastIndex = start;
	let end = start;
	for (let match = parameter.exec(header); match !== null; match = parameter.exec(header)) {
		const name = match[1].toLowerCase();
		if (!found.has(name)) found.set(name, match[2]?.replace(/\\(.)/g, "$1") ?? match[3]);
		end = parameter.lastIndex;
	}
	return [Object.fromEntries(found), end];
};
/** All challenges of a header, in order, as far as it can be understood. */
const parseChallenges = (header) => {
	const text = (header ?? "").slice(0, maxChallenge);
	const challenges = [];
	let position = 0;
	for (;;) {
		schemeStart.lastIndex = position;
		const scheme = schemeStart.exec(text)?.[1];
		if (scheme === void 0) return challenges;
		const [parameters, end] = parametersAt(text, schemeStart.lastIndex);
		challenges.push({
			scheme: scheme.toLowerCase(),
			parameters
		});
		position = end;
	}
};
// src/image/registry/login.ts
const basic = (user, password) => `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
// src/image/registry/proxy.ts
const portOf = (url) => Number(url.port || (url.protocol === "https:" ? 443 : 80));
/** The proxy that the environment names for an address; this machine itself is always reached directly. */
const proxyFor = (url, environment) => {
	if (vicinityOfHost(url.hostname) === "loopback") return void 0;
	try {
		return proxyFor$1(environment, {
			secure: url.protocol === "https:",
			host: url.hostname,
			port: portOf(url)
		});
	} catch (error) {
		throw error instanceof NoWayError ? new RegistryError("refused", error.message) : error;
	}
};
// src/image/registry/redirects.ts
const maxRedirects = 5;
const redirecting = /* @__PURE__ */ new Set([
	301,
	302,
	303,
	307,
	308
]);
/** Lets through what a server at the place that `vicinity` gives may send us to. */
const sentGuard = (vicinity) => (to) => maySendTo(vicinity(), to);
const targetOf = (from, location) => {
	const refuse = (why) => {
		throw new RegistryError("refused", `${nameOf(from)} redirects ${why}: refused`);
	};
	if (location === void 0) return refuse("to nowhere");
	const target = URL.canParse(location, from.href) ? new URL(location, from) : refuse("to what is no address");
	if (target.username !== "" || target.password !== "") return refuse("to an address with a password in it");
	if (target.protocol === "http:" && from.protocol === "https:") return refuse(`from https to http (${target.host})`);
	if (!["http:", "https:"].includes(target.protocol)) return refuse("to neither http nor https");
	return target;
};
const without = (headers, name) => Object.fromEntries(Object.entries(headers).filter(([key]) => key.toLowerCase() !== name));
const routeTo = (url, home, routes) => ({
	...url.origin === home ? routes.named : routes.sent,
	proxy: proxyFor(url, routes.environment),
	silence: routes.silence,
	signal: routes.signal
});
/**
* Follows redirects of a GET. The `Authorization` header stays with the origin that it is for, and is not taken up again.
* With `stay` a redirect that leaves the origin is the answer.
*/
const follow = async (request, home, routes, stay = false) => {
	let { url, headers } = request;
	for (let redirects = 0; redirects <= maxRedirects; redirects++) {
		const answer = await exchange({
			...request,
			url,
			headers
		}, routeTo(url, home, routes));
		if (url.origin === home && answer.vicinity !== void 0) routes.met(answer.vicinity);
		if (request.method !== "GET" || !redirecting.has(answer.status)) return {
			answer,
			url
		};
		const target = targetOf(url, answer.headers.location);
		if (stay && target.origin !== url.origin) return {
			answer,
			url
		};
		discard(answer.message);
		if (target.origin !== url.origin) headers = without(headers, "authorization");
		url = target;
	}
	throw new RegistryError("refused", `${nameOf(request.url)} redirects more than ${maxRedirects} times: given up`);
};
// src/image/registry/authorization.ts
const maxTokenAnswer = 1 << 20;
/** What goes into a header as it is. */
const headerSafe = /^[\x21-\x7e]+$/;
const refuse = (home, why) => {
	throw new RegistryError("refused", `${home.host} asks for a token ${why}: refused`);
};
const realmOf = (challenge, home) => {
	const text = challenge.parameters["realm"] ?? "";
	const realm = URL.canParse(text) ? new URL(text) : refuse(home, "at what is no address");
	if (realm.username !== "" || realm.password !== "") refuse(home, "at an address with a password in it");
	if (realm.protocol === "http:" && home.protocol === "https:") refuse(home, `over http (${realm.host})`);
	if (!["http:", "https:"].includes(realm.protocol)) refuse(home, "over neither http nor https");
	realm.hash = "";
	return realm;
};
const tokenRequest = (realm, challenge, scope, login) => {
	const { service } = challenge.parameters;
	if (login?.kind === "identity") {
		const form = new URLSearchParams({
			grant_type: "refresh_token",
			client_id: "tidewaiter",
			scope
		});
		if (service !== void 0) form.set("service", service);
		form.set("refresh_token", login.token);
		return {
			method: "POST",
			url: realm,
			headers: {
				accept: "application/json",
				"content-type": "application/x-www-form-urlencoded"
			},
			body: form.toString()
		};
	}
	const url = new URL(realm);
	if (service !== void 0) url.searchParams.set("service", service);
	for (const one of scope.split(" ").filter(Boolean)) url.searchParams.append("scope", one);
	return {
		method: "GET",
		url,
		headers: {
			accept: "application/json",
			...login?.kind === "password" ? { authorization: basic(login.user, login.password) } : {}
		}
	};
};
const tokenIn = (body, url) => {
	const read = () => {
		try {
			const answer = JSON.parse(body.toString());
			return answer.token || answer.access_token;
		} catch {
			return;
		}
	};
	const token = read();
	if (typeof token === "string" && headerSafe.test(token)) return token;
	throw new RegistryError("refused", `${nameOf(url)} answers without a token`);
};
const fetchToken = async (challenge, login, asking) => {
	const { home, routes, patience } = asking;
	const scope = challenge.parameters["scope"] || asking.scope;
	const request = tokenRequest(realmOf(challenge, home), challenge, scope, login);
	const ask = async () => {
		const followed = await follow(request, home.origin, routes);
		return {
			...followed,
			body: await wholeBody(followed.url, followed.answer, maxTokenAnswer, patience, routes.signal)
		};
	};
	const { answer, url, body } = await persistently(ask, patience, routes.signal);
	if (answer.status === 200) return tokenIn(body, url);
	throw new RegistryError(answer.status >= 400 && answer.status < 500 ? "denied" : "unreachable", `${nameOf(url)} gives no token: it answers ${answer.status}`);
};
/** Value of the `Authorization` header that answers a challenge; undefined when the login cannot answer any. */
const authorize = async (header, login, asking) => {
	const challenges = parseChallenges(header);
	const bearer = challenges.find(({ scheme }) => scheme === "bearer");
	if (bearer !== void 0 && login?.kind === "bearer") return `Bearer ${login.token}`;
	if (bearer !== void 0) return `Bearer ${await fetchToken(bearer, login, asking)}`;
	return challenges.some(({ scheme }) => scheme === "basic") && login?.kind === "password" ? basic(login.user, login.password) : void 0;
};
// src/image/registry/access.ts
const noCandidate = -1;
const createAccess = (candidates, asking) => {
	let pass = {
		authorization: void 0,
		candidate: noCandidate
	};
	let proven = noCandidate;
	let known = [];
	let lastChallenge;
	let renewal;
	const tried = async (candidate) => {
		try {
			return await authorize(lastChallenge, known[candidate].login, asking());
		} catch (error) {
			if (error instanceof RegistryError && error.fault === "denied") return void 0;
			throw error;
		}
	};
	const obtain = async () => {
		known = await candidates();
		const [first, last] = proven === noCandidate ? [pass.candidate + 1, known.length - 1] : [proven, proven];
		for (let candidate = first; candidate <= last; candidate++) {
			const authorization = await tried(candidate);
			pass = {
				authorization,
				candidate
			};
			if (authorization !== void 0) return true;
		}
		return false;
	};
	return {
		pass: () => pass,
		accepted: ({ candidate }) => {
			proven = Math.max(proven, candidate);
		},
		story: () => known.map(({ login, origin }) => login === void 0 ? origin : `with the login from ${origin}`).join("; then "),
		renew: async (refused, { status, challenge }) => {
			if (refused !== pass) return true;
			if (proven !== noCandidate && (status === 403 || challenge === void 0)) return false;
			lastChallenge = challenge ?? lastChallenge;
			renewal ??= obtain().finally(() => {
				renewal = void 0;
			});
			return renewal;
		}
	};
};
// src/image/registry/credential-files.ts
const maxFile = 1 << 20;
const record = (value) => isJsonObject(value) ? value : {};
const text = (value) => typeof value === "string" ? value : "";
const decodeAuth = (encoded) => {
	const decoded = Buffer.from(encoded, "base64").toString().replace(/\0+$/, "");
	const colon = decoded.indexOf(":");
	return colon === -1 ? ["", ""] : [decoded.slice(0, colon), decoded.slice(colon + 1)];
};
const loginOf = (entry) => {
	const [registryToken, identityToken] = [text(entry["registrytoken"]), text(entry["identitytoken"])];
	if (registryToken !== "") return {
		kind: "bearer",
		token: registryToken
	};
	if (identityToken !== "") return {
		kind: "identity",
		token: identityToken
	};
	const [user, password] = text(entry["auth"]) === "" ? [text(entry["username"]), text(entry["password"])] : decodeAuth(text(entry["auth"]));
	return user === "" && password === "" ? void 0 : {
		kind: "password",
		user,
		password
	};
};
const pick = (entries, read) => Object.fromEntries(Object.entries(entries).flatMap(([server, value]) => {
	const picked = read(value);
	return picked === void 0 ? [] : [[server, picked]];
}));
const parse = (path, content) => {
	const json = record(JSON.parse(content));
	const credsStore = text(json["credsStore"]);
	return {
		path,
		auths: pick(record(json["auths"] ?? (path.endsWith(".dockercfg") ? json : {})), (entry) => loginOf(record(entry))),
		credHelpers: pick(record(json["credHelpers"]), (name) => text(name) || void 0),
		...credsStore !== "" && { credsStore }
	};
};
const places = (environment) => {
	const home = environment["HOME"] ?? environment["USERPROFILE"] ?? homedir();
	const runtime = environment["XDG_RUNTIME_DIR"];
	return [
		environment["REGISTRY_AUTH_FILE"],
		join(environment["DOCKER_CONFIG"] || join(home, ".docker"), "config.json"),
		runtime && join(runtime, "containers", "auth.json"),
		join(environment["XDG_CONFIG_HOME"] || join(home, ".config"), "containers", "auth.json"),
		join(home, ".dockercfg")
	].filter((path) => path !== void 0 && path !== "");
};
const read = (path) => {
	const found = statSync(path, { throwIfNoEntry: false });
	if (found === void 0) return void 0;
	if (!found.isFile() || found.size > maxFile) throw new Error("not a file of 1 MiB at most");
	return parse(path, readFileSync(path, "utf8"));
};
/** All that there are, the most decisive first: what the environment names, Docker's, podman's. */
const readCredentialFiles = (environment) => {
	const files = [];
	const unread = [];
	const attempt = (path, open) => {
		try {
			const file = open();
			if (file !== void 0) files.push(file);
		} catch {
			unread.push(`${path} is no readable credential file`);
		}
	};
	const inline = environment["DOCKER_AUTH_CONFIG"];
	if (inline) attempt("DOCKER_AUTH_CONFIG", () => parse("DOCKER_AUTH_CONFIG", inline));
	for (const path of places(environment)) attempt(path, () => read(path));
	return {
		files,
		unread
	};
};
// src/image/registry/credential-helper.ts
/** Helpers for clouds ask the network; those for desktops may wait for a click that nobody makes. */
const helperPatience = 3e4;
const maxOutput = 65536;
/** Only a name: never a path, so that a configuration cannot point at a program beside it. */
const namePattern = /^[A-Za-z0-9][\w.-]{0,63}$/;
/** The user name of an identity token (docker-credential-helpers, README). */
const identityUser = "<token>";
const run = (program, input, environment) => new Promise((resolve) => {
	const child = spawn(program, ["get"], {
		env: environment,
		stdio: [
			"pipe",
			"pipe",
			"ignore"
		],
		windowsHide: true
	});
	const pieces = [];
	let length = 0;
	const end = (status) => {
		clearTimeout(timer);
		if (status === "slow" || status === "long") child.kill("SIGKILL");
		child.stdout.destroy();
		resolve({
			status,
			output: Buffer.concat(pieces).toString()
		});
	};
	const timer = setTimeout(end, helperPatience, "slow");
	child.stdout.on("data", (piece) => {
		length += piece.length;
		if (length > maxOutput) return end("long");
		pieces.push(piece);
	});
	child.on("error", () => end("missing"));
	child.on("close", (status) => end(status ?? 1));
	child.stdin.on("error", () => void 0);
	child.stdin.end(input);
});
const readLogin = (output) => {
	const answer = JSON.parse(output);
	if (typeof answer.Username !== "string" || typeof answer.Secret !== "string") throw new Error("no login");
	if (answer.Secret === "") return void 0;
	if (answer.Username === identityUser) return {
		kind: "identity",
		token: answer.Secret
	};
	return {
		kind: "password",
		user: answer.Username,
		password: answer.Secret
	};
};
const failures = {
	missing: "is not installed",
	slow: `gave nothing within ${helperPatience / 1e3} s`,
	long: `wrote more than ${maxOutput} bytes`
};
/** Asks `docker-credential-NAME get` for the login of a server. */
const askHelper = async (name, server, environment) => {
	if (!namePattern.test(name)) return { failed: "a credential helper has an ill-formed name" };
	const program = `docker-credential-${name}`;
	const { status, output } = await run(program, `${server}\n`, environment);
	if (/credentials not found in native keychain/i.test(output)) return { login: void 0 };
	if (status !== 0) return { failed: `${program} ${failures[status] ?? `failed with status ${status}`}` };
	try {
		return { login: readLogin(output) };
	} catch {
		return { failed: `${program} wrote no login` };
	}
};
// src/image/registry/credentials.ts
const hub = {
	names: /* @__PURE__ */ new Set([
		"docker.io",
		"index.docker.io",
		"registry-1.docker.io"
	]),
	server: "https://index.docker.io/v1/"
};
/** `https://host/v1/`, `host` and podman's `host/team` as the path that they stand for. */
const normalKey = (key) => {
	const bare = key.replace(/^https?:\/\//, "");
	const path = bare.replace(/\/(?:v[12]\/?)?$/, "");
	const [host = "", ...rest] = (bare === key ? path : path.replace(/\/.*$/, "")).split("/");
	return [hub.names.has(host.toLowerCase()) ? "docker.io" : host.toLowerCase().replace(/:443$/, ""), ...rest].join("/");
};
/** The registry, and podman's namespaces above a repository, the longest first. */
const scopesOf = (registry, repository) => {
	const parts = [hub.names.has(registry) ? "docker.io" : registry, ...repository.split("/")];
	return parts.map((_, i) => parts.slice(0, parts.length - i).join("/"));
};
const entryFor = (entries, scopes) => {
	const byKey = /* @__PURE__ */ new Map();
	for (const [key, value] of Object.entries(entries)) if (!byKey.has(normalKey(key))) byKey.set(normalKey(key), value);
	return scopes.map((scope) => byKey.get(scope)).find((value) => value !== void 0);
};
/** A helper of its own decides, then the store, then what is written down (docker/cli, cli/config/configfile). */
const searchFile = async ({ file, registry, scopes, environment }) => {
	const helper = entryFor(file.credHelpers, scopes) ?? file.credsStore;
	const server = hub.names.has(registry) ? hub.server : registry;
	const helped = helper === void 0 ? { login: void 0 } : await askHelper(helper, server, environment);
	if ("login" in helped && helped.login !== void 0) return helped;
	const login = entryFor(file.auths, scopes);
	return login === void 0 ? helped : { login };
};
const fromFiles = async (registry, repository, environment) => {
	const { files, unread } = readCredentialFiles(environment);
	const failed = [...unread];
	const scopes = scopesOf(registry, repository);
	for (const file of files) {
		const found = await searchFile({
			file,
			registry,
			scopes,
			environment
		});
		if ("failed" in found) failed.push(`${found.failed} (named in ${file.path})`);
		else if (found.login !== void 0) return {
			candidate: {
				login: found.login,
				origin: file.path
			},
			failed
		};
	}
	return {
		candidate: void 0,
		failed
	};
};
/**
* Ways to come in, to be tried in turn. What the user wrote down for a registry is used alone; a workflow's token is only tried,
* since it may lack the permission that a public image does not need.
*/
const candidatesFor = async (registry, repository, environment, workflowToken) => {
	const { candidate, failed } = await fromFiles(registry, repository, environment);
	if (candidate !== void 0) return [candidate];
	const anybody = {
		login: void 0,
		origin: ["no login for it was found", ...failed].join("; ")
	};
	const token = environment["GITHUB_TOKEN"] || workflowToken;
	if (registry !== "ghcr.io" || !token) return [anybody];
	return [{
		login: {
			kind: "password",
			user: environment["GITHUB_ACTOR"] || "token",
			password: token
		},
		origin: "GITHUB_TOKEN"
	}, anybody];
};
// src/image/registry/client.ts
/** A server that speaks http does not answer a greeting of TLS; one that waits for more is not waited for. */
const probeSilence = 5e3;
const maxRefusals = 4;
const headerOf = (headers, name) => {
	const value = headers[name];
	return Array.isArray(value) ? value.join(", ") : value;
};
const probe = async (host, routes) => {
	const url = new URL(`https://${host}/v2/`);
	const route = {
		...routes,
		...routes.named,
		silence: probeSilence,
		proxy: proxyFor(url, routes.environment)
	};
	try {
		discard((await exchange({
			method: "GET",
			url,
			headers: {}
		}, route)).message);
		return url.origin;
	} catch (error) {
		const { fault } = error;
		if (fault === "unreachable" || fault === "silent") return `http://${url.host}`;
		throw error;
	}
};
const originOf = async ({ host, scheme }, routes) => {
	if (scheme === "either") return probe(host, routes);
	return new URL(`${scheme}://${host}`).origin;
};
const routesOf = ({ host }, { environment, patience, signal, mayBeLocal }) => {
	let vicinity = vicinityOfHost(new URL(`https://${host}`).hostname) ?? "public";
	const guarded = sentGuard(() => vicinity);
	const named = (to) => mayBeLocal || to === "public";
	return {
		named: {
			connections: openConnections(named),
			guard: named
		},
		sent: {
			connections: openConnections(guarded),
			guard: guarded
		},
		met: (found) => {
			vicinity = found;
		},
		environment,
		silence: patience.silence,
		signal
	};
};
const openClient = (endpoint, registry, repository, surroundings) => {
	const { environment, workflowToken, patience, signal } = surroundings;
	const there = `${endpoint.prefix}${repository}`;
	const routes = routesOf(endpoint, surroundings);
	let home = "";
	let origin;
	const loginHost = endpoint.mirror ? endpoint.host : registry;
	const access = createAccess(() => candidatesFor(loginHost, there, environment, workflowToken), () => ({
		home: new URL(home),
		scope: `repository:${there}:pull`,
		routes,
		patience
	}));
	const urlOf = (path) => {
		const url = new URL(path.startsWith("/") ? path : `/v2/${there}/${path}`, home);
		if (endpoint.mirror) url.searchParams.set("ns", registry);
		return url;
	};
	const fetch = (ask, authorization) => {
		const headers = {
			...ask.headers,
			...authorization !== void 0 && { authorization },
			"user-agent": "tidewaiter"
		};
		return follow({
			method: "GET",
			url: urlOf(ask.path),
			headers
		}, home, routes, ask.stay);
	};
	const denied = (url, status) => new RegistryError("denied", `${nameOf(url)} is absent or not for us (${status}): ${access.story()}`);
	const get = async (ask, take) => {
		origin ??= originOf(endpoint, routes);
		home = await origin;
		for (let refusals = 0;; refusals++) {
			const pass = access.pass();
			const got = await persistently(async () => take(await fetch(ask, pass.authorization)), patience, signal);
			const { status, headers, message } = got.answer;
			if (status !== 401 && status !== 403) {
				access.accepted(pass);
				return got;
			}
			discard(message);
			const refusal = {
				status,
				challenge: headerOf(headers, "www-authenticate")
			};
			if (!(got.url.origin === home) || refusals === maxRefusals || !await access.renew(pass, refusal)) throw denied(got.url, status);
		}
	};
	const close = () => {
		routes.named.connections.close();
		routes.sent.connections.close();
	};
	return {
		host: endpoint.host,
		get,
		close
	};
};
// src/image/registry/endpoints.ts
/** Where Docker Hub's registry really is. */
const hubHost = "registry-1.docker.io";
const entries = (text) => (text ?? "").split(/[\s,]+/).filter(Boolean);
const mirrorsIn = (text) => {
	const found = /* @__PURE__ */ new Map();
	for (const entry of entries(text)) {
		const [, registry, mirror] = /^([^=]+)=(.+)$/.exec(entry) ?? [];
		if (registry === void 0 || mirror === void 0) throw new UsageError("TIDEWAITER_REGISTRY_MIRRORS is not of the form registry=mirror,registry=mirror");
		found.set(registry, [...found.get(registry) ?? [], mirror]);
	}
	return Object.fromEntries(found);
};
/** What the environment says of hosts: `TIDEWAITER_REGISTRY_MIRRORS`, `TIDEWAITER_INSECURE_REGISTRIES`, `TIDEWAITER_PRIVATE_REGISTRIES`. */
const hostsIn = (environment) => ({
	mirrors: mirrorsIn(environment["TIDEWAITER_REGISTRY_MIRRORS"]),
	insecure: entries(environment["TIDEWAITER_INSECURE_REGISTRIES"]),
	near: entries(environment["TIDEWAITER_PRIVATE_REGISTRIES"])
});
const schemeOf = (host, insecure) => {
	return vicinityOfHost(new URL(`https://${host}`).hostname) === "loopback" || insecure.some((named) => named.toLowerCase() === host) ? "either" : "https";
};
const mirrorEndpoint = (text, insecure) => {
	const [, scheme, rest = ""] = /^(?:(https?):\/\/)?(.*)$/.exec(text) ?? [];
	const address = `https://${rest}`;
	if (!URL.canParse(address) || rest.includes("@")) throw new UsageError("a registry mirror is no address: write it like https://mirror.example/prefix");
	const { host, pathname } = new URL(scheme === "http" ? `http://${rest}` : address);
	const prefix = pathname.replace(/^\/(?:v2(?:\/|$))?/, "").replace(/\/+$/, "");
	return {
		host,
		scheme: scheme ?? schemeOf(host, insecure),
		prefix: prefix === "" ? "" : `${prefix}/`,
		mirror: true
	};
};
/** Who is asked for a registry's images, in turn: its mirrors, then itself. */
const endpointsFor = (registry, { mirrors = {}, insecure = [] }) => {
	const own = registry === "docker.io" ? hubHost : registry;
	return [...(mirrors[registry] ?? []).map((text) => mirrorEndpoint(text, insecure)), {
		host: own,
		scheme: schemeOf(own, insecure),
		prefix: "",
		mirror: false
	}];
};
// src/image/registry/referrers.ts
const maxPages = 100;
const maxReferrers = 1e4;
const maxLink = 8192;
/**
* Answers of registries that do not know the API: the specification's 404, and what is seen in its place. GHCR sends to a page of
* its web site (artifacthub/hub#4785), Artifactory says 406 (go-containerregistry#1962), Quay 400 (quay#3071).
*/
const unknownApi = /* @__PURE__ */ new Set([
	301,
	302,
	303,
	307,
	308,
	400,
	404,
	405,
	406,
	415,
	501
]);
const manifestsIn = (body) => {
	try {
		const { manifests } = JSON.parse(body.toString());
		return Array.isArray(manifests) ? manifests : void 0;
	} catch {
		return;
	}
};
const entriesOf = (body, url) => {
	try {
		return manifestsIn(body).map(descriptorOf);
	} catch {
		throw new RegistryError("refused", `${nameOf(url)} is no index of referrers`);
	}
};
/** The path of the next page (RFC 8288); pages stay where the first one is. */
const nextPath = ({ answer, url }) => {
	const link = String(answer.headers["link"] ?? "").slice(0, maxLink);
	const [, target] = /<([^<>]{1,4096})>\s*;[^,]*\brel="?next"?/.exec(link) ?? [];
	if (target === void 0) return void 0;
	const next = URL.canParse(target, url.href) ? new URL(target, url) : void 0;
	if (next?.origin !== url.origin || next.pathname !== url.pathname) throw new RegistryError("refused", `${nameOf(url)} continues somewhere else: refused`);
	return `${next.pathname}${next.search}`;
};
const pageOf = (fetched) => ({
	entries: entriesOf(fetched.body, fetched.url),
	next: nextPath(fetched)
});
/** Undefined when the registry does not know the API; some answer with a page of HTML. */
const firstPage = (fetched) => {
	const { status } = fetched.answer;
	if (unknownApi.has(status)) return void 0;
	if (status !== 200) throw unwanted(fetched, fetched.body);
	return manifestsIn(fetched.body) === void 0 ? void 0 : pageOf(fetched);
};
const byTag = async (client, digest, take) => {
	const tag = digest.replace(":", "-");
	const fetched = await client.get({
		path: `manifests/${tag}`,
		headers: acceptManifests
	}, take);
	if (fetched.answer.status === 404) return [];
	const { descriptor, body } = readManifest(fetched, tag);
	return descriptor.digest === digest ? [] : entriesOf(body, fetched.url);
};
/** Undefined when it is denied to who may read images, as Harbor did before it knew the API (harbor#18305). */
const askApi = async (ask) => {
	try {
		return firstPage(await ask());
	} catch (error) {
		if (error instanceof RegistryError && error.fault === "denied") return void 0;
		throw error;
	}
};
/** What refers to a digest: by the API, else by the tag schema (distribution specification, "Listing Referrers"). */
const readReferrers = async (client, digest, take) => {
	const ask = (path) => client.get({
		path,
		headers: acceptManifests,
		stay: true
	}, take);
	const first = await askApi(() => ask(`referrers/${checkedDigest(digest)}`));
	if (first === void 0) return byTag(client, digest, take);
	const found = [...first.entries];
	let { next } = first;
	for (let pages = 1; next !== void 0; pages++) {
		const fetched = await ask(next);
		if (fetched.answer.status !== 200) throw unwanted(fetched, fetched.body);
		const page = pageOf(fetched);
		found.push(...page.entries);
		if (pages >= maxPages || found.length > maxReferrers) throw new RegistryError("refused", `${digest} has more than ${maxReferrers} referrers or ${maxPages} pages of them`);
		next = page.next;
	}
	return found;
};
// src/image/registry/registry.ts
/** A mirror that cannot be reached is not waited for again. */
const down = /* @__PURE__ */ new Set([
	"unreachable",
	"silent",
	"nowhere"
]);
const mirrorAttempts = 2;
/** Asks mirrors in turn until one has it, then the registry, whose word is the last. */
const askInTurn = (clients) => {
	const left = new Set(clients.slice(0, -1));
	return async (ask) => {
		for (const client of left) try {
			return await ask(client);
		} catch (error) {
			if (!(error instanceof RegistryError) || error.fault === "interrupted") throw error;
			if (down.has(error.fault)) left.delete(client);
		}
		return ask(clients.at(-1));
	};
};
const hostsOf = ({ mirrors = {}, insecure = [], near = [], environment }) => {
	const named = hostsIn(environment);
	return {
		mirrors: {
			...named.mirrors,
			...mirrors
		},
		insecure: [...named.insecure, ...insecure],
		near: [...named.near, ...near]
	};
};
/** An image in a registry; nothing is asked before something is wanted. Throws a UsageError for what is no reference. */
const openRegistry = (text, options) => {
	const reference = parseReference(text);
	const { registry, repository } = reference;
	const { environment, patience = usualPatience, signal, mayBeLocal = true } = options;
	const hosts = hostsOf(options);
	const isNamed = [...hosts.near, ...hosts.insecure].some((host) => host.toLowerCase() === registry);
	const surroundings = (mirror) => ({
		environment,
		workflowToken: options.workflowToken,
		patience: mirror ? {
			...patience,
			attempts: Math.min(mirrorAttempts, patience.attempts)
		} : patience,
		signal,
		mayBeLocal: mirror || mayBeLocal || isNamed
	});
	const clients = endpointsFor(registry, hosts).map((endpoint) => openClient(endpoint, registry, repository, surroundings(endpoint.mirror)));
	const first = askInTurn(clients);
	const take = takeWhole(patience, signal);
	const manifest = (asked) => first(async (client) => readManifest(await client.get({
		path: `manifests/${asked}`,
		headers: acceptManifests
	}, take), asked));
	let stored = 0;
	async function* counted(blob) {
		for await (const chunk of blob) {
			stored += chunk.length;
			yield chunk;
		}
	}
	let root;
	const rootOf = () => root ??= manifest(reference.digest ?? reference.tag);
	const tagged = async (tag) => {
		try {
			return (await manifest(tag)).descriptor;
		} catch (error) {
			if (error instanceof RegistryError && error.fault === "absent") return void 0;
			throw error;
		}
	};
	return {
		name: text,
		reference,
		root: async () => (await rootOf()).descriptor,
		document: async (descriptor) => {
			const known = await root?.catch(() => void 0);
			if (known?.descriptor.digest === descriptor.digest) return known.body;
			return first((client) => readDocument(client, descriptor, take));
		},
		blob: (descriptor) => counted(readBlob(descriptor, {
			patience,
			signal,
			get: (ask, found) => first((client) => client.get(ask, found))
		})),
		stored: () => stored,
		referrers: (digest) => first(async (client) => {
			const found = await readReferrers(client, digest, take);
			if (found.length === 0 && client !== clients.at(-1)) throw new RegistryError("absent", "no referrers here");
			return found;
		}),
		tagged,
		close: async () => {
			for (const client of clients) client.close();
		}
	};
};
export { openRegistry };
