export const failure = (code: string, words: string): Error => Object.assign(new Error(words), { code });

/** Compressed data that is not as its format wants it. */
export const damaged = (): Error => failure("ERR_DAMAGED", "is damaged");
export const early = (): Error => failure("ERR_EARLY", "ends early");
/** A part of a format that is not read here. */
export const unsupported = (what: string): Error => failure("ERR_UNSUPPORTED", what);

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

export const isUnsupported = (error: unknown): boolean => codeOf(error) === "ERR_UNSUPPORTED";

/** Whether an error says that the data is damaged, also by an offset that leads out of it: by name, since it may be of another realm. */
export const isDamage = (error: unknown): boolean =>
  ["ERR_DAMAGED", "ERR_EARLY"].includes(codeOf(error) ?? "") || (error as Error).name === "RangeError";
