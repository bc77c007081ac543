// src/engine.ts
const engine = () => "c6cd080161e74a904d4ec6dd7cae41dd6b7e6ef56b82a211b675e07538179360";
export { engine as t };
