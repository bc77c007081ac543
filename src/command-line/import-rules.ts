export const importRules = async (_words: readonly string[]): Promise<number> => 0;
