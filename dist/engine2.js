// src/engine.ts
const engine = () => "c4a95ab4a38940a74bc0b329585f779fe2581b8b867ccbc668164a6b01522a53";
export { engine as t };
