// src/engine.ts
const engine = () => "5f956e4db8b5d723cb9a94354e970835369467cb3072a28e4f7729698b9d616c";
export { engine as t };
