// src/engine.ts
const engine = () => "20ba75845fc63dc9471a6dc8a228f370bacc4a19ba81a1d42a410e6b8aeedd20";
export { engine as t };
