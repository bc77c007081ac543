// src/engine.ts
const engine = () => "049213e1571bd48a01b6ea9674d6fb365bdf0034139a28b3cb48e089171e1804";
export { engine as t };
