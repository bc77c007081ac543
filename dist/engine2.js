// src/engine.ts
const engine = () => "ce46eda84df239c400ea860fbf19942db048c75ac238cf4e365017c1549f0cf6";
export { engine as t };
