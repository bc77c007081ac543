export { t as engine } from "./engine2.js";
