// src/engine.ts
const engine = () => "4bb27f74b8710581746e93473baf83b44637c3b7dd021717b2bb61b44fe0f9be";
export { engine as t };
