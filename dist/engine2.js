// src/engine.ts
const engine = () => "413e3531241040d3f58dd5020af36fe74ab0200e4314cabb1510811f07e941eb";
export { engine as t };
