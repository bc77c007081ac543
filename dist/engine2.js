// src/engine.ts
const engine = () => "e60929cbeca744cf1a762fa956ef023f4d7b011fcf04fb34905a401cc84ce4fa";
export { engine as t };
