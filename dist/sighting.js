// src/sighting.ts
/** A scan that treats archives as another does. */
const inspectAs = ({ leavesClosed = false }, scan) => Object.assign(scan, { leavesClosed });
/** The part of a location that the hit itself knows. */
const span = ({ line, column, endLine, endColumn, lineHash }) => ({
	line,
	column,
	endLine,
	endColumn,
	...lineHash === void 0 ? {} : { lineHash }
});
export { span as n, inspectAs as t };
