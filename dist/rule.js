// src/detect/rule.ts
/**
* `document` is a parser that knows the place of a value and not its form: a rule that knows the form says more of it, and
* takes over what the document says of the place. `place`: what its path alone tells, before which everything else goes.
*/
const ranks = {
	place: -1,
	generic: 0,
	contextual: 1,
	document: 2,
	format: 3,
	parser: 4
};
export { ranks as t };
