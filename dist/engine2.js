// src/engine.ts
const engine = () => "421bcaa5d868cd62fe802724771136724e668cb3409c04abeb9e1f2a57d2678b";
export { engine as t };
