// src/engine.ts
const engine = () => "e3d07a00d4b7b02e9022f904879a56dfc25f9827c80d21180b7140e2f1c601e0";
export { engine as t };
