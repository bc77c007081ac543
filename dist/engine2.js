// src/engine.ts
const engine = () => "0e584cd232fbc579a06ccd3644f002261998d0f1639dda943ed510932f41a670";
export { engine as t };
