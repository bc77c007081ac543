// src/engine.ts
const engine = () => "c9aaad2a698a2ccd7e57a6ef582f930aba9c02be337ddde4dbbbf78c91046014";
export { engine as t };
