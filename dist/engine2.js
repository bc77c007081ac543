// src/engine.ts
const engine = () => "53bd9b7edfb97b2b584ffea91fad7dc54800d8c3a64e0fb6408a7fd8db69beaa";
export { engine as t };
