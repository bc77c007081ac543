// src/engine.ts
const engine = () => "45b92609aa66841da01d9e8dbfec04e61b234a099fa1c39f567d0f8b00ca23f9";
export { engine as t };
