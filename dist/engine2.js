// src/engine.ts
const engine = () => "6395130c26e3f6bc226d10180c52d38de6cc671e4a3e3625168a79c5c84bfb69";
export { engine as t };
