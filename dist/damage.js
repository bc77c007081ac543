// src/files/damage.ts
const failure = (code, words) => Object.assign(new Error(words), { code });
/** Compressed data that is not as its format wants it. */
const damaged = () => failure("ERR_DAMAGED", "is damaged");
const early = () => failure("ERR_EARLY", "ends early");
/** A part of a format that is not read here. */
const unsupported = (what) => failure("ERR_UNSUPPORTED", what);
const codeOf = (error) => error.code;
const isUnsupported = (error) => codeOf(error) === "ERR_UNSUPPORTED";
/** Whether an error says that the data is damaged, also by an offset that leads out of it: by name, since it may be of another realm. */
const isDamage = (error) => ["ERR_DAMAGED", "ERR_EARLY"].includes(codeOf(error) ?? "") || error.name === "RangeError";
export { isUnsupported as a, isDamage as i, early as n, unsupported as o, failure as r, damaged as t };
