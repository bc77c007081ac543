// src/engine.ts
const engine = () => "ca541416753e1396b5ee312e62b1997da14f10d8228151af06bfe0eb587049fb";
export { engine as t };
