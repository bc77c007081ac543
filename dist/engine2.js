// src/engine.ts
const engine = () => "4d6657aac20b6289927b05ce1aa957590e6e969b337adacbbd7debcabe9053aa";
export { engine as t };
