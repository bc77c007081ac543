// src/engine.ts
const engine = () => "0b89175fac2e528383a79a66ef084b64b73e7194dc2349f986c75680715d6a23";
export { engine as t };
