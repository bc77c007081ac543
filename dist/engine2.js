// src/engine.ts
const engine = () => "71f8f9365ffbeb2bb46e16f9a99c1bac6dec679346648a24f875a5f8fc3af86f";
export { engine as t };
