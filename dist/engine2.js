// src/engine.ts
const engine = () => "a1176170a1d980a11fbbafbb35eddd8d9b8a37c1fd2daeef6a6e9764d355ef7d";
export { engine as t };
