// src/engine.ts
const engine = () => "d1ccf9d667c428f327ab1485021b1451f90c3fc5c4db12a5de93252af6f845e2";
export { engine as t };
