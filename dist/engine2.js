// src/engine.ts
const engine = () => "2c8dca7b5bfde6d07f1889743fd4e41fb6160599d648df8fdb12ceee447c7521";
export { engine as t };
