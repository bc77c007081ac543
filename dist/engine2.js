// src/engine.ts
const engine = () => "9c9f74836023ca2db9ad586863e3b48d921cb51e3fb4da6692dd015bbf5d6ef5";
export { engine as t };
