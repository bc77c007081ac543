// src/engine.ts
const engine = () => "2b9397961b3aa9e147a782ead4a891c94a1096d46d3238b847879d40a9224872";
export { engine as t };
