// src/engine.ts
const engine = () => "de7778cec5e40bd992430fd588be4cfbe993cf8eb8b6ce7a0e7e8ccdb9c38595";
export { engine as t };
