// src/engine.ts
const engine = () => "13d8667e3a40e57513e0000629517e469a4b78ca1ca139c320bde5931d890dba";
export { engine as t };
