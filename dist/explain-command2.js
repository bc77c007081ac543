export { t as explainCommand } from "./explain-command.js";
