// src/engine.ts
const engine = () => "4388ce4e46e97295d62c6e14e4919b342181f053c2e615172a8e67fe5be46491";
export { engine as t };
