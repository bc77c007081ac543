// src/engine.ts
const engine = () => "c6e80d3abd5f3bf16dcf05557802072574462da91c57d401c3771761974beda8";
export { engine as t };
