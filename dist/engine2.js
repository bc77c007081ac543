// src/engine.ts
const engine = () => "f20043df3731e101ee43f4c6edf0febdb7e585185cba38800febc647036d3ede";
export { engine as t };
