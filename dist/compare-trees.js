export { t as compareTrees } from "./compare-trees2.js";
