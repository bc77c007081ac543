// src/engine.ts
const engine = () => "9c8e58c5df75254373c62d1c761e1ad14d6f762d037a6c8fef1c758b3c3228fd";
export { engine as t };
