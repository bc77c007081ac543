// src/engine.ts
const engine = () => "d5a5e8f0361037cd14a9fad62c9e51e7ee5be1c01e2905c7d7988bf046eaae80";
export { engine as t };
