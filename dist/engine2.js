// src/engine.ts
const engine = () => "1788478f1b1b54accecb472d76c36dbb0c27d007b78c69b8a82c593db652c152";
export { engine as t };
