// src/findings/redact.ts
/** Shorter secrets show nothing: four characters of a password are a good part of it. */
const longEnough = 16;
/** From this length on the start of what has no known form shows too. */
const longEnoughWithoutForm = 32;
/** Characters shown of a long secret's start: enough to tell its kind, never enough to use it. */
const shownStart = 4;
const armor = /^-----BEGIN [A-Z0-9 ]{1,48}-----/;
const scheme = /^[a-z][a-z0-9+.-]{1,11}:\/\/(?=.{12})/s;
/** Starts that issuers of tokens document: a short word and a separator, or capitals that name the kind. */
const knownForm = /^(?:[A-Za-z][A-Za-z0-9]{1,4}[_.-]|A[A-Z]{3}|AIza|eyJ)/;
/** Detection sees bytes as Latin-1 characters; this gives the text that they spell where they are UTF-8. */
const secretText = (secret) => {
	if (!/[\x80-\xff]/.test(secret) || /[^\0-\xff]/.test(secret)) return secret;
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(Buffer.from(secret, "latin1"));
	} catch {
		return secret;
	}
};
/**
* A secret as reports show it: what is public of its form (the line that opens a key, the scheme of an address, the
* first characters of a long token), and nothing at all of a short one. At most four characters of anything else.
*/
const redact = (secret) => {
	const form = armor.exec(secret)?.[0] ?? scheme.exec(secret)?.[0];
	if (form !== void 0) return `${form}…`;
	const characters = [...secretText(secret)];
	const enough = knownForm.test(secret) ? longEnough : longEnoughWithoutForm;
	if (characters.length < enough) return "…";
	return `${characters.slice(0, shownStart).join("").split(/[\r\n\t ]|\\n/, 1)[0]}…`;
};
export { secretText as n, redact as t };
