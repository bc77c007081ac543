// src/engine.ts
const engine = () => "09457128fd5868931c7416036515ace26fe816709099933c76d08315f2cd7bc0";
export { engine as t };
