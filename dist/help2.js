export { t as help } from "./help.js";
