// src/json-object.ts
const isJsonObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** A JSON object, or undefined for any other text. */
const parseObject = (text) => {
	try {
		const value = JSON.parse(text);
		return isJsonObject(value) ? value : void 0;
	} catch {
		return;
	}
};
export { parseObject as n, isJsonObject as t };
