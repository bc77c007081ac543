// src/engine.ts
const engine = () => "33044894b56f15ae4dafd20b42972d2934cca95d43230986fd953193ea5c7cc1";
export { engine as t };
