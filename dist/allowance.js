export { i as sharedAllowance } from "./allowance2.js";
