// src/engine.ts
const engine = () => "e2622bb3d1062c9c86dd25ce2d09a3efdddc51bdf0cee7ea2edd48a3e3bc2bcc";
export { engine as t };
