// src/engine.ts
const engine = () => "358d7ff16bb03e8ff51b6cb2dfe36509aa30ce5cb80b0180e9ed7349e03d9f02";
export { engine as t };
