// src/engine.ts
const engine = () => "a6900598064ee43822025ce58f571c3adcea09c2a51102c31fc7acf71c5097a5";
export { engine as t };
