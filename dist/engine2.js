// src/engine.ts
const engine = () => "f18f70c6104cfa91801c409f2f09460c8f87d1fe5c8eca1ea94b5a91ee1a7234";
export { engine as t };
