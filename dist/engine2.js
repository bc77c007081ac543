// src/engine.ts
const engine = () => "32d89f19d55811167135c44dc90c2943a77ae7c1c67d9984fe82617e709bec2c";
export { engine as t };
