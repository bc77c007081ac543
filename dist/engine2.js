// src/engine.ts
const engine = () => "0da88d21c65ba0f73536b395d97b60d2fec5d0cc5665178de8f05aedde90ea7a";
export { engine as t };
