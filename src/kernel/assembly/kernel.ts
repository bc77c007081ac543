export { applyDelta, deltaResultSize } from "./delta";
export { inflate } from "./inflate";
export { configure, scan, scanSegments } from "./scan";
