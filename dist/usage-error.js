// src/usage-error.ts
/** Wrong use or configuration: exit status 2. The message says what is wrong and what would be right. */
var UsageError = class extends Error {
	name = "UsageError";
};
export { UsageError as t };
