// src/engine.ts
const engine = () => "63f04540d5db7401b5d4de8327d55c6771ef235150ce6ed3c4e782c4dcf8b23f";
export { engine as t };
