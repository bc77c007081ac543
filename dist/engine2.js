// src/engine.ts
const engine = () => "831bc5165977e44f3b494189b031624dcce0d5ef90db7dc61127c18c5da3c421";
export { engine as t };
