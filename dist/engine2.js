// src/engine.ts
const engine = () => "4b222f8fe603087e8eed570787d8ad6268279df0b6120dd06106b21972c2e0a3";
export { engine as t };
