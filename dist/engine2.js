// src/engine.ts
const engine = () => "23a75c624a90ca375c86726ae0be8b580fa9c8e5dfe62fc3881177f95bfd2532";
export { engine as t };
