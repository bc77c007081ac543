// src/engine.ts
const engine = () => "28b15c7509041fb9653843f1e7845092cf6a533b481573c3724ee27663f00994";
export { engine as t };
