// src/engine.ts
const engine = () => "febe96ffd74a75d9619d34892adbce9148c73c3ee68502022042631d9be57533";
export { engine as t };
