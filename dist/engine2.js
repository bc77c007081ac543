// src/engine.ts
const engine = () => "870330ceb91f30c5ce355f0a611c57b25d433b1f823f3518f3707e800f027752";
export { engine as t };
