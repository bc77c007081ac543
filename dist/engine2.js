// src/engine.ts
const engine = () => "a173e5c42a84baf184d33cf161485bf665c2a73535785165e02c780939db2042";
export { engine as t };
