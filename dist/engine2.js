// src/engine.ts
const engine = () => "931b2e78d83546bae49fb6bc9258e7363ab564bb84eaaa6792e4a8ad280f5113";
export { engine as t };
