// src/engine.ts
const engine = () => "ba1f5aa0beff296a7a5c49721a98177668d8c9678f30ce4022b663e3d2191914";
export { engine as t };
