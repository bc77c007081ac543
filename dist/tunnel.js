import { BlockList, isIP } from "node:net";
import { request } from "node:http";
import { request as request$1 } from "node:https";
// src/network/proxy.ts
/** There is no way to a host. The message is fit for reports: it holds neither a request nor a proxy's password. */
var NoWayError = class extends Error {
	name = "NoWayError";
	/** `EPROXYAUTH` where the proxy wants a login, `EPROXY` where it refuses, or what the system says; undefined for a wrong setting. */
	code;
	constructor(message, code) {
		super(message);
		this.code = code;
	}
};
/** In the order in which they are asked. Lower case wins, as in curl. */
const names = {
	secure: [
		"https_proxy",
		"HTTPS_PROXY",
		"all_proxy",
		"ALL_PROXY"
	],
	plain: [
		"http_proxy",
		"HTTP_PROXY",
		"all_proxy",
		"ALL_PROXY"
	]
};
const bare = (host) => host.replace(/^\[|\]$/g, "").toLowerCase();
const familyOf = (address) => isIP(address) === 6 ? "ipv6" : "ipv4";
/** Of a range such as `10.0.0.0/8`. */
const isInRange = (host, range) => {
	const [address = "", prefix = ""] = range.split("/");
	if (isIP(host) === 0 || isIP(address) !== isIP(host) || !/^\d{1,3}$/.test(prefix)) return false;
	if (Number(prefix) > (isIP(address) === 6 ? 128 : 32)) return false;
	const list = new BlockList();
	list.addSubnet(address, Number(prefix), familyOf(address));
	return list.check(host, familyOf(host));
};
/** One entry of `no_proxy`, as curl and Go read it: `*`, a domain and what is below it, an address, a range, each with a port. */
const covers = (entry, host, port) => {
	if (entry === "*") return true;
	if (entry.includes("/")) return isInRange(host, bare(entry));
	const [, name = "", only] = /^\[?(.*?)\]?(?::(\d+))?$/.exec(isIP(entry) === 6 ? `[${entry}]` : entry) ?? [];
	if (only !== void 0 && Number(only) !== port) return false;
	const domain = name.replace(/^\*?\./, "").toLowerCase();
	return domain !== "" && (host === domain || isIP(host) === 0 && host.endsWith(`.${domain}`));
};
const isExempt = (environment, host, port) => (environment["no_proxy"] || environment["NO_PROXY"] || "").split(/[\s,]+/).some((entry) => entry !== "" && covers(entry, host, port));
const decoded = (text) => {
	try {
		return decodeURIComponent(text);
	} catch {
		return;
	}
};
/** The address of a proxy with its user and password; undefined where the text is none. */
const read = (text) => {
	const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
	if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === "") return void 0;
	const login = decoded(`${url.username}:${url.password}`);
	return login === void 0 ? void 0 : {
		url,
		login
	};
};
/** The proxy that the environment names for a destination; undefined where the connection is direct. Throws a NoWayError. */
const proxyFor = (environment, { secure, host, port }) => {
	const name = names[secure ? "secure" : "plain"].find((known) => environment[known]);
	if (name === void 0 || isExempt(environment, bare(host), port)) return void 0;
	const known = read(environment[name]);
	if (known === void 0) throw new NoWayError(`${name} is not the http or https address of a proxy`);
	const { url, login } = known;
	const isSecure = url.protocol === "https:";
	return {
		secure: isSecure,
		host: bare(url.hostname),
		port: url.port === "" ? isSecure ? 443 : 80 : Number(url.port),
		authorization: login === ":" ? void 0 : `Basic ${Buffer.from(login).toString("base64")}`
	};
};
// src/network/tunnel.ts
const patience = 3e4;
const refused = (status) => new NoWayError(`the proxy answered ${status}`, status === 407 ? "EPROXYAUTH" : "EPROXY");
/** A way through a proxy: CONNECT (RFC 9110, section 9.3.6). Rejects with a NoWayError, or with what the signal says. */
const openTunnel = (proxy, host, port, signal) => new Promise((resolve, reject) => {
	const target = `${host.includes(":") && !host.startsWith("[") ? `[${host}]` : host}:${port}`;
	const login = proxy.authorization === void 0 ? {} : { "proxy-authorization": proxy.authorization };
	const request$2 = (proxy.secure ? request$1 : request)({
		host: proxy.host,
		port: proxy.port,
		method: "CONNECT",
		path: target,
		headers: {
			host: target,
			...login
		},
		agent: false,
		timeout: patience,
		...signal === void 0 ? {} : { signal }
	});
	request$2.once("connect", ({ statusCode }, socket) => {
		socket.setTimeout(0);
		if (statusCode === 200) return resolve(socket);
		socket.destroy();
		return reject(refused(statusCode));
	});
	request$2.once("response", (response) => {
		response.destroy();
		reject(refused(response.statusCode));
	});
	request$2.once("timeout", () => request$2.destroy(Object.assign(/* @__PURE__ */ new Error("silent proxy"), { code: "ETIMEDOUT" })));
	request$2.once("error", (error) => {
		if (signal?.aborted === true) return reject(error);
		const code = error.code ?? "EPROXY";
		return reject(new NoWayError(`no connection to the proxy (${code})`, code));
	});
	request$2.end();
});
export { NoWayError as n, proxyFor as r, openTunnel as t };
