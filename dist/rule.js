// src/detect/rule.ts
/** Alphabets of a run: letters, digits, `_` and `-`; `0-9a-f`; `0-9`; `A-Z2-7`. Their order is known to src/kernel/assembly/scan.ts. */
const runKinds = [
	"token",
	"hex",
	"digits",
	"base32"
];
/**
* `document` is a parser that knows the place of a value and not its form: a rule that knows the form says more of it, and
* takes over what the document says of the place.
*/
const ranks = {
	generic: 0,
	contextual: 1,
	document: 2,
	format: 3,
	parser: 4
};
export { runKinds as n, ranks as t };
