// src/engine.ts
const engine = () => "4755f46af03909317cc9dab7b864b30979ae970beebfdf6ffd01587ae510bbdf";
export { engine as t };
