import { t as UsageError } from "./usage-error.js";
import { n as ImageError } from "./image-error.js";
import { request } from "node:http";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { homedir } from "node:os";
import { request as request$1 } from "node:https";
// src/image/daemon.ts
/** A daemon first puts a large archive together, in silence. */
const silence = 3e5;
const longestName = 512;
/** No `..`, since the name becomes part of a path: only names, ids, tags and digests. */
const namePattern = /^[A-Za-z0-9[](?:[\w\]:@+-]|\.(?!\.)|\/(?!\/))*$/;
const usualSockets = (environment) => {
	const runtime = environment["XDG_RUNTIME_DIR"];
	return [
		"/var/run/docker.sock",
		...runtime ? [join(runtime, "docker.sock"), join(runtime, "podman", "podman.sock")] : [],
		"/run/podman/podman.sock"
	];
};
const read = (path) => {
	try {
		return JSON.parse(readFileSync(path, "utf8"));
	} catch {
		return;
	}
};
/** The host of the context in use (docker/cli, cli/context/store: a folder by the hash of the context's name). */
const contextHost = (environment) => {
	const home = environment["HOME"] ?? environment["USERPROFILE"] ?? homedir();
	const folder = environment["DOCKER_CONFIG"] || join(home, ".docker");
	const configured = read(join(folder, "config.json"))?.currentContext;
	const name = environment["DOCKER_CONTEXT"] || configured;
	if (typeof name !== "string" || name === "" || name === "default") return void 0;
	const id = createHash("sha256").update(name).digest("hex");
	const host = read(join(folder, "contexts", "meta", id, "meta.json"))?.Endpoints?.docker?.Host;
	if (typeof host === "string") return host;
	throw new ImageError("the docker context in use names no host: set DOCKER_HOST");
};
const certificates = (environment) => {
	const home = environment["HOME"] ?? environment["USERPROFILE"] ?? homedir();
	const folder = environment["DOCKER_CERT_PATH"] || join(home, ".docker");
	const files = {
		ca: "ca.pem",
		cert: "cert.pem",
		key: "key.pem"
	};
	try {
		return Object.fromEntries(Object.entries(files).map(([use, file]) => [use, readFileSync(join(folder, file))]));
	} catch {
		throw new ImageError("DOCKER_TLS_VERIFY is set, but ca.pem, cert.pem and key.pem are not in DOCKER_CERT_PATH");
	}
};
const tcpAddress = (text, environment) => {
	const address = text.replace(/^tcp:/, "http:");
	const url = URL.canParse(address) ? new URL(address) : void 0;
	if (url === void 0 || url.username !== "") throw new UsageError("DOCKER_HOST is no address like tcp://host:2375");
	const secure = url.protocol === "https:" || Boolean(environment["DOCKER_TLS_VERIFY"]);
	return {
		shown: `tcp://${url.host}`,
		secure,
		options: {
			hostname: url.hostname.replace(/^\[|\]$/g, ""),
			port: url.port || (secure ? "2376" : "2375"),
			...secure && environment["DOCKER_TLS_VERIFY"] && certificates(environment)
		}
	};
};
const socketAddress = (socketPath) => ({
	shown: socketPath,
	secure: false,
	options: { socketPath }
});
/** Where the daemon listens: DOCKER_HOST, the docker context in use, or the first usual socket that exists. */
const addressOf = (environment) => {
	const host = environment["DOCKER_HOST"] || contextHost(environment);
	if (host === void 0) {
		const sockets = usualSockets(environment);
		return socketAddress(sockets.find((path) => existsSync(path)) ?? sockets[0]);
	}
	if (host.startsWith("unix://")) return socketAddress(host.slice(7));
	if (host.startsWith("npipe://")) return socketAddress(host.slice(6));
	if (/^(?:tcp|https?):\/\//.test(host)) return tcpAddress(host, environment);
	throw new UsageError("DOCKER_HOST begins with none of unix://, npipe://, tcp://: save the image with `docker save`");
};
const ask = (name, { shown, secure, options }, signal) => new Promise((resolve, reject) => {
	const path = `/images/${encodeURIComponent(name).replace(/%(2F|3A|40)/g, decodeURIComponent)}/get`;
	const headers = {
		host: "docker",
		"user-agent": "tidewaiter"
	};
	const all = {
		...options,
		path,
		headers,
		agent: false,
		...signal !== void 0 && { signal }
	};
	const request$2 = secure ? request$1(all) : request(all);
	const refuse = (why) => reject(new ImageError(`the daemon at ${shown} cannot be asked: ${why}`));
	const timer = setTimeout(() => request$2.destroy(Object.assign(/* @__PURE__ */ new Error(), { code: "ETIMEDOUT" })), silence);
	request$2.on("response", resolve).on("error", ({ code = "no connection" }) => {
		refuse(code === "ENOENT" || code === "ECONNREFUSED" ? "it is not running, or DOCKER_HOST names another" : code);
	}).on("close", () => clearTimeout(timer)).on("response", () => clearTimeout(timer)).end();
});
const checkStatus = ({ statusCode }, name, shown) => {
	if (statusCode === 200) return;
	const why = statusCode === 404 ? "has no such image: pull or build it first" : `answers ${statusCode}`;
	throw new ImageError(`the daemon at ${shown} ${why}: ${name}`);
};
async function* archiveOf(name, environment, signal) {
	const address = addressOf(environment);
	const message = await ask(name, address, signal);
	const pieces = message[Symbol.asyncIterator]();
	try {
		checkStatus(message, name, address.shown);
		for (;;) {
			const timer = setTimeout(() => message.destroy(/* @__PURE__ */ new Error("silent")), silence);
			const { done, value } = await pieces.next().finally(() => clearTimeout(timer));
			if (done === true) return;
			yield value;
		}
	} catch (error) {
		throw error instanceof ImageError ? error : new ImageError(`the daemon at ${address.shown} broke off the image`);
	} finally {
		message.destroy();
	}
}
/** An image of the Docker or podman daemon of this machine, by name, tag, digest or id. Throws a UsageError for what is no name. */
const daemonArchive = (name, environment) => {
	if (name.length > longestName || !namePattern.test(name)) throw new UsageError(`${JSON.stringify(name.slice(0, 200))} is no name or id of an image`);
	return (signal) => archiveOf(name, environment, signal);
};
export { daemonArchive };
