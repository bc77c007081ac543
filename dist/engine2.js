// src/engine.ts
const engine = () => "867dbfd1f452b2ab4586ba62b0258924b06e29633e6fb0cdbd75ed08e4aa7b56";
export { engine as t };
