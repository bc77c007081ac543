/** A text as an expression that matches it and nothing else. */
export const quoteExpression = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
