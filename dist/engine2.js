// src/engine.ts
const engine = () => "d8ee0999608d4baeeeb218dd3e07d84ccbb9f2f82d3050d1822868a587f63bac";
export { engine as t };
