// src/quote-expression.ts
/** A text as an expression that matches it and nothing else. */
const quoteExpression = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
export { quoteExpression as t };
