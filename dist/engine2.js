// src/engine.ts
const engine = () => "1cb8757a20fff96dfeb69f9c7ab8cfc9ad447cd4dbee73b81beb8f16c8195586";
export { engine as t };
