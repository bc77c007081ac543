// src/engine.ts
const engine = () => "32e5e87b232ca2b6d0a13818b0fdc935f600950e13ae637d4e180b24a4c0dbff";
export { engine as t };
