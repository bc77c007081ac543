// src/engine.ts
const engine = () => "3d8534f2652fd59526dd81e95cd36fc69e6fe48e9b9b92114a97e1b6eba2e24a";
export { engine as t };
