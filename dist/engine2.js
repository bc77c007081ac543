// src/engine.ts
const engine = () => "2bf752f2a8fd60556411795ec7586de1c0e4d6d0731d78fc7ec71afa104107a1";
export { engine as t };
