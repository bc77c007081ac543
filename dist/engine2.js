// src/engine.ts
const engine = () => "43759746c3187970c532876322a3211bd4096f2ecb1f42a3742064541a4bf6ec";
export { engine as t };
