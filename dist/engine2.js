// src/engine.ts
const engine = () => "0a6d735be6c243f914e99e295c1d2d7360801a80d5e5c44088acb267757cd793";
export { engine as t };
