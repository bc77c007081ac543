// src/engine.ts
const engine = () => "1a86a4e58195264f85ff13f1ae1d014fe189b2fb562590bdb4358670886aa6ea";
export { engine as t };
