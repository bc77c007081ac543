// src/engine.ts
const engine = () => "ad7c356df51eea35b7898cb8685848068e5efae7c5adc0c6f915b0b95ef4eb02";
export { engine as t };
