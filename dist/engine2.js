// src/engine.ts
const engine = () => "6802c4f16679e82aafcbf45389725f479a72a759a46ef1af3cf99445b1ea5a6b";
export { engine as t };
