// src/engine.ts
const engine = () => "5cf737ab5c9db336c1669c7307d378a67982fc11157123e2c1148f7a1162af7e";
export { engine as t };
