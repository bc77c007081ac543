// src/sighting.ts
/** The part of a location that the hit itself knows. */
const span = ({ line, column, endLine, endColumn, lineHash }) => ({
	line,
	column,
	endLine,
	endColumn,
	...lineHash === void 0 ? {} : { lineHash }
});
export { span as t };
