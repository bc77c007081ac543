export { beginDeflate, continueDeflate, inputAt, outputAt } from "./deflate";
export { applyDelta, deltaResultSize } from "./delta";
export { configureHistory, readCommit, readTree } from "./history";
export { inflate } from "./inflate";
export { configureKnown, markOf, remember } from "./known";
export { configureGate, gateTable } from "./scan";
export { configureSieves } from "./sieve";
export { configureResults, configureRules, hasSpecial, regionCount, visitContent } from "./visit";
