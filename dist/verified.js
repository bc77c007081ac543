import { t as byUrgency } from "./join.js";
import { r as proxyFor, t as openTunnel } from "./tunnel.js";
import { i as severityRank, r as severities } from "./finding.js";
import { request } from "node:http";
import { connect } from "node:tls";
import { createHash, createHmac } from "node:crypto";
import { setTimeout } from "node:timers/promises";
// src/verify/dial.ts
const encrypted = (options, signal) => new Promise((resolve, reject) => {
	const socket = connect(options);
	const giveUp = () => void socket.destroy(/* @__PURE__ */ new Error("given up"));
	signal.addEventListener("abort", giveUp, { once: true });
	socket.once("error", reject);
	socket.once("secureConnect", () => {
		signal.removeEventListener("abort", giveUp);
		socket.off("error", reject);
		resolve(socket);
	});
	if (signal.aborted) giveUp();
});
/** Dials hosts over TLS, through the proxy of the environment where there is one. */
const createDial = (environment) => async (host, port, signal) => {
	const proxy = proxyFor(environment, {
		secure: true,
		host,
		port
	});
	const name = {
		servername: host,
		ALPNProtocols: ["http/1.1"]
	};
	if (proxy === void 0) return encrypted({
		host,
		port,
		...name
	}, signal);
	return encrypted({
		socket: await openTunnel(proxy, host, port, signal),
		...name
	}, signal);
};
// src/verify/exchange.ts
const patience = 1e4;
/** What decides stands at the beginning of an answer, or the answer is none of those that rules know. */
const maxBody = 65536;
const maxHeaders = 32768;
const readBody = async (message) => {
	const chunks = [];
	let size = 0;
	for await (const chunk of message) {
		chunks.push(chunk);
		size += chunk.length;
		if (size >= maxBody) break;
	}
	return Buffer.concat(chunks).toString("utf8", 0, maxBody);
};
const retryAfterOf = ({ headers }) => {
	const text = headers["retry-after"];
	return text !== void 0 && /^\d{1,6}$/.test(text) ? Number(text) : void 0;
};
const sendOver = async (dial, request$1, signal) => {
	const { method, host, port, path, headers, body } = request$1;
	const socket = await dial(host, port, signal);
	try {
		const message = await new Promise((resolve, reject) => {
			const sent = request({
				createConnection: () => socket,
				method,
				path,
				headers: {
					...headers,
					connection: "close"
				},
				signal,
				maxHeaderSize: maxHeaders
			});
			sent.once("response", resolve);
			sent.on("error", reject);
			sent.end(body);
		});
		return {
			status: message.statusCode ?? 0,
			body: await readBody(message),
			retryAfter: retryAfterOf(message)
		};
	} finally {
		socket.destroy();
	}
};
/** Messages of Node's errors may quote a request, so only codes are let through. */
const failureOf = (error, signal) => {
	if (signal.aborted) return `no answer within ${patience / 1e3} seconds`;
	const { name, message, code } = error;
	if (name === "NoWayError") return message;
	return typeof code === "string" && /^[A-Z][A-Z0-9_]+$/.test(code) ? `no connection (${code})` : "no connection";
};
/** Requests over connections that `dial` opens: bounded in time and size; redirects are not followed. */
const createExchange = (dial) => async (request) => {
	const signal = AbortSignal.timeout(patience);
	try {
		return { response: await sendOver(dial, request, signal) };
	} catch (error) {
		return { failure: failureOf(error, signal) };
	}
};
// src/verify/outcome.ts
const raised = (severity) => severities[severityRank(severity) + 1] ?? severity;
const higher = (a, b) => severityRank(a) > severityRank(b) ? a : b;
const sentences = {
	active: (host) => `It works: ${host} accepted it when this scan asked.`,
	inactive: (host) => `It does not work, so it is no more than information: ${host} refused it when this scan asked. It is revoked, expired or was never valid.`
};
/**
* What a provider's answer makes of a finding: a credential that works is a step more severe than its kind, one that does not is
* `info`, and without an answer all stays as it was. `usual` is the severity of its kind.
*/
const withResult = (finding, result, usual) => {
	if (result === void 0) return finding;
	const { verification, host } = result;
	const facts = {
		...finding.facts,
		verification
	};
	if (verification === "unknown") return {
		...finding,
		facts
	};
	const severity = verification === "inactive" ? "info" : raised(higher(finding.severity, usual));
	const detail = [finding.detail, sentences[verification](host)].filter(Boolean).join(" ");
	return {
		...finding,
		severity,
		detail,
		facts
	};
};
const count = (results, kind) => `${results.filter(({ verification }) => verification === kind).length} ${kind}`;
const maxReasons = 8;
/** Sentences for the reader: how many credentials were asked about, and why of some nothing is known. */
const notesOnResults = (results) => {
	if (results.length === 0) return ["Verification: no finding is of a kind that its provider can be asked about."];
	const reasons = /* @__PURE__ */ new Map();
	for (const { host, reason } of results) if (reason !== void 0) reasons.set(`${host}: ${reason}`, (reasons.get(`${host}: ${reason}`) ?? 0) + 1);
	const told = [...reasons].slice(0, maxReasons).map(([reason, times]) => `${times} × ${reason}`);
	const rest = reasons.size - told.length;
	return [`Verification: ${[
		"active",
		"inactive",
		"unknown"
	].map((kind) => count(results, kind)).join(", ")}.`, ...told.length === 0 ? [] : [`Not known: ${told.join("; ")}${rest > 0 ? `; and ${rest} more reasons` : ""}.`]];
};
// src/verify/pace.ts
/** Between two requests to one host. */
const pause = 250;
/** A host that asks for more patience than this many seconds is not asked again. */
const maxRetryAfter = 30;
/** After so many failures in a row a host is given up: a run must not wait ten seconds for each of its findings. */
const maxFailures = 3;
const tooMany = 429;
/** Asks each host one request at a time and not too fast; gives up a host that is overloaded or out of reach. */
const paced = (exchange, wait) => {
	const hosts = /* @__PURE__ */ new Map();
	const once = async (host, request) => {
		const exchanged = await exchange(request);
		host.free = Date.now() + pause;
		host.failures = "failure" in exchanged ? host.failures + 1 : 0;
		if ("failure" in exchanged && host.failures >= maxFailures) host.givenUp = `not asked after ${maxFailures} failures: ${exchanged.failure}`;
		return exchanged;
	};
	const patiently = async (host, request) => {
		if (host.givenUp !== void 0) return { failure: host.givenUp };
		const early = host.free - Date.now();
		if (early > 0) await wait(early);
		const first = await once(host, request);
		if ("failure" in first || first.response.status !== tooMany) return first;
		const { retryAfter = 1 } = first.response;
		const second = retryAfter > maxRetryAfter ? first : await wait(retryAfter * 1e3).then(() => once(host, request));
		if ("failure" in second || second.response.status !== tooMany) return second;
		host.givenUp = "it asks for fewer requests (429)";
		return { failure: host.givenUp };
	};
	return (request) => {
		const host = hosts.get(request.host) ?? {
			last: Promise.resolve(),
			free: 0,
			failures: 0,
			givenUp: void 0
		};
		hosts.set(request.host, host);
		const answer = host.last.then(() => patiently(host, request));
		host.last = answer;
		return answer;
	};
};
// src/verify/answer.ts
const isAnything = "*";
const fieldAt = (value, path) => path.split("/").reduce((inner, name) => inner !== null && typeof inner === "object" && Object.hasOwn(inner, name) ? inner[name] : void 0, value);
const parsed = (body) => {
	try {
		return JSON.parse(body);
	} catch {
		return;
	}
};
const holds = (value, allowed) => allowed.includes(isAnything) ? value !== void 0 && value !== null : allowed.includes(value);
const agrees = ({ status, json }, response) => {
	if (!status.includes(response.status)) return false;
	if (json === void 0) return true;
	const body = parsed(response.body);
	return Object.entries(json).every(([path, allowed]) => holds(fieldAt(body, path), allowed));
};
/** What an answer says about the credential; undefined where it says nothing. */
const readAnswer = ({ active, inactive }, response) => {
	if (active.some((answer) => agrees(answer, response))) return "active";
	return inactive.some((answer) => agrees(answer, response)) ? "inactive" : void 0;
};
// src/verify/aws-signature.ts
const hash$1 = (data) => createHash("sha256").update(data).digest("hex");
const hmac = (key, text) => createHmac("sha256", key).update(text).digest();
/** `sts.us-east-1.amazonaws.com` says both; the host without a region is that of the first one. */
const awsScopeOf = (host) => {
	const [service = "", region = ""] = host.split(".");
	return {
		service,
		region: /-\d+$/.test(region) ? region : "us-east-1"
	};
};
/** A query in the order of its names, as it is signed. Ours is encoded already. */
const canonicalQuery = (query) => query.split("&").filter(Boolean).sort().join("&");
/**
* The headers of a request with a signature of version 4:
* https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
*/
const signForAws = ({ method, host, path, headers, body }, { id, secret, token }, { service, region }, now) => {
	const time = now.toISOString().replace(/[-:]|\.\d+/g, "");
	const scope = `${time.slice(0, 8)}/${region}/${service}/aws4_request`;
	const signed = {
		host: headers["host"] ?? host,
		"x-amz-date": time,
		...token === void 0 ? {} : { "x-amz-security-token": token }
	};
	const names = Object.keys(signed).sort();
	const [pathname = "/", query = ""] = path.split("?");
	const canonical = [
		method,
		pathname,
		canonicalQuery(query),
		...names.map((name) => `${name}:${signed[name]}`),
		"",
		names.join(";"),
		hash$1(body)
	].join("\n");
	const key = [
		scope.slice(0, 8),
		region,
		service,
		"aws4_request"
	].reduce(hmac, `AWS4${secret}`);
	const signature = hmac(key, [
		"AWS4-HMAC-SHA256",
		time,
		scope,
		hash$1(canonical)
	].join("\n")).toString("hex");
	const authorization = `AWS4-HMAC-SHA256 Credential=${id}/${scope}, SignedHeaders=${names.join(";")}, Signature=${signature}`;
	return {
		...headers,
		...signed,
		authorization
	};
};
// src/verify/request.ts
const placeholder = /\{([a-z]\w*)\}/g;
/** A value that a request needs and that is not known; the message names it. */
var UnknownValueError = class extends Error {
	name = "UnknownValueError";
};
const filled = (template, values, encode) => template.replace(placeholder, (_, name) => {
	const value = values.get(name);
	if (value === void 0) throw new UnknownValueError(`its ${name} is not known`);
	return encode(value);
});
/** Everything but what may stand in a path segment and in a query as it is (RFC 3986, section 3.3). */
const inUrl = (value) => value.replace(/[^0-9A-Za-z._~:@-]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
/** A value may name a label of the provider's domain, never a host of its own. */
const inHost = (value) => {
	if (!/^[0-9A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z])?$/.test(value)) throw new UnknownValueError("what names its host is no label of a domain");
	return value.toLowerCase();
};
const inText = (value) => value;
const inJson = (value) => JSON.stringify(value).slice(1, -1);
const basic = "Basic ";
const headersOf = ({ headers }, values) => Object.fromEntries(Object.entries(headers).map(([name, template]) => {
	const value = filled(template, values, inText);
	return [name, name === "authorization" && template.startsWith(basic) ? basic + Buffer.from(value.slice(6), "latin1").toString("base64") : value];
}));
const split = (url) => {
	const [, host, path] = /^https:\/\/([^/]+)(\/.*)$/.exec(url);
	return {
		host,
		path
	};
};
/** The host and path of a request, at the base that the configuration names or else at the rule's own. */
const addressOf = ({ url }, values, base) => {
	const { host, path } = split(url);
	const rest = filled(path, values, inUrl);
	if (base === void 0) return {
		host: filled(host, values, inHost),
		port: 443,
		path: rest
	};
	return {
		host: base.hostname,
		port: base.port === "" ? 443 : Number(base.port),
		path: base.pathname.replace(/\/+$/, "") + rest
	};
};
/** Fills in a rule's request. Throws an UnknownValueError where something is missing. */
const requestFor = (verification, values, base, now) => {
	const address = addressOf(verification, values, base);
	const body = Buffer.from(filled(verification.body ?? "", values, inJson), "latin1");
	const headers = {
		accept: "application/json",
		"user-agent": "tidewaiter",
		...headersOf(verification, values),
		...body.length === 0 ? {} : { "content-type": "application/json" },
		...verification.method === "GET" ? {} : { "content-length": String(body.length) },
		host: address.port === 443 ? address.host : `${address.host}:${address.port}`
	};
	const request = {
		method: verification.method,
		...address,
		headers,
		body
	};
	if (verification.sign === void 0) return request;
	const { accessKeyId: id, secret, token } = Object.fromEntries(values);
	if (id === void 0 || secret === void 0) throw new UnknownValueError("its access key id is not known");
	return {
		...request,
		headers: signForAws(request, {
			id,
			secret,
			token
		}, awsScopeOf(request.host), now)
	};
};
// src/verify/values.ts
/** The halves of a pair stand closer than this. */
const maxLines = 50;
const distance = (a, b) => a.path === b.path ? Math.abs(a.line - b.line) : Number.POSITIVE_INFINITY;
const nearness = (finding, other) => {
	let nearest = Number.POSITIVE_INFINITY;
	for (const one of finding.locations) for (const two of other.locations) nearest = Math.min(nearest, distance(one, two));
	return nearest;
};
/** Findings of a check that stand beside another, nearest first. */
const beside = (finding, check, findings) => findings.filter((other) => other.check === check).map((other) => ({
	other,
	lines: nearness(finding, other)
})).filter(({ lines }) => lines <= maxLines).sort((a, b) => a.lines - b.lines).map(({ other }) => other);
/** Secrets that the vault holds for placeholders that are another finding. */
const otherHalves = (finding, wanted, findings, vault) => {
	const values = /* @__PURE__ */ new Map();
	let guessed = false;
	for (const [name, check] of Object.entries(wanted)) {
		const [nearest, ...others] = beside(finding, check, findings);
		const value = nearest === void 0 ? void 0 : vault.reveal(nearest.fingerprint);
		if (value !== void 0) values.set(name, value);
		const isPaired = finding.facts[name] !== void 0;
		if (others.length > 0 || isPaired && nearest !== void 0) guessed = true;
	}
	return {
		values,
		guessed
	};
};
const texts = (record) => Object.entries(record).filter((entry) => typeof entry[1] === "string");
/** Undefined where the secret is not of the form that can be asked about. */
const valuesFor = (finding, verification, findings, vault) => {
	const secret = vault.reveal(finding.fingerprint);
	if (secret === void 0) return void 0;
	const parts = new RegExp(verification.parts ?? "").exec(secret);
	if (parts === null) return void 0;
	const { values, guessed } = otherHalves(finding, verification.beside ?? {}, findings, vault);
	return {
		values: new Map([
			...values,
			...texts(finding.facts),
			...texts(parts.groups ?? {}),
			["secret", secret]
		]),
		guessed
	};
};
// src/verify/verify.ts
/** More findings of one run than this are not asked about. */
const maxQuestions = 1e3;
/** However slow providers are, a run asks no longer than this. */
const maxTime = 3e5;
const hostOf = ({ rule, verification }, { endpoints }) => endpoints.get(rule.provider)?.host ?? verification.url.split("/")[2];
const unknown = (host, reason) => ({
	verification: "unknown",
	host,
	reason
});
/** A refusal that says nothing: the credential may be at home where nobody asked, or its other half is a guess. */
const doubtOf = ({ rule, verification }, known, { endpoints }) => {
	if (known.guessed) return "refused, but its other half may be another one of the same file";
	if (verification.elsewhere === void 0 || endpoints.has(rule.provider)) return void 0;
	return `refused, but it may be ${verification.elsewhere}: name ${rule.provider} under \`endpoints\` to settle it`;
};
const preparedRequest = (question, known, { endpoints }) => {
	try {
		return requestFor(question.verification, known.values, endpoints.get(question.rule.provider), /* @__PURE__ */ new Date());
	} catch (error) {
		if (error instanceof UnknownValueError) return error.message;
		throw error;
	}
};
const ask = async (question, known, means) => {
	const host = hostOf(question, means);
	if (known === void 0) return unknown(host, "of a form that cannot be asked about");
	const request = preparedRequest(question, known, means);
	if (typeof request === "string") return unknown(host, request);
	const exchanged = await means.exchange(request);
	if ("failure" in exchanged) return unknown(request.host, exchanged.failure);
	const verification = readAnswer(question.verification, exchanged.response);
	if (verification === void 0) return unknown(request.host, `an answer that tells nothing (${exchanged.response.status})`);
	const doubt = verification === "inactive" ? doubtOf(question, known, means) : void 0;
	return doubt === void 0 ? {
		verification,
		host: request.host
	} : unknown(request.host, doubt);
};
/**
* Asks providers whether credentials still work: one request for each finding whose rule says how, and at most one
* more where a host asks to wait. The vault's third and last customer: what it gives goes into the request alone.
*/
const verifyFindings = async (findings, vault, means) => {
	const rules = new Map(means.rules.map((rule) => [rule.id, rule]));
	const questions = findings.flatMap((finding) => {
		const rule = rules.get(finding.check);
		return rule?.verification === void 0 ? [] : [{
			finding,
			rule,
			verification: rule.verification
		}];
	});
	const over = AbortSignal.any([AbortSignal.timeout(maxTime), ...means.signal === void 0 ? [] : [means.signal]]);
	const answer = async (question, index) => {
		const known = valuesFor(question.finding, question.verification, findings, vault);
		const timely = (request) => over.aborted ? Promise.resolve({ failure: "not asked: the run was over" }) : means.exchange(request);
		const result = index < maxQuestions ? await ask(question, known, {
			...means,
			exchange: timely
		}) : unknown(hostOf(question, means), `not asked: a run asks about ${maxQuestions} findings at most`);
		return [question.finding.fingerprint, result];
	};
	return new Map(await Promise.all(questions.map(answer)));
};
// src/verify/verified.ts
/** All findings after providers were asked about those that count, in their new order, and what is to be said about it. */
const verified = async (findings, counting, vault, rules, { verification, signal }) => {
	const dial = verification?.dial ?? createDial(process.env);
	const results = await verifyFindings(counting, vault, {
		rules,
		endpoints: verification?.endpoints ?? /* @__PURE__ */ new Map(),
		exchange: paced(createExchange(dial), (milliseconds) => setTimeout(milliseconds)),
		...signal === void 0 ? {} : { signal }
	});
	const usual = new Map(rules.map(({ id, severity }) => [id, severity]));
	return {
		findings: findings.map((finding) => withResult(finding, results.get(finding.fingerprint), usual.get(finding.check) ?? finding.severity)).sort(byUrgency),
		notes: notesOnResults([...results.values()])
	};
};
export { verified };
