// src/engine.ts
const engine = () => "8859ae7eb9d0884a08451a9ed3f84af955fadaf97eb4f203724cdfe349c89a3d";
export { engine as t };
