export { t as knownAsClean, n as readLayer, r as readShadow, i as usualLimits } from "./layer.js";
