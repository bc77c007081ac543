// src/engine.ts
const engine = () => "4efbd1f46059b447fe7f44e130c8438fa6c5aa3d280e3d38c06b07e3fbc2f180";
export { engine as t };
