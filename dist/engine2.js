// src/engine.ts
const engine = () => "a4533d0ff08c115bcfda13810da8242525a9b27c4250982ffe4a2883b7e885bf";
export { engine as t };
