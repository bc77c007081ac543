// src/engine.ts
const engine = () => "02159ab3434339b4def9b2006f9c3888f455eb453781bf131e1e6a0bf354813c";
export { engine as t };
