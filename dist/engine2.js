// src/engine.ts
const engine = () => "5c73efbf0b57ddd24337be30acfa1fda04329911967db093e0f5a62381550442";
export { engine as t };
