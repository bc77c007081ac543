// src/engine.ts
const engine = () => "7fced870f888f88008792c67bbad9258f7c93082a627f63514d51eb88982c28b";
export { engine as t };
