// src/engine.ts
const engine = () => "7d0ca32f5908a59f44a8ac9943bd50356630bbfac6d3f58ee67b519a58c72193";
export { engine as t };
