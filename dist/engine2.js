// src/engine.ts
const engine = () => "cb70eb9eea932e0994503f921333f55968a993242bc7abdbcd9a0f51b67a640b";
export { engine as t };
