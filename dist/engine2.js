// src/engine.ts
const engine = () => "63b28c17c1c400e94aa7ca3cf2168b59ffc01fca3bb9a89ec321b68d7124b70b";
export { engine as t };
