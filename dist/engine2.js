// src/engine.ts
const engine = () => "e1aefdae5a697df5bf8782ed85233b72dc54a188a44b39b4dd917e4f5f1781c0";
export { engine as t };
