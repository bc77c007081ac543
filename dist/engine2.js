// src/engine.ts
const engine = () => "d270c9fcbf845b83e2eecd0730ff791a3a301893322ad00fa49c9ccc4fb8fc25";
export { engine as t };
