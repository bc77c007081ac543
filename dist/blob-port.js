export { t as receiveBlob, n as sendBlob } from "./blob-port2.js";
