// src/engine.ts
const engine = () => "23fcac14eda4ed33f30bb921d06408dd8fa0cd8799b7a083ea3372c44eb7f742";
export { engine as t };
