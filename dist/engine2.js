// src/engine.ts
const engine = () => "ce1042f2b4d56082494f73637e38809f01ea406e775d7af6c54f698df275bf83";
export { engine as t };
