// src/engine.ts
const engine = () => "4d6f2a4b4d15fb9266166312b6360c962a02e4d59fe4b85b62edacbaf20c946e";
export { engine as t };
