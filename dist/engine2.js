// src/engine.ts
const engine = () => "a9f3d2f69545974ff89c9a89447efebbfe4ee371338756fa4a0947ea31768a2e";
export { engine as t };
